"""Drafts in which a hand set something bold or highlighted it."""

from __future__ import annotations

from draftdesk.drafting import edits
from draftdesk.drafting.highlighted_brackets import brackets_highlighted
from draftdesk.model.draft import Draft
from draftdesk.model.paragraph import Mark, Span


def set_by_hand(draft: Draft) -> Draft:
    """The draft with its brackets highlighted and what stands between them bold."""
    draft = brackets_highlighted(draft)
    for paragraph in draft.paragraphs:
        start, end = paragraph.text.find("[") + 1, paragraph.text.find("]")
        if 0 < start < end:
            bold = (Span(start, end), Mark.BOLD, True)
            draft = edits.reword(draft, paragraph.id.serial, paragraph.text, [bold])
    return draft
