"""Start and end of a line: what is painted is placed as from left to right, and turned here where that is wrong.

Layouts turn by themselves. A painter turns alignments too, but no places, so that painted parts say both here.
"""

from __future__ import annotations

from typing import Final, TypeVar

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter

from draftdesk.translation import is_right_to_left

Area = TypeVar("Area", QRect, QRectF)
_ONWARD: Final = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}


def as_placed(painter: QPainter) -> None:
    """Alignments mean what they say, and words run as their own letters do."""
    painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)


def placed(area: Area, whole: QRect) -> Area:
    """An area that was placed as from left to right within a whole."""
    if not is_right_to_left():
        return area
    return area.translated(2 * whole.left() + whole.width() - 2 * area.x() - area.width(), 0)


def at_start() -> Qt.AlignmentFlag:
    """Where a line begins."""
    return Qt.AlignmentFlag.AlignRight if is_right_to_left() else Qt.AlignmentFlag.AlignLeft


def at_end() -> Qt.AlignmentFlag:
    """Where a line ends."""
    return Qt.AlignmentFlag.AlignLeft if is_right_to_left() else Qt.AlignmentFlag.AlignRight


def onward(key: int) -> int:
    """1 for the arrow key that leads on along a line, -1 for the one that leads back."""
    return _ONWARD[Qt.Key(key)] * (-1 if is_right_to_left() else 1)
