"""The notes of the paragraphs in a row, and which of them answer each other in two drafts."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import Final

from draftdesk.comparing.comparison import Comparison
from draftdesk.drafting.notes import notes_of
from draftdesk.model.draft import Draft, Note

_ALIKE: Final = 0.4
"""How much of their letters two notes share at least that answer each other."""

NotePair = tuple[Note | None, Note | None]


def notes_in(draft: Draft, cell: Sequence[int]) -> tuple[Note, ...]:
    """The notes of a cell's paragraphs in the order of their marks."""
    if not draft.notes:
        return ()
    paragraphs = (draft.paragraphs[index] for index in cell)
    return tuple(note for paragraph in paragraphs if paragraph.objects for note in notes_of(draft, paragraph))


def can_be_compared(old: Draft, new: Draft) -> bool:
    """Whether both drafts tell their notes; a text file has none, whatever was printed."""
    return bool(old.notes and new.notes) or (bool(old.notes or new.notes) and _is_derived(old, new))


def _is_derived(old: Draft, new: Draft) -> bool:
    sources = [{paragraph.id.draft for paragraph in draft.paragraphs[:1]} for draft in (old, new)]
    return bool(sources[0] & sources[1])


def notes_differ(comparison: Comparison, row: int, old: int, new: int) -> bool:
    """Whether the notes of a row's paragraphs have other words in one draft than in another."""
    drafts, cells = comparison.drafts, comparison.table.rows[row].cells
    if not can_be_compared(drafts[old], drafts[new]):
        return False
    texts = [[note.text for note in notes_in(drafts[column], cells[column])] for column in (old, new)]
    return texts[0] != texts[1]


def note_pairs(old: Sequence[Note], new: Sequence[Note]) -> tuple[NotePair, ...]:
    """Notes that answer each other, in the order of the new ones; deleted ones after those before them.

    Those of the same id and paragraph first, as in a draft made from the other; then those that are alike.
    """
    answers: dict[int, int] = {}
    free = dict(enumerate(old))
    for place, note in enumerate(new):
        same = next((k for k, one in free.items() if _is_same(one, note)), None)
        if same is not None:
            answers[place] = same
            del free[same]
    for place, note in enumerate(new):
        if place not in answers and free:
            ratio, best = max((_ratio(one.text, note.text), -k) for k, one in free.items())
            if ratio >= _ALIKE:
                answers[place] = -best
                del free[-best]
    pairs: list[NotePair] = [(old[answers[k]] if k in answers else None, note) for k, note in enumerate(new)]
    for gone in sorted(free):
        before = [k for k, (one, _) in enumerate(pairs) if one is not None and old.index(one) < gone]
        pairs.insert(max(before) + 1 if before else 0, (old[gone], None))
    return tuple(pairs)


def _is_same(one: Note, other: Note) -> bool:
    ids = {paragraph.id for paragraph in one.paragraphs} & {paragraph.id for paragraph in other.paragraphs}
    return one.text == other.text or bool(ids)


def _ratio(one: str, other: str) -> float:
    return SequenceMatcher(None, one, other, autojunk=False).ratio()
