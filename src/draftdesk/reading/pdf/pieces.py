"""The letters of a PDF page with their places, put together from what PDFium tells of them.

PDFium guesses spaces and line ends from the places of letters. Those guesses are left out: lines are put
together by `pdf.lines`, which knows columns, raised marks and both directions of writing.
"""

from __future__ import annotations

import ctypes
import math
from array import array
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache
from itertools import compress, islice, repeat
from operator import sub
from typing import Final, NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium

from draftdesk.errors import ReadingError, refusal
from draftdesk.reading.pdf.sweeps import Arguments, Form, FormKey, Sweeps, address, finite, pointer, quick
from draftdesk.settings import MAX_PDF_OBJECTS, MAX_PDF_PAGES

_ITALIC_FLAG: Final = 1 << 6
_FORCED_BOLD_FLAG: Final = 1 << 18
_THINNEST_RULE: Final = 2.5
_SHORTEST_RULE: Final = 1.0
_SHORTEST_UPRIGHT: Final = 8.0
_TILTED: Final = 0.2  # sine of the angle from which a letter counts as turned


class Style(NamedTuple):
    """How letters are set: the name of their font without its subset tag."""

    font: str
    is_bold: bool
    is_italic: bool


class Piece(NamedTuple):
    """Letters that one operator of the page shows: places in points, from the left and from the bottom.

    `lefts` and `rights` are the edges of each letter with its own share of space, `size` the height of the
    font as it is printed. `is_aside`: it stands beside the lines of the text, as turned letters do. `gaps`: what
    lies between neighbouring letters, `bounds` the least and the widest of them, where they are known already.
    """

    text: str
    lefts: Sequence[float]
    rights: Sequence[float]
    baseline: float
    size: float
    style: Style
    is_aside: bool = False
    gaps: Sequence[float] = ()
    bounds: tuple[float, float] = (0.0, 0.0)


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


_ask_item = quick(pdfium.FPDFPage_GetObject, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_int)
_ask_kind = quick(pdfium.FPDFPageObj_GetType, ctypes.c_int, ctypes.c_void_p)
_ask_bounds = quick(pdfium.FPDFPageObj_GetBounds, ctypes.c_int, *[ctypes.c_void_p] * 5)
_SHAPES: Final = (pdfium.FPDF_PAGEOBJ_PATH, pdfium.FPDF_PAGEOBJ_IMAGE)


def pages_of(data: bytes, name: str) -> list[Page]:
    """All pages of a PDF file; raises ReadingError for a file that is locked, damaged or endless."""
    document = _opened(data, name)
    try:
        if len(document) > MAX_PDF_PAGES:
            raise refusal(ReadingError, "pdf_too_long", name=name, pages=len(document), limit=MAX_PDF_PAGES)
        arguments = Arguments()
        return [_page(document, index, arguments) for index in range(len(document))]
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


def _page(document: pypdfium2.PdfDocument, index: int, arguments: Arguments) -> Page:
    page = document[index]
    try:
        turn = _Turn(page.get_rotation(), Box(*page.get_cropbox()))
        text = page.get_textpage()
        try:
            letters = Sweeps(text.raw, arguments)
            reader = _Reader(letters, turn)
            pieces = reader.pieces()
            usual = reader.angles.most_common(1)[0][0] if reader.angles else turn.degrees
            if usual != turn.degrees:  # a page that is written across
                turn = _Turn(usual, turn.page)
                pieces = _Reader(letters, turn).pieces()
        finally:
            text.close()
        rules, uprights, pictures = _drawn(page, turn, arguments)
        return Page(index + 1, turn.box(turn.page), tuple(pieces), rules, uprights, pictures)
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


def _shapes(page: pypdfium2.PdfPage, arguments: Arguments) -> Iterator[tuple[int, Box]]:
    """(kind, box) of the paths and images of a page; thousands of its objects are letters, and passed over."""
    count = max(pdfium.FPDFPage_CountObjects(page.raw), 0)
    arguments.reach(count)
    objects = list(map(_ask_item, repeat(pointer(address(page.raw)), count), arguments.indices))
    kinds = list(map(_ask_kind, map(pointer, objects)))
    if pdfium.FPDF_PAGEOBJ_FORM in kinds:  # it holds objects of its own
        for item in page.get_objects(filter=_SHAPES, max_depth=3):
            with suppress(pypdfium2.PdfiumError):
                yield item.type, Box(*item.get_bounds())
        return
    edges = [ctypes.c_float() for _ in range(4)]
    for item, kind in compress(zip(objects, kinds, strict=True), map(_SHAPES.__contains__, kinds)):
        if _ask_bounds(*map(pointer, [item, *map(ctypes.addressof, edges)])):
            yield kind, Box(*(edge.value for edge in edges))


def _drawn(page: pypdfium2.PdfPage, turn: _Turn, arguments: Arguments) -> tuple[tuple[Box, ...], ...]:
    """Thin level lines, thin upright lines, pictures."""
    rules, uprights, pictures = [], [], []
    for kind, bounds in islice(_shapes(page, arguments), MAX_PDF_OBJECTS):
        box = turn.box(bounds)
        if kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            pictures.append(box)
        elif box.top - box.bottom <= _THINNEST_RULE and box.right - box.left >= _SHORTEST_RULE:
            rules.append(box)
        elif box.right - box.left <= _THINNEST_RULE and box.top - box.bottom >= _SHORTEST_UPRIGHT:
            uprights.append(box)
    return tuple(rules), tuple(uprights), tuple(pictures)


