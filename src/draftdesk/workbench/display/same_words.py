"""Words that several drafts change, each in its own way: what a chair has to decide between.

Drafts are asked together where they are shown against the same one; revisions that follow each other never collide.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from draftdesk.model.alignment import Relation
from draftdesk.translation import tr
from draftdesk.workbench.display.rows import DisplayRows
from draftdesk.workbench.display.values import TextRow
from draftdesk.workbench.shown_changes import shown_changes


@dataclass(frozen=True, slots=True)
class Contested:
    """From `start` to `end` (code points) of the joined text that column `old` has in a row; `columns` change it.

    An empty span is a place at which several drafts put in different words.
    """

    old: int
    start: int
    end: int
    columns: tuple[int, ...]


class _Edit(NamedTuple):
    start: int
    end: int
    text: str
    column: int


def contested_words(view: DisplayRows, row: TextRow) -> tuple[Contested, ...]:
    """The contested words of a row, in the order of the text.

    Two edits meet where no kept word stands between them, as nobody could say which of them comes first. Drafts that
    make the very same edit agree. A draft without the paragraph contests whatever another one changes in it.
    """
    found: list[Contested] = []
    for old in sorted({column for column in view.against if column >= 0}):
        columns = [c for c, other in enumerate(view.against) if other == old and row.relations[c] is not None]
        if len(columns) > 1 and row.cells[old]:
            gone = [c for c in columns if row.relations[c] is Relation.DELETED]
            edits = [edit for column in columns for edit in _edits(view, row, old, column)]
            found += _meetings(old, edits, gone)
    return tuple(found)


def _edits(view: DisplayRows, row: TextRow, old: int, new: int) -> Iterator[_Edit]:
    changes = shown_changes(view.comparison, row.table_row, old, new)
    if not changes:
        return
    text = view.comparison.cell_text(row.table_row, new)
    for change in changes:
        yield _Edit(change.old.start, change.old.end, change.new.of(text), new)


def _meetings(old: int, edits: Iterable[_Edit], gone: Sequence[int]) -> Iterator[Contested]:
    for group in _groups(sorted(edits)):
        made: dict[int, list[tuple[int, int, str]]] = {}
        for edit in group:
            made.setdefault(edit.column, []).append((edit.start, edit.end, edit.text))
        if len({tuple(own) for own in made.values()}) + bool(gone) > 1:
            columns = tuple(sorted({*made, *gone}))
            yield Contested(old, group[0].start, max(edit.end for edit in group), columns)


def _groups(edits: Sequence[_Edit]) -> Iterator[list[_Edit]]:
    """Edits in order, those that touch each other together."""
    group: list[_Edit] = []
    end = -1
    for edit in edits:
        if group and edit.start > end:
            yield group
            group = []
        group.append(edit)
        end = max(end, edit.end) if len(group) > 1 else edit.end
    if group:
        yield group


def contested_note(view: DisplayRows, row: TextRow, column: int) -> str:
    """What a cell says where drafts that are shown against it change the same words; "" where none do."""
    if view.alone >= 0 or not row.is_changed or sum(other == column for other in view.against) < 2:
        return ""
    drafts = {changed for one in contested_words(view, row) if one.old == column for changed in one.columns}
    if not drafts:
        return ""
    asked = sum(other == column for other in view.against)
    if asked == 2:
        return tr("≠ Both drafts change the same words")
    return tr("≠ {count} drafts change the same words", count=len(drafts))


def next_contested(view: DisplayRows, ordinal: int, by: int) -> tuple[int, int] | None:
    """The next text row (`by` 1; -1: the one before) with contested words, and the first draft that changes them.

    From `ordinal` on, around the ends; None where no row has any.
    """
    count = len(view.rows)
    for step in range(1, count + 1):
        row = view.rows[(ordinal + by * step) % count]
        found = contested_words(view, row) if row.is_changed else ()
        if found:
            return row.ordinal, found[0].columns[0]
    return None
