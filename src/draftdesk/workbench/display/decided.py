"""What a person decided, in the cells: signs in the margin, and what was taken from whom."""

from __future__ import annotations

from collections import Counter
from collections.abc import Set as AbstractSet
from dataclasses import replace

from draftdesk.model.decided import StatusKind
from draftdesk.model.paragraph import ParagraphId
from draftdesk.translation import tr, tr_count
from draftdesk.wording.normal_form import matching_form
from draftdesk.workbench.decided_rows import STATUS_NAMES, counted_statuses, told_status
from draftdesk.workbench.desk.decisions import WORKING
from draftdesk.workbench.display.rows import DisplayRows
from draftdesk.workbench.display.values import Block, CellNote, DisplayItem, SectionLine, TextRow, Tone
from draftdesk.workbench.paragraph_names import listed_names

_AGREED = frozenset({StatusKind.AGREED, StatusKind.AD_REFERENDUM})


def with_marks(view: DisplayRows, row: TextRow, column: int, heads: list[Block]) -> list[Block]:
    """The first block of the row's first column with the signs of its status and of private notes."""
    if view.decided.is_empty or not heads or column != next(c for c, cell in enumerate(row.cells) if cell):
        return heads
    status, notes = view.decided.status(row.identity), view.decided.notes(row.identity)
    kind = status.kind if status is not None else None
    return [replace(heads[0], status=kind, private=len(notes)), *heads[1:]]


def standing(view: DisplayRows) -> Counter[StatusKind]:
    """How many paragraphs have each status; both places of a moved one are one."""
    if not view.decided.statuses:
        return Counter()
    rows: dict[int, tuple[ParagraphId, ...]] = {}
    for row in view.rows:
        rows[row.table_row] = (*rows.get(row.table_row, ()), *row.identity)
    return counted_statuses(view.decided, rows.values())


def decided_notes(view: DisplayRows, row: TextRow, column: int) -> tuple[CellNote, ...]:
    """What is said of decisions under a cell: of its agreed words, of answers to a proposal."""
    return (*_other_words(view, row, column), *_answer_notes(view, row, column))


def _other_words(view: DisplayRows, row: TextRow, column: int) -> tuple[CellNote, ...]:
    """In the latest draft with the paragraph, which came after the decision, or is being written: that it differs."""
    status = view.decided.status(row.identity)
    if status is None or status.kind not in _AGREED or not row.cells[column] or any(row.cells[column + 1 :]):
        return ()
    draft = view.drafts[column]
    came_later = draft.id == WORKING or draft.paragraphs[row.cells[column][0]].id not in status.paragraphs
    text = "\u2029".join(draft.paragraphs[index].text for index in row.cells[column])
    if not came_later or matching_form(text) == matching_form(status.anchor.text):
        return ()
    return (
        CellNote(tr("⚠ {status} in other words", status=tr(STATUS_NAMES[status.kind]).capitalize()), Tone.WEAKER),
    )


def _answer_notes(view: DisplayRows, row: TextRow, column: int) -> tuple[CellNote, ...]:
    """In the working draft whose words were taken, at a proposal what was answered to it."""
    if not view.decided.answers:
        return ()
    answers, draft = view.decided.answered(row.identity), view.drafts[column].id
    if draft == WORKING:
        names = list(dict.fromkeys(one.name for one in answers if one.is_taken))
        return (CellNote(tr("✓ Taken from {names}", names=listed_names(names))),) if names else ()
    own = [one for one in answers if one.draft == draft]
    taken, left = sum(one.is_taken for one in own), sum(not one.is_taken for one in own)
    whole = any(not one.words for one in own)
    said = [_counted(tr("✓ Taken"), taken, whole=whole)] if taken else []
    said += [_counted(tr("– Left as it is"), left, whole=whole)] if left else []
    return (CellNote("; ".join(said)),) if said else ()


def told_marks(view: DisplayRows, row: TextRow) -> str:
    """The status of a row and how many private notes it has, in short; "" for none."""
    status, notes = view.decided.status(row.identity), len(view.decided.notes(row.identity))
    said = told_status(status) if status is not None else ""
    private = tr_count("{count} private comment", "{count} private comments", notes) if notes else ""
    return ", ".join(filter(None, (said, private)))


def tips(view: DisplayRows, row: TextRow) -> tuple[str, ...]:
    """The status of a row and its private notes in full."""
    status = view.decided.status(row.identity)
    said = () if status is None else (told_status(status)[0].upper() + told_status(status)[1:],)
    return (*said, *(f"{tr('Private')}\n{note.text}" for note in view.decided.notes(row.identity)))


def statuses_of_rows(view: DisplayRows) -> dict[int, StatusKind]:
    """The status of each row that has one, by its ordinal."""
    if not view.decided.statuses:
        return {}
    found = ((row.ordinal, view.decided.status(row.identity)) for row in view.rows)
    return {ordinal: status.kind for ordinal, status in found if status is not None}


def only_with_status(view: DisplayRows, kinds: AbstractSet[StatusKind | None]) -> DisplayRows:
    """The lines of rows with one of these statuses, None for those without; heads of sections stay."""

    def is_shown(item: DisplayItem) -> bool:
        if not isinstance(item, TextRow):
            return isinstance(item, SectionLine)
        status = view.decided.status(item.identity)
        return (status.kind if status is not None else None) in kinds

    return replace(view, items=tuple(item for item in view.items if is_shown(item)))


def _counted(what: str, count: int, *, whole: bool) -> str:
    return what if whole else tr_count("{what}: {count} change", "{what}: {count} changes", count, what=what)
