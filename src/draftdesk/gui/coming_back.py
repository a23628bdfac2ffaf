"""Where one is on the desk: kept a moment after one stops, found again on another day or after a crash."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from PySide6.QtCore import QObject, QTimer

from draftdesk.gui.actions import Actions
from draftdesk.gui.session import Session
from draftdesk.gui.workplace import Workplace
from draftdesk.workbench.change_list import entries_of
from draftdesk.workbench.desk.place import DeskPlace

_PAUSE: Final = 1000
"""Milliseconds without scrolling, stepping, folding or writing after which the place is kept."""


class ComingBack(QObject):
    """Keeps the place, and leads back to it once."""

    def __init__(self, session: Session, place: Workplace, actions: Actions) -> None:
        super().__init__(place)
        self._session = session
        self._place = place
        self._actions = actions
        self._came_back = False
        self._kept: DeskPlace | None = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self._keep)
        for moved in (place.rows.scrolled, place.rows.current_moved, place.arranged, place.pages.currentChanged):
            moved.connect(lambda *_: self._pause.start())

    def come_back(self, set_zoom: Callable[[float], None]) -> None:
        """Once, when the drafts of an earlier day are there: the place where one was."""
        if self._came_back or not self._session.desk.drafts or self._session.desk.waiting:
            return
        self._came_back = True
        kept = self._session.desk.place
        if kept is None:
            return
        place = self._place
        set_zoom(kept.zoom)
        place.folds, place.only_changes, place.manner = kept.folds, kept.only_changes, kept.manner
        place.open_folds.opened = set(kept.opened)
        place.again()
        place.rows.return_to(kept.bookmark)
        self._return_to_change(kept.bookmark.change)
        for name, on in (("fold", kept.folds), ("only_changes", kept.only_changes), ("small", kept.small)):
            self._actions.tick(name, on=on)
        if kept.small:
            place.small = True
            self._session.show_small(on=True)

    def _return_to_change(self, number: int) -> None:
        view, row = self._place.view, self._place.rows.text_row()
        if number < 0 or view is None or row is None:
            return
        entries = tuple(entries_of(view, row))
        if number < len(entries):
            self._place.stand_on(entries[number])

    def leave(self) -> None:
        """Where one is, for another day; the window is left."""
        self._pause.stop()
        self._keep()

    def _keep(self) -> None:
        desk, here = self._session.desk, self._here()
        if desk.drafts and self._came_back and here != self._kept:
            self._kept = here
            self._session.attempt_quietly(lambda: desk.keep_place(here))

    def _here(self) -> DeskPlace:
        place = self._place
        mark = replace(place.rows.bookmark(), change=self._change())
        looked = place.folds, place.only_changes, frozenset(place.open_folds.opened), place.manner, place.small
        return DeskPlace(mark, place.rows.zoom, *looked)

    def _change(self) -> int:
        """Which of the changes of its row one stands on; -1 for none."""
        view, current = self._place.view, self._place.changes.current
        row = self._place.rows.text_row()
        if view is None or current is None or row is None or row.ordinal != current.row:
            return -1
        return next((k for k, entry in enumerate(entries_of(view, row)) if entry == current), -1)
