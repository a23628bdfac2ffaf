"""Parts of a row that moved while others of it stayed: a row of several paragraphs has one relation for a step.

Where all of its paragraphs moved, it is a moved row like any other and stands at both places.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from draftdesk.model.alignment import Link
from draftdesk.translation import tr
from draftdesk.workbench.display.rows import DisplayRows
from draftdesk.workbench.display.values import Block, CellNote, Sign, Stretch, TextRow
from draftdesk.workbench.paragraph_names import listed_names


def moved_parts(view: DisplayRows, row: TextRow, column: int) -> tuple[Link, ...]:
    """The links of a row that moved on the way to a column while others of it kept their order."""
    table = view.comparison.table
    told = table.rows[row.table_row]
    if not told.moved or column in row.moves:
        return ()
    step = next((k for k, (_, new) in enumerate(table.steps()) if new == column), -1)
    return told.moved_in(step) if step >= 0 else ()


def moved_place(view: DisplayRows, row: TextRow, column: int) -> int:
    """The text row beside which a moved part of a row stands in its own draft, -1 where none moved.

    What stands before it there, else what stands after it.
    """
    links = moved_parts(view, row, column)
    if not links:
        return -1
    index = links[0][1]
    owner = {i: other.ordinal for other in view.rows for i in other.cells[column] if other.ordinal != row.ordinal}
    last = len(view.drafts[column].paragraphs)
    return next((owner[i] for i in (*range(index - 1, -1, -1), *range(index + 1, last)) if i in owner), -1)


def with_moved(view: DisplayRows, row: TextRow, column: int, blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The paragraphs of a cell, those on the ground of moved text that moved as a whole."""
    moved = _paragraphs(view, row, column)
    if not moved or len(blocks) != len(row.cells[column]):
        return tuple(blocks)
    return tuple(
        replace(block, stretches=tuple(map(_moved, block.stretches))) if index in moved else block
        for index, block in zip(row.cells[column], blocks, strict=True)
    )


def _moved(stretch: Stretch) -> Stretch:
    return replace(stretch, sign=Sign.MOVED) if stretch.sign is Sign.PLAIN and stretch.change < 0 else stretch


def _paragraphs(view: DisplayRows, row: TextRow, column: int) -> set[int]:
    """The paragraphs of a cell that stand elsewhere in the other draft; a single one where nothing of it stayed."""
    is_older = view.against[column] < 0 and len(view.against) == 2 and not view.shows_both
    links = moved_parts(view, row, 1 if is_older else column)
    if not links:
        return set()
    own, other = (0, 1) if is_older else (1, 0)
    cells = view.comparison.table.rows[row.table_row].cells
    beyond = cells[1] if is_older else cells[view.against[column]]
    if len(cells[column]) == 1 and {link[other] for link in links} != set(beyond):
        return set()
    return {link[own] for link in links}


def moved_notes(view: DisplayRows, row: TextRow, column: int) -> Iterator[CellNote]:
    """A sentence for each paragraph of a cell that has words from another place, with that place."""
    links = moved_parts(view, row, column)
    old = view.against[column]
    for index in dict.fromkeys(new for _, new in links):
        places = [view.names[old][i].full for i, new in links if new == index]
        yield CellNote(
            tr(
                "Moved: {new} came from {old} of {name}",
                new=view.names[column][index].full,
                old=listed_names(places),
                name=view.short[old],
            )
        )
