"""A French window has no English left: all that its widgets say is compared with what they say in English."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QMenu,
    QTextBrowser,
    QToolButton,
    QWidget,
)

from draftdesk.gui.app import application
from draftdesk.gui.interface_language import show_in
from draftdesk.gui.main_window import MainWindow
from draftdesk.gui.session import Session
from draftdesk.gui.shot import settle
from draftdesk.gui.widgets.elided_label import ElidedLabel
from draftdesk.gui.widgets.folded_dock import FoldedDock
from draftdesk.resources import resource
from draftdesk.workbench.desk.desk import Desk
from draftdesk.workbench.files import load
from draftdesk.workbench.worker import Worker
from draftdesk.workspace.store import Workspace

ALIKE = {"Article", "Session", "base", "English", "Français", "Español", "Русский", "العربية", "中文"}
"""Words that both languages write alike, and the names of languages, each in its own."""

OF_FILES = re.compile(r"A/RES/79/912|(?:issued|rev1)(?:\.docx)?")
KEYS = re.compile(r"(?:(?:Ctrl|Alt)\+)*(?:F\d+|\S|Tab)(?:, (?:Ctrl|Alt)\+\S)?")


def said_by(widget: QWidget) -> Iterator[str]:
    """All that a widget shows or tells."""
    yield from (widget.toolTip(), widget.statusTip(), widget.accessibleName(), widget.accessibleDescription())
    if isinstance(widget, QLabel | QAbstractButton):
        yield widget.text()
    if isinstance(widget, QLineEdit):
        yield widget.placeholderText()
    if isinstance(widget, QComboBox):
        yield from (widget.itemText(k) for k in range(widget.count()))
    if isinstance(widget, QMenu):
        yield widget.title()
    if isinstance(widget, QTextBrowser):
        yield from widget.toPlainText().splitlines()
    for action in widget.actions():
        yield from (action.text(), action.iconText(), action.toolTip(), action.statusTip())


def lines_of(window: MainWindow) -> set[str]:
    texts = [text for widget in (window, *window.findChildren(QWidget)) for text in said_by(widget)]
    return {line.replace("&", "").strip() for text in texts for line in text.splitlines()}


def everything_said(window: MainWindow) -> set[str]:
    """Views, panels and pages one after the other, so that each is made."""
    said = set(lines_of(window))

    def look() -> None:
        settle(window)
        said.update(lines_of(window))

    window.workplace.step(1)
    look()
    for name in ("inline", "matrix"):
        window.manners.choose(name)
        look()
    window.workplace.matrix.open_sheet()
    look()
    window.manners.choose("columns")
    for name in ("form", "submission", "find", "go_to", "rollover", "agreed", "reserved", "private_note"):
        window.actions_[name].trigger()
        look()
    window.show_reading(0)
    look()
    window.reading.leave()
    window.actions_["working"].trigger()
    look()
    for name in ("edit", "form", "redline", "clean"):
        window.actions_[name].trigger()
        look()
    window.aside.toggle_help()
    look()
    window.aside.fill_room()
    look()
    for menu in window.findChildren(QMenu):
        menu.aboutToShow.emit()
    look()
    return said


def window_of(folder: Path, language: str, size: tuple[int, int]) -> MainWindow:
    """A window with two samples in the language that was chosen before."""
    session = Session(Desk(Workspace.open(folder / f"{language}.desk")), Worker())
    for name in ("issued.docx", "rev1.docx"):
        loaded = load(str(resource("samples", name)))
        session.desk.add(loaded.received, name, loaded.data)
    window = MainWindow(session)
    window.resize(*size)
    window.show()
    session.refresh()
    settle(window)
    return window


def cut_off(window: MainWindow) -> set[str]:
    """Captions that are wider than the room that they have; what gives way by "…" is none."""
    seen = [w for kind in (QAbstractButton, QLabel) for w in window.findChildren(kind) if w.isVisible() and w.text()]
    fixed = [w for w in seen if not isinstance(w, ElidedLabel) and not (isinstance(w, QLabel) and w.wordWrap())]
    captions = [w for w in fixed if w.objectName() != "qt_toolbar_ext_button" and not isinstance(w, FoldedDock)]
    bare = Qt.ToolButtonStyle.ToolButtonIconOnly
    shown = [w for w in captions if not isinstance(w, QToolButton) or w.toolButtonStyle() is not bare]
    return {w.text() for w in shown if w.width() < w.sizeHint().width()}


@pytest.mark.parametrize("size", [(1280, 720), (1920, 1080)])
def test_no_caption_is_cut_off(tmp_path, monkeypatch, qtbot, size):
    monkeypatch.setenv("DRAFTDESK_WORKSPACES", str(tmp_path))
    show_in(application(), "fr")
    window = window_of(tmp_path, "fr", size)
    found = cut_off(window)
    window.workplace.step(1)
    for name in ("form", "submission", "rollover", "matrix", "columns", "reserved"):
        window.actions_[name].trigger()
        settle(window)
        found |= cut_off(window)
    window.manners.choose("matrix")
    window.workplace.matrix.open_sheet()
    settle(window)
    found |= cut_off(window)
    window.manners.choose("columns")
    window.show_reading(0)
    settle(window)
    found |= cut_off(window)
    window.close()
    window.deleteLater()
    show_in(application(), "")
    assert found == set()


@pytest.fixture
def said(tmp_path: Path, monkeypatch, qtbot) -> dict[str, set[str]]:
    """What windows in English and in French say in the same states."""
    monkeypatch.setenv("DRAFTDESK_WORKSPACES", str(tmp_path))
    monkeypatch.setattr("PySide6.QtWidgets.QFileDialog.getSaveFileName", lambda *_: ("", ""))
    found = {}
    for language in ("en", "fr"):
        show_in(application(), language)
        window = window_of(tmp_path, language, (1400, 900))
        found[language] = everything_said(window)
        window.close()
        window.deleteLater()
        QApplication.processEvents()
    show_in(application(), "")
    return found


def test_nothing_is_said_in_english(said):
    alike = {line for line in said["en"] & said["fr"] - ALIKE if not KEYS.fullmatch(line)}
    assert {line for line in alike if any(map(str.isalpha, OF_FILES.sub("", line)))} == set()


def test_much_was_looked_at(said):
    """So that the comparison above cannot pass by looking at nothing."""
    assert len(said["fr"] - said["en"]) > 350
    assert "Exporter le suivi…" in said["fr"]
    assert "Export redline…" in said["en"]
