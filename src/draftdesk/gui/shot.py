"""Draws the window into a PNG, without a display."""

from __future__ import annotations

import os
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from PySide6.QtCore import QEvent, QEventLoop, QPoint, QRect, Qt
from PySide6.QtGui import QImage, QPainter, QPalette
from PySide6.QtWidgets import QDialog, QMenu, QWidget

from draftdesk.errors import DraftdeskError, ExportError, refusal
from draftdesk.gui.appearance.fonts import use_text_font
from draftdesk.gui.interface_language import show_in
from draftdesk.gui.main_window import MainWindow
from draftdesk.gui.session import Session
from draftdesk.gui.shot_steps import DRAWN, UNDER_WAY, do
from draftdesk.translation import language_in_use
from draftdesk.workbench.desk.desk import Desk
from draftdesk.workbench.desk.place import MANNERS
from draftdesk.workbench.files import load
from draftdesk.workbench.worker import Worker
from draftdesk.workspace.store import Workspace

VIEWS: Final = (*MANNERS, "sheet", "import", "editor", "room", "keys", "error")
"""What can be drawn."""

_PATIENCE: Final = 30.0
"""Seconds that a window may take until all is worked out."""


@dataclass(frozen=True, slots=True)
class Shot:
    """What is drawn: `at` is "row:N" or "change:N", both from 1; `size` of the window, drawn `scale` times.

    `steps` are done after that, see `shot_steps`.
    """

    view: str = "columns"
    at: str | None = None
    size: tuple[int, int] = (1600, 1000)
    scale: float = 1.0
    theme: str = "light"
    by_author: bool = False
    steps: tuple[str, ...] = ()


def render_shot(paths: Sequence[str], out: Path, shot: Shot) -> None:
    """Write a picture of the window with these files.

    Raises ExportError for a view that is not built and where the picture cannot be written, DraftdeskError for a step
    that there is none of.
    """
    render_shots(paths, {shot.scale: out}, shot)


def render_shots(paths: Sequence[str], outs: Mapping[float, Path], shot: Shot) -> None:
    """The same window drawn several times, by scale; raises what `render_shot` does."""
    if shot.view not in VIEWS:
        raise refusal(ExportError, "not_built_yet", what=f"shot --view {shot.view}")
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from draftdesk.gui.app import application  # noqa: PLC0415  after the platform is chosen

    app = application()
    show_in(app, language_in_use())
    with tempfile.TemporaryDirectory() as folder:
        desk = Desk(Workspace.open(Path(folder) / "shot.desk"))
        session = Session(desk, Worker())
        try:
            for path in paths:
                loaded = load(path)
                desk.add(loaded.received, path, loaded.data)
            window = MainWindow(session)
            window.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen, True)
            window.set_theme(shot.theme)
            window.workplace.color_by_author(on=shot.by_author)
            window.resize(*shot.size)
            window.show()
            session.refresh()
            settle(window)
            _choose(window, shot.view, shot.at)
            settle(window)
            for step in shot.steps:
                do(window, step)
                app.processEvents() if step == UNDER_WAY else settle(window)
            shown = _shown(window, shot.view, shot.size)
            pictures = {out: grab(shown, scale) for scale, out in outs.items()}
            session.background.stop()
            window.close()
            window.deleteLater()  # hundreds are drawn in one process
        finally:
            session.close()
            use_text_font("", 0)
    app.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    app.processEvents()
    for out, picture in pictures.items():
        if not picture.save(str(out)):
            raise refusal(ExportError, "cannot_write", name=out.name, reason="the picture could not be saved")


def settle(window: MainWindow) -> None:
    """Let the window work until nothing is left to do."""
    from draftdesk.gui.app import application  # noqa: PLC0415

    until = time.monotonic() + _PATIENCE
    while time.monotonic() < until:
        application().processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
        busy = window.session.background, window.session.checking, window.open_files
        if not any(one.is_busy for one in busy) and window.workplace.is_settled():
            break
    application().processEvents()


def grab(window: QWidget, scale: float = 1.0) -> QImage:
    """A picture of the window with what is open over it, `scale` pixels for each of its own."""
    picture = QImage(round(window.width() * scale), round(window.height() * scale), QImage.Format.Format_RGB32)
    picture.setDevicePixelRatio(scale)
    painter = QPainter(picture)
    window.render(painter, QPoint())
    for above in window.findChildren(QDialog):
        if above.isVisible():
            place = window.rect().center() - above.rect().center()
            above.render(painter, place)
            painter.setPen(above.palette().color(QPalette.ColorRole.Dark))
            painter.drawRect(QRect(place, above.size()).adjusted(-1, -1, 0, 0))  # a system draws its frame there
    for menu in window.findChildren(QMenu):
        if menu.property(DRAWN):
            menu.render(painter, menu.pos())
        elif menu.isVisible():
            menu.render(painter, window.mapFromGlobal(menu.pos()))
    painter.end()
    return picture


def _choose(window: MainWindow, view: str, at: str | None) -> None:
    """The view that is to be drawn, at a row or change; a sheet at the first change, a reading at its first doubt."""
    window.manners.choose("matrix" if view == "sheet" else view if view in MANNERS else "columns")
    _go(window, at or ("change:1" if view == "sheet" else None))
    if view == "sheet":
        window.workplace.matrix.open_sheet()
    elif view == "import":
        window.show_reading(0)
    elif view == "editor":
        window.start_working(len(window.session.desk.columns) - 1)
        settle(window)
        _go(window, at)
        window.drafting.edit_current()
    elif view == "keys":
        window.aside.toggle_help()
    elif view == "error":
        window.session.attempt(lambda: load("proposal-of-the-night.docx"))


def _shown(window: MainWindow, view: str, size: tuple[int, int]) -> QWidget:
    """What is drawn: the window, or the screen of the room."""
    if view != "room":
        return window
    room = window.aside.room
    room.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen, True)
    room.resize(*size)
    window.aside.fill_room()
    room.show()
    return room


def _go(window: MainWindow, at: str | None) -> None:
    if not at:
        return
    what, _, number = at.partition(":")
    if not number.isdigit() or what not in {"row", "change"}:
        raise refusal(DraftdeskError, "wrong_call", reason=f"“{at}” is neither row:N nor change:N.")
    if what == "row":
        window.workplace.go_to_row(int(number) - 1)
        return
    for _ in range(int(number)):
        window.workplace.step(1)
