"""Words struck out or underlined in a PDF: the lines are drawn apart from the letters.

A line about a quarter of the letters' height above the baseline strikes them, one just below it underlines
them. A line that reaches beyond the text belongs to a table or to the page.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from draftdesk.model.paragraph import Mark
from draftdesk.reading.pdf.pieces import Box

_STRIKE: Final = (0.15, 0.45)  # em above the baseline
_UNDERLINE: Final = (-0.3, 0.02)
_BEYOND: Final = 0.6


@dataclass(frozen=True, slots=True)
class DrawnMark:
    """What a drawn line does to the letters between `left` and `right`."""

    left: float
    right: float
    mark: Mark


def drawn_marks(
    rules: Iterable[Box], baseline: float, size: float, edges: tuple[float, float]
) -> tuple[DrawnMark, ...]:
    """The marks that level lines make in a line of text between `edges`, in points."""
    found = []
    for rule in rules:
        height = ((rule.bottom + rule.top) / 2 - baseline) / size
        if rule.left < edges[0] - _BEYOND * size or rule.right > edges[1] + _BEYOND * size:
            continue
        if _STRIKE[0] <= height <= _STRIKE[1]:
            found.append(DrawnMark(rule.left, rule.right, Mark.STRIKE))
        elif _UNDERLINE[0] <= height <= _UNDERLINE[1]:
            found.append(DrawnMark(rule.left, rule.right, Mark.UNDERLINE))
    return tuple(found)
