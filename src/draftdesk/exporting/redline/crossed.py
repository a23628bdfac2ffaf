"""Two pairs that cross, of which each marks much less with the other's new place.

Where a title and a chapeau have the same twenty words, aligning may take each for the other; so it may with two
subparagraphs that only their letters tell apart. Then nothing is left over that would tell; the redline would show
one as moved, and changes in both.
"""

from __future__ import annotations

from bisect import bisect, insort
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice
from typing import Final, NamedTuple

from rapidfuzz.distance import Indel

from draftdesk.exporting.redline.parts import Sides, text_of
from draftdesk.exporting.redline.plan import Group
from draftdesk.exporting.redline.words import marked_exactly

_ALIKE: Final = 0.1
"""Two texts of which at most this share differs answer each other, unless one is word for word elsewhere."""

_MUCH_LESS: Final = 0.5
"""At most this share of what both pairs mark is marked when they have changed places."""

_MOST_LOOKED_AT: Final = 4_000


class _Pair(NamedTuple):
    """A pair that is not the same, by its new place; `differing` counts letters of both."""

    place: int
    differing: int
    old: str
    new: str
    group: Group


class _Exchange(NamedTuple):
    """Two pairs that change places, and how many characters less are marked then."""

    saved: int
    first: Group
    second: Group


def uncrossed(groups: Sequence[Group], sides: Sides) -> list[Group]:
    """The groups; pairs that cross have changed places where that marks much less, those first that save most."""
    pairs = list(_differing(groups, sides))
    looked_at = islice(chain(_word_for_word(pairs), _crossing(filter(_is_loose, pairs))), _MOST_LOOKED_AT)
    found = [one for first, second in looked_at if (one := _exchange(first, second, sides)) is not None]
    answers = {group.bases: group for group in groups}
    done: set[tuple[int, ...]] = set()
    for _, first, second in sorted(found, key=lambda one: (-one.saved, one.first.bases, one.second.bases)):
        if done.isdisjoint((first.bases, second.bases)):
            answers[first.bases] = Group(first.bases, second.news)
            answers[second.bases] = Group(second.bases, first.news)
            done |= {first.bases, second.bases}
    return list(answers.values())


def _differing(groups: Sequence[Group], sides: Sides) -> Iterator[_Pair]:
    """Pairs of one paragraph each that are not the same, in the order of the base."""
    for group in sorted(groups, key=lambda group: group.bases):
        if len(group.bases) == len(group.news) == 1:
            old, new = text_of(sides.base[group.bases[0]]), text_of(sides.new[group.news[0]])
            if old != new:
                yield _Pair(group.news[0], Indel.distance(old, new), old, new, group)


def _is_loose(pair: _Pair) -> bool:
    return pair.differing > _ALIKE * (len(pair.old) + len(pair.new))


def _word_for_word(pairs: Sequence[_Pair]) -> Iterator[tuple[_Pair, _Pair]]:
    """All two that cross where the one has the old text of the other as its new one."""
    having: dict[str, list[_Pair]] = {pair.old: [] for pair in pairs}
    for pair in pairs:
        for text in (pair.old, pair.new):
            if text in having:
                having[text].append(pair)
    for alike in having.values():
        if len(alike) > 1:
            yield from _crossing(alike)


def _crossing(pairs: Iterable[_Pair]) -> Iterator[tuple[_Pair, _Pair]]:
    """All two of which the one that stands first in the base comes later in the new text."""
    seen: list[_Pair] = []
    for pair in pairs:
        later = seen[bisect(seen, pair.place, key=lambda one: one.place) :]
        yield from ((earlier, pair) for earlier in later)
        insort(seen, pair, key=lambda one: one.place)


def _exchange(first: _Pair, second: _Pair, sides: Sides) -> _Exchange | None:
    """The two in each other's place, if that marks much less; it is counted exactly if not even letters say no."""
    swapped = ((first.old, second.new), (second.old, first.new))
    most = first.differing + second.differing
    if sum(abs(len(old) - len(new)) for old, new in swapped) > most:
        return None
    if sum(Indel.distance(old, new) for old, new in swapped) > most:
        return None
    before, after = _marked(((first.old, first.new), (second.old, second.new))), _marked(swapped)
    if after > _MUCH_LESS * before or sides.ends_section(first.group) or sides.ends_section(second.group):
        return None
    return _Exchange(before - after, first.group, second.group)


def _marked(pairs: Iterable[tuple[str, str]]) -> int:
    return sum(marked_exactly(old, new) for old, new in pairs)
