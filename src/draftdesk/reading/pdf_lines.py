"""The pieces of a PDF page become lines of text, from top to bottom, raised marks in the line they belong to.

A line has one cell, or several where wide gaps part columns or a number from its text. Distances are in the
height of the font ("em"); the bounds lie between what justified lines of United Nations documents reach and
what their tabs leave (measured on 64 files).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cache, cached_property
from typing import Final
from unicodedata import combining

from draftdesk.model.paragraph import Mark
from draftdesk.reading.line_ends import is_ideograph
from draftdesk.reading.pdf_drawn_marks import DrawnMark, drawn_marks
from draftdesk.reading.pdf_pieces import Page, Piece
from draftdesk.reading.pdf_stretches import SEEN, Glyph, Marks, has_accents, stretches
from draftdesk.reading.right_to_left import RAISED, STROKE, Placed, in_reading_order, is_arabic_letter, lengthening
from draftdesk.wording.labels import split_label

_SAME_BASELINE: Final = 0.22
_SPACE: Final = 0.18
_CHINESE_SPACE: Final = 0.38
_NARROWEST_SPACE: Final = 0.5  # points
_COLUMN: Final = 3.0
_AFTER_LABEL: Final = 0.4
_FIRST_ACCENT: Final = "\u02ff"
_SMALL: Final = 0.86
_TOUCHING: Final = 0.06
_RAISED: Final = (0.12, 0.7)
_LOWERED: Final = (-0.35, -0.05)
_REACH: Final = (11.0, 2.0)  # to the left of a line, where the marks of footnotes hang, and to its right
_LONGEST_LABEL: Final = 14
_THICKEST_RULE: Final = 3.0  # points
_BLANKS_AROUND: Final = re.compile(r"(?<=\d)(?P<inside> )(?=[()] )")
_BULLETS: Final = frozenset("•▪●○◦➢✓–—-o*")
_TITLE_NUMBER: Final = re.compile(r"\d{1,4}/\d{1,4}(?: [A-Z])?\.")

PLAIN: Final[Marks] = frozenset()


@dataclass(frozen=True)
class Cell:
    """A stretch of a line without a wide gap; `marks` has one entry for each character of `text`."""

    text: str
    marks: tuple[Marks, ...]
    left: float
    right: float

    @cached_property
    def kinds(self) -> frozenset[Marks]:
        """The different marks of its characters."""
        alike = self.marks[:1]
        return frozenset(alike if self.marks.count(*alike) == len(self.marks) else self.marks)


@dataclass(frozen=True)
class Line:
    """One line: `page` and `number` (on its page, from the top) count from 1; `baseline` from the bottom."""

    page: int
    number: int
    cells: tuple[Cell, ...]
    baseline: float
    size: float
    fonts: frozenset[str] = frozenset()
    is_aside: bool = False

    @cached_property
    def text(self) -> str:
        """All cells, parted by tabs."""
        return "\t".join(cell.text for cell in self.cells)

    @cached_property
    def marks(self) -> tuple[Marks, ...]:
        """The marks of each character of `text`."""
        if len(self.cells) == 1:
            return self.cells[0].marks
        joined: list[Marks] = []
        for cell in self.cells:
            joined += [PLAIN] if joined else []
            joined += cell.marks
        return tuple(joined)

    @cached_property
    def left(self) -> float:
        """Where the line begins."""
        return min(cell.left for cell in self.cells)

    @cached_property
    def right(self) -> float:
        """Where the line ends."""
        return max(cell.right for cell in self.cells)

    @cached_property
    def is_bold(self) -> bool:
        """Whether all its letters are bold."""
        if not any(Mark.BOLD in marks for cell in self.cells for marks in cell.kinds):
            return False
        letters = [mark for character, mark in zip(self.text, self.marks, strict=True) if character.isalnum()]
        return bool(letters) and all(Mark.BOLD in mark for mark in letters)

    @cached_property
    def has_label(self) -> bool:
        """Whether its first cell is the number of a paragraph."""
        return len(self.cells) > 1 and is_label(self.cells[0].text)


def mirrored(line: Line) -> Line:
    """The line as seen in a mirror: one that is read from the right begins at the left then."""
    cells = tuple(replace(cell, left=-cell.right, right=-cell.left) for cell in line.cells)
    return replace(line, cells=cells)


def is_label(text: str) -> bool:
    """Whether a text is a bullet, the number of a paragraph or of a resolution, and nothing else."""
    text = text.strip()
    if not text or len(text) > _LONGEST_LABEL:
        return False
    if text in _BULLETS or _TITLE_NUMBER.fullmatch(text):
        return True
    label = split_label(text)
    return label is not None and not text[label.end :].strip()


def lines_of(page: Page, *, to_left: bool = False) -> list[Line]:
    """The lines of a page from top to bottom, what stands aside last; `to_left`: they are read from the right."""
    shown = [piece for piece in page.pieces if piece.text.strip()]
    accents = [piece for piece in shown if _is_accent(piece) and not piece.is_aside]
    aside = [piece for piece in shown if piece.is_aside]
    rows = _rows([piece for piece in shown if not (piece.is_aside or _is_accent(piece))], to_left=to_left)
    _set_accents(accents, rows)
    if to_left:
        _set_blanks([piece for piece in page.pieces if not piece.text.strip() and not piece.is_aside], rows)
    for row in rows:
        near = [rule for rule in page.rules if abs(rule.bottom - row.baseline) < row.size + _THICKEST_RULE]
        row.drawn = drawn_marks(near, row.baseline, row.size, (row.left, row.right)) if near else ()
    rows += [_Row(piece.baseline, piece.size, [piece]) for piece in aside]
    return [
        Line(
            page=page.number,
            number=number,
            cells=_cells(row, to_left=to_left),
            baseline=row.baseline,
            size=row.size,
            fonts=frozenset(piece.style.font for piece in row.pieces),
            is_aside=row.pieces[0].is_aside,
        )
        for number, row in enumerate(rows, start=1)
    ]


@dataclass
class _Row:
    """Pieces on one baseline."""

    baseline: float
    size: float
    pieces: list[Piece] = field(default_factory=list)
    drawn: tuple[DrawnMark, ...] = ()

    @property
    def left(self) -> float:
        return min(min(piece.lefts) for piece in self.pieces)

    @property
    def right(self) -> float:
        return max(max(piece.rights) for piece in self.pieces)


def _rows(pieces: Iterable[Piece], *, to_left: bool) -> list[_Row]:
    """Rows from top to bottom: pieces on about the same baseline, small raised or lowered ones with them."""
    rows: list[_Row] = []
    for piece in sorted(pieces, key=lambda one: -one.baseline):
        near = rows[-1] if rows else None
        if near is not None and near.baseline - piece.baseline <= _SAME_BASELINE * min(piece.size, near.size):
            near.pieces.append(piece)
            if piece.size > near.size:
                near.baseline, near.size = piece.baseline, piece.size
        else:
            rows.append(_Row(piece.baseline, piece.size, [piece]))
    for row in rows:
        row.size = _usual_size(row.pieces)
    return _with_raised(rows, (_REACH[0], _REACH[0]) if to_left else _REACH)


def _is_accent(piece: Piece) -> bool:
    """Whether a piece is accents alone, or an Arabic letter with its own that some files set higher than the line."""
    text = piece.text.strip()
    return all(map(combining, text[1:] if is_arabic_letter(text[:1]) and len(text) > 1 else text))


def _set_accents(accents: Iterable[Piece], rows: Sequence[_Row]) -> None:
    """Accents that a file places on their own go to the nearest row over or under them."""
    for accent in accents:
        if rows:
            min(rows, key=lambda row: abs(row.baseline - accent.baseline)).pieces.append(accent)


def _set_blanks(blanks: Iterable[Piece], rows: Sequence[_Row]) -> None:
    """Blanks that a file places on their own go to their row: Arabic letters reach over them and leave no gap."""
    for blank in blanks:
        for row in rows:
            is_level = abs(row.baseline - blank.baseline) <= _SAME_BASELINE * row.size
            if is_level and row.left < blank.lefts[0] and blank.rights[-1] < row.right:
                row.pieces.append(blank)
                break


def _usual_size(pieces: Iterable[Piece]) -> float:
    counts: dict[float, int] = {}
    for piece in pieces:
        counts[piece.size] = counts.get(piece.size, 0) + len(piece.text.strip())
    return max(counts, key=lambda size: (counts[size], size))


def _with_raised(rows: Sequence[_Row], reach: tuple[float, float]) -> list[_Row]:
    homes = [_Row(row.baseline, row.size) for row in rows]
    for index, row in enumerate(rows):
        for piece in row.pieces:
            host = _host(piece, index, rows, reach)
            homes[index if host is None else host].pieces.append(piece)
    return [row for row in homes if row.pieces]


def _host(piece: Piece, index: int, rows: Sequence[_Row], reach: tuple[float, float]) -> int | None:
    """The row that a small raised or lowered piece belongs to."""
    for other in (index + 1, index + 2, index - 1):
        if not 0 <= other < len(rows) or piece.size >= _SMALL * rows[other].size:
            continue
        row = rows[other]
        rise = (piece.baseline - row.baseline) / row.size
        left, right = row.left - reach[0] * row.size, row.right + reach[1] * row.size
        is_near = left <= piece.rights[-1] and piece.lefts[0] <= right
        if is_near and (_RAISED[0] <= rise <= _RAISED[1] or _LOWERED[0] <= rise <= _LOWERED[1]):
            return other
    return None


def _cells(row: _Row, *, to_left: bool) -> tuple[Cell, ...]:
    chunks = list(_chunks(_glyphs(row, to_left=to_left), row.size))
    if to_left:
        chunks = [_with_one_blank(chunk) for chunk in chunks]
        chunks = [in_reading_order(chunk, _plain(chunk)) for chunk in reversed(chunks)]
    return tuple(_joined_cells(chunks, row.size))


def _with_one_blank(glyphs: list[Glyph]) -> list[Glyph]:
    """Without the blank inside a bracket that has one outside, too: justified lines pull a bracket off its figure."""
    texts = "".join(glyph.text[:1] for glyph in glyphs)
    inside = {found.start("inside") for found in _BLANKS_AROUND.finditer(texts)}
    return [glyph for at, glyph in enumerate(glyphs) if at not in inside]


def _plain(glyphs: Iterable[Glyph]) -> str:
    return "".join(RAISED if Mark.SUPERSCRIPT in glyph.marks else glyph.text[:1] for glyph in glyphs)


def _glyphs(row: _Row, *, to_left: bool) -> list[Glyph]:
    """The letters of a row from left to right, letters of one ligature and accents with their letter.

    Without accents, drawn lines and Arabic, letters that belong together anyway are one.
    """
    pieces = sorted(row.pieces, key=lambda one: one.lefts[0])
    if not (to_left or row.drawn or any(has_accents(piece.text) for piece in pieces)):
        narrowest = _narrowest(row.size)
        return [one for piece in pieces for one in stretches(piece, _marks(piece, row), row.size, narrowest)]
    glyphs: list[Glyph] = []
    accents: list[Glyph] = []
    for piece in pieces:
        marks, begin = _marks(piece, row), len(glyphs)
        for character, left, right in zip(piece.text, piece.lefts, piece.rights, strict=True):
            if glyphs[begin:] and (left, right) == (glyphs[-1].left, glyphs[-1].right):
                glyphs[-1] = glyphs[-1]._replace(text=glyphs[-1].text + character)
            elif character > _FIRST_ACCENT and combining(character):
                accents.append(Glyph(character, left, right, marks))
            else:
                own = marks | _drawn(row, character, left, right) if row.drawn else marks
                glyphs.append(Glyph(character, left, right, own))
    for accent in accents:
        middle = (accent.left + accent.right) / 2
        below = min(range(len(glyphs)), key=lambda at: max(glyphs[at].left - middle, middle - glyphs[at].right))
        glyphs[below] = glyphs[below]._replace(text=glyphs[below].text + accent.text)
    return _with_strokes(sorted(glyphs, key=lambda glyph: glyph.left + glyph.right), row.size) if to_left else glyphs


def _with_strokes(glyphs: list[Glyph], size: float) -> list[Glyph]:
    """Strokes that lengthen Arabic words under their own name."""
    placed = [
        Placed(one.text, one.left, one.right, Mark.SUPERSCRIPT in one.marks, Mark.ITALIC in one.marks)
        for one in glyphs
    ]
    for at in lengthening(placed, _TOUCHING * size):
        glyphs[at] = glyphs[at]._replace(text=STROKE)
    return glyphs


def _marks(piece: Piece, row: _Row) -> Marks:
    marks = set()
    if piece.style.is_bold:
        marks.add(Mark.BOLD)
    if piece.style.is_italic:
        marks.add(Mark.ITALIC)
    if piece.size < _SMALL * row.size and piece.baseline != row.baseline:
        marks.add(Mark.SUPERSCRIPT if piece.baseline > row.baseline else Mark.SUBSCRIPT)
    return _known(frozenset(marks))


def _drawn(row: _Row, character: str, left: float, right: float) -> Marks:
    if not character.isalnum():
        return PLAIN  # some hyphens are drawn as lines
    middle = (left + right) / 2
    return frozenset(drawn.mark for drawn in row.drawn if drawn.left <= middle <= drawn.right)


@cache
def _known(marks: Marks) -> Marks:
    """One object for equal sets."""
    return marks


def _chunks(glyphs: Iterable[Glyph], size: float) -> Iterator[list[Glyph]]:
    """Glyphs from left to right, parted at gaps that may be more than a space; narrower gaps become spaces."""
    narrowest = _narrowest(size)
    chunk: list[Glyph] = []
    blank: Glyph | None = None
    for glyph in glyphs:
        if glyph.text.isspace():
            blank = blank or glyph
            continue
        if chunk:
            gap = glyph.left - chunk[-1].right
            if gap > _AFTER_LABEL * size:
                yield chunk
                chunk = []
            elif _has_room(blank, glyph) or (gap > narrowest and gap > _least_space(chunk[-1], glyph) * size):
                chunk.append(Glyph(" ", chunk[-1].right, glyph.left, chunk[-1].marks & glyph.marks))
        chunk.append(glyph)
        blank = None
    if chunk:
        yield chunk


def _narrowest(size: float) -> float:
    """The narrowest gap that may be a blank, in points."""
    return max(_SPACE * size, _NARROWEST_SPACE)


def _least_space(before: Glyph, after: Glyph) -> float:
    """The narrowest gap that is a blank, in em: programs set figures and Latin words a quarter apart from Chinese."""
    last, first = before.text[-1:], after.text[:1]
    is_chinese = last.isascii() != first.isascii() and (is_ideograph(last) or is_ideograph(first))
    return _CHINESE_SPACE if is_chinese else _SPACE


def _has_room(blank: Glyph | None, following: Glyph) -> bool:
    """Whether a blank is seen: some files set the next letter where the blank begins.

    The boxes of italic letters reach back over the blank before them, that of f most.
    """
    if blank is None or (Mark.ITALIC in following.marks and following.text[:1].isalpha()):
        return blank is not None
    return following.left > blank.left + SEEN * (blank.right - blank.left)


def _joined_cells(chunks: Sequence[list[Glyph]], size: float) -> Iterator[Cell]:
    """Chunks in reading order become cells: parted by wide gaps, and after a number."""
    cell: list[Glyph] = []
    for chunk in chunks:
        if cell:
            gap = max(chunk[0].left - cell[-1].right, cell[-1].left - chunk[0].right)
            if gap > _COLUMN * size or is_label("".join(glyph.text for glyph in cell)):
                yield _cell(cell)
                cell = []
            else:
                cell.append(Glyph(" ", cell[-1].right, chunk[0].left, cell[-1].marks & chunk[0].marks))
        cell += chunk
    yield _cell(cell)


def _cell(glyphs: Sequence[Glyph]) -> Cell:
    marks: list[Marks] = []
    for glyph in glyphs:
        marks += [glyph.marks] * len(glyph.text)
    return Cell(
        text="".join([glyph.text for glyph in glyphs]),
        marks=tuple(marks),
        left=min([glyph.left for glyph in glyphs]),
        right=max([glyph.right for glyph in glyphs]),
    )
