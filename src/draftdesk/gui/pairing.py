"""Putting right what the alignment or the reading got wrong: kinds of paragraphs, pairs of them."""

from __future__ import annotations

from PySide6.QtCore import QObject

from draftdesk.gui.rows.interactive_view import RowsView
from draftdesk.gui.rows.pair_mark import PairMark
from draftdesk.gui.session import Session
from draftdesk.model.dossier import PinnedPair
from draftdesk.model.paragraph import Paragraph, ParagraphId, ParagraphKind
from draftdesk.translation import tr
from draftdesk.workbench.paragraph_names import has_plain_paragraphs

CHOICES = (
    ParagraphKind.PREAMBULAR,
    ParagraphKind.OPERATIVE,
    ParagraphKind.SUB1,
    ParagraphKind.SUB2,
    ParagraphKind.SUB3,
    ParagraphKind.SUB4,
    ParagraphKind.CLOSING,
    ParagraphKind.HEADING,
    ParagraphKind.TITLE,
    ParagraphKind.ENACTING,
    ParagraphKind.ANNEX_TITLE,
    ParagraphKind.DECLARATION,
    ParagraphKind.BODY,
    ParagraphKind.FURNITURE,
)
"""Kinds that a person may choose, the likely ones first."""


class Pairing(QObject):
    """Decisions about the current cell."""

    def __init__(self, session: Session, rows: RowsView) -> None:
        super().__init__(session)
        self._session = session
        self._rows = rows
        self._first: tuple[ParagraphId, ...] = ()
        self._first_draft = ""
        rows.mark_dropped.connect(self.forget)

    def current(self) -> tuple[Paragraph, ParagraphId] | None:
        """The paragraph of the current cell and its id on the desk; None where the cell is empty."""
        row, view = self._rows.text_row(), self._rows.view
        column = self._rows.current_column
        if row is None or view is None or column >= len(row.cells) or not row.cells[column]:
            return None
        paragraph = view.drafts[column].paragraphs[row.cells[column][0]]
        return paragraph, self._id(column, paragraph)

    @property
    def is_plain(self) -> bool:
        """Whether the draft in hand has plain numbered paragraphs, as a report has."""
        view = self._rows.view
        return view is not None and has_plain_paragraphs(view.drafts[self._rows.current_column])

    def _id(self, column: int, paragraph: Paragraph) -> ParagraphId:
        return ParagraphId(self._session.desk.columns[column].draft_id, paragraph.id.serial)

    def _name(self) -> str:
        """What the paragraph of the current cell is called."""
        row, view, column = self._rows.text_row(), self._rows.view, self._rows.current_column
        return view.names[column][row.cells[column][0]].full if row is not None and view is not None else ""

    def set_kind(self, kind: ParagraphKind) -> None:
        """What the current paragraph really is."""
        found = self.current()
        if found is None:
            return
        paragraph, id_ = found
        desk = self._session.desk
        working = desk.columns[self._rows.current_column].is_working
        self._session.attempt(
            lambda: desk.change_kind(paragraph.id.serial, kind) if working else desk.set_kind(id_, kind)
        )

    def pair(self) -> None:
        """Mark the current paragraph; the second one marked, in another draft, becomes its counterpart.

        The same one once more is marked no longer.
        """
        found = self.current()
        if found is None:
            self._session.tell(tr("Go to a paragraph first: up and down choose the row, left and right the draft."))
            return
        paragraph, id_ = found
        column = self._session.desk.columns[self._rows.current_column]
        if self._first == (id_,):
            self.forget()
            return
        if self._first and column.draft_id != self._first_draft:
            pair = PinnedPair((*self._first, id_))
            self._unmark()
            if self._session.attempt(lambda: self._session.desk.pin(pair)):
                self._session.tell_step(tr("The two paragraphs are a pair now. Ctrl+Z takes that back."))
            return
        self._first, self._first_draft = (id_,), column.draft_id
        self._show_mark(PairMark(column.draft_id, paragraph.id))
        sentence = tr("{place} of {draft} is marked. Go to its counterpart in another draft and press Alt+S there.")
        self._session.tell(
            sentence.format(place=self._name(), draft=column.name),
            [(tr("It has no counterpart"), self.alone), (tr("Never mind"), self.forget)],
        )

    def alone(self) -> None:
        """The marked or current paragraph has no counterpart in the other drafts."""
        found = self.current()
        ids = self._first or ((found[1],) if found is not None else ())
        self._unmark()
        if ids and self._session.attempt(lambda: self._session.desk.pin(PinnedPair(ids))):
            self._session.tell_step(tr("The paragraph stands alone now. Ctrl+Z takes that back."))

    def forget(self) -> None:
        """Nothing is marked any more."""
        self._unmark()
        self._session.tell(tr("Nothing is marked any more."))

    def _unmark(self) -> None:
        self._first = ()
        self._show_mark(None)

    def _show_mark(self, mark: PairMark | None) -> None:
        self._rows.pair_mark = mark
        self._rows.viewport().update()
        self._rows.tell_current()

    def release(self) -> None:
        """What a person said about the pairing of the current paragraph is taken back."""
        found = self.current()
        if found is not None:
            self._session.attempt(lambda: self._session.desk.unpin(found[1]))

    @property
    def is_pinned(self) -> bool:
        """Whether a person set the pairing of the current row."""
        row, view = self._rows.text_row(), self._rows.view
        return row is not None and view is not None and view.comparison.table.rows[row.table_row].pinned
