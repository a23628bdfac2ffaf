"""The sheet beside the matrix: which paragraph, in short what became of it, then the words."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from draftdesk.gui.appearance.icons import icon
from draftdesk.gui.changes.comment_panel import CommentPanel
from draftdesk.gui.heads_bar import HEIGHT
from draftdesk.gui.rows.interactive_view import RowsView
from draftdesk.gui.sheet.canvas import SheetCanvas
from draftdesk.gui.widgets.elided_label import ElidedLabel
from draftdesk.gui.widgets.small_button import small_button
from draftdesk.translation import tr
from draftdesk.workbench.comments_beside import comments_beside
from draftdesk.workbench.display.decided import told_marks
from draftdesk.workbench.sheet import Sheet, sheet_of


class SheetView(QWidget):
    """Follows the current row; steps to the paragraphs before and after it."""

    close_asked = Signal()

    def __init__(self, rows: RowsView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self._rows = rows
        self._shown_of: object = None
        self.canvas = SheetCanvas(rows, self)
        self.title = QLabel("", self)
        self.title.setObjectName("head")
        self.summary = ElidedLabel("", self)
        self.summary.setObjectName("quiet")
        self.summary.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.conflict = QLabel("", self)
        self.conflict.setObjectName("head")
        self._before = small_button(tr("The paragraph before (Left)"), lambda: self.step(-1), self)
        self._after = small_button(tr("The next paragraph (Right)"), lambda: self.step(1), self)
        self._close = small_button(tr("Close the sheet (Escape)"), self.close_asked.emit, self)
        self.canvas.further.connect(self.step)
        self.comments = CommentPanel(self)
        self._lay_out()
        self.set_theme("light")
        rows.current_moved.connect(lambda *_: self.follow())

    def _lay_out(self) -> None:
        head = QWidget(self)
        head.setFixedHeight(HEIGHT)
        top = QHBoxLayout(head)
        top.setContentsMargins(16, 2, 8, 2)
        top.setSpacing(10)
        top.addWidget(self.title)
        top.addWidget(self.conflict)
        top.addWidget(self.summary, 1)
        for button in (self._before, self._after, self._close):
            top.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(head)
        layout.addWidget(self.canvas, 3)
        layout.addWidget(self.comments, 1)

    def set_theme(self, theme: str) -> None:
        """Paint in the colours of a theme."""
        self.canvas.set_theme(theme)
        for button, name in ((self._before, "up"), (self._after, "down"), (self._close, "close")):
            button.setIcon(icon(name, theme))

    @property
    def sheet(self) -> Sheet | None:
        """What is shown."""
        return self.canvas.sheet

    def follow(self) -> None:
        """Show the sheet of the current row; what is shown stays where a fold is current."""
        view, row = self._rows.view, self._rows.text_row()
        if not self.isVisible() or view is None:
            return
        if row is None:
            self.canvas.viewport().update()
            return
        self.comments.show_comments(comments_beside(view, view.rows[row.ordinal]))
        shown = self.canvas.sheet
        if shown is None or shown.ordinal != row.ordinal or self._shown_of is not view.rows:
            self._shown_of = view.rows
            shown = sheet_of(view, view.rows[row.ordinal])
            self.title.setText(shown.title)
            self.conflict.setText(
                tr("≠ {count} change the same words", count=shown.contested) if shown.contested else ""
            )
            self.conflict.setVisible(bool(shown.contested))
        own = told_marks(view, view.rows[row.ordinal])
        self.summary.setText(" · ".join(filter(None, (own, shown.summary))))
        self.summary.setToolTip(self.summary.text())
        self.canvas.show_sheet(shown)

    def forget(self) -> None:
        """Another arrangement: what is shown is made anew."""
        self.canvas.sheet = None
        self.follow()

    def step(self, by: int) -> None:
        """To the paragraph before or after; a fold on the way is passed by."""
        rows = self._rows
        for _ in range(len(rows.view.items) if rows.view is not None else 0):
            before = rows.current_item
            rows.step(by)
            if rows.text_row() is not None or rows.current_item == before:
                return

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.follow()
