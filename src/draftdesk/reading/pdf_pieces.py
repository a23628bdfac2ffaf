"""The letters of a PDF page with their places, as PDFium gives them; the only module that knows the library.

PDFium guesses spaces and line ends from the places of letters. Those guesses are left out: lines are put
together by `pdf_lines`, which knows columns, raised marks and both directions of writing.
"""

from __future__ import annotations

import ctypes
import math
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, Final

import pypdfium2
import pypdfium2.raw as pdfium

from draftdesk.errors import ReadingError, refusal
from draftdesk.settings import MAX_PDF_OBJECTS, MAX_PDF_PAGES

_ITALIC_FLAG: Final = 1 << 6
_FORCED_BOLD_FLAG: Final = 1 << 18
_LINE_END_HYPHEN: Final = 2  # what PDFium gives for a hyphen at the end of a line
_SYMBOL_FONTS: Final = {0xF0B7: "•", 0xF0A7: "▪", 0xF0D8: "➢", 0xF0FC: "✓", 0xF02D: "–"}
_UNREADABLE: Final = "\ufffd"
_THINNEST_RULE: Final = 2.5
_SHORTEST_RULE: Final = 1.0
_SHORTEST_UPRIGHT: Final = 8.0
_SMALLEST: Final = 0.5  # points
_SLANTED: Final = 0.1  # italics made of upright letters
_TILTED: Final = 0.2  # sine of the angle from which a letter counts as turned


@dataclass(frozen=True, slots=True)
class Style:
    """How letters are set: the name of their font without its subset tag."""

    font: str
    is_bold: bool
    is_italic: bool


