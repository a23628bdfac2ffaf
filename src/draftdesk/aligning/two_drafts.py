"""Which passage of one draft answers which of another."""

from __future__ import annotations

from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass, field
from typing import Final

from draftdesk.aligning.anchors import anchored, lone_pairs
from draftdesk.aligning.pairing import paired
from draftdesk.aligning.passages import Passage
from draftdesk.aligning.regrouping import Side, regrouped
from draftdesk.aligning.similarity import Resemblance
from draftdesk.aligning.table_cells import fill_cells

_LONE_STRENGTH: Final = 0.55
"""A like passage far away, alone, holds by this part of its likeness where a merge in its place covers it."""

_LEAST_RELEASED: Final = 0.7
"""What lost its counterpart to a split or merge answers another that is free and this much alike, anywhere."""

_CELL: Final = 0.5
"""The likeness that cells get which only their places pair."""


@dataclass(frozen=True)
class Match:
    """Links (old position, new position) with their confidence; several of one position are a split or merge."""

    links: dict[tuple[int, int], float] = field(default_factory=dict)


def match(old: Sequence[Passage], new: Sequence[Passage], *, regroup: bool = True, least: float = 0.0) -> Match:
    """The links between two lists of passages; pairs less alike than `least` are left out."""
    links: dict[int, int] = {}
    anchored(old, new, links)
    if len(links) == len(old) == len(new):
        return Match(dict.fromkeys(links.items(), 1.0))
    lone = lone_pairs(old, links)
    for i, _ in lone:
        del links[i]
    resemblance = Resemblance(old, new)
    scores: dict[tuple[int, int], float] = {}
    paired(resemblance, links, scores, lone)
    links = {i: j for i, j in links.items() if old[i].key == new[j].key or scores.get((i, j), 1.0) >= least}
    found = {(i, j): 1.0 if old[i].key == new[j].key else scores.get((i, j), 1.0) for i, j in links.items()}
    found.update(dict.fromkeys(fill_cells(old, new, links), _CELL))
    if regroup:
        _regroup(resemblance, links, found, sorted(scores), lone_pairs(old, links))
        _pair_released(resemblance, links, found, sorted(scores))
    return Match({link: _confidence(score) for link, score in sorted(found.items())})


def _regroup(
    resemblance: Resemblance,
    links: dict[int, int],
    found: dict[tuple[int, int], float],
    pairs: Sequence[tuple[int, int]],
    lone: Set[tuple[int, int]] = frozenset(),
) -> None:
    """Adds the links of splits, then those of merges, to `found`; `pairs` are worth a look."""
    back = {j: i for i, j in links.items()}
    whole_of = dict(back)
    strength = {j: _LONE_STRENGTH * found[i, j] if (i, j) in lone else found[i, j] for i, j in links.items()}
    fixed = frozenset(j for j, score in strength.items() if score == 1.0)
    splits = regrouped(Side(resemblance, split=True), whole_of, pairs, strength, fixed)
    _replace(found, ((i, j) for j, i in whole_of.items()), resemblance)
    part_of = {i: j for j, i in whole_of.items() if i not in splits}
    strength = {i: _LONE_STRENGTH * found[i, j] if (i, j) in lone else found[i, j] for i, j in part_of.items()}
    fixed = frozenset([*splits, *(i for i, score in strength.items() if score == 1.0)])
    taken = {j for parts in splits.values() for j in parts}
    merges = [(j, i) for i, j in pairs if i not in splits and j not in taken]
    regrouped(Side(resemblance, split=False), part_of, merges, strength, fixed)
    kept = [(i, j) for i, parts in splits.items() for j in parts]
    _replace(found, (*part_of.items(), *kept), resemblance)


def _pair_released(
    resemblance: Resemblance,
    links: dict[int, int],
    found: dict[tuple[int, int], float],
    pairs: Sequence[tuple[int, int]],
) -> None:
    """Adds to `found` what the paragraphs answer whose link of `links` went to a split or merge."""
    held, taken = {i for i, _ in found}, {j for _, j in found}
    olds, news = links.keys() - held, set(links.values()) - taken
    if not olds and not news:
        return
    waiting = [(i, j) for i, j in pairs if (i in olds or j in news) and i not in held and j not in taken]
    for score, i, j in sorted((-resemblance.likeness(i, j).score, i, j) for i, j in waiting):
        if -score >= _LEAST_RELEASED and i not in held and j not in taken:
            found[i, j] = -score
            held.add(i)
            taken.add(j)


def _replace(found: dict[tuple[int, int], float], links: Iterable[tuple[int, int]], resemblance: Resemblance) -> None:
    """Makes `found` hold exactly these links; new ones get what they cover as their score."""
    known = dict(found)
    found.clear()
    for i, j in links:
        found[i, j] = known[i, j] if (i, j) in known else max(resemblance.likeness(i, j)[1:])


def _confidence(score: float) -> float:
    """From 0 to 1; a likeness of a half is where a person should look."""
    return round(min(1.0, 0.2 + 0.85 * score), 3) if score < 1.0 else 1.0
