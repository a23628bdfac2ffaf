"""Pages on which text runs in columns: many lines have a gap at the same place, and words on both sides of it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from typing import Final

from draftdesk.reading.pdf_pieces import Page, Piece

_GUTTER: Final = 1.2  # em
_FEWEST_LINES: Final = 8
_FEWEST_LETTERS: Final = 15
_STEP: Final = 4.0  # points


def has_columns(page: Page) -> bool:
    """Whether a page has more than one column of text."""
    rows: dict[int, list[Piece]] = defaultdict(list)
    for piece in page.pieces:
        if piece.text.strip() and not piece.is_aside:
            rows[round(piece.baseline)].append(piece)
    places = Counter(place for row in rows.values() if len(row) > 1 for place in _gutters(row))
    return max(places.values(), default=0) >= _FEWEST_LINES


def _gutters(row: list[Piece]) -> Iterator[int]:
    """The places, in steps from the left, at which a row is empty between two stretches of words."""
    ordered = sorted(row, key=_left)
    end = _right(ordered[0])
    for at, piece in enumerate(ordered[1:], start=1):
        start = _left(piece)
        if start - end > _GUTTER * piece.size and _has_words(ordered[:at]) and _has_words(ordered[at:]):
            yield from range(int(end / _STEP) + 1, int(start / _STEP))
        end = max(end, _right(piece))


def _left(piece: Piece) -> float:
    return min(piece.lefts[0], piece.lefts[-1])


def _right(piece: Piece) -> float:
    return max(piece.rights[0], piece.rights[-1])


def _has_words(pieces: Iterable[Piece]) -> bool:
    return sum(sum(map(str.isalnum, piece.text)) for piece in pieces) >= _FEWEST_LETTERS
