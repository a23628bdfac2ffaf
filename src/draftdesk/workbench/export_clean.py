"""The use case: a draft as a clean file, for Word or for other programs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from draftdesk.drafting.kept_spaces import with_kept_spaces
from draftdesk.exporting.akn.document import write_akn
from draftdesk.exporting.clean.organs import is_served_in_geneva
from draftdesk.exporting.clean.page import write_page
from draftdesk.exporting.clean.text import write_text
from draftdesk.exporting.clean.word import write_clean
from draftdesk.model.draft import Draft
from draftdesk.translation import later

_OTHERS: Final[dict[str, Callable[[Draft, str], bytes]]] = {
    "akn": write_akn,
    "html": lambda draft, _: write_page(draft),
    "text": lambda draft, _: write_text(draft),
}


WORD_FORMS: Final = {"newyork": later("New York"), "geneva": later("Geneva")}
"""The forms of Word files, each with the name of the office whose form it is."""


def usual_form(draft: Draft) -> str:
    """The form in which texts of its organ are issued: "geneva" for bodies served there, else "newyork"."""
    return "geneva" if is_served_in_geneva(draft.symbol, draft.organ) else "newyork"


def export_clean(draft: Draft, form: str = "", date: str = "") -> bytes:
    """The bytes of a .docx in a form of the United Nations, marked DRAFT, or of another form; raises ExportError.

    What leaves draftdesk is never an issued document, even where its text was issued before. Paragraphs that wait
    for their words are left out; blanks that may not end a line are no-break spaces. `form`: "newyork", "geneva",
    "akn", "html" or "text"; "" for the form that is usual for the organ.
    """
    filled = tuple(p for p in draft.paragraphs if p.text.strip() or p.is_hidden or p.place is not None)
    ready = replace(draft, paragraphs=filled)
    if form in _OTHERS:
        return _OTHERS[form](ready, date)
    return write_clean(with_kept_spaces(ready), form or usual_form(ready), date=date)
