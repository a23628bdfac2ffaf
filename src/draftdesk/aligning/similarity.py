"""How alike paragraphs are: by their rare words, their word pairs, and the order of their words.

Numbers count for little and noise for nothing. Candidates are found through an index of rare features, so the
cost does not grow with the product of the drafts' lengths.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from rapidfuzz.distance import Indel

from draftdesk.aligning.features import Features
from draftdesk.aligning.passages import Passage
from draftdesk.model.paragraph import ParagraphKind

_RAREST_ASKED: Final = 36
"""So many of a paragraph's rarest features are looked up in the index."""

_POSTINGS: Final = 250
"""So many entries of the index are read for a paragraph: what is in more of them tells little."""

_SHORTLIST: Final = 7
"""So many of those found are compared exactly."""

_ORDER_SHARE: Final = 0.4
_SAME_WORDS: Final = 0.9
"""The least for passages that only differ in numbers and marks."""


class Profile(NamedTuple):
    """The features of a paragraph: words, word pairs, references; `weight` is their sum.

    `numbers` has a character for each word in order, since the order of characters is compared fastest.
    """

    features: frozenset[int]
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


class _Profiles(dict[int, Profile]):
    """The profiles of a draft's passages by their positions; each is made when it is first asked for.

    Passages that say exactly the same, which are most, are linked without.
    """

    def __init__(self, features: Features, passages: Sequence[Passage]) -> None:
        super().__init__()
        self._features, self._passages = features, passages

    def __missing__(self, position: int) -> Profile:
        passage = self._passages[position]
        told = self._features.of(passage)
        made = self[position] = Profile(told, self._features.signs(passage), self._features.weight_of(told))
        return made


class Resemblance:
    """Profiles of the passages of two drafts, weighed by how rare their features are in both."""

    def __init__(self, old: Sequence[Passage], new: Sequence[Passage]) -> None:
        self.old, self.new = old, new
        self._features = Features([*old, *new])
        self.weight_of = self._features.weight_of
        self.old_profiles: Mapping[int, Profile] = _Profiles(self._features, old)
        self.new_profiles: Mapping[int, Profile] = _Profiles(self._features, new)
        self._known: dict[tuple[int, int], Likeness] = {}

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
        self,
        asking: Mapping[int, Profile],
        askers: Sequence[int],
        asked: Mapping[int, Profile],
        known: Sequence[int],
    ) -> list[tuple[int, int]]:
        index: defaultdict[int, list[int]] = defaultdict(list)
        for k in known:
            for feature in asked[k].features:
                index[feature].append(k)
        spelled = sorted(index, key=self._features.spelling.__getitem__)
        by_rarity = sorted(spelled, key=lambda feature: len(index[feature]))
        rank = {feature: at for at, feature in enumerate(by_rarity)}
        entries = [(index[feature], self._features.weights[feature]) for feature in by_rarity]
        there, pairs = frozenset(rank), []
        for asker in askers:
            found: dict[int, int] = {}
            postings = 0
            for at in sorted(map(rank.__getitem__, asking[asker].features & there))[:_RAREST_ASKED]:
                places, weight = entries[at]
                postings += len(places)
                if postings > _POSTINGS and found:
                    break
                if not found:
                    found = dict.fromkeys(places, weight)
                    continue
                for k in places:
                    if k in found:
                        found[k] += weight
                    else:
                        found[k] = weight
            pairs += [(asker, k) for k in _heaviest(found)]
        return pairs


def _heaviest(found: Mapping[int, int]) -> list[int]:
    """The few heaviest of those found, of equally heavy ones the first."""
    if len(found) > _SHORTLIST:
        least = sorted(found.values(), reverse=True)[_SHORTLIST - 1]
        found = {k: weight for k, weight in found.items() if weight >= least}
    return sorted(found, key=found.__getitem__, reverse=True)[:_SHORTLIST]