@dataclass(slots=True)
class Piece:
    """Letters that one operator of the page shows: places in points, from the left and from the bottom.

    `lefts` and `rights` are the edges of each letter with its own share of space, `size` the height of the
    font as it is printed. `is_aside`: it stands beside the lines of the text, as turned letters do.
    """

    text: str
    lefts: list[float]
    rights: list[float]
    baseline: float
    size: float
    style: Style
    is_aside: bool = False


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on the page, in points."""

    left: float
    bottom: float
    right: float
    top: float


@dataclass(frozen=True, slots=True)
class Page:
    """One page: `number` from 1; `rules` are thin level lines, `uprights` upright ones, `pictures` images."""

    number: int
    box: Box
    pieces: tuple[Piece, ...]
    rules: tuple[Box, ...] = ()
    uprights: tuple[Box, ...] = ()
    pictures: tuple[Box, ...] = ()


def pages_of(data: bytes, name: str) -> list[Page]:
    """All pages of a PDF file; raises ReadingError for a file that is locked, damaged or endless."""
    document = _opened(data, name)
    try:
        if len(document) > MAX_PDF_PAGES:
            raise refusal(ReadingError, "pdf_too_long", name=name, pages=len(document), limit=MAX_PDF_PAGES)
        return [_page(document, index) for index in range(len(document))]
    except pypdfium2.PdfiumError as error:
        raise refusal(ReadingError, "pdf_damaged", name=name, reason=str(error)) from error
    finally:
        document.close()


def _opened(data: bytes, name: str) -> pypdfium2.PdfDocument:
    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if getattr(error, "err_code", None) in (pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY):
            raise refusal(ReadingError, "pdf_encrypted", name=name) from error
        raise refusal(ReadingError, "pdf_damaged", name=name, reason=str(error)) from error


def _page(document: pypdfium2.PdfDocument, index: int) -> Page:
    page = document[index]
    try:
        turn = _Turn(page.get_rotation(), Box(*page.get_cropbox()))
        text = page.get_textpage()
        try:
            reader = _Reader(text.raw, turn)
            pieces = tuple(reader.pieces())
            usual = reader.angles.most_common(1)[0][0] if reader.angles else turn.degrees
            if usual != turn.degrees:  # a page that is written across
                turn = _Turn(usual, turn.page)
                pieces = tuple(_Reader(text.raw, turn).pieces())
        finally:
            text.close()
        rules, uprights, pictures = _drawn(page, turn)
        return Page(index + 1, turn.box(turn.page), pieces, rules, uprights, pictures)
    finally:
        page.close()


@dataclass(frozen=True, slots=True)
class _Turn:
    """From the space of the page to the space of its reader, who sees it turned by `degrees` clockwise."""

    degrees: int
    page: Box

    def point(self, x: float, y: float) -> tuple[float, float]:
        box = self.page
        match self.degrees:
            case 90:
                return y - box.bottom, box.right - x
            case 180:
                return box.right - x, box.top - y
            case 270:
                return box.top - y, x - box.left
            case _:
                return x, y

    def box(self, box: Box) -> Box:
        (x1, y1), (x2, y2) = self.point(box.left, box.bottom), self.point(box.right, box.top)
        return Box(min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2))


def _drawn(page: pypdfium2.PdfPage, turn: _Turn) -> tuple[tuple[Box, ...], ...]:
    """Thin level lines, thin upright lines, pictures."""
    rules, uprights, pictures = [], [], []
    wanted = [pdfium.FPDF_PAGEOBJ_PATH, pdfium.FPDF_PAGEOBJ_IMAGE]
    for count, item in enumerate(page.get_objects(filter=wanted, max_depth=3)):
        if count >= MAX_PDF_OBJECTS:
            break
        try:
            box = turn.box(Box(*item.get_bounds()))
        except pypdfium2.PdfiumError:
            continue
        if item.type == pdfium.FPDF_PAGEOBJ_IMAGE:
            pictures.append(box)
        elif box.top - box.bottom <= _THINNEST_RULE and box.right - box.left >= _SHORTEST_RULE:
            rules.append(box)
        elif box.right - box.left <= _THINNEST_RULE and box.top - box.bottom >= _SHORTEST_UPRIGHT:
            uprights.append(box)
    return tuple(rules), tuple(uprights), tuple(pictures)


@dataclass
class _Reader:
    """Reads the letters of one page in the order of the file; `angles` counts them by the way they run."""

    raw: Any
    turn: _Turn
    angles: Counter[int] = field(default_factory=Counter)
    _quarter: int = 0
    _box: Any = field(default_factory=pdfium.FS_RECTF)

    def pieces(self) -> Iterator[Piece]:
        """The pieces; a page has thousands of letters, so each is asked for as little as will do."""
        raw, object_of, code_of = self.raw, pdfium.FPDFText_GetTextObject, pdfium.FPDFText_GetUnicode
        piece: Piece | None = None
        text: list[str] = []
        source, high = b"", 0
        for index in range(pdfium.FPDFText_CountChars(raw)):
            shown_by = object_of(raw, index)
            if not shown_by or pdfium.FPDFText_IsGenerated(raw, index) == 1:
                continue
            code = code_of(raw, index)
            if 0xD800 <= code < 0xDC00:
                high = code
                continue
            left, right = self._edges(index)
            address = bytes(shown_by)  # the pointer itself
            if piece is None or address != source or abs(left - piece.rights[-1]) > piece.size:
                if piece is not None:
                    yield self._ended(piece, text)
                piece, source, text = self._begun(index), address, []
            text.append(chr(code) if 0x20 < code < 0x7F else _character(code, high))
            high = 0
            piece.lefts.append(left)
            piece.rights.append(right)
        if piece is not None:
            yield self._ended(piece, text)

    def _ended(self, piece: Piece, text: list[str]) -> Piece:
        piece.text = "".join(text)
        self.angles[self._quarter] += len(text)
        return piece

    def _edges(self, index: int) -> tuple[float, float]:
        box = self._box
        pdfium.FPDFText_GetLooseCharBox(self.raw, index, box)
        left, right = box.left, box.right
        if self.turn.degrees:
            turned = self.turn.box(Box(left, box.bottom, right, box.top))
            left, right = turned.left, turned.right
        return (left, right) if math.isfinite(left + right) else (_finite(left), _finite(right))

    def _begun(self, index: int) -> Piece:
        x, y, matrix = ctypes.c_double(), ctypes.c_double(), pdfium.FS_MATRIX()
        pdfium.FPDFText_GetCharOrigin(self.raw, index, x, y)
        pdfium.FPDFText_GetMatrix(self.raw, index, matrix)
        stretch = math.hypot(matrix.c, matrix.d) or 1.0
        size = abs(_finite(pdfium.FPDFText_GetFontSize(self.raw, index) * stretch))
        degrees = math.degrees(math.atan2(_finite(matrix.b), _finite(matrix.a)))
        self._quarter = round(degrees / 90) * 90 % 360
        angle = degrees - self.turn.degrees
        _, baseline = self.turn.point(x.value, y.value)
        is_aside = abs(math.sin(math.radians(angle))) > _TILTED
        is_slanted = not matrix.b and abs(matrix.c) > _SLANTED * abs(matrix.d)
        style = self._style(index, is_slanted=is_slanted)
        return Piece("", [], [], _finite(baseline), max(size, _SMALLEST), style, is_aside)

    def _style(self, index: int, *, is_slanted: bool) -> Style:
        name, flags = ctypes.create_string_buffer(256), ctypes.c_int()
        pdfium.FPDFText_GetFontInfo(self.raw, index, name, len(name), flags)
        return _style_of(name.value.decode("utf-8", "replace"), flags.value, is_slanted)


@lru_cache(maxsize=512)
def _style_of(font: str, flags: int, is_slanted: bool) -> Style:  # noqa: FBT001  the cache wants it by place
    name = font.partition("+")[2] if font[6:7] == "+" else font
    words = name.lower()
    is_bold = any(word in words for word in ("bold", "black", "heavy")) or bool(flags & _FORCED_BOLD_FLAG)
    is_italic = is_slanted or any(word in words for word in ("italic", "oblique")) or bool(flags & _ITALIC_FLAG)
    return Style(name, is_bold, is_italic)


def _finite(value: float) -> float:
    """The value, 0 for what a broken file gives instead of a number."""
    return value if math.isfinite(value) else 0.0


def _character(code: int, high: int) -> str:
    if code == _LINE_END_HYPHEN:
        return "-"
    if high and 0xDC00 <= code < 0xE000:
        return chr(0x10000 + ((high - 0xD800) << 10) + code - 0xDC00)
    if code in (0, 0xFFFE, 0xFFFF) or 0xD800 <= code < 0xE000:
        return _UNREADABLE
    character = _SYMBOL_FONTS.get(code) or chr(code)
    return " " if character.isspace() else character
