"""What is under way is told in the line below. Escape stops it: files do not come, no export, no page is written."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from draftdesk.gui.bringing.open_files import OpenFiles
from draftdesk.gui.paper.to_paper import Paper
from draftdesk.gui.session import Session
from draftdesk.gui.status_line import StatusLine
from draftdesk.translation import tr


class Stopping(QObject):
    """The key is taken from other uses only while there is something to stop, and that is said."""

    def __init__(
        self, session: Session, open_files: OpenFiles, paper: Paper, status: StatusLine, window: QWidget
    ) -> None:
        super().__init__(session)
        self._session = session
        self._open_files = open_files
        self._pages = paper.turns
        self._status = status
        self._escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), window, self.stop)
        self._escape.setEnabled(False)
        self._progress = ""
        session.background.busy_changed.connect(lambda _: self._follow())
        session.background.stoppable_changed.connect(lambda _: self._follow())
        open_files.stoppable_changed.connect(self._follow)
        open_files.progress.connect(self._on_progress)
        self._pages.stoppable_changed.connect(self._follow)
        paper.progress.connect(self._on_progress)

    def stop(self) -> None:
        """Stop loading, exporting and printing; what is told of the last two, they tell themselves."""
        was_loading = self._open_files.is_stoppable
        self._open_files.stop()
        self._session.background.stop()
        self._pages.stop()
        if was_loading:
            self._session.tell(tr("Stopped. The desk is as it was before."))

    def _on_progress(self, said: str) -> None:
        self._progress = said
        self._follow()

    def _follow(self) -> None:
        can = self._open_files.is_stoppable or self._session.background.is_stoppable or self._pages.is_stoppable
        self._escape.setEnabled(can)
        said = self._progress or (tr("Working…") if can or self._session.background.is_busy else "")
        if can:
            said = f"{said}{'' if said.endswith('…') else '.'} {tr('Esc stops.')}"
        self._status.set_busy(said)
