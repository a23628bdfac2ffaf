"""Drafts, which paragraph answers which, and what changed inside: all that views and exports need.

Changes are worked out when they are asked for, and kept by the two texts, so that a draft edited in one place
costs one paragraph.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

from draftdesk.comparing.wording_changes import changes_between
from draftdesk.model.alignment import AlignmentTable
from draftdesk.model.change import PARAGRAPH_BREAK, Change, ChangeClass, StrengthShift
from draftdesk.model.draft import Draft
from draftdesk.model.paragraph import OBJECT, Paragraph
from draftdesk.wording.openings import strength_shift

_TEXT: Final = "text"
_KEPT: Final = 20_000

_GRAVITY = {change_class: rank for rank, change_class in enumerate(ChangeClass)}


@dataclass(frozen=True)
class Comparison:
    """Drafts side by side. `row` counts the rows of the table, columns are drafts, both from 0."""

    drafts: tuple[Draft, ...]
    table: AlignmentTable

    def paragraphs(self, row: int, column: int) -> tuple[Paragraph, ...]:
        """The paragraphs of a cell in order; () for an empty cell."""
        draft = self.drafts[column]
        return tuple(draft.paragraphs[i] for i in self.table.rows[row].cells[column])

    def cell_text(self, row: int, column: int) -> str:
        """The compared text of a cell: its paragraphs' texts joined by PARAGRAPH_BREAK."""
        return PARAGRAPH_BREAK.join(paragraph.text for paragraph in self.paragraphs(row, column))

    def changes(self, row: int, from_column: int, to_column: int) -> tuple[Change, ...]:
        """What changed from one draft to another in a row.

        A paragraph that came or went is one insertion or deletion of the whole text. Note marks are noise where one
        of the drafts is a pasted text without notes. Many drafts have the same words, which are kept once.
        """
        old, new = (sys.intern(self.cell_text(row, column)) for column in (from_column, to_column))
        found = _changes(old, new, self.drafts[to_column].language)
        if not self.is_silent_on_notes(from_column, to_column):
            return found
        return tuple(_quiet(change) if _is_of_marks(change, old, new) else change for change in found)

    def is_silent_on_notes(self, *columns: int) -> bool:
        """Whether one of the drafts is a text that came without any notes."""
        return any(_has_no_notes(self.drafts[column]) for column in columns)

    def strength(self, row: int, from_column: int, to_column: int) -> StrengthShift | None:
        """How the strength of the opening changed; None where it did not or cannot be told."""
        old, new = self.cell_text(row, from_column), self.cell_text(row, to_column)
        if not old or not new or old == new:
            return None
        return strength_shift(old, new, self.drafts[to_column].language)

    def gravity(self, row: int, from_column: int, to_column: int) -> ChangeClass | None:
        """The class of the gravest change in a row; None where nothing changed."""
        classes = [change.change_class for change in self.changes(row, from_column, to_column)]
        return min(classes, key=_GRAVITY.__getitem__, default=None)


def _has_no_notes(draft: Draft) -> bool:
    return not draft.notes and bool(draft.paragraphs) and draft.paragraphs[0].origin.part == _TEXT


def _is_of_marks(change: Change, old: str, new: str) -> bool:
    """Whether nothing but marks of notes comes or goes."""
    words = change.old.of(old) + change.new.of(new)
    return bool(words) and not words.replace(OBJECT, "").strip()


def _quiet(change: Change) -> Change:
    return replace(change, change_class=ChangeClass.NOISE)


def compare(drafts: Sequence[Draft], table: AlignmentTable) -> Comparison:
    """The comparison of drafts that were aligned."""
    return Comparison(tuple(drafts), table)


@lru_cache(maxsize=_KEPT)
def _changes(old: str, new: str, language: str) -> tuple[Change, ...]:
    return changes_between(old, new, language)


def forget_changes() -> None:
    """Work all changes out anew: strength is told by another table from now on."""
    _changes.cache_clear()
