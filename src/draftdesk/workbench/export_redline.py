"""The use case: a proved Word redline on the base."""

from __future__ import annotations

from dataclasses import dataclass

from draftdesk.aligning.table import align
from draftdesk.errors import ExportError, refusal
from draftdesk.exporting.proof import prove, prove_draft
from draftdesk.exporting.redline import Redline, WordSide, make_redline
from draftdesk.messages import Message, message
from draftdesk.model.alignment import AlignmentTable, Shape
from draftdesk.model.draft import Draft
from draftdesk.reading.odt_package import is_open_document
from draftdesk.wordml.package import ZIP_HEADER, can_be_written


@dataclass(frozen=True)
class RedlineResult:
    """A proved redline: its bytes, how many changes and moves it shows, and what to tell the user."""

    data: bytes
    changes: int
    moves: int
    message: Message


def export_redline(
    base_draft: Draft,
    base_bytes: bytes,
    new_draft: Draft,
    new_bytes: bytes | None,
    author: str,
    date: str,
    table: AlignmentTable | None = None,
) -> RedlineResult:
    """Align if need be, write, prove; raises ExportError where the base is no Word file or the proof fails.

    `new_bytes` is None for the working draft; `table` has the columns base and new; `date` is ISO 8601 in UTC.
    """
    if not base_bytes.startswith(ZIP_HEADER) or is_open_document(base_bytes):
        raise refusal(ExportError, "redline_needs_word_base", name=base_draft.name)
    if table is None:
        table = align((base_draft, new_draft), Shape.PAIR)
    base = WordSide(base_bytes, base_draft)
    if new_bytes is not None and can_be_written(new_bytes):
        redline = make_redline(base, WordSide(new_bytes, new_draft), table, author, date)
        prove(
            base_bytes,
            redline.data,
            new_bytes,
            base_view=base_draft.view,
            new_view=new_draft.view,
            new_name=new_draft.name,
        )
    else:
        redline = make_redline(base, new_draft, table, author, date)
        prove_draft(base_bytes, redline.data, base_draft, new_draft, derived=redline.derived)
    return RedlineResult(redline.data, redline.changes, redline.moves, _told(base_draft, redline))


def _told(base: Draft, redline: Redline) -> Message:
    """One line for the user; the base's own tracked changes, when it had some, are told as resolved."""
    name = base.symbol or base.name
    if redline.resolved:
        return message("proved_resolved", count=redline.changes, base=name, view=str(base.view))
    if redline.keeps_front:
        return message("proved_front", count=redline.changes, base=name)
    return message("proved", count=redline.changes, base=name)
