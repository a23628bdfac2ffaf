"""A cell as laid-out lines: one QTextLayout for each paragraph, then its notes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QTextCharFormat, QTextLayout, QTextLine, QTextOption

from draftdesk.gui.appearance.fonts import readable, readable_scale, text_font, text_size, ui_font
from draftdesk.gui.appearance.hand_colors import sign_color
from draftdesk.gui.appearance.theme import CAPTION_SIZE, PALETTES, SMALL_SIZE, UI_SIZE
from draftdesk.gui.rows import geometry as g
from draftdesk.gui.rows.display_text import DisplayText, display_text
from draftdesk.gui.rows.text_sides import option_of
from draftdesk.model.paragraph import Mark, ParagraphKind
from draftdesk.workbench.display.values import Absence, Block, CellContent, CellNote, Sign, Tone


@dataclass(frozen=True, slots=True)
class Style:
    """What a layout depends on beside its content."""

    width: int
    language: str
    zoom: float
    theme: str
    is_tight: bool = False


@dataclass(frozen=True, slots=True)
class SignRange:
    """A signed stretch in the layout's UTF-16 units."""

    start: int
    end: int
    sign: Sign
    change: int
    hand: int = -1


@dataclass
class BlockLayout:
    """A laid-out paragraph: `top` and `left` are in the cell, `start` is its place in the cell's text.

    `pens` are the stretches that are highlighted, in the layout's UTF-16 units.
    """

    block: Block
    layout: QTextLayout
    shown: DisplayText
    ranges: list[SignRange]
    top: int
    left: int
    height: int
    start: int
    pitch: float
    lead: QTextLayout | None = None
    lead_left: int = 0
    pens: tuple[tuple[int, int], ...] = ()

    @property
    def end(self) -> int:
        """The place after its last code point in the cell's text."""
        return self.start + len(self.shown.shown)


@dataclass
class CellLayout:
    """What is painted for a cell, from its top edge, padding included."""

    content: CellContent
    blocks: list[BlockLayout] = field(default_factory=list)
    lines: list[tuple[QTextLayout, int, Tone | None]] = field(default_factory=list)
    height: int = 0

    @property
    def text(self) -> str:
        """The text of the cell, its paragraphs joined by line breaks."""
        return "\n".join(block.shown.shown for block in self.blocks)


def lay_out(content: CellContent, style: Style) -> CellLayout:
    """Lay out a cell for a width."""
    cell = CellLayout(content)
    top = g.PAD_TOP - (g.TIGHT if style.is_tight else 0)
    y = round((top if content.blocks else top + 2) * style.zoom)
    start = 0
    for k, block in enumerate(content.blocks):
        y += round(g.BLOCK_GAP * style.zoom) if k else 0
        laid = _block(block, style, y, start)
        cell.blocks.append(laid)
        y += laid.height
        start = laid.end + 1
        if block.was or _signs(block):
            y = max(y, laid.top + _margin_height(block, style.zoom))
    if content.absence is not None:
        y += _line(cell, _absence_layout(content.absence, style), y, None)
    for note in content.notes:
        y += round(2 * style.zoom)
        y += _line(cell, _note_layout(note, style), y, note.tone)
    cell.height = y + round(g.PAD_BOTTOM * style.zoom)
    return cell


def was_lines(was: str) -> tuple[str, ...]:
    """The old number as it stands under the new one; several numbers get a line of their own."""
    word, _, numbers = was.partition(" ")
    return (word, numbers) if word == "was" and ", " in numbers else (was,)


def _signs(block: Block) -> int:
    return bool(block.comments or block.private) + bool(block.status)


def was_scale(zoom: float) -> float:
    """By how much the lines of an old number are scaled."""
    return readable_scale(SMALL_SIZE, zoom)


def _margin_height(block: Block, zoom: float) -> int:
    """What the lines in the margin need."""
    below = margin_lines(block) - bool(block.number)
    return round((4 + 16 * bool(block.number)) * zoom + 16 * below * was_scale(zoom))


