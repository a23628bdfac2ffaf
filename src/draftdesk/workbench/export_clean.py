"""The use case: a draft as a clean Word file."""

from __future__ import annotations

from dataclasses import replace

from draftdesk.exporting.clean_word import write_clean
from draftdesk.model.draft import Draft


def export_clean(draft: Draft, form: str = "newyork", date: str = "") -> bytes:
    """The bytes of a .docx in a form of the United Nations, marked DRAFT; raises ExportError.

    What leaves draftdesk is never an issued document, even where its text was issued before. Paragraphs that wait
    for their words are left out.
    """
    filled = tuple(p for p in draft.paragraphs if p.text.strip() or p.is_hidden or p.place is not None)
    return write_clean(replace(draft, paragraphs=filled), form, date=date)
