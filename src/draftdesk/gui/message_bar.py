"""The bar under the tools: one sentence, ways on, close. Nothing modal."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QToolButton, QWidget

from draftdesk.gui.icons import icon, pixmap
from draftdesk.gui.theme import PALETTES

WayOn = tuple[str, Callable[[], None]]
"""A button: its caption and what it does."""


class MessageBar(QFrame):
    """Shows the last message until it is closed or replaced."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = "light"
        self._is_error = False
        self.setFixedHeight(42)
        self._sign = QLabel(self)
        self._text = QLabel(self)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._text.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._ways = QHBoxLayout()
        self._ways.setSpacing(8)
        self._close = QToolButton(self)
        self._close.setAccessibleName("Close the message")
        self._close.setToolTip("Close")
        self._close.clicked.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 14, 0)
        row.setSpacing(9)
        row.addWidget(self._sign)
        row.addWidget(self._text, 1)
        row.addLayout(self._ways)
        row.addWidget(self._close)
        self.buttons: list[QPushButton] = []
        self.hide()

    @property
    def text(self) -> str:
        """The sentence that is shown; "" when the bar is closed."""
        return self._text.text() if not self.isHidden() else ""

    def set_theme(self, theme: str) -> None:
        """Draw the signs in the colours of a theme."""
        self._theme = theme
        self._dress()

    def tell(self, sentence: str, ways_on: Sequence[WayOn] = (), *, is_error: bool = False) -> None:
        """Show a sentence with its ways on."""
        self._is_error = is_error
        self._text.setText(sentence)
        self._text.setToolTip(sentence)
        self.setAccessibleName(sentence)
        for button in self.buttons:
            self._ways.removeWidget(button)
            button.deleteLater()
        self.buttons = []
        for caption, action in ways_on:
            button = QPushButton(caption, self)
            button.clicked.connect(lambda _=False, act=action: act())
            self._ways.addWidget(button)
            self.buttons.append(button)
        self._dress()
        self.show()

    def _dress(self) -> None:
        colors = PALETTES[self._theme]
        self.setObjectName("bar_error" if self._is_error else "bar_note")
        self._sign.setPixmap(
            pixmap("alert" if self._is_error else "check", colors.err if self._is_error else colors.ok, 2)
        )
        self._close.setIcon(icon("close", self._theme))
        self.style().unpolish(self)
        self.style().polish(self)
