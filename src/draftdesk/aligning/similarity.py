"""How alike paragraphs are: by their rare words, their word pairs, and the order of their words.

Numbers count for little and noise for nothing. Candidates are found through an index of rare features, so the
cost does not grow with the product of the drafts' lengths.
"""

from __future__ import annotations

import sys
from collections import Counter, defaultdict
from collections.abc import Sequence
from functools import lru_cache
from itertools import chain, pairwise
from math import log
from typing import Final, NamedTuple

from rapidfuzz.distance import Indel

from draftdesk.aligning.passages import Passage
from draftdesk.model.paragraph import ParagraphKind

_RAREST_ASKED: Final = 36
"""So many of a paragraph's rarest features are looked up in the index."""

_POSTINGS: Final = 250
"""So many entries of the index are read for a paragraph: what is in more of them tells little."""

_SHORTLIST: Final = 7
"""So many of those found are compared exactly."""

WEIGHT_UNIT: Final = 1024
_SIGNS: Final = 0x110000
"""So many characters there are; no text has as many words."""

_PAIR_WEIGHT: Final = 0.6
_REFERENCE_WEIGHT: Final = 0.3
_ORDER_SHARE: Final = 0.4
_SAME_WORDS: Final = 0.9
"""The least for passages that only differ in numbers and marks."""


class Profile(NamedTuple):
    """The features of a paragraph: words, word pairs, references; `weight` is their sum.

    `numbers` has a character for each word in order, since the order of characters is compared fastest.
    """

    features: frozenset[str]
    numbers: str
    weight: int


class Likeness(NamedTuple):
    """How alike two paragraphs are, from 0 to 1: altogether, and how much of each the other covers."""

    score: float
    old_covered: float
    new_covered: float


_OF_ANOTHER_KIND: Final = 0.6
"""The least for a heading or a line of the masthead and what was read as another kind."""

_UNLIKE: Final = Likeness(0.0, 0.0, 0.0)
_OF_ITS_OWN: Final = frozenset(
    {
        ParagraphKind.SESSION,
        ParagraphKind.AGENDA,
        ParagraphKind.SPONSORS,
        ParagraphKind.SOURCE_NOTE,
        ParagraphKind.ENACTING,
        ParagraphKind.MEETING_LINE,
        ParagraphKind.HEADING,
        ParagraphKind.ANNEX_TITLE,
    }
)
"""What only answers its own kind: "Second Committee" is not what became of "[on the report of the Second ...]"."""


def _is_of_another_kind(old: Passage, new: Passage) -> bool:
    return old.kind is not new.kind and any(one.kind in _OF_ITS_OWN and one.is_sure for one in (old, new))


