"""What a person decided, in the cells: signs in the margin, and what was taken from whom."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from dataclasses import replace

from draftdesk.model.decided import StatusKind
from draftdesk.workbench.desk_decisions import WORKING
from draftdesk.workbench.display_rows import DisplayRows
from draftdesk.workbench.display_values import Block, CellNote, DisplayItem, SectionLine, TextRow
from draftdesk.workbench.paragraph_names import listed_names


def with_marks(view: DisplayRows, row: TextRow, column: int, heads: list[Block]) -> list[Block]:
    """The first block of the row's first column with the signs of its status and of private notes."""
    if view.decided.is_empty or not heads or column != next(c for c, cell in enumerate(row.cells) if cell):
        return heads
    status, notes = view.decided.status(row.identity), view.decided.notes(row.identity)
    kind = status.kind if status is not None else None
    return [replace(heads[0], status=kind, private=len(notes)), *heads[1:]]


def answer_notes(view: DisplayRows, row: TextRow, column: int) -> tuple[CellNote, ...]:
    """In the working draft whose words were taken, at a proposal what was answered to it."""
    if not view.decided.answers:
        return ()
    answers, draft = view.decided.answered(row.identity), view.drafts[column].id
    if draft == WORKING:
        names = list(dict.fromkeys(one.name for one in answers if one.is_taken))
        return (CellNote(f"✓ Taken from {listed_names(names)}"),) if names else ()
    own = [one for one in answers if one.draft == draft]
    taken, left = sum(one.is_taken for one in own), sum(not one.is_taken for one in own)
    whole = any(not one.words for one in own)
    said = [_counted("✓ Taken", taken, whole=whole)] if taken else []
    said += [_counted("– Left as it is", left, whole=whole)] if left else []
    return (CellNote("; ".join(said)),) if said else ()


def only_with_status(view: DisplayRows, kinds: AbstractSet[StatusKind | None]) -> DisplayRows:
    """The lines of rows with one of these statuses, None for those without; heads of sections stay."""

    def is_shown(item: DisplayItem) -> bool:
        if not isinstance(item, TextRow):
            return isinstance(item, SectionLine)
        status = view.decided.status(item.identity)
        return (status.kind if status is not None else None) in kinds

    return replace(view, items=tuple(item for item in view.items if is_shown(item)))


def _counted(what: str, count: int, *, whole: bool) -> str:
    return what if whole else f"{what}: {count} change{'' if count == 1 else 's'}"
