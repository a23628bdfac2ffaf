"""A pair out of order is looked at again once its neighbours are known: what stands in its place may answer as well.

Pairs are taken best first, so that a copy far away can be linked before anything speaks for the paragraph that was
edited in its place.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final, NamedTuple

from draftdesk.aligning.support import Support, between

_ALONE: Final = 0.85
"""A pair out of order whose neighbours went elsewhere is worth no more than this, however alike."""

_LEAST_IN_PLACE: Final = 0.45
"""What takes a paragraph back into its place must be this much like it."""

_LEAST_LEFT: Final = 0.38
"""The two that an exchange leaves over answer each other if they are this much alike."""

_WIDEST_GAP: Final = 6
"""In gaps of so many free paragraphs every pair is looked at."""

_ROUNDS: Final = 3


class _Exchange(NamedTuple):
    """A pair in order, by how much it loses to the pairs that it takes apart (less than 0), and their other ends."""

    loss: float
    old: int
    new: int
    left_new: int | None
    left_old: int | None


class Places:
    """Links that change until what stands in its place is worth no more than what is linked far away.

    `likeness` of an old and a new position is 0 where the two may not answer each other.
    """

    def __init__(
        self, links: dict[int, int], lengths: tuple[int, int], likeness: Callable[[int, int], float]
    ) -> None:
        self._links = links
        self._lengths = lengths
        self._likeness = likeness

    def settle(self, known: Iterable[tuple[int, int]]) -> None:
        """Exchanges pairs out of order for pairs in order; `known` pairs are looked at in wide gaps, too."""
        for _ in range(_ROUNDS):
            support = Support(self._links, self._lengths)
            kept = set(support.kept)
            out = {i: j for i, j in self._links.items() if (i, j) not in kept}
            if not out:
                return
            self._back = {j: i for i, j in self._links.items()}
            offers = [self._weighed(support, i, j) for i, j in self._offers(support, out, known)]
            if not self._carried_out(sorted(offer for offer in offers if offer.loss < 0)):
                return

    def _offers(
        self, support: Support, out: dict[int, int], known: Iterable[tuple[int, int]]
    ) -> set[tuple[int, int]]:
        """Pairs in order that would take apart none but pairs out of order."""
        moved = set(out.values())
        olds = [i for i in range(self._lengths[0]) if i in out or i not in self._links]
        news = [j for j in range(self._lengths[1]) if j in moved or j not in self._back]
        free_old, free_new = set(olds), set(news)
        found = {
            (i, j)
            for i, j in known
            if (i in out or j in moved) and i in free_old and j in free_new and support.is_in_order(i, j)
        }
        for i, j in out.items():
            there, here = between(news, *support.gap_of_old(i)), between(olds, *support.gap_of_new(j))
            found.update((i, other) for other in there if len(there) <= _WIDEST_GAP)
            found.update((other, j) for other in here if len(here) <= _WIDEST_GAP)
        return found - set(out.items())

    def _weighed(self, support: Support, i: int, j: int) -> _Exchange:
        alike = self._likeness(i, j)
        left_new, left_old = self._links.get(i), self._back.get(j)
        if alike < _LEAST_IN_PLACE:
            return _Exchange(0.0, i, j, left_new, left_old)
        worth = alike + sum(support.of(i, j, alike))
        if left_new is not None:
            worth -= self._worth_out(support, i, left_new)
        if left_old is not None:
            worth -= self._worth_out(support, left_old, j)
        if left_new is not None and left_old is not None:
            left = self._likeness(left_old, left_new)
            worth += left if left >= _LEAST_LEFT else 0.0
        return _Exchange(-worth, i, j, left_new, left_old)

    def _worth_out(self, support: Support, i: int, j: int) -> float:
        beside = support.of(i, j, 0.0)[0]
        return self._likeness(i, j) + beside if beside else min(_ALONE, self._likeness(i, j))

    def _carried_out(self, exchanges: list[_Exchange]) -> bool:
        """Carries out the best ones that do not touch each other; whether there was any."""
        done: set[tuple[bool, int | None]] = set()
        for _, i, j, left_new, left_old in exchanges:
            touched = {(True, i), (True, left_old), (False, j), (False, left_new)} - {(True, None), (False, None)}
            if touched & done:
                continue
            done |= touched
            if left_old is not None:
                del self._links[left_old]
            self._links[i] = j
            if left_old is not None and left_new is not None and self._likeness(left_old, left_new) >= _LEAST_LEFT:
                self._links[left_old] = left_new
        return bool(exchanges)
