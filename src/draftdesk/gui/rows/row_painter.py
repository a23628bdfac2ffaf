"""Paints one line of the columns view: a row of cells, a section line, a fold line."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen, QTextCharFormat, QTextLayout

from draftdesk.gui.appearance.fonts import readable, text_size, ui_font
from draftdesk.gui.appearance.theme import CAPTION_SIZE, SMALL_SIZE, UI_SIZE, Palette
from draftdesk.gui.form.grade_signs import SIZE, draw_grade
from draftdesk.gui.form.margin import NO_MARKS, FormMarks
from draftdesk.gui.rows import geometry as g
from draftdesk.gui.rows.cell_layout import BlockLayout, CellLayout, margin_lines, segments, was_lines, was_scale
from draftdesk.gui.rows.decided_signs import draw_private, draw_status
from draftdesk.gui.rows.geometry import ColumnBox, Geometry
from draftdesk.gui.rows.hit_marks import HitMarks, Mark
from draftdesk.gui.rows.layout_cache import CellSource
from draftdesk.gui.rows.pair_mark import PairMark, draw_pair_mark
from draftdesk.gui.rows.selection import Selection
from draftdesk.gui.rows.signs import (
    draw_comment,
    draw_grounds,
    draw_hit_frame,
    draw_hit_ground,
    draw_letter,
    draw_lines,
    letter_box,
)
from draftdesk.gui.sides import at_start, placed
from draftdesk.model.finding import Grade
from draftdesk.model.paragraph import ParagraphId
from draftdesk.workbench.display.rows import DisplayRows
from draftdesk.workbench.display.values import FoldLine, Letter, SectionLine, TextRow, Tone

TONES = {Tone.STRONGER: "ins", Tone.WEAKER: "deleted", Tone.PLAIN: "ink2", None: "ink3"}


@dataclass(frozen=True, slots=True)
class CurrentChange:
    """The change that is boxed: text row, newer column, the column it is compared with, its ordinal, -1 for none."""

    row: int
    column: int
    old: int
    change: int

    def boxed_in(self, row: TextRow, column: int, *, shows_both: bool, table_row: int) -> int | None:
        """The ordinal to box in a cell, None for cells that this change does not touch."""
        touched = column == self.column or (column == self.old and not shows_both)
        return self.change if touched and row.table_row == table_row and self.change != -1 else None


@dataclass(frozen=True, slots=True)
class RowState:
    """What is current: for the ground, the bar and the frame of a row."""

    is_current: bool
    column: int
    has_change: bool
    has_focus: bool
    is_ruled: bool = True


@dataclass(frozen=True, slots=True)
class CellMarks:
    """What is marked in a cell: the ordinal of the change to box, the selection, the hits of a search."""

    boxed: int | None
    selection: Selection | None
    hits: Sequence[Mark]


@dataclass(frozen=True, slots=True)
class Marked:
    """What is marked in the whole view."""

    change: CurrentChange | None
    selection: Selection | None
    hits: HitMarks | None
    form: FormMarks = NO_MARKS
    pair: PairMark | None = None

    def in_cell(self, view: DisplayRows, row: TextRow, column: int, cell: CellLayout) -> CellMarks:
        """What of it is in a cell."""
        boxed = None
        if self.change is not None:
            table_row = view.rows[self.change.row].table_row
            boxed = self.change.boxed_in(row, column, shows_both=view.shows_both, table_row=table_row)
        selection = self.selection if self.selection is not None and self.selection.column == column else None
        hits = self.hits.of(row, column, cell.content.blocks) if self.hits is not None else ()
        return CellMarks(boxed, selection, hits)


class RowPainter:
    """Paints rows for one geometry, palette and zoom."""

    def __init__(self, painter: QPainter, palette: Palette, zoom: float, columns: Geometry, scrolled: int) -> None:
        self._painter = painter
        self._palette = palette
        self._zoom = zoom
        self._columns = columns
        self._scrolled = scrolled

    def section(self, line: SectionLine, top: int, width: int, height: int) -> None:
        """A section line."""
        self._band(top, width, height)
        whole = QRect(0, top, width, height)
        x = self._words(line.title, round(12 * self._zoom), whole, QFont.Weight.DemiBold, "ink2")
        self._words(line.detail, x + round(10 * self._zoom), whole, QFont.Weight.Normal, "ink3")

    def fold(self, line: FoldLine, top: int, width: int, height: int, state: RowState) -> None:
        """A fold line: chevron, range, what is true of it, letters."""
        self._band(top, width, height, current=state.is_current)
        whole = QRect(0, top, width, height)
        self._chevron(placed(QRect(round(18 * self._zoom), top + height // 2, 0, 0), whole), is_open=line.is_open)
        x = self._words(line.title, self._columns.fold_words(self._zoom), whole, QFont.Weight.DemiBold, "ink2")
        x = self._words(line.detail, x + round(9 * self._zoom), whole, QFont.Weight.Normal, "ink3")
        for letter in line.letters:
            size = g.LETTER * self._zoom * 0.9
            box = placed(QRectF(x + 14 * self._zoom, top + (height - size) / 2, size, size), whole)
            draw_letter(self._painter, box, letter, self._palette, self._zoom * 0.9)
            x += round(size)
        if state.is_current:
            self._bar(top, width, height)
        if state.is_current and state.has_focus:
            self._painter.setPen(QPen(self._palette.color("line"), 1))
            self._painter.setBrush(Qt.BrushStyle.NoBrush)
            self._painter.drawRect(QRect(5, top + 2, width - 11, height - 6))

    def row(
        self,
        row: TextRow,
        cells: list[CellLayout],
        source: CellSource,
        place: tuple[int, int, int],
        state: RowState,
        marked: Marked,
    ) -> None:
        """A row of cells; `place` is its top, the width of the viewport and its height."""
        top, width, height = place
        if state.is_current:
            ground = "cur_row" if state.has_change else "sel"
            self._painter.fillRect(0, top, width, height, self._palette.color(ground))
        order = [*range(1, len(cells)), 0]
        tight = round(g.TIGHT * self._zoom) if row.level else 0
        view = source.view
        for column in order:
            box = self._columns.placed(column, self._scrolled)
            left, right = self._columns.beside_first
            if column and (box.right <= left or box.left >= right):
                continue
            self._painter.save()
            if column:
                self._painter.setClipRect(QRect(left, top, right - left, height))
            else:
                self._base_ground(box, top, height, state, framed=view.shows_both)
            self._cell(cells[column], box, top, marked.in_cell(view, row, column, cells[column]))
            self._form(cells[column], box, top, partial(marked.form.grade, column))
            self._lane(source.letters(row, column), box, top - tight, source.hand(column))
            if state.is_current and state.has_focus and state.column == column:
                self._frame(box, top, height)
            if marked.pair is not None and marked.pair.is_in(view, row, column):
                draw_pair_mark(self._painter, self._around(box, top, height), self._palette)
            self._painter.restore()
        if self._scrolled:
            edge = self._columns.edge
            self._painter.setPen(QPen(self._palette.color("line"), 1))
            self._painter.drawLine(edge, top, edge, top + height - 1)
        if state.is_ruled:
            self._painter.setPen(QPen(self._palette.color("rule2"), 1))
            self._painter.drawLine(0, top + height - 1, width, top + height - 1)
        if state.is_current:
            self._bar(top, width, height)

    def _lane(self, letters: Sequence[Letter], box: ColumnBox, top: int, hand: int) -> None:
        """The letters of a cell, stacked from the top of its row."""
        for place, letter in enumerate(letters):
            where = letter_box(box.lane, top, place, self._zoom)
            draw_letter(self._painter, where, letter, self._palette, self._zoom, hand)

    def _base_ground(self, box: ColumnBox, top: int, height: int, state: RowState, *, framed: bool) -> None:
        ground = "cur_row" if state.has_change else "sel" if state.is_current else "win" if framed else "paper"
        self._painter.fillRect(box.left, top, box.right - box.left, height, self._palette.color(ground))

    def _band(self, top: int, width: int, height: int, *, current: bool = False) -> None:
        self._painter.fillRect(0, top, width, height, self._palette.color("sel" if current else "win"))
        self._painter.setPen(QPen(self._palette.color("rule2"), 1))
        self._painter.drawLine(0, top + height - 1, width, top + height - 1)

    def _bar(self, top: int, width: int, height: int) -> None:
        bar = placed(QRect(0, top, 3, height), QRect(0, top, width, height))
        self._painter.fillRect(bar, self._palette.color("ink"))

    def _frame(self, box: ColumnBox, top: int, height: int) -> None:
        self._painter.setPen(QPen(self._palette.color("line"), 1))
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        self._painter.drawRect(self._around(box, top, height))

    @staticmethod
    def _around(box: ColumnBox, top: int, height: int) -> QRect:
        return QRect(box.text_left - 5, top + 2, box.text_width + 8, height - 6)

    def _words(self, text: str, x: int, whole: QRect, weight: QFont.Weight, color: str) -> int:
        """Words from a place on, counted from where the line begins; returns where they end."""
        font = ui_font(readable(CAPTION_SIZE * self._zoom), weight=weight)
        self._painter.setFont(font)
        self._painter.setPen(self._palette.color(color))
        width = QFontMetricsF(font).horizontalAdvance(text)
        area = placed(QRectF(x, whole.top(), width + 2, whole.height() - 1), whole)
        self._painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | at_start(), text)
        return round(x + width)

    def _chevron(self, place: QRect, *, is_open: bool) -> None:
        self._painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
        self._painter.setPen(QPen(self._palette.color("ink3"), 1.4))
        a, b = 2.5 * self._zoom, 4.5 * self._zoom
        on = -a if self._columns.is_mirrored else a
        points = (
            [QPointF(-b, -a), QPointF(0, a), QPointF(b, -a)]
            if is_open
            else [QPointF(-on, -b), QPointF(on, 0), QPointF(-on, b)]
        )
        self._painter.drawPolyline([QPointF(place.x() + p.x(), place.y() + p.y()) for p in points])
        self._painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)

    def _cell(self, cell: CellLayout, box: ColumnBox, top: int, marks: CellMarks) -> None:
        painter = self._painter
        for number, laid in enumerate(cell.blocks):
            hits = [mark for mark in marks.hits if mark.block == number]
            painter.save()
            painter.translate(box.text_left, top)
            draw_grounds(painter, laid, self._palette, marks.boxed)
            for mark in hits:
                draw_hit_ground(painter, laid, mark, self._palette)
            if marks.selection is not None:
                self._selected(laid, marks.selection, cell)
            painter.setPen(self._palette.color("ink"))
            laid.layout.draw(painter, QPointF(laid.left, laid.top))
            draw_lines(painter, laid, self._palette, self._zoom, marks.boxed)
            for mark in hits:
                draw_hit_frame(painter, laid, mark, self._palette)
            if laid.lead is not None:
                painter.setPen(self._palette.color("ink"))
                laid.lead.draw(painter, QPointF(laid.lead_left, laid.top))
            painter.restore()
            self._number(laid, box, top)
        for layout, y, tone in cell.lines:
            self._line(layout, QPointF(box.text_left, top + y), tone)

    def _line(self, layout: QTextLayout, place: QPointF, tone: Tone | None) -> None:
        self._painter.setPen(self._palette.color(TONES[tone]))
        if tone in {Tone.STRONGER, Tone.WEAKER}:
            bold = QTextLayout.FormatRange()
            form = QTextCharFormat()
            form.setFontWeight(QFont.Weight.Medium)
            bold.start, bold.length, bold.format = 0, len(layout.text()), form
        layout.draw(self._painter, place)

    def _selected(self, laid: BlockLayout, selection: Selection, cell: CellLayout) -> None:
        span = selection.within(cell)
        if span is None:
            return
        start, end = max(span[0], laid.start) - laid.start, min(span[1], laid.end) - laid.start
        if start < end:
            color = self._palette.color("ink")
            color = color.lighter(100)
            color.setAlpha(48 if self._palette.name.startswith("light") else 70)
            for segment in segments(laid, laid.shown.units(start), laid.shown.units(end)):
                self._painter.fillRect(segment.box, color)

    def _number(self, laid: BlockLayout, box: ColumnBox, top: int) -> None:
        block = laid.block
        pitch = text_size("ar" if box.is_right_to_left else "en")[1] * self._zoom
        number, scale = block.number, was_scale(self._zoom)
        if number:
            quiet = number.startswith("PP")
            font = ui_font(
                readable(UI_SIZE * self._zoom), weight=QFont.Weight.Normal if quiet else QFont.Weight.Medium
            )
            self._margin(number, font, "ink3" if quiet else "ink2", box, top + laid.top, pitch)
        if block.was:
            y = top + laid.top + (pitch - 3 * self._zoom if number else 0)
            for line in was_lines(block.was):
                font = ui_font(readable(SMALL_SIZE * self._zoom))
                self._margin(line, font, "ink2", box, y, 16 * scale)
                y += round(14 * scale)
        comments = bool(block.comments or block.private)
        lines = margin_lines(block) - comments - bool(block.status)
        y = top + laid.top + (round(pitch) if lines else 2) + 14 * max(0, lines - 1) * scale
        if block.status is not None:
            draw_status(self._painter, self._status_box(box, y), block.status, self._palette, self._zoom)
            y += 17 * self._zoom
        if block.private:
            draw_private(self._painter, self._comment_box(box, y), block.private, self._palette, self._zoom)
        if block.comments:
            place = self._comment_box(box, y)
            shift = 19 * self._zoom * (1 if box.is_right_to_left else -1) if block.private else 0
            draw_comment(self._painter, place.translated(shift, 0), block.comments, self._palette, self._zoom)

    def _status_box(self, box: ColumnBox, top: float) -> QRectF:
        """Where the sign of a status stands: in line with the numbers."""
        size = 15 * self._zoom
        return QRectF(box.number if box.is_right_to_left else box.number - size, top + 1, size, size)

    def _form(
        self, cell: CellLayout, box: ColumnBox, top: int, grade_of: Callable[[ParagraphId | None], Grade | None]
    ) -> None:
        """The signs of findings, in the outer margin beside the first lines of their paragraphs."""
        size = SIZE * self._zoom
        left = box.text_left - 4 - size if box.is_right_to_left else box.text_left + box.text_width + 4
        for laid in cell.blocks:
            grade = grade_of(laid.block.paragraph)
            if grade is not None:
                y = top + laid.top + (laid.pitch - size) / 2
                draw_grade(self._painter, QRectF(left, y, size, size), grade, self._palette)

    def _comment_box(self, box: ColumnBox, top: float) -> QRectF:
        """Where the sign of comments stands: in line with the numbers."""
        width, height = 15 * self._zoom, 11 * self._zoom
        return QRectF(box.number if box.is_right_to_left else box.number - width, top + 2, width, height)

    def _margin(self, text: str, font: QFont, color: str, box: ColumnBox, top: float, height: float) -> None:
        self._painter.setFont(font)
        self._painter.setPen(self._palette.color(color))
        if box.is_right_to_left:
            area = QRectF(box.number, top, 60 * self._zoom, height)
            self._painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
            return
        area = QRectF(box.number - 80 * self._zoom, top, 80 * self._zoom, height)
        self._painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, text)
