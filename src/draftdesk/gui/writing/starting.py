"""How a working draft begins: from a column, a long one off the window's thread; or it is offered."""

from __future__ import annotations

from functools import partial
from typing import Final

from PySide6.QtCore import QObject

from draftdesk.gui.rows.interactive_view import RowsView
from draftdesk.gui.session import Session
from draftdesk.settings import QUICK_START
from draftdesk.translation import later, tr
from draftdesk.workbench.desk.decisions import working_start
from draftdesk.workspace.ready import Ready

NEEDS_WORKING: Final = later(
    "Received drafts stay as they came. Start a working draft from this column to write (Ctrl+E)."
)


class Starting(QObject):
    """Begins the one working draft of a desk."""

    def __init__(self, session: Session, rows: RowsView) -> None:
        super().__init__(session)
        self._session = session
        self._rows = rows

    def start_working(self, draft_id: str) -> None:
        """Start the working draft from a column."""
        desk = self._session.desk
        if desk.working_draft is not None:
            self._session.complain(tr("There is a working draft already. Remove its column to start another one."))
            return
        draft = next((one for one in desk.file_drafts() if one.id == draft_id), None)
        if draft is None or len(draft.paragraphs) <= QUICK_START:
            self._session.attempt_soon(lambda: desk.start_working(draft_id))
            return
        work = partial(working_start, desk.dossier, draft)
        self._session.comparing.run(work, partial(self._started, draft_id), self._session.refuse)

    def _started(self, draft_id: str, made: Ready) -> None:
        desk = self._session.desk
        if desk.working_draft is None:
            self._session.attempt_soon(lambda: desk.start_working(draft_id, made))
        else:  # of two wishes the first one counts
            self._session.refresh_soon()

    def needs_working(self) -> None:
        """Say that received drafts stay as they came, and offer a working draft."""
        columns = self._session.desk.columns
        if not columns:
            return
        number = max(0, min(self._rows.current_column, len(columns) - 1))
        draft_id = columns[number].draft_id
        self._session.tell(
            tr(NEEDS_WORKING),
            [(tr("Start a working draft"), lambda: self.start_working(draft_id))],
        )
