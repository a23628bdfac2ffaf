"""The title, session, agenda item and sponsors of a draft go with the paragraphs that say them."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Final

from draftdesk.model.draft import Draft
from draftdesk.model.paragraph import OBJECT, Paragraph, ParagraphKind

_FIELDS: Final = {
    ParagraphKind.TITLE: "title",
    ParagraphKind.SESSION: "session",
    ParagraphKind.AGENDA: "agenda",
    ParagraphKind.SPONSORS: "sponsors",
}


def with_particulars(draft: Draft, old: Paragraph, new: Paragraph) -> Draft:
    """The draft after a paragraph was reworded; a particular that several paragraphs say together is left alone."""
    name = _FIELDS.get(new.kind)
    if name is None or draft.count(new.kind) > 1:
        return draft
    if getattr(draft, name) not in ("", _said(old)):
        return draft
    changed: dict[str, Any] = {name: _said(new)}
    return replace(draft, **changed)


def _said(paragraph: Paragraph) -> str:
    return " ".join(paragraph.text.replace(OBJECT, "").split())
