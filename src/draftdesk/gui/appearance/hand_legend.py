"""Which colour is whose, above the drafts while they are coloured by author."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from draftdesk.gui.appearance.fonts import ui_font
from draftdesk.gui.appearance.hand_colors import ground_of, ink_of
from draftdesk.gui.appearance.theme import CAPTION_SIZE, LIGHT, PALETTES, Palette
from draftdesk.translation import tr
from draftdesk.workbench.display.hands import Hands

_LINE = 22
BOX = 34
_GAP = 16


class HandLegend(QWidget):
    """A sample of inserted and deleted letters in the colour of each hand, with its name; hidden without hands."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._palette: Palette = LIGHT
        self._names: tuple[str, ...] = ()
        self.hide()

    def set_theme(self, theme: str) -> None:
        """Paint in the colours of a theme."""
        self._palette = PALETTES[theme]
        self.update()

    def show_hands(self, hands: Hands | None) -> None:
        """The hands of an arrangement; None where changes have the colours of their signs."""
        self._names = hands.names if hands is not None else ()
        self.setAccessibleName(tr("Colours by author: {names}", names=", ".join(self._names)))
        self.setVisible(bool(self._names))
        self._fit()
        self.update()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        lines = 1 + max((line for line, _, _, _ in self._places()), default=0)
        self.setFixedHeight(lines * _LINE + 6)

    def _places(self) -> Iterator[tuple[int, int, int, str]]:
        """Line, place and width of each entry, and its name, cut where it is wider than the bar."""
        metrics = QFontMetrics(ui_font(CAPTION_SIZE))
        line, x = 0, 12
        most = max(60, self.width() - 24 - BOX - 6)
        for name in self._names:
            shown = metrics.elidedText(name, Qt.TextElideMode.ElideRight, most)
            needed = BOX + 6 + metrics.horizontalAdvance(shown)
            if x > 12 and x + needed > self.width() - 12:
                line, x = line + 1, 12
            yield line, x, needed, shown
            x += needed + _GAP

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._palette.color("win"))
        painter.setPen(QPen(self._palette.color("rule"), 1))
        painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)
        for hand, (line, x, width, name) in enumerate(self._places()):
            left = self.width() - x - width if self.isRightToLeft() else x
            paint_entry(painter, QRect(left, 3 + line * _LINE, width, _LINE), (hand, name), self._palette)
        painter.end()


def paint_entry(painter: QPainter, area: QRect, entry: tuple[int, str], palette: Palette) -> None:
    """One hand: letters that came and letters that went in its colour, then its name."""
    hand, name = entry
    ink = QColor(ink_of(palette.name, hand))
    is_mirrored = painter.layoutDirection() is Qt.LayoutDirection.RightToLeft
    box = QRect(area.right() - BOX if is_mirrored else area.left(), area.top() + 2, BOX, area.height() - 4)
    painter.fillRect(box, QColor(ground_of(palette.name, hand)))
    painter.setFont(ui_font(CAPTION_SIZE))
    painter.setPen(ink)
    halves = box.adjusted(0, 0, -BOX // 2, 0), box.adjusted(BOX // 2, 0, 0, 0)
    for half in halves:
        painter.drawText(half, Qt.AlignmentFlag.AlignCenter, "A")
    painter.setPen(QPen(ink, 1.5))
    painter.drawLine(halves[0].left() + 3, box.bottom() - 2, halves[0].right() - 3, box.bottom() - 2)
    painter.drawLine(halves[1].left() + 3, box.center().y() + 1, halves[1].right() - 3, box.center().y() + 1)
    painter.setPen(palette.color("ink"))
    words = area.adjusted(0, 0, -BOX - 6, 0) if is_mirrored else area.adjusted(BOX + 6, 0, 4, 0)
    side = Qt.AlignmentFlag.AlignRight if is_mirrored else Qt.AlignmentFlag.AlignLeft
    painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | side, name)
