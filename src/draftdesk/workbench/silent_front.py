"""What a pasted text says nothing of is no change: front matter before its title, the marks of notes.

Neither is the meeting line at the end. In such rows the relation of the step is None, as where both ends are
empty; a redline leaves those paragraphs as they are by a rule of its own.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from draftdesk.comparing.comparison import Comparison
from draftdesk.model.alignment import AlignmentRow, Relation
from draftdesk.model.draft import Draft
from draftdesk.model.paragraph import OBJECT, ParagraphKind
from draftdesk.wording.normal_form import matching_form

_BEFORE_TITLE: Final = frozenset(
    {
        ParagraphKind.SESSION,
        ParagraphKind.AGENDA,
        ParagraphKind.SPONSORS,
        ParagraphKind.SOURCE_NOTE,
        ParagraphKind.HEADING,
        ParagraphKind.BODY,
    }
)
_FRONT: Final = _BEFORE_TITLE | {ParagraphKind.TITLE, ParagraphKind.ENACTING}
_LAST: Final = frozenset({ParagraphKind.MEETING_LINE})
_TEXT: Final = "text"
_ONE_SIDED: Final = frozenset({Relation.INSERTED, Relation.DELETED})


def with_silent_front(comparison: Comparison) -> Comparison:
    """The comparison without changes of front matter that a pasted text does not have; the very same for others."""
    comparison = _with_silent_marks(comparison)
    silent = {column for column, draft in enumerate(comparison.drafts) if _is_silent(draft)}
    steps = comparison.table.steps()
    if not any(set(step) & silent for step in steps):
        return comparison
    rows = list(comparison.table.rows)
    for place, (old, new) in enumerate(steps):
        for column, other in ((old, new), (new, old)):
            shared = [row.cells[other] for row in rows if row.cells[column] and row.cells[other]]
            if column in silent and shared:
                borders = min(cell[0] for cell in shared), max(cell[-1] for cell in shared)
                rows = [
                    row
                    if row.cells[column] or not _is_kept(comparison.drafts[other], row.cells[other], borders)
                    else _quiet(row, place)
                    for row in rows
                ]
    return replace(comparison, table=replace(comparison.table, rows=tuple(rows)))


def _with_silent_marks(comparison: Comparison) -> Comparison:
    """Rows that differ in marks of notes and in noise alone as unchanged, where a text cannot have the marks."""
    rows = list(comparison.table.rows)
    for place, (old, new) in enumerate(comparison.table.steps()):
        if not comparison.is_silent_on_notes(old, new):
            continue
        for number, row in enumerate(rows):
            if (
                row.relations[place] is Relation.EDITED
                and not row.moved
                and _differs_in_marks(comparison, number, old, new)
            ):
                relations = (*row.relations[:place], Relation.UNCHANGED, *row.relations[place + 1 :])
                rows[number] = replace(row, relations=relations)
    if all(row is other for row, other in zip(rows, comparison.table.rows, strict=True)):
        return comparison
    return replace(comparison, table=replace(comparison.table, rows=tuple(rows)))


def _differs_in_marks(comparison: Comparison, row: int, old: int, new: int) -> bool:
    before, after = comparison.cell_text(row, old), comparison.cell_text(row, new)
    has_marks = OBJECT in before or OBJECT in after
    return has_marks and matching_form(before) == matching_form(after)


def _quiet(row: AlignmentRow, place: int) -> AlignmentRow:
    if row.relations[place] not in _ONE_SIDED:
        return row
    return replace(row, relations=(*row.relations[:place], None, *row.relations[place + 1 :]))


def _is_silent(draft: Draft) -> bool:
    """Whether a draft is a text whose first paragraph is a title or what follows one."""
    first = next((draft.paragraphs[index] for index in draft.visible), None)
    return first is not None and first.origin.part == _TEXT and first.kind not in _BEFORE_TITLE


def _is_kept(draft: Draft, cell: tuple[int, ...], borders: tuple[int, int]) -> bool:
    """Whether a cell holds what a draft has before the first, or after the last, paragraph that the text has too."""
    if not cell:
        return False
    kinds = {draft.paragraphs[index].kind for index in cell}
    first, last = borders
    return (cell[-1] < first and kinds <= _FRONT) or (cell[0] > last and kinds <= _LAST)
