"""One to one pairs of like paragraphs: the surest first, each new pair a witness for its neighbours."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence, Set
from itertools import pairwise
from typing import Final

from draftdesk.aligning.anchors import compatible, extend
from draftdesk.aligning.features import WEIGHT_UNIT
from draftdesk.aligning.in_place import Places
from draftdesk.aligning.similarity import Resemblance
from draftdesk.aligning.support import MOST_SUPPORT, Support, between, in_order

_ROUNDS: Final = (1.3, 1.2, 1.1, 1.0, 0.92, 0.8, 0.7, 0.6, 0.5, 0.43)
LEAST_LIKENESS: Final = 0.4
"""Below this two paragraphs do not answer each other."""

_WIDEST_GAP: Final = 6
"""In gaps of so many open paragraphs a side, every pair is looked at, however common its words."""

_LONE: Final = 0.85
"""Equal passages far out of order with other neighbours: worth no more than a like one in its place."""

_NUMBERS_DIFFER: Final = 0.05
"""What equal passages, wherever they stand, are ahead of others with the same words and other numbers."""

_LEAST_OUT_OF_PLACE: Final = 0.38
"""What would be a move must be this much alike."""

_LEAST_IN_PLACE: Final = 0.24
"""However well their neighbours speak for them, paragraphs must be this much alike."""

_BEGINNING_ASKED: Final = 0.33
"""Who rewrites a paragraph in its place leaves its beginning: less alike than this and with another, it is new."""

_HELD: Final = 0.7
_LEAST_HELD: Final = 30 * WEIGHT_UNIT
"""Of a pair in its place one side holds this share of the other, and this much."""

_LEAST_ALONE: Final = 0.3
_AHEAD_OF_RIVALS: Final = 1.6
_LEAST_SHARED: Final = 15 * WEIGHT_UNIT
"""Out of place a pair may be so little alike if both begin alike and neither has another that comes near; what they
share is more than a few words."""

_TELLING: Final = 0.62
_COVERED: Final = 0.8
_RIVAL: Final = 0.1
"""A pair under `_TELLING`, neither side covered, is no move where both sides have another about as like."""


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
    candidates = {
        *resemblance.candidates(olds, news),
        *_repeated(resemblance, olds, news),
        *_in_gaps(links, olds, news, (len(old), len(new))),
    }
    for i, j in sorted(candidates):
        if compatible(old[i], new[j]):
            scores[i, j] = _score(resemblance, i, j, lone)
    rounds = _Rounds(resemblance, links, scores)
    for number, least in enumerate((*_ROUNDS, LEAST_LIKENESS)):
        if rounds.take(least) or not number:
            extend(old, new, links)
    Places(links, (len(old), len(new)), _known_or_asked(resemblance, scores, lone)).settle(list(scores))
    _contained(resemblance, links, scores)
    _rewritten(resemblance, links, scores)


def _known_or_asked(
    resemblance: Resemblance, scores: dict[tuple[int, int], float], lone: Set[tuple[int, int]]
) -> Callable[[int, int], float]:
    """The likeness of two positions, which `scores` then holds."""

    def likeness(i: int, j: int) -> float:
        if (i, j) not in scores:
            fit = compatible(resemblance.old[i], resemblance.new[j])
            scores[i, j] = _score(resemblance, i, j, lone) if fit else 0.0
        return scores[i, j]

    return likeness


def _score(resemblance: Resemblance, i: int, j: int, lone: Set[tuple[int, int]]) -> float:
    if resemblance.old[i].key == resemblance.new[j].key:
        return _LONE if (i, j) in lone else 1.0
    score = resemblance.likeness(i, j).score
    same_words = resemblance.old_profiles[i].numbers == resemblance.new_profiles[j].numbers
    return min(score, _LONE - _NUMBERS_DIFFER) if lone and same_words else score


def _contained(resemblance: Resemblance, links: dict[int, int], scores: Mapping[tuple[int, int], float]) -> None:
    """Links open pairs in order of which one holds the other: what became a chapeau, or got one, is much shorter."""
    taken = set(links.values())
    support = Support(links, (len(resemblance.old), len(resemblance.new)))
    ripe = []
    for i, j in scores:
        if i in links or j in taken or not support.is_in_order(i, j):
            continue
        likeness = resemblance.likeness(i, j)
        a, b = resemblance.old_profiles[i], resemblance.new_profiles[j]
        held, weight = max((likeness.old_covered, a.weight), (likeness.new_covered, b.weight))
        if held >= _HELD and held * weight >= _LEAST_HELD:
            ripe.append((-held * weight, i, j))
    for _, i, j in sorted(ripe):
        if i not in links and j not in taken:
            links[i] = j
            taken.add(j)


def _rewritten(resemblance: Resemblance, links: dict[int, int], scores: Mapping[tuple[int, int], float]) -> None:
    """Links open pairs that were carried away and rewritten: they begin alike, and neither is as like any other."""
    taken = set(links.values())
    waiting = [
        (i, j) for (i, j), score in scores.items() if score >= _LEAST_ALONE and i not in links and j not in taken
    ]
    best = _two_best(scores) if waiting else {}
    for i, j in waiting:
        score = scores[i, j]
        rival = max(second if first == score else first for first, second in (best[0, i], best[1, j]))
        shared = resemblance.likeness(i, j).old_covered * resemblance.old_profiles[i].weight
        is_clear = score >= _AHEAD_OF_RIVALS * rival and shared >= _LEAST_SHARED
        if is_clear and resemblance.old[i].begins_like(resemblance.new[j]):
            links[i] = j


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


def _in_gaps(
    links: Mapping[int, int], olds: Sequence[int], news: Sequence[int], lengths: tuple[int, int]
) -> list[tuple[int, int]]:
    """Open pairs that stand in the same narrow gap between pairs that keep their order."""
    found = []
    for before, after in pairwise([(-1, -1), *in_order(links), lengths]):
        waiting = between(olds, before[0], after[0])
        free = between(news, before[1], after[1])
        if len(waiting) <= _WIDEST_GAP and len(free) <= _WIDEST_GAP:
            found += [(i, j) for i in waiting for j in free]
    return found


def _with_rivals(resemblance: Resemblance, scores: Mapping[tuple[int, int], float]) -> Set[tuple[int, int]]:
    """The pairs that are no moves: half alike, and each of the two has another that is about as like."""
    best = _two_best(scores)
    found = set()
    for (i, j), score in scores.items():
        if not _LEAST_OUT_OF_PLACE <= score < _TELLING:
            continue
        likeness = resemblance.likeness(i, j)
        rival = min(second if first == score else first for first, second in (best[0, i], best[1, j]))
        if rival >= score - _RIVAL and max(likeness.old_covered, likeness.new_covered) < _COVERED:
            found.add((i, j))
    return found


def _two_best(scores: Mapping[tuple[int, int], float]) -> dict[tuple[int, int], tuple[float, float]]:
    """For each old (0, i) and new (1, j) position the likeness of what is most like it and of the next."""
    best: dict[tuple[int, int], tuple[float, float]] = {}
    for (i, j), score in scores.items():
        for side in ((0, i), (1, j)):
            first, second = best.get(side, (0.0, 0.0))
            if score > first:
                best[side] = score, first
            elif score > second:
                best[side] = first, score
    return best


class _Rounds:
    """The open pairs, taken from the surest down."""

    def __init__(
        self, resemblance: Resemblance, links: dict[int, int], scores: Mapping[tuple[int, int], float]
    ) -> None:
        self._links = links
        self._resemblance = resemblance
        self._lengths = len(resemblance.old), len(resemblance.new)
        self._open = [(i, j, score) for (i, j), score in scores.items() if score >= _LEAST_IN_PLACE]
        self._rivalled = _with_rivals(resemblance, scores)
        self._known: tuple[int, Support] | None = None

    def take(self, least: float) -> bool:
        """Links the open pairs of at least this worth, neighbours' support counted, best first; whether any."""
        links, before = self._links, len(self._links)
        while True:
            taken = set(links.values())
            self._open = [pair for pair in self._open if pair[0] not in links and pair[1] not in taken]
            support = self._support()
            ripe = []
            for i, j, score in self._open:
                if score + MOST_SUPPORT < least:
                    continue
                worth, ahead = support.of(i, j, score)
                if score + worth + ahead >= least and self._answers(i, j, score, worth):
                    ripe.append((-(score + worth + ahead), abs(i - j), i, j))
            ripe.sort()
            for _, _, i, j in ripe:
                if i not in links and j not in taken:
                    links[i] = j
                    taken.add(j)
            if not ripe:
                return len(links) > before

    def _support(self) -> Support:
        """What the links say by now; links are only added here."""
        if self._known is None or self._known[0] != len(self._links):
            self._known = len(self._links), Support(self._links, self._lengths)
        return self._known[1]

    def _answers(self, i: int, j: int, score: float, worth: float) -> bool:
        if worth:
            r = self._resemblance
            known = score >= _BEGINNING_ASKED or r.old[i].begins_like(r.new[j])
            return known and score >= _LEAST_IN_PLACE and score + worth >= LEAST_LIKENESS
        return score >= _LEAST_OUT_OF_PLACE and (i, j) not in self._rivalled
