"""Openings offered under the editor while a paragraph begins: phrase, how often adopted, its strength."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QFont, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QWidget
from typing_extensions import override

from draftdesk.drafting.completion import Offer
from draftdesk.gui.appearance.fonts import text_font, ui_font
from draftdesk.gui.appearance.theme import CAPTION_SIZE, LIGHT, PALETTES, Palette
from draftdesk.gui.sides import as_placed
from draftdesk.translation import figure, tr

_LINE = 27
_HEAD = 27
WIDEST = 486
_NARROW = 400
_SHOWN = 6
_STEPS = 10


class OfferList(QFrame):
    """A painted list; the editor keeps the focus and its keys."""

    taken = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._over = parent
        self.setObjectName("popup")
        self._offers: Sequence[Offer] = ()
        self._current = 0
        self._title = ""
        self._palette: Palette = LIGHT
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()

    def set_theme(self, theme: str) -> None:
        """Paint in the colours of a theme."""
        self._palette = PALETTES[theme]

    def offer(self, offers: Sequence[Offer], title: str, place: QPoint, line: int) -> None:
        """Show offers under a place of the parent, or over the line above it, which is `line` pixels high.

        Nothing to offer hides the list.
        """
        self._offers, self._current, self._title = offers[:_SHOWN], 0, title
        self.setVisible(bool(offers))
        if offers:
            height = _HEAD * 2 + _LINE * len(self._offers)
            parent = self._over
            y = place.y()
            if y + height > parent.height():
                y = max(0, place.y() - height - line)
            width = max(_NARROW, min(WIDEST, parent.width() - place.x()))
            self.setGeometry(max(0, min(place.x(), parent.width() - width)), y, width, height)
            self.setAccessibleName("; ".join(offer.phrase for offer in self._offers))
            self.raise_()
            self.update()

    @property
    def phrases(self) -> tuple[str, ...]:
        """What is offered, the first one first."""
        return tuple(offer.phrase for offer in self._offers) if not self.isHidden() else ()

    @property
    def _ranks(self) -> int:
        """Where the column of strengths begins; the column of counts ends before it."""
        return self.width() - 122

    def key(self, key: int) -> None:
        """A key that the editor passes on."""
        if key == Qt.Key.Key_Escape:
            self.hide()
        elif key == Qt.Key.Key_Tab:
            self.taken.emit(self._offers[self._current].phrase)
        else:
            step = 1 if key == Qt.Key.Key_Down else -1
            self._current = (self._current + step) % len(self._offers)
            self.update()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        number = (round(event.position().y()) - _HEAD) // _LINE
        if 0 <= number < len(self._offers):
            self.taken.emit(self._offers[number].phrase)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        as_placed(painter)
        colors = self._palette
        painter.fillRect(self.rect(), colors.color("field"))
        inner = self.rect().adjusted(1, 1, -1, -1)
        foot = QRect(inner.left(), inner.bottom() - _HEAD + 1, inner.width(), _HEAD)
        painter.fillRect(foot, colors.color("win"))
        self._words(
            painter,
            QRect(inner.left(), 0, inner.width(), _HEAD),
            self._title,
            tr("adopted"),
            tr("strength in exhort"),
        )
        self._words(painter, foot, tr("↑ ↓ choose    Tab take    Esc close"), "", tr("Italics follow by themselves"))
        for number, offer in enumerate(self._offers):
            self._offer(painter, QRect(inner.left(), _HEAD + number * _LINE, inner.width(), _LINE), offer, number)
        painter.setPen(QPen(colors.color("line"), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()

    def _words(self, painter: QPainter, area: QRect, left: str, middle: str, right: str) -> None:
        painter.setFont(ui_font(CAPTION_SIZE))
        painter.setPen(self._palette.color("ink3"))
        align = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(area.adjusted(10, 0, 0, 0), align | Qt.AlignmentFlag.AlignLeft, left)
        painter.drawText(
            QRect(area.left() + self._ranks - 105, area.top(), 92, area.height()),
            align | Qt.AlignmentFlag.AlignRight,
            middle,
        )
        if middle:
            painter.drawText(area.adjusted(self._ranks, 0, 0, 0), align | Qt.AlignmentFlag.AlignLeft, right)
        else:
            painter.drawText(area.adjusted(0, 0, -10, 0), align | Qt.AlignmentFlag.AlignRight, right)

    def _offer(self, painter: QPainter, area: QRect, offer: Offer, number: int) -> None:
        current = number == self._current
        if current:
            painter.fillRect(area, self._palette.color("ink"))
        ink, pale = ("paper", "paper") if current else ("ink", "ink2")
        painter.setFont(text_font("en", 16, italic=True))
        painter.setPen(self._palette.color(ink))
        align = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(area.adjusted(10, 0, 0, 0), align | Qt.AlignmentFlag.AlignLeft, offer.phrase)
        painter.setFont(ui_font(CAPTION_SIZE, weight=QFont.Weight.Normal))
        painter.setPen(self._palette.color(pale))
        count = QRect(area.left() + self._ranks - 105, area.top(), 92, area.height())
        painter.drawText(count, align | Qt.AlignmentFlag.AlignRight, figure(offer.count))
        rank = dict(offer.ranks).get("exhort")
        if rank is None:
            painter.drawText(
                area.adjusted(self._ranks, 0, 0, 0), align | Qt.AlignmentFlag.AlignLeft, tr("not ranked")
            )
            return
        for step in range(_STEPS):
            box = QRect(area.left() + self._ranks + step * 10, area.center().y() - 3, 8, 8)
            painter.setPen(QPen(self._palette.color(pale), 1))
            painter.setBrush(self._palette.color(pale) if step < rank else Qt.BrushStyle.NoBrush)
            painter.drawRect(box)
        painter.setBrush(Qt.BrushStyle.NoBrush)
