"""Text rows after an edit of words: the very rows of before, but for those of paragraphs that changed.

A row that two arrangements share shows the same in both, but for what was decided about it and whose hand is told.
Views go by that.
"""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace

from draftdesk.comparing.comparison import Comparison
from draftdesk.model.alignment import MOVES, AlignmentRow
from draftdesk.workbench.display.known import Known
from draftdesk.workbench.display.text_rows import (
    against_of,
    differs_slightly,
    is_changed,
    quiet_relations,
    relations_of,
    with_context,
)
from draftdesk.workbench.display.values import TextRow
from draftdesk.workbench.paragraph_names import ParagraphName
from draftdesk.workbench.reworded import has_same_frame, reworded_places


def text_rows_again(
    comparison: Comparison, names: Sequence[Sequence[ParagraphName]], known: Known, *, small: bool
) -> tuple[TextRow, ...] | None:
    """The rows of a comparison, `against` and `small` being the same; None where more than words of rows changed."""
    touched = touched_rows(known.comparison, comparison)
    if touched is None or any(one is not other for one, other in zip(names, known.names, strict=True)):
        return None
    against, quiet = against_of(comparison), quiet_relations(comparison)
    rows, changed = list(known.rows), set()
    for place, row in enumerate(known.rows):
        if row.table_row in touched:
            now = is_changed(comparison, row.table_row, against, quiet, small=small)
            columns = tuple(column for column, cell in enumerate(row.cells) if cell)
            relations = relations_of(comparison, comparison.table.rows[row.table_row], columns)
            slightly = not now and differs_slightly(comparison, row.table_row, against)
            rows[place] = replace(row, relations=relations, is_changed=now, differs_slightly=slightly)
            if now is not row.is_changed:
                changed.add(place)
    for place in changed:
        _put_in_context(rows, place)
    return tuple(rows)


def _put_in_context(rows: list[TextRow], place: int) -> None:
    """Keeps a chapeau with its subparagraphs, or not any more, where one of them changed or is as it was."""
    first, end = place, place + 1
    while first > 0 and rows[first].level:
        first -= 1
    while end < len(rows) and rows[end].level:
        end += 1
    bare = [replace(row, is_kept=False) for row in rows[first:end]]
    for k, row in enumerate(with_context(tuple(bare)), first):
        if row.is_kept is not rows[k].is_kept:
            rows[k] = row


def touched_rows(before: Comparison, now: Comparison) -> AbstractSet[int] | None:
    """The rows of a table in which words differ; None where more differs than words.

    A draft that names paragraphs which are gone has marks of that in rows that no words changed in.
    """
    if len(before.drafts) != len(now.drafts) or any(draft.lost for draft in now.drafts) or not _is_alike(before, now):
        return None
    touched = {
        n for n, (one, other) in enumerate(zip(before.table.rows, now.table.rows, strict=True)) if one is not other
    }
    for column, (old, new) in enumerate(zip(before.drafts, now.drafts, strict=True)):
        if old is not new:
            places = reworded_places(old, new)
            if places is None or not has_same_frame(old, new):
                return None
            touched |= {n for n, row in enumerate(now.table.rows) if not places.isdisjoint(row.cells[column])}
    return touched


def _is_alike(before: Comparison, now: Comparison) -> bool:
    one, other = before.table, now.table
    if (one.shape, one.columns, one.steps(), len(one.rows)) != (
        other.shape,
        other.columns,
        other.steps(),
        len(other.rows),
    ):
        return False
    return all(a is b or _stands_alike(a, b) for a, b in zip(one.rows, other.rows, strict=True))


def _stands_alike(one: AlignmentRow, other: AlignmentRow) -> bool:
    """Whether a row has the same paragraphs at the same places."""
    moves = [[relation in MOVES for relation in row.relations] for row in (one, other)]
    return one.cells == other.cells and moves[0] == moves[1] and one.moved == other.moved
