"""The hits of a search in the cells that are painted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from draftdesk.workbench.display.values import Block, TextRow
from draftdesk.workbench.find_text import Found, Hit, shown_spans


@dataclass(frozen=True, slots=True)
class Mark:
    """A marked stretch: the block of the cell, its span in what the block shows, whether the search stands on it."""

    block: int
    start: int
    end: int
    is_current: bool


class HitMarks:
    """What is marked of a search; worked out for a cell when it is painted, then kept."""

    def __init__(self, found: Found, current: Hit | None) -> None:
        self.found = found
        self.current = current
        self._kept: dict[tuple[int, int], tuple[Mark, ...]] = {}

    def is_in(self, row: int, column: int) -> bool:
        """Whether a text row has hits in a column."""
        return bool(self.found.in_cell(row, column))

    def of(self, row: TextRow, column: int, blocks: Sequence[Block]) -> tuple[Mark, ...]:
        """The marks in a cell."""
        key = (row.ordinal, column)
        marks = self._kept.get(key)
        if marks is None:
            marks = self._kept[key] = tuple(self._marks(row, column, blocks))
        return marks

    def _marks(self, row: TextRow, column: int, blocks: Sequence[Block]) -> list[Mark]:
        blocks_of = {block.paragraph: (number, block) for number, block in enumerate(blocks)}
        marks: list[Mark] = []
        for index in self.found.in_cell(row.ordinal, column):
            number, block = blocks_of.get(self.found.paragraph(column, index).id, (-1, None))
            if block is None:
                continue
            for start, end in self.found.spans(column, index):
                current = self.current == Hit(row.ordinal, column, index, start, end)
                marks += [Mark(number, low, high, current) for low, high in shown_spans(block, start, end)]
        return marks
