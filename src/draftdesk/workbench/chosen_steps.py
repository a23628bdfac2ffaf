"""A comparison in which some columns are shown against another draft than its shape says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from draftdesk.aligning.ordering import heaviest_in_order
from draftdesk.comparing.comparison import Comparison
from draftdesk.model.alignment import AlignmentRow, Relation
from draftdesk.wording.normal_form import normal_form
from draftdesk.workbench.silent_front import with_silent_front


def with_chosen(comparison: Comparison, chosen: Mapping[int, int]) -> Comparison:
    """The same rows with other steps: `chosen` holds for a column the one that it is shown against.

    The very same comparison where nothing is chosen that is not so already.
    """
    table, drafts = comparison.table, comparison.drafts
    if table.versions:  # words are compared within a language only
        chosen = {new: old for new, old in chosen.items() if drafts[new].language == drafts[old].language}
    steps = tuple((chosen.get(new, old), new) for old, new in table.steps())
    other = [k for k, (step, before) in enumerate(zip(steps, table.steps(), strict=True)) if step != before]
    if not other:
        return comparison
    relations = {k: _relations(comparison, *steps[k]) for k in other}
    rows = []
    for n, row in enumerate(table.rows):
        became = [relations[k][n] if k in relations else one for k, one in enumerate(row.relations)]
        moved = tuple(() if k in relations else row.moved_in(k) for k in range(len(steps)))
        rows.append(replace(row, relations=tuple(became), moved=moved if any(moved) else ()))
    return with_silent_front(replace(comparison, table=replace(table, rows=tuple(rows), compared=steps)))


def _relations(comparison: Comparison, old: int, new: int) -> list[Relation | None]:
    """What became of each row on the way from one column to another; the heavier paragraphs keep their order."""
    rows = comparison.table.rows
    cells = [(row.cells[old], row.cells[new], n) for n, row in enumerate(rows)]
    both = sorted((before[0], after[0], n) for before, after, n in cells if before and after)
    weights = [1 + len(comparison.cell_text(n, new)) for _, _, n in both]
    kept = heaviest_in_order([index for _, index, _ in both], weights)
    moved = {n for k, (_, _, n) in enumerate(both) if k not in kept}
    return [_relation(comparison, row, (n, old, new), is_moved=n in moved) for n, row in enumerate(rows)]


def _relation(
    comparison: Comparison, row: AlignmentRow, step: tuple[int, int, int], *, is_moved: bool
) -> Relation | None:
    number, old, new = step
    if not row.cells[old] or not row.cells[new]:
        gone = Relation.DELETED if row.cells[old] else None
        return Relation.INSERTED if row.cells[new] else gone
    if len(row.cells[old]) != len(row.cells[new]):
        return Relation.SPLIT if len(row.cells[new]) > len(row.cells[old]) else Relation.MERGED
    before, after = comparison.cell_text(number, old), comparison.cell_text(number, new)
    is_same = before == after or normal_form(before) == normal_form(after)
    if is_moved:
        return Relation.MOVED if is_same else Relation.MOVED_EDITED
    return Relation.UNCHANGED if is_same else Relation.EDITED
