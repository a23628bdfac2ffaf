"""What moved is what falls outside the heaviest set of pairs that keeps its order."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence


def heaviest_in_order(places: Sequence[int], weights: Sequence[int]) -> set[int]:
    """The positions of the heaviest strictly ascending subsequence of `places`.

    Takes n log n steps; of equally heavy ones always the same is chosen.
    """
    ranks = {place: rank for rank, place in enumerate(sorted(set(places)), 1)}
    best = [(0, -1)] * (len(ranks) + 1)  # a Fenwick tree of (weight, position of the last member)
    before: list[int] = []
    top = (0, -1)
    for k, place in enumerate(places):
        rank = ranks[place]
        heaviest, at = (0, -1), rank - 1
        while at:
            heaviest = max(heaviest, best[at])
            at &= at - 1
        before.append(heaviest[1])
        here = (heaviest[0] + weights[k], k)
        top = max(top, here)
        at = rank
        while at < len(best):
            best[at] = max(best[at], here)
            at += at & -at
    kept, k = set(), top[1]
    while k >= 0:
        kept.add(k)
        k = before[k]
    return kept


def longest_in_order(places: Sequence[int]) -> list[int]:
    """The positions of the longest strictly ascending subsequence of `places`, in order."""
    tails: list[int] = []
    tops: list[int] = []
    before: list[int] = []
    for k, place in enumerate(places):
        if not tails or place > tails[-1]:  # nearly always
            before.append(tops[-1] if tops else -1)
            tails.append(place)
            tops.append(k)
        else:
            at = bisect_left(tails, place)
            tails[at], tops[at] = place, k
            before.append(tops[at - 1] if at else -1)
    kept, k = [], tops[-1] if tops else -1
    while k >= 0:
        kept.append(k)
        k = before[k]
    return kept[::-1]
