"""Words of the matrix laid out once: the same signs and names are painted again with every turn of the wheel."""

from __future__ import annotations

from enum import Enum
from typing import Final

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QStaticText, QTransform

from draftdesk.gui.appearance.fonts import readable, ui_font
from draftdesk.gui.appearance.theme import CAPTION_SIZE, UI_SIZE
from draftdesk.gui.sides import placed

_KEPT: Final = 4000


class Hand(Enum):
    """How words are written."""

    PLAIN = 0
    STRONG = 1
    CELL = 2


class Words:
    """For one zoom."""

    def __init__(self, zoom: float) -> None:
        self.zoom = zoom
        small = readable(CAPTION_SIZE * zoom)
        self._fonts: dict[Hand, QFont] = {
            Hand.PLAIN: ui_font(small),
            Hand.STRONG: ui_font(small, weight=QFont.Weight.DemiBold),
            Hand.CELL: ui_font(readable(UI_SIZE * zoom), weight=QFont.Weight.Medium),
        }
        self._metrics = {hand: QFontMetrics(font) for hand, font in self._fonts.items()}
        self._kept: dict[tuple[str, Hand, int], tuple[QStaticText, int]] = {}

    def along(self, painter: QPainter, text: str, hand: Hand, area: QRect, whole: QRect) -> int:
        """Write from the beginning of an area in a whole line, cut where it ends; returns where the words end.

        Both places count from the left, as in a line that begins there.
        """
        if not text or area.width() < 1:
            return area.left()
        shown, width = self._laid(text, hand, area.width())
        painter.setFont(self._fonts[hand])
        box = placed(QRect(area.left(), self._top(hand, area) - 1, width, 1), whole)
        painter.drawStaticText(QPointF(box.topLeft()), shown)
        return area.left() + width

    def middle(self, painter: QPainter, text: str, hand: Hand, area: QRect) -> None:
        """Write in the middle of a cell."""
        if text:
            shown, width = self._laid(text, hand, area.width())
            painter.setFont(self._fonts[hand])
            painter.drawStaticText(QPointF(area.left() + (area.width() - width) // 2, self._top(hand, area)), shown)

    def _top(self, hand: Hand, area: QRect) -> int:
        return area.top() + (area.height() - self._metrics[hand].height()) // 2

    def _laid(self, text: str, hand: Hand, width: int) -> tuple[QStaticText, int]:
        key = (text, hand, width)
        found = self._kept.get(key)
        if found is None:
            if len(self._kept) > _KEPT:
                self._kept.clear()
            metrics = self._metrics[hand]
            cut = metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)
            shown = QStaticText(cut)
            shown.setTextFormat(Qt.TextFormat.PlainText)
            shown.prepare(QTransform(), self._fonts[hand])
            found = self._kept[key] = (shown, metrics.horizontalAdvance(cut))
        return found
