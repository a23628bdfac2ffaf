"""Two pairs that cross, of which each marks much less with the other's new place.

Where a title and a chapeau have the same twenty words, aligning may take each for the other. Then nothing is left
over that would tell; the redline would show one as moved, and both full of changes.
"""

from __future__ import annotations

from bisect import bisect, insort
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Final, NamedTuple

from rapidfuzz.distance import Indel

from draftdesk.exporting.redline_parts import Sides
from draftdesk.exporting.redline_plan import Group
from draftdesk.exporting.redline_words import kept_exactly

_ALIKE: Final = 0.1
"""Two texts of which at most this share differs answer each other, whatever else is like them."""

_MUCH_LESS: Final = 0.5
"""At most this share of what both pairs mark is marked when they have changed places."""

_MOST_LOOKED_AT: Final = 4_000


class _Pair(NamedTuple):
    """A pair that is not quite alike, sorted by its new place; `differing` counts the characters of both."""

    new: int
    differing: int
    group: Group
    texts: tuple[str, str]


class _Exchange(NamedTuple):
    """Two pairs that change places, and how many characters less are marked then."""

    saved: int
    first: Group
    second: Group


def uncrossed(groups: Sequence[Group], sides: Sides) -> list[Group]:
    """The groups; pairs that cross have changed places where that marks much less, those first that save most."""
    looked_at = islice(_crossing(_loose_pairs(groups, sides)), _MOST_LOOKED_AT)
    found = [one for first, second in looked_at if (one := _exchange(first, second)) is not None]
    answers = {group.bases: group for group in groups}
    done: set[tuple[int, ...]] = set()
    for _, first, second in sorted(found, key=lambda one: (-one.saved, one.first.bases, one.second.bases)):
        if done.isdisjoint((first.bases, second.bases)):
            answers[first.bases] = Group(first.bases, second.news)
            answers[second.bases] = Group(second.bases, first.news)
            done |= {first.bases, second.bases}
    return list(answers.values())


def _loose_pairs(groups: Sequence[Group], sides: Sides) -> Iterator[_Pair]:
    """Pairs of one paragraph each in the order of the base, without those that are nearly the same."""
    for group in sorted(groups, key=lambda group: group.bases):
        if sides.is_edited_pair(group) and not sides.ends_section(group):
            old, new = texts = sides.old_text(group), sides.new_text(group)
            differing = Indel.distance(old, new)
            if differing > _ALIKE * (len(old) + len(new)):
                yield _Pair(group.news[0], differing, group, texts)


def _crossing(pairs: Iterator[_Pair]) -> Iterator[tuple[_Pair, _Pair]]:
    """All two of which the one that stands first in the base comes later in the new text."""
    seen: list[_Pair] = []
    for pair in pairs:
        later = seen[bisect(seen, pair.new, key=lambda one: one.new) :]
        yield from ((earlier, pair) for earlier in later)
        insort(seen, pair, key=lambda one: one.new)


def _exchange(first: _Pair, second: _Pair) -> _Exchange | None:
    """The two in each other's place, if that marks much less; it is counted exactly if not even letters say no."""
    (old, new), (other_old, other_new) = first.texts, second.texts
    most = first.differing + second.differing
    if abs(len(old) - len(other_new)) + abs(len(other_old) - len(new)) > most:
        return None
    if Indel.distance(old, other_new) + Indel.distance(other_old, new) > most:
        return None
    before = _marked(old, new) + _marked(other_old, other_new)
    after = _marked(old, other_new) + _marked(other_old, new)
    return _Exchange(before - after, first.group, second.group) if after <= _MUCH_LESS * before else None


def _marked(old: str, new: str) -> int:
    return len(old) + len(new) - 2 * kept_exactly(old, new)
