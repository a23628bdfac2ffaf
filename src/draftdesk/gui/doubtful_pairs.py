"""Steps through pairings that are not sure; each is confirmed with one key, made otherwise, or left."""

from __future__ import annotations

from PySide6.QtCore import QObject

from draftdesk.gui.pairing import Pairing
from draftdesk.gui.session import Session
from draftdesk.gui.workplace import Workplace
from draftdesk.messages import message, render
from draftdesk.translation import tr
from draftdesk.workbench.display.doubtful_rows import confirmed, doubt_told, is_doubtful, next_doubtful_row


class DoubtfulPairs(QObject):
    """Offers the doubtful pairings of the desk one after the other."""

    def __init__(self, session: Session, place: Workplace, pairing: Pairing) -> None:
        super().__init__(session)
        self._session = session
        self._place = place
        self._pairing = pairing

    def step(self, by: int) -> None:
        """Go to the next or previous doubtful pairing and offer what can be said of it."""
        view, row = self._place.view, self._place.rows.text_row()
        if view is None:
            return
        target = next_doubtful_row(view, row.ordinal if row is not None else -1, by)
        if target < 0:
            self._session.tell(render(message("no_doubtful_pairing")))
            return
        found = view.rows[target]
        newest = max(column for column, cell in enumerate(found.cells) if cell)
        self._place.go_to_row(target, newest)
        self._session.warn(
            render(doubt_told(view, found)),
            [
                (tr("They belong together (Alt+Y)"), self.confirm),
                (tr("Pair otherwise (Alt+S)"), self._pairing.pair),
                (tr("No counterpart"), self._pairing.alone),
            ],
        )

    def confirm(self) -> None:
        """The pairing of the current row is right: it is kept, and the next doubtful one is offered."""
        view, row = self._place.view, self._place.rows.text_row()
        if view is None or row is None or sum(map(bool, view.comparison.table.rows[row.table_row].cells)) < 2:
            self._session.tell(render(message("nothing_paired")))
            return
        offered = is_doubtful(view, row)
        ids = [column.draft_id for column in self._session.desk.columns]
        if not self._session.attempt(lambda: self._session.desk.pin(confirmed(view, row, ids))):
            return
        if offered:
            self._session.background.run(lambda: None, lambda _: self.step(1), self._session.refuse)
        else:
            self._session.tell(render(message("pairing_kept")))
