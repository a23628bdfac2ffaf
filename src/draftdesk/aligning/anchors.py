"""Paragraphs that say exactly the same anchor an alignment: those that occur once, and what stands beside them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from draftdesk.aligning.ordering import heaviest_in_order
from draftdesk.aligning.passages import Passage


def anchored(old: Sequence[Passage], new: Sequence[Passage], links: dict[int, int]) -> None:
    """Adds pairs of equal passages to `links` (old to new): unique ones, then equal ones next to a linked pair.

    Repeated passages with no linked neighbour are left open: they need the whole picture.
    """
    places: defaultdict[str, tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
    taken = set(links.values())
    for i, passage in enumerate(old):
        if i not in links:
            places[passage.key][0].append(i)
    for j, passage in enumerate(new):
        if j not in taken:
            places[passage.key][1].append(j)
    for olds, news in places.values():
        if len(olds) == len(news) == 1 and compatible(old[olds[0]], new[news[0]]):
            links[olds[0]] = news[0]
    extend(old, new, links)


def lone_pairs(old: Sequence[Passage], links: dict[int, int]) -> set[tuple[int, int]]:
    """Linked pairs that are out of order and have no linked neighbour beside them."""
    pairs = sorted(links.items())
    kept = heaviest_in_order([j for _, j in pairs], [old[i].size for i, _ in pairs])
    return {
        (i, j)
        for k, (i, j) in enumerate(pairs)
        if k not in kept and links.get(i - 1) != j - 1 and links.get(i + 1) != j + 1
    }


def extend(old: Sequence[Passage], new: Sequence[Passage], links: dict[int, int]) -> None:
    """Links equal passages that stand directly after or before a linked pair."""
    taken = set(links.values())
    for step in (1, -1):
        for i, j in sorted(links.items(), reverse=step < 0):
            i, j = i + step, j + step  # noqa: PLW2901  walks away from the pair
            while (
                0 <= i < len(old)
                and 0 <= j < len(new)
                and i not in links
                and j not in taken
                and old[i].key == new[j].key
                and compatible(old[i], new[j])
            ):
                links[i] = j
                taken.add(j)
                i, j = i + step, j + step  # noqa: PLW2901


def compatible(a: Passage, b: Passage) -> bool:
    """Whether two passages may answer each other at all: table cells only answer table cells."""
    return (a.place is None) == (b.place is None)
