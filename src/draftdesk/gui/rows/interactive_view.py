"""The aligned columns with hands: keys, mouse, selection, links, folds, and what is asked of the window."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QGuiApplication,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget
from typing_extensions import override

from draftdesk.gui.rows.cell_layout import CellLayout
from draftdesk.gui.rows.places import other_end
from draftdesk.gui.rows.selection import Copied, Place, Selection, copied
from draftdesk.gui.rows.spoken import spoken, spoken_line, with_findings
from draftdesk.gui.rows.view import RowsCanvas
from draftdesk.gui.sides import onward
from draftdesk.gui.telling import tell
from draftdesk.gui.widgets.wheel_notches import Notches
from draftdesk.model.paragraph import ParagraphId
from draftdesk.translation import tr
from draftdesk.workbench.comments_beside import comments_beside
from draftdesk.workbench.display.decided import tips
from draftdesk.workbench.display.values import CellContent, FoldLine, SectionLine

_LONGEST_SEARCH: Final = 100


class RowsView(RowsCanvas):
    """What the window works with; it says what was asked for and decides nothing itself."""

    fold_toggled = Signal(object)
    edit_asked = Signal()
    menu_asked = Signal(QPoint)
    copied_words = Signal(int)
    zoom_asked = Signal(int)
    mark_dropped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Drafts side by side"))
        self.viewport().setMouseTracking(True)
        self.current_moved.connect(lambda *_: self.tell_current())
        self._drags = False
        self._notches = Notches()
        self._pointer = QPoint()
        self._pointed: ParagraphId | None = None
        self._drag_scroll = QTimer(self)
        self._drag_scroll.setInterval(30)
        self._drag_scroll.timeout.connect(self._scroll_while_dragging)

    def tell_current(self) -> None:
        """Say the current cell to a screen reader: draft, paragraph, words, what changed in them."""
        row, view, column = self.text_row(), self.view, self.current_column
        if view is None or self.source is None or self.current_item < 0:
            return
        if row is None:
            tell(self, spoken_line(view.items[self.current_item]))
            return
        content = self.source.content(row, column)
        found = self.form_marks.said(column, tuple(block.paragraph for block in content.blocks))
        said = with_findings(spoken(view, row, column, content), found)
        is_marked = self.pair_mark is not None and self.pair_mark.is_in(view, row, column)
        tell(self, f"{said} {tr('Marked to be paired.')}" if is_marked else said)

    # keys

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier):
            event.ignore()
            return
        key = event.key()
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        if key in steps:
            self.step(steps[Qt.Key(key)])
        elif key in {Qt.Key.Key_Left, Qt.Key.Key_Right}:
            self.select(self.current_item, self.current_column + onward(key))
        elif key == Qt.Key.Key_Home:
            self.step(-len(self.view.items) if self.view else 0)
        elif key == Qt.Key.Key_End:
            self.step(len(self.view.items) if self.view else 0)
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2}:
            self.open_current()
        elif key == Qt.Key.Key_Escape and self.selection is not None:
            self.selection = None
            self.viewport().update()
        elif key == Qt.Key.Key_Escape and self.pair_mark is not None:
            self.mark_dropped.emit()
        else:
            super().keyPressEvent(event)

    def step(self, by: int) -> None:
        """Make the line current that is so many lines further, heads of sections not counted."""
        if self.view is None or not self.view.items:
            return
        item = self.current_item + by if self.current_item >= 0 else self.visible_items().start
        last = len(self.view.items) - 1
        item = max(0, min(item, last))
        onward = range(item, last + 1) if by > 0 else range(item, -1, -1)
        back = range(item, -1, -1) if by > 0 else range(item, last + 1)
        for place in (*onward, *back):
            if not isinstance(self.view.items[place], SectionLine):
                self.select(place)
                return

    def open_current(self) -> None:
        """Open or close the current fold; ask for an editor over a paragraph."""
        if self.view is None or not 0 <= self.current_item < len(self.view.items):
            return
        item = self.view.items[self.current_item]
        if isinstance(item, FoldLine):
            self.fold_toggled.emit(item.identity)
        else:
            self.edit_asked.emit()

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self.current_item < 0 and event.reason() in {
            Qt.FocusReason.TabFocusReason,
            Qt.FocusReason.BacktabFocusReason,
        }:
            self.step(1)
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
            self.select(item)
            self.fold_toggled.emit(found.identity)
            return
        column = self.columns.column_at(point.x(), self.horizontalScrollBar().value())
        if self._follow_link(item, column, point):
            return
        self.current_change = None
        self.current_item = item
        self.current_column = column
        place = (item, self._offset_at(item, column, point))
        extends = event.modifiers() & Qt.KeyboardModifier.ShiftModifier and self.selection is not None
        if extends and self.selection is not None and self.selection.column == column:
            self.selection = Selection(column, self.selection.anchor, place)
        else:
            self.selection = Selection(column, place, place)
        self._drags = True
        self.viewport().update()
        self.current_moved.emit(item, column)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._pointer = event.position().toPoint()
        if self._drags:
            self._extend()
            outside = not 0 <= self._pointer.y() < self.viewport().height()
            self._drag_scroll.start() if outside else self._drag_scroll.stop()
        else:
            self._set_cursor()

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._drags = False
        self._drag_scroll.stop()
        if self.selection is not None and self.selection.is_empty:
            self.selection = None

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._drags = False
        self.selection = None
        if self.text_row() is not None:
            self._pointed = self._paragraph_at(event.position().toPoint())
            self.edit_asked.emit()

    def _paragraph_at(self, point: QPoint) -> ParagraphId | None:
        """The paragraph, or the note, under a point of the current cell."""
        row = self.text_row()
        if row is None:
            return None
        y = point.y() - self.cell_area(self.current_item, self.current_column).y()
        above = [laid for laid in self.cell(row, self.current_column).blocks if laid.top <= y]
        return above[-1].block.paragraph if above else None

    def take_pointed(self) -> ParagraphId | None:
        """The paragraph that a double click pointed at, once."""
        pointed, self._pointed = self._pointed, None
        return pointed

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        if self._notches.zooms(event, self.zoom_asked.emit):
            return
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier and not event.angleDelta().x():
            bar = self.horizontalScrollBar()
            bar.setValue(bar.value() - event.angleDelta().y())
            event.accept()
            return
        super().wheelEvent(event)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        point = event.pos()
        item = self.hit_item(point)
        if event.reason() == QContextMenuEvent.Reason.Mouse and item >= 0:
            self.current_item = item
            self.current_column = self.columns.column_at(point.x(), self.horizontalScrollBar().value())
            self.viewport().update()  # nothing scrolls: the menu stands at the words that were pointed at
            self.current_moved.emit(self.current_item, self.current_column)
        elif self.current_item >= 0:
            point = self.cell_area(self.current_item, self.current_column).topLeft() + QPoint(20, 24)
        self.menu_asked.emit(self.viewport().mapToGlobal(point))

    def _set_cursor(self) -> None:
        item = self.hit_item(self._pointer)
        shape = Qt.CursorShape.ArrowCursor
        if item >= 0 and self.view is not None:
            if isinstance(self.view.items[item], FoldLine):
                shape = Qt.CursorShape.PointingHandCursor
            elif self.text_row(item) is not None:
                column = self.columns.column_at(self._pointer.x(), self.horizontalScrollBar().value())
                area = self.cell_area(item, column)
                if area.contains(self._pointer):
                    linked = self._link_target(item, column, self._pointer) >= 0
                    shape = Qt.CursorShape.PointingHandCursor if linked else Qt.CursorShape.IBeamCursor
        self.viewport().setCursor(shape)

    def _extend(self) -> None:
        if self.selection is None or self.view is None:
            return
        y = max(0, min(self._pointer.y(), self.viewport().height() - 1))
        item = self.hit_item(QPoint(self._pointer.x(), y))
        item = item if item >= 0 else len(self.view.items) - 1
        offset = self._offset_at(item, self.selection.column, self._pointer)
        self.selection = Selection(self.selection.column, self.selection.anchor, (item, offset))
        self.viewport().update()

    def _scroll_while_dragging(self) -> None:
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + (24 if self._pointer.y() > 0 else -24))
        self._extend()

    @override
    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), self.tip_at(event.pos()), self.viewport())
            return True
        return super().viewportEvent(event)

    def tip_at(self, point: QPoint) -> str:
        """The comments on the paragraph whose margin is under a point, and what its form lacks; "" for none."""
        item = self.hit_item(point)
        row = self.text_row(item) if item >= 0 else None
        if row is None or self.view is None:
            return ""
        column = self.columns.column_at(point.x(), self.horizontalScrollBar().value())
        if self.cell_area(item, column).contains(point):
            return ""
        beside = [f"{one.by}\n{one.text}" for one in comments_beside(self.view, row) if one.column == column]
        form = self.form_marks.said(column, tuple(b.block.paragraph for b in self.cell(row, column).blocks))
        own = tips(self.view, row) if column == next((c for c, cell in enumerate(row.cells) if cell), -1) else ()
        return "\n\n".join(filter(None, (*own, *beside, form)))

    # words under the pointer

    def _offset_at(self, item: int, column: int, point: QPoint) -> int:
        row = self.text_row(item)
        if row is None:
            return 0
        cell = self.cell(row, column)
        area = self.cell_area(item, column)
        return offset_in_cell(cell, QPointF(point.x() - area.x(), point.y() - area.y()))

    def _link_target(self, item: int, column: int, point: QPoint) -> int:
        row = self.text_row(item)
        if row is None:
            return -1
        absence = self.cell(row, column).content.absence
        if absence is None or absence.target < 0:
            return -1
        area = self.cell_area(item, column)
        layout, y, _ = self.cell(row, column).lines[0]
        inside = 0 <= point.x() - area.x() <= layout.boundingRect().width() and y <= point.y() - area.y() <= y + 24
        return absence.target if inside else -1

    def _follow_link(self, item: int, column: int, point: QPoint) -> bool:
        target = self._link_target(item, column, point)
        if target >= 0:
            self.select(self.item_of_row(target), column)
        return target >= 0

    def other_end(self) -> bool:
        """Go from one place of a moved paragraph to the other; False where the row did not move."""
        row, view = self.text_row(), self.view
        target = other_end(view, row, self.current_column) if row is not None and view is not None else -1
        if target >= 0:
            self.select(self.item_of_row(target))
        return target >= 0

    # copying

    def select_column(self) -> None:
        """Select the whole text of the current column; of one that is shown by itself, its own."""
        if self.view is not None and self.view.items:
            self.current_column = self.view.alone if self.view.alone >= 0 else self.current_column
            last = len(self.view.items) - 1
            self.selection = Selection(self.current_column, (0, 0), (last, self._length(last)))
            self.viewport().update()

    def _length(self, item: int) -> int:
        row = self.text_row(item)
        return len(self.cell(row, self.current_column).text) if row is not None else 0

    def copied(self) -> Copied:
        """The selected words, or those of the current cell where nothing is selected; folded rows too."""
        if self.view is None or self.source is None:
            return Copied("", "")
        if self.selection is None or self.selection.is_empty:
            row = self.text_row()
            if row is None:
                return Copied("", "")
            return copied([(self.source.content(row, self.current_column), (0, 1 << 30))])
        return copied(self._selected_cells(self.selection))

    def _selected_cells(self, selection: Selection) -> list[tuple[CellContent, tuple[int, int]]]:
        assert self.view is not None
        assert self.source is not None
        first, last = selection.ends[0][0], selection.ends[1][0]
        found: list[tuple[CellContent, tuple[int, int]]] = []
        for number in range(first, last + 1):
            item = self.view.items[number]
            if isinstance(item, FoldLine) and not item.is_open:
                found += [(self.source.content(self.view.rows[k], selection.column), (0, 1 << 30)) for k in item.rows]
            row = self.text_row(number)
            span = selection.span(number, 1 << 30)
            if row is not None and span is not None:
                found.append((self.source.content(row, selection.column), span))
        return found

    def copied_line(self) -> str:
        """The selected words where they are few and in one line, for a search; else ""."""
        if self.selection is None or self.selection.is_empty:
            return ""
        words = self.copied().plain
        return "" if "\n" in words or len(words) > _LONGEST_SEARCH else words

    def copy(self) -> None:
        """Put the selected words on the clipboard as text and as HTML."""
        words = self.copied()
        if not words.plain:
            return
        data = QMimeData()
        data.setText(words.plain)
        data.setHtml(words.rich)
        QGuiApplication.clipboard().setMimeData(data)
        self.copied_words.emit(len(words.plain.split()))


def offset_in_cell(cell: CellLayout, point: QPointF) -> int:
    """The code point of a cell's text that is nearest to a point in the cell."""
    if not cell.blocks:
        return 0
    block = cell.blocks[0]
    for laid in cell.blocks:
        if point.y() >= laid.top:
            block = laid
    y = point.y() - block.top
    layout = block.layout
    line = layout.lineAt(0)
    for k in range(layout.lineCount()):
        if layout.lineAt(k).y() <= y:
            line = layout.lineAt(k)
    if not line.isValid():
        return block.start
    return block.start + block.shown.offset(int(line.xToCursor(point.x() - block.left)))


__all__ = ["Place", "RowsView", "offset_in_cell"]
