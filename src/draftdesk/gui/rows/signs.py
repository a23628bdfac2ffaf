"""How signs of change are drawn: lines under and through words, letters in the lane, the move line."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPen, QPolygonF

from draftdesk.gui.appearance.fonts import readable, ui_font
from draftdesk.gui.appearance.hand_colors import sign_color, sign_ground
from draftdesk.gui.appearance.theme import Palette
from draftdesk.gui.rows.cell_layout import BlockLayout, Segment, SignRange, segments
from draftdesk.gui.rows.geometry import LETTER, LETTER_GAP, LETTER_TOP
from draftdesk.gui.rows.hit_marks import Mark
from draftdesk.workbench.display.values import GONE, Letter, Sign

GROUNDS: Final = {
    Sign.INSERTED: "ins_bg",
    Sign.DELETED: "deleted_bg",
    Sign.MOVED: "move_bg",
    Sign.TECHNICAL: "tech_bg",
    Sign.TECHNICAL_OLD: "tech_bg",
    Sign.JOINT: "split_bg",
    Sign.CONTESTED: "warn_bg",
    Sign.SMALL: "tech_bg",
}
_LINES: Final = {
    Sign.INSERTED: "ins",
    Sign.DELETED: "deleted",
    Sign.MOVED: "move",
    Sign.TECHNICAL: "tech",
    Sign.TECHNICAL_OLD: "tech",
    Sign.CONTESTED: "warn",
    Sign.SMALL: "tech",
}
LETTER_COLORS: Final = {
    Letter.STRONGER: "ins",
    Letter.WEAKER: "deleted",
    Letter.INSERTED: "ins",
    Letter.DELETED: "deleted",
    Letter.MOVED: "move",
    Letter.SPLIT: "split",
    Letter.NUMBER: "tech",
    Letter.TECHNICAL: "tech",
    Letter.FORMAT: "tech",
    Letter.NOISE: "tech",
    Letter.DOUBTFUL: "warn",
}


def draw_grounds(painter: QPainter, laid: BlockLayout, palette: Palette, current: int | None) -> None:
    """Tints under signed words, then the marker pen; the words of the current change on the ground of the current."""
    for signed in laid.ranges:
        ground = sign_ground(palette, GROUNDS[signed.sign], signed.hand)
        for segment in segments(laid, signed.start, signed.end):
            painter.fillRect(segment.box, ground)
    for start, end in laid.pens:
        for segment in segments(laid, start, end):
            painter.fillRect(segment.box, palette.color("pen"))
    for signed in laid.ranges:
        if current is not None and signed.change == current:
            for segment in segments(laid, signed.start, signed.end):
                painter.fillRect(segment.box, palette.color("cur"))


def draw_lines(painter: QPainter, laid: BlockLayout, palette: Palette, zoom: float, current: int | None) -> None:
    """Underlines, strikes and the box of the current change, over the words."""
    for signed in laid.ranges:
        for segment in segments(laid, signed.start, signed.end):
            _draw_sign(painter, segment, signed, palette, zoom)
    if current is not None:
        _draw_box(painter, laid, palette, zoom, current)


def _draw_sign(painter: QPainter, segment: Segment, signed: SignRange, palette: Palette, zoom: float) -> None:
    sign, box = signed.sign, segment.box
    if sign not in _LINES:
        return
    color = sign_color(palette, _LINES[sign], signed.hand)
    under = round(segment.baseline + 2.5 * zoom) + 0.5
    through = round(segment.baseline - 4.5 * zoom) + 0.5
    if sign is Sign.INSERTED:
        _stroke(painter, box, under, color, 1.5 * zoom)
    elif sign in GONE:
        _stroke(painter, box, through, color, 1.4 * zoom)
    elif sign is Sign.MOVED:
        _stroke(painter, box, under - 0.5, color, zoom)
        _stroke(painter, box, under + 2 * zoom, color, zoom)
    elif sign is Sign.CONTESTED:
        _stroke(painter, box, under + zoom / 2, color, 2 * zoom, Qt.PenStyle.DashLine)
    else:
        _stroke(painter, box, under + zoom, color, 1.5 * zoom, Qt.PenStyle.DotLine)


def _stroke(
    painter: QPainter, box: QRectF, y: float, color: QColor, width: float, style: Qt.PenStyle = Qt.PenStyle.SolidLine
) -> None:
    pen = QPen(color, width, style, Qt.PenCapStyle.FlatCap)
    if style is Qt.PenStyle.DotLine:
        pen.setDashPattern([1.4, 1.4])
        pen.setStyle(Qt.PenStyle.CustomDashLine)
        pen.setDashPattern([1.4, 1.4])
    painter.setPen(pen)
    painter.drawLine(QPointF(box.left(), y), QPointF(box.right(), y))


def _draw_box(painter: QPainter, laid: BlockLayout, palette: Palette, zoom: float, current: int) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
    painter.setPen(QPen(palette.color("ink"), 1.5))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for box in _joined(
        part.box for r in laid.ranges if r.change == current for part in segments(laid, r.start, r.end)
    ):
        painter.drawRoundedRect(box.adjusted(-1.5, -1, 1.5, 1 + zoom / 2), 2, 2)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)


def draw_hit_ground(painter: QPainter, laid: BlockLayout, mark: Mark, palette: Palette) -> None:
    """The ground of a hit of a search, over that of a change."""
    ground = palette.color("cur" if mark.is_current else "warn_bg")
    for segment in segments(laid, laid.shown.units(mark.start), laid.shown.units(mark.end)):
        painter.fillRect(segment.box, ground)


def draw_hit_frame(painter: QPainter, laid: BlockLayout, mark: Mark, palette: Palette) -> None:
    """A thin frame around a hit, a strong one around that on which the search stands."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(palette.color("ink"), 1.5) if mark.is_current else QPen(palette.color("warn"), 1))
    for segment in segments(laid, laid.shown.units(mark.start), laid.shown.units(mark.end)):
        painter.drawRoundedRect(segment.box.adjusted(-0.5, 0.5, 0.5, -0.5), 2, 2)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)


