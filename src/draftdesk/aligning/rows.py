"""Rows under construction: paragraphs of all drafts that are known to answer each other."""

from __future__ import annotations

from collections.abc import Sequence, Set

from draftdesk.aligning.moving import moved_links
from draftdesk.aligning.passages import Passage
from draftdesk.model.alignment import MOVES, AlignmentRow, Link, Pin, Relation

Place = tuple[int, int]
"""A column and a position among its passages."""


class RowBook:
    """Which paragraphs were joined. A row is the set of all that are joined, directly or over others."""

    def __init__(self, passages: Sequence[Sequence[Passage]]) -> None:
        self.passages = passages
        self._row: dict[Place, set[Place]] = {}
        self._confidence: dict[Place, float] = {}
        self._pinned: set[Place] = set()
        self._closed: set[Place] = set()
        self._joined: dict[tuple[int, int], set[tuple[int, int]]] = {}
        for column, items in enumerate(passages):
            for position in range(len(items)):
                self._row[column, position] = {(column, position)}

    def pin(self, pins: Sequence[Pin]) -> None:
        """Joins what a person joined; a single paragraph is kept apart. Pins of hidden paragraphs are nothing."""
        positions = [{passage.index: k for k, passage in enumerate(items)} for items in self.passages]
        for pin in pins:
            places = [
                (column, positions[column][index])
                for column, index in pin.paragraphs
                if 0 <= column < len(positions) and index in positions[column]
            ]
            self._pinned.update(places)
            if len(pin.paragraphs) == 1:
                self._closed.update(places)
            for place in places[1:]:
                self.join(places[0], place)

    def join(self, a: Place, b: Place, confidence: float = 1.0) -> None:
        """Makes one row of the rows of two paragraphs."""
        row, other = self._row[a], self._row[b]
        first, second = (a, b) if a < b else (b, a)
        self._joined.setdefault((first[0], second[0]), set()).add((first[1], second[1]))
        for place in (a, b):
            self._confidence[place] = min(confidence, self._confidence.get(place, 1.0))
        if row is other:
            return
        if len(row) < len(other):
            row, other = other, row
        row |= other
        for place in other:
            self._row[place] = row

    def is_pinned(self, place: Place) -> bool:
        """Whether a person placed it."""
        return place in self._pinned

    def is_open(self, place: Place, column: int) -> bool:
        """Whether it may still be matched with a paragraph of another column."""
        return place not in self._closed and all(other != column for other, _ in self._row[place])

    def is_alone(self, place: Place) -> bool:
        """Whether nothing is joined to it, though something might be."""
        return len(self._row[place]) == 1 and place not in self._closed

    def are_both_wide(self, a: Place, b: Place) -> bool:
        """Whether they are in two rows that both hold several paragraphs of one draft."""
        row, other = self._row[a], self._row[b]
        return row is not other and all(len({column for column, _ in one}) < len(one) for one in (row, other))

    def last_before(self, column: int) -> list[Place]:
        """For each row that earlier columns began and this one lacks, its last single paragraph."""
        found = []
        for c in range(column):
            for k in range(len(self.passages[c])):
                row = self._row[c, k]
                columns = [other for other, _ in row]
                if columns.count(c) == 1 and max(columns) == c and self.is_open((c, k), column):
                    found.append((c, k))
        return found

    def links(self, step: tuple[int, int], row: Sequence[Sequence[int]]) -> list[tuple[int, int]]:
        """What a step made of what in a row: those joined with each other; who has no such link may go with any."""
        old, new = step
        every = [(i, j) for i in row[old] for j in row[new]]
        if len(every) < 2:
            return every
        joined = self._joined.get((min(step), max(step)), set())
        known = {(i, j) for i, j in every if ((i, j) if old < new else (j, i)) in joined}
        waiting = set(row[old]) - {i for i, _ in known}, set(row[new]) - {j for _, j in known}
        if not any(waiting):
            return sorted(known)
        olds, news = waiting[0] or set(row[old]), waiting[1] or set(row[new])
        return [(i, j) for i, j in every if (i, j) in known or (i in olds and j in news)]

    def rows(self) -> list[tuple[Place, ...]]:
        """All rows, each with its places sorted, in the order of their first places."""
        return sorted({id(row): tuple(sorted(row)) for row in self._row.values()}.values())

    def confidence_of(self, row: Sequence[Place]) -> float:
        """The least confidence of its joins."""
        return min(self._confidence.get(place, 1.0) for place in row)


