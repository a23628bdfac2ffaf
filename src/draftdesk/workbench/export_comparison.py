"""The use case: a comparison for people who do not have draftdesk, as a table, concordance, report or page.

Or as amendments, which are a draft of their own.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import StrEnum
from pathlib import PurePath
from typing import Final

from draftdesk.comparing.comparison import Comparison
from draftdesk.errors import ExportError, refusal
from draftdesk.exporting.printed.page import printed_page
from draftdesk.exporting.printed.text import printed_csv, printed_markdown, printed_text
from draftdesk.exporting.printed.values import Printed
from draftdesk.exporting.printed.word import printed_word
from draftdesk.messages import render
from draftdesk.model.draft import Received
from draftdesk.translation import tr
from draftdesk.workbench.amendment_list import amendment_draft
from draftdesk.workbench.change_report import change_report
from draftdesk.workbench.compare_drafts import prepare_against
from draftdesk.workbench.comparison_table import comparison_table
from draftdesk.workbench.concordance import concordance
from draftdesk.workbench.decided_rows import NOTHING_DECIDED, Decided
from draftdesk.workbench.export_clean import export_clean
from draftdesk.workbench.files import load

Writer = Callable[[Printed], bytes]


class ComparisonForm(StrEnum):
    """What can be made of a comparison."""

    TABLE = "table"
    CONCORDANCE = "concordance"
    REPORT = "report"
    PAGE = "page"
    AMENDMENTS = "amendments"


WRITERS: Final[dict[ComparisonForm, dict[str, Writer]]] = {
    ComparisonForm.TABLE: {".docx": printed_word, ".html": printed_page},
    ComparisonForm.CONCORDANCE: {".docx": printed_word, ".html": printed_page, ".csv": printed_csv},
    ComparisonForm.REPORT: {
        ".docx": printed_word,
        ".html": printed_page,
        ".md": printed_markdown,
        ".txt": printed_text,
    },
    ComparisonForm.PAGE: {".html": printed_page},
}
"""Who writes a form, by the suffix of the file; the first is meant where the name has none."""

_AMENDMENT_FORMS: Final = {".docx": "", ".html": "html", ".txt": "text"}
"""The forms of a clean draft by the suffix of the file; "" is the one that is usual for the organ."""

MOST_DRAFTS: Final = 10


def export_comparison(
    comparison: Comparison,
    form: ComparisonForm,
    name: str = "",
    *,
    folds: bool = False,
    remarks: Sequence[str] = (),
    own: Decided = NOTHING_DECIDED,
) -> bytes:
    """The bytes of a form of a comparison, in the format that the suffix of `name` asks for.

    `folds`: a table says in one line what did not change; the page always can. `remarks`: sentences that the
    reader has to know, such as what was not compared; amendments, which are tabled, hold none. `own`: what was
    decided on the desk where the user chose to hand on comments; only a report tells them. Raises ExportError
    where the suffix does not fit.
    """
    if form is ComparisonForm.AMENDMENTS:
        return export_clean(amendment_draft(comparison), _AMENDMENT_FORMS[suffix_for(form, name)])
    write = writer_for(form, name)
    if form is ComparisonForm.CONCORDANCE:
        return write(concordance(comparison, remarks))
    if form is ComparisonForm.REPORT:
        return write(change_report(comparison, remarks, own))
    return write(comparison_table(comparison, folds=folds or write is printed_page, remarks=remarks))


def suffixes_of(form: ComparisonForm) -> tuple[str, ...]:
    """The suffixes of the files that a form can be written into."""
    return tuple(_AMENDMENT_FORMS if form is ComparisonForm.AMENDMENTS else WRITERS[form])


def suffix_for(form: ComparisonForm, name: str) -> str:
    """The suffix that says how a file of this name is written; raises ExportError where it does not fit."""
    suffixes = suffixes_of(form)
    suffix = {".htm": ".html"}.get(PurePath(name).suffix.lower(), PurePath(name).suffix.lower())
    if suffix and suffix not in suffixes:
        raise refusal(ExportError, "suffix_not_fit", form=form.value, suffix=suffix, suffixes=", ".join(suffixes))
    return suffix or suffixes[0]


def writer_for(form: ComparisonForm, name: str) -> Writer:
    """Who writes a form other than amendments into a file of this name; raises ExportError where it does not fit."""
    return WRITERS[form][suffix_for(form, name)]


def compare_files_for_print(files: Sequence[str], against: str) -> tuple[Comparison, tuple[str, ...]]:
    """The comparison of files, and the remarks that belong with it; raises DraftdeskError."""
    if len(files) > MOST_DRAFTS:
        raise refusal(ExportError, "too_many_drafts", count=len(files), most=MOST_DRAFTS)
    loaded = [load(file) for file in files]
    comparison = prepare_against([one.draft for one in loaded], against)
    return comparison, remarks_on([one.received for one in loaded])


def remarks_on(received: Sequence[Received]) -> tuple[str, ...]:
    """What a reader has to know of the files: tracked changes as they were taken, what was not read."""
    said = (
        tr("{what}: {said}", what=one.name, said=render(told)) if told in one.not_read else render(told)
        for one in received
        for told in (*one.warnings, *one.not_read)
    )
    return tuple(dict.fromkeys(said))
