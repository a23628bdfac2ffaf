"""What the neighbours of a pair say for it: pairs beside it, and the gap between pairs that keep their order."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from typing import Final

from draftdesk.aligning.ordering import longest_in_order

_NEIGHBOUR: Final = 0.06
_SAME_GAP: Final = 0.12
_FILLS_GAP: Final = 0.3
"""By so much of its likeness a pair goes first that alone fills the gap between its neighbours; in a wider gap by a
part of it.

A formula ("Takes note of the report of the Secretary-General") has its like all over a long text; what stands in
its place and was edited is likelier than a twin far away. What is little like what stood there is not.
"""

_FILLS_GAP_FROM: Final = 0.35
MOST_SUPPORT: Final = 2 * _NEIGHBOUR + _SAME_GAP + _FILLS_GAP + 1e-9
"""No place adds more to a likeness."""


def in_order(links: Mapping[int, int]) -> list[tuple[int, int]]:
    """The most pairs that keep their order."""
    pairs = sorted(links.items())
    return [pairs[k] for k in longest_in_order([j for _, j in pairs])]


def between(places: Sequence[int], low: int, high: int) -> Sequence[int]:
    """Of ascending places those between two others."""
    return places[bisect_left(places, low + 1) : bisect_left(places, high)]


class Support:
    """What linked neighbours say for a pair, and whether it stands between those that keep their order."""

    def __init__(self, links: Mapping[int, int], lengths: tuple[int, int]) -> None:
        self._links = links
        self.kept = in_order(links)
        self._olds = [-1, *(i for i, _ in self.kept), lengths[0]]
        self._news = [-1, *(j for _, j in self.kept), lengths[1]]

    def is_in_order(self, i: int, j: int) -> bool:
        """Whether a pair stands between the same pairs that keep their order."""
        at = bisect_left(self._olds, i)
        return self._news[at - 1] < j < self._news[at]

    def gap_of_old(self, i: int) -> tuple[int, int]:
        """The new places between which old[i], which keeps no order, would stand in order."""
        at = bisect_left(self._olds, i)
        return self._news[at - 1], self._news[at]

    def gap_of_new(self, j: int) -> tuple[int, int]:
        """The old places between which new[j], which keeps no order, would stand in order."""
        at = bisect_left(self._news, j)
        return self._olds[at - 1], self._olds[at]

    def beside(self, i: int, j: int) -> int:
        """How many of the two neighbours of a pair are linked with each other."""
        return (self._links.get(i - 1) == j - 1) + (self._links.get(i + 1) == j + 1)

    def of(self, i: int, j: int, score: float) -> tuple[float, float]:
        """What the place adds to the likeness, and by how much more the pair goes before others."""
        worth = _NEIGHBOUR * self.beside(i, j)
        at = bisect_left(self._olds, i)
        before, after = self._news[at - 1], self._news[at]
        if not before < j < after:
            return worth, 0.0
        worth += _SAME_GAP
        if score < _FILLS_GAP_FROM:
            return worth, 0.0
        return worth, _FILLS_GAP * score / (max(self._olds[at] - self._olds[at - 1], after - before) - 1)
