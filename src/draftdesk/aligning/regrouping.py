"""Splits and merges: a paragraph that holds the words which a linked pair leaves uncovered belongs to it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import accumulate
from typing import Final

from draftdesk.aligning.anchors import compatible
from draftdesk.aligning.features import WEIGHT_UNIT
from draftdesk.aligning.passages import Passage
from draftdesk.aligning.similarity import Profile, Resemblance
from draftdesk.aligning.support import in_order

_NEAR: Final = 2
"""Parts this many places apart stand together."""

_GAP: Final = 6
"""A place between the parts of the wholes before and after is no wider than this, nor what came or went between two
parts."""

_WORTH_NEAR: Final = 0.02
"""The least worth of a part in its place: the share of its own words that the whole covers, times their share of the
whole. A long end that was reworded and a short one word for word are worth the same."""

_WORTH_FAR: Final = 0.1
_COVERED_FAR: Final = 0.3
"""A part far away must be worth this, and this much of it covered."""

_COVERED_MERGED_FAR: Final = 0.5
_GAIN_FAR: Final = 0.17
"""For a part that was merged far away the two must hold each for itself, as for any part that has a whole already."""

_LEAST_SHARED: Final = 8 * WEIGHT_UNIT
_WHOLLY: Final = 0.95
_LEAST_BESIDE: Final = WEIGHT_UNIT
"""Common words are enough for a line beside the others of its whole that has no word of its own: the last line of a
title that was broken into three."""

_WEAK: Final = 0.6
_STEAL_NEAR: Final = 0.35
_STEAL_FAR: Final = 0.5
"""By so much better than its linked whole another must cover a part to get it."""


class Side:
    """One way to look: `wholes` may hold `parts`. For a split the old are the wholes, for a merge the new."""

    def __init__(self, resemblance: Resemblance, *, split: bool) -> None:
        self.resemblance = resemblance
        self.split = split
        r = resemblance
        self.wholes: Sequence[Passage] = r.old if split else r.new
        self.parts: Sequence[Passage] = r.new if split else r.old
        self.whole_profiles: Mapping[int, Profile] = r.old_profiles if split else r.new_profiles
        self.part_profiles: Mapping[int, Profile] = r.new_profiles if split else r.old_profiles


def regrouped(
    side: Side,
    whole_of: dict[int, int],
    pairs: Sequence[tuple[int, int]],
    strength: dict[int, float],
    fixed: frozenset[int],
) -> dict[int, list[int]]:
    """Wholes with the parts that they hold, two or more each.

    `whole_of`: the linked whole of each part; `pairs`: (whole, part) worth a look; `strength`: the likeness of
    a part to its linked whole; `fixed`: parts whose link may not be touched. `whole_of` follows the result.
    """
    groups: dict[int, list[int]] = {}
    for part, whole in whole_of.items():
        groups.setdefault(whole, []).append(part)
    offers = []
    for whole, part in pairs:
        if part in fixed or whole_of.get(part) == whole or whole not in groups:
            continue
        if strength.get(part, 0.0) >= _WEAK or not compatible(side.wholes[whole], side.parts[part]):
            continue
        covered, _, gain = _coverage(side, whole, part, groups[whole])
        offers.append((-covered * gain, whole, part))
    moved: set[int] = set()
    stayed = _stayed_before(whole_of, len(side.parts))
    for _, whole, part in sorted(offers):
        if part in moved:
            continue
        members = [p for p in groups.get(whole, ()) if p != part]
        if not members:
            continue
        place = _place_of(groups, whole, len(side.parts))
        near = place[0] < part < place[1] <= place[0] + _GAP or any(_near(part, one, stayed) for one in members)
        if not _belongs(side, whole, part, members, strength.get(part, 0.0), near=near):
            continue
        if part in whole_of:
            groups[whole_of[part]].remove(part)
        groups[whole].append(part)
        whole_of[part] = whole
        moved.add(part)
    return {whole: sorted(parts) for whole, parts in groups.items() if len(parts) > 1}


def _place_of(groups: dict[int, list[int]], whole: int, length: int) -> tuple[int, int]:
    """Between which parts one would look for those of a whole: those of the wholes before and after it."""
    before, after = groups.get(whole - 1), groups.get(whole + 1)
    return max(before) if before else whole and -(_GAP + 1), min(after) if after else length


def _stayed_before(whole_of: Mapping[int, int], length: int) -> list[int]:
    """For each part, how many of those before it have a whole and keep their order."""
    stayed = {part for part, _ in in_order(whole_of)}
    return list(accumulate((part in stayed for part in range(length)), initial=0))


def _near(part: int, member: int, stayed: Sequence[int]) -> bool:
    """Whether two parts stand together: close by, or only what came, went or moved between them."""
    first, last = min(part, member), max(part, member)
    return last - first <= _NEAR or (last - first <= _GAP and stayed[first + 1] == stayed[last])


def _coverage(side: Side, whole: int, part: int, members: Sequence[int]) -> tuple[float, int, float]:
    """How well the whole covers what is the part's own, words of other members left out.

    The covered share of it, the weight of that, and its share of the whole.
    """
    others: frozenset[int] = frozenset().union(*(side.part_profiles[m].features for m in members if m != part))
    profile, host = side.part_profiles[part], side.whole_profiles[whole]
    weigh = side.resemblance.weight_of
    own = profile.features - others
    shared = weigh(own & host.features)
    if not profile.weight or not host.weight:
        return 0.0, 0, 0.0
    return shared / max(weigh(own), 0.5 * profile.weight), shared, shared / host.weight


def _held(side: Side, whole: int, part: int) -> float:
    """The share of a part that its whole has, too."""
    profile = side.part_profiles[part]
    both = side.resemblance.weight_of(profile.features & side.whole_profiles[whole].features)
    return both / profile.weight if profile.weight else 0.0


def _belongs(side: Side, whole: int, part: int, members: Sequence[int], linked: float, *, near: bool) -> bool:
    if not linked and part - 1 in members and part + 1 in members and _held(side, whole, part) >= _WHOLLY:
        return True  # whatever it says again of what its neighbours say
    covered, shared, gain = _coverage(side, whole, part, members)
    beside = not linked and covered >= _WHOLLY and min(abs(part - member) for member in members) == 1
    if shared < (_LEAST_BESIDE if beside else _LEAST_SHARED) or (
        linked and covered - linked < (_STEAL_NEAR if near else _STEAL_FAR)
    ):
        return False
    if near:
        return covered * gain >= _WORTH_NEAR
    if side.split and not linked and covered >= _COVERED_FAR and covered * gain >= _WORTH_FAR:
        return True
    return covered >= _COVERED_MERGED_FAR and gain >= _GAIN_FAR
