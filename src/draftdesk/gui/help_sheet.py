"""F1: all that the window does, with its keys, in one sheet that is searched and printed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QResizeEvent, QTextDocument
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QMenuBar,
    QPushButton,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from draftdesk.gui.appearance.theme import LIGHT, PALETTES, Palette
from draftdesk.gui.room.keys import ROOM_KEYS
from draftdesk.translation import tr
from draftdesk.workbench.help_page import KeyGroup, found_in, help_html

_COLUMN: Final = 560
_MOST_COLUMNS: Final = 3
"""The least width of a column of keys in pixels, and how many there are at most."""


def groups_of(bar: QMenuBar) -> tuple[KeyGroup, ...]:
    """Each menu with its actions as they are now, then the keys of the room."""
    menus = [
        (menu.title().replace("&", ""), menu) for entry in bar.actions() if isinstance(menu := entry.menu(), QMenu)
    ]
    groups = [KeyGroup(title, tuple(_entries(menu))) for title, menu in menus]
    room: dict[str, list[str]] = {}
    for one in ROOM_KEYS:
        room.setdefault(tr(one.caption), []).append(tr(one.shown))
    return (*groups, KeyGroup(tr("In room mode"), tuple((done, ", ".join(keys)) for done, keys in room.items())))


def _entries(menu: QMenu) -> Iterator[tuple[str, str]]:
    for action in menu.actions():
        below = action.menu()
        if isinstance(below, QMenu):
            entries = tuple(_entries(below))
            yield from (entry for entry in entries if entry[1])
            bare = ", ".join(done for done, keys in entries if not keys)
            yield tr("{menu}: {entry}", menu=below.title().replace("&", ""), entry=bare), ""
        elif not action.isSeparator():
            yield action.text().replace("&", ""), keys_of(action)


def keys_of(action: QAction) -> str:
    """The keys of an action as the system writes them."""
    return ", ".join(keys.toString(QKeySequence.SequenceFormat.NativeText) for keys in action.shortcuts())


class HelpSheet(QWidget):
    """A page of the window; what is typed is looked for, Escape leads back."""

    left = Signal()

    def __init__(self, groups: Callable[[], tuple[KeyGroup, ...]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("paper")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground, True)
        self._groups = groups
        self._palette: Palette = LIGHT
        self.wanted = QLineEdit(self)
        self.wanted.setObjectName("find")
        self.wanted.setPlaceholderText(tr("Find what to do, or a key"))
        self.wanted.setAccessibleName(tr("Find in the sheet of keys"))
        self.wanted.setClearButtonEnabled(True)
        self.wanted.setFixedHeight(28)
        self.text = QTextBrowser(self)
        self.text.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.text.setAccessibleName(tr("Keys"))
        self.text.document().setDocumentMargin(0)
        self.print_button = QPushButton(tr("Print…"), self)
        self.close_button = QPushButton(tr("Back to the desk (Esc)"), self)
        head = QLabel(tr("Keys"), self)
        head.setObjectName("large")
        line = QHBoxLayout()
        for widget, stretch in ((head, 0), (self.wanted, 1), (self.print_button, 0), (self.close_button, 0)):
            line.addWidget(widget, stretch)
        line.setSpacing(12)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(24, 16, 24, 0)
        whole.addLayout(line)
        whole.addWidget(self.text, 1)
        self.wanted.textChanged.connect(lambda _: self.fill())
        self.close_button.clicked.connect(lambda _=False: self.left.emit())
        self.wanted.installEventFilter(self)

    def enter(self) -> None:
        """All keys as they are now, ready to be searched."""
        self.wanted.clear()
        self.fill()
        self.wanted.setFocus()

    def fill(self) -> None:
        """The entries that have the words that are looked for."""
        found = found_in(self._groups(), self.wanted.text())
        columns = max(1, min(_MOST_COLUMNS, self.width() // _COLUMN))
        self.text.setHtml(help_html(found, self._palette.ink, self._palette.ink2, columns=columns))

    def document(self) -> QTextDocument:
        """What is shown, for a printer: ink on paper."""
        made = QTextDocument()
        made.setHtml(f"<h2>{tr('draftdesk: keys')}</h2>{help_html(found_in(self._groups(), self.wanted.text()))}")
        return made

    def set_theme(self, theme: str) -> None:
        """Paint in the colours of a theme."""
        self._palette = PALETTES[theme]
        paper, ink = self._palette.paper, self._palette.ink
        self.text.setStyleSheet(
            f"QTextBrowser {{ background: {paper}; border: 1px solid {paper}; }}"
            f"QTextBrowser:focus {{ border-color: {ink}; }}"
        )
        self.fill()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() // _COLUMN != event.oldSize().width() // _COLUMN:
            self.fill()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The arrows scroll while one types."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            bar = self.text.verticalScrollBar()
            steps = {Qt.Key.Key_Down: 40, Qt.Key.Key_Up: -40, Qt.Key.Key_PageDown: bar.pageStep()}
            steps[Qt.Key.Key_PageUp] = -bar.pageStep()
            if event.key() in steps:
                bar.setValue(bar.value() + steps[Qt.Key(event.key())])
                return True
        return super().eventFilter(watched, event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
