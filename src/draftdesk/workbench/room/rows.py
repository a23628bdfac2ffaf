"""The rows that a room walks through, and what its foot counts."""

from __future__ import annotations

from dataclasses import dataclass

from draftdesk.model.alignment import Relation
from draftdesk.wording.brackets import pairs_and_depth
from draftdesk.workbench.display.rows import DisplayRows
from draftdesk.workbench.display.values import TextRow


@dataclass(frozen=True, slots=True)
class RoomCounts:
    """What the foot of the page counts in the whole draft."""

    changed: int
    new: int
    deleted: int
    brackets: int


def room_rows(view: DisplayRows, column: int) -> tuple[int, ...]:
    """The ordinals of the rows that a draft has a paragraph in, or deleted one; a moved one is at its new place."""
    return tuple(row.ordinal for row in view.rows if row.cells[column] or is_deleted(row, column))


def is_deleted(row: TextRow, column: int) -> bool:
    """Whether a draft leaves the paragraph of a row out, and does not have it elsewhere."""
    return row.relations[column] is Relation.DELETED and row.partner[column] < 0


def next_changed(view: DisplayRows, column: int, ordinal: int, by: int) -> int | None:
    """The next row, or the one before, that the draft changes; None where there is none."""
    rows = [k for k in room_rows(view, column) if has_changes(view.rows[k], column)]
    onward = [k for k in rows if k > ordinal] if by > 0 else [k for k in reversed(rows) if k < ordinal]
    return next(iter(onward), None)


def has_changes(row: TextRow, column: int) -> bool:
    """Whether a draft changes words of a row against the draft that it is shown against, or moves it."""
    relation = row.relations[column]
    if relation in {None, Relation.UNCHANGED}:
        return False
    return relation is not Relation.EDITED or row.is_changed


def counts_of(view: DisplayRows, column: int) -> RoomCounts:
    """What is changed, new and deleted in a draft, by paragraphs, and how many brackets are open in it."""
    rows = [view.rows[k] for k in room_rows(view, column)]
    new = sum(row.relations[column] is Relation.INSERTED for row in rows)
    deleted = sum(is_deleted(row, column) for row in rows)
    changed = sum(has_changes(row, column) for row in rows) - new - deleted
    draft = view.drafts[column]
    texts = (draft.paragraphs[index].text for row in rows for index in row.cells[column])
    return RoomCounts(changed, new, deleted, sum(pairs_and_depth(text)[0] for text in texts))
