"""One to one pairs of like paragraphs: the surest first, each new pair a witness for its neighbours."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import Final

from draftdesk.aligning.anchors import compatible, extend
from draftdesk.aligning.similarity import Resemblance

_ROUNDS: Final = (0.92, 0.8, 0.7, 0.6, 0.5, 0.42, 0.35)
LEAST_LIKENESS: Final = 0.30
"""Below this two paragraphs do not answer each other."""

_NEIGHBOUR: Final = 0.06
_SAME_GAP: Final = 0.04


def paired(resemblance: Resemblance, links: dict[int, int], scores: dict[tuple[int, int], float]) -> None:
    """Adds pairs to `links`; `scores` gets the likeness of each pair that was looked at."""
    old, new = resemblance.old, resemblance.new
    taken = set(links.values())
    olds = [i for i in range(len(old)) if i not in links]
    news = [j for j in range(len(new)) if j not in taken]
    for i, j in (*resemblance.candidates(olds, news), *_repeated(resemblance, olds, news)):
        if compatible(old[i], new[j]):
            same = old[i].key == new[j].key
            scores[i, j] = 1.0 if same else resemblance.likeness(i, j).score
    for least in (*_ROUNDS, LEAST_LIKENESS):
        _round(resemblance, links, scores, least)
        extend(old, new, links)


def _repeated(resemblance: Resemblance, olds: Sequence[int], news: Sequence[int]) -> list[tuple[int, int]]:
    """Pairs of equal passages that occur more than once, each with the few nearest in order."""
    places: dict[str, list[int]] = {}
    for j in news:
        places.setdefault(resemblance.new[j].key, []).append(j)
    pairs = []
    seen: dict[str, int] = {}
    for i in olds:
        key = resemblance.old[i].key
        equal = places.get(key, ())
        nth = seen[key] = seen.get(key, -1) + 1
        pairs += [(i, j) for j in equal[max(0, nth - 4) : nth + 5]]
    return pairs


def _round(
    resemblance: Resemblance, links: dict[int, int], scores: dict[tuple[int, int], float], least: float
) -> None:
    """Takes the open pairs of at least this likeness, neighbours' support counted, best first."""
    while True:
        taken = {j: i for i, j in links.items()}
        support = _Support(links, len(resemblance.new))
        open_pairs = [
            (-(score + support.of(i, j)), abs(i - j), i, j)
            for (i, j), score in scores.items()
            if i not in links and j not in taken and score + support.of(i, j) >= least
        ]
        open_pairs.sort()
        added = False
        for _, _, i, j in open_pairs:
            if i not in links and j not in taken:
                links[i], taken[j] = j, i
                added = True
        if not added:
            return


class _Support:
    """What linked neighbours say for a pair."""

    def __init__(self, links: dict[int, int], length: int) -> None:
        self._links = links
        self._linked = sorted(links)
        self._length = length

    def of(self, i: int, j: int) -> float:
        links = self._links
        worth = _NEIGHBOUR * ((links.get(i - 1) == j - 1) + (links.get(i + 1) == j + 1))
        at = bisect_left(self._linked, i)
        before = links[self._linked[at - 1]] if at else -1
        after = links[self._linked[at]] if at < len(self._linked) else self._length
        return worth + _SAME_GAP * (before < j < after)
