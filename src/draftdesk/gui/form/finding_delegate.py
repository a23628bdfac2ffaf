"""Paints an entry of the list of findings: sign and place, the rule, what is written and what is in form."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QTextLayout, QTextOption
from typing_extensions import override

from draftdesk.gui.appearance.fonts import text_font, ui_font
from draftdesk.gui.appearance.theme import CAPTION_SIZE, UI_SIZE
from draftdesk.gui.form.grade_signs import draw_grade
from draftdesk.gui.sides import at_end, at_start, placed
from draftdesk.gui.widgets.entry_list import EntryDelegate
from draftdesk.translation import tr
from draftdesk.workbench.draft_findings import FindingEntry

_WORDS = 14
_LINE = 16
_RULE_LINES = 2


class FindingDelegate(EntryDelegate[FindingEntry]):
    """Four lines for each finding: where it is, two for the rule, and what is written there."""

    height = 82

    @override
    def draw(self, painter: QPainter, area: QRect, entry: FindingEntry) -> None:
        sign = placed(QRectF(area.left() + 13, area.top() + 9, 12, 12), area)
        draw_grade(painter, sign, entry.finding.grade, self.colors)
        lines = placed(area.adjusted(36, 5, -12, 0), area)
        self._line(painter, QRect(lines.left(), lines.top(), lines.width(), 19), _heads(entry))
        painter.setFont(ui_font(UI_SIZE))
        told = rule_lines(entry.rule, painter, lines.width())
        for number, words in enumerate(told):
            place = QRect(lines.left(), lines.top() + 20 + number * _LINE, lines.width(), _LINE)
            self._words(painter, place, words, "ink")
        self._form(painter, QRect(lines.left(), lines.top() + 22 + len(told) * _LINE, lines.width(), 20), entry)

    def _line(self, painter: QPainter, area: QRect, heads: tuple[str, str]) -> None:
        painter.setFont(ui_font(CAPTION_SIZE))
        right = QFontMetrics(painter.font()).horizontalAdvance(heads[1])
        self._words(painter, placed(area.adjusted(0, 0, -right - 8, 0), area), heads[0], "ink2")
        painter.setPen(self.colors.color("ink3"))
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | at_end(), heads[1])

    def _words(
        self, painter: QPainter, area: QRect, words: str, color: str, side: Qt.AlignmentFlag | None = None
    ) -> int:
        metrics = QFontMetrics(painter.font())
        told = metrics.elidedText(words, Qt.TextElideMode.ElideRight, area.width())
        painter.setPen(self.colors.color(color))
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | (side or at_start()), told)
        return metrics.horizontalAdvance(told)

    def _form(self, painter: QPainter, area: QRect, entry: FindingEntry) -> None:
        """What is written, struck where other words follow, and what is in form."""
        painter.setFont(text_font("en", _WORDS))
        if not entry.right:
            self._words(painter, area, entry.found, "deleted" if entry.can_be_mended else "ink2")
            return
        arrow = QFontMetrics(painter.font()).horizontalAdvance(" → ")
        half = area.adjusted(0, 0, -arrow - (area.width() - arrow) // 2, 0) if entry.found else area
        x = area.left()
        if entry.found:
            x += self._words(painter, half, entry.found, "deleted", Qt.AlignmentFlag.AlignLeft)
            painter.setPen(self.colors.color("ink3"))
            painter.drawText(QRect(x, area.top(), arrow, area.height()), Qt.AlignmentFlag.AlignVCenter, " → ")
            x += arrow
        rest = QRect(x, area.top(), area.right() - x, area.height())
        self._words(painter, rest, entry.right, "ins", Qt.AlignmentFlag.AlignLeft)


def rule_lines(rule: str, painter: QPainter, width: int) -> tuple[str, ...]:
    """A rule in as many lines as there are for it; the last one goes on, and is cut where it is painted."""
    layout = QTextLayout(rule, painter.font())
    layout.setTextOption(QTextOption(at_start()))
    layout.beginLayout()
    starts: list[int] = []
    while len(starts) < _RULE_LINES and (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, 0))
        starts.append(line.textStart())
    layout.endLayout()
    return tuple(rule[a:b].strip() for a, b in zip(starts, (*starts[1:], len(rule)), strict=True))


def _heads(entry: FindingEntry) -> tuple[str, str]:
    return entry.where, tr(entry.finding.grade.value)
