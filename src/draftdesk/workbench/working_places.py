"""What writing needs to know of the working draft: where one is, what stands beside it, what Enter means here."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import Final

from draftdesk.drafting.annexes import kind_there, part_beside
from draftdesk.drafting.form import FRONT
from draftdesk.drafting.notes import note_paragraph, notes_of
from draftdesk.drafting.places import CARRIERS, block_end, previous_visible
from draftdesk.model.draft import Draft
from draftdesk.model.paragraph import ObjectKind, Paragraph, ParagraphKind

_FOLLOWED_BY_OPERATIVE: Final = frozenset({ParagraphKind.HEADING, ParagraphKind.CLOSING})


def paragraph_of(draft: Draft | None, serial: int) -> Paragraph | None:
    """The paragraph, or the paragraph of a note, with a serial; None where it is not there."""
    if draft is None:
        return None
    try:
        return draft.paragraphs[draft.index_of(serial)]
    except KeyError:
        there = note_paragraph(draft, serial)
        return there[1] if there is not None else None


def holder_of(draft: Draft, serial: int) -> int | None:
    """The paragraph in whose row a serial is shown: itself, or the one with the mark of its note."""
    paragraph = paragraph_of(draft, serial)
    if paragraph is None or paragraph.kind is not ParagraphKind.FOOTNOTE:
        return serial if paragraph is not None else None
    there = note_paragraph(draft, serial)
    holders = (p for p in draft.paragraphs if p.objects and there is not None and there[0] in notes_of(draft, p))
    return next((p.id.serial for p in holders), None)


def mark_place(draft: Draft, serial: int) -> int:
    """The offset behind the mark of a note, in the text of the paragraph that has it."""
    there, holder = note_paragraph(draft, serial), holder_of(draft, serial)
    paragraph = paragraph_of(draft, holder) if holder is not None else None
    if there is None or paragraph is None:
        return 0
    marks = (item for item in paragraph.objects_in_text() if (item.kind, item.target) == there[0].called_by)
    return next((item.at + 1 for item in marks), 0)


def note_at(draft: Draft | None, serial: int, caret: int) -> int | None:
    """The first paragraph of the note whose mark stands beside the caret; None where none does."""
    paragraph = paragraph_of(draft, serial)
    if draft is None or paragraph is None:
        return None
    beside = [item for item in paragraph.objects_in_text() if caret - 1 <= item.at <= caret]
    notes = (draft.notes_by_id.get((item.kind, item.target)) for item in beside)
    return next((note.paragraphs[0].id.serial for note in notes if note is not None and note.paragraphs), None)


class Step(Enum):
    """What Enter does."""

    LEAVE = auto()
    PROMOTE = auto()
    SPLIT = auto()
    BEFORE = auto()
    NEW = auto()
    GO = auto()
    REPLACE = auto()


@dataclass(frozen=True, slots=True)
class Enter:
    """What Enter means at a place: `kind` of a new paragraph, `serial` of the one to go to (None: there is none).

    REPLACE: the empty paragraph goes, and the next one, of another part, is `serial` or a new one.
    """

    step: Step
    kind: ParagraphKind = ParagraphKind.OPERATIVE
    serial: int | None = None


def enter(draft: Draft, serial: int, caret: int) -> Enter:
    """What Enter means for a paragraph with the caret at an offset of its text."""
    paragraph = paragraph_of(draft, serial)
    if paragraph is None:
        return Enter(Step.LEAVE)
    kind, text = paragraph.kind, paragraph.text
    if kind is ParagraphKind.FOOTNOTE:
        return Enter(Step.GO, serial=holder_of(draft, serial))
    if kind in (*FRONT, ParagraphKind.ENACTING, ParagraphKind.ANNEX_TITLE):
        return Enter(Step.GO, serial=_next_to_fill(draft, serial))
    if not text.strip():
        return _enter_on_nothing(draft, paragraph)
    if not text[:caret].strip():
        return Enter(Step.LEAVE) if kind is ParagraphKind.CELL else Enter(Step.BEFORE, kind)
    if text[caret:].strip():
        return Enter(Step.SPLIT, kind)
    following = ParagraphKind.OPERATIVE if kind in _FOLLOWED_BY_OPERATIVE else kind
    return Enter(Step.NEW, kind_there(draft, serial, following))


def _enter_on_nothing(draft: Draft, paragraph: Paragraph) -> Enter:
    """An empty paragraph ends what it is in: a list, or the preamble where nothing operative is written yet."""
    if paragraph.level:
        return Enter(Step.PROMOTE)
    operative = [p for p in draft.paragraphs if p.kind is ParagraphKind.OPERATIVE]
    if paragraph.kind is ParagraphKind.PREAMBULAR and not any(p.text.strip() for p in operative):
        return Enter(Step.REPLACE, ParagraphKind.OPERATIVE, operative[0].id.serial if operative else None)
    return Enter(Step.LEAVE)


def _next_to_fill(draft: Draft, serial: int) -> int | None:
    following = (draft.paragraphs[index] for index in draft.visible if index > draft.index_of(serial))
    return next((p.id.serial for p in following if p.kind is not ParagraphKind.ENACTING), None)


def before(draft: Draft, serial: int) -> Paragraph | None:
    """The visible paragraph before another one."""
    above = previous_visible(draft, draft.index_of(serial))
    return None if above is None else draft.paragraphs[above]


def after(draft: Draft, serial: int) -> Paragraph | None:
    """The visible paragraph after another one."""
    at = draft.index_of(serial)
    return next((draft.paragraphs[index] for index in draft.visible if index > at), None)


def place_for(draft: Draft, beside: int | None, kind: ParagraphKind) -> int | None:
    """Behind which paragraph one of a kind can stand, nearest to where it was asked for; None: the first of it."""
    paragraph = paragraph_of(draft, beside) if beside is not None else None
    if kind is ParagraphKind.PREAMBULAR and (paragraph is None or paragraph.kind is not kind):
        own = [p.id.serial for p in part_beside(draft, beside) if p.kind is kind]
        return own[-1] if own else None
    if kind is ParagraphKind.OPERATIVE and paragraph is not None and paragraph.kind is ParagraphKind.PREAMBULAR:
        return None
    if kind is ParagraphKind.SPONSORS:
        above = [p.id.serial for p in draft.paragraphs if p.kind in (ParagraphKind.SESSION, ParagraphKind.AGENDA)]
        return above[-1] if above else None
    if kind is ParagraphKind.CLOSING and beside is not None:
        return _last_of_list(draft, beside)
    return beside


def _last_of_list(draft: Draft, beside: int) -> int:
    """The last paragraph of all that belongs to the one that a paragraph is a part of."""
    at = draft.index_of(beside)
    carrier = next((k for k in range(at, -1, -1) if draft.paragraphs[k].kind in CARRIERS), at)
    block = range(carrier, block_end(draft, carrier))
    return [draft.paragraphs[k].id.serial for k in block if not draft.paragraphs[k].is_hidden][-1]


def first_changed(old: Draft | None, new: Draft | None) -> tuple[int, int] | None:
    """The first paragraph, or note, that differs after a step, and the end of what differs in its text."""
    if old is None or new is None:
        return None
    known = {p.id.serial: p for p in _all(old)}
    for paragraph in _all(new):
        earlier = known.get(paragraph.id.serial)
        if earlier is None or (earlier is not paragraph and earlier.text != paragraph.text):
            return paragraph.id.serial, _end_of_change(earlier.text if earlier else "", paragraph.text)
    return None


def caret_after(old: str, caret: int, new: str) -> int:
    """Where a caret stands when a text was changed around it: before the same words as before."""
    behind = old[caret:]
    return len(new) - len(behind) if new.endswith(behind) else min(caret, len(new))


def _all(draft: Draft) -> list[Paragraph]:
    return [*draft.paragraphs, *(p for note in draft.notes for p in note.paragraphs)]


def _end_of_change(old: str, new: str) -> int:
    limit = min(len(old), len(new))
    head = next((k for k in range(limit) if old[k] != new[k]), limit)
    tail = next((k for k in range(limit - head) if old[-1 - k] != new[-1 - k]), limit - head)
    return len(new) - tail


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
