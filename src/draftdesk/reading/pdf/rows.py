"""Pieces of a PDF page as rows: what stands on one baseline, with the small raised and lowered pieces beside it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from operator import attrgetter
from typing import Final
from unicodedata import combining

from draftdesk.reading.pdf.drawn_marks import DrawnMark
from draftdesk.reading.pdf.pieces import Piece
from draftdesk.reading.right_to_left import is_arabic_letter

SMALL: Final = 0.86
"""Raised and lowered letters are smaller than so much of their line."""

_BASELINE: Final = attrgetter("baseline")
_SAME_BASELINE: Final = 0.22
_RAISED: Final = (0.12, 0.7)
_LOWERED: Final = (-0.35, -0.05)
_REACH: Final = (11.0, 2.0)  # to the left of a line, where the marks of footnotes hang, and to its right


@dataclass(slots=True)
class Row:
    """Pieces on one baseline."""

    baseline: float
    size: float
    pieces: list[Piece] = field(default_factory=list)
    drawn: tuple[DrawnMark, ...] = ()

    @property
    def left(self) -> float:
        """Where its first letter begins."""
        return min(min(piece.lefts) for piece in self.pieces)

    @property
    def right(self) -> float:
        """Where its last letter ends."""
        return max(max(piece.rights) for piece in self.pieces)


def rows_of(pieces: Sequence[Piece], *, to_left: bool) -> list[Row]:
    """Rows from top to bottom: pieces on about the same baseline, small raised or lowered ones with them."""
    shown = [piece for piece in pieces if piece.text.strip()]
    accents = [piece for piece in shown if not piece.text.isascii() and _is_accent(piece)]
    if accents:
        shown = [piece for piece in shown if piece not in accents]
    rows = _level(shown)
    for row in rows:
        row.size = _usual_size(row.pieces)
    rows = _with_raised(rows, (_REACH[0], _REACH[0]) if to_left else _REACH)
    _set_accents(accents, rows)
    if to_left:
        _set_blanks([piece for piece in pieces if not piece.text.strip()], rows)
    return rows


def _level(pieces: Iterable[Piece]) -> list[Row]:
    rows: list[Row] = []
    for piece in sorted(pieces, key=_BASELINE, reverse=True):
        near = rows[-1] if rows else None
        if near is not None and near.baseline - piece.baseline <= _SAME_BASELINE * min(piece.size, near.size):
            near.pieces.append(piece)
            if piece.size > near.size:
                near.baseline, near.size = piece.baseline, piece.size
        else:
            rows.append(Row(piece.baseline, piece.size, [piece]))
    return rows


def _is_accent(piece: Piece) -> bool:
    """Whether a piece is accents alone, or an Arabic letter with its own that some files set higher than the line."""
    text = piece.text.strip()
    return all(map(combining, text[1:] if is_arabic_letter(text[:1]) and len(text) > 1 else text))


def _set_accents(accents: Iterable[Piece], rows: Sequence[Row]) -> None:
    """Accents that a file places on their own go to the nearest row over or under them."""
    for accent in accents:
        if rows:
            min(rows, key=lambda row: abs(row.baseline - accent.baseline)).pieces.append(accent)


def _set_blanks(blanks: Iterable[Piece], rows: Sequence[Row]) -> None:
    """Blanks that a file places on their own go to their row: Arabic letters reach over them and leave no gap."""
    for blank in blanks:
        for row in rows:
            is_level = abs(row.baseline - blank.baseline) <= _SAME_BASELINE * row.size
            if is_level and row.left < blank.lefts[0] and blank.rights[-1] < row.right:
                row.pieces.append(blank)
                break


def _usual_size(pieces: Sequence[Piece]) -> float:
    if len(pieces) == 1:
        return pieces[0].size
    counts: dict[float, int] = {}
    for piece in pieces:
        counts[piece.size] = counts.get(piece.size, 0) + len(piece.text.strip())
    return max(counts, key=lambda size: (counts[size], size))


def _with_raised(rows: list[Row], reach: tuple[float, float]) -> list[Row]:
    """The rows, each small piece with the row that it hangs on."""
    largest = SMALL * max([row.size for row in rows], default=0.0)
    if all(piece.size >= largest for row in rows for piece in row.pieces):
        return rows
    homes: list[list[Piece]] = [[] for _ in rows]
    for index, row in enumerate(rows):
        for piece in row.pieces:
            host = _host(piece, index, rows, reach) if piece.size < largest else None
            homes[index if host is None else host].append(piece)
    for row, pieces in zip(rows, homes, strict=True):
        row.pieces = pieces
    return [row for row in rows if row.pieces]


def _host(piece: Piece, index: int, rows: Sequence[Row], reach: tuple[float, float]) -> int | None:
    """The row that a small raised or lowered piece belongs to."""
    for other in (index + 1, index + 2, index - 1):
        if not 0 <= other < len(rows) or piece.size >= SMALL * rows[other].size:
            continue
        row = rows[other]
        rise = (piece.baseline - row.baseline) / row.size
        left, right = row.left - reach[0] * row.size, row.right + reach[1] * row.size
        is_near = left <= piece.rights[-1] and piece.lefts[0] <= right
        if is_near and (_RAISED[0] <= rise <= _RAISED[1] or _LOWERED[0] <= rise <= _LOWERED[1]):
            return other
    return None
