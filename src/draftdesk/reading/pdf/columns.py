"""Pages on which text runs in columns: they are read column by column where the columns are clear.

Clear is a gutter that no line crosses for a stretch of the page, with lines of words on both sides that fill their
column. What stands in columns otherwise, as names in a list or the cells of a table do, is read line by line.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby, pairwise
from math import inf
from typing import Final, NamedTuple

from draftdesk.reading.pdf.pieces import Box, Page, Piece

_GUTTER: Final = 1.2  # em
_FEWEST_LINES: Final = 8
_FEWEST_LETTERS: Final = 15
_STEP: Final = 4.0  # points
_FURTHER_RIGHT: Final = 0.3  # of the width of the page: where a second column may begin
_SAME_LINE: Final = 0.45  # em
_FEWEST_IN_COLUMN: Final = 6
_FEWEST_BESIDE_OTHERS: Final = 2
_FILLED: Final = 0.7  # of the width of the column
_MOST_STRETCHES: Final = 600  # on a page
_LIKELY: Final = 4
_MANY: Final = 0.33
_WHITE: Final = 3.5  # em of white over the whole width
_BREAK: Final = 1.35  # of the usual distance of lines
_FEWEST_BREAKS: Final = 2
_SAME_HEIGHT: Final = 2.0  # points
_SAME_EDGE: Final = 2.0


class Part(NamedTuple):
    """Pieces that are read before those of the next part: of a `column`, counted from 1, or 0 for the whole width.

    `shift` moves a column, in points, to the place of the first one beside it.
    """

    pieces: list[Piece]
    column: int = 0
    shift: float = 0.0


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Pieces on one line without a gap as wide as a gutter; the `row` counts all lines from the top."""

    row: int
    pieces: list[Piece]
    left: float
    right: float
    baseline: float
    size: float
    letters: int

    @property
    def has_words(self) -> bool:
        return self.letters >= _FEWEST_LETTERS


def columns_in(pages: Sequence[Page], *, to_left: bool = False) -> dict[int, list[Part]]:
    """The parts of each page that has clear columns, in reading order, by its number.

    Where the columns of one page are clear, as few as two lines of a column are on others that have its gutter.
    """
    gutters: list[float] = []
    found: dict[int, list[Part]] = {}
    for fewest in (_FEWEST_IN_COLUMN, _FEWEST_BESIDE_OTHERS):
        known = list(gutters) if fewest == _FEWEST_BESIDE_OTHERS else None
        if known == []:
            break
        for page in pages:
            if page.number in found or not _may_have_columns(page, fewest):
                continue
            stretches = list(_stretches(page.pieces, to_left=to_left))
            search = _Search(fewest, known, page.rules, to_left)
            parts = search.parts(stretches) if len(stretches) <= _MOST_STRETCHES else []
            if len(parts) > 1:
                found[page.number] = parts
                gutters += search.gutters
    return found


def has_columns(page: Page) -> bool:
    """Whether a page has more than one column of text."""
    if not _may_have_columns(page, _FEWEST_LINES):
        return False
    rows: dict[int, list[Piece]] = defaultdict(list)
    for piece in page.pieces:
        if piece.text.strip() and not piece.is_aside:
            rows[round(piece.baseline)].append(piece)
    places = Counter(place for row in rows.values() if len(row) > 1 for place in _gutters(row))
    return max(places.values(), default=0) >= _FEWEST_LINES


def _may_have_columns(page: Page, fewest: int) -> bool:
    """Whether so many pieces begin anew further to the right: seen at once for most pages."""
    bound = page.box.left + _FURTHER_RIGHT * (page.box.right - page.box.left)
    begun = sum(piece.lefts[0] > bound for piece in page.pieces[:1])
    for before, piece in pairwise(page.pieces):
        if piece.lefts[0] > bound and _begins_anew(piece, before):
            begun += 1
    return begun >= fewest


def _begins_anew(piece: Piece, before: Piece) -> bool:
    """Whether a piece stands on another line than the one before it, or further from it than a blank."""
    is_off = abs(piece.baseline - before.baseline) > piece.size
    return is_off or abs(piece.lefts[0] - before.rights[-1]) > _GUTTER * piece.size


def _stretches(pieces: Iterable[Piece], *, to_left: bool) -> Iterator[_Stretch]:
    """All stretches from top to bottom, raised marks with their line; Arabic lines need their blanks."""
    rows: list[list[Piece]] = []
    for piece in sorted(pieces, key=lambda one: -one.baseline):
        if piece.is_aside or not (to_left or piece.text.strip()):
            continue
        if rows and rows[-1][0].baseline - piece.baseline <= _SAME_LINE * max(piece.size, rows[-1][0].size):
            rows[-1].append(piece)
        else:
            rows.append([piece])
    for number, row in enumerate(rows):
        row.sort(key=_left)
        start, end = 0, _right(row[0])
        for at, piece in enumerate(row[1:], start=1):
            if _left(piece) - end > _GUTTER * piece.size:
                yield _stretch(number, row[start:at])
                start = at
            end = max(end, _right(piece))
        yield _stretch(number, row[start:])


def _stretch(row: int, pieces: list[Piece]) -> _Stretch:
    largest = max(pieces, key=lambda one: one.size)
    return _Stretch(
        row=row,
        pieces=pieces,
        left=min(map(_left, pieces)),
        right=max(map(_right, pieces)),
        baseline=largest.baseline,
        size=largest.size,
        letters=sum(sum(map(str.isalnum, piece.text)) for piece in pieces),
    )


