"""The page of a room laid out: paragraph, what it was, neighbours and what is said of them, from the top."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QTextCharFormat, QTextLayout

from draftdesk.gui.appearance.fonts import text_font, text_size, ui_font
from draftdesk.gui.appearance.theme import PALETTES, Palette
from draftdesk.gui.rows.cell_layout import BlockLayout, CellLayout, Style, fill_lines, lay_out
from draftdesk.gui.rows.row_painter import TONES
from draftdesk.gui.rows.signs import draw_grounds, draw_lines
from draftdesk.gui.rows.text_sides import option_of
from draftdesk.translation import tr
from draftdesk.wording.brackets import brackets_in
from draftdesk.workbench.display.values import GONE, CellContent, Tone
from draftdesk.workbench.room.page import RoomNeighbour, RoomPage

WIDTH: Final = 1600
"""The width for which the sizes below are meant; a wider screen has larger letters."""

TEXT: Final = 46
_BASE: Final = 30
_SMALL: Final = 20
_LEAST: Final = 26
"""Pixels of letters, on such a screen, that are read from the back."""

_BEFORE_FIGURE: Final = re.compile(r" (?=\d)")
_LEFT: Final = 178
_RIGHT: Final = 72
_EDGE: Final = 36
"""Left of the page; names of several paragraphs come no nearer to it."""


@dataclass(frozen=True)
class Piece:
    """Something laid out at a place; `ground` is a colour under it, `number` stands in the margin."""

    y: float
    height: float
    cell: CellLayout | None = None
    layout: QTextLayout | None = None
    color: str = "ink"
    ground: str = ""
    number: str = ""
    number_size: float = 0.0
    is_main: bool = False


@dataclass(frozen=True)
class RoomLayout:
    """All pieces; `height` is that of the whole, `left` where the text begins, `scale` pixels for one of ours."""

    pieces: tuple[Piece, ...]
    height: float
    left: float
    width: float
    scale: float
    zoom: float


def lay_page_out(
    page: RoomPage, languages: tuple[str, str], theme: str, size: tuple[int, int], larger: float, *, shows_base: bool
) -> RoomLayout:
    """As large as the page holds; at the smallest letters that are read neighbours go, and it scrolls."""
    width, height = size
    scale = width / WIDTH
    letters, least = TEXT * larger, min(TEXT, _LEAST) * larger
    while True:
        made = _Pages(page, languages, theme, width, scale, letters).made(letters > least, shows_base)
        if made.height <= height or letters <= least:
            return made
        letters = max(least, letters * 0.92)


class _Pages:
    """One attempt at a size of letters."""

    def __init__(
        self, page: RoomPage, languages: tuple[str, str], theme: str, width: int, scale: float, letters: float
    ) -> None:
        self._page = page
        self._languages = languages
        self._theme = theme
        self._scale = scale
        self._letters = letters * scale
        self._left = _LEFT * scale
        self._width = max(200.0, width - (_LEFT + _RIGHT) * scale)
        self._y = 24 * scale
        self._pieces: list[Piece] = []

    def made(self, neighbours: bool, shows_base: bool) -> RoomLayout:  # noqa: FBT001
        """All pieces from the top."""
        page, gap = self._page, 26 * self._scale
        if neighbours and page.before is not None:
            self._neighbour(page.before)
            self._y += gap
        if page.news:
            self._line(page.news, "ink", weight=QFont.Weight.Medium, ground="cur")
            self._y += 14 * self._scale
        self._cell(page.present, self._letters, 0, number=page.number, is_main=True)
        for note in page.present.notes:
            self._line(note.text, TONES[note.tone], weight=_weight(note.tone))
        if page.below:
            self._line(page.below, "ink2")
        if shows_base and page.base is not None:
            self._y += gap
            self._line(tr("In {name}", name=page.base_name), "ink3", weight=QFont.Weight.Medium)
            self._cell(page.base, self._letters * _BASE / TEXT, 1)
        if neighbours and page.after is not None:
            self._y += gap
            self._neighbour(page.after)
        height = self._y + 24 * self._scale
        zoom = self._letters / text_size(self._languages[0])[0]
        return RoomLayout(tuple(self._pieces), height, self._left, self._width, self._scale, zoom)

    def _cell(
        self, content: CellContent, letters: float, side: int, *, number: str = "", is_main: bool = False
    ) -> None:
        language = self._languages[side]
        style = Style(round(self._width), language, letters / text_size(language)[0], self._theme)
        cell = lay_out(replace(content, notes=()), style)
        size = 36 * self._scale * letters / (TEXT * self._scale)
        self._add(
            Piece(self._y, cell.height, cell, None, "ink" if is_main else "ink2", "", number, size, is_main=is_main)
        )

    def _neighbour(self, one: RoomNeighbour) -> None:
        letters = self._letters * _BASE / TEXT
        language = self._languages[0]
        layout = QTextLayout(one.text, text_font(language, letters))
        layout.setTextOption(option_of(one.text, column_from_right=language == "ar"))
        if one.opening:
            entry = QTextLayout.FormatRange()
            entry.start, entry.length = 0, len(one.opening)
            entry.format.setFontItalic(True)
            layout.setFormats([entry])
        height = fill_lines(layout, self._width, letters * 43 / 30)
        self._add(Piece(self._y, height, None, layout, "ink3", "", one.number, 22 * self._scale))

    def _line(self, text: str, color: str, *, weight: QFont.Weight = QFont.Weight.Normal, ground: str = "") -> None:
        layout = QTextLayout(text, ui_font(_SMALL * self._scale, weight=weight))
        from_right = self._languages[0] == "ar"
        layout.setTextOption(option_of(text, column_from_right=from_right))
        height = fill_lines(layout, self._width - (0 if from_right else 30 * self._scale), 32 * self._scale)
        self._add(Piece(self._y, height, None, layout, color, ground))

    def _add(self, piece: Piece) -> None:
        self._pieces.append(piece)
        self._y += piece.height


def _weight(tone: Tone) -> QFont.Weight:
    return QFont.Weight.Normal if tone is Tone.PLAIN else QFont.Weight.Medium


def paint_page(painter: QPainter, layout: RoomLayout, palette: Palette, language: str) -> None:
    """Paint all pieces from the top edge of the page."""
    rtl = language == "ar"
    left = (_RIGHT if rtl else _LEFT) * layout.scale
    for piece in layout.pieces:
        if piece.number:
            _number(painter, piece, layout, palette, rtl=rtl)
        painter.save()
        painter.translate(left, piece.y)
        if piece.cell is not None:
            _paint_cell(painter, piece, palette, layout.zoom)
        elif piece.layout is not None:
            _paint_line(painter, piece, palette, layout.scale)
        painter.restore()


def _number(painter: QPainter, piece: Piece, layout: RoomLayout, palette: Palette, *, rtl: bool) -> None:
    weight = QFont.Weight.DemiBold if piece.is_main else QFont.Weight.Normal
    room = (_LEFT - _EDGE - 26) * layout.scale
    text, size = _BEFORE_FIGURE.sub("\u00a0", piece.number), piece.number_size
    font = ui_font(size, weight=weight)
    line = _first_line(piece)
    painter.setPen(palette.color("ink" if piece.is_main else "ink3"))
    x = layout.width + (_RIGHT + 14) * layout.scale if rtl else _EDGE * layout.scale
    align = Qt.AlignmentFlag.AlignLeft if rtl else Qt.AlignmentFlag.AlignRight
    fitting = Qt.TextFlag.TextWordWrap
    painter.setFont(font)
    advance = painter.fontMetrics().horizontalAdvance(text)
    wide = advance > room
    if wide:
        font.setPixelSize(max(round(16 * layout.scale), int(size * max(0.6, 0.96 * room / advance))))
        painter.setFont(font)
        wide = painter.fontMetrics().horizontalAdvance(text) > room
    box = QRectF(x, piece.y + line.top(), room, line.height() * (3 if wide else 1))
    vertical = Qt.AlignmentFlag.AlignTop if wide else Qt.AlignmentFlag.AlignVCenter
    painter.drawText(box, int(align) | int(vertical) | int(fitting), text)


def _first_line(piece: Piece) -> QRectF:
    """Where the first line of a piece stands, from its top."""
    if piece.cell is not None and piece.cell.blocks:
        block = piece.cell.blocks[0]
        return QRectF(0, block.top, 1, block.pitch)
    if piece.layout is not None and piece.layout.lineCount():
        line = piece.layout.lineAt(0)
        return QRectF(0, line.y(), 1, line.height())
    return QRectF(0, 0, 1, piece.height)


def _paint_line(painter: QPainter, piece: Piece, palette: Palette, scale: float) -> None:
    layout = piece.layout
    assert layout is not None
    pad = 14 * scale if piece.ground else 0
    if piece.ground:
        words = [layout.lineAt(k).naturalTextRect() for k in range(layout.lineCount())]
        left, right = min(box.left() for box in words), max(box.right() for box in words)
        ground = QRectF(left, -3 * scale, right - left + 2 * pad, piece.height + 6 * scale)
        painter.fillRect(ground, palette.color(piece.ground))
    painter.setPen(palette.color(piece.color))
    layout.draw(painter, QPointF(pad, 0))


def _paint_cell(painter: QPainter, piece: Piece, palette: Palette, zoom: float) -> None:
    cell = piece.cell
    assert cell is not None
    for laid in cell.blocks:
        draw_grounds(painter, laid, palette, None)
        painter.setPen(palette.color(piece.color))
        laid.layout.draw(painter, QPointF(laid.left, laid.top), list(_bracket_colours(laid, palette)))
        draw_lines(painter, laid, palette, zoom if piece.is_main else zoom * _BASE / TEXT, None)
        if laid.lead is not None:
            laid.lead.draw(painter, QPointF(laid.lead_left, laid.top))
    for layout, y, _ in cell.lines:
        painter.setPen(palette.color("ink2"))
        layout.draw(painter, QPointF(0, y))


def _bracket_colours(laid: BlockLayout, palette: Palette) -> Iterator[QTextLayout.FormatRange]:
    """Brackets that stand, and the figures behind them, in the colour of their depth."""
    text = "".join(" " * len(s.text) if s.sign in GONE else s.text for s in laid.block.stretches)
    for one in brackets_in(text):
        if one.depth:
            entry = QTextLayout.FormatRange()
            entry.start = laid.shown.units(one.at)
            figures = len(str(one.depth)) if one.opens else 0
            entry.length = laid.shown.units(one.at + 1 + figures) - entry.start
            form = QTextCharFormat()
            form.setForeground(palette.color(f"bracket{min(one.depth, 4)}"))
            entry.format = form
            yield entry


def palette_of(theme: str) -> Palette:
    """The colours of a theme."""
    return PALETTES[theme]
