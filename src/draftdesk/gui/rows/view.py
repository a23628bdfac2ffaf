"""The aligned columns: a virtual list of painted rows with one scroll for all drafts."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPoint
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from typing_extensions import override

from draftdesk.gui.appearance.theme import LETTER_MIDDLE
from draftdesk.gui.form.margin import NO_MARKS, FormMarks
from draftdesk.gui.rows.anchored_rows import AnchoredRows
from draftdesk.gui.rows.cell_layout import BlockLayout, segments
from draftdesk.gui.rows.hit_marks import HitMarks
from draftdesk.gui.rows.pair_mark import PairMark
from draftdesk.gui.rows.row_painter import Marked, RowPainter, RowState
from draftdesk.gui.rows.signs import draw_move_line
from draftdesk.gui.sides import as_placed
from draftdesk.workbench.display.rows import DisplayRows
from draftdesk.workbench.display.values import FoldLine, SectionLine, TextRow

_LINE: Final = 30
"""Pixels of a row that have to show for it to be in sight."""


class RowsCanvas(AnchoredRows):
    """Paints the lines that are in sight."""

    form_marks: FormMarks = NO_MARKS
    pair_mark: PairMark | None = None

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        self.make_visible_exact()
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.TextAntialiasing, True)
        width, height = self.viewport().width(), self.viewport().height()
        painter.fillRect(0, 0, width, height, self.palette_used.color("paper"))
        if self.view is not None:
            as_placed(painter)
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
            marked = Marked(change, selection, self.hits, self.form_marks, self.pair_mark)
            rows.row(item, self.cells(item), self.source, (top, width, height), state, marked)

    def _goes_on(self, number: int) -> bool:
        """Whether a subparagraph follows, which is not set apart by a line."""
        following = self.text_row(number + 1)
        return following is not None and following.level > 0

    def _paint_moves(self, painter: QPainter) -> None:
        top, bottom = -40, self.viewport().height() + 40
        painter.save()
        if self.columns.columns:
            left, right = self.columns.beside_first
            painter.setClipRect(left, 0, right - left, self.viewport().height())
        for number, other, column in self._moves:
            lane = self.columns.placed(column, self.horizontalScrollBar().value()).lane
            middle = LETTER_MIDDLE * self.zoom
            start, end = self.top_of(number) + middle, self.top_of(other) + middle
            if max(start, end) >= top and min(start, end) <= bottom:
                draw_move_line(painter, lane, start, end, self.palette_used, self.zoom)
        painter.restore()

    def hit_item(self, point: QPoint) -> int:
        """The line under a point; -1 below the last one."""
        y = point.y() + self.verticalScrollBar().value()
        return self.heights.offsets.row_at(y) if self.view is not None and y < self.heights.offsets.total else -1

    # words in sight

    @override
    def show_rows(self, view: DisplayRows | None) -> None:
        """Another arrangement; where it would push the current row out of sight, that row stays at its height."""
        height = self.top_of(self.current_item) if self.current_item in self.visible_items() else None
        super().show_rows(view)
        if height is not None and self.current_item >= 0 and not self._is_well_in_sight():
            place = max(0, self.heights.offsets.top(self.current_item) - height)
            top = self.heights.offsets.row_at(place)
            self._settle(top, place - self.heights.offsets.top(top))

    def _is_well_in_sight(self) -> bool:
        """Whether a line of the current row shows; what stands above it in sight is measured for that first."""
        for near in range(self.visible_items().start, min(self.current_item, self.visible_items().stop) + 1):
            self.heights.exact(near)
        top, height = self.top_of(self.current_item), self.heights.offsets.height(self.current_item)
        return top + height > _LINE and top + _LINE < self.viewport().height()

    @override
    def set_zoom(self, zoom: float) -> None:
        """Larger or smaller letters; a current row that is in sight stays there, with its column and its change."""
        kept = self.current_item if self.current_item in self.visible_items() else -1
        super().set_zoom(zoom)
        if kept >= 0:
            self.reveal(kept)
            self.reveal_column(self.current_column)
            self.reveal_change()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """A bar above takes height: a current row that was wholly in sight stays so."""
        kept, before, page = self.current_item, event.oldSize().height(), event.size().height()
        was_whole = page < before and self.view is not None and 0 <= kept < len(self.view.items)
        was_whole = was_whole and 0 <= self.top_of(kept) <= before - self.heights.offsets.height(kept)
        super().resizeEvent(event)
        if was_whole:
            below = self.top_of(kept) + self.heights.offsets.height(kept) - page
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + max(0, min(below, self.top_of(kept))))

    def show_hits(self, hits: HitMarks | None) -> None:
        """Mark the hits of a search."""
        self.hits = hits
        self.viewport().update()

    def reveal_hit(self) -> None:
        """Scroll, within a row that is higher than the page, to the hit that the search stands on."""
        hit = self.hits.current if self.hits is not None else None
        row = self.text_row()
        if self.hits is None or hit is None or row is None or row.ordinal != hit.row:
            return
        cell = self.cell(row, hit.column)
        for mark in self.hits.of(row, hit.column, cell.content.blocks):
            if mark.is_current:
                laid = cell.blocks[mark.block]
                self._reveal_words(laid, laid.shown.units(mark.start), laid.shown.units(mark.end))
                return

    def reveal_change(self) -> None:
        """Scroll, within a row that is higher than the page, to the words of the current change."""
        row, change = self.text_row(), self.current_change
        if row is None or change is None or change.change == -1:
            return
        for column in dict.fromkeys((self.current_column, change.column, change.old)):
            for laid in self.cell(row, column).blocks:
                for signed in laid.ranges:
                    if signed.change == change.change:
                        self._reveal_words(laid, signed.start, signed.end)
                        return

    def _reveal_words(self, laid: BlockLayout, start: int, end: int) -> None:
        first = next(segments(laid, start, end), None)
        if first is None:
            return
        top = self.heights.offsets.top(self.current_item) + round(first.box.top())
        bar, page = self.verticalScrollBar(), self.viewport().height()
        if not bar.value() <= top <= bar.value() + page - round(first.box.height()):
            bar.setValue(max(0, top - page // 3))
