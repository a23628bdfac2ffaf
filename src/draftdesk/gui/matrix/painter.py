"""Paints the lines of the matrix: cells, folds, sections; signs first, heat second."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from draftdesk.gui.appearance.theme import Palette
from draftdesk.gui.form.grade_signs import SIZE, draw_grade
from draftdesk.gui.matrix.geometry import NUMBER, MatrixGeometry
from draftdesk.gui.matrix.words import Hand, Words
from draftdesk.gui.sides import placed
from draftdesk.model.finding import Grade
from draftdesk.workbench.display.values import FoldLine, SectionLine, TextRow
from draftdesk.workbench.matrix import CellState, MatrixCell, MatrixRow

_GROUNDS = {CellState.MOVED: "move_bg", CellState.DELETED: "deleted_bg", CellState.NEW: "ins_bg"}
_INKS = {
    CellState.MOVED: "move",
    CellState.DELETED: "deleted",
    CellState.NEW: "ins",
    CellState.EDITED: "ink",
    CellState.BASE: "ink2",
}
_STRONG = frozenset({CellState.EDITED, CellState.MOVED, CellState.DELETED, CellState.NEW})


@dataclass(frozen=True, slots=True)
class LineState:
    """What is marked in a line: whether it is current, the current draft in it, drafts with hits, that of the hit.

    `grade` is that of the gravest finding of form in the draft that was `checked`.
    """

    is_current: bool = False
    has_change: bool = False
    has_focus: bool = False
    column: int = -1
    hits: frozenset[int] = frozenset()
    hit: int = -1
    checked: int = -1
    grade: Grade | None = None


class MatrixPainter:
    """For one geometry, palette and zoom."""

    def __init__(
        self, painter: QPainter, palette: Palette, words: Words, places: MatrixGeometry, scrolled: int
    ) -> None:
        self._painter = painter
        self._palette = palette
        self._written = words
        self._zoom = words.zoom
        self._places = places
        self._scrolled = scrolled

    def section(self, line: SectionLine, top: int) -> None:
        """The head of a part."""
        area = self._band(top)
        x = self._words(line.title, area.adjusted(round(12 * self._zoom), 0, 0, 0), Hand.STRONG, "ink2")
        self._words(line.detail, area.adjusted(x + 10, 0, 0, 0), Hand.PLAIN, "ink3")

    def fold(self, line: FoldLine, top: int, state: LineState) -> None:
        """A run of rows that nobody changes."""
        area = self._band(top, current=state.is_current)
        sign = "▾" if line.is_open else "◂" if self._places.is_mirrored else "▸"
        x = self._words(sign, area.adjusted(round(12 * self._zoom), 0, 0, 0), Hand.PLAIN, "ink3")
        x = self._words(line.title, area.adjusted(x + 8, 0, 0, 0), Hand.STRONG, "ink2")
        self._words(line.detail, area.adjusted(x + 9, 0, 0, 0), Hand.PLAIN, "ink3")
        if state.is_current:
            self._bar(top)
        if state.is_current and state.has_focus:
            self._painter.setPen(QPen(self._color("ink"), 1))
            self._painter.setBrush(Qt.BrushStyle.NoBrush)
            self._painter.drawRect(area.adjusted(4, 1, -2, -3))

    def row(self, row: TextRow, matrix: MatrixRow | None, label: tuple[str, str], top: int, state: LineState) -> None:
        """A row; `matrix` is None while its words are being counted."""
        places, painter = self._places, self._painter
        painter.fillRect(0, top, places.width, places.row, self._color(self._ground(state, "paper")))
        painter.save()
        whole = self._line(top)
        painter.setClipRect(placed(whole.adjusted(min(places.frozen, places.width), 0, 0, 0), whole))
        for column in range(1, places.drafts):
            near = places.frozen + (column - 1) * places.cell - self._scrolled
            if near + places.cell > places.frozen and near < places.width:
                self._cell(matrix.cells[column] if matrix else None, self._box(column, top), state, column)
        painter.restore()
        self._name(row, label, top, state)
        self._base(matrix, top, state)
        painter.setPen(QPen(self._color("rule2"), 1))
        painter.drawLine(0, top + places.row - 1, places.width, top + places.row - 1)
        if state.is_current:
            self._bar(top)

    def _ground(self, state: LineState, otherwise: str) -> str:
        return "cur_row" if state.has_change else "sel" if state.is_current else otherwise

    def _box(self, column: int, top: int) -> QRect:
        return QRect(self._places.left(column, self._scrolled), top, self._places.wide(column), self._places.row)

    def _cell(self, cell: MatrixCell | None, box: QRect, state: LineState, column: int) -> None:
        painter = self._painter
        inner = box.adjusted(1, 1, -1, -2)
        if cell is not None and cell.heat:
            painter.fillRect(inner, self._color(f"heat{cell.heat}"))
        elif cell is not None and cell.state in _GROUNDS:
            painter.fillRect(inner, self._color(_GROUNDS[cell.state]))
        painter.setPen(QPen(self._color("rule2"), 1))
        end = placed(QRect(box.right(), box.top(), 1, box.height()), box)
        painter.drawLine(end.topLeft(), end.bottomLeft())
        self._marks(box, state, column)
        if cell is not None and cell.state is CellState.SAME:
            self._equals(box)
            return
        painter.setPen(self._color(_INKS.get(cell.state, "ink3") if cell is not None else "ink3"))
        hand = Hand.CELL if cell is not None and cell.state in _STRONG else Hand.PLAIN
        self._written.middle(painter, cell.sign if cell is not None else "…", hand, box)

    def _equals(self, box: QRect) -> None:
        """The sign of most cells, as two strokes: writing it took most of the time of painting."""
        width, thick, color = round(7 * self._zoom), max(1, round(self._zoom)), self._color("ink3")
        left, middle = box.left() + (box.width() - width) // 2, box.top() + box.height() // 2
        for y in (middle - 2 * thick, middle + thick):
            self._painter.fillRect(left, y, width, thick, color)

    def _marks(self, box: QRect, state: LineState, column: int) -> None:
        painter = self._painter
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if column in state.hits:
            is_hit = column == state.hit
            painter.setPen(QPen(self._color("ink" if is_hit else "warn"), 2 if is_hit else 1, Qt.PenStyle.DotLine))
            painter.drawRect(box.adjusted(3, 3, -4, -5))
        if state.grade is not None and column == state.checked:
            size = SIZE * self._zoom
            place = placed(QRectF(box.right() - size - 4, box.center().y() - size / 2, size, size), box)
            draw_grade(painter, place, state.grade, self._palette)
            painter.setBrush(Qt.BrushStyle.NoBrush)
        if state.is_current and state.column == column:
            painter.setPen(QPen(self._color("ink"), 2 if state.has_focus else 1))
            painter.drawRect(box.adjusted(1, 1, -2, -3))

    def _name(self, row: TextRow, label: tuple[str, str], top: int, state: LineState) -> None:
        """The paragraph's name and first words."""
        places, zoom = self._places, self._zoom
        area = QRect(0, top, places.label, places.row)
        ground = placed(area.adjusted(0, 0, 0, -1), self._line(top))
        self._painter.fillRect(ground, self._color(self._ground(state, "paper")))
        strong = row.is_changed or state.is_current
        left = round((12 + 16 * min(row.level, 3)) * zoom)
        end = self._words(
            label[0],
            area.adjusted(left, 0, -6, 0),
            Hand.STRONG if strong else Hand.PLAIN,
            "ink" if strong else "ink3",
        )
        start = max(end + round(8 * zoom), round(NUMBER * zoom) if label[0] and not row.level else 0)
        self._words(label[1], area.adjusted(start, 0, -6, 0), Hand.PLAIN, "ink2" if strong else "ink3")

    def _base(self, matrix: MatrixRow | None, top: int, state: LineState) -> None:
        """The base: whether it has the paragraph, and how many drafts change the same words."""
        places, painter = self._places, self._painter
        box = self._box(0, top)
        painter.fillRect(box.adjusted(0, 0, 0, -1), self._color(self._ground(state, "win")))
        painter.setPen(QPen(self._color("rule"), 1))
        end = placed(QRect(box.right(), top, 1, places.row), box)
        painter.drawLine(end.topLeft(), end.bottomLeft())
        if matrix is not None and matrix.contested:
            painter.setPen(self._color("ink"))
            self._written.middle(painter, f"≠ {matrix.contested}", Hand.STRONG, box)
        elif matrix is not None and matrix.cells[0].state is CellState.BASE:
            self._dot(box)
        self._marks(box, state, 0)

    def _dot(self, box: QRect) -> None:
        radius = 3.5 * self._zoom
        middle = QRectF(box).center()
        self._painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(self._color("ink3"))
        self._painter.drawEllipse(middle, radius, radius)
        self._painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)

    def _line(self, top: int) -> QRect:
        return QRect(0, top, self._places.width, self._places.row)

    def _band(self, top: int, *, current: bool = False) -> QRect:
        area = self._line(top)
        self._painter.fillRect(area, self._color("sel" if current else "win"))
        self._painter.setPen(QPen(self._color("rule2"), 1))
        self._painter.drawLine(0, area.bottom(), area.right(), area.bottom())
        return area

    def _bar(self, top: int) -> None:
        bar = placed(QRect(0, top, 3, self._places.row), self._line(top))
        self._painter.fillRect(bar, self._color("ink"))

    def _words(self, text: str, area: QRect, hand: Hand, color: str) -> int:
        """Words that are cut where the area ends; returns where they end."""
        self._painter.setPen(self._color(color))
        return self._written.along(self._painter, text, hand, area, self._line(area.top()))

    def _color(self, name: str) -> QColor:
        return self._palette.color(name)
