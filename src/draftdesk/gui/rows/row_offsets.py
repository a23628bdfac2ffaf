"""Where rows begin: heights with prefix sums that change and are searched in logarithmic time."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate


class RowOffsets:
    """A Fenwick tree over row heights, in whole pixels."""

    def __init__(self, heights: Sequence[int]) -> None:
        self._heights = list(heights)
        size = len(self._heights)
        self._tree = [0, *self._heights]
        for i in range(1, size + 1):
            above = i + (i & -i)
            if above <= size:
                self._tree[above] += self._tree[i]
        self._top = 1 << size.bit_length()
        self._total = sum(self._heights)

    def __len__(self) -> int:
        return len(self._heights)

    @property
    def total(self) -> int:
        """The height of all rows."""
        return self._total

    def height(self, row: int) -> int:
        """The height of a row."""
        return self._heights[row]

    def middles(self, most: float) -> list[float]:
        """The middle of each row, or `most` below its top where that is less."""
        tops = accumulate(self._heights, initial=0)
        return [top + min(most, height / 2) for top, height in zip(tops, self._heights, strict=False)]

    def set_height(self, row: int, height: int) -> int:
        """Change a height; returns the difference."""
        difference = height - self._heights[row]
        if difference:
            self._heights[row] = height
            self._total += difference
            i = row + 1
            while i < len(self._tree):
                self._tree[i] += difference
                i += i & -i
        return difference

    def top(self, row: int) -> int:
        """The sum of the heights before a row."""
        total = 0
        while row > 0:
            total += self._tree[row]
            row -= row & -row
        return total

    def row_at(self, y: int) -> int:
        """The row that covers `y`; the first or last one outside, -1 where there are no rows."""
        if not self._heights:
            return -1
        if y < 0:
            return 0
        position, step = 0, self._top
        while step:
            ahead = position + step
            if ahead < len(self._tree) and self._tree[ahead] <= y:
                position = ahead
                y -= self._tree[ahead]
            step >>= 1
        return min(position, len(self._heights) - 1)
