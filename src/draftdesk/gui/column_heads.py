"""The heads of the columns: symbol, date, file, what it is shown against; a menu for base, order and more."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import (
    QFocusEvent,
    QFont,
    QFontMetrics,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from draftdesk.gui.appearance.fonts import ui_font
from draftdesk.gui.appearance.theme import CAPTION_SIZE, UI_SIZE
from draftdesk.gui.heads_bar import ColumnHead, HeadsBar
from draftdesk.gui.rows.interactive_view import RowsView
from draftdesk.gui.sides import as_placed

_LEAST_REMARK = 40
"""Narrower than this a remark is only its first letters."""


class ColumnHeads(HeadsBar):
    """Painted over the columns; a click on a head asks for its menu."""

    def __init__(self, rows: RowsView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = rows
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        rows.scrolled.connect(self.update)

    @property
    def heads(self) -> Sequence[ColumnHead]:
        """The heads, in the order of the columns."""
        return self._heads

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        as_placed(painter)
        painter.fillRect(self.rect(), self._palette.color("win"))
        count = min(len(self._heads), len(self._rows.columns.columns))
        alone = self._rows.view.alone if self._rows.view is not None else -1
        for column in [*range(1, count), 0][: count or 0]:
            if alone in {-1, column}:
                self._paint_head(painter, column)
        if count and self._rows.horizontalScrollBar().value():
            edge = self._rows.columns.edge
            painter.setPen(QPen(self._palette.color("line"), 1))
            painter.drawLine(edge, 0, edge, self.height())
        painter.setPen(QPen(self._palette.color("rule"), 1))
        painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)
        painter.end()

    def _area(self, column: int) -> QRect:
        box = self._rows.columns.placed(column, self._rows.horizontalScrollBar().value())
        left, right = box.left, box.right
        if column == len(self._heads) - 1:
            left, right = min(left, 0) if self._rows.columns.is_mirrored else left, max(right, self.width())
        return QRect(left, 0, right - left, self.height() - 1)

    def _paint_head(self, painter: QPainter, column: int) -> None:
        head, area = self._heads[column], self._area(column)
        box = self._rows.columns.placed(column, self._rows.horizontalScrollBar().value())
        painter.save()
        painter.setClipRect(area if column == 0 else area.intersected(self._beside_base()))
        text = QRect(box.text_left, 6, box.text_width, 18)
        side = Qt.AlignmentFlag.AlignRight if box.is_right_to_left else Qt.AlignmentFlag.AlignLeft
        align = Qt.AlignmentFlag.AlignVCenter | side
        self._title_line(painter, head, text, align)
        self._second_line(painter, head, text.translated(0, 17), align)
        if self.hasFocus() and column == self._current:
            painter.setPen(QPen(self._palette.color("ink"), 1))
            painter.drawRect(text.adjusted(-6, -3, 5, 20))
        painter.restore()

    def _title_line(self, painter: QPainter, head: ColumnHead, area: QRect, align: Qt.AlignmentFlag) -> None:
        """The title, and the remark where there is room for some of it."""
        bold, small = ui_font(UI_SIZE, weight=QFont.Weight.DemiBold), ui_font(CAPTION_SIZE)
        title = QFontMetrics(bold).elidedText(head.title, Qt.TextElideMode.ElideMiddle, area.width())
        used = QFontMetrics(bold).horizontalAdvance(title) + 9
        painter.setFont(bold)
        painter.setPen(self._palette.color("ink"))
        painter.drawText(area, align, title)
        is_mirrored = bool(align & Qt.AlignmentFlag.AlignRight)
        rest = area.adjusted(0, 1, -used, 1) if is_mirrored else area.adjusted(used, 1, 0, 1)
        if rest.width() > _LEAST_REMARK:
            painter.setFont(small)
            painter.setPen(self._palette.color("ink3"))
            metrics = QFontMetrics(small)
            is_whole = metrics.horizontalAdvance(head.remark) <= rest.width()
            words = head.remark if is_whole else head.remark.rpartition(" · ")[0] or head.remark  # the file gives way
            remark = metrics.elidedText(words, Qt.TextElideMode.ElideRight, rest.width())
            painter.drawText(rest, align, remark)

    def _second_line(self, painter: QPainter, head: ColumnHead, area: QRect, align: Qt.AlignmentFlag) -> None:
        """What the column is shown against; the sign of the menu stays in sight however long that is."""
        small = ui_font(CAPTION_SIZE)
        metrics = QFontMetrics(small)
        sign = " ▾"
        room = area.width() - metrics.horizontalAdvance(sign)
        words = head.second if metrics.horizontalAdvance(head.second) <= room else head.second.rpartition(", ")[0]
        painter.setFont(small)
        painter.setPen(self._palette.color("ink2"))
        painter.drawText(
            area, align, metrics.elidedText(words or head.second, Qt.TextElideMode.ElideRight, room) + sign
        )

    def _beside_base(self) -> QRect:
        left, right = self._rows.columns.beside_first
        return QRect(left, 0, max(0, right - left), self.height())

    # keys and mouse

    @override
    def column_at(self, x: int) -> int:
        return self._rows.columns.column_at(x, self._rows.horizontalScrollBar().value())

    @override
    def menu_left(self, column: int) -> int:
        return self._rows.columns.placed(column, self._rows.horizontalScrollBar().value()).text_left - 6

    @override
    def go_to(self, column: int) -> None:
        self._rows.reveal_column(column)
        super().go_to(column)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        self._current = max(0, min(self._rows.current_column, len(self._heads) - 1))
        super().focusInEvent(event)
