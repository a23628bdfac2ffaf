"""Writing in the working draft: which paragraph is in hand, and what keys do to it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QRect, Signal

from draftdesk.errors import DraftdeskError
from draftdesk.gui.cell_editor import CellEditor
from draftdesk.gui.draft_places import marks_of, neighbour_of
from draftdesk.gui.offer_list import OfferList
from draftdesk.gui.offering import Offering
from draftdesk.gui.rows.geometry import PAD_BOTTOM
from draftdesk.gui.rows.interactive_view import RowsView
from draftdesk.gui.session import Session
from draftdesk.model.draft import Draft
from draftdesk.model.paragraph import Paragraph, ParagraphId, ParagraphKind
from draftdesk.workbench.display_values import FoldLine, TextRow

_RISE = 2
"""Pixels by which lines of a fixed height sit lower in an editor than in the painted row."""


class Drafting(QObject):
    """The editor over a cell of the working column; it follows its row through every new arrangement."""

    editing_changed = Signal()

    def __init__(self, session: Session, rows: RowsView, unfold: Callable[[ParagraphId], None]) -> None:
        super().__init__(session)
        self._session = session
        self._rows = rows
        self._unfold = unfold
        self.editor = CellEditor(rows.viewport())
        self.editor.hide()
        self.offers = OfferList(rows.viewport())
        self._offering = Offering(self.editor, self.offers)
        self._serial: int | None = None
        self._before = ""
        self._is_new = False
        self._connect()

    def _connect(self) -> None:
        editor = self.editor
        editor.flushed.connect(self._reword)
        editor.left.connect(self.leave)
        editor.cancelled.connect(self.cancel)
        editor.next_asked.connect(self._next)
        editor.demote_asked.connect(lambda: self._shift(self._session.desk.demote))
        editor.promote_asked.connect(lambda: self._shift(self._session.desk.promote))
        editor.move_asked.connect(self.move)
        editor.remove_asked.connect(self.cancel)
        editor.grew.connect(lambda _: self.place())
        editor.typed.connect(self._offer)
        self._rows.scrolled.connect(self.place)

    # what is in hand

    @property
    def is_editing(self) -> bool:
        """Whether a paragraph is open in the editor."""
        return self._serial is not None

    @property
    def serial(self) -> int | None:
        """The paragraph in the editor, or that of the current row; None where there is neither."""
        return self._serial if self._serial is not None else self._current_serial(before=False)

    def _draft(self) -> Draft | None:
        return self._session.desk.working_draft

    @property
    def _column(self) -> int:
        return len(self._session.desk.drafts) - 1

    def _paragraph(self, serial: int) -> Paragraph | None:
        draft = self._draft()
        try:
            return draft.paragraphs[draft.index_of(serial)] if draft is not None else None
        except KeyError:
            return None

    def _current_serial(self, *, before: bool) -> int | None:
        """The working paragraph of the current row; `before`: or of the nearest row above that has one."""
        draft, view = self._draft(), self._rows.view
        if draft is None or view is None:
            return None
        item = self._rows.current_item
        while item >= 0:
            found = view.items[item]
            row = view.rows[found.rows[-1]] if isinstance(found, FoldLine) else found
            if isinstance(row, TextRow) and row.cells[self._column]:
                return draft.paragraphs[row.cells[self._column][-1]].id.serial
            if not before:
                return None
            item -= 1
        return None

    # beginning

    def start_working(self, draft_id: str) -> None:
        """Start the working draft from a column."""
        if self._draft() is not None:
            self._session.complain("There is a working draft already. Remove its column to start another one.")
            return
        self._session.attempt(lambda: self._session.desk.start_working(draft_id))

    def edit_current(self) -> None:
        """Open the paragraph of the current row."""
        if self._draft() is None:
            self._needs_working()
            return
        serial = self._current_serial(before=False)
        if serial is None:
            self._session.tell(
                "This row has no paragraph in the working draft. Ctrl+Return writes a new one after it."
            )
        else:
            self.open(serial)

    def _needs_working(self) -> None:
        columns = self._session.desk.columns
        if not columns:
            return
        number = max(0, min(self._rows.current_column, len(columns) - 1))
        draft_id = columns[number].draft_id
        self._session.tell(
            "Received drafts stay as they came. Start a working draft from this column to write (Ctrl+E).",
            [("Start a working draft", lambda: self.start_working(draft_id))],
        )

    def open(self, serial: int, *, is_new: bool = False) -> None:
        """Put the editor over a paragraph."""
        paragraph, draft = self._paragraph(serial), self._draft()
        if paragraph is None or draft is None:
            return
        item = self._item(serial)
        if item >= 0 and self._rows.view is not None and isinstance(self._rows.view.items[item], FoldLine):
            self._unfold(paragraph.id)
            item = self._item(serial)
        if item < 0:
            return
        self._serial, self._before, self._is_new = serial, paragraph.text, is_new
        self._rows.select(item, self._column)
        self.editor.begin(
            paragraph.text, marks_of(draft, paragraph), draft.language, self._rows.zoom, self._rows.palette_used
        )
        self.editor.show()
        self.place()
        self._rows.reveal(item)
        self._make_room(item)
        self.place()
        self.editor.setFocus()
        self.editing_changed.emit()

    def _make_room(self, item: int) -> None:
        """Keep the lower half of the view free for what is written next and for offers."""
        page, bar = self._rows.viewport().height(), self._rows.verticalScrollBar()
        below = self._rows.top_of(item) + self._rows.heights.offsets.height(item) - round(page * 0.62)
        if below > 0:
            bar.setValue(bar.value() + below)

    def _item(self, serial: int) -> int:
        """The line that shows a working paragraph."""
        draft, view = self._draft(), self._rows.view
        if draft is None or view is None:
            return -1
        try:
            index = draft.index_of(serial)
        except KeyError:
            return -1
        for row in view.rows:
            if len(row.cells) > self._column and index in row.cells[self._column]:
                return self._rows.item_of_row(row.ordinal)
        return -1

    # the place of the editor

    def follow(self) -> None:
        """After a new arrangement: the editor goes where its paragraph is; one that is gone closes it."""
        if self._serial is None:
            return
        if self._paragraph(self._serial) is None or self._item(self._serial) < 0:
            self._close()
            return
        self._rows.current_item = self._item(self._serial)
        self.place()

    def place(self) -> None:
        """Fit the editor to its cell and the row to the editor."""
        if self._serial is None or self.editor.isHidden():
            return
        item = self._item(self._serial)
        row, paragraph = self._rows.text_row(item), self._paragraph(self._serial)
        if row is None or paragraph is None:
            return
        area = self._rows.cell_area(item, self._column)
        cell = self._rows.cell(row, self._column)
        block = next((laid for laid in cell.blocks if laid.block.paragraph == paragraph.id), None)
        top, left = (block.top, block.left) if block is not None else (0, 0)
        width = area.width() - left
        pad = round(PAD_BOTTOM * self._rows.zoom)
        self.editor.setFixedWidth(width + 6)
        needed = top + self.editor.needed_height() + pad
        if self._rows.reserved.get(paragraph.id) != needed:
            before = [one for one in self._rows.reserved if one != paragraph.id]
            self._rows.reserved = {paragraph.id: needed}
            for other in [self._item(one.serial) for one in before]:
                if other >= 0:
                    self._rows.remeasure(other)
            self._rows.remeasure(item)
            area = self._rows.cell_area(item, self._column)
        height = max(self.editor.needed_height(), area.height() - top - 3)
        self.editor.setFixedHeight(height)
        self.editor.move(area.x() + left, area.y() + top - round(_RISE * self._rows.zoom))

    # typing

    def _reword(self, text: str) -> None:
        if self._serial is None:
            return
        serial = self._serial
        self._session.attempt(lambda: self._session.desk.reword(serial, text, merge=True))

    def _offer(self, typed: str) -> None:
        paragraph = self._paragraph(self._serial) if self._serial is not None else None
        self._offering.offer(typed, paragraph, self._draft())

    # leaving

    def leave(self) -> None:
        """Commit and close; an empty new paragraph goes."""
        if self._serial is None:
            return
        serial, empty = self._serial, self._is_new and not self.editor.text.strip()
        self.editor.flush()
        self._close()
        desk = self._session.desk
        self._session.attempt(lambda: desk.delete(serial) if empty else desk.finish(serial))

    def cancel(self) -> None:
        """Close; the paragraph has its text of before again, a new one goes."""
        if self._serial is None:
            return
        serial, before, is_new = self._serial, self._before, self._is_new
        self._close()
        desk = self._session.desk
        self._session.attempt(lambda: desk.delete(serial) if is_new else desk.reword(serial, before))

    def _close(self) -> None:
        self._serial = None
        self._offering.hide()
        had_focus = self.editor.hasFocus()
        self.editor.hide()
        self._rows.reserved = {}
        if self._rows.current_item >= 0:
            self._rows.remeasure(self._rows.current_item)
        if had_focus or not self._rows.hasFocus():
            self._rows.setFocus()
        self.editing_changed.emit()

    # new paragraphs

    def new_paragraph(self, kind: ParagraphKind) -> None:
        """Write a new paragraph after the current one."""
        if self._draft() is None:
            self._needs_working()
            return
        after = self._serial if self._serial is not None else self._current_serial(before=True)
        if self._serial is not None:
            self._settle_text()
        self._insert(self._fitting(after, kind), kind)

    def _fitting(self, after: int | None, kind: ParagraphKind) -> int | None:
        """Behind which paragraph one of a kind can stand, nearest to where it was asked for."""
        draft = self._draft()
        assert draft is not None
        paragraph = self._paragraph(after) if after is not None else None
        if kind is ParagraphKind.PREAMBULAR and (paragraph is None or paragraph.kind is not kind):
            own = [p.id.serial for p in draft.paragraphs if p.kind is kind]
            return own[-1] if own else None
        if kind is ParagraphKind.OPERATIVE and paragraph is not None and paragraph.kind is ParagraphKind.PREAMBULAR:
            return None
        return after

    def _insert(self, after: int | None, kind: ParagraphKind) -> None:
        made: list[int] = []
        if self._session.attempt(lambda: made.append(self._session.desk.insert_after(after, kind))):
            self.open(made[0], is_new=True)

    def _next(self, caret: int) -> None:
        """Enter: the next paragraph of the same kind, or the rest of this one as the next."""
        serial = self._serial
        paragraph = self._paragraph(serial) if serial is not None else None
        if serial is None or paragraph is None:
            return
        if not self.editor.text.strip():
            self.leave() if not paragraph.level else self._shift(self._session.desk.promote)
            return
        rest = self.editor.text[caret:].strip()
        self._settle_text()
        if rest and caret:
            made: list[int] = []
            if self._session.attempt(lambda: made.append(self._session.desk.split(serial, caret))):
                self.open(made[0])
                self.editor.moveCursor(self.editor.textCursor().MoveOperation.Start)
            return
        self._insert(serial, paragraph.kind)

    def _settle_text(self) -> None:
        """What is typed reaches the desk; the next editor follows, so nothing is shown in between.

        A colon stays: subparagraphs are about to follow.
        """
        serial = self._serial
        self.editor.flush()
        self._offering.hide()
        try:
            if serial is not None and not self.editor.text.rstrip().endswith(":"):
                self._session.desk.finish(serial)
        except DraftdeskError as error:
            self._session.refuse(error)

    # whole paragraphs

    def _shift(self, step: Callable[[int], None]) -> None:
        serial = self.serial
        if serial is None:
            return
        self.editor.flush()
        if self._session.attempt(lambda: step(serial)):
            self._show_again(serial)

    def promote(self) -> None:
        """One level up."""
        self._shift(self._session.desk.promote)

    def demote(self) -> None:
        """One level down."""
        self._shift(self._session.desk.demote)

    def move(self, by: int) -> None:
        """The paragraph before or behind its neighbour."""
        serial, draft = self.serial, self._draft()
        if serial is None or draft is None:
            return
        self.editor.flush()
        target = neighbour_of(draft, serial, by)
        if target is not None and self._session.attempt(lambda: self._session.desk.move(serial, *target)):
            self._show_again(serial)

    def _show_again(self, serial: int) -> None:
        if self._serial is not None:
            self.follow()
            self._rows.reveal(self._rows.current_item)
            self.place()
        else:
            item = self._item(serial)
            if item >= 0:
                self._rows.select(item, self._column)

    def delete(self) -> None:
        """The paragraph in hand less."""
        serial = self.serial
        if serial is None:
            if self._draft() is None:
                self._needs_working()
            return
        if self._serial is not None:
            self._close()
        self._session.attempt(lambda: self._session.desk.delete(serial))

    def area(self) -> QRect:
        """Where the editor is, in the viewport."""
        return self.editor.geometry()
