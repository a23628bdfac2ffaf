"""Opens the window."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import QLocale, QObject, Qt
from PySide6.QtWidgets import QApplication, QMessageBox

from draftdesk import __version__
from draftdesk.errors import DraftdeskError, WorkspaceError, refusal
from draftdesk.gui.appearance.fonts import load_bundled_fonts, ui_font
from draftdesk.gui.appearance.icons import window_icon
from draftdesk.gui.appearance.theme import UI_SIZE
from draftdesk.gui.collection import collect_seldom
from draftdesk.gui.interface_language import show_in, wanted_language
from draftdesk.gui.main_window import MainWindow
from draftdesk.gui.session import Session
from draftdesk.messages import Message, render
from draftdesk.workbench.desk.desk import Desk
from draftdesk.workbench.own_ladders import take_up_own
from draftdesk.workbench.recent_desks import recent_desks
from draftdesk.workbench.worker import Worker
from draftdesk.workspace.places import Opened, new_workspace, open_latest
from draftdesk.workspace.preferences import damaged_set_aside
from draftdesk.workspace.store import Workspace

_RECENT = 5
_WANTED: Final = (1600, 1000)
_FRAME: Final = 60
_OF_SMALL: Final = 0.9
"""The size of a window and what its frame needs, in pixels; its share of a screen that is smaller."""

SWITCH_SECONDS = 0.0003
"""How long a thread that compares may keep the interpreter when the window asks for it. Qt gives it up at each of the
many calls of a painting, so with Python's own 5 ms one painting waits a dozen times."""


def application() -> QApplication:
    """The one application of this process, with our fonts; made when first asked for."""
    existing = QApplication.instance()
    app = existing if isinstance(existing, QApplication) else QApplication(sys.argv[:1])
    if not app.property("draftdesk"):
        app.setProperty("draftdesk", True)
        app.setApplicationName("draftdesk")
        app.setApplicationVersion(__version__)
        app.setDesktopFileName("draftdesk")
        app.setStyle("Fusion")
        load_bundled_fonts()
        app.setFont(ui_font(UI_SIZE))
        app.setWindowIcon(window_icon())
        QLocale.setDefault(QLocale.c())
        collect_seldom()
        sys.setswitchinterval(SWITCH_SECONDS)
    return app


class Desks(QObject):
    """One window at a time; another desk gets another window in its place."""

    def __init__(self) -> None:
        super().__init__()
        self.window: MainWindow | None = None
        self._path = Path()

    def show(self, workspace: Workspace, said: Message | None = None) -> MainWindow:
        """A window on a desk; the window before it is closed."""
        session = Session(Desk(workspace), Worker())
        session.background.run(session.worker.start, lambda _: None, session.refuse)
        self._path = workspace.path
        return self._put_up(session, said)

    def _put_up(self, session: Session, said: Message | None = None) -> MainWindow:
        before = self.window
        session.on_language = self.translate
        window = MainWindow(session)
        window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        window.on_new_desk = self.new
        window.looks.begin()
        is_whole = _place(window, before)
        said = take_up_own() or said
        if said is not None:
            window.bar.tell(render(said), is_error=True)
        self.window = window
        window.open_files.restore()
        if is_whole:
            window.showMaximized()
        else:
            window.show()
        if before is not None:
            before.close()
        # The desk that was left can be looked into only now.
        window.show_recent(recent_desks(_RECENT, self._path), self.open)
        return window

    def translate(self) -> bool:
        """The same desk in a window in the language that the user chose; nothing that was done on it is lost."""
        if self.window is None:
            return False
        self.window.drafting.leave()
        if self.window.drafting.is_unsaved:
            return False
        self.window.coming_back.leave()
        show_in(application(), wanted_language())
        self._put_up(self.window.session.successor())
        return True

    def new(self) -> None:
        """An empty desk."""
        self._try(new_workspace)

    def open(self, path: Path) -> None:
        """A desk used before, or one that was sent; a file that is gone is no new desk."""
        self._try(lambda: _there(path))

    def _try(self, find: Callable[[], Workspace]) -> None:
        try:
            self.show(find())
        except DraftdeskError as error:
            if self.window is not None:
                self.window.session.refuse(error)


def _there(path: Path) -> Workspace:
    if not path.is_file():
        raise refusal(WorkspaceError, "file_missing", name=path.name)
    return Workspace.open(path)


def run_window(paths: Sequence[str], *, samples: bool = False, language: str = "") -> int:
    """Open the window and stay until it is closed; returns the status of the process.

    Files or samples are put on a new desk; without them the desk used last comes back.
    """
    app = application()
    damaged = damaged_set_aside()
    show_in(app, wanted_language(language))
    try:
        opened = Opened(new_workspace()) if paths or samples else open_latest()
    except DraftdeskError as error:
        return _say_why_not(error)
    desks = Desks()
    window = desks.show(opened.workspace, opened.said or damaged)
    if samples:
        window.bringing.open_samples()
    if paths:
        window.open(paths, keep_order=True)
    return app.exec()


def _say_why_not(error: DraftdeskError) -> int:
    """Why there is no window, where whoever started the program sees it: from a menu there is no terminal."""
    if sys.stderr is None or not sys.stderr.isatty():
        QMessageBox.critical(None, "draftdesk", render(error.said))
    if sys.stderr is not None:
        sys.stderr.write(f"draftdesk: {render(error.said)}\n")
    return 1


def _place(window: MainWindow, before: MainWindow | None) -> bool:
    """Give a window its size and place; True where it takes the whole screen.

    A window as large as a small screen would hide its last lines below the edge, for its frame comes on top.
    """
    if before is not None:
        window.setGeometry(before.normalGeometry() if before.isMaximized() else before.geometry())
        return before.isMaximized()
    room = QApplication.primaryScreen().availableGeometry()
    is_small = room.width() < _WANTED[0] + _FRAME or room.height() < _WANTED[1] + _FRAME
    window.resize(*(int(side * _OF_SMALL) for side in (room.width(), room.height())) if is_small else _WANTED)
    return is_small
