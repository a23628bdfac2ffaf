"""The letters of a piece as stretches: as few as will do to find its words, its columns and its number.

A page has thousands of letters, and most stand where any reader expects them. Letters between which no blank can
stand are one stretch; so is what follows the first letters of a piece, which may be a number, if all its blanks
are seen and none is as wide as a column.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from operator import sub
from typing import Final, NamedTuple
from unicodedata import combining

from draftdesk.model.paragraph import Mark
from draftdesk.reading.pdf_pieces import Piece

Marks = frozenset[Mark]
SEEN: Final = 0.3
"""How much of the width of a blank must be left of it before the next letter."""

_OVERLAP: Final = 0.7  # of the width of a blank; as much as leaves it seen
_NARROWEST_BLANK: Final = 1.0  # points
_WIDEST_BLANK: Final = 2.0  # em
_LABEL: Final = 15  # letters, more than the longest number of a paragraph
_WORD: Final = re.compile(r"\S+")


class Glyph(NamedTuple):
    """Letters without a blank that counts between them, with the accents set over them; places in points."""

    text: str
    left: float
    right: float
    marks: Marks


def has_accents(text: str) -> bool:
    """Whether a text holds an accent that stands over the letter beside it."""
    return not text.isascii() and any(map(combining, text))


def stretches(piece: Piece, marks: Marks, size: float, narrowest: float) -> Iterator[Glyph]:
    """The stretches and blanks of a piece from left to right.

    `size` is the height of the line, `narrowest` the least gap in points that is read as a blank.
    """
    gaps = piece.gaps or list(map(sub, piece.lefts[1:], piece.rights))
    widest = max(gaps, default=0.0)
    if widest > narrowest:
        words = [found.span() for found in _WORD.finditer(piece.text)]
        words = [part for word in words for part in _parted(word, gaps, narrowest)]
        plain = _plain_from(piece, words, gaps, size)
    else:
        blank = piece.text.find(" ", _LABEL)
        is_even = blank > 0 and min(gaps) >= -_OVERLAP * (piece.rights[blank] - piece.lefts[blank])
        words = [found.span() for found in _WORD.finditer(piece.text, 0, blank if is_even else len(piece.text))]
        plain = len(words)
        rest = piece.text.rstrip()
        if is_even and len(rest) > blank:
            words.append((len(rest) - len(rest[blank:].lstrip()), len(rest)))
    return _glyphs(piece, words, plain, marks)


def _glyphs(piece: Piece, words: list[tuple[int, int]], plain: int, marks: Marks) -> Iterator[Glyph]:
    """Words and the blanks around them; from the word `plain` on they are one stretch."""
    text, lefts, rights = piece.text, piece.lefts, piece.rights
    if not words or words[0][0]:
        yield Glyph(" ", lefts[0], rights[0], marks)
    for start, end in words[:plain]:
        yield Glyph(text[start:end], lefts[start], rights[end - 1], marks)
        if text[end : end + 1] == " ":
            yield Glyph(" ", lefts[end], rights[end], marks)
    if plain < len(words):
        start, end = words[plain][0], words[-1][1]
        yield Glyph(" ".join(text[start:end].split()), lefts[start], rights[end - 1], marks)
        if end < len(text):
            yield Glyph(" ", lefts[end], rights[end], marks)


def _parted(word: tuple[int, int], gaps: list[float], narrowest: float) -> Iterator[tuple[int, int]]:
    """A word parted where the letters stand apart as words do."""
    start, end = word
    if end - start > 1 and max(gaps[start : end - 1]) > narrowest:
        for at in range(start, end - 1):
            if gaps[at] > narrowest:
                yield start, at + 1
                start = at + 1
    yield start, end


def _plain_from(piece: Piece, words: list[tuple[int, int]], gaps: list[float], size: float) -> int:
    """From which word on all blanks of a piece are plain: seen, and none as wide as a column."""
    count = len(words)
    first = next((at for at in range(count) if words[at][0] >= _LABEL), count)
    if first + 1 >= count:
        return count
    text, lefts, rights = piece.text, piece.lefts, piece.rights
    ends = [end for _, end in words[first:-1]]
    starts = [start for start, _ in words[first + 1 :]]
    narrowest = min([rights[end] - lefts[end] if text[end] == " " else 0.0 for end in ends])
    if narrowest < _NARROWEST_BLANK or min(gaps) < -_OVERLAP * narrowest:
        return count
    widest = max([lefts[start] - rights[end - 1] for end, start in zip(ends, starts, strict=True)])
    return count if widest > _WIDEST_BLANK * size else first
