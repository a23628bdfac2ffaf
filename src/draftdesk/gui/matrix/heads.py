"""The head of the matrix: what is shown against what, the drafts, and how many paragraphs each of them changes."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import (
    QFont,
    QFontMetrics,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from draftdesk.gui.appearance.fonts import ui_font
from draftdesk.gui.appearance.theme import CAPTION_SIZE, SMALL_SIZE, UI_SIZE
from draftdesk.gui.heads_bar import HeadsBar
from draftdesk.gui.matrix.view import MatrixView
from draftdesk.gui.sides import as_placed, at_start, placed
from draftdesk.translation import figure, tr, tr_count
from draftdesk.workbench.desk.columns import all_against
from draftdesk.workbench.head_names import head_names
from draftdesk.workbench.mixed_languages import language_name

_HEIGHT: Final = 60
_LINE: Final = 15
_BESIDE: Final = 2
"""Pixels: the bar, a line of a name, and what is free at the sides of a head."""


def _name_font() -> QFont:
    return ui_font(SMALL_SIZE, weight=QFont.Weight.DemiBold)


class MatrixHeads(HeadsBar):
    """Painted over the matrix; a click on a draft asks for its menu."""

    def __init__(self, matrix: MatrixView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._matrix = matrix
        self._known: tuple[object, tuple[tuple[str, ...], ...]] = (None, ())
        self.setFixedHeight(_HEIGHT)
        matrix.scrolled.connect(self.update)
        matrix.counted.connect(self.update)

    @property
    def said(self) -> str:
        """What all drafts are shown against."""
        view = self._matrix.view
        return (all_against(view.against) or tr("each as its head says")) if view is not None else ""

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        as_placed(painter)
        painter.fillRect(self.rect(), self._palette.color("win"))
        places, view = self._matrix.places, self._matrix.view
        if view is not None:
            painter.save()
            beside = self._whole().adjusted(min(places.frozen, places.width), 0, 0, 0)
            painter.setClipRect(placed(beside, self._whole()))
            for column in range(1, min(places.drafts, len(view.short))):
                self._draft(painter, column)
            painter.restore()
            self._draft(painter, 0)
            self._corner(painter, len(view.rows), len(view.short))
        painter.setPen(QPen(self._palette.color("rule"), 1))
        painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)
        painter.end()

    def _whole(self) -> QRect:
        """What heads are placed in: as wide as the matrix, which has a scroll bar beside it."""
        return QRect(self._matrix.viewport().x(), 0, self._matrix.places.width, self.height())

    def _area(self, column: int) -> QRect:
        places = self._matrix.places
        left = self._whole().left() + places.left(column, self._matrix.horizontalScrollBar().value())
        return QRect(left, 0, places.wide(column), self.height() - 1)

    @property
    def names(self) -> tuple[tuple[str, ...], ...]:
        """The lines of each draft's name, as they fit into its head."""
        places, view = self._matrix.places, self._matrix.view
        if view is None:
            return ()
        wide = tuple(places.wide(column) - 2 * _BESIDE for column in range(len(view.short)))
        if self._known[0] != (view.short, wide):
            metrics = QFontMetrics(_name_font())
            shown = head_names(view.short, lambda column, words: metrics.horizontalAdvance(words) <= wide[column])
            self._known = ((view.short, wide), shown)
        return self._known[1]

    def _draft(self, painter: QPainter, column: int) -> None:
        area = self._area(column)
        painter.setPen(QPen(self._palette.color("rule"), 1))
        end = placed(QRect(area.right(), area.top(), 1, area.height()), area)
        painter.drawLine(end.topLeft(), end.bottomLeft())
        inner = area.adjusted(_BESIDE, 5, -_BESIDE, -23)
        lines = self.names[column]
        top = inner.top() + (inner.height() - _LINE * len(lines)) // 2
        for number, words in enumerate(lines):
            line = QRect(inner.left(), top + number * _LINE, inner.width(), _LINE)
            self._line(painter, words, line, _name_font(), "ink")
        counts = self._matrix.source.counts if self._matrix.source is not None else ()
        second = tr("base") if column == 0 else self._changed(counts[column], area.width()) if counts else "…"
        view = self._matrix.view
        if column and view is not None and view.comparison.table.beside(column) >= 0:
            second = language_name(view.drafts[column].language)
        elif column and view is not None and not all_against(view.against):
            second = tr("vs {name}", name=view.short[view.against[column]])
        self._line(painter, second, area.adjusted(_BESIDE, _HEIGHT - 23, -_BESIDE, -3), ui_font(CAPTION_SIZE), "ink2")
        if self.hasFocus() and column == self._current:
            painter.setPen(QPen(self._palette.color("ink"), 2))
            painter.drawRect(area.adjusted(2, 3, -3, -3))

    @staticmethod
    def _changed(count: int, width: int) -> str:
        """How many paragraphs a draft changes, in words where they fit."""
        words = tr_count("{count} changed", "{count} changed", count)
        fits = QFontMetrics(ui_font(CAPTION_SIZE)).horizontalAdvance(words) <= width - 2 * _BESIDE
        return words if fits else figure(count)

    def _line(self, painter: QPainter, words: str, area: QRect, font: QFont, color: str) -> None:
        painter.setFont(font)
        painter.setPen(self._palette.color(color))
        shown = QFontMetrics(font).elidedText(words, Qt.TextElideMode.ElideMiddle, area.width())
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, shown)

    def _corner(self, painter: QPainter, rows: int, drafts: int) -> None:
        area = QRect(self._whole().left(), 0, self._matrix.places.label, self.height() - 1)
        painter.fillRect(placed(area, self._whole()), self._palette.color("win"))
        painter.setPen(QPen(self._palette.color("rule"), 1))
        end = placed(QRect(area.right(), 0, 1, area.height()), self._whole())
        painter.drawLine(end.topLeft(), end.bottomLeft())
        inner = placed(area.adjusted(12, 13, -4, -28), self._whole())
        bold, small = ui_font(UI_SIZE, weight=QFont.Weight.DemiBold), ui_font(CAPTION_SIZE)
        for words, font, color, place in (
            (tr("{rows} rows, {drafts} drafts", rows=rows, drafts=drafts), bold, "ink", inner),
            (self.said, small, "ink2", inner.translated(0, 17)),
        ):
            painter.setFont(font)
            painter.setPen(self._palette.color(color))
            shown = QFontMetrics(font).elidedText(words, Qt.TextElideMode.ElideRight, place.width())
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | at_start(), shown)

    # keys and mouse

    @override
    def column_at(self, x: int) -> int:
        return self._matrix.places.column_at(x - self._whole().left(), self._matrix.horizontalScrollBar().value())

    @override
    def menu_left(self, column: int) -> int:
        return self._area(column).left()

    @override
    def tip_beside(self) -> str:
        return self.said

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.ask_menu(max(0, self.column_at(event.position().toPoint().x())))
