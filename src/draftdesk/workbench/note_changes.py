"""Footnotes of paragraphs that answer each other: which note answers which, and what changed in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import zip_longest
from typing import Final

from draftdesk.comparing.comparison import Comparison
from draftdesk.comparing.wording_changes import changes_between
from draftdesk.model.change import Change
from draftdesk.model.draft import Draft, Note
from draftdesk.model.paragraph import ObjectKind
from draftdesk.wording.normal_form import normal_form

_NOTE_MARKS: Final = (ObjectKind.FOOTNOTE_MARK, ObjectKind.ENDNOTE_MARK)


@dataclass(frozen=True, slots=True)
class NotePair:
    """A note and the one that it answers; None where a side has none."""

    old: Note | None
    new: Note | None

    @property
    def is_changed(self) -> bool:
        """Whether the words of the note differ; its number does not count."""
        return self.old is None or self.new is None or self.old.text != self.new.text

    def changes(self, language: str) -> tuple[Change, ...]:
        """What changed in the words of a note that is on both sides."""
        if self.old is None or self.new is None:
            return ()
        return changes_between(self.old.text, self.new.text, language)


def notes_in(draft: Draft, cell: Sequence[int]) -> tuple[Note, ...]:
    """The notes that paragraphs of a draft call, in the order of their marks, each once."""
    called = [
        draft.notes_by_id.get((item.kind, item.target))
        for index in cell
        for item in draft.paragraphs[index].objects_in_text()
        if item.kind in _NOTE_MARKS
    ]
    return tuple(dict.fromkeys(note for note in called if note is not None))


def note_pairs(comparison: Comparison, row: int, old: int, new: int) -> tuple[NotePair, ...]:
    """The notes of a row of the table in two columns, in the order of the newer draft."""
    cells = comparison.table.rows[row].cells
    before = notes_in(comparison.drafts[old], cells[old])
    after = notes_in(comparison.drafts[new], cells[new])
    if not before and not after:
        return ()
    forms, later = [normal_form(note.text) for note in before], [normal_form(note.text) for note in after]
    pairs: list[NotePair] = []
    for _, i1, i2, j1, j2 in SequenceMatcher(None, forms, later, autojunk=False).get_opcodes():
        pairs += [NotePair(one, other) for one, other in zip_longest(before[i1:i2], after[j1:j2])]
    return tuple(pairs)


def has_changed_notes(comparison: Comparison, row: int, old: int, new: int) -> bool:
    """Whether a note of a row differs, where both columns have the row."""
    cells = comparison.table.rows[row].cells
    return bool(cells[old] and cells[new]) and any(pair.is_changed for pair in note_pairs(comparison, row, old, new))
