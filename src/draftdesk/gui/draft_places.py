"""What writing needs to know of a draft: signs of its objects, the text before, the neighbours."""

from __future__ import annotations

from draftdesk.model.draft import Draft
from draftdesk.model.paragraph import ObjectKind, Paragraph


def marks_of(draft: Draft, paragraph: Paragraph) -> list[str]:
    """How the inline objects of a paragraph are shown."""
    marks = []
    for item in paragraph.objects_in_text():
        note = draft.notes_by_id.get((item.kind, item.target))
        fallback = "▣" if item.kind is ObjectKind.PICTURE else item.shown or "*"
        marks.append(note.mark if note is not None else fallback)
    return marks


def text_before(draft: Draft, paragraph: Paragraph) -> str:
    """The text of the paragraph of the same kind before this one."""
    index = draft.index_of(paragraph.id.serial)
    return next((p.text for p in reversed(draft.paragraphs[:index]) if p.kind is paragraph.kind), "")


def neighbour_of(draft: Draft, serial: int, by: int) -> tuple[int | None] | None:
    """Behind which paragraph one moves by a step (None: the first of its kind); None where it cannot."""
    kind = draft.paragraphs[draft.index_of(serial)].kind
    siblings = [p.id.serial for p in draft.paragraphs if p.kind is kind]
    place = siblings.index(serial)
    if by > 0:
        return (siblings[place + 1],) if place + 1 < len(siblings) else None
    if place >= 2:
        return (siblings[place - 2],)
    return (None,) if place == 1 else None
