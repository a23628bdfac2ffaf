"""Signs of what a person decided: how far a paragraph is, and private notes. Form tells, colour repeats."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPen

from draftdesk.gui.appearance.fonts import readable, ui_font
from draftdesk.gui.appearance.theme import Palette
from draftdesk.model.decided import StatusKind

_COLORS: Final = {
    StatusKind.AGREED: "ok",
    StatusKind.AD_REFERENDUM: "ok",
    StatusKind.PENDING: "warn",
    StatusKind.RESERVED: "err",
}


def draw_status(painter: QPainter, box: QRectF, kind: StatusKind, palette: Palette, zoom: float) -> None:
    """A disc: filled with a tick for agreed, open with a tick for ad referendum, dots for pending, R for reserved."""
    color = palette.color(_COLORS[kind])
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
    painter.setPen(QPen(color, 1.5 * zoom))
    painter.setBrush(color if kind is StatusKind.AGREED else Qt.BrushStyle.NoBrush)
    painter.drawEllipse(box.adjusted(0.8, 0.8, -0.8, -0.8))
    if kind in {StatusKind.AGREED, StatusKind.AD_REFERENDUM}:
        _tick(painter, box, palette.color("paper") if kind is StatusKind.AGREED else color, zoom)
    elif kind is StatusKind.PENDING:
        _dots(painter, box, color, zoom)
    else:
        painter.setFont(ui_font(readable(9 * zoom), weight=QFont.Weight.Bold))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, "R")
    painter.restore()


def draw_private(painter: QPainter, box: QRectF, count: int, palette: Palette, zoom: float) -> None:
    """A sheet with a folded corner and lines, with the number of notes where there are several."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
    color, fold = palette.color("ink2"), 4 * zoom
    sheet = QPainterPath(box.topLeft())
    for point in (
        QPointF(box.right() - fold, box.top()),
        QPointF(box.right(), box.top() + fold),
        QPointF(box.right(), box.bottom() + 2 * zoom),
        QPointF(box.left(), box.bottom() + 2 * zoom),
    ):
        sheet.lineTo(point)
    sheet.closeSubpath()
    painter.setPen(QPen(color, 1.2 * zoom))
    painter.setBrush(palette.color("paper"))
    painter.drawPath(sheet)
    if count > 1:
        painter.setFont(ui_font(readable(9 * zoom), weight=QFont.Weight.DemiBold))
        painter.drawText(box.translated(0, zoom), Qt.AlignmentFlag.AlignCenter, str(count))
    else:
        middle = box.center() + QPointF(0, zoom)
        for k in (-2.2, 0.8, 3.8):
            y = middle.y() + k * zoom
            painter.drawLine(QPointF(box.left() + 3 * zoom, y), QPointF(box.right() - 4 * zoom, y))
    painter.restore()


def _tick(painter: QPainter, box: QRectF, color: QColor, zoom: float) -> None:
    painter.setPen(QPen(color, 1.7 * zoom, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    width, height = box.width(), box.height()
    points = [(0.28, 0.53), (0.44, 0.68), (0.73, 0.34)]
    painter.drawPolyline([QPointF(box.left() + x * width, box.top() + y * height) for x, y in points])


def _dots(painter: QPainter, box: QRectF, color: QColor, zoom: float) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    for x in (0.27, 0.5, 0.73):
        painter.drawEllipse(QPointF(box.left() + x * box.width(), box.center().y()), 1.2 * zoom, 1.2 * zoom)
