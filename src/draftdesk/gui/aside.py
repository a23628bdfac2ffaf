"""What stands beside the desk's own work: the room's screen."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from draftdesk.gui.actions import Actions
from draftdesk.gui.drafting import Drafting
from draftdesk.gui.room.view import RoomView
from draftdesk.gui.workplace import Workplace


class Aside(QObject):
    """Made by the window; its parts are made when they are first asked for."""

    def __init__(self, window: QWidget, actions: Actions, place: Workplace, drafting: Drafting) -> None:
        super().__init__(window)
        self._window = window
        self._actions = actions
        self._place = place
        self._drafting = drafting
        self._theme = "light"
        self._room: RoomView | None = None

    def handlers(self) -> dict[str, Callable[[], object]]:
        """What the actions do, by their names."""
        return {"room": self.toggle_room}

    def set_theme(self, theme: str) -> None:
        """Paint in the colours of a theme."""
        self._theme = theme
        if self._room is not None:
            self._room.set_theme(theme)

    # the room

    @property
    def room(self) -> RoomView:
        """The screen of the room, whether it is in sight or not."""
        if self._room is None:
            self._room = RoomView(self._window)
            self._room.set_theme(self._theme)
            self._room.left.connect(self.leave_room)
            self._room.theme_asked.connect(self._actions["dark"].toggle)
            self._place.arranged.connect(lambda _: self._follow())
        return self._room

    def toggle_room(self) -> None:
        """The whole screen for one paragraph, or the desk again."""
        if self._room is not None and self._room.isVisible():
            self._room.leave()
            return
        self.fill_room()
        self.room.showFullScreen()
        self.room.activateWindow()
        self.room.setFocus()

    def fill_room(self) -> None:
        """The current row and draft of the desk in the room."""
        self._drafting.leave()
        row = self._place.rows.text_row()
        rows = self._place.rows
        ordinal = row.ordinal if row is not None else 0
        self.room.enter(self._place.view, self._title(), ordinal, rows.current_column)

    def leave_room(self) -> None:
        """The desk again, at the paragraph that the room looked at."""
        room = self.room
        room.hide()
        self._window.activateWindow()
        if room.page is not None:
            self._place.go_to_row(room.page.ordinal, room.column)

    def _follow(self) -> None:
        if self._room is not None and self._room.isVisible():
            self._room.show_rows(self._place.view, self._title())

    def _title(self) -> str:
        title = self._window.windowTitle()
        return title.removesuffix(" – draftdesk")
