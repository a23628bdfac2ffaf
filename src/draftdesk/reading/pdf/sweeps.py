"""The letters of a PDF page as PDFium knows them, asked for in sweeps.

PDFium answers for one letter at a time, and turning the arguments about takes longer than the answer. So the
arguments are made ready once for a file, and what is asked of each letter is asked for a whole page at once.
"""

from __future__ import annotations

import ctypes
import math
import re
from array import array
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from functools import partial
from itertools import compress, pairwise, repeat
from operator import eq, ne
from typing import Any, Final, NamedTuple

import pypdfium2.raw as pdfium

_LINE_END_HYPHEN: Final = 2  # what PDFium gives for a hyphen at the end of a line
_SYMBOL_FONTS: Final = {0xF0B7: "•", 0xF0A7: "▪", 0xF0D8: "➢", 0xF0FC: "✓", 0xF02D: "–"}
_UNREADABLE: Final = "\ufffd"
_CODES: Final = 0x110000
_BLANK: Final = re.compile(" ")
_STRANGE: Final = re.compile(
    r"[\x00-\x1f\x7f\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
    r"\ud800-\udfff\uf000-\uf0ff\ufffe\uffff]"
)
"""All other blanks, and what is not read as it is stored."""

_TO_LEFT: Final = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]")
_STEP: Final = 16  # letters
_SLANTED: Final = 0.1  # italics made of upright letters
_SMALLEST: Final = 0.5  # points
_FEWEST_READY: Final = 4096

_run_through: Final = partial(deque[int], maxlen=0)


def address(value: object) -> int:
    """Where a value of the library lies in memory."""
    known: Any = value  # ctypes names no type for what it can cast
    return ctypes.cast(known, ctypes.c_void_p).value or 0


def _takes_ready_arguments() -> bool:
    """Whether a function without types takes arguments that were made ready, as it does in CPython."""
    with suppress(TypeError, ValueError, ctypes.ArgumentError):
        told = ctypes.PYFUNCTYPE(ctypes.c_int, ctypes.c_int, ctypes.c_void_p)(lambda number, at: number + at)
        asked = ctypes.PYFUNCTYPE(ctypes.c_int)(address(told))
        return bool(asked(ctypes.c_int.from_param(2), ctypes.c_void_p.from_param(40)) == 42)
    return False


IS_READY: Final = _takes_ready_arguments()


def _as_it_is(value: int | None) -> int | None:
    return value


pointer: Final[Callable[[int | None], Any]] = ctypes.c_void_p.from_param if IS_READY else _as_it_is
_index: Final[Callable[[int], Any]] = ctypes.c_int.from_param if IS_READY else _as_it_is


def quick(function: object, result: type | None, *arguments: type) -> Callable[..., Any]:
    """A function of the library that takes its arguments as `pointer` and `_index` make them ready.

    Where that is not possible it takes plain numbers and turns them about at each call.
    """
    return ctypes.PYFUNCTYPE(result, *([] if IS_READY else arguments))(address(function))


_OF_LETTER: Final = (ctypes.c_void_p, ctypes.c_int)
_ask_object = quick(pdfium.FPDFText_GetTextObject, ctypes.c_void_p, *_OF_LETTER)
_ask_code = quick(pdfium.FPDFText_GetUnicode, ctypes.c_uint, *_OF_LETTER)
_ask_generated = quick(pdfium.FPDFText_IsGenerated, ctypes.c_int, *_OF_LETTER)
_ask_box = quick(pdfium.FPDFText_GetLooseCharBox, None, *_OF_LETTER, ctypes.c_void_p)
_ask_origin = quick(pdfium.FPDFText_GetCharOrigin, None, *_OF_LETTER, ctypes.c_void_p, ctypes.c_void_p)
_ask_matrix = quick(pdfium.FPDFText_GetMatrix, None, *_OF_LETTER, ctypes.c_void_p)
_ask_size = quick(pdfium.FPDFText_GetFontSize, ctypes.c_double, *_OF_LETTER)
_ask_font = quick(pdfium.FPDFTextObj_GetFont, ctypes.c_void_p, ctypes.c_void_p)