class Resemblance:
    """Profiles of the passages of two drafts, weighed by how rare their features are in both."""

    def __init__(self, old: Sequence[Passage], new: Sequence[Passage]) -> None:
        self.old, self.new = old, new
        self._signs: dict[str, str] = {}
        raw_old, raw_new = [features_of(p) for p in old], [features_of(p) for p in new]
        counts = Counter(chain.from_iterable((*raw_old, *raw_new)))
        total = len(old) + len(new) + 2
        # whole numbers, so that sums do not depend on the order of their parts
        self.weights = {f: round(WEIGHT_UNIT * _kind_weight(f) * log(1 + total / n)) for f, n in counts.items()}
        self._profiles: dict[tuple[str, str], Profile] = {}
        self.old_profiles = [self._profile(p, f) for p, f in zip(old, raw_old, strict=True)]
        self.new_profiles = [self._profile(p, f) for p, f in zip(new, raw_new, strict=True)]
        self._known: dict[tuple[int, int], Likeness] = {}

    def _profile(self, passage: Passage, features: frozenset[str]) -> Profile:
        known = self._profiles.get((passage.key, passage.language))
        if known is None:
            signs = self._signs
            coded = "".join([signs.setdefault(word, chr(len(signs) % _SIGNS)) for word in passage.words()])
            known = Profile(features, coded, self.weight_of(features))
            self._profiles[passage.key, passage.language] = known
        return known

    def weight_of(self, features: frozenset[str]) -> int:
        """The sum of the features' weights."""
        return sum(map(self.weights.__getitem__, features))

    def likeness(self, i: int, j: int) -> Likeness:
        """How alike old[i] and new[j] are."""
        known = self._known.get((i, j))
        if known is None:
            a, b = self.old_profiles[i], self.new_profiles[j]
            if a.numbers == b.numbers:
                alike = Indel.normalized_similarity(self.old[i].key, self.new[j].key)
                same = _SAME_WORDS if a.numbers else 0.0
                known = Likeness(same + (1 - same) * alike, 1.0, 1.0)
            else:
                known = self._compared(a, b)
            if known.score < _OF_ANOTHER_KIND and _is_of_another_kind(self.old[i], self.new[j]):
                known = _UNLIKE
            self._known[i, j] = known
        return known

    def _compared(self, a: Profile, b: Profile) -> Likeness:
        if not a.weight or not b.weight:
            return _UNLIKE
        shared = self.weight_of(a.features & b.features)
        score = 2 * shared / (a.weight + b.weight)
        if score > 0.15:
            order = Indel.normalized_similarity(a.numbers, b.numbers)
            score += _ORDER_SHARE * (order - score)
        return Likeness(score, shared / a.weight, shared / b.weight)

    def candidates(self, olds: Sequence[int], news: Sequence[int]) -> list[tuple[int, int]]:
        """Pairs worth a look among these: each paragraph with those that share most of its rare features."""
        forth = self._asked(self.old_profiles, olds, self.new_profiles, news)
        back = self._asked(self.new_profiles, news, self.old_profiles, olds)
        return sorted({*forth, *((i, j) for j, i in back)})

    def _asked(
        self, asking: Sequence[Profile], askers: Sequence[int], asked: Sequence[Profile], known: Sequence[int]
    ) -> list[tuple[int, int]]:
        index: defaultdict[str, list[int]] = defaultdict(list)
        for k in known:
            for feature in asked[k].features:
                index[feature].append(k)
        by_rarity = sorted((len(places), feature) for feature, places in index.items())
        rank = {feature: at for at, (_, feature) in enumerate(by_rarity)}
        entries = [(count, index[feature], self.weights[feature]) for count, feature in by_rarity]
        there, pairs = frozenset(rank), []
        for asker in askers:
            found: dict[int, int] = {}
            postings = 0
            for at in sorted(map(rank.__getitem__, asking[asker].features & there))[:_RAREST_ASKED]:
                count, places, weight = entries[at]
                postings += count
                if postings > _POSTINGS and found:
                    break
                if not found:
                    found = dict.fromkeys(places, weight)
                    continue
                for k in places:
                    found[k] = found.get(k, 0) + weight
            best = sorted(found, key=found.__getitem__, reverse=True)[:_SHORTLIST]
            pairs += [(asker, k) for k in best]
        return pairs


def features_of(passage: Passage) -> frozenset[str]:
    """The words and pairs of words of a passage and what it refers to; remembered until `forget_features`."""
    return _features_of(passage.words(), passage.references())


@lru_cache(maxsize=6000)
def _features_of(words: tuple[str, ...], references: tuple[str, ...]) -> frozenset[str]:
    pairs = [sys.intern(f"{a} {b}") for a, b in pairwise(words)]
    return frozenset((*words, *pairs, *(f"\x00{reference}" for reference in references)))


def forget_features() -> None:
    """Give back the memory of what was compared: 35 MB for eight drafts of 2,400 paragraphs."""
    _features_of.cache_clear()


def _kind_weight(feature: str) -> float:
    if feature[0] == "\x00":
        return _REFERENCE_WEIGHT
    return _PAIR_WEIGHT if " " in feature else 1.0
