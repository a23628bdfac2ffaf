"""The use case: a draft as a clean Word file."""

from __future__ import annotations

from draftdesk.exporting.clean_word import write_clean
from draftdesk.model.draft import Draft


def export_clean(draft: Draft, form: str = "newyork", date: str = "") -> bytes:
    """The bytes of a .docx in a form of the United Nations, marked DRAFT; raises ExportError.

    What leaves draftdesk is never an issued document, even where its text was issued before.
    """
    return write_clean(draft, form, date=date)
