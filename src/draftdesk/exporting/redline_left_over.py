"""Paragraphs that aligning left over on both sides, and that cost much less as one that was edited.

For reading, two that have little in common are better shown apart; a redline marks every word of both then. So what
stands at the same place answers each other if they have half of the words of the shorter one, and what stands
elsewhere if it has nearly all of them. A pair that is hardly alike, or moved and edited, gives way to a better one.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence, Set
from typing import Final, NamedTuple

from rapidfuzz import fuzz

from draftdesk.exporting.redline_blocks import Table
from draftdesk.exporting.redline_parts import Block, Sides, text_of
from draftdesk.exporting.redline_plan import Group
from draftdesk.exporting.redline_words import kept_exactly, marked

_MOST_PAIRS: Final = 1_000
_LEAST_KEPT: Final = 20
_NEARLY_ALL: Final = 0.8
_HALF: Final = 0.5
_OF_LONGER: Final = 1 / 6
"""Of the longer one at least so much stays where half of the shorter one does: small words are in every text."""

_NEAR: Final = 0.75
"""From this share of what has to stay on it is counted exactly; what is reckoned fast leaves out small words."""

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
    return fixed


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


def _around(places: Sequence[tuple[int, int]], at: int) -> tuple[int, int]:
    """The groups before and after a place; -1 and -2 at the ends."""
    k = bisect_left(places, (at, -1))
    return places[k - 1][1] if k else -1, places[k][1] if k < len(places) else -2
