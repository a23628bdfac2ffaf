"""A dock folded to a tab at the edge: its name runs down, a click or Space unfolds it."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget
from typing_extensions import override

from draftdesk.gui.appearance.fonts import ui_font
from draftdesk.gui.appearance.theme import CAPTION_SIZE, LIGHT, PALETTES, UI_SIZE, Palette
from draftdesk.gui.sides import as_placed, placed
from draftdesk.translation import tr

WIDTH = 30


class FoldedDock(QAbstractButton):
    """The tab of a dock at the right; `remark` stands after the name, such as "change 5 of 33"."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._palette: Palette = LIGHT
        self._remark = ""
        self.setText(name)
        self.setFixedWidth(WIDTH)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setToolTip(tr("Unfold the list: {name}", name=name))
        self.setAccessibleName(tr("Unfold: {name}", name=name))

    def set_theme(self, theme: str) -> None:
        """Paint in the colours of a theme."""
        self._palette = PALETTES[theme]
        self.update()

    def set_remark(self, remark: str) -> None:
        """What stands after the name."""
        self._remark = remark
        self.setAccessibleDescription(remark)
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(WIDTH, 200)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        as_placed(painter)
        painter.fillRect(self.rect(), self._palette.color("sel" if self.underMouse() else "win"))
        painter.setPen(QPen(self._palette.color("rule"), 1))
        edge = placed(QRect(0, 0, 1, self.height()), self.rect())
        painter.drawLine(edge.topLeft(), edge.bottomLeft())
        if self.hasFocus():
            painter.setPen(QPen(self._palette.color("ink"), 1))
            painter.drawRect(QRect(2, 2, self.width() - 5, self.height() - 5))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
        painter.setPen(QPen(self._palette.color("ink2"), 1.4))
        middle, top = self.width() / 2, 18.0
        points = (QRectF(middle + x, top + y, 0, 0) for x, y in ((2, -5), (-3, 0), (2, 5)))
        painter.drawPolyline([placed(point, self.rect()).topLeft() for point in points])
        painter.translate(self.width(), 38)
        painter.rotate(90)
        x = self._words(painter, 0, self.text(), ui_font(UI_SIZE, weight=QFont.Weight.DemiBold), "ink")
        self._words(painter, x + 12, self._remark, ui_font(CAPTION_SIZE), "ink2")
        painter.end()

    def _words(self, painter: QPainter, x: int, words: str, font: QFont, color: str) -> int:
        painter.setFont(font)
        painter.setPen(self._palette.color(color))
        width = QFontMetrics(font).horizontalAdvance(words)
        painter.drawText(QRectF(x, 0, width + 2, self.width()), Qt.AlignmentFlag.AlignVCenter, words)
        return x + width
