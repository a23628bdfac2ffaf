"""What an open paragraph is painted with: the ground of the cell in hand, signs of notes as small pictures."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter

from draftdesk.gui.appearance.fonts import text_font
from draftdesk.gui.appearance.theme import Palette

_BEFORE: Final = 6
_BEHIND: Final = 4
"""Pixels beside the words, where slanted letters reach over and the frame stands; behind them is the sign of form."""


def sides(language: str) -> tuple[int, int]:
    """The room at the left and at the right of the words."""
    return (_BEHIND, _BEFORE) if language == "ar" else (_BEFORE, _BEHIND)


def ground(colors: Palette) -> str:
    """The ground of the paragraph in hand: `cur` at 45 % on paper."""
    over, under = colors.color("cur"), colors.color("paper")
    parts = [
        round(0.45 * top + 0.55 * below)
        for top, below in ((over.red(), under.red()), (over.green(), under.green()), (over.blue(), under.blue()))
    ]
    return "#" + "".join(f"{part:02X}" for part in parts)


def mark_image(mark: str, colors: Palette, size: float) -> QImage:
    """A note mark as a raised sign; in the text it is one object, so it moves and goes as one."""
    scale = 2
    font = text_font("en", size * 0.68)
    width = max(6, round(len(mark) * size * 0.36) + 2)
    image = QImage(width * scale, round(size * 0.95) * scale, QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(scale)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setFont(font)
    painter.setPen(colors.color("ink"))
    painter.drawText(0, round(size * 0.55), mark)
    painter.end()
    return image
