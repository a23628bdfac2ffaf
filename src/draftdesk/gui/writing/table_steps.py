"""What is done in tables of the working draft: from cell to cell with Tab, rows that come and go."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from draftdesk.drafting.tables import cell_beside
from draftdesk.gui.writing.drafting import Drafting
from draftdesk.translation import tr
from draftdesk.workbench.why_not import NOT_IN_TABLE


class TableSteps(QObject):
    """Each step acts on the cell in the editor, else on that of the current row."""

    def __init__(self, drafting: Drafting) -> None:
        super().__init__(drafting)
        self._drafting = drafting
        self._desk = drafting.session.desk
        self._attempt = drafting.session.attempt
        drafting.editor.cell_asked.connect(self._go)

    def handlers(self) -> dict[str, Callable[[], object]]:
        """The steps by the names of their actions."""
        return {"row_after": self.insert_row, "delete_row": self.delete_row}

    def _go(self, by: int) -> None:
        """Tab leads to the next cell, empty ones too, and behind the last one to a new row, as in Word."""
        drafting = self._drafting
        serial, draft = drafting.opened, drafting.draft
        if serial is None or draft is None:
            return
        is_empty = not drafting.editor.text.strip()
        target = cell_beside(draft, serial, by)
        if target is None and by > 0 and not is_empty:
            self.insert_row()
            return
        drafting.settle()
        if is_empty:
            self._desk.leave_cell(serial)
        if target is None:
            drafting.leave()
            return
        self._open(target)

    def _open(self, serial: int) -> None:
        drafting = self._drafting
        paragraph = drafting.paragraph(serial)
        if paragraph is None:
            drafting.close()
            return
        is_new = paragraph.is_hidden
        if not is_new or self._attempt(lambda: self._desk.open_cell(serial)):
            drafting.open(serial, is_new=is_new)

    def insert_row(self) -> None:
        """A row behind the one in hand, with the caret in its first cell."""
        serial = self._cell_in_hand()
        if serial is None:
            return
        if self._drafting.opened is not None:
            self._drafting.settle()
        made: list[int] = []
        if self._attempt(lambda: made.append(self._desk.insert_row(serial))):
            self._drafting.open(made[0], is_new=True)

    def delete_row(self) -> None:
        """The row in hand less."""
        serial = self._cell_in_hand()
        if serial is None:
            return
        self._drafting.close_for(lambda: self._desk.delete_row(serial))

    def _cell_in_hand(self) -> int | None:
        """The cell to act on; None where there is none, which is said."""
        drafting = self._drafting
        if drafting.draft is None:
            drafting.starting.needs_working()
            return None
        paragraph = drafting.paragraph(drafting.serial)
        if paragraph is None or paragraph.place is None:
            drafting.session.tell(tr(NOT_IN_TABLE))
            return None
        return paragraph.id.serial
