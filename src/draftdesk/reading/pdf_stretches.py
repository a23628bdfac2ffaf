"""The letters of a piece as stretches: as few as will do to find its words, its columns and its number.

A page has thousands of letters, and most stand where any reader expects them. Letters between which no blank can
stand are one stretch; so is what follows the first letters of a piece, which may be a number, if all its blanks
are seen and none is as wide as a column.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from operator import sub
from typing import Final, NamedTuple
from unicodedata import combining

from draftdesk.model.paragraph import Mark
from draftdesk.reading.pdf_pieces import Piece

Marks = frozenset[Mark]
SEEN: Final = 0.3
"""How much of the width of a blank must be left of it before the next letter."""

_OVERLAP: Final = 0.7  # of the width of a blank; as much as leaves it seen
AFTER_LABEL: Final = 0.4
"""The least gap after the number of a paragraph, in em."""

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


def stretches(piece: Piece, marks: Marks, size: float, narrowest: float) -> Iterable[Glyph]:
    """The stretches and blanks of a piece from left to right.

    `size` is the height of the line, `narrowest` the least gap in points that is read as a blank.
    """
    text, gaps = piece.text, piece.gaps
    least, widest = piece.bounds
    if not gaps:
        gaps = list(map(sub, piece.lefts[1:], piece.rights))
        least, widest = min(gaps, default=0.0), max(gaps, default=0.0)
    first = text.find(" ")
    if widest <= narrowest and first < 0:
        return (Glyph(text, piece.lefts[0], piece.rights[-1], marks),)
    if widest > narrowest:
        words = [found.span() for found in _WORD.finditer(text)]
        wide = [at for at, gap in enumerate(gaps) if gap > narrowest]
        if any(text[at] != " " and text[at + 1] != " " for at in wide):
            words = [part for word in words for part in _parted(word, gaps, narrowest)]
        plain = _plain_from(piece, words, least, size)
        together = [(words[plain][0], words[-1][1])] if plain < len(words) else []
        return _glyphs(piece, [*words[:plain], *together], marks)
    blank = first if _has_plain_blanks(piece, size) else text.find(" ", _LABEL)
    if blank < 0 or least < -_OVERLAP * (piece.rights[blank] - piece.lefts[blank]):
        words = [found.span() for found in _WORD.finditer(text)]
        return _glyphs(piece, words, marks)
    before = [found.span() for found in _WORD.finditer(text, 0, blank)] if blank > first else []
    return _glyphs(piece, [*before, *_rest(text, blank if before else 0)], marks)


def _rest(text: str, start: int) -> Iterator[tuple[int, int]]:
    """All the words from a place on as one."""
    end = len(text.rstrip())
    if end > start:
        yield end - len(text[start:end].lstrip()), end


def _has_plain_blanks(piece: Piece, size: float) -> bool:
    """Whether none of the first blanks can part a number from its text."""
    text, lefts, rights = piece.text, piece.lefts, piece.rights
    widest = AFTER_LABEL * size
    at = text.find(" ", 1, _LABEL)
    while at > 0:
        end = at + 1
        while text[end : end + 1] == " ":
            end += 1
        if end < len(text) and lefts[end] - rights[at - 1] > widest:
            return False
        at = text.find(" ", end, _LABEL)
    return True


def _glyphs(piece: Piece, words: Sequence[tuple[int, int]], marks: Marks) -> list[Glyph]:
    """Stretches of words, and the blanks around them."""
    text, lefts, rights = piece.text, piece.lefts, piece.rights
    glyphs = [] if words and not words[0][0] else [Glyph(" ", lefts[0], rights[0], marks)]
    for start, end in words:
        shown = text[start:end]
        glyphs.append(
            Glyph(" ".join(shown.split()) if "  " in shown else shown, lefts[start], rights[end - 1], marks)
        )
        if text[end : end + 1] == " ":
            glyphs.append(Glyph(" ", lefts[end], rights[end], marks))
    return glyphs


def _parted(word: tuple[int, int], gaps: list[float], narrowest: float) -> Iterator[tuple[int, int]]:
    """A word parted where the letters stand apart as words do."""
    start, end = word
    if end - start > 1 and max(gaps[start : end - 1]) > narrowest:
        for at in range(start, end - 1):
            if gaps[at] > narrowest:
                yield start, at + 1
                start = at + 1
    yield start, end


def _plain_from(piece: Piece, words: list[tuple[int, int]], least: float, size: float) -> int:
    """From which word on all blanks of a piece are plain: seen, and none as wide as a column."""
    count = len(words)
    first = 0
    if not _has_plain_blanks(piece, size):
        first = next((at for at in range(count) if words[at][0] >= _LABEL), count)
    if first + 1 >= count:
        return count
    text, lefts, rights = piece.text, piece.lefts, piece.rights
    ends = [end for _, end in words[first:-1]]
    starts = [start for start, _ in words[first + 1 :]]
    narrowest = min([rights[end] - lefts[end] if text[end] == " " else 0.0 for end in ends])
    if narrowest < _NARROWEST_BLANK or least < -_OVERLAP * narrowest:
        return count
    widest = max([lefts[start] - rights[end - 1] for end, start in zip(ends, starts, strict=True)])
    return count if widest > _WIDEST_BLANK * size else first
