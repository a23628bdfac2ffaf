"""The parts of a sheet in one scroll: painted, walked by keys, copied from."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget
from typing_extensions import override

from draftdesk.gui.appearance.hand_colors import sign_color
from draftdesk.gui.appearance.theme import LIGHT, PALETTES, Palette
from draftdesk.gui.form.grade_signs import SIZE, draw_grade
from draftdesk.gui.form.margin import ids_of
from draftdesk.gui.rows.cell_layout import BlockLayout
from draftdesk.gui.rows.hit_marks import Mark
from draftdesk.gui.rows.interactive_view import RowsView
from draftdesk.gui.rows.layout_cache import LayoutCache
from draftdesk.gui.rows.row_painter import TONES
from draftdesk.gui.rows.signs import (
    draw_grounds,
    draw_hit_frame,
    draw_hit_ground,
    draw_letter,
    draw_lines,
)
from draftdesk.gui.rows.spoken import spoken_content, with_findings
from draftdesk.gui.sheet.parts import Part, SheetLayout
from draftdesk.gui.sides import onward, placed
from draftdesk.gui.telling import tell
from draftdesk.gui.widgets.wheel_notches import Notches
from draftdesk.model.paragraph import ParagraphId
from draftdesk.translation import tr
from draftdesk.workbench.display.values import CellContent
from draftdesk.workbench.sheet import Sheet

_STEP = 60
_MOST_BASE = 0.4
"""Of the page, what the base may take for itself."""


class SheetCanvas(QAbstractScrollArea):
    """Shows a sheet; the entry that is current is that of the current draft of the columns."""

    left = Signal()
    further = Signal(int)

    def __init__(self, rows: RowsView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = rows
        self._palette: Palette = LIGHT
        self._cache = LayoutCache(80)
        self._notches = Notches()
        self.sheet: Sheet | None = None
        self.parts: tuple[Part, ...] = ()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(tr("Sheet of the paragraph"))
        self.verticalScrollBar().valueChanged.connect(lambda _: self.viewport().update())

    # what is shown

    def show_sheet(self, sheet: Sheet | None) -> None:
        """Show another sheet, from its top."""
        is_other = sheet is None or self.sheet is None or sheet.ordinal != self.sheet.ordinal
        self.sheet = sheet
        self.lay_out()
        if is_other:
            self.verticalScrollBar().setValue(0)
        self.reveal()

    def set_theme(self, theme: str) -> None:
        """Paint in the colours of a theme."""
        self._palette = PALETTES[theme]
        self.forget()

    def forget(self) -> None:
        """Lay all out anew, after a change of theme or fonts."""
        self._cache.clear()
        self.lay_out()

    def lay_out(self) -> None:
        """All parts for the width and the zoom of now."""
        self.parts = ()
        if self.sheet is not None and self._rows.view is not None:
            languages = [draft.language for draft in self._rows.view.drafts]
            width, theme = self.viewport().width(), self._palette.name
            letters = [len(entry.letters) for entry in self.sheet.entries]
            layout = SheetLayout(self._cache.get, width, self._rows.zoom, theme, languages, letters)
            self.parts = layout.parts(self.sheet)
        total, page = sum(part.height for part in self.parts), self.viewport().height()
        self.verticalScrollBar().setRange(0, max(0, total + 24 - page) if total > page else 0)
        self.verticalScrollBar().setPageStep(page)
        self.verticalScrollBar().setSingleStep(_STEP)
        self.viewport().update()

    @property
    def pinned(self) -> int:
        """The height of the base, which stays at the top while others scroll; 0 where it would leave them no room."""
        height = self.parts[0].height if self.parts else 0
        return height if height < self.viewport().height() * _MOST_BASE else 0

    @property
    def entry(self) -> int:
        """The current entry, -1 for none."""
        return self.sheet.entry_of(self._rows.current_column) if self.sheet is not None else -1

    def reveal(self) -> None:
        """Bring the current entry into sight, and tell it."""
        part = next((part for part in self.parts if part.entry == self.entry >= 0), None)
        if part is not None:
            bar, page = self.verticalScrollBar(), self.viewport().height()
            if part.top - self.pinned < bar.value() or part.height > page - self.pinned:
                bar.setValue(part.top - self.pinned)
            elif part.top + part.height > bar.value() + page:
                bar.setValue(part.top + part.height - page)
        self.viewport().update()
        self._tell(part)

    def _tell(self, part: Part | None) -> None:
        if self.sheet is None or self._rows.view is None:
            return
        content = self.content_of(part)
        names = ", ".join(self.sheet.entries[part.entry].names) if part is not None else self.sheet.base_name
        remarks = [self.sheet.entries[part.entry].remark, *self.sheet.entries[part.entry].touches] if part else []
        said = " ".join([f"{names}, {self.sheet.title}.", spoken_content(content), *filter(None, remarks)])
        marks, ids = self._rows.form_marks, self._checked(part)
        tell(self, with_findings(said, marks.said(marks.column, ids)), aloud=self.hasFocus())

    def content_of(self, part: Part | None) -> CellContent:
        """The words of a part; those of the base for none."""
        assert self.sheet is not None
        return self.sheet.entries[part.entry].content if part is not None and part.entry >= 0 else self.sheet.base

    # painting

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), self._palette.color("paper"))
        shift, page = self.verticalScrollBar().value(), self.viewport().height()
        for number, part in reversed(tuple(enumerate(self.parts))):
            top = 0 if number == 0 and self.pinned else part.top - shift
            if top + part.height > 0 and top < page:
                painter.save()
                painter.translate(0, top)
                self._part(painter, part)
                painter.restore()
        painter.end()

    def _part(self, painter: QPainter, part: Part) -> None:
        is_current = part.entry >= 0 and part.entry == self.entry
        width = self.viewport().width()
        is_base = part.entry < 0 and part.column == 0
        ground = "cur_row" if is_current else "win" if is_base else "paper"
        painter.fillRect(0, 0, width, part.height, self._palette.color(ground))
        painter.setPen(QPen(self._palette.color("rule"), 1))
        painter.drawLine(0, part.height - 1, width, part.height - 1)
        if part.cell is not None:
            for number, laid in enumerate(part.cell.blocks):
                self._block(painter, part, number, laid)
            for layout, y, tone in part.cell.lines:
                painter.setPen(self._palette.color(TONES[tone]))
                layout.draw(painter, QPointF(part.text_left, part.text_top + y))
        for line in part.lines:
            painter.setPen(self._palette.color(line.color))
            line.layout.draw(painter, QPointF(line.x, line.y))
        self._letters(painter, part)
        self._hands(painter, part)
        self._findings(painter, part)
        if is_current:
            bar = placed(QRect(0, 0, 3, part.height), QRect(0, 0, width, part.height))
            painter.fillRect(bar, self._palette.color("ink"))
            if self.hasFocus():
                painter.setPen(QPen(self._palette.color("ink"), 1))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRect(QRect(6, 3, width - 12, part.height - 8))

    def _block(self, painter: QPainter, part: Part, number: int, laid: BlockLayout) -> None:
        painter.save()
        painter.translate(part.text_left, part.text_top)
        boxed = self._boxed(part)
        draw_grounds(painter, laid, self._palette, boxed)
        marks = self._hits(part, number)
        for mark in marks:
            draw_hit_ground(painter, laid, mark, self._palette)
        painter.setPen(self._palette.color("ink"))
        laid.layout.draw(painter, QPointF(laid.left, laid.top))
        draw_lines(painter, laid, self._palette, self._rows.zoom, boxed)
        for mark in marks:
            draw_hit_frame(painter, laid, mark, self._palette)
        if laid.lead is not None:
            painter.setPen(self._palette.color("ink"))
            laid.lead.draw(painter, QPointF(laid.lead_left, laid.top))
        painter.restore()

    def _boxed(self, part: Part) -> int | None:
        """The ordinal of the current change where it stands in a part."""
        change = self._rows.current_change
        if change is None or change.change == -1 or self.sheet is None or part.entry < 0:
            return None
        return change.change if change.column in self.sheet.entries[part.entry].columns else None

    def _hits(self, part: Part, number: int) -> list[Mark]:
        hits, view = self._rows.hits, self._rows.view
        if hits is None or view is None or part.cell is None or self.sheet is None:
            return []
        row = view.rows[self.sheet.ordinal]
        return [mark for mark in hits.of(row, part.column, part.cell.content.blocks) if mark.block == number]

    def _letters(self, painter: QPainter, part: Part) -> None:
        if self.sheet is None or part.entry < 0:
            return
        zoom, hands = self._rows.zoom, self._rows.view.hands if self._rows.view is not None else None
        hand = hands.of_column[part.column] if hands is not None else -1
        for place, letter in enumerate(self.sheet.entries[part.entry].letters):
            box = QRectF(part.signs.left() + place * 19 * zoom, part.signs.top() + zoom, 16 * zoom, 16 * zoom)
            draw_letter(painter, box, letter, self._palette, zoom, hand)

    def _checked(self, part: Part | None) -> tuple[ParagraphId, ...]:
        """The paragraphs of a part in the draft whose form was checked, where it stands in this part."""
        column, view = self._rows.form_marks.column, self._rows.view
        entry = part.entry if part is not None else -1
        if view is None or self.sheet is None or (part is not None and entry < 0 and part.column):
            return ()
        columns = self.sheet.entries[entry].columns if entry >= 0 else (0,)
        return ids_of(view, view.rows[self.sheet.ordinal], column) if column in columns else ()

    def _findings(self, painter: QPainter, part: Part) -> None:
        """The signs of findings, before the first lines of their paragraphs."""
        marks, size = self._rows.form_marks, SIZE * self._rows.zoom
        blocks = part.cell.blocks if part.cell is not None else ()
        for laid, paragraph in zip(blocks, self._checked(part), strict=False):
            grade = marks.grade(marks.column, paragraph)
            if grade is not None:
                top = part.text_top + laid.top + (laid.pitch - size) / 2
                draw_grade(painter, QRectF(part.text_left - size - 2, top, size, size), grade, self._palette)

    def _hands(self, painter: QPainter, part: Part) -> None:
        """Beside the names, a bar in the colour of each draft that proposes this."""
        hands = self._rows.view.hands if self._rows.view is not None else None
        if hands is None or self.sheet is None or part.entry < 0:
            return
        zoom = self._rows.zoom
        own = [hands.of_column[column] for column in self.sheet.entries[part.entry].columns]
        for place, hand in enumerate(hand for hand in own if hand >= 0):
            whole = QRect(0, 0, self.viewport().width(), part.height)
            box = placed(QRectF(6 * zoom, (11 + 18 * place) * zoom, 5 * zoom, 16 * zoom), whole)
            painter.fillRect(box, sign_color(self._palette, "ink", hand))

    # keys and mouse

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier):
            event.ignore()
            return
        key, bar = event.key(), self.verticalScrollBar()
        if key in {Qt.Key.Key_Down, Qt.Key.Key_Up}:
            self._step(1 if key == Qt.Key.Key_Down else -1)
        elif key in {Qt.Key.Key_Right, Qt.Key.Key_Left}:
            self.further.emit(onward(key))
        elif key in {Qt.Key.Key_PageDown, Qt.Key.Key_PageUp}:
            bar.setValue(bar.value() + (bar.pageStep() if key == Qt.Key.Key_PageDown else -bar.pageStep()))
        elif key in {Qt.Key.Key_Home, Qt.Key.Key_End}:
            bar.setValue(0 if key == Qt.Key.Key_Home else bar.maximum())
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _step(self, by: int) -> None:
        """To the next entry; beyond the last one to the next paragraph."""
        if self.sheet is None:
            return
        entry = self.entry + by
        if 0 <= entry < len(self.sheet.entries):
            self._rows.select(self._rows.current_item, self.sheet.entries[entry].columns[0])
        elif entry < 0 and self.entry >= 0 and self.verticalScrollBar().value() > 0:
            self.verticalScrollBar().setValue(0)
        else:
            self.further.emit(by)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = event.position().toPoint().y()
        y = place + self.verticalScrollBar().value() if place >= self.pinned else place
        part = next((part for part in self.parts if part.top <= y < part.top + part.height), None)
        if part is not None and part.entry >= 0:
            self._rows.select(self._rows.current_item, part.column)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        if not self._notches.zooms(event, self._rows.zoom_asked.emit):
            super().wheelEvent(event)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self.entry < 0 and self.sheet is not None and self.sheet.entries:
            self._rows.select(self._rows.current_item, self.sheet.entries[0].columns[0])
        self.viewport().update()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    @override
    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """What has to be painted is asked for where the bar is followed."""

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.lay_out()
