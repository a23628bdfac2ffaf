"""Proposals compiled for reading: one rolling text in brackets, or a table of the proposals on each paragraph."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from enum import StrEnum
from pathlib import PurePath
from typing import Final

from draftdesk.comparing.comparison import Comparison
from draftdesk.errors import ExportError, refusal
from draftdesk.exporting.printed.page import printed_page
from draftdesk.exporting.printed.values import Printed
from draftdesk.exporting.printed.word import printed_word
from draftdesk.model.alignment import Shape
from draftdesk.model.draft import Draft
from draftdesk.model.watch import Watch, unwatched
from draftdesk.workbench.compare_drafts import prepare
from draftdesk.workbench.compiling.files import names_of
from draftdesk.workbench.compiling.rolling_text import plain_rolling_text, rolling_text
from draftdesk.workbench.compiling.versions import check_count
from draftdesk.workbench.export_comparison import remarks_on
from draftdesk.workbench.files import load
from draftdesk.workbench.proposals_table import proposals_table


class CompiledForm(StrEnum):
    """What can be made of proposals besides a tracked file."""

    BRACKETS = "brackets"
    TABLE = "table"


_MAKERS: Final[dict[CompiledForm, Callable[[Comparison, Sequence[str], Sequence[str]], Printed]]] = {
    CompiledForm.BRACKETS: rolling_text,
    CompiledForm.TABLE: proposals_table,
}
WRITERS: Final[dict[CompiledForm, dict[str, Callable[[Printed], bytes]]]] = {
    CompiledForm.BRACKETS: {".docx": printed_word, ".html": printed_page, ".txt": plain_rolling_text},
    CompiledForm.TABLE: {".docx": printed_word, ".html": printed_page},
}
"""Who writes a form, by the suffix of the file; the first is meant where the name has none."""


def print_compiled(
    drafts: Sequence[Draft],
    names: Sequence[str],
    form: CompiledForm,
    out: str = "",
    remarks: Sequence[str] = (),
    watch: Watch = unwatched,
) -> bytes:
    """The base and the versions of delegations in a form, in the format that the suffix of `out` asks for.

    Raises ExportError where it does not fit, or where a rolling text does not give back what a delegation proposes.
    """
    write = _writer_for(form, out)
    named = [
        drafts[0],
        *(replace(draft, name=name, symbol="") for draft, name in zip(drafts[1:], names, strict=True)),
    ]
    shape = Shape.PAIR if len(named) == 2 else Shape.STAR
    return write(_MAKERS[form](prepare(named, shape, (), watch), names, remarks))


def print_compiled_files(
    base: str, files: Sequence[str], form: CompiledForm, out: str, by: Sequence[str] = ()
) -> bytes:
    """The same of files; raises DraftdeskError."""
    check_count(files)
    _writer_for(form, out)
    start, loaded = load(base), [load(file) for file in files]
    names = names_of(loaded, start, by)
    remarks = remarks_on([one.received for one in (start, *loaded)])
    return print_compiled([start.draft, *(one.draft for one in loaded)], names, form, out, remarks)


def _writer_for(form: CompiledForm, out: str) -> Callable[[Printed], bytes]:
    suffix = PurePath(out).suffix.lower()
    writers = WRITERS[form]
    if not suffix:
        return next(iter(writers.values()))
    if suffix not in writers:
        raise refusal(ExportError, "suffix_not_fit", form=form.value, suffix=suffix, suffixes=", ".join(writers))
    return writers[suffix]
