"""A plain text that the user keeps, in a sheet over the window; refused where a line of it is wrong."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from draftdesk.errors import DraftdeskError
from draftdesk.gui.appearance.fonts import ui_font
from draftdesk.gui.appearance.theme import UI_SIZE
from draftdesk.translation import tr

_WIDEST, _WIDEST_TABLE = 680, 820
_MARGIN = 24
_LOWEST = 360
_AROUND = 170
"""Of the sheet, in pixels: how wide, a table so that its lines are not broken; how low it is where little is written;
what stands above and below its lines."""


class LinesSheet(QFrame):
    """Edits a text; `keep` takes it, or raises DraftdeskError, which is shown while the sheet stays.

    `usual` is the text that comes with the program, to go back to; None where there is none. The field `line` of an
    error, from 1, is where the caret goes. It closes by Escape, and is gone then.
    """

    def __init__(
        self, title: str, told: str, keep: Callable[[str], None], over: QWidget, usual: str | None = None
    ) -> None:
        super().__init__(over)
        self.setObjectName("popup")
        self._keep = keep
        self._over = over
        self._is_list = usual is None
        self._focus = QApplication.focusWidget()
        head, why = QLabel(title, self), QLabel(told, self)
        head.setObjectName("head")
        why.setWordWrap(True)
        self.lines = QPlainTextEdit(self)
        self.lines.setFont(ui_font(UI_SIZE))
        self.lines.setAccessibleName(title)
        self.lines.setTabChangesFocus(True)
        self.error = QLabel("", self)
        self.error.setObjectName("reason")
        self.error.setWordWrap(True)
        self.error.setTextFormat(Qt.TextFormat.PlainText)
        self.error.hide()
        self.save = QPushButton(tr("Save (Ctrl+Enter)"), self)
        self.save.setObjectName("main")
        self.cancel = QPushButton(tr("Leave it as it was (Esc)"), self)
        self.usual = QPushButton(tr("As it came with draftdesk"), self)
        self.usual.setVisible(usual is not None)
        self.save.clicked.connect(lambda _=False: self.accept())
        self.cancel.clicked.connect(lambda _=False: self.leave())
        self.usual.clicked.connect(lambda _=False: self.lines.setPlainText(usual or ""))
        self._lay_out(head, why)
        over.installEventFilter(self)
        self.lines.installEventFilter(self)

    def _lay_out(self, head: QLabel, why: QLabel) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.usual)
        buttons.addStretch(1)
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.save)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 14, 18, 14)
        layout.setSpacing(9)
        for part in (head, why, self.lines, self.error):
            layout.addWidget(part, 1 if part is self.lines else 0)
        layout.addLayout(buttons)

    def enter(self, text: str) -> None:
        """Show the sheet with a text, ready to be written in."""
        self.lines.setPlainText(text)
        moves = QTextCursor.MoveOperation
        self.lines.moveCursor(moves.End if self._is_list else moves.Start)  # a list is written on, a table is read
        self._place()
        self.show()
        self.raise_()
        self.lines.setFocus()

    def accept(self) -> None:
        """Keep the text and go, or show what is wrong with it."""
        try:
            self._keep(self.lines.toPlainText())
        except DraftdeskError as error:
            self._refuse(error)
            return
        self.leave()

    def leave(self) -> None:
        """Go; what was typed is not kept."""
        self._over.removeEventFilter(self)
        self.hide()
        if self._focus is not None:
            self._focus.setFocus()
        self.deleteLater()

    def _refuse(self, error: DraftdeskError) -> None:
        self.error.setText(str(error))
        self.error.show()
        line = error.said.field("line")
        if isinstance(line, int):
            cursor = QTextCursor(self.lines.document().findBlockByNumber(line - 1))
            cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
            self.lines.setTextCursor(cursor)
        self.lines.setFocus()

    def _place(self) -> None:
        room = self._over.rect()
        width = min(_WIDEST if self._is_list else _WIDEST_TABLE, room.width() - 2 * _MARGIN)
        lines = self.lines.blockCount() * self.lines.fontMetrics().lineSpacing()
        height = min(max(_LOWEST, lines + _AROUND), room.height() - 2 * _MARGIN)
        top = max(_MARGIN, (room.height() - height) // 3)
        self.setGeometry(QRect((room.width() - width) // 2, top, width, height))

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The sheet stays in the middle of the window, and its keys come before those of the window."""
        if watched is self._over and event.type() == QEvent.Type.Resize:
            self._place()
        elif isinstance(event, QKeyEvent) and watched is self.lines and self._ends(event):
            if event.type() == QEvent.Type.KeyPress:
                self.leave() if event.key() == Qt.Key.Key_Escape else self.accept()
            event.accept()
            return True
        return super().eventFilter(watched, event)

    @staticmethod
    def _ends(event: QKeyEvent) -> bool:
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        return event.key() == Qt.Key.Key_Escape or (control and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter})