class Form(NamedTuple):
    """How letters are set, as the page has it: four numbers of a matrix, a size before it, which font."""

    a: float
    b: float
    c: float
    d: float
    unscaled: float
    font: int

    @property
    def size(self) -> float:
        """The height of the letters in points."""
        return max(abs(finite(self.unscaled * (math.hypot(self.c, self.d) or 1.0))), _SMALLEST)

    @property
    def degrees(self) -> float:
        """The angle at which they run."""
        return math.degrees(math.atan2(finite(self.b), finite(self.a))) if self.b or not self.a > 0 else 0.0

    @property
    def is_slanted(self) -> bool:
        """Whether they are upright letters made italic."""
        return not self.b and abs(self.c) > _SLANTED * abs(self.d)


FormKey = tuple[float, ...]
"""The numbers of a form, as they are asked."""


class Answers:
    """Memory for what the library tells of one letter after another, so many numbers of one type for each."""

    def __init__(self, code: str, width: int) -> None:
        self._code, self._width = code, width
        self._size = width * array(code).itemsize
        self._memory: Any = b""
        self.places: list[Any] = []
        """Pointers to where the answers go."""

    def reach(self, count: int) -> None:
        """From here on there is room for so many letters."""
        if count > len(self.places):
            self._memory = (ctypes.c_char * (self._size * count))()
            first = ctypes.addressof(self._memory)
            self.places = list(map(pointer, range(first, first + self._size * count, self._size)))

    def told(self, count: int, which: int = 0) -> array[float]:
        """One of the numbers of each of the first letters; no number of Python is made for it."""
        numbers: array[float] = array(self._code)
        numbers.frombytes(memoryview(self._memory)[: self._size * count])
        return numbers if self._width == 1 else numbers[which :: self._width]


