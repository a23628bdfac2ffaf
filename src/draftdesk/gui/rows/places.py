"""Which line shows a text row, and where lines of moves run."""

from __future__ import annotations

from collections.abc import Sequence

from draftdesk.model.draft import Draft
from draftdesk.model.paragraph import ParagraphId
from draftdesk.workbench.display.moved_parts import moved_place
from draftdesk.workbench.display.rows import DisplayRows
from draftdesk.workbench.display.values import FoldLine, TextRow

Move = tuple[int, int, int]
"""The line of the old place, that of the new place, the column in whose lane the move is drawn."""


def other_end(view: DisplayRows, row: TextRow, column: int) -> int:
    """The row where the paragraph of a moved row stands before or after the move, -1 where it did not move.

    The move of the given column comes first: where its draft or the one that it is shown against has the paragraph;
    then the moves of the columns that are shown against it, then any other. Where only a part of the row moved, it
    is the row beside which that part stands in its own draft.
    """
    near = [column, view.against[column], *(k for k, old in enumerate(view.against) if old == column)]
    order = dict.fromkeys([*(k for k in near if k >= 0), *range(len(row.partner))])
    whole = next((row.partner[k] for k in order if row.partner[k] >= 0), -1)
    return whole if whole >= 0 else next((k for k in (moved_place(view, row, c) for c in order) if k >= 0), -1)


def column_again(column: int, before: Sequence[Draft], now: Sequence[Draft]) -> int:
    """Where a column is now that drafts came, went or changed places: it stays with its draft while that is there."""
    if 0 <= column < len(before):
        column = next((k for k, draft in enumerate(now) if draft.id == before[column].id), column)
    return max(0, min(column, len(now) - 1))


def paragraphs_at(view: DisplayRows | None, item: int) -> tuple[ParagraphId, ...]:
    """The paragraphs that a line is known by, those of the newest draft first; () for the head of a part."""
    if view is None or not 0 <= item < len(view.items):
        return ()
    found = view.items[item]
    if isinstance(found, TextRow):
        return found.identity[::-1]
    return (found.identity,) if isinstance(found, FoldLine) else ()


def line_with(view: DisplayRows | None, paragraphs: Sequence[ParagraphId], near: int = -1) -> int:
    """The line that shows the first of these that is there, or the fold that hides it; -1 for none.

    `near` is looked at before all others.
    """
    if view is None:
        return -1
    if paragraphs and paragraphs_at(view, near) == tuple(paragraphs):
        return near
    return next((line for line in (_line_with(view, one) for one in paragraphs) if line >= 0), -1)


def _line_with(view: DisplayRows, paragraph: ParagraphId) -> int:
    for number, item in enumerate(view.items):
        if isinstance(item, TextRow) and paragraph in item.identity:
            return number
        hidden = item.rows if isinstance(item, FoldLine) and not item.is_open else ()
        if any(paragraph in view.rows[k].identity for k in hidden):
            return number
    return -1


def places_and_moves(view: DisplayRows | None) -> tuple[dict[int, int], list[Move]]:
    """The line of each text row by its ordinal (of the fold that hides it), and all moves."""
    places: dict[int, int] = {}
    moves: list[Move] = []
    items = view.items if view is not None else ()
    for number, item in enumerate(items):
        if isinstance(item, TextRow):
            places[item.ordinal] = number
        elif isinstance(item, FoldLine) and not item.is_open:
            places.update(dict.fromkeys(item.rows, number))
    for number, item in enumerate(items):
        if view is None or not isinstance(item, TextRow) or not item.is_moved_part:
            continue
        for column, partner in enumerate(item.partner):
            old = view.against[column]
            if partner >= 0 and old >= 0 and item.cells[old] and column in item.moves:
                moves.append((number, places.get(partner, number), column))
    return places, moves
