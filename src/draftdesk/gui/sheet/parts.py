"""The sheet laid out: names at the left, the redline, below it what is to be said of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont, QTextLayout, QTextOption

from draftdesk.gui.appearance.fonts import readable, readable_scale, ui_font
from draftdesk.gui.appearance.theme import CAPTION_SIZE, UI_SIZE
from draftdesk.gui.rows.cell_layout import CellLayout, Style, fill_lines
from draftdesk.gui.sides import at_start
from draftdesk.translation import is_right_to_left, tr
from draftdesk.workbench.display.values import CellContent
from draftdesk.workbench.sheet import Sheet

_WHO: Final = 150
_BESIDE_FROM: Final = 500
"""Narrower sheets have the names over the text."""

_MOST_TEXT: Final = 760
_MARGIN: Final = 16
_LETTERS: Final = 20


@dataclass(frozen=True)
class Line:
    """A laid-out line of the interface at a place in its part, in a colour of the theme."""

    layout: QTextLayout
    x: int
    y: int
    color: str


@dataclass(frozen=True)
class Part:
    """The base, an entry, or the drafts of which there is nothing to show; `entry` is -1 but for an entry.

    `column` is the draft whose words stand there, -1 for none; `signs` is where its letters begin.
    """

    entry: int
    column: int
    top: int
    height: int
    text_left: int
    text_top: int
    cell: CellLayout | None
    lines: tuple[Line, ...]
    signs: QRectF


def full_width(zoom: float) -> int:
    """The width in which lines are as long as they read well."""
    return round((_WHO + _MOST_TEXT + 3 * _MARGIN) * zoom)


Lay = Callable[[CellContent, Style], CellLayout]


class SheetLayout:
    """Lays a sheet out for a width and a zoom; `letters` are how many stand before the first note of each entry."""

    def __init__(
        self, lay: Lay, width: int, zoom: float, theme: str, languages: Sequence[str], letters: Sequence[int]
    ) -> None:
        self._lay = lay
        self._letters = letters
        self._zoom = zoom
        self._theme = theme
        self._languages = languages
        self._margin = round(_MARGIN * zoom)
        self._who = round(_WHO * zoom) if width >= _BESIDE_FROM * zoom else 0
        self._left = self._margin + (self._who + self._margin if self._who else 0)
        self._text = max(120, min(width - self._left - self._margin, round(_MOST_TEXT * zoom)))
        self._names = self._margin
        if is_right_to_left():
            self._names = width - self._margin - (self._who or self._text)
            self._left = width - self._left - self._text
        self._y = 0

    def parts(self, sheet: Sheet) -> tuple[Part, ...]:
        """All parts from the top."""
        made = [self._part(-1, 0, (sheet.base_name,), "base", sheet.base, ())]
        for number, entry in enumerate(sheet.entries):
            notes = ((entry.summary, "ink2"), *((text, "ink2") for text in entry.touches))
            made.append(self._part(number, entry.columns[0], entry.names, entry.remark, entry.content, notes))
        for names, said in ((sheet.same, tr("Unchanged")), (sheet.silent, tr("Silent on this paragraph"))):
            if names:
                made.append(self._part(-1, -1, names, "", None, ((said, "ink3"),)))
        return tuple(made)

    def _part(
        self,
        entry: int,
        column: int,
        names: Sequence[str],
        remark: str,
        content: CellContent | None,
        notes: Sequence[tuple[str, str]],
    ) -> Part:
        zoom, pad = self._zoom, round(10 * self._zoom)
        lines: list[Line] = []
        y = pad
        width = self._who or self._text
        weight = QFont.Weight.DemiBold if column >= 0 else QFont.Weight.Normal
        ink = "ink" if entry >= 0 else "ink2"
        y += self._line(lines, ", ".join(names), (self._names, y, width), UI_SIZE, ink, weight)
        if remark:
            y += self._line(lines, remark, (self._names, y, width), CAPTION_SIZE, "ink3")
        beside, y = y, pad if self._who else y
        cell, top = None, y - round(7 * zoom)
        if content is not None:
            cell = self._lay(content, Style(self._text, self._languages[column], zoom, self._theme))
            y = top + cell.height - round(4 * zoom)
        signs = QRectF(self._left, y, _LETTERS * zoom, _LETTERS * zoom)
        for number, (text, color) in enumerate(notes):
            shift = round(self._letters[entry] * _LETTERS * zoom) if number == 0 and entry >= 0 else 0
            y += self._line(lines, text, (self._left + shift, y, self._text - shift), CAPTION_SIZE, color)
        height = max(beside, y) + pad
        part = Part(entry, column, self._y, height, self._left, top, cell, tuple(lines), signs)
        self._y += height
        return part

    def _line(
        self,
        lines: list[Line],
        text: str,
        place: tuple[int, int, int],
        size: int,
        color: str,
        weight: QFont.Weight = QFont.Weight.Normal,
    ) -> int:
        """Lays text out at x, y for a width; returns its height."""
        x, y, width = place
        layout = QTextLayout(text, ui_font(readable(size * self._zoom), weight=weight))
        if x == self._names:
            layout.setTextOption(QTextOption(at_start()))
        height = fill_lines(layout, width, 18 * readable_scale(size, self._zoom))
        lines.append(Line(layout, x, y, color))
        return height
