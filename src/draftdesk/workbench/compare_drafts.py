"""Drafts compared: the files by their texts, the working draft by the ids that it shares with its source.

`prepare` is pure and can be slow, so a window runs it elsewhere. `with_working` is quick: it is done after
every edit.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from draftdesk.aligning.ordering import heaviest_in_order
from draftdesk.aligning.table import align
from draftdesk.comparing.comparison import Comparison, compare
from draftdesk.model.alignment import AlignmentRow, AlignmentTable, Pin, Relation, Shape
from draftdesk.model.draft import Draft
from draftdesk.model.watch import Watch, unwatched
from draftdesk.wording.normal_form import normal_form
from draftdesk.wording.tokens import matching_words
from draftdesk.workbench.answering_rows import answering_row
from draftdesk.workbench.joined_rows import with_joined
from draftdesk.workbench.languages.versions import compared_versions
from draftdesk.workbench.silent_front import with_silent_front

_SPLIT_OFF: Final = 0.7
"""The share of words that a part split off keeps at least while it is worked on."""

_FEWEST_SPLIT_OFF: Final = 3
"""Fewer words in common are chance."""


def prepare_against(drafts: Sequence[Draft], against: str) -> Comparison:
    """The comparison of drafts, of more than two each with the base ("base") or with the one before."""
    shape = Shape.PAIR if len(drafts) == 2 else Shape.STAR if against == "base" else Shape.CHAIN
    return prepare(drafts, shape)


def prepare(drafts: Sequence[Draft], shape: Shape, pins: Sequence[Pin] = (), watch: Watch = unwatched) -> Comparison:
    """The comparison of drafts, aligned by their texts and a person's pins."""
    return with_silent_front(compare(drafts, align(drafts, shape, pins, watch)))


def prepare_files(
    drafts: Sequence[Draft], shape: Shape, pins: Sequence[Pin] = (), watch: Watch = unwatched
) -> Comparison:
    """`prepare` for a desk, on which versions of one text in several languages are laid beside each other."""
    versions = compared_versions(drafts, shape, pins, watch)
    return prepare(drafts, shape, pins, watch) if versions is None else with_silent_front(versions)


def with_working(files: Comparison, working: Draft, source: int, pins: Sequence[Pin] = ()) -> Comparison:
    """The comparison with the working draft as one more column, compared with the column it came from.

    Its paragraphs stand in the rows of those they came from, new ones in that of a proposal with their words
    (`answering_rows`), else in rows of their own after what stands before them; one that was joined to another
    stands in the row of that; a pin wins.
    """
    columns = files.table.columns
    rows = _placed(files, working, source, [_WorkingPin(pin, columns) for pin in pins])
    moved = _moved(files, working, source, rows)
    table_rows = []
    for number in _order(len(files.table.rows), rows, moved):
        cell = rows.cells.get(number, ())
        old = files.table.rows[number] if number < len(files.table.rows) else _empty_row(files.table)
        relation = working_relation(files.drafts[source], working, old.cells[source], cell, moved=number in moved)
        table_rows.append(
            AlignmentRow(
                (*old.cells, cell),
                (*old.relations, relation),
                old.confidence,
                old.pinned or number in rows.pinned,
                (*old.moved, ()) if old.moved else (),
            )
        )
    steps = (*files.table.steps(), (source, columns))
    drafts = (*files.drafts, working)
    joined = with_joined(table_rows, drafts, steps, working_relation, is_split_off)
    return compare(drafts, AlignmentTable(files.table.shape, columns + 1, tuple(joined), steps, files.table.versions))


@dataclass(frozen=True, slots=True)
class _WorkingPin:
    """What a pin says about the working column: its paragraphs there, and the others."""

    pin: Pin
    column: int

    @property
    def own(self) -> list[int]:
        return [index for column, index in self.pin.paragraphs if column == self.column]

    @property
    def others(self) -> list[tuple[int, int]]:
        return [place for place in self.pin.paragraphs if place[0] != self.column]


@dataclass(frozen=True)
class _Rows:
    """The working paragraphs of each row; numbers from the count of the table's rows on are new rows."""

    cells: dict[int, tuple[int, ...]]
    pinned: frozenset[int]


def _placed(files: Comparison, working: Draft, source: int, pins: Sequence[_WorkingPin]) -> _Rows:
    ids = files.drafts[source].paragraphs
    row_of_id = {ids[i].id: n for n, row in enumerate(files.table.rows) for i in row.cells[source]}
    chosen = _chosen(files, pins)
    cells: dict[int, tuple[int, ...]] = {}
    pinned = set()
    fresh = before = len(files.table.rows)
    cursor = -1
    following = _next_known([row_of_id.get(working.paragraphs[index].id) for index in working.visible], fresh)
    for place, index in enumerate(working.visible):
        row = chosen[index] if index in chosen else row_of_id.get(working.paragraphs[index].id)
        if row is None and index not in chosen and before < len(files.table.rows):
            came_from = _texts(files.drafts[source], files.table.rows[before].cells[source])
            parts = _texts(working, cells[before])
            row = before if is_split_off(came_from, parts, working.paragraphs[index].text) else None
        if row is None and index not in chosen:
            between, text = (cursor, following[place]), working.paragraphs[index].text
            row = answering_row(text, files.drafts, files.table.rows, source, between)
            row = None if row in cells else row
        if row is None:
            row, fresh = fresh, fresh + 1
        before = row
        cursor = row if row < len(files.table.rows) else cursor
        if index in chosen:
            pinned.add(row)
        cells[row] = (*cells.get(row, ()), index)
    return _Rows(cells, frozenset(pinned))


