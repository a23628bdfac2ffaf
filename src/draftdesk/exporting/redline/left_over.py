"""Paragraphs that aligning left over on both sides, and that cost much less as one that was edited.

For reading, two that have little in common are better shown apart; a redline marks every word of both then. So what
stands at the same place answers each other if they have half of the words of the shorter one, and what stands
elsewhere if it has nearly all of them. A pair that is hardly alike, or moved and edited, gives way to a better one.
In a redline that marks little besides, a quarter is enough between the same two paragraphs.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from itertools import accumulate, chain
from typing import Final, NamedTuple

from rapidfuzz import fuzz

from draftdesk.exporting.redline.blocks import Table
from draftdesk.exporting.redline.budget import is_beyond, marked_in_table
from draftdesk.exporting.redline.parts import Block, Sides, text_of
from draftdesk.exporting.redline.plan import Group
from draftdesk.exporting.redline.words import kept_exactly, marked

_MOST_PAIRS: Final = 1_000
_LEAST_KEPT: Final = 20
_NEARLY_ALL: Final = 0.8
_HALF: Final = 0.5
_OF_LONGER: Final = 1 / 6
"""Of the longer one at least so much stays where half of the shorter one does: small words are in every text."""

_NEAR: Final = 0.75
"""From this share of what has to stay on it is counted exactly; what is reckoned fast leaves out small words."""

_QUARTER: Final = 0.25
"""So much of the shorter one at least stays where two are one only since the redline marks little besides."""

_WORDS: Final = re.compile(r"\w+")


class _Pair(NamedTuple):
    """Two paragraphs and how many characters of both stay."""

    kept: int
    base: int
    new: int


def with_left_over(groups: Sequence[Group], sides: Sides) -> list[Group]:
    """The groups, and pairs of what is left over, those first of which most stays."""
    bases = _without_answer(sides.base, {b for group in groups for b in group.bases})
    news = _without_answer(sides.new, {n for group in groups for n in group.news})
    if not bases and not news:
        return list(groups)
    opened = {(group.bases[0], group.news[0]): group for group in groups if _is_open(group, sides)}
    bases += [b for b, _ in opened]
    news += [n for _, n in opened]
    if not len(bases) * len(news) <= _MOST_PAIRS:
        return list(groups)
    fixed = [group for group in groups if opened.get((group.bases[0], group.news[0])) is not group]
    places = _Places(fixed)
    texts = [{at: _Text.of(blocks[at]) for at in open_} for blocks, open_ in ((sides.base, bases), (sides.new, news))]
    found = [
        _Pair(kept, b, n)
        for b, old in texts[0].items()
        for n, new in texts[1].items()
        if (kept := _kept(old, new, known=(b, n) in opened, in_place=places.agree(b, n)))
    ]
    for _, b, n in sorted(found, key=lambda pair: (-pair.kept, pair.base, pair.new)):
        if b in texts[0] and n in texts[1]:
            del texts[0][b], texts[1][n]
            fixed.append(opened.get((b, n), Group((b,), (n,))))
    return [*fixed, *_dear_apart(fixed, sides, texts)]


def _dear_apart(groups: Sequence[Group], sides: Sides, left: Sequence[Mapping[int, _Text]]) -> list[Group]:
    """Of what is left over between the same two on both sides, the likest pair, if to show it apart marks too much.

    `left`: what is left over of the base and of the new text, by its place.
    """
    found = []
    whole = sum(len(one.text) + 1 for side in left for one in side.values())
    for bases, news in _Places(groups).between_the_same(*left):
        pairs = ((b, n) for b in bases for n in news if _may_weigh(left[0][b], left[1][n], whole))
        kept, b, n = max((_kept_of_little(left[0][b], left[1][n], b, n) for b, n in pairs), default=(0, 0, 0))
        least = chain([whole - 2 * kept], (_marked(group, sides) for group in groups))
        if kept and all(is_beyond(2 * kept, marks) for marks in accumulate(least)):
            found.append(Group((b,), (n,)))
    return found


def _may_weigh(old: _Text, new: _Text, whole: int) -> bool:
    """Whether what stays of two paragraphs might be a large part of so many marks, asked fast."""
    shorter = min(len(old.text), len(new.text))
    return is_beyond(2 * shorter, whole - 2 * shorter) and _may_keep(old, new, _least_of_little(old, new))


def _kept_of_little(old: _Text, new: _Text, b: int, n: int) -> _Pair:
    """Two paragraphs and how many characters of both stay, none where that is hardly any."""
    kept = kept_exactly(old.text, new.text)
    return _Pair(kept if kept >= _least_of_little(old, new) else 0, b, n)


def _least_of_little(old: _Text, new: _Text) -> float:
    return max(_LEAST_KEPT, _QUARTER * min(len(old.text), len(new.text)))


def _marked(group: Group, sides: Sides) -> int:
    """How many characters are marked in what answers each other."""
    old, new = sides.base[group.bases[0]], sides.new[group.news[0]]
    if isinstance(old, Table) and isinstance(new, Table):
        return marked_in_table(old, new)
    return sides.cost(group)


def _without_answer(blocks: Sequence[Block], answered: Set[int]) -> list[int]:
    return [
        at
        for at, block in enumerate(blocks)
        if at not in answered and not isinstance(block, Table) and not block.is_blank and not block.has_section
    ]


def _is_open(group: Group, sides: Sides) -> bool:
    if len(group.bases) + len(group.news) > 2:
        return False
    if group.moved:
        return sides.old_text(group) != sides.new_text(group)
    return sides.is_loose_pair(group)


class _Text(NamedTuple):
    """A text and its words."""

    text: str
    words: frozenset[str]

    @classmethod
    def of(cls, block: Block) -> _Text:
        text = text_of(block)
        return cls(text, frozenset(_WORDS.findall(text)))


def _kept(old: _Text, new: _Text, *, known: bool, in_place: bool) -> int:
    """How many characters of each stay; 0 where the two are not to answer each other."""
    if old.text == new.text:
        return len(old.text) if known or in_place or len(old.text) >= _LEAST_KEPT else 0
    shorter, longer = sorted(map(len, (old.text, new.text)))
    if in_place:
        least = max(_LEAST_KEPT, min(_NEARLY_ALL * shorter, max(_HALF * shorter, _OF_LONGER * longer)))
    else:
        least = max(_LEAST_KEPT, _NEARLY_ALL * shorter, _HALF * longer)
    if not known and not _may_keep(old, new, least):
        return 0
    kept = (shorter + longer - marked(old.text, new.text)) // 2
    if not known and least * _NEAR <= kept < least:
        kept = kept_exactly(old.text, new.text)
    return kept if known or kept >= least else 0


def _may_keep(old: _Text, new: _Text, least: float) -> bool:
    """Whether so many characters might stay, asked fast."""
    lengths = len(old.text), len(new.text)
    if least > min(lengths) or sum(map(len, old.words & new.words)) < least / 2:
        return False
    return fuzz.ratio(old.text, new.text, score_cutoff=200 * least / sum(lengths)) > 0


class _Places:
    """Between which groups a paragraph stands on either side."""

    def __init__(self, groups: Sequence[Group]) -> None:
        self._bases = sorted((b, number) for number, group in enumerate(groups) for b in group.bases)
        self._news = sorted((n, number) for number, group in enumerate(groups) for n in group.news)

    def agree(self, b: int, n: int) -> bool:
        """Whether the same paragraph stands before both, or after both."""
        before, after = _around(self._bases, b)
        new_before, new_after = _around(self._news, n)
        return before == new_before or after == new_after

    def between_the_same(self, bases: Iterable[int], news: Iterable[int]) -> Iterator[tuple[list[int], list[int]]]:
        """Those of the base, and those of the new text, that stand between the same two groups on both sides."""
        old, new = (_by_surroundings(*one) for one in ((self._bases, bases), (self._news, news)))
        yield from ((places, new[around]) for around, places in old.items() if around in new)


def _by_surroundings(answered: Sequence[tuple[int, int]], places: Iterable[int]) -> dict[tuple[int, int], list[int]]:
    found: dict[tuple[int, int], list[int]] = defaultdict(list)
    for at in places:
        found[_around(answered, at)].append(at)
    return found


def _around(places: Sequence[tuple[int, int]], at: int) -> tuple[int, int]:
    """The groups before and after a place; -1 and -2 at the ends."""
    k = bisect_left(places, (at, -1))
    return places[k - 1][1] if k else -1, places[k][1] if k < len(places) else -2
