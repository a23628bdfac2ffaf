"""The matrix with its heads and signs, and beside it the sheet of the chosen paragraph."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from draftdesk.gui.heads_bar import ColumnHead
from draftdesk.gui.matrix.geometry import least_width
from draftdesk.gui.matrix.heads import MatrixHeads
from draftdesk.gui.matrix.legend import MatrixLegend
from draftdesk.gui.matrix.view import MatrixView
from draftdesk.gui.rows.interactive_view import RowsView
from draftdesk.gui.sheet.parts import full_width
from draftdesk.gui.sheet.view import SheetView

_LEAST_SHEET = 430
_LEAST_MATRIX = 0.3
"""Of the width, what the matrix keeps beside an open sheet."""


class MatrixPage(QWidget):
    """Enter or a click opens the sheet, Enter again goes into it; Escape leads back the same way."""

    menu_asked = Signal(int, QPoint)

    def __init__(self, rows: RowsView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = rows
        self.matrix = MatrixView(rows, self)
        self.heads = MatrixHeads(self.matrix, self)
        self.legend = MatrixLegend(self)
        self.sheet = SheetView(rows, self)
        self.sheet.hide()
        self._splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self._splitter.setHandleWidth(1)
        left = QWidget(self)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part, stretch in ((self.heads, 0), (self.matrix, 1), (self.legend, 0)):
            column.addWidget(part, stretch)
        for side in (left, self.sheet):
            self._splitter.addWidget(side)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setStretchFactor(1, 1)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._splitter)
        self.matrix.is_beside = self.sheet.canvas.hasFocus
        self.heads.menu_asked.connect(self.menu_asked)
        self.matrix.sheet_asked.connect(self.open_sheet)
        self.matrix.left.connect(self.close_sheet)
        self.sheet.close_asked.connect(self.close_sheet)
        self.sheet.canvas.left.connect(self.matrix.setFocus)

    def show_rows(self, heads: Sequence[ColumnHead]) -> None:
        """Show the arrangement that the columns have now."""
        if self.isVisible():
            self.heads.show_heads(heads)
            view = self._rows.view
            self.legend.show_languages(on=view is not None and bool(view.comparison.table.versions))
            self.matrix.show_rows()
            self.sheet.forget()
        else:
            self.matrix.forget()

    def enter(self, heads: Sequence[ColumnHead]) -> None:
        """The page has come into sight."""
        self.show_rows(heads)
        self.matrix.begin_counting()
        self.matrix.setFocus()

    def lay_out(self) -> None:
        """After a change of the zoom."""
        self.matrix.lay_out()
        self.sheet.canvas.lay_out()

    def show_marks(self) -> None:
        """The findings of form have changed."""
        for part in (self.matrix, self.sheet.canvas):
            part.viewport().update()

    def set_theme(self, theme: str) -> None:
        """Paint in the colours of a theme."""
        for part in (self.matrix, self.heads, self.legend, self.sheet):
            part.set_theme(theme)

    def open_sheet(self) -> None:
        """Open the sheet of the current row; where it is open already, go into it."""
        if self._rows.text_row() is None:
            return
        if self.sheet.isVisible():
            if self.matrix.hasFocus():
                self.sheet.canvas.setFocus()
            return
        wanted = least_width(self.matrix.places.drafts, self._rows.zoom)
        wanted = max(wanted, self.width() - full_width(self._rows.zoom))
        left = max(min(wanted, self.width() - _LEAST_SHEET), round(self.width() * _LEAST_MATRIX))
        self.sheet.show()
        self._splitter.setSizes([left, max(_LEAST_SHEET, self.width() - left)])
        self.sheet.follow()

    def close_sheet(self) -> None:
        """The matrix alone again."""
        self.sheet.hide()
        self.matrix.setFocus()
