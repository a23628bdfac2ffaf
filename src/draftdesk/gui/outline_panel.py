"""The outline at the left: sections, paragraphs, and the letters of their rows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from draftdesk.gui.appearance.fonts import ui_font
from draftdesk.gui.appearance.theme import CAPTION_SIZE, LIGHT, PALETTES, SMALL_SIZE, Palette
from draftdesk.gui.incremental import Incremental
from draftdesk.gui.rows.layout_cache import CellSource
from draftdesk.gui.rows.signs import draw_letter
from draftdesk.gui.sides import as_placed, at_end, at_start, placed
from draftdesk.translation import later, tr
from draftdesk.workbench.display.values import Letter, Section
from draftdesk.workbench.outline import NO_OUTLINE, Outline, OutlineEntry, outlining, section_counts, told_entry

Index = QModelIndex | QPersistentModelIndex
_LINE = 22
"""All lines are of one height, so that the list need not ask thousands of them for it."""

_LABEL = 44
_TITLES = {
    Section.FRONT: "",
    Section.PREAMBLE: later("Preamble"),
    Section.OPERATIVE: later("Operative part"),
    Section.ANNEX: later("Annex"),
}
_ITEM = Qt.ItemDataRole.UserRole
_LETTERS_SHOWN = 2
_FEW = 20
_FIGURES = 14
_WITH_COUNTS = 200
"""Narrower outlines have no room for the counts of changes, which the tip tells."""


class _Model(QAbstractListModel):
    """Entries with a line before each section."""

    def __init__(self) -> None:
        super().__init__()
        self.source: CellSource | None = None
        self.counts: Counter[int] = Counter()
        self._lines: list[OutlineEntry | tuple[str, str]] = []
        self.outline = NO_OUTLINE

    def fill(self, source: CellSource | None, made: Outline) -> bool:
        """Another arrangement; False where only some lines say something else, so that nothing is laid out anew."""
        self.source, self.outline = source, made
        compared = source is None or len(source.view.short) > 1
        lines = self._with_sections(made.entries, compared=compared)
        other = self._other_lines(lines)
        if other is not None:
            self._lines = lines
            for line in other:
                self.dataChanged.emit(self.index(line), self.index(line))
            return False
        self.beginResetModel()
        self._lines = lines
        self.endResetModel()
        return True

    def _other_lines(self, lines: list[OutlineEntry | tuple[str, str]]) -> list[int] | None:
        """The few lines that say something else; None where there are others or many."""
        if len(lines) != len(self._lines):
            return None
        pairs = zip(lines, self._lines, strict=True)
        other = [k for k, (now, before) in enumerate(pairs) if now is not before and now != before]
        same_kinds = all(type(lines[k]) is type(self._lines[k]) for k in other)
        return other if same_kinds and len(other) <= _FEW else None

    @staticmethod
    def _with_sections(entries: tuple[OutlineEntry, ...], *, compared: bool) -> list[OutlineEntry | tuple[str, str]]:
        lines: list[OutlineEntry | tuple[str, str]] = []
        section = Section.FRONT
        for entry in entries:
            if entry.section is not section:
                section = entry.section
                lines.append((tr(_TITLES[section]), section_counts(entries, section, compared=compared)))
            lines.append(entry)
        return lines

    @override
    def rowCount(self, parent: Index | None = None) -> int:
        return len(self._lines)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        line = self._lines[index.row()]
        if role == _ITEM:
            return line
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            return told_entry(line, self.changes(line)) if isinstance(line, OutlineEntry) else " ".join(line)
        return None

    def line_of(self, row: int) -> int:
        """The line for a text row, or for the paragraph that it belongs to."""
        best = -1
        for number, line in enumerate(self._lines):
            if isinstance(line, OutlineEntry) and line.row <= row:
                best = number
        return best

    def letters(self, entry: OutlineEntry) -> tuple[Letter, ...]:
        """The letters of the newest change of a row."""
        if self.source is None or not entry.is_changed:
            return ()
        every: dict[Letter, None] = {}
        for ordinal in entry.rows:
            row = self.source.view.rows[ordinal]
            for column in range(len(row.cells)):
                every |= dict.fromkeys(self.source.letters(row, column))
        return tuple(letter for letter in Letter if letter in every)[:_LETTERS_SHOWN]

    def changes(self, entry: OutlineEntry) -> int:
        """How many changes are in a paragraph and its subparagraphs."""
        return sum(self.counts[row] for row in entry.rows)


class _Delegate(QStyledItemDelegate):
    def __init__(self, model: _Model, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = model
        self.colors: Palette = LIGHT

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(100, _LINE)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line = index.data(_ITEM)
        area: QRect = option.rect
        as_placed(painter)
        if isinstance(line, OutlineEntry):
            self._entry(painter, area, line, is_current=bool(option.state & option.state.State_Selected))
        else:
            self._head(painter, area, *line)

    def _head(self, painter: QPainter, area: QRect, title: str, counts: str) -> None:
        inner = placed(area.adjusted(12, 2, -10, 0), area)
        painter.setFont(ui_font(CAPTION_SIZE, weight=QFont.Weight.DemiBold))
        painter.setPen(self.colors.color("ink2"))
        painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter | at_start(), title)
        painter.setFont(ui_font(CAPTION_SIZE))
        painter.setPen(self.colors.color("ink3"))
        painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter | at_end(), counts)

    def _entry(self, painter: QPainter, area: QRect, entry: OutlineEntry, *, is_current: bool) -> None:
        if is_current:
            painter.fillRect(area, self.colors.color("sel"))
            bar = placed(QRect(area.left(), area.top(), 3, area.height()), area)
            painter.fillRect(bar, self.colors.color("ink"))
        color = "ink" if entry.is_changed or is_current else "ink3"
        font = ui_font(CAPTION_SIZE)
        painter.setFont(font)
        painter.setPen(self.colors.color(color))
        left = area.left() + 12
        align = Qt.AlignmentFlag.AlignVCenter | at_start()
        if entry.label:
            room = max(_LABEL, QFontMetrics(font).horizontalAdvance(entry.label) + 7)
            label = QRect(left, area.top(), room, area.height())
            painter.drawText(placed(label, area), align, entry.label)
            if entry.is_gone:
                width = QFontMetrics(font).horizontalAdvance(entry.label)
                painter.setPen(QPen(self.colors.color(color), 1.2))
                struck = placed(QRect(left, area.center().y() + 1, width, 1), area)
                painter.drawLine(struck.topLeft(), struck.topRight())
            left += room
        right = self._marks(painter, area, entry)
        painter.setFont(font)
        painter.setPen(self.colors.color(color))
        words = QRect(left, area.top(), max(10, right - left - 2), area.height())
        opening = QFontMetrics(font).elidedText(entry.opening, Qt.TextElideMode.ElideRight, words.width())
        painter.drawText(placed(words, area), align, opening)

    def _marks(self, painter: QPainter, area: QRect, entry: OutlineEntry) -> int:
        """Count of changes, letters and brackets, from the end of the line; returns where the words have to end."""
        right = area.right() - 8
        count = self._model.changes(entry)
        if count > 1 and area.width() >= _WITH_COUNTS:
            painter.setFont(ui_font(SMALL_SIZE))
            painter.setPen(self.colors.color("ink2"))
            figures = QRect(right - _FIGURES, area.top(), _FIGURES, area.height())
            painter.drawText(placed(figures, area), Qt.AlignmentFlag.AlignVCenter | at_end(), str(count))
        right -= _FIGURES + 4 if area.width() >= _WITH_COUNTS else 0
        for letter in reversed(self._model.letters(entry)):
            box = placed(QRectF(right - 14, area.top() + 4, 14, 14), area)
            draw_letter(painter, box, letter, self.colors, 0.9)
            right -= 20
        painter.setFont(ui_font(CAPTION_SIZE))
        if entry.brackets:
            said = f"[{entry.brackets}]"
            painter.setPen(self.colors.color("bracket1"))
            room = QFontMetrics(painter.font()).horizontalAdvance(said)
            place = placed(QRect(right - room, area.top(), room + 2, area.height()), area)
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | at_start(), said)
            right -= room + 6
        return right


class OutlinePanel(QWidget):
    """A list that follows the columns and leads to rows.

    `shown_anew`: its lines are others, so that none is marked; it carries whether there were none before.
    """

    row_asked = Signal(int)
    shown_anew = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self._model = _Model()
        self._list = QListView(self)
        self._list.setModel(self._model)
        self._list.setUniformItemSizes(True)
        self._list.setAccessibleName(tr("Outline"))
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self._delegate = _Delegate(self._model, self._list)
        self._list.setItemDelegate(self._delegate)
        self._list.clicked.connect(self._asked)
        self._list.activated.connect(self._asked)
        self._coming: CellSource | None = None
        self._made: Incremental[Outline] = Incremental(self)
        self._made.finished.connect(lambda made: self._show(made[-1]))
        head = QLabel(tr("Outline"), self)
        head.setObjectName("head")
        top = QHBoxLayout()
        top.setContentsMargins(12, 9, 10, 7)
        top.addWidget(head)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(top)
        layout.addWidget(self._list, 1)

    def set_theme(self, theme: str) -> None:
        """Paint in the colours of a theme."""
        self._delegate.colors = PALETTES[theme]
        self._list.viewport().update()

    def show_rows(self, source: CellSource | None) -> None:
        """The outline of an arrangement, shown when it is made."""
        self._coming = source
        self._made.start(outlining(source.view, self._model.outline) if source is not None else iter((NO_OUTLINE,)))

    @property
    def is_settled(self) -> bool:
        """Whether the outline is that of the last arrangement."""
        return not self._made.is_running

    def _show(self, made: Outline) -> None:
        top, is_first = self._list.verticalScrollBar().value(), not self._model.rowCount()
        if self._model.fill(self._coming, made):
            self._list.doItemsLayout()
            self._list.verticalScrollBar().setValue(top)
            self.shown_anew.emit(is_first)
        self._list.viewport().update()

    def count_changes(self, rows: Iterable[int]) -> None:
        """The rows of all changes, one for each."""
        self._model.counts = Counter(rows)
        self._list.viewport().update()

    def set_current(self, row: int, *, bring: bool = True) -> None:
        """Mark the paragraph of a text row, and with `bring` scroll to it."""
        line, bar = self._model.line_of(row), self._list.verticalScrollBar()
        index, top = self._model.index(line) if line >= 0 else QModelIndex(), bar.value()
        self._list.setCurrentIndex(index)
        if not bring:
            bar.setValue(top)
        elif index.isValid():
            self._list.scrollTo(index)

    def _asked(self, index: QModelIndex) -> None:
        line = index.data(_ITEM)
        if isinstance(line, OutlineEntry):
            self.row_asked.emit(line.row)
