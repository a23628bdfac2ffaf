"""Pages on which text runs in columns: many lines have a gap at the same place, and words on both sides of it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
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
    places = Counter(place for row in rows.values() for place in _gutters(row))
    return max(places.values(), default=0) >= _FEWEST_LINES


def _gutters(row: list[Piece]) -> Iterator[int]:
    """The places, in steps from the left, at which a row is empty between two stretches of words."""
    ordered = sorted(row, key=lambda piece: min(piece.lefts))
    total = sum(_letters(piece) for piece in ordered)
    before, end = _letters(ordered[0]), max(ordered[0].rights)
    for piece in ordered[1:]:
        start = min(piece.lefts)
        is_wide = start - end > _GUTTER * piece.size
        if is_wide and before >= _FEWEST_LETTERS and total - before >= _FEWEST_LETTERS:
            yield from range(int(end / _STEP) + 1, int(start / _STEP))
        before, end = before + _letters(piece), max(end, *piece.rights)


def _letters(piece: Piece) -> int:
    return sum(map(str.isalnum, piece.text))
