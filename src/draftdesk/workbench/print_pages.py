"""Which lines of a view stand on which printed page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """A line, or a part of one that is higher than a page: `skip` of its height was printed before."""

    item: int
    skip: int
    height: int


def pages_of(
    heights: Sequence[int], page: int, *, held: frozenset[int] = frozenset(), overlap: int = 0
) -> tuple[tuple[PrintedLine, ...], ...]:
    """Lines of these heights on pages of one height; `held` lines stand with the one after them.

    A line that is higher than a page goes on, its last `overlap` once more, so that no line of words is cut for good.
    """
    pages: list[tuple[PrintedLine, ...]] = []
    lines: list[PrintedLine] = []
    left = page
    for item, height in enumerate(heights):
        with_next = height + (heights[item + 1] if item in held and item + 1 < len(heights) else 0)
        if lines and min(with_next, page) > left:
            pages.append(tuple(lines))
            lines, left = [], page
        skip = 0
        while height - skip > left:
            lines.append(PrintedLine(item, skip, left))
            skip += max(1, left - min(overlap, left // 2))
            pages.append(tuple(lines))
            lines, left = [], page
        lines.append(PrintedLine(item, skip, height - skip))
        left -= height - skip
    return (*pages, tuple(lines)) if lines else tuple(pages)
