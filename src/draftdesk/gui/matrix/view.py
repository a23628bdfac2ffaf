"""The matrix as it is shown and used; what is current, folded and found is that of the columns."""

from __future__ import annotations

import time
from collections.abc import Callable
from textwrap import fill
from typing import Final

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QToolTip, QWidget
from typing_extensions import override

from draftdesk.gui.appearance.theme import LIGHT, PALETTES, Palette
from draftdesk.gui.form.margin import ids_of
from draftdesk.gui.incremental import Incremental
from draftdesk.gui.matrix.geometry import SMALLEST, MatrixGeometry, matrix_geometry
from draftdesk.gui.matrix.painter import LineState, MatrixPainter
from draftdesk.gui.matrix.source import MatrixSource
from draftdesk.gui.matrix.words import Words
from draftdesk.gui.rows.interactive_view import RowsView
from draftdesk.gui.rows.spoken import spoken_line, with_findings
from draftdesk.gui.sides import as_placed, onward
from draftdesk.gui.telling import tell
from draftdesk.gui.widgets.wheel_notches import Notches
from draftdesk.model.finding import Grade
from draftdesk.translation import is_right_to_left, tr
from draftdesk.workbench.display.rows import DisplayRows
from draftdesk.workbench.display.values import FoldLine, SectionLine, TextRow
from draftdesk.workbench.matrix import MatrixRow, label_of, said_of

_PATIENCE: Final = 0.05
"""Seconds of counting words while a page is painted; what is not counted then follows at once."""

_TIP: Final = 80
"""Characters in a line of a tip."""

_LINES: Final = 3
"""So many lines go by with one notch of the wheel."""


