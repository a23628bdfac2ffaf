"""The use case: a draft as a clean file, for Word or for other programs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from draftdesk.exporting.akn_document import write_akn
from draftdesk.exporting.clean_page import write_page
from draftdesk.exporting.clean_text import write_text
from draftdesk.exporting.clean_word import write_clean
from draftdesk.model.draft import Draft

_OTHERS: Final[dict[str, Callable[[Draft, str], bytes]]] = {
    "akn": write_akn,
    "html": lambda draft, _: write_page(draft),
    "text": lambda draft, _: write_text(draft),
}


def export_clean(draft: Draft, form: str = "newyork", date: str = "") -> bytes:
    """The bytes of a .docx in a form of the United Nations, marked DRAFT, or of another form; raises ExportError.

    What leaves draftdesk is never an issued document, even where its text was issued before. Paragraphs that wait
    for their words are left out. `form`: "newyork", "geneva", "akn", "html" or "text".
    """
    filled = tuple(p for p in draft.paragraphs if p.text.strip() or p.is_hidden or p.place is not None)
    ready = replace(draft, paragraphs=filled)
    if form in _OTHERS:
        return _OTHERS[form](ready, date)
    return write_clean(ready, form, date=date)