class _Set(NamedTuple):
    """How the letters of a run are set; `quarter`: the way they run, in degrees, to the quarter of a turn."""

    size: float
    style: Style
    is_aside: bool
    quarter: int


class _Reader:
    """Reads the letters of one page in the order of the file; `angles` counts them by the way they run."""

    def __init__(self, letters: Sweeps, turn: _Turn) -> None:
        self._letters = letters
        self._turn = turn
        self._known: dict[FormKey, _Set] = {}
        self.angles: Counter[int] = Counter()

    def pieces(self) -> list[Piece]:
        """The pieces, in the order in which the file shows them."""
        if not self._letters.count:
            return []
        lefts, rights = self._edges()
        gaps = list(map(sub, lefts[1:], rights))
        if not math.isfinite(sum(gaps, lefts[0] + rights[-1])):
            lefts, rights = list(map(finite, lefts)), list(map(finite, rights))
            gaps = list(map(sub, lefts[1:], rights))
        text, unshown = self._letters.text(lefts, rights)
        runs = list(self._letters.runs(text, unshown))
        found: list[Piece] = []
        passed = 0
        for (start, end, shown_by), (baseline, (size, style, is_aside, quarter)) in zip(
            runs, self._begun(runs), strict=True
        ):
            while passed < len(unshown) and unshown[passed] < start:
                passed += 1
            if passed == len(unshown) or unshown[passed] >= end:
                kept: Sequence[int] = range(start, end)
                shown, own = text[start:end], (lefts[start:end], rights[start:end])
                between = gaps[start : end - 1]
            else:
                left_out = set(unshown[passed : bisect_left(unshown, end)])
                kept = [at for at in range(start, end) if at not in left_out]
                shown = "".join([text[at] for at in kept])
                own = array("d", [lefts[at] for at in kept]), array("d", [rights[at] for at in kept])
                between = list(map(sub, own[0][1:], own[1]))
            self.angles[quarter] += len(shown)
            bounds = (min(between), max(between)) if between else (0.0, 0.0)
            piece = Piece(shown, *own, baseline, size, style, is_aside, between, bounds)
            if bounds[1] <= size and bounds[0] >= -size:
                found.append(piece)
            else:
                found += self._parted(piece, kept, shown_by)
        return found

    def _edges(self) -> tuple[Sequence[float], Sequence[float]]:
        """The left and right edges of all letters as the reader sees them."""
        lefts, rights = self._letters.edges()
        if self._turn.degrees:
            lows, highs = self._letters.heights()
            turned = [self._turn.box(Box(*edges)) for edges in zip(lefts, lows, rights, highs, strict=True)]
            lefts, rights = [box.left for box in turned], [box.right for box in turned]
        return lefts, rights

    def _begun(self, runs: Sequence[tuple[int, int, int]]) -> Iterator[tuple[float, _Set]]:
        """Where the first letters of runs stand as the reader sees them, and how the letters are set."""
        starts = [start for start, _, _ in runs]
        xs, ys, keys = self._letters.begun(starts, [shown_by for _, _, shown_by in runs])
        if self._turn.degrees:
            ys = [self._turn.point(x, y)[1] for x, y in zip(xs, ys, strict=True)]
        if not math.isfinite(sum(ys)):
            ys = list(map(finite, ys))
        forms = list(keys)
        for start, form in zip(starts, forms, strict=True):
            if form not in self._known:
                self._known[form] = self._looked_at(start, form)
        return zip(ys, map(self._known.__getitem__, forms), strict=True)

    def _looked_at(self, index: int, key: FormKey) -> _Set:
        form = Form._make(key)
        is_aside = abs(math.sin(math.radians(form.degrees - self._turn.degrees))) > _TILTED
        style = _style_of(*self._letters.font(index), form.is_slanted)
        return _Set(form.size, style, is_aside, round(form.degrees / 90) * 90 % 360)

    def _parted(self, whole: Piece, places: Sequence[int], shown_by: int) -> Iterator[Piece]:
        """The letters of one object, parted where it leaves more than its size, as for a column."""
        start = 0
        while start < len(whole.text):
            [(baseline, (size, style, is_aside, _))] = self._begun([(places[start], places[-1], shown_by)])
            wide = (at for at in range(start, len(whole.gaps)) if abs(whole.gaps[at]) > size)
            end = next(wide, len(whole.text) - 1) + 1
            gaps = whole.gaps[start : end - 1]
            bounds = (min(gaps), max(gaps)) if gaps else (0.0, 0.0)
            edges = whole.lefts[start:end], whole.rights[start:end]
            yield Piece(whole.text[start:end], *edges, baseline, size, style, is_aside, gaps, bounds)
            start = end


@lru_cache(maxsize=512)
def _style_of(font: str, flags: int, is_slanted: bool) -> Style:  # noqa: FBT001  the cache wants it by place
    name = font.partition("+")[2] if font[6:7] == "+" else font
    words = name.lower()
    is_bold = any(word in words for word in ("bold", "black", "heavy")) or bool(flags & _FORCED_BOLD_FLAG)
    is_italic = is_slanted or any(word in words for word in ("italic", "oblique")) or bool(flags & _ITALIC_FLAG)
    return Style(name, is_bold, is_italic)
