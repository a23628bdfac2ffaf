"""One to one pairs of like paragraphs: the surest first, each new pair a witness for its neighbours."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence, Set
from typing import Final

from draftdesk.aligning.anchors import compatible, extend
from draftdesk.aligning.similarity import Resemblance

_ROUNDS: Final = (0.92, 0.8, 0.7, 0.6, 0.5, 0.43)
LEAST_LIKENESS: Final = 0.36
"""Below this two paragraphs do not answer each other."""

_NEIGHBOUR: Final = 0.06
_SAME_GAP: Final = 0.12
_LONE: Final = 0.78
"""Equal passages far out of order with other neighbours: worth no more than a like one in its place."""

_NUMBERS_DIFFER: Final = 0.05
"""What equal passages, wherever they stand, are ahead of others with the same words and other numbers."""

_LEAST_OUT_OF_PLACE: Final = 0.38
"""What would be a move must be this much alike."""


def paired(
    resemblance: Resemblance,
    links: dict[int, int],
    scores: dict[tuple[int, int], float],
    lone: Set[tuple[int, int]] = frozenset(),
) -> None:
    """Adds pairs to `links`; `scores` gets the likeness of each pair that was looked at.

    `lone`: pairs of equal passages far out of order, which a like passage in the right place may outdo.
    """
    old, new = resemblance.old, resemblance.new
    taken = set(links.values())
    olds = [i for i in range(len(old)) if i not in links]
    news = [j for j in range(len(new)) if j not in taken]
    for i, j in (*resemblance.candidates(olds, news), *_repeated(resemblance, olds, news)):
        if compatible(old[i], new[j]):
            scores[i, j] = _score(resemblance, i, j, lone)
    for least in (*_ROUNDS, LEAST_LIKENESS):
        _round(resemblance, links, scores, least)
        extend(old, new, links)


def _score(resemblance: Resemblance, i: int, j: int, lone: Set[tuple[int, int]]) -> float:
    if resemblance.old[i].key == resemblance.new[j].key:
        return _LONE if (i, j) in lone else 1.0
    score = resemblance.likeness(i, j).score
    same_words = resemblance.old_profiles[i].numbers == resemblance.new_profiles[j].numbers
    return min(score, _LONE - _NUMBERS_DIFFER) if lone and same_words else score


def _repeated(resemblance: Resemblance, olds: Sequence[int], news: Sequence[int]) -> list[tuple[int, int]]:
    """Pairs of passages with the same words that occur more than once, each with the few nearest in order."""
    places: dict[tuple[str, ...], list[int]] = {}
    for j in news:
        places.setdefault(resemblance.new[j].words(), []).append(j)
    pairs = []
    seen: dict[tuple[str, ...], int] = {}
    for i in olds:
        words = resemblance.old[i].words()
        equal = places.get(words, ())
        nth = seen[words] = seen.get(words, -1) + 1
        pairs += [(i, j) for j in equal[max(0, nth - 5) : nth + 6]]
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
            if i not in links and j not in taken and support.enough(i, j, score, least)
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

    def enough(self, i: int, j: int, score: float, least: float) -> bool:
        worth = self.of(i, j)
        return score + worth >= least and (worth > 0 or score >= _LEAST_OUT_OF_PLACE)

    def of(self, i: int, j: int) -> float:
        links = self._links
        worth = _NEIGHBOUR * ((links.get(i - 1) == j - 1) + (links.get(i + 1) == j + 1))
        at = bisect_left(self._linked, i)
        before = links[self._linked[at - 1]] if at else -1
        after = links[self._linked[at]] if at < len(self._linked) else self._length
        return worth + _SAME_GAP * (before < j < after)
