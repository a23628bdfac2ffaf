"""What tells passages apart: their words, pairs of words and references, as whole numbers.

Numbers take a part of the room of strings, and a pair of words is made without writing it out.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from math import log
from operator import add
from typing import Final

from draftdesk.aligning.passages import Passage

WEIGHT_UNIT: Final = 1024
_PAIR_WEIGHT: Final = 0.6
_REFERENCE_WEIGHT: Final = 0.3
_SIGNS: Final = 0x110000
"""So many characters there are; no text has as many words."""

_Text = tuple[tuple[str, ...], tuple[str, ...]]
"""The words and the references of a passage."""


class _Numbers(dict[int, int]):
    """Numbers from 0 up, a new one for each key that is asked for first; equal ones are one object."""

    def __missing__(self, key: int) -> int:
        number = self[key] = len(self)
        return number


class Features:
    """The features of some passages, from 0 up.

    `weights` of each: the rarer it is in the passages, the heavier. `spelling`: ascends as the features would if
    they were written out, so that nothing need depend on the order of the passages.
    """

    def __init__(self, passages: Sequence[Passage]) -> None:
        texts = Counter(map(_text, passages))
        words = dict.fromkeys(chain.from_iterable(words for words, _ in texts))
        references = sorted(set(chain.from_iterable(references for _, references in texts)))
        self._signs = {word: chr(number % _SIGNS) for number, word in enumerate(words)}
        # a word alone is a multiple of the base, a pair has the second word as the rest, a reference is less than 0
        self._base = len(words) + 1
        self._second = {word: number for number, word in enumerate(sorted(words), 1)}
        self._first = {word: number * self._base for word, number in self._second.items()}
        self._reference = {reference: number for number, reference in enumerate(references, -len(references))}
        self._numbers = _Numbers()
        self._known: dict[_Text, frozenset[int]] = {}
        counts = Counter(chain.from_iterable(self._counted(texts)))
        self.spelling = list(self._numbers)
        self.weights = self._weighed([counts[number] for number in range(len(counts))], len(passages) + 2)

    def of(self, passage: Passage) -> frozenset[int]:
        """The features of one of the passages."""
        text = _text(passage)
        known = self._known.get(text)
        return self._told(text) if known is None else known

    def signs(self, passage: Passage) -> str:
        """The words of one of the passages in order, a character for each."""
        return "".join(map(self._signs.__getitem__, passage.words()))

    def weight_of(self, features: Iterable[int]) -> int:
        """The sum of their weights."""
        return sum(map(self.weights.__getitem__, features))

    def _told(self, text: _Text) -> frozenset[int]:
        words, references = text
        first = [self._first[word] for word in words]
        pairs = map(add, first, map(self._second.__getitem__, words[1:]))
        spelled = chain(first, pairs, map(self._reference.__getitem__, references))
        return frozenset(map(self._numbers.__getitem__, spelled))

    def _counted(self, texts: Counter[_Text]) -> Iterator[frozenset[int]]:
        """The features of each text as often as it occurs.

        Those of a text that occurs once are kept. The others answer each other, and are hardly asked for again.
        """
        for text, times in texts.items():
            told = self._told(text)
            if times == 1:
                self._known[text] = told
            for _ in range(times):
                yield told

    def _weighed(self, counts: Sequence[int], total: int) -> list[int]:
        rarities = {count: log(1 + total / count) for count in set(counts)}
        # whole numbers, so that sums do not depend on the order of their parts
        word, pair, reference = (
            {count: round(WEIGHT_UNIT * kind * rarity) for count, rarity in rarities.items()}
            for kind in (1.0, _PAIR_WEIGHT, _REFERENCE_WEIGHT)
        )
        return [
            (reference if spelled < 0 else pair if spelled % self._base else word)[count]
            for spelled, count in zip(self.spelling, counts, strict=True)
        ]


def _text(passage: Passage) -> _Text:
    return passage.words(), passage.references()
