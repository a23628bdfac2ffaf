"""The fonts of the window: families per language in order of preference, and the bundled faces."""

from __future__ import annotations

from functools import cache
from typing import Final

from PySide6.QtGui import QFont, QFontDatabase, QFontMetricsF

from draftdesk.gui.appearance.theme import SMALL_SIZE
from draftdesk.resources import resource

_LATIN: Final = ["Liberation Serif", "Times New Roman", "Tinos"]
_ARABIC: Final = ["Amiri", "Noto Naskh Arabic", "Traditional Arabic"]
_CHINESE: Final = ["Noto Serif CJK SC", "SimSun", "Songti SC"]

_SCRIPTS: Final = {
    "ar": (QFontDatabase.WritingSystem.Arabic, _ARABIC),
    "zh": (QFontDatabase.WritingSystem.SimplifiedChinese, _CHINESE),
}
"""Explicit lists: left to itself the system takes Japanese letter forms and a sans serif for Arabic."""

POINTS: Final = 12
"""Size of resolution text at 100 %, as in print; 16 pixels. The user may choose another one."""

SIZES: Final = range(9, 22)
"""Points that can be chosen; smaller is not read, and zoom makes larger."""

_OURS: Final = {"ar": (20, 31), "zh": (16, 26)}
"""Size and line of resolution text by language, where it is not that of the others."""

_OF_OTHERS: Final = (16, 22)
_LEAST_LEADING: Final = 1.08
"""Of the height that a chosen font asks for, so that its lines do not touch."""

_UI: Final = ["Inter", "Segoe UI", "SF Pro Text", "Cantarell", "Noto Sans", "Liberation Sans", "DejaVu Sans"]


def load_bundled_fonts() -> int:
    """Register the faces that come with the program; returns how many were taken."""
    folder = resource("fonts")
    taken = [QFontDatabase.addApplicationFont(str(path)) for path in sorted(folder.glob("*.ttf"))]
    return sum(number >= 0 for number in taken)


class _Chosen:
    """The font of the drafts in this process; "" and 0 for ours."""

    family: str = ""
    points: int = 0


def use_text_font(family: str, points: int) -> None:
    """Set the drafts in a family and size of the user's from now on; "" and 0 are ours. What is laid out stays."""
    _Chosen.family = family if family and QFontDatabase.hasFamily(family) else ""
    _Chosen.points = points if points in SIZES else 0
    text_size.cache_clear()


def families(language: str) -> list[str]:
    """The families for a language in their order; a chosen one that has not its letters comes after those that do."""
    chosen = [_Chosen.family] if _Chosen.family else []
    if language not in _SCRIPTS:
        return [*chosen, *_LATIN, *_ARABIC, *_CHINESE]
    system, own = _SCRIPTS[language]
    others = [name for _, names in _SCRIPTS.values() if names is not own for name in names]
    has_letters = bool(chosen) and system in QFontDatabase.writingSystems(chosen[0])
    return [*chosen, *own, *_LATIN, *others] if has_letters else [*own, *chosen, *_LATIN, *others]


@cache
def text_size(language: str) -> tuple[int, int]:
    """Size and line height of resolution text in a language, in pixels at 100 %."""
    size, line = _OURS.get(language, _OF_OTHERS)
    larger = (_Chosen.points or POINTS) / POINTS
    size, line = round(size * larger), round(line * larger)
    asked = QFontMetricsF(text_font(language, size)).height() if _Chosen.family else 0
    return size, max(line, round(asked * _LEAST_LEADING))


def text_font(language: str, pixels: float, *, italic: bool = False, bold: bool = False) -> QFont:
    """The font of resolution text at a size in device-independent pixels."""
    font = QFont(families(language))
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


def readable_scale(size: float, zoom: float) -> float:
    """By how much lines of such letters are scaled: at a small zoom no closer than the letters become small."""
    return readable(size * zoom) / size
