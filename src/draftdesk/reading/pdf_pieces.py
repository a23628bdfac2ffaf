"""The letters of a PDF page with their places, as PDFium gives them; the only module that knows the library.

PDFium guesses spaces and line ends from the places of letters. Those guesses are left out: lines are put
together by `pdf_lines`, which knows columns, raised marks and both directions of writing.
"""

from __future__ import annotations

import ctypes
import math
import re
from bisect import bisect_left
from collections import Counter, deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from functools import lru_cache, partial
from itertools import islice, pairwise, repeat
from operator import sub
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
_CODES: Final = 0x110000
_SURROGATE: Final = re.compile("[\ud800-\udfff]")
_ODD: Final = re.compile(r"[\s\x00-\x1f\x7f\ud800-\udfff\uf000-\uf0ff\ufffe\uffff]")
"""Blanks, and what is not read as it is stored."""

_STEP: Final = 8  # letters
_THINNEST_RULE: Final = 2.5
_SHORTEST_RULE: Final = 1.0
_SHORTEST_UPRIGHT: Final = 8.0
_SMALLEST: Final = 0.5  # points
_SLANTED: Final = 0.1  # italics made of upright letters
_TILTED: Final = 0.2  # sine of the angle from which a letter counts as turned


_X, _Y, _MATRIX = ctypes.c_double(), ctypes.c_double(), pdfium.FS_MATRIX()  # answers are written here
_X_AT, _Y_AT, _MATRIX_AT = map(ctypes.addressof, (_X, _Y, _MATRIX))
_run_through: Final = partial(deque[int], maxlen=0)


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
    font as it is printed. `is_aside`: it stands beside the lines of the text, as turned letters do. `gaps`: what
    lies between neighbouring letters, where it is known already.
    """

    text: str
    lefts: list[float]
    rights: list[float]
    baseline: float
    size: float
    style: Style
    is_aside: bool = False
    gaps: list[float] = field(default_factory=list)


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


def _quick(function: Callable[..., Any], result: type, *arguments: type) -> Callable[..., Any]:
    """A function of the library that takes plain numbers for addresses: called for each letter of a page.

    The time goes into turning arguments about, not into the library.
    """
    return ctypes.PYFUNCTYPE(result, *arguments)(_address(function))


def _address(pointer: object) -> int:
    known: Any = pointer  # ctypes names no type for what it can cast
    return ctypes.cast(known, ctypes.c_void_p).value or 0


_ask_object = _quick(pdfium.FPDFText_GetTextObject, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_int)
_ask_code = _quick(pdfium.FPDFText_GetUnicode, ctypes.c_uint, ctypes.c_void_p, ctypes.c_int)
_ask_text = _quick(
    pdfium.FPDFText_GetText, ctypes.c_int, ctypes.c_void_p, ctypes.c_int, ctypes.c_int, ctypes.c_void_p
)
_ask_generated = _quick(pdfium.FPDFText_IsGenerated, ctypes.c_int, ctypes.c_void_p, ctypes.c_int)
_ask_box = _quick(pdfium.FPDFText_GetLooseCharBox, ctypes.c_int, ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p)
_ask_origin = _quick(
    pdfium.FPDFText_GetCharOrigin, ctypes.c_int, ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p, ctypes.c_void_p
)
_ask_matrix = _quick(pdfium.FPDFText_GetMatrix, ctypes.c_int, ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p)
_ask_size = _quick(pdfium.FPDFText_GetFontSize, ctypes.c_double, ctypes.c_void_p, ctypes.c_int)
_ask_font = _quick(pdfium.FPDFTextObj_GetFont, ctypes.c_void_p, ctypes.c_void_p)
_ask_item = _quick(pdfium.FPDFPage_GetObject, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_int)
_ask_kind = _quick(pdfium.FPDFPageObj_GetType, ctypes.c_int, ctypes.c_void_p)
_ask_bounds = _quick(pdfium.FPDFPageObj_GetBounds, ctypes.c_int, *[ctypes.c_void_p] * 5)
_SHAPES: Final = (pdfium.FPDF_PAGEOBJ_PATH, pdfium.FPDF_PAGEOBJ_IMAGE)


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


def _shapes(page: pypdfium2.PdfPage) -> Iterator[tuple[int, Box]]:
    """(kind, box) of the paths and images of a page; thousands of its objects are letters, and passed over."""
    raw = _address(page.raw)
    objects = list(map(_ask_item, repeat(raw), range(max(pdfium.FPDFPage_CountObjects(page.raw), 0))))
    kinds = list(map(_ask_kind, objects))
    if pdfium.FPDF_PAGEOBJ_FORM in kinds:  # it holds objects of its own
        for item in page.get_objects(filter=_SHAPES, max_depth=3):
            with suppress(pypdfium2.PdfiumError):
                yield item.type, Box(*item.get_bounds())
        return
    edges = [ctypes.c_float() for _ in range(4)]
    for item, kind in zip(objects, kinds, strict=True):
        if kind in _SHAPES and _ask_bounds(item, *map(ctypes.addressof, edges)):
            yield kind, Box(*(edge.value for edge in edges))


def _drawn(page: pypdfium2.PdfPage, turn: _Turn) -> tuple[tuple[Box, ...], ...]:
    """Thin level lines, thin upright lines, pictures."""
    rules, uprights, pictures = [], [], []
    for kind, bounds in islice(_shapes(page), MAX_PDF_OBJECTS):
        box = turn.box(bounds)
        if kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            pictures.append(box)
        elif box.top - box.bottom <= _THINNEST_RULE and box.right - box.left >= _SHORTEST_RULE:
            rules.append(box)
        elif box.right - box.left <= _THINNEST_RULE and box.top - box.bottom >= _SHORTEST_UPRIGHT:
            uprights.append(box)
    return tuple(rules), tuple(uprights), tuple(pictures)


class _Reader:
    """Reads the letters of one page in the order of the file; `angles` counts them by the way they run.

    A page has thousands of letters: what is asked of each is asked for all of them at once, and lists are cut.
    """

    def __init__(self, raw: object, turn: _Turn) -> None:
        self._raw = raw
        self._page = _address(raw)
        self._turn = turn
        self._fonts: dict[int, tuple[str, int]] = {}
        self._count: int = max(pdfium.FPDFText_CountChars(raw), 0)
        self.angles: Counter[int] = Counter()

    def pieces(self) -> Iterator[Piece]:
        """The pieces, in the order in which the file shows them."""
        if not self._count:
            return
        lefts, rights = self._edges()
        text, unshown = self._text()
        for start, end, shown_by in self._runs():
            kept = range(start, end)
            begun = bisect_left(unshown, start)
            if begun < len(unshown) and unshown[begun] < end:
                left_out = set(unshown[begun : bisect_left(unshown, end)])
                kept_places = [at for at in kept if at not in left_out]
                if kept_places:
                    yield from self._apart(
                        kept_places,
                        shown_by,
                        "".join([text[at] for at in kept_places]),
                        [lefts[at] for at in kept_places],
                        [rights[at] for at in kept_places],
                    )
            else:
                yield from self._apart(kept, shown_by, text[start:end], lefts[start:end], rights[start:end])

    def _edges(self) -> tuple[list[float], list[float]]:
        """The left and right edges of all letters."""
        boxes = (pdfium.FS_RECTF * self._count)()
        first, size = ctypes.addressof(boxes), ctypes.sizeof(pdfium.FS_RECTF)
        places = range(first, first + size * self._count, size)
        _run_through(map(_ask_box, repeat(self._page), range(self._count), places))
        numbers: Any = memoryview(boxes).cast("B").cast("f")  # left, top, right, bottom
        lefts: list[float] = numbers[0::4].tolist()
        rights: list[float] = numbers[2::4].tolist()
        if self._turn.degrees:
            lows, highs = numbers[3::4].tolist(), numbers[1::4].tolist()
            turned = [self._turn.box(Box(*edges)) for edges in zip(lefts, lows, rights, highs, strict=True)]
            lefts, rights = [box.left for box in turned], [box.right for box in turned]
        if not math.isfinite(sum(lefts) + sum(rights)):
            lefts, rights = list(map(_finite, lefts)), list(map(_finite, rights))
        return lefts, rights

    def _text(self) -> tuple[str, list[int]]:
        """One character for each letter, and the places of those that are none: blanks that PDFium guessed."""
        buffer = ctypes.create_string_buffer(2 * self._count + 2)
        length = _ask_text(self._page, 0, self._count, buffer)
        text = buffer.raw[: 2 * self._count].decode("utf-16-le", "surrogatepass")
        if length != self._count + 1 or len(text) != self._count or _SURROGATE.search(text):
            codes = map(_ask_code, repeat(self._page), range(self._count))
            text = "".join([chr(code) if code < _CODES else _UNREADABLE for code in codes])
        odd = [found.start() for found in _ODD.finditer(text)]
        flags = map(_ask_generated, repeat(self._page), odd)
        unshown = [at for at, flag in zip(odd, flags, strict=True) if flag == 1]
        guessed = set(unshown)
        strange = [at for at in odd if text[at] != " " and at not in guessed]
        if strange:
            unshown = sorted({*unshown, *(at for at in strange if _is_high(text[at]))})
            letters = list(text)
            for at in strange:
                letters[at] = _character(_ask_code(self._page, at), text[at - 1] if at else "")
            text = "".join(letters)
        return text, unshown

    def _runs(self) -> Iterator[tuple[int, int, int]]:
        """(start, end, object) of neighbouring letters that one object of the page shows.

        An object shows its letters in one run, so letters between two of the same object need not be asked.
        """
        samples = [*range(0, self._count - 1, _STEP), self._count - 1]
        objects = list(map(_ask_object, repeat(self._page), samples))
        start, current = 0, objects[0]
        for (low, high), (earlier, later) in zip(pairwise(samples), pairwise(objects), strict=True):
            if earlier == later and earlier:
                continue
            for at, shown_by in enumerate(map(_ask_object, repeat(self._page), range(low + 1, high + 1)), low + 1):
                if shown_by != current:
                    if current:
                        yield start, at, current
                    start, current = at, shown_by
        if current:
            yield start, self._count, current

    def _apart(
        self, places: Sequence[int], shown_by: int, text: str, lefts: list[float], rights: list[float]
    ) -> Iterator[Piece]:
        """The letters of one object as pieces: parted where it leaves more than its size, as for a column."""
        gaps = list(map(sub, lefts[1:], rights))
        start = 0
        while True:
            piece, quarter = self._begun(places[start], shown_by)
            end = len(text)
            if gaps and (max(gaps) > piece.size or min(gaps) < -piece.size):
                wide = (at for at in range(start, len(gaps)) if abs(gaps[at]) > piece.size)
                end = next(wide, end - 1) + 1
            self.angles[quarter] += end - start
            piece.text, piece.lefts, piece.rights = text[start:end], lefts[start:end], rights[start:end]
            yield piece
            if end == len(text):
                piece.gaps = [] if start else gaps
                return
            start = end

    def _begun(self, index: int, shown_by: int) -> tuple[Piece, int]:
        """A piece without its letters, and the way it runs in quarters of a turn."""
        _ask_origin(self._page, index, _X_AT, _Y_AT)
        _ask_matrix(self._page, index, _MATRIX_AT)
        a, b, c, d = _MATRIX.a, _MATRIX.b, _MATRIX.c, _MATRIX.d
        size = abs(_finite(_ask_size(self._page, index) * (math.hypot(c, d) or 1.0)))
        degrees = math.degrees(math.atan2(_finite(b), _finite(a))) if b or not a > 0 else 0.0
        angle = degrees - self._turn.degrees
        baseline = self._turn.point(_X.value, _Y.value)[1]
        is_aside = abs(math.sin(math.radians(angle))) > _TILTED
        style = self._style(index, shown_by, is_slanted=not b and abs(c) > _SLANTED * abs(d))
        piece = Piece("", [], [], _finite(baseline), max(size, _SMALLEST), style, is_aside)
        return piece, round(degrees / 90) * 90 % 360

    def _style(self, index: int, shown_by: int, *, is_slanted: bool) -> Style:
        font = _ask_font(shown_by)
        if font not in self._fonts:
            name, flags = ctypes.create_string_buffer(256), ctypes.c_int()
            pdfium.FPDFText_GetFontInfo(self._raw, index, name, len(name), flags)
            self._fonts[font] = name.value.decode("utf-8", "replace"), flags.value
        return _style_of(*self._fonts[font], is_slanted)


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


def _is_high(character: str) -> bool:
    """Whether a character is the first half of one that takes two."""
    return "\ud800" <= character < "\udc00"


def _character(code: int, before: str) -> str:
    if code == _LINE_END_HYPHEN:
        return "-"
    if _is_high(before) and 0xDC00 <= code < 0xE000:
        return chr(0x10000 + ((ord(before) - 0xD800) << 10) + code - 0xDC00)
    if code in (0, 0xFFFE, 0xFFFF) or 0xD800 <= code < 0xE000 or code >= _CODES:
        return _UNREADABLE
    character = _SYMBOL_FONTS.get(code) or chr(code)
    return " " if character.isspace() else character
