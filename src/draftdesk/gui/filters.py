"""What of the drafts is shown: only changes, folds of unchanged paragraphs, small differences; and where one was."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, QTimer

from draftdesk.gui.actions import Actions
from draftdesk.gui.session import Session
from draftdesk.gui.workplace import Workplace
from draftdesk.workbench.desk_place import DeskPlace

_OFTEN: Final = 15_000
"""Milliseconds after which a place is kept."""


class Filters(QObject):
    """Joins the ticks in the menu to the columns, and brings them back as they were on an earlier day."""

    def __init__(self, session: Session, place: Workplace, actions: Actions) -> None:
        super().__init__(place)
        self._session = session
        self._place = place
        self._actions = actions
        self._came_back = False
        self._kept: DeskPlace | None = None
        self._clock = QTimer(self)
        self._clock.setInterval(_OFTEN)
        self._clock.timeout.connect(self._keep)
        self._clock.start()
        self._had_working = session.desk.working_draft is not None
        if self._had_working:
            place.folds = False
        slots = {"only_changes": self._only_changes, "fold": self._fold, "small": self._small}
        for name, slot in slots.items():
            actions[name].toggled.connect(slot)

    def follow_working(self) -> None:
        """Folds open when a working draft begins and close when it is gone."""
        has_working = self._session.desk.working_draft is not None
        if has_working != self._had_working:
            self._had_working = has_working
            self._place.folds = not has_working
            self._actions.tick("fold", on=not has_working)

    def come_back(self, set_zoom: Callable[[float], None]) -> None:
        """Once, when the drafts of an earlier day are there: the place where one was."""
        if self._came_back or not self._session.desk.drafts or self._session.desk.waiting:
            return
        self._came_back = True
        place = self._session.desk.place
        if place is not None:
            set_zoom(place.zoom)
            self._place.come_back(place)
            self._actions.tick("fold", on=place.folds)
            self._actions.tick("only_changes", on=place.only_changes)
            self._actions.tick("small", on=place.small)
            if place.small:
                self._small(on=True)

    def keep_place(self) -> None:
        """Where one is, for another day; the window is left."""
        self._clock.stop()
        self._keep()

    def _keep(self) -> None:
        """Written now and then as well, so that one comes back near the place where a computer gave up."""
        desk, place = self._session.desk, self._place.place
        if desk.drafts and self._came_back and place != self._kept:
            self._kept = place
            self._session.attempt_quietly(lambda: desk.keep_place(place))

    def _only_changes(self, on: bool) -> None:  # noqa: FBT001  the slot of a checkable action
        self._place.show_only_changes(on=on)

    def _small(self, on: bool) -> None:  # noqa: FBT001
        self._place.small = on
        self._session.show_small(on=on)

    def _fold(self, on: bool) -> None:  # noqa: FBT001
        self._place.folds = on
        self._place.again()