class MatrixView(QAbstractScrollArea):
    """Lines of equal height over the same arrangement as the columns; it keeps no place of its own."""

    sheet_asked = Signal()
    left = Signal()
    scrolled = Signal()
    counted = Signal()

    def __init__(self, rows: RowsView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = rows
        self.source: MatrixSource | None = None
        self.palette_used: Palette = LIGHT
        self.places: MatrixGeometry = matrix_geometry(100, 0, 1.0)
        self._words = Words(1.0)
        self._painted_at = 0
        self.is_beside: Callable[[], bool] = lambda: False
        """Whether the keys are in the sheet, which then speaks for the row."""
        self._notches = Notches()
        self._filling: Incremental[MatrixRow] = Incremental(self)
        self._filling.finished.connect(lambda _: self.counted.emit())
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.setInterval(0)
        self._again.timeout.connect(self.viewport().update)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(tr("Matrix of paragraphs and drafts"))
        self.viewport().setMouseTracking(True)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.verticalScrollBar().valueChanged.connect(self._shift)
        self.horizontalScrollBar().valueChanged.connect(self._on_scrolled)
        rows.current_moved.connect(self._follow)

    # what is shown

    @property
    def view(self) -> DisplayRows | None:
        """The arrangement that the columns show."""
        return self._rows.view

    def show_rows(self) -> None:
        """Show the arrangement that the columns have now."""
        view = self.view
        if view is None:
            self.source = None
        elif self.source is None or self.source.view.rows is not view.rows:
            self.source = MatrixSource(view)
            self.begin_counting()
        self.lay_out()
        self._reveal()

    def forget(self) -> None:
        """Out of sight: what was counted of rows that are not the same any more need not be kept."""
        if self.source is not None and (self.view is None or self.source.view.rows is not self.view.rows):
            self.source = None
            self._filling.start(iter(()))

    def begin_counting(self) -> None:
        """Count what nobody has looked at yet, in idle moments; only while the matrix is in sight."""
        if self.source is not None and self.isVisible() and not self.source.counts:
            self._filling.start(self.source.fill())

    def is_settled(self) -> bool:
        """Whether all is counted."""
        return not self._filling.is_running

    def lay_out(self) -> None:
        """Columns and limits for the width and the zoom of now."""
        zoom = max(SMALLEST, self._rows.zoom)
        if self._words.zoom != zoom:
            self._words = Words(zoom)
        drafts = len(self.view.short) if self.view is not None else 0
        self.places = matrix_geometry(self.viewport().width(), drafts, self._rows.zoom, mirrored=is_right_to_left())
        lines = len(self.view.items) if self.view is not None else 0
        page = self.viewport().height()
        bar, side = self.verticalScrollBar(), self.horizontalScrollBar()
        bar.setRange(0, max(0, lines * self.places.row - page))
        bar.setPageStep(page)
        bar.setSingleStep(self.places.row)
        side.setRange(0, max(0, self.places.total - self.viewport().width()))
        side.setPageStep(max(1, self.viewport().width() - self.places.frozen))
        side.setSingleStep(self.places.cell)
        self.viewport().update()
        self.scrolled.emit()

    def set_theme(self, theme: str) -> None:
        """Paint in the colours of a theme."""
        self.palette_used = PALETTES[theme]
        self.viewport().update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), self.palette_used.color("paper"))
        view, source = self.view, self.source
        if view is not None and source is not None:
            scrolled = self.horizontalScrollBar().value()
            as_placed(painter)
            lines = MatrixPainter(painter, self.palette_used, self._words, self.places, scrolled)
            until = time.thread_time() + _PATIENCE
            first, last = event.rect().top(), event.rect().bottom()
            for number in self.visible_items():
                if first - self.places.row < self.top_of(number) <= last:
                    self._paint_line(lines, view, source, number, until)
        painter.end()

    def _paint_line(
        self, lines: MatrixPainter, view: DisplayRows, source: MatrixSource, number: int, until: float
    ) -> None:
        item, top = view.items[number], self.top_of(number)
        if isinstance(item, SectionLine):
            lines.section(item, top)
        elif isinstance(item, FoldLine):
            lines.fold(item, top, self._state(number, -1))
        else:
            row = view.rows[item.ordinal]
            matrix = source.row_before(row, until)
            if matrix is None:
                self._again.start()
            label = (matrix.label, matrix.opening) if matrix is not None else label_of(view, row)
            lines.row(row, matrix, label, top, self._state(number, item.ordinal))

    def _state(self, number: int, ordinal: int) -> LineState:
        rows = self._rows
        hits = rows.hits
        with_hits: frozenset[int] = frozenset()
        if hits is not None and ordinal >= 0:
            with_hits = frozenset(c for c in range(self.places.drafts) if hits.is_in(ordinal, c))
        hit = hits.current if hits is not None else None
        change = rows.current_change
        return LineState(
            number == rows.current_item,
            change is not None and ordinal >= 0 and change.row == ordinal,
            self.hasFocus(),
            rows.current_column,
            with_hits,
            hit.column if hit is not None and hit.row == ordinal else -1,
            *self._graded(ordinal),
        )

    def _graded(self, ordinal: int) -> tuple[int, Grade | None]:
        """The draft whose form was checked, and the gravest finding on a row."""
        marks, view = self._rows.form_marks, self.view
        if view is None or ordinal < 0 or not 0 <= marks.column < len(view.short):
            return -1, None
        return marks.column, marks.gravest(marks.column, ids_of(view, view.rows[ordinal], marks.column))

    def visible_items(self) -> range:
        """The lines that are at least partly in sight."""
        if self.view is None:
            return range(0)
        top, row = self.verticalScrollBar().value(), self.places.row
        last = min(len(self.view.items), (top + self.viewport().height() - 1) // row + 1)
        return range(top // row, last)

    def top_of(self, item: int) -> int:
        """Where a line begins in the viewport."""
        return item * self.places.row - self.verticalScrollBar().value()

    def hit_item(self, point: QPoint) -> int:
        """The line under a point, -1 below the last one."""
        item = (point.y() + self.verticalScrollBar().value()) // self.places.row
        return item if self.view is not None and 0 <= item < len(self.view.items) else -1

    # following what is current

    def _follow(self, _item: int, _column: int) -> None:
        if self.isVisible():
            self._reveal()
            self.tell_current()

    def _reveal(self) -> None:
        """Scroll as little as brings the current cell into sight."""
        item, column = self._rows.current_item, self._rows.current_column
        bar, page = self.verticalScrollBar(), self.viewport().height()
        if item >= 0:
            top = item * self.places.row
            if top < bar.value():
                bar.setValue(top - self.places.row)
            elif top + self.places.row > bar.value() + page:
                bar.setValue(top + 2 * self.places.row - page)
        if column > 0:
            side = self.horizontalScrollBar()
            start = (column - 1) * self.places.cell
            room = self.viewport().width() - self.places.frozen
            side.setValue(max(min(side.value(), start), start + self.places.cell - room))
        self.viewport().update()

    def tell_current(self) -> None:
        """Say the current cell to a screen reader."""
        row, view, item = self._rows.text_row(), self.view, self._rows.current_item
        if view is None or self.source is None or not 0 <= item < len(view.items):
            return
        said = spoken_line(view.items[item]) if row is None else self._said(row.ordinal, self._rows.current_column)
        tell(self, said, aloud=not self.is_beside())

    def _said(self, ordinal: int, column: int) -> str:
        """A cell in words, with what its form lacks."""
        assert self.view is not None
        assert self.source is not None
        row = self.view.rows[ordinal]
        found = self._rows.form_marks.said(column, ids_of(self.view, row, column))
        return with_findings(said_of(self.view, self.source.row(row), column), found)

    def _shift(self, value: int) -> None:
        """What is painted already moves up or down; only the lines that come into sight are painted."""
        self.viewport().scroll(0, self._painted_at - value)
        self._painted_at = value
        self.scrolled.emit()

    def _on_scrolled(self) -> None:
        self.viewport().update()
        self.scrolled.emit()

    @override
    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """What has to be painted is asked for where the bars are followed."""

    # keys

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier):
            event.ignore()
            return
        rows, key = self._rows, event.key()
        page = max(1, self.viewport().height() // self.places.row - 1)
        lines = len(self.view.items) if self.view is not None else 0
        steps = {
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_PageDown: page,
            Qt.Key.Key_PageUp: -page,
            Qt.Key.Key_Home: -lines,
            Qt.Key.Key_End: lines,
        }
        if key in steps:
            rows.step(steps[Qt.Key(key)])
        elif key in {Qt.Key.Key_Left, Qt.Key.Key_Right}:
            rows.select(rows.current_item, rows.current_column + onward(key))
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._open()
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _open(self) -> None:
        if self._rows.text_row() is not None:
            self.sheet_asked.emit()
        else:
            self._rows.open_current()

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self._rows.current_item < 0 and self.view is not None:
            self._rows.step(1)
        self.viewport().update()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    # mouse

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        point = event.position().toPoint()
        item = self.hit_item(point)
        if event.button() != Qt.MouseButton.LeftButton or item < 0 or self.view is None:
            return
        found = self.view.items[item]
        if isinstance(found, FoldLine):
            self._rows.select(item)
            self._rows.open_current()
        elif isinstance(found, TextRow):
            self._rows.current_change = None
            column = self.places.column_at(point.x(), self.horizontalScrollBar().value())
            self._rows.select(item, column if column >= 0 else None)
            self.sheet_asked.emit()

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        item, point = self.hit_item(event.pos()), event.pos()
        if event.reason() == QContextMenuEvent.Reason.Mouse and item >= 0:
            column = self.places.column_at(point.x(), self.horizontalScrollBar().value())
            self._rows.select(item, column if column >= 0 else None)
        else:
            left = self.places.left(self._rows.current_column, self.horizontalScrollBar().value())
            point = QPoint(left, self.top_of(self._rows.current_item) + self.places.row)
        self._rows.menu_asked.emit(self.viewport().mapToGlobal(point))

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        turned = event.angleDelta()
        if self._notches.zooms(event, self._rows.zoom_asked.emit):
            return
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier or turned.x():
            bar = self.horizontalScrollBar()
            bar.setValue(bar.value() - (turned.x() or turned.y()))
        else:
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() - round(turned.y() / 120 * _LINES * self.places.row))
        event.accept()

    @override
    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), self._tip(event.pos()), self.viewport())
            return True
        return super().viewportEvent(event)

    def _tip(self, point: QPoint) -> str:
        item, view = self.hit_item(point), self.view
        found = view.items[item] if view is not None and item >= 0 else None
        if view is None or self.source is None or not isinstance(found, TextRow):
            return ""
        column = self.places.column_at(point.x(), self.horizontalScrollBar().value())
        return fill(self._said(found.ordinal, max(0, column)), _TIP)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        before = event.oldSize().height()
        item, top = self._rows.current_item, self.top_of(self._rows.current_item)
        was_in_sight = item >= 0 and 0 <= top < before
        self.lay_out()
        if was_in_sight:
            self._reveal()
