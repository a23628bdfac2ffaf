"""Boxes to tick in a list, framed in every theme: those of the system lose their frame on a dark ground."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPalette, QPen, QPolygonF
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

_TICK = ((0.22, 0.52), (0.42, 0.72), (0.78, 0.28))
"""The points of a tick, as shares of its box."""


_HIGHEST = 10_000
_PADDING = 2


class TickDelegate(QStyledItemDelegate):
    """Paints the box of an item over that of the system, in the colours of the palette; words are never cut."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """As high as all lines of its words in the width that the list has for them: the system guesses it wider."""
        usual, view = super().sizeHint(option, index), option.widget
        if not isinstance(view, QListView):
            return usual
        whole = QStyleOptionViewItem(option)
        self.initStyleOption(whole, index)
        width = view.viewport().width() - 2 * view.spacing()
        whole.rect = QRect(0, 0, width, _HIGHEST)
        style = view.style()
        area = style.subElementRect(QStyle.SubElement.SE_ItemViewItemText, whole, view)
        beside = style.pixelMetric(QStyle.PixelMetric.PM_FocusFrameHMargin, whole, view) + 1
        room = QRect(0, 0, area.width() - 2 * beside, _HIGHEST)
        words = whole.fontMetrics.boundingRect(room, Qt.TextFlag.TextWordWrap, whole.text)
        return QSize(width, words.height() + 2 * _PADDING)

    @override
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().paint(painter, option, index)
        state = index.data(Qt.ItemDataRole.CheckStateRole)
        if state is None:
            return
        whole = QStyleOptionViewItem(option)
        self.initStyleOption(whole, index)
        style: QStyle = option.widget.style()
        element = QStyle.SubElement.SE_ItemViewItemCheckIndicator
        box = style.subElementRect(element, whole, option.widget)
        _paint_box(painter, box, option.palette, is_ticked=Qt.CheckState(state) is Qt.CheckState.Checked)


def _paint_box(painter: QPainter, box: QRect, palette: QPalette, *, is_ticked: bool) -> None:
    side = min(box.width(), box.height()) - 1
    square = QRect(box.left(), box.top() + (box.height() - side) // 2, side, side)
    painter.save()
    painter.setPen(QPen(palette.color(QPalette.ColorRole.Dark), 1))
    painter.setBrush(palette.color(QPalette.ColorRole.Base))
    painter.drawRect(square)
    if is_ticked:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(palette.color(QPalette.ColorRole.Text), 2))
        painter.drawPolyline(QPolygonF([QPointF(square.x() + x * side, square.y() + y * side) for x, y in _TICK]))
    painter.restore()
