"""What stands beside the desk's own work: the room's screen, the sheet of keys, paper."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QWidget

from draftdesk.gui.actions import OF_COLUMNS, Actions
from draftdesk.gui.exporting import Exporting
from draftdesk.gui.help_sheet import HelpSheet, groups_of
from draftdesk.gui.paper.to_paper import Paper
from draftdesk.gui.room.view import RoomView
from draftdesk.gui.workplace import Workplace
from draftdesk.gui.writing.drafting import Drafting


class Aside(QObject):
    """Made by the window; its parts are made when they are first asked for."""

    def __init__(
        self, window: QMainWindow, actions: Actions, place: Workplace, drafting: Drafting, exporting: Exporting
    ) -> None:
        super().__init__(window)
        self._window = window
        self._actions = actions
        self._place = place
        self._drafting = drafting
        self.paper = Paper(place, exporting, self._title, lambda: self._pages.currentWidget() or place)
        self._theme = "light"
        self._room: RoomView | None = None
        self._help: HelpSheet | None = None
        self._before: QWidget | None = None

    def handlers(self) -> dict[str, Callable[[], object]]:
        """What the actions do, by their names."""
        return {"room": self.toggle_room, "help": self.toggle_help, "print": self.print, "pdf": self.save_pdf}

    def set_theme(self, theme: str) -> None:
        """Paint in the colours of a theme."""
        self._theme = self.paper.theme = theme
        if self._room is not None:
            self._room.set_theme(theme)
        if self._help is not None:
            self._help.set_theme(theme)

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

    # the sheet of keys

    @property
    def help(self) -> HelpSheet:
        """The sheet of keys, a page of the window."""
        if self._help is None:
            self._help = HelpSheet(lambda: groups_of(self._window.menuBar()), self._window)
            self._help.set_theme(self._theme)
            self._help.left.connect(self.leave_help)
            self._help.print_button.clicked.connect(lambda _=False: self.print())
            self._pages.addWidget(self._help)
            for name in OF_COLUMNS:
                self._actions[name].triggered.connect(lambda _=False: self._give_way())
        return self._help

    def _give_way(self) -> None:
        """What is about the columns brings them back; a matrix that was chosen meanwhile fills itself."""
        if self._pages.currentWidget() is self._help:
            self.leave_help()
            if self._place.is_matrix:
                self._place.matrix.enter(self._place.heads.heads)

    @property
    def _pages(self) -> QStackedWidget:
        pages = self._place.parentWidget()
        assert isinstance(pages, QStackedWidget)
        return pages

    def toggle_help(self) -> None:
        """The sheet of keys in the place of what is shown, or that again."""
        if self._pages.currentWidget() is self.help:
            self.leave_help()
            return
        self._drafting.leave()
        self._before = self._pages.currentWidget()
        self._pages.setCurrentWidget(self.help)
        self.help.enter()

    def leave_help(self) -> None:
        """What was shown before."""
        if self._before is not None:
            self._pages.setCurrentWidget(self._before)
            (self._place.rows if self._before is self._place else self._before).setFocus()

    # paper

    def print(self) -> None:
        """Print what is on the screen, by the dialog of the system."""
        self._drafting.leave()
        self.paper.print(self._window)

    def save_pdf(self) -> None:
        """What is on the screen as a PDF."""
        self._drafting.leave()
        self.paper.save_pdf()
