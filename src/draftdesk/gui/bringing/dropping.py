"""Files that are dragged over the window: a frame says where they may be dropped, and they are only ever copied."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QMimeData, QObject, QRect, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from draftdesk.translation import tr

_MARGIN: Final = 6
"""Pixels between the frame and the edge of what it frames."""


def files_in(content: QMimeData) -> list[str]:
    """The paths of what is dragged or copied; links to the network are none, for nothing is fetched."""
    return [url.toLocalFile() for url in content.urls() if url.isLocalFile()]


class Dropping(QObject):
    """Says that files may be dropped, and hands them on.

    Whoever drags may propose to move; a source that is told so may delete its file. It is told that they were copied.
    """

    def __init__(self, window: QWidget, opened: Callable[[Sequence[str]], None]) -> None:
        super().__init__(window)
        self._window = window
        self._opened = opened
        self.frame = QFrame(window)
        self.frame.setObjectName("dropping")
        self.said = QLabel(tr("Drop the files to put them on this desk"), self.frame)
        self.said.setObjectName("dropping")
        inner = QVBoxLayout(self.frame)
        inner.addWidget(self.said, 0, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom)
        self.frame.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.frame.hide()

    def enter(self, event: QDragEnterEvent, over: QRect) -> None:
        """Take files, and frame the part of the window that they come over; refuse all else."""
        if files_in(event.mimeData()):
            self._take(event)
            self.frame.setGeometry(over.adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN))
            self.frame.raise_()
            self.frame.show()

    def leave(self) -> None:
        """The files went elsewhere."""
        self.frame.hide()

    def drop(self, event: QDropEvent) -> None:
        """Open what was dropped, and come to the front: whoever drops goes on here."""
        self.frame.hide()
        paths = files_in(event.mimeData())
        if paths:
            self._take(event)
            self._window.activateWindow()
            self._opened(paths)

    @staticmethod
    def _take(event: QDropEvent) -> None:
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
