"""What moved: of all readings, the one that moves the fewest paragraphs, and little text of them.

A paragraph and its subparagraphs move as one, and so do the parts of a split that stand together: two who exchange
their places are weighed by what each of them is, not by how many lines it has.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Mapping, Sequence
from typing import Final

from draftdesk.aligning.ordering import heaviest_in_order
from draftdesk.aligning.passages import Passage
from draftdesk.model.paragraph import ParagraphKind

Link = tuple[int, int, int]
"""An old and a new position, and the row that links them."""

_UNIT: Final = 10_000
_LENGTH: Final = 1 / 3
"""What moves as one weighs this power of its length: two long paragraphs that stand still are a better reading than
four short ones, but not than eight."""

_OF_A_UNIT: Final = 1 / 3
"""A subparagraph weighs less by this power of its share of the paragraph that it belongs to."""

_OF_PARTS: Final = 1.15
_OF_PARTS_APART: Final = 0.3
"""What the parts of a split or merge weigh, against a paragraph that stayed whole: the most that stand together, and
others. A part far away says little of where its paragraph stands."""

_TOGETHER: Final = 2
_SUBPARAGRAPHS: Final = frozenset({ParagraphKind.SUB1, ParagraphKind.SUB2})


def moved_links(links: Sequence[Link], old: Sequence[Passage], new: Sequence[Passage]) -> set[Link]:
    """The links that are not in the heaviest set in order."""
    ordered = sorted(links)
    places = sorted(range(len(ordered)), key=lambda k: (ordered[k][1], k))
    rank = {k: place for place, k in enumerate(places)}
    kept = heaviest_in_order([rank[k] for k in range(len(ordered))], _weights(ordered, old, new))
    return {link for k, link in enumerate(ordered) if k not in kept}


def _weights(links: Sequence[Link], old: Sequence[Passage], new: Sequence[Passage]) -> list[int]:
    """What each link weighs: with the parts beside it, and less where it is one of many in a unit."""
    sizes = [min(old[i].size, new[j].size) for i, j, _ in links]
    parts = _parts(links, sizes)
    lines = [parts.get(k, (k, 0, 1.0)) for k in range(len(links))]
    old_units, new_units = _units(old), _units(new)
    units = [(old_units[i], new_units[j]) for i, j, _ in links]
    of_line, of_unit = _sums(lines, sizes), _sums(units, sizes)
    weights = []
    for k, (size, line, unit) in enumerate(zip(sizes, lines, units, strict=True)):
        shared = 1.0 if k in parts else (size / of_unit[unit]) ** _OF_A_UNIT
        weights.append(round(_UNIT * line[2] * size * of_line[line] ** (_LENGTH - 1) * shared))
    return weights


def _sums(groups: Sequence[Hashable], sizes: Sequence[int]) -> dict[Hashable, int]:
    found: defaultdict[Hashable, int] = defaultdict(int)
    for group, size in zip(groups, sizes, strict=True):
        found[group] += size
    return found


def _units(passages: Sequence[Passage]) -> list[int]:
    """For each passage the one that it is a subparagraph of, or itself."""
    found, unit = [], 0
    for k, passage in enumerate(passages):
        unit = unit if passage.kind in _SUBPARAGRAPHS else k
        found.append(unit)
    return found


def _parts(links: Sequence[Link], sizes: Sequence[int]) -> Mapping[int, tuple[int, int, float]]:
    """Of the links of splits and merges, which stand together and what such a group weighs."""
    olds, news = Counter(i for i, _, _ in links), Counter(j for _, j, _ in links)
    by_row: defaultdict[int, list[list[int]]] = defaultdict(list)
    for k, (i, j, n) in enumerate(links):
        if olds[i] == news[j] == 1:
            continue
        groups = by_row[n]
        if groups and all(abs(a - b) <= _TOGETHER for a, b in zip(links[groups[-1][-1]][:2], (i, j), strict=True)):
            groups[-1].append(k)
        else:
            groups.append([k])
    found = {}
    for n, groups in by_row.items():
        most = max(groups, key=lambda group: sum(map(sizes.__getitem__, group)))
        for number, group in enumerate(groups):
            factor = _OF_PARTS if group is most else _OF_PARTS_APART
            found.update(dict.fromkeys(group, (-1 - n, number, factor)))
    return found