def _chosen(files: Comparison, pins: Sequence[_WorkingPin]) -> dict[int, int | None]:
    """The rows that a person chose for working paragraphs, None for a row of its own."""
    if not pins:
        return {}
    rows = enumerate(files.table.rows)
    row_of = {(column, i): n for n, row in rows for column, cell in enumerate(row.cells) for i in cell}
    chosen: dict[int, int | None] = {}
    for pin in pins:
        answered = next((row_of[place] for place in pin.others if place in row_of), None)
        chosen.update(dict.fromkeys(pin.own, answered))
    return chosen


def _next_known(rows: Sequence[int | None], end: int) -> list[int]:
    """For each place the first row that is known after it; `end` after the last one."""
    found: list[int] = []
    for row in reversed(rows):
        found.append(end)
        end = row if row is not None else end
    return found[::-1]


def _texts(draft: Draft, cell: Sequence[int]) -> str:
    return " ".join(draft.paragraphs[index].text for index in cell)


def is_split_off(source: str, kept: str, new: str) -> bool:
    """Whether a new paragraph holds what another one, which it follows, had and has no longer: most of its words."""
    missing = Counter(_words(source)) - Counter(_words(kept))
    words = Counter(_words(new))
    shared = (missing & words).total()
    least = max(_FEWEST_SPLIT_OFF, _SPLIT_OFF * max(missing.total(), words.total()))
    return shared >= least


def _words(text: str) -> list[str]:
    return matching_words(normal_form(text))


def _moved(files: Comparison, working: Draft, source: int, rows: _Rows) -> set[int]:
    places = (
        (row.cells[source][0], rows.cells[n][0], n)
        for n, row in enumerate(files.table.rows)
        if row.cells[source] and n in rows.cells
    )
    return moved_among(working, places)


def moved_among(working: Draft, places: Iterable[tuple[int, int, int]]) -> set[int]:
    """The rows that stand in another order in the working draft; the heavier paragraphs stay.

    `places`: for each row its first paragraph in the source and in the working draft, and its number.
    """
    both = sorted(places)
    order = [index for _, index, _ in both]
    if all(one < other for one, other in pairwise(order)):
        return set()
    kept = heaviest_in_order(order, [1 + len(working.paragraphs[index].text) for index in order])
    return {n for k, (_, _, n) in enumerate(both) if k not in kept}


def _order(count: int, rows: _Rows, moved: set[int]) -> list[int]:
    """All rows in reading order: the table's own, each new row after the one that it follows."""
    after: dict[int, list[int]] = {}
    cursor = -1
    for n in sorted(rows.cells, key=lambda row: rows.cells[row][0]):
        if n >= count:
            after.setdefault(cursor, []).append(n)
        elif n not in moved:
            cursor = n
    return [m for n in range(-1, count) for m in ((n,) if n >= 0 else ()) + tuple(after.get(n, ()))]


def _empty_row(table: AlignmentTable) -> AlignmentRow:
    return AlignmentRow(((),) * table.columns, (None,) * len(table.steps()))


def working_relation(
    source: Draft, working: Draft, old: tuple[int, ...], new: tuple[int, ...], *, moved: bool = False
) -> Relation | None:
    """What became of the paragraphs of a row on the way into the working draft."""
    if not old or not new:
        gone = Relation.DELETED if old else None
        return Relation.INSERTED if new else gone
    if len(old) != len(new):
        return Relation.SPLIT if len(new) > len(old) else Relation.MERGED
    pairs = [(source.paragraphs[i], working.paragraphs[k]) for i, k in zip(old, new, strict=True)]
    same = all(one is other or _same(one.text, other.text) for one, other in pairs)
    if moved:
        return Relation.MOVED if same else Relation.MOVED_EDITED
    return Relation.UNCHANGED if same else Relation.EDITED


def _same(old: str, new: str) -> bool:
    return old == new or normal_form(old) == normal_form(new)


def shape_of(shape: Shape, columns: int) -> Shape:
    """The shape for a number of columns: two drafts are a pair."""
    return Shape.PAIR if columns <= 2 else Shape.STAR if shape is Shape.PAIR else shape


Preparation = tuple[tuple[Draft, ...], Shape, tuple[Pin, ...]]
"""What `prepare` needs."""


class PreparedFiles:
    """The comparison of the files, kept while neither their drafts nor shape nor pins change."""

    def __init__(self) -> None:
        self._kept: tuple[Preparation, Comparison] | None = None

    def knows(self, preparation: Preparation) -> bool:
        """Whether the comparison for it is there."""
        return self._kept is not None and is_same(self._kept[0], preparation)

    def keep(self, preparation: Preparation, comparison: Comparison) -> None:
        """Keeps a comparison; its drafts become the very objects that the desk has."""
        is_ours = all(one is other for one, other in zip(comparison.drafts, preparation[0], strict=True))
        self._kept = (preparation, comparison if is_ours else replace(comparison, drafts=preparation[0]))

    def comparison(self, preparation: Preparation) -> Comparison:
        """The comparison for a preparation; worked out where it is not kept."""
        if self._kept is None or not is_same(self._kept[0], preparation):
            self.keep(preparation, prepare_files(*preparation))
        assert self._kept is not None
        if any(one is not other for one, other in zip(self._kept[1].drafts, preparation[0], strict=True)):
            self.keep(preparation, self._kept[1])  # a draft got another name
        return self._kept[1]


def is_same(one: Preparation, other: Preparation) -> bool:
    """Whether two preparations give the same comparison."""
    drafts = len(one[0]) == len(other[0]) and all(a is b or a == b for a, b in zip(one[0], other[0], strict=True))
    return drafts and one[1:] == other[1:]
