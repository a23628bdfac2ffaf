"""Opens the window."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QApplication

from draftdesk import __version__
from draftdesk.errors import DraftdeskError
from draftdesk.gui.fonts import load_bundled_fonts, ui_font
from draftdesk.gui.icons import window_icon
from draftdesk.gui.main_window import MainWindow
from draftdesk.gui.session import Session
from draftdesk.gui.theme import UI_SIZE
from draftdesk.messages import render
from draftdesk.workbench.desk import Desk
from draftdesk.workbench.worker import Worker
from draftdesk.workspace.places import new_workspace, open_latest


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
    return app


def run_window(paths: Sequence[str], *, samples: bool = False) -> int:
    """Open the window and stay until it is closed; returns the status of the process.

    Files or samples are put on a new desk; without them the desk used last comes back.
    """
    app = application()
    fresh = bool(paths) or samples
    try:
        if fresh:
            workspace, said = new_workspace(), None
        else:
            opened = open_latest()
            workspace, said = opened.workspace, opened.said
    except DraftdeskError as error:
        sys.stderr.write(f"draftdesk: {error}\n")
        return 1
    worker = Worker()
    session = Session(Desk(workspace), worker)
    session.background.run(worker.start, lambda _: None, session.refuse)
    window = MainWindow(session)
    window.resize(1600, 1000)
    if said is not None:
        window.bar.tell(render(said), is_error=True)
    if samples:
        window.open_samples()
    if paths:
        window.open(paths)
    window.open_files.restore()
    if session.desk.needs_preparing:
        session.refresh()
    window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    window.show()
    return app.exec()
