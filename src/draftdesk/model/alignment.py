"""Which paragraph answers which, for any number of drafts.

A table has one column per draft; a cell holds the indices of paragraphs in that draft's `paragraphs`.
Every visible paragraph of every draft is in exactly one row; a split or merge is one row with several
indices in a cell. A moved paragraph is one row, too: where it stands in each draft is in its indices.
A row of several paragraphs has one relation for each step like any other, and beside it tells which of them moved.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from draftdesk.model.quick_enum import QuickEnum
from draftdesk.model.value import value


class Shape(StrEnum):
    """Which drafts are compared: each with its left neighbour (CHAIN) or all with the first (STAR)."""

    PAIR = "pair"
    CHAIN = "chain"
    STAR = "star"


class Relation(QuickEnum):
    """What became of a paragraph in one step. A new number alone is UNCHANGED; a row of which a part moved is not."""

    UNCHANGED = "unchanged"
    EDITED = "edited"
    MOVED = "moved"
    MOVED_EDITED = "moved_edited"
    SPLIT = "split"
    MERGED = "merged"
    DELETED = "deleted"
    INSERTED = "inserted"


MOVES = frozenset({Relation.MOVED, Relation.MOVED_EDITED})

Link = tuple[int, int]
"""The indices of a paragraph of the older draft of a step and of one of the newer that came of it."""


@value
class AlignmentRow:
    """Paragraphs that answer each other.

    `relations` has one entry per step of the shape, None where both ends are empty or a pasted text says nothing of
    the paragraph. `confidence` runs from 0 to 1; under 0.6 a view should offer the pairing as doubtful. `pinned`:
    set by a person. `moved` has one entry per step, or none where nothing is to tell: the links of a row of several
    paragraphs that left their order where the relation does not say it, as of a part that stands elsewhere.
    """

    cells: tuple[tuple[int, ...], ...]
    relations: tuple[Relation | None, ...]
    confidence: float = 1.0
    pinned: bool = False
    moved: tuple[tuple[Link, ...], ...] = ()

    def moved_in(self, step: int) -> tuple[Link, ...]:
        """The links of a row of several paragraphs that left their order in a step, its relation apart."""
        return self.moved[step] if self.moved else ()

    @property
    def has_moves(self) -> bool:
        """Whether anything of it moved in any step."""
        return bool(self.moved) or Relation.MOVED in self.relations or Relation.MOVED_EDITED in self.relations

    def moves_whole(self, step: int, columns: tuple[int, int]) -> bool:
        """Whether all its paragraphs moved in a step between two columns, split and merged ones too."""
        if self.relations[step] in MOVES:
            return True
        links = self.moved_in(step)
        return bool(links) and all({link[k] for link in links} == set(self.cells[columns[k]]) for k in (0, 1))


@dataclass(frozen=True, slots=True)
class Pin:
    """A person's word on a pairing: paragraphs (draft column, index) that answer each other.

    A single one: that paragraph has no counterpart in the other drafts.
    """

    paragraphs: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class AlignmentTable:
    """Rows in reading order: the first draft's order, other paragraphs after their neighbours.

    `compared` names the compared columns where the shape alone does not: a working draft is compared with
    the draft that it came from, wherever that stands. `versions`: columns of another language (beside which, the
    column); no step leads to them, for words say nothing there.
    """

    shape: Shape
    columns: int
    rows: tuple[AlignmentRow, ...]
    compared: tuple[tuple[int, int], ...] = ()
    versions: tuple[tuple[int, int], ...] = ()

    def beside(self, column: int) -> int:
        """The column that a version in another language is laid beside; -1 for any other column."""
        return next((old for old, new in self.versions if new == column), -1)

    def steps(self) -> tuple[tuple[int, int], ...]:
        """The compared columns (from, to), one per entry of `relations`."""
        return self.compared if self.compared or self.versions else steps_of(self.shape, self.columns)


def steps_of(shape: Shape, columns: int) -> tuple[tuple[int, int], ...]:
    """The steps of a shape: CHAIN 0-1, 1-2, ...; STAR and PAIR 0-1, 0-2, ..."""
    if shape is Shape.CHAIN:
        return tuple((k, k + 1) for k in range(columns - 1))
    return tuple((0, k) for k in range(1, columns))