def margin_lines(block: Block) -> int:
    """How many lines stand in the margin of a paragraph: its number, the old one, the sign of its comments."""
    return bool(block.number) + (len(was_lines(block.was)) if block.was else 0) + _signs(block)


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of a line: its ground in the cell, and the baseline of its words."""

    box: QRectF
    baseline: float


def segments(laid: BlockLayout, start: int, end: int) -> Iterator[Segment]:
    """What a range of units covers; grounds are a little lower than the pitch, however tall the font is."""
    layout = laid.layout
    from_right = layout.textOption().textDirection() is Qt.LayoutDirection.RightToLeft
    first = layout.lineForTextPosition(start)
    number = first.lineNumber() if first.isValid() else 0
    for k in range(number, layout.lineCount()):
        line = layout.lineAt(k)
        if line.textStart() >= end:
            break
        low, high = max(start, line.textStart()), min(end, line.textStart() + line.textLength())
        if low < high:
            for left, right in _extents(line, low, high, from_right=from_right):
                middle = laid.top + line.y() + line.height() / 2
                box = QRectF(laid.left + left, round(middle - laid.pitch / 2) + 1, right - left, laid.pitch - 2)
                yield Segment(box, laid.top + line.y() + line.ascent())


def _extents(line: QTextLine, low: int, high: int, *, from_right: bool) -> list[tuple[float, float]]:
    """From where to where a range stands; carets tell that only where all of the line runs one way."""
    runs = line.glyphRuns(low, high - low)
    if not from_right and not any(run.isRightToLeft() for run in runs):
        left, right = x_of(line, low), x_of(line, high)
        limit = line.naturalTextRect().right()
        return [(left, min(right, max(limit, left)))]
    edges = []
    for run in runs:
        box = run.boundingRect()
        edges.append((box.left(), box.right()))
    edges.sort()
    merged: list[tuple[float, float]] = []
    for left, right in edges:
        if merged and left - merged[-1][1] < line.height() / 3:
            merged[-1] = (merged[-1][0], max(merged[-1][1], right))
        else:
            merged.append((left, right))
    return merged


def x_of(line: QTextLine, unit: int) -> float:
    """The x of the caret before a UTF-16 unit."""
    placed: Any = line.cursorToX(unit)
    return float(placed[0] if isinstance(placed, tuple) else placed)


def _block(block: Block, style: Style, y: int, start: int) -> BlockLayout:
    shown = display_text(block.shown)
    indent = round(max(0, block.indent - 1) * g.LEAD_WIDTH * style.zoom)
    style = note_style(style) if block.kind is ParagraphKind.FOOTNOTE else style
    lead_width = _lead_width(block.lead, style) if block.lead else 0
    rtl = style.language == "ar"
    left = 0 if rtl else indent + lead_width
    layout = _new_layout(shown.text, style, rtl=rtl)
    formats, ranges = _formats(block, shown, style)
    layout.setFormats(formats)
    pitch = text_size(style.language)[1] * style.zoom
    height = fill_lines(layout, style.width - indent - lead_width, pitch)
    laid = BlockLayout(block, layout, shown, ranges, y, left, height, start, pitch, pens=tuple(_pens(block, shown)))
    if block.lead:
        lead = _new_layout(block.lead, style, rtl=rtl)
        fill_lines(lead, style.width if not rtl else style.width - indent, pitch)
        laid.lead, laid.lead_left = lead, 0 if rtl else indent
    return laid


def note_style(style: Style) -> Style:
    """Notes are set smaller than the text, as they are printed."""
    return replace(style, zoom=style.zoom * g.NOTE_SCALE)


def _lead_width(lead: str, style: Style) -> int:
    font = text_font(style.language, text_size(style.language)[0] * style.zoom)
    needed = QFontMetricsF(font).horizontalAdvance(lead) + 7 * style.zoom
    return round(max(needed, g.LEAD_WIDTH * style.zoom))


def _new_layout(text: str, style: Style, *, rtl: bool) -> QTextLayout:
    layout = QTextLayout(text, text_font(style.language, text_size(style.language)[0] * style.zoom))
    layout.setTextOption(option_of(text, column_from_right=rtl))
    return layout


def fill_lines(layout: QTextLayout, width: float, pitch: float) -> int:
    """Break a layout into lines of an even pitch, long names too, within a word if need be; returns the height."""
    y, option = 0.0, layout.textOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    while True:
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(max(20.0, width))
        line.setPosition(QPointF(0, round(y + (pitch - line.height()) / 2)))
        y += pitch
    layout.endLayout()
    return round(max(y, pitch))


_FOREGROUND = {
    Sign.INSERTED: "ins",
    Sign.DELETED: "deleted",
    Sign.MOVED: "move",
    Sign.JOINT: "split",
    Sign.TECHNICAL: "tech",
    Sign.TECHNICAL_OLD: "tech",
}


def _formats(block: Block, shown: DisplayText, style: Style) -> tuple[list[QTextLayout.FormatRange], list[SignRange]]:
    palette = PALETTES[style.theme]
    formats: list[QTextLayout.FormatRange] = []
    ranges: list[SignRange] = []
    at = 0
    for stretch in block.stretches:
        start, end = shown.units(at), shown.units(at + len(stretch.text))
        at += len(stretch.text)
        if stretch.sign not in {Sign.PLAIN, Sign.GAP}:
            ranges.append(SignRange(start, end, stretch.sign, stretch.change, stretch.hand))
        if stretch.sign is Sign.PLAIN and not stretch.marks:
            continue
        entry = QTextLayout.FormatRange()
        entry.start, entry.length = start, end - start
        form = QTextCharFormat()
        if stretch.sign in _FOREGROUND:
            form.setForeground(sign_color(palette, _FOREGROUND[stretch.sign], stretch.hand))
        _apply_marks(form, stretch.marks)
        entry.format = form
        formats.append(entry)
    return formats, ranges


def _pens(block: Block, shown: DisplayText) -> Iterator[tuple[int, int]]:
    at = 0
    for stretch in block.stretches:
        if Mark.HIGHLIGHT in stretch.marks:
            yield shown.units(at), shown.units(at + len(stretch.text))
        at += len(stretch.text)


def _apply_marks(form: QTextCharFormat, marks: frozenset[Mark]) -> None:
    if Mark.ITALIC in marks:
        form.setFontItalic(True)
    if Mark.BOLD in marks:
        form.setFontWeight(700)
    if Mark.SUPERSCRIPT in marks:
        form.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignSuperScript)
    if Mark.SUBSCRIPT in marks:
        form.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignSubScript)


def _line(cell: CellLayout, laid: tuple[QTextLayout, int], y: int, tone: Tone | None) -> int:
    cell.lines.append((laid[0], y, tone))
    return laid[1]


def _absence_layout(absence: Absence, style: Style) -> tuple[QTextLayout, int]:
    palette = PALETTES[style.theme]
    layout = QTextLayout(absence.text, ui_font(readable(UI_SIZE * style.zoom)))
    entry = QTextLayout.FormatRange()
    form = QTextCharFormat()
    entry.start, entry.length = absence.text.find(absence.link) if absence.link else 0, len(absence.link)
    form.setForeground(palette.color("move"))
    form.setFontUnderline(True)
    entry.format = form
    layout.setFormats([entry] if absence.link else [])
    layout.setTextOption(option_of(absence.text, column_from_right=style.language == "ar"))
    return layout, fill_lines(layout, style.width, 18 * readable_scale(UI_SIZE, style.zoom))


def _note_layout(note: CellNote, style: Style) -> tuple[QTextLayout, int]:
    layout = QTextLayout(display_text(note.text).text, ui_font(readable(CAPTION_SIZE * style.zoom)))
    layout.setTextOption(option_of(note.text, column_from_right=style.language == "ar"))
    return layout, fill_lines(layout, style.width, 18 * readable_scale(CAPTION_SIZE, style.zoom))
