"""What was told of the rows before an edit, for those that it left alone: it need not be found out again.

After a split, a join, a move or a new paragraph all that follows stands at another place and may have another number,
yet most rows hold the words that they held. Whether these changed, which is slow to tell, is as it was.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from draftdesk.comparing.comparison import Comparison
from draftdesk.model.alignment import AlignmentRow
from draftdesk.model.paragraph import Paragraph
from draftdesk.workbench.display.values import TextRow
from draftdesk.workbench.paragraph_names import ParagraphName
from draftdesk.workbench.reworded import has_same_frame

_Cells = tuple[tuple[int, ...], ...]


@dataclass(frozen=True)
class Known:
    """What was arranged before."""

    comparison: Comparison
    rows: tuple[TextRow, ...]
    names: tuple[tuple[ParagraphName, ...], ...]


@dataclass(frozen=True)
class KnownRows:
    """By the row of the table, one text row of before whose words and relations it still has."""

    rows: Mapping[int, TextRow]
    same: frozenset[int] = frozenset()

    def row(self, number: int) -> TextRow | None:
        """What was told of a row of the table; None where that has to be found out."""
        return self.rows.get(number)

    def as_before(self, ordinal: int, number: int) -> TextRow | None:
        """The text row of before where it stands for a row of the table as it is now: same place, numbers, words."""
        row = self.rows[number] if number in self.same else None
        return row if row is not None and row.ordinal == ordinal and row.table_row == number else None

    def very(self, row: TextRow) -> TextRow:
        """The very row of before where that is equal."""
        earlier = self.as_before(row.ordinal, row.table_row)
        return earlier if earlier == row else row


NOTHING_KNOWN = KnownRows({})


def known_rows(known: Known, now: Comparison, names: Sequence[Sequence[ParagraphName]]) -> KnownRows:
    """What `known` still tells of a comparison in which nothing but the last draft, the working draft, may differ."""
    before = known.comparison
    if not _differ_in_last(before, now):
        return NOTHING_KNOWN
    words = _Words(before, now)
    told = {row.table_row: row for row in known.rows}
    places = _Places(before.table.rows)
    rows: dict[int, TextRow] = {}
    same: list[int] = []
    for number, row in enumerate(now.table.rows):
        place = places.of(number, row.cells[:-1])
        earlier = told.get(place) if place is not None else None
        if place is None or earlier is None or not words.are_same(before.table.rows[place], row):
            continue
        rows[number] = earlier
        cell = row.cells[-1]
        is_there = not row.has_moves and earlier.cells == row.cells
        if is_there and all(words.is_same_object(i) and names[-1][i] == known.names[-1][i] for i in cell):
            same.append(number)
    return KnownRows(rows, frozenset(same))


class _Places:
    """Where rows stood, by their cells of files: mostly as far from where they stand now as the row before."""

    def __init__(self, rows: Sequence[AlignmentRow]) -> None:
        self._rows = rows
        self._shift = 0

    def of(self, number: int, cells: _Cells) -> int | None:
        """The row of before with these cells; None for none."""
        near = number + self._shift
        if not 0 <= near < len(self._rows) or self._rows[near].cells[:-1] != cells:
            found = self._by_cells.get(cells)
            if found is None:
                return None
            near, self._shift = found, found - number
        return near

    @cached_property
    def _by_cells(self) -> dict[_Cells, int]:
        return {row.cells[:-1]: number for number, row in enumerate(self._rows)}


def _differ_in_last(before: Comparison, now: Comparison) -> bool:
    """Whether two comparisons have the same steps and files, and working drafts of the same frame."""
    one, other = before.table, now.table
    if (one.columns, one.steps(), one.versions) != (other.columns, other.steps(), other.versions) or one.columns < 2:
        return False
    files = zip(before.drafts[:-1], now.drafts[:-1], strict=True)
    return all(a is b for a, b in files) and has_same_frame(before.drafts[-1], now.drafts[-1])


class _Words:
    """The paragraphs of the working draft before and after an edit."""

    def __init__(self, before: Comparison, now: Comparison) -> None:
        self._old, self._new = before.drafts[-1].paragraphs, now.drafts[-1].paragraphs

    def are_same(self, old: AlignmentRow, new: AlignmentRow) -> bool:
        """Whether a row has the same paragraphs with the same words, and the same became of them."""
        if old.relations != new.relations or old.moved != new.moved or not any(new.cells[:-1]):
            return False
        one, other = old.cells[-1], new.cells[-1]
        return len(one) == len(other) and all(
            has_same_words(self._old[i], self._new[k]) for i, k in zip(one, other, strict=True)
        )

    def is_same_object(self, index: int) -> bool:
        """Whether the very same paragraph stood at a place."""
        return index < len(self._old) and self._old[index] is self._new[index]


def has_same_words(one: Paragraph, other: Paragraph) -> bool:
    """Whether two states of a paragraph differ in the number at most: same words, set alike, same objects in them."""
    if one is other:
        return True
    if one.id != other.id or one.kind is not other.kind or one.text != other.text:
        return False
    if one.text_span == other.text_span:
        return one.runs == other.runs and one.objects == other.objects
    return one.runs_in_text() == other.runs_in_text() and one.objects_in_text() == other.objects_in_text()
