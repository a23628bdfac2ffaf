"""The signs of the grades: a full square with "!", a full triangle, an open ring; the sign tells, colour helps."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPen, QPolygonF

from draftdesk.gui.appearance.fonts import ui_font
from draftdesk.gui.appearance.theme import Palette
from draftdesk.model.finding import Grade

GRADE_COLORS: Final = {Grade.ERROR: "err", Grade.WARNING: "warn", Grade.HINT: "tech"}
SIZE: Final = 10
"""Pixels of a sign at 100 %."""


def draw_grade(painter: QPainter, box: QRectF, grade: Grade, palette: Palette) -> None:
    """The sign of a grade in a square."""
    color = palette.color(GRADE_COLORS[grade])
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    if grade is Grade.ERROR:
        painter.drawRoundedRect(box, 1.5, 1.5)
        painter.setPen(palette.color("paper"))
        font = ui_font(10, weight=QFont.Weight.Bold)
        font.setPixelSize(max(7, round(box.height() * 0.95)))
        painter.setFont(font)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, "!")
    elif grade is Grade.WARNING:
        tip = QPointF(box.center().x(), box.top())
        painter.drawPolygon(QPolygonF([tip, box.bottomRight(), box.bottomLeft()]))
    else:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(color, 1.6))
        painter.drawEllipse(box.adjusted(1, 1, -1, -1))
    painter.restore()
