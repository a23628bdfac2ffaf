"""Cells of a table that became unlike still answer each other where the rest of their row does."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from draftdesk.aligning.passages import Passage

_Row = tuple[int, int]


def fill_cells(old: Sequence[Passage], new: Sequence[Passage], links: dict[int, int]) -> set[tuple[int, int]]:
    """Links open cells by their column, in table rows that most linked cells pair; the links that it added."""
    rows = _paired_rows(old, new, links)
    taken = set(links.values())
    open_new: defaultdict[tuple[_Row, int], list[int]] = defaultdict(list)
    for j, passage in enumerate(new):
        if j not in taken and passage.place is not None:
            open_new[(passage.place.table, passage.place.row), passage.place.column].append(j)
    added = set()
    for i, passage in enumerate(old):
        place = passage.place
        if i in links or place is None:
            continue
        row = rows.get((place.table, place.row))
        waiting = open_new.get((row, place.column)) if row is not None else None
        if waiting:
            links[i] = waiting.pop(0)
            added.add((i, links[i]))
    return added


def _paired_rows(old: Sequence[Passage], new: Sequence[Passage], links: dict[int, int]) -> dict[_Row, _Row]:
    """The table row that most linked cells of a row lead to; each row is led to once."""
    votes: Counter[tuple[_Row, _Row]] = Counter()
    for i, j in links.items():
        before, after = old[i].place, new[j].place
        if before is not None and after is not None:
            votes[(before.table, before.row), (after.table, after.row)] += 1
    rows: dict[_Row, _Row] = {}
    led_to: set[_Row] = set()
    for (row, other), _ in sorted(votes.items(), key=lambda vote: (-vote[1], vote[0])):
        if row not in rows and other not in led_to:
            rows[row] = other
            led_to.add(other)
    return rows
