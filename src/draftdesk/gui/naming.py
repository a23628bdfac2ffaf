"""The names that a person gives: to the desk, and to their own tracked changes."""

from __future__ import annotations

from PySide6.QtCore import QObject

from draftdesk.gui.message_bar import MessageBar
from draftdesk.gui.session import Session
from draftdesk.translation import tr
from draftdesk.workspace.preferences import author_of_changes, set_author_of_changes


class Naming(QObject):
    """Asks for a name in the bar above the desk and keeps it."""

    def __init__(self, session: Session, bar: MessageBar) -> None:
        super().__init__(bar)
        self._session = session
        self._bar = bar

    def ask_title(self) -> None:
        """Ask for the name of the desk."""
        desk = self._session.desk

        def keep(title: str) -> None:
            self._session.attempt(lambda: desk.set_title(title.strip()))

        self._bar.ask(tr("The name of this desk, by which you find it again:"), desk.dossier.title, keep)

    def ask_author(self) -> None:
        """Ask for the name that stands at tracked changes."""

        def keep(name: str) -> None:
            self._session.attempt(lambda: set_author_of_changes(name))

        self._bar.ask(tr("The name that Word shows at tracked changes:"), author_of_changes(), keep)
