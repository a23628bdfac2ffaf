"""Paints an entry of the list of findings: sign and place, the rule, what is written and what is in form."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget
from typing_extensions import override

from draftdesk.gui.fonts import text_font, ui_font
from draftdesk.gui.form.grade_signs import draw_grade
from draftdesk.gui.theme import CAPTION_SIZE, LIGHT, UI_SIZE, Palette
from draftdesk.workbench.draft_findings import FindingEntry

ENTRY_ROLE = Qt.ItemDataRole.UserRole
HEIGHT = 66
_WORDS = 14


class FindingDelegate(QStyledItemDelegate):
    """Three lines for each finding."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.colors: Palette = LIGHT

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(100, HEIGHT)

    @override
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        entry: FindingEntry = index.data(ENTRY_ROLE)
        area: QRect = option.rect
        painter.save()
        if option.state & option.state.State_Selected:
            painter.fillRect(area, self.colors.color("sel"))
            painter.fillRect(QRect(area.left(), area.top(), 3, area.height()), self.colors.color("ink"))
        painter.setPen(QPen(self.colors.color("rule2"), 1))
        painter.drawLine(area.left(), area.bottom(), area.right(), area.bottom())
        draw_grade(painter, QRectF(area.left() + 13, area.top() + 9, 12, 12), entry.finding.grade, self.colors)
        lines = area.adjusted(36, 5, -12, 0)
        self._line(painter, QRect(lines.left(), lines.top(), lines.width(), 19), _heads(entry))
        painter.setFont(ui_font(UI_SIZE))
        self._words(painter, QRect(lines.left(), lines.top() + 19, lines.width(), 19), entry.rule, "ink")
        self._form(painter, QRect(lines.left(), lines.top() + 38, lines.width(), 20), entry)
        painter.restore()

    def _line(self, painter: QPainter, area: QRect, heads: tuple[str, str]) -> None:
        painter.setFont(ui_font(CAPTION_SIZE))
        right = QFontMetrics(painter.font()).horizontalAdvance(heads[1])
        self._words(painter, area.adjusted(0, 0, -right - 8, 0), heads[0], "ink2")
        painter.setPen(self.colors.color("ink3"))
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, heads[1])

    def _words(self, painter: QPainter, area: QRect, words: str, color: str) -> int:
        metrics = QFontMetrics(painter.font())
        told = metrics.elidedText(words, Qt.TextElideMode.ElideRight, area.width())
        painter.setPen(self.colors.color(color))
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, told)
        return metrics.horizontalAdvance(told)

    def _form(self, painter: QPainter, area: QRect, entry: FindingEntry) -> None:
        """What is written, struck where other words follow, and what is in form."""
        painter.setFont(text_font("en", _WORDS))
        if not entry.right:
            self._words(painter, area, entry.found, "ink2")
            return
        arrow = QFontMetrics(painter.font()).horizontalAdvance(" → ")
        half = area.adjusted(0, 0, -arrow - (area.width() - arrow) // 2, 0) if entry.found else area
        x = area.left()
        if entry.found:
            x += self._words(painter, half, entry.found, "deleted")
            painter.setPen(self.colors.color("ink3"))
            painter.drawText(QRect(x, area.top(), arrow, area.height()), Qt.AlignmentFlag.AlignVCenter, " → ")
            x += arrow
        self._words(painter, QRect(x, area.top(), area.right() - x, area.height()), entry.right, "ins")


def _heads(entry: FindingEntry) -> tuple[str, str]:
    return entry.where, entry.finding.grade.value
