"""Footnotes of paragraphs that answer each other: which note answers which, and what changed in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache
from typing import Final

from draftdesk.comparing.comparison import Comparison
from draftdesk.comparing.wording_changes import changes_between
from draftdesk.model.change import PARAGRAPH_BREAK, Change, without_noise
from draftdesk.model.draft import Draft, Note
from draftdesk.model.paragraph import ObjectKind
from draftdesk.wording.normal_form import normal_form

_ALIKE: Final = 0.4
"""How much of their letters two notes share at least that answer each other."""

_NOTE_MARKS: Final = (ObjectKind.FOOTNOTE_MARK, ObjectKind.ENDNOTE_MARK)


@dataclass(frozen=True, slots=True)
class NotePair:
    """A note and the one that it answers; None where a side has none."""

    old: Note | None
    new: Note | None

    @property
    def is_changed(self) -> bool:
        """Whether the words of the note differ; its number does not count, nor do kinds of blanks and quotes."""
        if self.old is None or self.new is None:
            return True
        return self.old.text != self.new.text and normal_form(self.old.text) != normal_form(self.new.text)

    def changes(self, language: str) -> tuple[Change, ...]:
        """What changed in the words of a note that is on both sides, without noise."""
        if self.old is None or self.new is None:
            return ()
        return _changes(_text(self.old), _text(self.new), language)


def _text(note: Note) -> str:
    """What is compared of a note, its paragraphs joined."""
    return PARAGRAPH_BREAK.join(paragraph.text for paragraph in note.paragraphs)


@lru_cache(maxsize=4000)
def _changes(old: str, new: str, language: str) -> tuple[Change, ...]:
    return without_noise(changes_between(old, new, language))


def note_change(pairs: Sequence[NotePair], pair: NotePair) -> int:
    """What a changed note of a row is counted as: from -2 down, for the changes of words count from 0 up."""
    return -2 - pairs.index(pair)


def notes_in(draft: Draft, cell: Sequence[int]) -> tuple[Note, ...]:
    """The notes that paragraphs of a draft call, in the order of their marks, each once."""
    if not draft.notes:
        return ()
    called = [
        draft.notes_by_id.get((item.kind, item.target))
        for index in cell
        for item in draft.paragraphs[index].objects_in_text()
        if item.kind in _NOTE_MARKS
    ]
    return tuple(dict.fromkeys(note for note in called if note is not None))


def can_be_compared(old: Draft, new: Draft) -> bool:
    """Whether both drafts tell their notes; a text file has none, whatever was printed."""
    return bool(old.notes and new.notes) or (bool(old.notes or new.notes) and _is_derived(old, new))


def _is_derived(old: Draft, new: Draft) -> bool:
    sources = [{paragraph.id.draft for paragraph in draft.paragraphs[:1]} for draft in (old, new)]
    return bool(sources[0] & sources[1])


def note_pairs(comparison: Comparison, row: int, old: int, new: int) -> tuple[NotePair, ...]:
    """The notes of a row of the table in two columns, in the order of the newer draft."""
    drafts, cells = comparison.drafts, comparison.table.rows[row].cells
    if not can_be_compared(drafts[old], drafts[new]):
        return ()
    before, after = notes_in(drafts[old], cells[old]), notes_in(drafts[new], cells[new])
    return _answering(before, after) if before or after else ()


def _answering(before: Sequence[Note], after: Sequence[Note]) -> tuple[NotePair, ...]:
    """Those with the same words or, in a draft made from the other, the same id; then those that are alike."""
    answers: dict[int, int] = {}
    free = dict(enumerate(before))
    for place, note in enumerate(after):
        same = next((k for k, one in free.items() if _is_same(one, note)), None)
        if same is not None:
            answers[place] = same
            del free[same]
    for place, note in enumerate(after):
        if place not in answers and free:
            ratio, best = max((_ratio(one.text, note.text), -k) for k, one in free.items())
            if ratio >= _ALIKE:
                answers[place] = -best
                del free[-best]
    pairs = [NotePair(before[answers[k]] if k in answers else None, note) for k, note in enumerate(after)]
    for gone in sorted(free):
        earlier = [k for k, pair in enumerate(pairs) if pair.old is not None and before.index(pair.old) < gone]
        pairs.insert(max(earlier) + 1 if earlier else 0, NotePair(before[gone], None))
    return tuple(pairs)


def _is_same(one: Note, other: Note) -> bool:
    ids = {paragraph.id for paragraph in one.paragraphs} & {paragraph.id for paragraph in other.paragraphs}
    return bool(ids) or normal_form(one.text) == normal_form(other.text)


def _ratio(one: str, other: str) -> float:
    return SequenceMatcher(None, normal_form(one), normal_form(other), autojunk=False).ratio()


def changed_note_pairs(comparison: Comparison, row: int, old: int, new: int) -> tuple[NotePair, ...]:
    """The notes of a row that came, went or have other words; none where the paragraph itself came or went."""
    cells = comparison.table.rows[row].cells
    if not cells[old] or not cells[new]:
        return ()
    return tuple(pair for pair in note_pairs(comparison, row, old, new) if pair.is_changed)


def has_changed_notes(comparison: Comparison, row: int, old: int, new: int) -> bool:
    """Whether a note of a row differs, where both columns have the row."""
    return bool(changed_note_pairs(comparison, row, old, new))
