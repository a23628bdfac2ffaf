"""The colours of hands, where changes are coloured by author: signs stay, only their colour and ground are others.

Six inks for each theme, chosen by search: all read at 4.5 : 1 on every ground, and those of two hands lie apart for
all eyes, those that know no red or no green included. From the seventh hand on inks come again, without a ground.
"""

from __future__ import annotations

from functools import cache
from typing import Final

from PySide6.QtGui import QColor

from draftdesk.gui.appearance.theme import PALETTES, Palette

INKS: Final = {
    "light": ("#0000AC", "#A64200", "#216886", "#8335D2", "#393900", "#6C0057"),
    "dark": ("#A6A6FF", "#DFB300", "#33CCCC", "#EC9999", "#91EC6A", "#FFFFA6"),
    "light_contrast": ("#0012B9", "#930058", "#325300", "#1E4C79", "#500073", "#532A25"),
    "dark_contrast": ("#ECBD00", "#F6A6FF", "#99ECE4", "#FFB8A6", "#A2F26D", "#FFFFA6"),
}
_TINTS: Final = {"light": 0.09, "dark": 0.16}
"""How much of the ink its ground has; with high contrast none."""


def ink_of(theme: str, hand: int) -> str:
    """The colour of the words and signs of a hand, as #RRGGBB."""
    inks = INKS[theme]
    return inks[hand % len(inks)]


def ground_of(theme: str, hand: int) -> str:
    """What the words of a hand stand on: a breath of its ink on paper, for the first hands of all."""
    paper = PALETTES[theme].paper
    share = _TINTS.get(theme, 0.0) if hand < len(INKS[theme]) else 0.0
    pairs = [(int(ink_of(theme, hand)[k : k + 2], 16), int(paper[k : k + 2], 16)) for k in (1, 3, 5)]
    return "#" + "".join(f"{round(ink * share + ground * (1 - share)):02X}" for ink, ground in pairs)


def sign_color(palette: Palette, name: str, hand: int) -> QColor:
    """The colour of a sign that is called `name` in the theme, or that of its hand."""
    return _color(ink_of(palette.name, hand)) if hand >= 0 else palette.color(name)


def sign_ground(palette: Palette, name: str, hand: int) -> QColor:
    """The ground of a sign that is called `name` in the theme, or that of its hand."""
    return _color(ground_of(palette.name, hand)) if hand >= 0 else palette.color(name)


@cache
def _color(written: str) -> QColor:
    return QColor(written)
