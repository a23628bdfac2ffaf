"""The table of verbs and their strength, edited in a sheet; the comparison and the editor follow at once."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from draftdesk.gui.form.lines_sheet import LinesSheet
from draftdesk.gui.session import Session
from draftdesk.gui.writing.drafting import Drafting
from draftdesk.translation import tr
from draftdesk.wording.ladders import ladders_text
from draftdesk.workbench.own_ladders import keep, ladders_in_hand


class Verbs:
    """Opens the sheet over a window."""

    def __init__(self, session: Session, drafting: Drafting, window: QWidget) -> None:
        self._session = session
        self._drafting = drafting
        self._window = window

    def edit(self) -> None:
        """The table as a text: a ladder in brackets, its rungs below, a higher figure is stronger."""
        self._drafting.leave()
        told = tr(
            "A name in brackets begins a ladder; of its rungs a higher figure is stronger. It is kept for all desks."
        )
        sheet = LinesSheet(tr("Strength of verbs"), told, self._keep, self._window.window(), ladders_text())
        self._session.attempt(lambda: sheet.enter(ladders_in_hand()))

    def _keep(self, text: str) -> None:
        keep(text)
        self._session.show_small(on=self._session.small)
