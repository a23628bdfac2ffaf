"""Where the columns of the matrix stand, in pixels of the viewport."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

ROW: Final = 24
_SCROLL_BAR: Final = 16
SMALLEST: Final = 0.9
"""Signs do not become smaller than they can be read."""

NUMBER: Final = 64
"""The room of a paragraph's name; its first words stand behind it."""

_LEAST_LABEL: Final = 188
_CELL: Final = 52
_WIDEST_CELL: Final = 124
_WIDEST_BASE: Final = 84


@dataclass(frozen=True, slots=True)
class MatrixGeometry:
    """`label` is the width of names, `base` that of the base column, `cell` that of each further draft.

    `is_mirrored`: the names stand at the right and the drafts follow to the left.
    """

    label: int
    base: int
    cell: int
    row: int
    drafts: int
    width: int
    is_mirrored: bool = False

    @property
    def frozen(self) -> int:
        """What stays when the others scroll sideways."""
        return self.label + self.base

    @property
    def total(self) -> int:
        """The width of all columns."""
        return self.frozen + max(0, self.drafts - 1) * self.cell

    def left(self, column: int, scrolled: int) -> int:
        """Where the cell of a draft begins."""
        near = self.label if column == 0 else self.frozen + (column - 1) * self.cell - scrolled
        return self.width - near - self.wide(column) if self.is_mirrored else near

    def wide(self, column: int) -> int:
        """How wide the cell of a draft is."""
        return self.base if column == 0 else self.cell

    def column_at(self, x: int, scrolled: int) -> int:
        """The draft at a place; -1 over the names."""
        x = self.width - 1 - x if self.is_mirrored else x
        if x < self.label:
            return -1
        if x < self.frozen or self.drafts < 2:
            return 0
        return min((x - self.frozen + scrolled) // self.cell + 1, self.drafts - 1)


def matrix_geometry(width: int, drafts: int, zoom: float, *, mirrored: bool = False) -> MatrixGeometry:
    """Columns for a viewport: cells become wider where there is room, then the first words of paragraphs get it."""
    size = max(SMALLEST, zoom)
    base = round(_CELL * size)
    others = max(1, drafts - 1)
    label = round(_LEAST_LABEL * size)
    rest = width - label - base
    cell = max(base, min(rest // others, round(_WIDEST_CELL * size)))
    base = max(base, min(cell, round(_WIDEST_BASE * size), width - label - others * cell))
    label = max(min(label, width // 2), width - base - others * cell)
    return MatrixGeometry(label, base, cell, round(ROW * size), drafts, width, mirrored)


def least_width(drafts: int, zoom: float) -> int:
    """The width in which all drafts are in sight with some words of the paragraphs."""
    size = max(SMALLEST, zoom)
    return round(_LEAST_LABEL * size) + drafts * round(_CELL * size) + _SCROLL_BAR
