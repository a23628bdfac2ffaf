"""Paragraphs that were joined in the working draft stand in one row with what they were joined to.

The working draft keeps the id of the first only; that the words of the next are in it tells the rest.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from draftdesk.model.alignment import MOVES, AlignmentRow, Relation
from draftdesk.model.draft import Draft

Relate = Callable[[Draft, Draft, tuple[int, ...], tuple[int, ...]], Relation | None]
"""The relation of two cells that stand at the same place."""

IsSplitOff = Callable[[str, str, str], bool]
"""Whether a text is what a whole has beyond the part that was kept of it."""


def with_joined(
    rows: Sequence[AlignmentRow],
    drafts: Sequence[Draft],
    steps: Sequence[tuple[int, int]],
    relate: Relate,
    is_split_off: IsSplitOff,
) -> list[AlignmentRow]:
    """The rows of a table whose last step leads to the working draft, its last column."""
    source, working = steps[-1]
    found: list[AlignmentRow] = []
    for row in rows:
        before = found[-1] if found else None
        if before is not None and can_join(before, row, steps):
            texts = [_text(drafts[column], cell) for column, cell in _sides(before, row, source, working)]
            if is_split_off(*texts):
                found[-1] = _joined(before, row, drafts, steps, relate)
                continue
        found.append(row)
    return found


def can_join(before: AlignmentRow, row: AlignmentRow, steps: Sequence[tuple[int, int]]) -> bool:
    """Whether the paragraph of a row may have been joined to that of the row before; the words decide then."""
    source, working = steps[-1]
    if not before.cells[working] or not before.cells[source] or row.cells[working] or not row.cells[source]:
        return False
    is_moved = any(relation in MOVES for relation in (*before.relations, *row.relations))
    is_moved = is_moved or any(before.moved) or any(row.moved)
    return not is_moved and not before.pinned and not row.pinned


def _sides(
    before: AlignmentRow, row: AlignmentRow, source: int, working: int
) -> tuple[tuple[int, tuple[int, ...]], ...]:
    """The whole, what was kept of it, what may have come to it."""
    return (working, before.cells[working]), (source, before.cells[source]), (source, row.cells[source])


def _joined(
    before: AlignmentRow, row: AlignmentRow, drafts: Sequence[Draft], steps: Sequence[tuple[int, int]], relate: Relate
) -> AlignmentRow:
    cells = tuple((*one, *other) for one, other in zip(before.cells, row.cells, strict=True))
    relations = tuple(relate(drafts[old], drafts[new], cells[old], cells[new]) for old, new in steps)
    return AlignmentRow(cells, relations, min(before.confidence, row.confidence))


def _text(draft: Draft, cell: Sequence[int]) -> str:
    return " ".join(draft.paragraphs[index].text for index in cell)
