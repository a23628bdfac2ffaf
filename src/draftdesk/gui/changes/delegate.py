"""Paints an entry of the list of changes: letter, place, class, and a snippet in the words' own signs."""

from __future__ import annotations

import unicodedata

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QFontMetricsF, QPainter, QPen
from typing_extensions import override

from draftdesk.gui.appearance.fonts import text_font, ui_font
from draftdesk.gui.appearance.hand_colors import sign_color, sign_ground
from draftdesk.gui.appearance.theme import CAPTION_SIZE
from draftdesk.gui.rows.signs import LETTER_COLORS, draw_letter
from draftdesk.gui.sides import at_end, at_start, placed
from draftdesk.gui.widgets.entry_list import EntryDelegate
from draftdesk.translation import is_right_to_left, tr
from draftdesk.workbench.change_list import ChangeEntry
from draftdesk.workbench.display.hands import NO_HAND, Hands
from draftdesk.workbench.display.values import Letter

_SNIPPET = 14
_LEAST = 10
"""In less room nothing can be read."""
_WIDE = 210
"""Narrower than this the name of a draft takes the room of the class, which the letter tells; so do long places."""

_APART = 8


class ChangeDelegate(EntryDelegate[ChangeEntry]):
    """Two lines for each change; with `hands`, in the colour of who made it."""

    hands: Hands | None = None

    def _hand(self, entry: ChangeEntry) -> int:
        if self.hands is None:
            return NO_HAND
        own = self.hands.of_column[entry.column]
        return self.hands.of_author(*entry.authors) if own == NO_HAND and len(entry.authors) == 1 else own

    @override
    def draw(self, painter: QPainter, area: QRect, entry: ChangeEntry) -> None:
        draw_letter(
            painter,
            placed(QRectF(area.left() + 12, area.top() + 8, 16, 16), area),
            entry.letter,
            self.colors,
            1.0,
            self._hand(entry),
        )
        self._head(painter, placed(area.adjusted(38, 6, -12, 0), area), entry)
        self._snippet(painter, placed(area.adjusted(38, 24, -12, -4), area), entry)

    def _head(self, painter: QPainter, area: QRect, entry: ChangeEntry) -> None:
        line = QRect(area.left(), area.top(), area.width(), 18)
        painter.setFont(ui_font(CAPTION_SIZE))
        painter.setPen(self.colors.color("ink2"))
        metrics = QFontMetrics(painter.font())
        what = tr(entry.change_class.value)
        who = " ".join(filter(None, (entry.draft, ", ".join(entry.authors))))
        whole = metrics.horizontalAdvance(f"{what}{entry.label}") + _APART
        if line.width() < (_WIDE if who else whole):
            what = ""
        room = line.width() - metrics.horizontalAdvance(what) - (_APART if what else 0)
        place = metrics.elidedText(entry.label, Qt.TextElideMode.ElideRight, room)
        if who:
            left = max(0, room - metrics.horizontalAdvance(f"  {place}"))
            place = f"{metrics.elidedText(who, Qt.TextElideMode.ElideRight, left)}  {place}"
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter | at_start(), place)
        painter.setPen(self.colors.color("ink3"))
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter | at_end(), what)

    def _snippet(self, painter: QPainter, area: QRect, entry: ChangeEntry) -> None:
        """The words before and after, each with its sign, cut where the line ends."""
        before, after = entry.before.strip(), entry.after.strip()
        pieces, hand = _pieces(entry, before, after), self._hand(entry)
        if any(map(_runs_to_the_left, before + after)):
            pieces.reverse()
        painter.setClipRect(area)
        font = text_font("en", _SNIPPET)
        metrics = QFontMetricsF(font)
        painter.setFont(font)
        x, room = float(area.left()), float(area.right())
        if is_right_to_left():
            blank = metrics.horizontalAdvance(" ")
            x = max(x, room + blank - sum(metrics.horizontalAdvance(text) + blank for text, _, _ in pieces))
        for text, color, sign in pieces:
            whole = metrics.horizontalAdvance(text)
            if room - x < min(_LEAST, whole - 1):
                break
            shown = text if whole <= room - x + 1 else metrics.elidedText(text, Qt.TextElideMode.ElideRight, room - x)
            width = metrics.horizontalAdvance(shown)
            baseline = area.top() + 14.0
            ground = {"ins": "ins_bg", "del": "deleted_bg", "move": "move_bg"}.get(sign)
            if ground is not None:
                tint = sign_ground(self.colors, ground, hand)
                painter.fillRect(QRectF(x, area.top() + 1, width, 18), tint)
            ink = sign_color(self.colors, color, hand if sign else NO_HAND)
            painter.setPen(ink)
            painter.drawText(QPointF(x, baseline), shown)
            self._line(painter, QPointF(x, baseline), width, sign, ink)
            x += width + metrics.horizontalAdvance(" ")

    def _line(self, painter: QPainter, start: QPointF, width: float, sign: str, ink: QColor) -> None:
        x, baseline = start.x(), start.y()
        painter.setPen(QPen(ink, 1.3))
        if sign == "del":
            painter.drawLine(QPointF(x, baseline - 4), QPointF(x + width, baseline - 4))
        elif sign in {"ins", "move"}:
            painter.drawLine(QPointF(x, baseline + 2.5), QPointF(x + width, baseline + 2.5))
            if sign == "move":
                painter.setPen(QPen(ink, 1))
                painter.drawLine(QPointF(x, baseline + 4.5), QPointF(x + width, baseline + 4.5))


def _pieces(entry: ChangeEntry, before: str, after: str) -> list[tuple[str, str, str]]:
    """(words, colour, sign) in order."""
    if entry.letter is Letter.MOVED:
        return [(after, LETTER_COLORS[entry.letter], "move")]
    if entry.letter in {Letter.NUMBER, Letter.FORMAT}:
        return [(after, "ink", "")]
    if entry.letter in {Letter.TECHNICAL, Letter.NOISE} and before and after:
        return [(f"{before} → {after}", "ink", "")]
    pieces = [(before, "deleted", "del")] if before else []
    return [*pieces, (after, "ins", "ins")] if after else pieces


def _runs_to_the_left(letter: str) -> bool:
    return unicodedata.bidirectional(letter) in {"R", "AL"}
