"""The heads of the columns: symbol, date, file, what it is shown against; a menu to choose base and order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from draftdesk.gui.fonts import ui_font
from draftdesk.gui.rows.interactive_view import RowsView
from draftdesk.gui.theme import CAPTION_SIZE, LIGHT, PALETTES, UI_SIZE, Palette

HEIGHT = 46


@dataclass(frozen=True, slots=True)
class ColumnHead:
    """Two lines: a title with a remark, then the file and what the column is shown against."""

    title: str
    remark: str
    second: str
    has_menu: bool = True


class ColumnHeads(QWidget):
    """Painted over the columns; a click on a head asks for its menu."""

    menu_asked = Signal(int, QPoint)

    def __init__(self, rows: RowsView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = rows
        self._palette: Palette = LIGHT
        self._heads: Sequence[ColumnHead] = ()
        self.setFixedHeight(HEIGHT)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        rows.scrolled.connect(self.update)

    def set_theme(self, theme: str) -> None:
        """Paint in the colours of a theme."""
        self._palette = PALETTES[theme]
        self.update()

    def show_heads(self, heads: Sequence[ColumnHead]) -> None:
        """The heads, in the order of the columns."""
        self._heads = heads
        self.setAccessibleName("; ".join(f"{head.title}, {head.second}" for head in heads))
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._palette.color("win"))
        count = min(len(self._heads), len(self._rows.columns.columns))
        for column in [*range(1, count), 0][: count or 0]:
            self._paint_head(painter, column)
        painter.setPen(QPen(self._palette.color("rule"), 1))
        painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)
        painter.end()

    def _area(self, column: int) -> QRect:
        box = self._rows.columns.placed(column, self._rows.horizontalScrollBar().value())
        right = box.right if column < len(self._heads) - 1 else max(box.right, self.width())
        return QRect(box.left, 0, right - box.left, self.height() - 1)

    def _paint_head(self, painter: QPainter, column: int) -> None:
        head, area = self._heads[column], self._area(column)
        box = self._rows.columns.placed(column, self._rows.horizontalScrollBar().value())
        colors = self._palette
        if column == 0:
            painter.fillRect(area, colors.color("win"))
        text = QRect(box.text_left, 6, box.text_width, 18)
        bold, small = ui_font(UI_SIZE, weight=QFont.Weight.DemiBold), ui_font(CAPTION_SIZE)
        title = QFontMetrics(bold).elidedText(head.title, Qt.TextElideMode.ElideMiddle, text.width())
        used = QFontMetrics(bold).horizontalAdvance(title)
        align = Qt.AlignmentFlag.AlignVCenter
        align |= Qt.AlignmentFlag.AlignRight if box.is_right_to_left else Qt.AlignmentFlag.AlignLeft
        painter.save()
        painter.setClipRect(area)
        painter.setFont(bold)
        painter.setPen(colors.color("ink"))
        painter.drawText(text, align, title)
        painter.setFont(small)
        painter.setPen(colors.color("ink3"))
        rest = text.adjusted(0, 1, -used - 9, 1) if box.is_right_to_left else text.adjusted(used + 9, 1, 0, 1)
        metrics = QFontMetrics(small)
        painter.drawText(rest, align, metrics.elidedText(head.remark, Qt.TextElideMode.ElideRight, rest.width()))
        painter.setPen(colors.color("ink2"))
        second = text.translated(0, 17)
        line = head.second + (" ▾" if head.has_menu else "")
        painter.drawText(second, align, metrics.elidedText(line, Qt.TextElideMode.ElideMiddle, second.width()))
        painter.restore()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        point = event.position().toPoint()
        column = self._rows.columns.column_at(point.x(), self._rows.horizontalScrollBar().value())
        if 0 <= column < len(self._heads) and self._heads[column].has_menu:
            box = self._rows.columns.placed(column, self._rows.horizontalScrollBar().value())
            self.menu_asked.emit(column, self.mapToGlobal(QPoint(box.text_left - 6, self.height() - 2)))
