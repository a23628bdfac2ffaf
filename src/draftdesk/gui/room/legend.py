"""Whose colour is whose, in the head of a room that is coloured by author: those on the page, no more."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter

from draftdesk.gui.appearance.fonts import ui_font
from draftdesk.gui.appearance.hand_legend import BOX, paint_entry
from draftdesk.gui.appearance.theme import CAPTION_SIZE, Palette
from draftdesk.translation import is_right_to_left

_LETTERS: Final = 20
_BETWEEN: Final = 16
_HEIGHT: Final = 22


def paint_legend(
    painter: QPainter, box: QRectF, entries: Sequence[tuple[int, str]], palette: Palette, scale: float
) -> None:
    """Samples and names beside each other from the beginning of what is left of a bar; one that does not fit is cut.

    `entries` are the ordinals and names of hands, `scale` the pixels for one of the room's.
    """
    larger = scale * _LETTERS / CAPTION_SIZE
    metrics = QFontMetrics(ui_font(CAPTION_SIZE))
    room = box.width() / larger
    painter.save()
    painter.translate(box.left(), box.center().y())
    painter.scale(larger, larger)
    if is_right_to_left():
        painter.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    at = 0.0
    for hand, name in entries:
        shown = metrics.elidedText(name, Qt.TextElideMode.ElideRight, round(room - at - BOX - 6))
        width = BOX + 6 + metrics.horizontalAdvance(shown)
        if not shown or at + width > room:
            break
        left = room - at - width if is_right_to_left() else at
        paint_entry(painter, QRect(round(left), -_HEIGHT // 2, width, _HEIGHT), (hand, shown), palette)
        at += width + _BETWEEN
    painter.restore()
