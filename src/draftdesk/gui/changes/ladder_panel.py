"""The ladder of verbs of the current row, below the list of changes: where the text stood, where it stands."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from draftdesk.gui.rows.interactive_view import RowsView
from draftdesk.gui.widgets.elided_label import ElidedLabel
from draftdesk.translation import tr
from draftdesk.workbench.strength_ladder import Ladder, Rung, ladder_of


class LadderPanel(QFrame):
    """Follows the rows; it is there only where the strength of an opening changed."""

    def __init__(self, rows: RowsView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self._rows = rows
        self.shown: Ladder | None = None
        rule = QFrame(self)
        rule.setObjectName("rule")
        self._head = QLabel(self)
        self._head.setObjectName("head")
        self._head.setContentsMargins(12, 8, 12, 4)
        self._head.setWordWrap(True)
        self._inner: QWidget | None = None
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self._layout.addWidget(rule)
        self._layout.addWidget(self._head)
        rows.current_moved.connect(lambda *_: self.follow())
        self.hide()

    def follow(self) -> None:
        """Show the ladder of the current row."""
        row, view = self._rows.text_row(), self._rows.view
        found = ladder_of(view, row, self._rows.current_column) if row is not None and view is not None else None
        if found != self.shown:
            self.shown = found
            self._show(found)

    def _show(self, ladder: Ladder | None) -> None:
        self.setVisible(ladder is not None)
        if self._inner is not None:
            self._inner.hide()
            self._inner.deleteLater()
            self._inner = None
        if ladder is None:
            return
        steps = ladder.shift.steps
        said = (
            tr("Strength, {ladder}: stronger by {steps}")
            if steps > 0
            else tr("Strength, {ladder}: weaker by {steps}")
        )
        self._head.setText(said.format(ladder=tr(ladder.name), steps=abs(steps)))
        self._inner = QWidget(self)
        self._inner.setObjectName("panel")
        grid = QGridLayout(self._inner)
        grid.setContentsMargins(12, 0, 12, 8)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(1)
        grid.setColumnStretch(1, 1)
        for line, rung in enumerate(ladder.near):
            name = "head" if rung.is_old or rung.is_new else "quiet"
            for column, text in enumerate((_mark(ladder, rung), ", ".join(rung.verbs))):
                label = ElidedLabel(text, self._inner) if column else QLabel(text, self._inner)
                if column:  # all that the marks leave
                    label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
                label.setObjectName(name)
                label.setTextFormat(Qt.TextFormat.PlainText)
                label.setToolTip(text)
                grid.addWidget(label, line, column)
        self._layout.addWidget(self._inner)


def _mark(ladder: Ladder, rung: Rung) -> str:
    """The sign before a rung: where the text was, and where it is by now."""
    if rung.is_new:
        return tr("▲ now") if ladder.shift.steps > 0 else tr("▼ now")
    return tr("was") if rung.is_old else ""
