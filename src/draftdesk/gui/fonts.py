"""The fonts of the window: families per language in order of preference, and the bundled faces."""

from __future__ import annotations

from typing import Final

from PySide6.QtGui import QFont, QFontDatabase

from draftdesk.gui.theme import SMALL_SIZE
from draftdesk.resources import resource

_LATIN: Final = ["Liberation Serif", "Times New Roman", "Tinos"]
_ARABIC: Final = ["Amiri", "Noto Naskh Arabic", "Traditional Arabic"]
_CHINESE: Final = ["Noto Serif CJK SC", "SimSun", "Songti SC"]

FAMILIES: Final = {
    "ar": [*_ARABIC, *_LATIN, *_CHINESE],
    "zh": [*_CHINESE, *_LATIN, *_ARABIC],
}
"""Explicit lists: left to itself the system takes Japanese letter forms and a sans serif for Arabic."""

_UI: Final = ["Inter", "Segoe UI", "SF Pro Text", "Cantarell", "Noto Sans", "Liberation Sans", "DejaVu Sans"]


def load_bundled_fonts() -> int:
    """Register the faces that come with the program; returns how many were taken."""
    folder = resource("fonts")
    taken = [QFontDatabase.addApplicationFont(str(path)) for path in sorted(folder.glob("*.ttf"))]
    return sum(number >= 0 for number in taken)


def text_font(language: str, pixels: float, *, italic: bool = False, bold: bool = False) -> QFont:
    """The serif of resolution text at a size in device-independent pixels."""
    font = QFont(FAMILIES.get(language, [*_LATIN, *_ARABIC, *_CHINESE]))
    font.setPixelSize(max(1, round(pixels)))
    font.setItalic(italic)
    font.setBold(bold)
    return font


def ui_font(pixels: float, *, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """The font of the interface, with figures of equal width."""
    font = QFont(_UI)
    font.setPixelSize(max(1, round(pixels)))
    font.setWeight(weight)
    font.setFeature(QFont.Tag("tnum"), 1)
    return font


def readable(size: float) -> float:
    """A size of what is not the text itself, at any zoom; below 11 pixels nobody reads it at night."""
    return max(size, SMALL_SIZE)
