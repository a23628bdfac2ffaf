"""Line numbers in the margin of a draft: they are set aside before lines are put together.

Numbers that stand under each other, left of the text, and count in even steps down the page are line
numbers; the numbers of paragraphs have a stop or stand further apart.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from draftdesk.reading.pdf.pieces import Page, Piece

_FEWEST: Final = 5
_SAME_EDGE: Final = 3.0  # points
_APART: Final = 0.4  # em
_NEARLY: Final = 0.9
_COUNTED: Final = 0.7
_STEPS: Final = (1, 2, 5, 10)


def with_line_numbers_aside(page: Page) -> Page:
    """The page with its line numbers set aside."""
    numbers = _line_numbers(page)
    if not numbers:
        return page
    pieces = tuple(piece._replace(is_aside=True) if id(piece) in numbers else piece for piece in page.pieces)
    return replace(page, pieces=pieces)


def _line_numbers(page: Page) -> set[int]:
    """The identities of the pieces that are line numbers."""
    level = [piece for piece in page.pieces if not piece.is_aside]
    figures = [piece for piece in level if piece.text.strip().isdecimal() and len(piece.text.strip()) < 4]
    if len(figures) < _FEWEST:
        return set()
    shown = [piece for piece in level if piece.text.strip()]
    for first in figures:
        column = [piece for piece in figures if abs(piece.rights[-1] - first.rights[-1]) <= _SAME_EDGE]
        column.sort(key=lambda piece: -piece.baseline)
        run = max(_runs(column), key=len)
        if len(run) >= _FEWEST and _number_the_lines(run, shown):
            return {id(piece) for piece in column}
    return set()


def _runs(column: Sequence[Piece]) -> list[list[Piece]]:
    """The column parted where it counts anew, as it does at the footnotes."""
    runs = [[column[0]]]
    for earlier, later in pairwise(column):
        if int(later.text) > int(earlier.text):
            runs[-1].append(later)
        else:
            runs.append([later])
    return runs


def _number_the_lines(column: Sequence[Piece], shown: Sequence[Piece]) -> bool:
    """Whether figures count nearly all lines, in even steps, each on the line it counts, left of all text."""
    values = [int(piece.text) for piece in column]
    steps = {later - earlier for earlier, later in pairwise(values)}
    if len(steps) != 1 or not steps <= set(_STEPS):
        return False
    edge = max(piece.rights[-1] for piece in column)
    own = {id(piece) for piece in column}
    high, low = column[0].baseline + 1, column[-1].baseline - 1
    others = [piece for piece in shown if id(piece) not in own and low <= piece.baseline <= high]
    right = [piece for piece in others if piece.lefts[0] > edge + _APART * piece.size]
    heights = {round(piece.baseline) for piece in right}
    on_lines = sum(any(round(piece.baseline) + d in heights for d in (-1, 0, 1)) for piece in column)
    return (
        len(right) >= _NEARLY * len(others)
        and on_lines >= _NEARLY * len(column)
        and steps.pop() * len(column) >= _COUNTED * len(heights)
    )
