"""The letters of a piece as stretches: as few as will do to find its words, its columns and its number.

A page has thousands of letters, and most stand where any reader expects them. Letters between which no blank can
stand are one stretch; so is what follows the first letters of a piece, which may be a number, if all its blanks
are seen and none is as wide as a column.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import compress, count
from operator import sub
from typing import Final, NamedTuple
from unicodedata import combining

from draftdesk.model.paragraph import Mark
from draftdesk.reading.pdf.pieces import Piece
from draftdesk.wording.labels import split_label

Marks = frozenset[Mark]
Span = tuple[int, int]
"""The places of the first letter and of the one behind the last."""

SEEN: Final = 0.3
"""How much of the width of a blank must be left of it before the next letter."""

_OVERLAP: Final = 0.7  # of the width of a blank; as much as leaves it seen
AFTER_LABEL: Final = 0.4
"""The least gap after the number of a paragraph, in em."""

_WIDEST_BLANK: Final = 2.0  # em
LABEL: Final = 15
"""More letters than the longest number of a paragraph has."""

_BULLETS: Final = frozenset("•▪●○◦➢✓–—-o*")
_TITLE_NUMBER: Final = re.compile(r"\d{1,4}/\d{1,4}(?: [A-Z])?\.")
_WORD: Final = re.compile(r"\S+")


class Glyph(NamedTuple):
    """Letters without a blank that counts between them, with the accents set over them; places in points."""

    text: str
    left: float
    right: float
    marks: Marks


def is_label(text: str) -> bool:
    """Whether a text is a bullet, the number of a paragraph or of a resolution, and nothing else."""
    text = text.strip()
    return 0 < len(text) < LABEL and _is_short_label(text)


@lru_cache(maxsize=4096)
def _is_short_label(text: str) -> bool:
    if text in _BULLETS or _TITLE_NUMBER.fullmatch(text):
        return True
    label = split_label(text)
    return label is not None and not text[label.end :].strip()


def has_accents(text: str) -> bool:
    """Whether a text holds an accent that stands over the letter beside it."""
    return not text.isascii() and any(map(combining, text))


def stretches(piece: Piece, size: float, narrowest: float, before: int = 0) -> Sequence[Span]:
    """The stretches of a piece from left to right; what is between them are blanks.

    `size` is the height of the line, `narrowest` the least gap in points that is read as a blank, `before` how many
    letters the cell has in which the piece goes on.
    """
    text, gaps = piece.text, piece.gaps
    least, widest = piece.bounds
    if not gaps:
        gaps = list(map(sub, piece.lefts[1:], piece.rights))
        least, widest = min(gaps, default=0.0), max(gaps, default=0.0)
    blank = text.find(" ")
    if blank < 0 and widest <= narrowest:
        return ((0, len(text)),)
    width = piece.rights[blank] - piece.lefts[blank] if blank >= 0 else 0.0
    is_seen = blank >= 0 and least >= -_OVERLAP * width
    if is_seen and (widest <= narrowest or _are_at_blanks(text, gaps, narrowest, _WIDEST_BLANK * size - width)):
        begun = 0 if before >= LABEL else _with_number(piece, size, before)
        rest = _rest(text, begun)
        return [*[found.span() for found in _WORD.finditer(text, 0, begun)], *rest] if begun else rest
    words = [found.span() for found in _WORD.finditer(text)]
    return [part for word in words for part in _parted(word, gaps, narrowest)] if widest > narrowest else words


def _are_at_blanks(text: str, gaps: Sequence[float], narrowest: float, room: float) -> bool:
    """Whether all gaps that may be blanks are beside one blank each, and two of them no wider than there is room."""
    if "  " in text or 2 * max(gaps) > room:
        return False
    wide = compress(count(), map(narrowest.__lt__, gaps))
    return all([" " in text[at : at + 2] for at in wide])  # noqa: C419  a list is made sooner than a generator


def _with_number(piece: Piece, size: float, before: int) -> int:
    """Where the first words end that are told apart, as one of their blanks may part a number from its text; or 0."""
    text, lefts, rights = piece.text, piece.lefts, piece.rights
    at = text.find(" ", 1, LABEL)
    while at > 0:
        end = at + 1
        while text[end : end + 1] == " ":
            end += 1
        gap = lefts[end] - rights[at - 1] if end < len(text) else 0.0
        if gap > AFTER_LABEL * size and (before or gap > _WIDEST_BLANK * size or is_label(text[:at])):
            return text.find(" ", LABEL) if " " in text[LABEL:] else len(text)
        at = text.find(" ", end, LABEL)
    return 0


def _rest(text: str, start: int) -> Sequence[Span]:
    """All the words from a place on as one."""
    end = len(text.rstrip())
    return ((end - len(text[start:end].lstrip()), end),) if end > start else ()


def _parted(word: Span, gaps: Sequence[float], narrowest: float) -> Iterator[Span]:
    """A word parted where the letters stand apart as words do."""
    start, end = word
    if end - start > 1 and max(gaps[start : end - 1]) > narrowest:
        for at in range(start, end - 1):
            if gaps[at] > narrowest:
                yield start, at + 1
                start = at + 1
    yield start, end