class Arguments:
    """Arguments made ready for the letters of the largest page so far, and the memory for answers."""

    def __init__(self) -> None:
        self.indices: list[Any] = []
        self.boxes, self.matrices = Answers("f", 4), Answers("f", 6)
        self.x, self.y = Answers("d", 1), Answers("d", 1)

    def reach(self, count: int) -> None:
        """From here on there are arguments for so many letters."""
        if count <= len(self.indices):
            return
        count = max(count + count // 2, _FEWEST_READY)
        self.indices += map(_index, range(len(self.indices), count))
        self.boxes.reach(count)

    def reach_pieces(self, count: int) -> None:
        """From here on there is room for so many letters that begin pieces."""
        for answers in (self.matrices, self.x, self.y):
            answers.reach(count)


class Sweeps:
    """What is asked of the letters of one page; `raw` is the text page of the library."""

    def __init__(self, raw: object, arguments: Arguments) -> None:
        self._raw = raw
        self._page = pointer(address(raw))
        self._arguments = arguments
        self.count: int = max(pdfium.FPDFText_CountChars(raw), 0)
        arguments.reach(self.count)

    def edges(self) -> tuple[Sequence[float], Sequence[float]]:
        """The left and right edges of all letters, each with its own share of space, in points."""
        boxes = self._arguments.boxes
        _run_through(map(_ask_box, repeat(self._page, self.count), self._arguments.indices, boxes.places))
        return boxes.told(self.count, 0), boxes.told(self.count, 2)

    def heights(self) -> tuple[Sequence[float], Sequence[float]]:
        """The lower and upper edges of the letters whose other edges were told last."""
        return self._arguments.boxes.told(self.count, 3), self._arguments.boxes.told(self.count, 1)

    def text(self, lefts: Sequence[float], rights: Sequence[float]) -> tuple[str, list[int]]:
        """One character for each letter, and the places of those that are none: blanks that PDFium guessed.

        What it guessed has no width.
        """
        text = self._stored()
        indices = self._arguments.indices
        blanks = [found.start() for found in _BLANK.finditer(text)]
        strange = [found.start() for found in _STRANGE.finditer(text)]
        flat = [at for odd in (blanks, strange) for at in _equal(odd, lefts, rights)]
        flags = map(_ask_generated, repeat(self._page), map(indices.__getitem__, flat))
        guessed = {at for at, flag in zip(flat, flags, strict=False) if flag == 1}
        unshown = sorted(guessed)
        strange = [at for at in strange if at not in guessed]
        if strange:
            unshown = sorted({*unshown, *(at for at in strange if _is_high(text[at]))})
            text = "".join(self._put_right(text, strange))
        return text, unshown

    def _put_right(self, text: str, strange: Iterable[int]) -> Iterator[str]:
        """The text in parts, with what is at strange places as it is read."""
        done = 0
        for at in strange:
            yield text[done:at]
            yield _character(_ask_code(self._page, self._arguments.indices[at]), text[at - 1] if at else "")
            done = at + 1
        yield text[done:]

    def _stored(self) -> str:
        buffer = (ctypes.c_ushort * (self.count + 1))()
        length = pdfium.FPDFText_GetText(self._raw, 0, self.count, buffer)
        with suppress(UnicodeDecodeError):
            text = bytes(buffer)[: 2 * self.count].decode("utf-16-le")
            if length == self.count + 1 and len(text) == self.count:  # none takes two
                return text
        codes = map(_ask_code, repeat(self._page, self.count), self._arguments.indices)
        return "".join([chr(code) if code < _CODES else _UNREADABLE for code in codes])

    def runs(self, text: str, unshown: Sequence[int]) -> Iterator[tuple[int, int, int]]:
        """(start, end, object) of neighbouring letters that one object of the page shows.

        An object shows its letters in one run, so letters between two of the same object need not be asked, nor
        those that nothing shows. Not so where PDFium has turned lines of both directions round.
        """
        begun = {at + 1 for at in unshown}
        samples = _samples([-1, *unshown, self.count], 1 if _TO_LEFT.search(text) else _STEP)
        objects = self._objects(samples)
        if not samples:
            return
        start, current = samples[0], objects[0]
        others = compress(zip(pairwise(samples), objects[1:], strict=True), map(ne, objects, objects[1:]))
        for (low, high), later in others:
            end = low + 1
            while current != later:
                at = high if high in begun else self._first_other(current, end, high)
                if current:
                    yield start, end if at == high and high in begun else at, current
                start, current = at, later if at == high else self._objects([at])[0]
                end = at + 1
        if current:
            yield start, samples[-1] + 1, current

    def _first_other(self, shown_by: int, low: int, high: int) -> int:
        """The first letter from `low` to `high`, which is one, that an object does not show."""
        indices = self._arguments.indices
        while low < high:
            middle = (low + high) // 2
            if _ask_object(self._page, indices[middle]) == shown_by:
                low = middle + 1
            else:
                high = middle
        return high

    def _objects(self, places: Sequence[int]) -> list[int]:
        return list(map(_ask_object, repeat(self._page), map(self._arguments.indices.__getitem__, places)))

    def begun(
        self, places: Sequence[int], shown_by: Iterable[int]
    ) -> tuple[Sequence[float], Sequence[float], Iterator[FormKey]]:
        """Of the letters that begin runs: where they stand on their baseline, and what they have in common."""
        ready, page, count = self._arguments, repeat(self._page), len(places)
        ready.reach_pieces(count)
        indices = [ready.indices[at] for at in places]
        _run_through(map(_ask_origin, page, indices, ready.x.places, ready.y.places))
        _run_through(map(_ask_matrix, page, indices, ready.matrices.places))
        matrices = [ready.matrices.told(count, which) for which in range(4)]
        forms = zip(*matrices, map(_ask_size, page, indices), map(_ask_font, map(pointer, shown_by)), strict=True)
        return ready.x.told(count), ready.y.told(count), forms

    def font(self, at: int) -> tuple[str, int]:
        """The name of a letter's font and the flags of that."""
        name, flags = ctypes.create_string_buffer(256), ctypes.c_int()
        pdfium.FPDFText_GetFontInfo(self._raw, at, name, len(name), flags)
        return name.value.decode("utf-8", "replace"), flags.value


def _equal(places: Sequence[int], lefts: Sequence[float], rights: Sequence[float]) -> Iterator[int]:
    """The places at which the two hold the same."""
    return compress(places, map(eq, map(lefts.__getitem__, places), map(rights.__getitem__, places)))


def _samples(unshown: Sequence[int], step: int) -> list[int]:
    """Of the letters between those that nothing shows: the first, one at each step and the last."""
    samples: list[int] = []
    for before, after in pairwise(unshown):
        if after - before > 1:
            samples += range(before + 1, after - 1, step)
            samples.append(after - 1)
    return samples


def finite(value: float) -> float:
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
