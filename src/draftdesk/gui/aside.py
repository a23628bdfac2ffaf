"""What stands beside the desk's own work: the room's screen, the sheet of keys, paper."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QObject
from PySide6.QtGui import QPagedPaintDevice, QPdfWriter
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QWidget

from draftdesk.gui.actions import OF_COLUMNS, Actions
from draftdesk.gui.drafting import Drafting
from draftdesk.gui.exporting import Exporting
from draftdesk.gui.help_sheet import HelpSheet, groups_of
from draftdesk.gui.printing import Headings, print_rows, print_widget, set_page_up
from draftdesk.gui.room.view import RoomView
from draftdesk.gui.workplace import Workplace
from draftdesk.translation import tr, tr_count


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
        self._exporting = exporting
        self._theme = "light"
        self._room: RoomView | None = None
        self._help: HelpSheet | None = None
        self._before: QWidget | None = None

    def handlers(self) -> dict[str, Callable[[], object]]:
        """What the actions do, by their names."""
        return {"room": self.toggle_room, "help": self.toggle_help, "print": self.print, "pdf": self.save_pdf}

    def set_theme(self, theme: str) -> None:
        """Paint in the colours of a theme."""
        self._theme = theme
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
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter  # noqa: PLC0415  seldom needed, slow to load

        self._drafting.leave()
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(self._title())
        set_page_up(printer, is_wide=self._is_wide())
        dialog = QPrintDialog(printer, self._window)
        if dialog.exec():
            count = self.print_on(printer)
            self._exporting.tell(
                tr_count("Sent to the printer: {count} page.", "Sent to the printer: {count} pages.", count)
            )

    def save_pdf(self) -> None:
        """What is on the screen as a PDF."""
        self._drafting.leave()
        place = self._exporting.place(tr("Save what is shown as PDF"), "shown", (".pdf",))
        if place:
            self._exporting.keep_shown(Path(place), self.pdf())

    def pdf(self) -> bytes:
        """The bytes of that PDF."""
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        writer = QPdfWriter(buffer)
        writer.setTitle(self._title())
        writer.setCreator("draftdesk")
        set_page_up(writer, is_wide=self._is_wide())
        self.print_on(writer)
        return bytes(buffer.data().data())

    def _is_wide(self) -> bool:
        view = self._place.view
        on_desk = self._pages.currentWidget() is self._place
        return on_desk and view is not None and len(view.drafts) > 1 and view.alone < 0

    def print_on(self, device: QPagedPaintDevice) -> int:
        """Put what is on the screen on pages; returns how many."""
        page, view = self._pages.currentWidget() or self._place, self._place.view
        if page is self._help and self._help is not None:
            document = self._help.document()
            document.print_(device)
            return document.pageCount()
        if page is self._place and view is not None and not self._place.is_matrix:
            return print_rows(device, view, Headings(self._title(), self._place.heads.heads))
        widget = self._place.matrix if page is self._place else page
        theme = self._theme
        for part in (self._place.matrix,) if widget is self._place.matrix else ():
            part.set_theme("light")
        count = print_widget(device, widget, self._title())
        self._place.matrix.set_theme(theme)
        return count
