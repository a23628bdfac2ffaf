"""The field in the tool bar that finds words in all drafts, or goes to a paragraph by its name."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QIcon, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QWidget
from typing_extensions import override

from draftdesk.gui.appearance.icons import icon
from draftdesk.gui.widgets.small_button import small_button
from draftdesk.translation import later, tr

_HEIGHT = 28
_FIRST = 100
"""A stretch: the line has its width before anything is left over."""
_FIND = later("Find in all drafts")
_GO = later("Go to OP 7, 12 (a)")


class _Line(QLineEdit):
    """Enter and Shift+Enter step, Escape leaves."""

    stepped = Signal(int)
    left = Signal()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.stepped.emit(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        elif key in {Qt.Key.Key_Down, Qt.Key.Key_Up}:
            self.stepped.emit(1 if key == Qt.Key.Key_Down else -1)
        else:
            super().keyPressEvent(event)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() != Qt.FocusReason.MouseFocusReason:
            self.selectAll()


class FindField(QWidget):
    """A line, the count of hits, steps and an end; in the other manner a line that leads to a paragraph."""

    words_changed = Signal(str)
    stepped = Signal(int)
    place_asked = Signal(str)
    left = Signal()
    grown = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._goes = False
        self.line = _Line(self)
        self.line.setObjectName("find")
        self.line.setMinimumWidth(90)
        self.line.setMaximumWidth(240)
        self.line.setFixedHeight(_HEIGHT)
        self.line.setAcceptDrops(False)  # a file that is dropped here is no word to look for: the window opens it
        self.setFixedHeight(_HEIGHT)
        self._sign = self.line.addAction(QIcon(), QLineEdit.ActionPosition.LeadingPosition)
        self.count = QLabel("", self)
        self.count.setObjectName("second")
        self._previous = small_button(tr("Previous hit (Shift+F3)"), lambda: self.stepped.emit(-1), self)
        self._next = small_button(tr("Next hit (F3)"), lambda: self.stepped.emit(1), self)
        self._close = small_button(tr("Leave the search (Esc)"), self.left.emit, self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addStretch(1)
        for part in (self.count, self._previous, self._next, self.line, self._close):
            layout.addWidget(part, _FIRST if part is self.line else 0)
        layout.addSpacing(4)
        self.line.textChanged.connect(self._changed)
        self.line.stepped.connect(self._stepped)
        self.line.left.connect(self.left)
        self.manner(goes=False)
        self.say("")

    def set_theme(self, theme: str) -> None:
        """Draw the signs in the colours of a theme."""
        for button, name in ((self._previous, "up"), (self._next, "down"), (self._close, "close")):
            button.setIcon(icon(name, theme))
        self._sign.setIcon(icon("find", theme, "ink2"))

    @property
    def words(self) -> str:
        """What is searched for; "" while the field leads to paragraphs."""
        return "" if self._goes else self.line.text()

    def manner(self, *, goes: bool) -> None:
        """Find words, or go to a paragraph; the line is emptied where that changes."""
        if goes is not self._goes:
            self._goes = goes
            self.line.clear()
        self.line.setPlaceholderText(tr(_GO if goes else _FIND))
        self.line.setAccessibleName(tr("Go to the paragraph" if goes else _FIND))

    def say(self, words: str) -> None:
        """What came of it: "3 of 27", "no paragraph of that name"."""
        self.count.setText(words)
        self.count.setVisible(bool(words))
        self.line.setAccessibleDescription(words)
        for button in (self._previous, self._next):
            button.setVisible(bool(words) and not self._goes)
        self._close.setVisible(bool(self.line.text()) or self._goes)
        self.grown.emit()

    def take_focus(self) -> None:
        """Type here, over what was searched for last."""
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.line.selectAll()

    def _changed(self, words: str) -> None:
        if self._goes:
            self.say("")
        else:
            self.words_changed.emit(words)

    def _stepped(self, by: int) -> None:
        if self._goes:
            self.place_asked.emit(self.line.text())
        else:
            self.stepped.emit(by)
