"""Where columns, numbers and lanes stand, in pixels of the viewport."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

PAD_TOP: Final = 7
PAD_BOTTOM: Final = 8
TIGHT: Final = 6
"""By so much the rows of subparagraphs are closer to the row above."""

BLOCK_GAP: Final = 7
NOTE_SCALE: Final = 0.86
LEAD_WIDTH: Final = 27
SECTION_HEIGHT: Final = 25
FOLD_HEIGHT: Final = 24
FOLD_WORDS: Final = 32
LETTER: Final = 16
LETTER_TOP: Final = 10
LETTER_GAP: Final = 3
NUMBER_GAP: Final = 9
MIN_TEXT: Final = 250
MIN_READABLE: Final = 150
MAX_SINGLE_TEXT: Final = 700

_TWO: Final = (50, 40, 48, 14)
_MORE: Final = (50, 34, 50, 13)
"""First number, lane, further numbers, right padding; "PP 12" and the sign of a finding have room."""


_NUMBERS_AT_SMALL: Final = 0.95
"""Numbers do not become smaller than they can be read, so neither does their room."""


@dataclass(frozen=True, slots=True)
class ColumnBox:
    """A column: its outer edges, its text, the middle of its lane, where its numbers end or begin."""

    left: int
    right: int
    text_left: int
    text_width: int
    lane: int
    number: int
    is_right_to_left: bool

    def shifted(self, by: int) -> ColumnBox:
        """The same box moved to the right."""
        return ColumnBox(
            self.left + by,
            self.right + by,
            self.text_left + by,
            self.text_width,
            self.lane + by,
            self.number + by,
            self.is_right_to_left,
        )


@dataclass(frozen=True, slots=True)
class Geometry:
    """All columns for a width; `total` may be more than the width, then columns after the first scroll.

    `is_mirrored`: the first column stands at the right, as in a window that is laid out from right to left.
    """

    columns: tuple[ColumnBox, ...]
    total: int
    width: int = 0
    is_mirrored: bool = False

    @property
    def is_scrolled(self) -> bool:
        """Whether the columns are wider than the viewport."""
        return self.total > self.width

    def placed(self, column: int, scrolled: int) -> ColumnBox:
        """A column's box when the later columns are scrolled sideways."""
        box = self.columns[column]
        return box if column == 0 else box.shifted(scrolled if self.is_mirrored else -scrolled)

    @property
    def beside_first(self) -> tuple[int, int]:
        """From where to where the columns after the first are seen."""
        first = self.columns[0]
        return (0, first.left) if self.is_mirrored else (first.right, max(first.right, self.width))

    @property
    def edge(self) -> int:
        """The line at which the first column ends and others pass under it."""
        return self.columns[0].left if self.is_mirrored else self.columns[0].right - 1

    def fold_words(self, zoom: float) -> int:
        """Where the words of a fold begin, from the side where lines begin: clear of a lane that stands there."""
        seen = [box for box in self.columns if box.right > _UNSEEN]
        if len(seen) == len(self.columns):
            return round(FOLD_WORDS * zoom)
        box = seen[0]
        is_clear = (box.lane < box.text_left) is self.is_mirrored
        start = self.width - box.text_left - box.text_width if self.is_mirrored else box.text_left
        return round(FOLD_WORDS * zoom) if is_clear else start

    def from_start(self, column: int) -> tuple[int, int]:
        """How far a column begins and ends from the side at which the first one stands, nothing being scrolled."""
        box = self.columns[column]
        return (self.width - box.right, self.width - box.left) if self.is_mirrored else (box.left, box.right)

    def column_at(self, x: int, scrolled: int) -> int:
        """The column at a place; the nearest one outside all of them."""
        for column in range(len(self.columns)):
            box = self.placed(column, scrolled)
            if box.right > _UNSEEN and (x >= box.left if self.is_mirrored else x < box.right):
                return column
        return next((k for k in reversed(range(len(self.columns))) if self.columns[k].right > _UNSEEN), 0)


_OUT_OF_SIGHT: Final = -100_000
_UNSEEN: Final = _OUT_OF_SIGHT // 2
"""Nobody scrolls as far."""


def geometry(
    width: int, right_to_left: Sequence[bool], zoom: float, alone: int = -1, *, mirrored: bool = False
) -> Geometry:
    """The columns for a viewport of `width` pixels; all text columns are equally wide.

    `alone`: the one column that is in sight; it has the margins of a newer draft. `mirrored`: from the right on.
    """
    count = len(right_to_left)
    if not count:
        return Geometry((), width, width, mirrored)
    if 0 <= alone < count:
        return _one_column(width, right_to_left, zoom, alone, mirrored=mirrored)
    first, lane, later, pad = (round(value * zoom) for value in (_TWO if count <= 2 else _MORE))
    if count == 1:
        first = round(66 * zoom)
    if zoom < 1:
        first, later = round(first * _NUMBERS_AT_SMALL / zoom), round(later * _NUMBERS_AT_SMALL / zoom)
    fixed = first + (count - 1) * (lane + later) + count * pad
    text = max(_least_text(width, (first, lane, later, pad), zoom), (width - fixed) // count)
    if count == 1:
        text = min(text, round(MAX_SINGLE_TEXT * zoom))
    boxes: list[ColumnBox] = []
    x = 0
    for column, rtl in enumerate(right_to_left):
        lane_width, number_width = (lane, later) if column else (0, first)
        total = lane_width + number_width + text + pad
        left = width - x - total if mirrored else x
        boxes.append(_box(left, total, lane_width, number_width, pad, rtl, zoom))
        x += total
    return Geometry(tuple(boxes), x, width, mirrored)


def _one_column(width: int, right_to_left: Sequence[bool], zoom: float, alone: int, *, mirrored: bool) -> Geometry:
    _, lane, number, pad = (round(value * zoom) for value in _TWO)
    if zoom < 1:
        number = round(number * _NUMBERS_AT_SMALL / zoom)
    text = max(MIN_READABLE, min(width - lane - number - pad, round(MAX_SINGLE_TEXT * zoom)))
    total = lane + number + text + pad
    start = width - total if mirrored else 0
    places = (start if column == alone else _OUT_OF_SIGHT for column in range(len(right_to_left)))
    boxes = (_box(x, total, lane, number, pad, rtl, zoom) for x, rtl in zip(places, right_to_left, strict=True))
    return Geometry(tuple(boxes), width, width, mirrored)


def _least_text(width: int, margins: tuple[int, int, int, int], zoom: float) -> int:
    """The narrowest text column: so that the base and one draft beside it are in sight, however large the letters."""
    first, lane, later, pad = margins
    beside = (width - first - lane - later - 2 * pad) // 2
    return max(MIN_READABLE, min(round(MIN_TEXT * min(zoom, 1.5)), beside))


def _box(x: int, total: int, lane: int, number: int, pad: int, rtl: bool, zoom: float) -> ColumnBox:  # noqa: FBT001
    gap = round(NUMBER_GAP * zoom)
    text = total - lane - number - pad
    if rtl:
        left = x + pad
        return ColumnBox(x, x + total, left, text, x + total - lane // 2, left + text + gap, rtl)
    left = x + lane + number
    return ColumnBox(x, x + total, left, text, x + lane // 2, left - gap, rtl)
