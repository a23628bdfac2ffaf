"""What the signs of the matrix mean, below it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from draftdesk.gui.appearance.fonts import ui_font
from draftdesk.gui.appearance.theme import CAPTION_SIZE, LIGHT, PALETTES, Palette
from draftdesk.gui.sides import as_placed, at_start, placed
from draftdesk.translation import later, tr

_LINE: Final = 22
_Sign = tuple[str, str, str]
"""What is written, the ground and the colour."""

_Shown = tuple[tuple[_Sign, ...], str]

SIGNS_SHOWN: Final[tuple[_Shown, ...]] = (
    ((("=", "", "ink3"),), later("same")),
    (
        (("2", "heat1", "ink"), ("8", "heat2", "ink"), ("17", "heat3", "ink"), ("31", "heat4", "ink")),
        later("words changed"),
    ),
    ((("M", "move_bg", "move"),), later("moved")),
    ((("D", "deleted_bg", "deleted"),), later("deleted")),
    ((("I", "ins_bg", "ins"),), later("new")),
    ((("S", "", "ink"),), later("split or merged")),
    ((("~", "heat1", "ink"),), later("other difference")),
    ((("≠ 3", "", "ink"),), later("change the same words")),
    ((("·", "", "ink3"),), later("silent")),
    ((("▲ ▼", "", "ink"),), later("stronger, weaker")),
)

OF_LANGUAGES: Final[_Shown] = ((("‖", "", "ink3"),), later("other language, no difference"))
"""Where drafts in other languages stand beside."""


class MatrixLegend(QWidget):
    """Painted, in as many lines as the width needs."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._palette: Palette = LIGHT
        self._shown = SIGNS_SHOWN
        self.setFixedHeight(_LINE + 8)
        self.setAccessibleName(
            tr(
                "Signs: = same; a number: words changed, the more the hotter; M moved; D deleted; I new; "
                "S split or merged; ~ other difference; · silent; ‖ other language, no difference; "
                "≠ so many drafts change the same words; ▲ stronger; ▼ weaker"
            )
        )

    def set_theme(self, theme: str) -> None:
        """Paint in the colours of a theme."""
        self._palette = PALETTES[theme]
        self.update()

    def show_languages(self, *, on: bool) -> None:
        """With the sign of drafts in other languages, or without."""
        shown = (*SIGNS_SHOWN, OF_LANGUAGES) if on else SIGNS_SHOWN
        if shown != self._shown:
            self._shown = shown
            self._fit()
            self.update()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        lines = 1 + max((line for line, _, _ in self._places()), default=0)
        self.setFixedHeight(lines * _LINE + 8)

    def _places(self) -> Iterator[tuple[int, int, int]]:
        """Line and place of each sign, and how wide its boxes are."""
        line, x = 0, 12
        plain, strong = QFontMetrics(ui_font(CAPTION_SIZE)), QFontMetrics(_strong())
        for signs, word in self._shown:
            box = max(22, *(strong.horizontalAdvance(sign) + 8 for sign, _, _ in signs))
            needed = len(signs) * box + 5 + plain.horizontalAdvance(tr(word))
            if x > 12 and x + needed > self.width() - 8:
                line, x = line + 1, 12
            yield line, x, box
            x += needed + 14

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        as_placed(painter)
        painter.fillRect(self.rect(), self._palette.color("win"))
        painter.setPen(QPen(self._palette.color("rule"), 1))
        painter.drawLine(0, 0, self.width(), 0)
        for (signs, word), (line, x, width) in zip(self._shown, self._places(), strict=True):
            self._sign(painter, signs, tr(word), QRect(x, 4 + line * _LINE, width, _LINE))
        painter.end()

    def _sign(self, painter: QPainter, signs: Sequence[_Sign], word: str, box: QRect) -> None:
        painter.setFont(_strong())
        for sign, ground, ink in signs:
            if ground:
                painter.fillRect(placed(box.adjusted(0, 2, -1, -3), self.rect()), self._palette.color(ground))
            painter.setPen(self._palette.color(ink))
            painter.drawText(placed(box, self.rect()), Qt.AlignmentFlag.AlignCenter, sign)
            box = box.translated(box.width(), 0)
        painter.setFont(ui_font(CAPTION_SIZE))
        painter.setPen(self._palette.color("ink2"))
        area = QRect(box.left() + 5, box.top(), self.width(), box.height())
        painter.drawText(placed(area, self.rect()), Qt.AlignmentFlag.AlignVCenter | at_start(), word)


def _strong() -> QFont:
    return ui_font(CAPTION_SIZE, weight=QFont.Weight.DemiBold)