def _joined(boxes: Iterable[QRectF]) -> list[QRectF]:
    """Neighbouring boxes on one line become one."""
    joined: list[QRectF] = []
    for box in boxes:
        if joined and abs(joined[-1].top() - box.top()) < 1 and abs(joined[-1].right() - box.left()) < 2:
            joined[-1] = joined[-1].united(box)
        else:
            joined.append(QRectF(box))
    return joined


def letter_box(middle: int, top: int, place: int, zoom: float) -> QRectF:
    """The frame of the letter at a place in the stack."""
    size = LETTER * zoom
    y = top + (LETTER_TOP + place * (LETTER + LETTER_GAP)) * zoom
    return QRectF(middle - size / 2, y, size, size)


def draw_letter(
    painter: QPainter, box: QRectF, letter: Letter, palette: Palette, zoom: float, hand: int = -1
) -> None:
    """A framed letter, in its own colour or in that of a hand."""
    color = sign_color(palette, LETTER_COLORS[letter], hand)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
    painter.setPen(QPen(color, 1.4))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box.adjusted(0.7, 0.7, -0.7, -0.7), 2.5, 2.5)
    if letter in {Letter.STRONGER, Letter.WEAKER}:
        _draw_triangle(painter, box, color, up=letter is Letter.STRONGER)
    else:
        painter.setFont(ui_font(10 * zoom, weight=QFont.Weight.Bold))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, letter.value)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)


def draw_comment(painter: QPainter, box: QRectF, count: int, palette: Palette, zoom: float) -> None:
    """A bubble for comments, with their number where there are several."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
    painter.setPen(QPen(palette.color("warn"), 1.3))
    painter.setBrush(palette.color("warn_bg"))
    tail = box.left() + box.width() * 0.3
    path = QPainterPath()
    path.addRoundedRect(box, 2.5, 2.5)
    point = QPainterPath(QPointF(tail, box.bottom() - 0.5))
    point.lineTo(tail, box.bottom() + 3.5 * zoom)
    point.lineTo(tail + 4 * zoom, box.bottom() - 0.5)
    painter.drawPath(path.united(point))
    if count > 1:
        painter.setFont(ui_font(readable(9 * zoom), weight=QFont.Weight.DemiBold))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(count))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)


def _draw_triangle(painter: QPainter, box: QRectF, color: QColor, *, up: bool) -> None:
    inner = box.adjusted(box.width() * 0.27, box.height() * 0.32, -box.width() * 0.27, -box.height() * 0.32)
    flat, tip = (inner.bottom(), inner.top()) if up else (inner.top(), inner.bottom())
    shape = QPolygonF([QPointF(inner.left(), flat), QPointF(inner.right(), flat), QPointF(inner.center().x(), tip)])
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    painter.drawPolygon(shape)


def draw_move_line(painter: QPainter, lane: int, start: float, end: float, palette: Palette, zoom: float) -> None:
    """The line from the old place of a moved paragraph (y `start`) to the new one, with an arrowhead."""
    color = palette.color("move")
    half, out = LETTER * zoom / 2 + 1, 14 * zoom
    bend = 3 if end > start else -3
    path = QPainterPath(QPointF(lane + half, start))
    path.lineTo(lane + out - 3, start)
    path.quadTo(lane + out, start, lane + out, start + bend)
    path.lineTo(lane + out, end - bend)
    path.quadTo(lane + out, end, lane + out - 3, end)
    path.lineTo(lane + half + 2, end)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
    painter.setPen(QPen(color, 1.6 * zoom))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(path)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    tip = lane + half
    painter.drawPolygon(QPolygonF([QPointF(tip, end), QPointF(tip + 5, end - 3.5), QPointF(tip + 5, end + 3.5)]))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