@dataclass
class _Search:
    """The search for columns on one page; `gutters` are the places found, in points from the left.

    `known` are the places where gutters may be, None: anywhere; `rules` are level lines.
    """

    fewest: int
    known: Sequence[float] | None
    rules: Sequence[Box]
    to_left: bool
    gutters: list[float] = field(default_factory=list)

    def parts(self, stretches: Sequence[_Stretch]) -> list[Part]:
        """The parts in reading order; one where there are no columns."""
        for start in _starts(stretches, self.fewest):
            parts = self._parted(stretches, start)
            if len(parts) > 1:
                return parts
        return [Part([piece for one in stretches for piece in one.pieces])]

    def _parted(self, stretches: Sequence[_Stretch], start: float) -> list[Part]:
        """The parts if the second column begins at `start`."""
        parts = [Part([])]
        for strip in self._strips(stretches, start):
            columns = self._columns(strip, start)
            if columns:
                parts += [*columns, Part([])]
            else:
                parts[-1].pieces.extend(piece for one in strip for piece in one.pieces)
        return [part for part in parts if part.pieces]

    def _strips(self, stretches: Sequence[_Stretch], start: float) -> Iterator[list[_Stretch]]:
        """The page parted where a line or a rule crosses the gutter, and by white below what has no columns."""
        heights = [rule.bottom for rule in self.rules if rule.left < start - _STEP and rule.right > start + _STEP]
        strip: list[_Stretch] = []
        above = inf
        for one in stretches:
            is_across = one.left < start - _STEP and one.right > start + _STEP
            is_below_white = inf > above > one.baseline + _WHITE * one.size and not self._columns(strip, start)
            if is_across or is_below_white or any(one.baseline < height < above for height in heights):
                yield strip
                strip = []
            strip.append(one)
            if is_across:
                yield strip
                strip = []
            above = one.baseline
        yield strip

    def _columns(self, strip: Sequence[_Stretch], start: float) -> list[Part]:
        """The columns of a strip of the page that no line crosses, after what stands above them; [] for none."""
        edge = max((one.right for one in strip if one.has_words and one.right < start), default=None)
        if edge is None:
            return []
        edge += _SAME_EDGE
        left = [one for one in strip if one.right <= edge]
        right = [one for one in strip if one.left > edge]
        if not (left and right) or len(left) + len(right) < len(strip):
            return []
        begin = min(one.left for one in right)
        if begin - edge < _GUTTER * right[0].size:
            return []
        if self.known is not None and not any(edge < place < begin for place in self.known):
            return []
        top = min(left[0].baseline, right[0].baseline) + _SAME_HEIGHT
        above = [one for one in strip if one.baseline > top]
        left, right = ([one for one in side if one.baseline <= top] for side in (left, right))
        lines = _lines(left), _lines(right)
        if not all(map(self._is_column, lines)) or _is_table(*lines):
            return []
        self.gutters.append((edge + begin) / 2)
        head = [Part([piece for one in above for piece in one.pieces])] if above else []
        return [*head, *self._in_order(left, right)]

    def _is_column(self, lines: Sequence[_Stretch]) -> bool:
        """Whether lines are words that fill a column."""
        words = [one for one in lines if one.has_words]
        if len(words) < self.fewest:
            return False
        width = max(one.right for one in lines) - min(one.left for one in lines)
        filled = sum(one.right - one.left >= _FILLED * width for one in words)
        return filled >= _MANY * len(words)

    def _in_order(self, left: Sequence[_Stretch], right: Sequence[_Stretch]) -> list[Part]:
        """Both columns, each of which may be two."""
        sides = (right, left) if self.to_left else (left, right)
        columns = [part for side in sides for part in self.parts(side)]
        edges = [self._edge(part.pieces) for part in columns]
        return [
            Part(part.pieces, column, edges[0] - edge)
            for column, (part, edge) in enumerate(zip(columns, edges, strict=True), start=1)
        ]

    def _edge(self, pieces: Sequence[Piece]) -> float:
        """Where a column begins."""
        return max(map(_right, pieces)) if self.to_left else min(map(_left, pieces))


def _starts(stretches: Sequence[_Stretch], fewest: int) -> list[float]:
    """Where a second column may begin, the most likely place first."""
    if not stretches:
        return []
    far_left = min(one.left for one in stretches)
    bound = far_left + _FURTHER_RIGHT * (max(one.right for one in stretches) - far_left)
    lefts: Mapping[float, int] = Counter(
        round(one.left / _STEP) * _STEP for one in stretches if one.has_words and one.left > bound
    )
    likely = sorted(lefts, key=lambda left: (-lefts[left], left))
    return [left for left in likely[:_LIKELY] if sum(lefts[near] for near in lefts if near >= left) >= fewest]


def _lines(side: Iterable[_Stretch]) -> list[_Stretch]:
    """The lines of a column: justified lines may have gaps as wide as a gutter."""
    return [
        _stretch(row, [piece for one in own for piece in one.pieces])
        for row, own in groupby(side, key=lambda one: one.row)
    ]


def _is_table(left: Sequence[_Stretch], right: Sequence[_Stretch]) -> bool:
    """Whether both sides have their breaks at the same heights, as the rows of a table do."""
    breaks = [_breaks(side) for side in (left, right)]
    fewer = min(breaks, key=len)
    more = max(breaks, key=len)
    common = sum(any(abs(height - other) <= _SAME_HEIGHT for other in more) for height in fewer)
    return len(fewer) >= _FEWEST_BREAKS and common == len(fewer)


def _breaks(side: Sequence[_Stretch]) -> list[float]:
    """The heights of lines below a gap that is wider than usual."""
    heights = sorted({one.baseline for one in side}, reverse=True)
    distances = [above - below for above, below in pairwise(heights)]
    if not distances:
        return []
    usual = sorted(distances)[len(distances) // 2]
    return [below for distance, below in zip(distances, heights[1:], strict=True) if distance > _BREAK * usual]


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
