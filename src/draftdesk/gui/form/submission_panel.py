"""The list before a text is tabled: a line for each thing, yes or no, what to do, and a button that does it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from draftdesk.messages import render
from draftdesk.translation import later, tr
from draftdesk.workbench.submission import SubmissionItem, SubmissionLine

_WAYS: Final = {
    SubmissionItem.FORM: later("Show the list"),
    SubmissionItem.BRACKETS: later("Show the list"),
    SubmissionItem.LABELS: later("Show the list"),
    SubmissionItem.METADATA: later("Leave it out"),
}


class SubmissionPanel(QWidget):
    """Shows the lines; `way_asked` carries the item whose button was pressed."""

    way_asked = Signal(object)
    again_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self.lines: Sequence[SubmissionLine] = ()
        self.head = QLabel("", self)
        self.head.setObjectName("head")
        self.head.setWordWrap(True)
        self.head.setContentsMargins(12, 9, 10, 7)
        self._inner = QWidget(self)
        self._inner.setObjectName("panel")
        self._list = QVBoxLayout(self._inner)
        self._list.setContentsMargins(12, 0, 10, 8)
        self._list.setSpacing(10)
        scroll = QScrollArea(self)
        scroll.setAccessibleName(tr("Tabling"))
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(self._inner)
        self.again = QPushButton(tr("Look again"), self)
        self.again.clicked.connect(self.again_asked.emit)
        below = QHBoxLayout()
        below.setContentsMargins(12, 4, 10, 8)
        below.addWidget(self.again)
        below.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.head)
        layout.addWidget(scroll, 1)
        layout.addLayout(below)

    def show_lines(self, name: str, lines: Sequence[SubmissionLine]) -> None:
        """What was found; no lines while it is looked at."""
        self.lines = lines
        left = sum(not line.is_done for line in lines)
        if lines:
            said = tr("{name}: {left} of {total} left to do") if left else tr("{name}: ready to be tabled")
            self.head.setText(said.format(name=name, left=left, total=len(lines)))
        else:
            self.head.setText(tr("{name} is being looked at…", name=name))
        while (item := self._list.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for line in lines:
            self._list.addWidget(self._row(line))
        self._list.addStretch(1)

    def tell_old(self, name: str) -> None:
        """The draft was changed since."""
        self.head.setText(tr("{name} was changed since.", name=name))

    def _row(self, line: SubmissionLine) -> QWidget:
        row = QWidget(self._inner)
        row.setObjectName("panel")
        across = QHBoxLayout(row)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(8)
        sign = QLabel("✓" if line.is_done else "✗", row)
        sign.setObjectName("head")
        sign.setAccessibleName(tr("Done") if line.is_done else tr("To do"))
        sign.setFixedWidth(14)
        across.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(3)
        across.addLayout(words, 1)
        words.addWidget(_label(render(line.said), "", row))
        if line.to_do is not None:
            words.addWidget(_label(render(line.to_do), "second", row))
            if line.item in _WAYS:
                button = QPushButton(tr(_WAYS[line.item]), row)
                button.setObjectName("chip")
                button.clicked.connect(lambda _=False: self.way_asked.emit(line.item))
                words.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        return row


def _label(text: str, name: str, parent: QWidget) -> QLabel:
    label = QLabel(text, parent)
    label.setObjectName(name)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label
