"""The comments on the selected paragraph, below the list of changes: who, when, what."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from draftdesk.translation import tr
from draftdesk.workbench.comments_beside import CommentBeside


class CommentPanel(QFrame):
    """Shows comments; they can be selected and copied, and not changed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self.shown: Sequence[CommentBeside] = ()
        rule = QFrame(self)
        rule.setObjectName("rule")
        self._head = QLabel(self)
        self._head.setObjectName("head")
        self._head.setContentsMargins(12, 8, 12, 4)
        self._inner = QWidget(self)
        self._inner.setObjectName("panel")
        self._list = QVBoxLayout(self._inner)
        self._list.setContentsMargins(12, 0, 12, 10)
        self._list.setSpacing(3)
        self._scroll = QScrollArea(self)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(self._inner)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(rule)
        layout.addWidget(self._head)
        layout.addWidget(self._scroll, 1)
        self.hide()

    def show_comments(self, comments: Sequence[CommentBeside]) -> None:
        """The comments on the paragraphs of one row."""
        if comments == self.shown:
            return
        self.shown = comments
        while (item := self._list.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        for comment in comments:
            self._list.addWidget(self._label(f"{comment.draft}, {comment.paragraph}: {comment.by}", "quiet"))
            self._list.addWidget(self._label(comment.text, "second"))
            self._list.addSpacing(6)
        self._list.addStretch(1)
        self._head.setText(f"{tr('Comments on this paragraph')}  {len(comments)}")
        self.setVisible(bool(comments))

    def _label(self, text: str, name: str) -> QLabel:
        label = QLabel(text, self._inner)
        label.setObjectName(name)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        selectable = Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        label.setTextInteractionFlags(selectable)
        return label
