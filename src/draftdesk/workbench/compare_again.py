"""The comparison after words of the working draft changed: only the rows of these words are looked at.

In three places rows follow the words: a new paragraph may be what the one before it lost, a paragraph may have been
joined to the one before, and of paragraphs in another order the heavier ones stay. Where one of these may come out
otherwise than before, the answer is None and all has to be compared.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from draftdesk.comparing.comparison import Comparison
from draftdesk.model.alignment import MOVES, AlignmentRow, Pin
from draftdesk.model.draft import Draft
from draftdesk.settings import QUICK_PARAGRAPHS
from draftdesk.workbench.answering_rows import answering_row
from draftdesk.workbench.compare_drafts import is_split_off, moved_among, with_working, working_relation
from draftdesk.workbench.joined_rows import can_join
from draftdesk.workbench.reworded import reworded_places


@dataclass(frozen=True)
class WorkingPreparation:
    """What `with_working` needs; a value, so that it can be compared elsewhere."""

    files: Comparison
    working: Draft
    source: int
    pins: tuple[Pin, ...]

    def compared(self) -> Comparison:
        """The files with the working draft as their last column; 20 ms for 2,400 paragraphs."""
        return with_working(self.files, self.working, self.source, self.pins)

    @property
    def is_small(self) -> bool:
        """Whether comparing and arranging takes but a moment, whatever changed."""
        return sum(len(draft.paragraphs) for draft in (*self.files.drafts, self.working)) <= QUICK_PARAGRAPHS

    def is_like(self, other: WorkingPreparation) -> bool:
        """Whether nothing but the working draft differs."""
        return self.files is other.files and (self.source, self.pins) == (other.source, other.pins)


class KeptWorking:
    """The last comparison with the working draft; the next one starts from it where it can."""

    def __init__(self) -> None:
        self._kept: tuple[WorkingPreparation, Comparison] | None = None

    def quick(self, preparation: WorkingPreparation) -> Comparison | None:
        """The comparison where it is known, or few rows are to be looked at for it."""
        if self._kept is None or not self._kept[0].is_like(preparation):
            return None
        before, comparison = self._kept
        found = (
            comparison if before.working is preparation.working else compared_again(comparison, preparation.working)
        )
        if found is not None:
            self._kept = (preparation, found)
        return found

    def keep(self, preparation: WorkingPreparation, comparison: Comparison) -> None:
        """Keeps what comparing gave, here or elsewhere."""
        self._kept = (preparation, comparison)

    def comparison(self, preparation: WorkingPreparation) -> Comparison:
        """The comparison, worked out now."""
        found = self.quick(preparation)
        if found is None:
            found = preparation.compared()
            self.keep(preparation, found)
        return found


def compared_again(before: Comparison, working: Draft) -> Comparison | None:
    """`before` with a later state of its last draft, the working draft, whose rows `with_working` made."""
    places = reworded_places(before.drafts[-1], working)
    if places is None:
        return None
    table = _Table(before, working)
    shown = sorted(place for place in places if place in table.row_of)
    if not all(table.keeps_row(place) for place in shown) or not table.keeps_order():
        return None
    rows = list(before.table.rows)
    for number in {table.row_of[place] for place in shown}:
        rows[number] = table.related(number)
    changed = any(one is not other for one, other in zip(rows, before.table.rows, strict=True))
    became = replace(before.table, rows=tuple(rows)) if changed else before.table
    return Comparison((*before.drafts[:-1], working), became)


@dataclass(frozen=True)
class _Table:
    """The rows of before, and the working draft of now."""

    before: Comparison
    working: Draft

    @property
    def _rows(self) -> Sequence[AlignmentRow]:
        return self.before.table.rows

    @property
    def _source(self) -> int:
        return self.before.table.steps()[-1][0]

    @cached_property
    def row_of(self) -> dict[int, int]:
        """The row of each paragraph of the working draft that is shown."""
        return {index: number for number, row in enumerate(self._rows) for index in row.cells[-1]}

    @cached_property
    def _neighbours(self) -> dict[int, tuple[int, int]]:
        """The paragraphs that are shown before and after each; -1 for none."""
        shown = self.working.visible
        return dict(zip(shown, zip((-1, *shown), (*shown[1:], -1), strict=False), strict=True))

    def keeps_row(self, place: int) -> bool:
        """Whether no words of a paragraph can bring it, the next one or the next row elsewhere."""
        number, following = self.row_of[place], self._neighbours[place][1]
        if self._is_joined(number) or self._rows[number].pinned:
            return False
        is_kept = all(self._has_own_row(one) for one in (place, following) if one >= 0)
        return is_kept and not self._takes_next(number)

    def _has_own_row(self, place: int) -> bool:
        """Whether a paragraph stands in the row of its id, or is new and in a row of its own, now as before."""
        row, paragraph = self._rows[self.row_of[place]], self.working.paragraphs[place]
        source = self.before.drafts[self._source]
        if any(source.paragraphs[index].id == paragraph.id for index in row.cells[self._source]):
            return True
        if row.pinned or any(row.cells[:-1]):
            return False
        previous = self._neighbours[place][0]
        others = self.before.drafts[:-1]
        if answering_row(paragraph.text, others, self._rows, self._source, (-1, len(self._rows))) is not None:
            return False
        if previous < 0:
            return True
        number = self.row_of[previous]
        above = self._rows[number]
        if not any(above.cells[:-1]):
            return True
        if self._is_joined(number) or max(above.cells[-1]) > place:
            return False
        came_from = self._text(source, above.cells[self._source])
        return not is_split_off(came_from, self._text(self.working, above.cells[-1]), paragraph.text)

    def _is_joined(self, number: int) -> bool:
        """Whether the source has a paragraph in a row that the working draft does not have there by its id."""
        row, source = self._rows[number], self.before.drafts[self._source]
        there = {self.working.paragraphs[index].id for index in row.cells[-1]}
        return any(source.paragraphs[index].id not in there for index in row.cells[self._source])

    def _takes_next(self, number: int) -> bool:
        """Whether the paragraph of the next row, which the working draft lacks, is in the words of this row."""
        if number + 1 == len(self._rows):
            return False
        row, following = self._rows[number], self._rows[number + 1]
        if not can_join(row, following, self.before.table.steps()):
            return False
        source = self.before.drafts[self._source]
        own, coming = (self._text(source, one.cells[self._source]) for one in (row, following))
        return is_split_off(self._text(self.working, row.cells[-1]), own, coming)

    def keeps_order(self) -> bool:
        """Whether the same paragraphs count as moved."""
        places = list(self._firsts())
        return moved_among(self.before.drafts[-1], places) == moved_among(self.working, places)

    def _firsts(self) -> Iterator[tuple[int, int, int]]:
        source = self._source
        for number, row in enumerate(self._rows):
            if row.cells[source] and row.cells[-1]:
                yield row.cells[source][0], row.cells[-1][0], number

    def related(self, number: int) -> AlignmentRow:
        """A row with what became of it now; the very same one where that is as before."""
        row, source = self._rows[number], self._source
        is_moved = row.relations[-1] in MOVES
        relation = working_relation(
            self.before.drafts[source], self.working, row.cells[source], row.cells[-1], moved=is_moved
        )
        return row if relation is row.relations[-1] else replace(row, relations=(*row.relations[:-1], relation))

    @staticmethod
    def _text(draft: Draft, cell: Sequence[int]) -> str:
        return " ".join(draft.paragraphs[index].text for index in cell)
