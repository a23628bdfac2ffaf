"""Pairings of which the alignment is not sure: offered one after the other, to be confirmed or made otherwise."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from draftdesk.messages import Message, message
from draftdesk.model.dossier import PinnedPair
from draftdesk.model.paragraph import ParagraphId
from draftdesk.translation import tr
from draftdesk.workbench.display.rows import DisplayRows
from draftdesk.workbench.display.values import TextRow
from draftdesk.workbench.paragraph_names import listed_names

SURE_ENOUGH: Final = 0.6
"""A row with less confidence is offered (see `AlignmentRow`)."""


def is_doubtful(view: DisplayRows, row: TextRow) -> bool:
    """Whether somebody should look at the pairing of a row: two drafts have it, and no person has set it."""
    found = view.comparison.table.rows[row.table_row]
    return found.confidence < SURE_ENOUGH and not found.pinned and sum(map(bool, found.cells)) > 1


def doubtful_rows(view: DisplayRows) -> tuple[int, ...]:
    """The ordinals of text rows with a doubtful pairing; of a moved one the place where it stands now."""
    found: dict[int, int] = {}
    for row in view.rows:
        if is_doubtful(view, row):
            found[row.table_row] = row.ordinal
    return tuple(sorted(found.values()))


def next_doubtful_row(view: DisplayRows, ordinal: int, by: int) -> int:
    """The next doubtful row after one (`by` 1) or before it (-1), round the ends; -1 for none."""
    found = doubtful_rows(view)
    beyond = [k for k in found if (k > ordinal if by > 0 else k < ordinal)]
    ordered = (beyond or list(found)) if by > 0 else list(reversed(beyond or list(found)))
    return ordered[0] if ordered else -1


def doubt_told(view: DisplayRows, row: TextRow) -> Message:
    """The sentence that offers a pairing: which paragraphs, and how sure the alignment is."""
    table_row = view.comparison.table.rows[row.table_row]
    places = [
        tr(
            "{place} in {name}",
            place=listed_names([view.names[column][index].full for index in cell]),
            name=view.short[column],
        )
        for column, cell in enumerate(table_row.cells)
        if cell
    ]
    sure = round(100 * table_row.confidence)
    return message("pairing_doubtful", places=listed_names(places), sure=sure)


def confirmed(view: DisplayRows, row: TextRow, draft_ids: Sequence[str]) -> PinnedPair:
    """The pairing of a row as it is, to be pinned; `draft_ids` are those of the columns."""
    cells = view.comparison.table.rows[row.table_row].cells
    return PinnedPair(
        tuple(
            ParagraphId(draft_ids[column], view.drafts[column].paragraphs[index].id.serial)
            for column, cell in enumerate(cells)
            for index in cell
        )
    )
