"""The paragraph in hand of a draft as it was read: all its text with a caret, its kind, what can be done."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from draftdesk.gui.appearance.fonts import text_font, text_size
from draftdesk.gui.pairing import CHOICES
from draftdesk.gui.text_positions import offset_of
from draftdesk.gui.widgets.choice_box import ChoiceBox
from draftdesk.model.paragraph import ParagraphKind
from draftdesk.translation import later, tr
from draftdesk.workbench.paragraph_names import KIND_NAMES
from draftdesk.workbench.reading_lines import ReadingLine

BUTTONS: Final = (
    ("join", later("Join with the next"), "J"),
    ("split", later("Split at the caret"), later("Enter, at the caret")),
    ("hide", later("Not part of the text"), later("Del")),
    ("right", later("It is right"), later("Space")),
    ("back", later("Back as it was read"), later("Backspace")),
)
"""What can be done: name, caption, the key that does the same in the list."""

_TALLEST: Final = 360
_BEFORE_REST: Final = 100
"""Pixels that the field of the text takes at most, so that the buttons stay by it; its stretch against the rest."""

_KEYS: Final = later(
    "In the list: P preambular, O operative, S subparagraph, H heading, T title, C closing words, B other text. "
    "Alt+→ and Alt+← change the level. Enter goes to the caret, Enter there splits."
)

_LONE: Final = re.compile(r"(?<=[:,]\s)([A-Z]) ")
"""A key of one letter; what it does stands on the same line."""


class _Words(QPlainTextEdit):
    """The text, which cannot be changed here; the caret says where to split."""

    split_asked = Signal()
    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setAccessibleName(tr("Text of the paragraph as it was read"))
        self.setTabChangesFocus(True)
        self.setCursorWidth(2)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.split_asked.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class ParagraphPanel(QWidget):
    """Says what is asked for and decides nothing itself."""

    asked = Signal(str)
    kind_asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self._text = ""
        self.kinds = ChoiceBox(self)
        self.kinds.setAccessibleName(tr("What this paragraph is"))
        for kind in CHOICES:
            self.kinds.addItem(tr(KIND_NAMES[kind]))
        self.kinds.activated.connect(lambda place: self.kind_asked.emit(CHOICES[place]))
        self._number = QLabel(self)
        self._number.setObjectName("second")
        self._reason = QLabel(self)
        self._reason.setWordWrap(True)
        self._reason.setObjectName("reason")
        self._left_out = QLabel(self)
        self._left_out.setObjectName("second")
        self._left_out.setWordWrap(True)
        self.words = _Words(self)
        self.words.setMaximumHeight(_TALLEST)
        self.words.split_asked.connect(lambda: self.asked.emit("split"))
        self.words.left.connect(lambda: self.asked.emit("list"))
        self.buttons: dict[str, QPushButton] = {}
        self._lay_out()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.kinds, 1)
        head.addWidget(self._number)
        grid = QGridLayout()
        grid.setSpacing(6)
        for place, (name, caption, keys) in enumerate(BUTTONS):
            button = QPushButton(tr(caption), self)
            button.setToolTip(f"{tr(caption)} ({tr(keys)})")
            button.clicked.connect(lambda _=False, what=name: self.asked.emit(what))
            self.buttons[name] = button
            grid.addWidget(button, place // 2, place % 2)
        help_ = QLabel(_LONE.sub("\\1\u00a0", tr(_KEYS)), self)
        help_.setObjectName("quiet")
        help_.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 12, 14, 12)
        layout.setSpacing(9)
        layout.addLayout(head)
        layout.addWidget(self._reason)
        layout.addWidget(self.words, _BEFORE_REST)
        layout.addLayout(grid)
        layout.addWidget(help_)
        layout.addWidget(self._left_out)
        layout.addStretch(1)

    def show_left_out(self, sentences: Sequence[str]) -> None:
        """What reading the whole file left out or warned of."""
        self._left_out.setText("\n".join(sentences))
        self._left_out.setVisible(bool(sentences))

    def show_line(self, line: ReadingLine | None, language: str) -> None:
        """A paragraph; None for an empty list."""
        self.setEnabled(line is not None)
        if line is None:
            self.words.setPlainText("")
            return
        choice = CHOICES.index(line.kind) if line.kind in CHOICES else -1
        if choice >= 0:
            self.kinds.setItemText(choice, line.what)
        self.kinds.setCurrentIndex(choice)
        if choice < 0:
            self.kinds.setPlaceholderText(tr(KIND_NAMES[line.kind]))
        self._number.setText(tr("Number {number}", number=line.number) if line.number else tr("No number"))
        self._reason.setText("\n".join(f"? {reason}" for reason in line.reasons))
        self._reason.setVisible(bool(line.reasons))
        size = text_size(language)[0]
        self.words.setFont(text_font(language, size))
        self.words.setStyleSheet(f"font-size: {size}px")
        rtl = language == "ar"
        direction = Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight
        self.words.setLayoutDirection(direction)
        option = self.words.document().defaultTextOption()
        option.setTextDirection(direction)
        option.setAlignment(Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft)
        self.words.document().setDefaultTextOption(option)
        if line.text != self._text or self.words.toPlainText() == "":
            self._text = line.text
            self.words.setPlainText(line.text)
        is_hidden = line.kind is ParagraphKind.FURNITURE
        self.buttons["join"].setEnabled(not is_hidden)
        self.buttons["hide"].setEnabled(not is_hidden)
        self.buttons["back"].setEnabled(line.is_put_right)

    @property
    def caret(self) -> int:
        """The code point of the text before which the caret stands."""
        return offset_of(self._text, self.words.textCursor().position())
