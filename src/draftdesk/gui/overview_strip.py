"""The strip beside the scroll bar: where in the whole text the changes are, and what is in sight."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from draftdesk.gui.appearance.theme import LIGHT, PALETTES, Palette
from draftdesk.gui.rows.interactive_view import RowsView
from draftdesk.gui.sides import placed
from draftdesk.model.alignment import MOVES, Relation
from draftdesk.translation import tr
from draftdesk.workbench.display.rows import DisplayRows
from draftdesk.workbench.display.values import TextRow

WIDTH = 22
_MARK = 3


class OverviewStrip(QWidget):
    """Marks: deletions in the left half, insertions in the right half, all others over the full width."""

    asked = Signal(float)

    def __init__(self, rows: RowsView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = rows
        self._palette: Palette = LIGHT
        self._marks: list[tuple[int, str, int]] = []
        self._hits: tuple[int, ...] = ()
        self.setFixedWidth(WIDTH)
        self.setAccessibleName(tr("Overview of changes"))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        rows.scrolled.connect(self.update)

    def set_theme(self, theme: str) -> None:
        """Paint in the colours of a theme."""
        self._palette = PALETTES[theme]
        self.update()

    def show_rows(self, view: DisplayRows | None) -> None:
        """The marks of an arrangement; by relation, so that no words need be compared."""
        self._marks = []
        marks: dict[tuple[Relation | None, ...], tuple[tuple[str, int], ...]] = {}
        for number, item in enumerate(view.items if view is not None else ()):
            if isinstance(item, TextRow):
                key = tuple([relation for relation in item.relations if relation is not Relation.UNCHANGED])
                if not key and not item.is_changed:
                    continue
                if key not in marks:
                    marks[key] = tuple(dict.fromkeys(mark for relation in key if (mark := _mark(relation))))
                other = (("ink2", 0),) if item.is_changed else ()
                self._marks += [(number, *mark) for mark in marks[key] or other]
        self.update()

    def show_hits(self, rows: Sequence[int]) -> None:
        """Points at the edge for the text rows in which a search has hits."""
        items = (self._rows.item_of_row(row) for row in rows)
        self._hits = tuple(dict.fromkeys(item for item in items if item >= 0))
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        colors = self._palette
        painter.fillRect(self.rect(), colors.color("win"))
        painter.setPen(QPen(colors.color("rule"), 1))
        edge = placed(QRect(0, 0, 1, self.height()), self.rect())
        painter.drawLine(edge.topLeft(), edge.bottomLeft())
        offsets = self._rows.heights.offsets
        total = offsets.total
        if self._rows.view is not None and total:
            scale = self._scale()
            middles = [round(middle * scale) for middle in offsets.middles(18)]
            for (color, half), places in self._at(middles).items():
                self._draw(painter, colors.color(color), half, places)
            for y in dict.fromkeys(middles[number] for number in self._hits):
                hit = placed(QRect(self.width() - 5, y, 4, _MARK), self.rect())
                painter.fillRect(hit, colors.color("warn"))
            bar = self._rows.verticalScrollBar()
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
            painter.setPen(QPen(colors.color("ink"), 1.5))
            seen = QRectF(1.5, bar.value() * scale + 1, self.width() - 3, self._rows.viewport().height() * scale - 2)
            painter.drawRoundedRect(seen.intersected(QRectF(self.rect()).adjusted(1, 1, -1, -1)), 2, 2)
        painter.end()

    def _at(self, middles: Sequence[int]) -> dict[tuple[str, int], dict[int, None]]:
        """The places of the marks of each kind, those that fall together once."""
        kinds: dict[tuple[str, int], dict[int, None]] = {}
        for number, color, half in self._marks:
            kinds.setdefault((color, half), {})[middles[number]] = None
        return kinds

    def _draw(self, painter: QPainter, color: QColor, half: int, places: Iterable[int]) -> None:
        """Marks of one kind in one go, for there may be a thousand."""
        inner = self.width() - 9
        x = 5 + (inner // 2 + 1 if half > 0 else 0)
        column = placed(QRect(x, 0, inner // 2 if half else inner, _MARK), self.rect())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color)
        painter.drawRects([column.translated(0, y) for y in places])
        painter.setBrush(Qt.BrushStyle.NoBrush)

    def _scale(self) -> float:
        total = self._rows.heights.offsets.total
        page = self._rows.viewport().height()
        return self.height() / max(page, total + 60)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._go(event)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._go(event)

    def _go(self, event: QMouseEvent) -> None:
        middle = event.position().y() / self._scale()
        self._rows.verticalScrollBar().setValue(round(middle - self._rows.viewport().height() / 2))


def _mark(relation: Relation | None) -> tuple[str, int] | None:
    """The colour of a mark and its half: -1 left, 1 right, 0 full width."""
    if relation is Relation.DELETED:
        return "deleted", -1
    if relation is Relation.INSERTED:
        return "ins", 1
    if relation in MOVES:
        return "move", 0
    if relation in {Relation.SPLIT, Relation.MERGED}:
        return "split", 0
    return ("ink2", 0) if relation is Relation.EDITED else None
