"""The aligned columns: a virtual list of painted rows with one scroll for all drafts."""

from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtGui import QPainter, QPaintEvent
from typing_extensions import override

from draftdesk.gui.rows.anchored_rows import AnchoredRows
from draftdesk.gui.rows.row_painter import RowPainter, RowState
from draftdesk.gui.rows.signs import draw_move_line
from draftdesk.gui.theme import LETTER_MIDDLE
from draftdesk.workbench.display_values import FoldLine, SectionLine, TextRow


class RowsCanvas(AnchoredRows):
    """Paints the lines that are in sight."""

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        self.make_visible_exact()
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.TextAntialiasing, True)
        width, height = self.viewport().width(), self.viewport().height()
        painter.fillRect(0, 0, width, height, self.palette_used.color("paper"))
        if self.view is not None:
            rows = RowPainter(painter, self.palette_used, self.zoom, self.columns, self.horizontalScrollBar().value())
            for number in self.visible_items():
                self._paint_item(rows, number, width)
            self._paint_moves(painter)
        painter.end()

    def _paint_item(self, rows: RowPainter, number: int, width: int) -> None:
        assert self.view is not None
        assert self.source is not None
        item, top, height = self.view.items[number], self.top_of(number), self.heights.offsets.height(number)
        change = self.current_change
        state = RowState(
            number == self.current_item,
            self.current_column,
            change is not None and isinstance(item, TextRow) and item.ordinal == change.row,
            self.hasFocus(),
            not self._goes_on(number),
        )
        if isinstance(item, SectionLine):
            rows.section(item, top, width, height)
        elif isinstance(item, FoldLine):
            rows.fold(item, top, width, height, state)
        else:
            selection = self.selection.on(number) if self.selection is not None else None
            rows.row(item, self.cells(item), self.source, (top, width, height), state, change, selection)

    def _goes_on(self, number: int) -> bool:
        """Whether a subparagraph follows, which is not set apart by a line."""
        following = self.text_row(number + 1)
        return following is not None and following.level > 0

    def _paint_moves(self, painter: QPainter) -> None:
        top, bottom = -40, self.viewport().height() + 40
        for number, other, column in self._moves:
            lane = self.columns.placed(column, self.horizontalScrollBar().value()).lane
            middle = LETTER_MIDDLE * self.zoom
            start, end = self.top_of(number) + middle, self.top_of(other) + middle
            if max(start, end) >= top and min(start, end) <= bottom:
                draw_move_line(painter, lane, start, end, self.palette_used, self.zoom)

    def hit_item(self, point: QPoint) -> int:
        """The line under a point; -1 below the last one."""
        y = point.y() + self.verticalScrollBar().value()
        return self.heights.offsets.row_at(y) if self.view is not None and y < self.heights.offsets.total else -1
