"""Which draft proposes something in a row, as seen from the column where one is."""

from __future__ import annotations

from dataclasses import dataclass

from draftdesk.model.alignment import Relation
from draftdesk.workbench.desk.decisions import WORKING
from draftdesk.workbench.display.rows import DisplayRows
from draftdesk.workbench.display.values import TextRow
from draftdesk.workbench.note_changes import has_changed_notes


@dataclass(frozen=True, slots=True)
class Proposed:
    """The column of a draft that changes the row."""

    column: int


def proposal_here(view: DisplayRows, row: TextRow, column: int) -> Proposed | None:
    """The draft of the column where it changes the row; elsewhere the one that does, if it is the only one."""
    proposing = [k for k in range(len(row.cells)) if _proposes(view, row, k)]
    if column in proposing:
        return Proposed(column)
    return Proposed(proposing[0]) if len(proposing) == 1 else None


def _proposes(view: DisplayRows, row: TextRow, column: int) -> bool:
    relation = row.relations[column]
    is_file = view.against[column] >= 0 and view.drafts[column].id != WORKING
    if not is_file or relation is None:
        return False
    if relation is not Relation.UNCHANGED:
        return True
    return has_changed_notes(view.comparison, row.table_row, view.against[column], column)
