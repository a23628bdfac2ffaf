"""The use case: a proved Word redline on the base."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from draftdesk.aligning.table import align
from draftdesk.errors import ExportError, refusal
from draftdesk.exporting.proof.proving import prove, prove_draft
from draftdesk.exporting.redline.pending import count_of_changes
from draftdesk.exporting.redline.writer import Redline, WordSide, begin_redline
from draftdesk.messages import Message, message
from draftdesk.model.alignment import AlignmentTable, Shape
from draftdesk.model.draft import FINAL, Draft
from draftdesk.reading.opendocument.package import is_open_document
from draftdesk.wordml.package import ZIP_HEADER, can_be_written, open_package


class Elsewhere(Protocol):
    """Who may do a part of the work."""

    def table(self) -> AlignmentTable | None:
        """The table of base and new text, None where it is to be made here."""

    def ask(self, data: bytes, base: Draft, new: Draft, *, keeps_pending: bool) -> None:
        """Have a redline between Word files proved."""

    def proves(self) -> bool:
        """Whether that redline is proved, False where that is to be done here; raises ProofError."""


@dataclass(frozen=True)
class RedlineResult:
    """A proved redline: its bytes, how many changes and moves it shows, and what to tell the user.

    `remarks`: what else to tell, such as how many changes of formatting are tracked.
    """

    data: bytes
    changes: int
    moves: int
    message: Message
    remarks: tuple[Message, ...] = ()


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
    The base's own tracked changes stay pending in its final view where that can be proved, else they are
    resolved first; the message says which.
    """
    return RedlineWork(WordSide(base_bytes, base_draft), new_draft, new_bytes, author, date, table).exported()


def export_resolved_redline(
    base_draft: Draft, base_bytes: bytes, new_draft: Draft, new_bytes: bytes | None, author: str, date: str
) -> RedlineResult:
    """The same with the base's own tracked changes resolved first, as the view says that the user chose."""
    return RedlineWork(WordSide(base_bytes, base_draft), new_draft, new_bytes, author, date).exported(resolves=True)


@dataclass(frozen=True)
class RedlineWork:
    """What a redline is made of; `formatting`: what a new Word file only sets otherwise is tracked, too.

    What is done `elsewhere` is not done here.
    """

    base: WordSide
    new: Draft
    new_bytes: bytes | None
    author: str
    date: str
    table: AlignmentTable | None = None
    formatting: bool = False
    elsewhere: Elsewhere | None = None

    def exported(self, *, resolves: bool = False) -> RedlineResult:
        """The proved redline; with `resolves` the base's own changes are resolved first. Raises ExportError."""
        may_stay = not resolves and self.base.draft.view == FINAL and self.brings_changes()
        redline = _kept(self) if may_stay else None
        return _told(self.base.draft, redline or self.proved(keep_pending=False), tried=may_stay)

    def brings_changes(self) -> bool:
        """Whether the base has tracked changes of its own."""
        return (
            carries_redline(self.base) and count_of_changes(open_package(self.base.package, self.base.draft.name)) > 0
        )

    def proved(self, *, keep_pending: bool) -> Redline:
        """Write the redline and prove it."""
        base, new_bytes = self.base, self.new_bytes
        if not carries_redline(base):
            raise refusal(ExportError, "redline_needs_word_base", name=base.draft.name)
        is_word = new_bytes is not None and can_be_written(new_bytes)
        new = WordSide(new_bytes, self.new) if new_bytes is not None and is_word else self.new
        kept, forms = keep_pending, self.formatting
        writer = begin_redline(base, new, self._aligned, self.author, self.date, keep_pending=kept, formatting=forms)
        redline = writer.finished()
        if isinstance(new, WordSide):
            if self.elsewhere is not None:
                self.elsewhere.ask(redline.data, base.draft, new.draft, keeps_pending=kept)
            del writer  # it holds so much that to let go of it takes a while, in which it may be proved elsewhere
            self._prove(new, redline.data, keep_pending=keep_pending)
        else:
            prove_draft(
                base.package, redline.data, base.draft, new, derived=redline.derived, keeps_pending=keep_pending
            )
        return redline

    def _aligned(self) -> AlignmentTable:
        given = self.table or (self.elsewhere.table() if self.elsewhere is not None else None)
        return given or align((self.base.draft, self.new), Shape.PAIR)

    def _prove(self, new: WordSide, data: bytes, *, keep_pending: bool) -> None:
        if self.elsewhere is not None and self.elsewhere.proves():
            return
        base = self.base
        views = {"base_view": base.draft.view, "new_view": new.draft.view}
        prove(base.package, data, new.package, **views, new_name=new.draft.name, keeps_pending=keep_pending)


def carries_redline(side: WordSide) -> bool:
    """Whether a redline can be written on a file: a Word file, not one of another program or a PDF."""
    return side.package.startswith(ZIP_HEADER) and not is_open_document(side.package)


def _kept(work: RedlineWork) -> Redline | None:
    """The redline with the base's own changes pending, None where that cannot be proved."""
    try:
        return work.proved(keep_pending=True)
    except ExportError:
        return None


def _told(base: Draft, redline: Redline, *, tried: bool) -> RedlineResult:
    """The result with one line for the user: what became of the base's own tracked changes, if it had some."""
    name, count = base.symbol or base.name, redline.changes
    kept = sum(number for _, number in redline.kept)
    if kept and redline.settled:
        settled = sum(number for _, number in redline.settled)
        said = message("proved_kept_but_cells", count=count, base=name, kept=kept, settled=settled)
    elif kept:
        said = message("proved_kept", count=count, base=name, kept=kept)
    elif redline.settled or (redline.resolved and tried):
        said = message("proved_not_kept", count=count, base=name, view=str(base.view))
    elif redline.resolved:
        said = message("proved_resolved", count=count, base=name, view=str(base.view))
    elif redline.keeps_front:
        said = message("proved_front", count=count, base=name)
    else:
        said = message("proved", count=count, base=name)
    remarks = [message("formatting_tracked", count=redline.forms)] if redline.forms else []
    if redline.tables_replaced:
        remarks.append(message("columns_differ", count=redline.tables_replaced))
    if redline.targets_moved:
        remarks.append(message("targets_moved", count=redline.targets_moved))
    if redline.kept:
        remarks.append(message("pending_stays", who=_by_author(redline.kept)))
    if redline.settled:
        remarks.append(message("pending_settled", who=_by_author(redline.settled)))
    return RedlineResult(redline.data, count, redline.moves, said, tuple(remarks))


def _by_author(counts: Sequence[tuple[str, int]]) -> str:
    return ", ".join(f"{author or '–'} {count}" for author, count in counts)
