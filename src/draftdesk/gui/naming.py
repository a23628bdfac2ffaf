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

    def ask_draft(self, column: int) -> None:
        """Ask for the name that the draft of a column is shown under, such as that of the delegation that sent it."""
        desk = self._session.desk
        head = desk.columns[column]

        def keep(name: str) -> None:
            self._session.attempt_soon(lambda: desk.call(head.draft_id, " ".join(name.split())))

        sentence = tr("How {name} is called on the desk and in what you export; empty for its own name:")
        self._bar.ask(sentence.format(name=head.name), head.called, keep)

    def ask_author(self) -> None:
        """Ask for the name that stands at tracked changes."""

        def keep(name: str) -> None:
            self._session.attempt(lambda: set_author_of_changes(name))

        self._bar.ask(tr("The name that Word shows at tracked changes:"), author_of_changes(), keep)
