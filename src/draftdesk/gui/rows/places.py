"""Which line shows a text row, and where lines of moves run."""

from __future__ import annotations

from draftdesk.workbench.display_rows import MOVES, DisplayRows
from draftdesk.workbench.display_values import FoldLine, TextRow

Move = tuple[int, int, int]
"""The line of the old place, that of the new place, the column in whose lane the move is drawn."""


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
            if partner >= 0 and old >= 0 and item.cells[old] and item.relations[column] in MOVES:
                moves.append((number, places.get(partner, number), column))
    return places, moves