def rows_in_order(book: RowBook, steps: Sequence[tuple[int, int]]) -> tuple[AlignmentRow, ...]:
    """The rows of the table in reading order, with what each step did to them."""
    columns = len(book.passages)
    places = book.rows()
    cells = [tuple(tuple(k for c, k in row if c == column) for column in range(columns)) for row in places]
    parts = [_moved_parts(book, cells, step) for step in steps]
    moved = [{n for n, (_, is_whole) in of_step.items() if is_whole} for of_step in parts]
    made = []
    for n, row in enumerate(cells):
        relations = tuple(
            _relation(book, row, step, moved=n in out, has_moved=n in of_step)
            for step, out, of_step in zip(steps, moved, parts, strict=True)
        )
        indices = tuple(tuple(book.passages[column][k].index for k in cell) for column, cell in enumerate(row))
        pinned = any(map(book.is_pinned, places[n]))
        told = tuple(
            () if relation in MOVES else _indices(book, of_step[n][0], step) if n in of_step else ()
            for relation, of_step, step in zip(relations, parts, steps, strict=True)
        )
        told = told if any(told) else ()
        made.append(AlignmentRow(indices, relations, book.confidence_of(places[n]), pinned, told))
    return tuple(made[n] for n in _reading_order(cells, moved, steps))


def _moved_parts(
    book: RowBook, cells: Sequence[tuple[tuple[int, ...], ...]], step: tuple[int, int]
) -> dict[int, tuple[list[Link], bool]]:
    """What a step took out of its order: for a row its links that it did so with, and whether these are all."""
    links = [(i, j, n) for n, row in enumerate(cells) for i, j in book.links(step, row)]
    moved = moved_links(links, book.passages[step[0]], book.passages[step[1]])
    staying = {link[2] for link in links if link not in moved}
    found: dict[int, tuple[list[Link], bool]] = {}
    for i, j, n in sorted(moved):
        found.setdefault(n, ([], n not in staying))[0].append((i, j))
    return found


def _indices(book: RowBook, links: Sequence[Link], step: tuple[int, int]) -> tuple[Link, ...]:
    """Links of positions as those of paragraphs."""
    old, new = (book.passages[column] for column in step)
    return tuple((old[i].index, new[j].index) for i, j in links)


def _relation(
    book: RowBook, row: tuple[tuple[int, ...], ...], step: tuple[int, int], *, moved: bool, has_moved: bool
) -> Relation | None:
    """What a step did to a row; one of which only a part moved is not as it was, though all words are."""
    old, new = row[step[0]], row[step[1]]
    if not old or not new:
        only_old = Relation.DELETED if old else None
        return Relation.INSERTED if new else only_old
    if len(new) != len(old):
        return Relation.SPLIT if len(new) > len(old) else Relation.MERGED
    before = [book.passages[step[0]][k].form for k in old]
    after = [book.passages[step[1]][k].form for k in new]
    if before == after and moved == has_moved:
        return Relation.MOVED if moved else Relation.UNCHANGED
    return Relation.MOVED_EDITED if moved else Relation.EDITED


def _reading_order(
    cells: Sequence[tuple[tuple[int, ...], ...]], moved: Sequence[set[int]], steps: Sequence[tuple[int, int]]
) -> list[int]:
    """The first draft's order; a row that it lacks stands after what its own draft has before it."""
    order: list[int] = []
    columns = len(cells[0]) if cells else 0
    moved_in: dict[int, set[int]] = {to: out for (_, to), out in zip(steps, moved, strict=True)}
    known: set[int] = set()
    for column in range(columns):
        here = sorted((row[column][0], n) for n, row in enumerate(cells) if row[column])
        after: dict[int, list[int]] = {}
        cursor = -1
        for _, n in here:
            if n in known:
                cursor = cursor if n in moved_in.get(column, ()) else n
            else:
                after.setdefault(cursor, []).append(n)
                known.add(n)
        order = _with_new_rows(order, after, {n for _, n in here})
    return order


def _with_new_rows(order: Sequence[int], after: dict[int, list[int]], present: Set[int]) -> list[int]:
    """The rows with those of a further draft: after the row they follow there and what that draft lacks."""
    done: list[int] = []
    waiting = list(after.get(-1, ()))
    for n in order:
        if n in present:
            done += waiting
            waiting = []
        done.append(n)
        waiting += after.get(n, ())
    return done + waiting
