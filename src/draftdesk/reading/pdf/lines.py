"""The pieces of a PDF page become lines of text, from top to bottom, raised marks in the line they belong to.

A line has one cell, or several where wide gaps part columns or a number from its text. Distances are in the
height of the font ("em"); the bounds lie between what justified lines of United Nations documents reach and
what their tabs leave (measured on 64 files).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Final
from unicodedata import combining

from draftdesk.model.paragraph import Mark
from draftdesk.reading.kept import once
from draftdesk.reading.line_ends import is_ideograph
from draftdesk.reading.pdf.columns import Part
from draftdesk.reading.pdf.drawn_marks import drawn_marks
from draftdesk.reading.pdf.pieces import Page, Piece, Style
from draftdesk.reading.pdf.rows import SMALL, Row, rows_of
from draftdesk.reading.pdf.stretches import AFTER_LABEL, LABEL, SEEN, Glyph, Marks, has_accents, is_label, stretches
from draftdesk.reading.right_to_left import (
    RAISED,
    STROKE,
    Placed,
    in_one_ligature,
    in_reading_order,
    is_arabic_letter,
    lengthening,
    places_of,
)

_SPACE: Final = 0.18
_CHINESE_SPACE: Final = 0.38
_LEAN, _UPRIGHT_LEAN = 0.146, 0.02  # in faces like Times
_NARROWEST_SPACE: Final = 0.5  # points
_COLUMN: Final = 3.0
_FIRST_ACCENT: Final = "\u02ff"
_TOUCHING: Final = 0.06
_THICKEST_RULE: Final = 3.0  # points
_BLANKS_AROUND: Final = re.compile(r"(?<=\d) (?=[()] )|(?<=[\u0620-\u064a]) (?=\u0640)")

PLAIN: Final[Marks] = frozenset()
_NO_MARKS: Final[tuple[Marks, ...]] = ()
_KNOWN: Final[dict[Marks, Marks]] = {}


@dataclass(frozen=True, init=False)
class Cell:
    """A stretch of a line without a wide gap; `marks` has one entry for each character of `text`."""

    text: str
    marks: tuple[Marks, ...]
    left: float
    right: float

    def __init__(self, text: str, marks: tuple[Marks, ...], left: float, right: float) -> None:
        """In half the time of what a frozen class would do."""
        self.__dict__.update(text=text, marks=marks, left=left, right=right)

    @once
    def kinds(self) -> frozenset[Marks]:
        """The different marks of its characters."""
        first = self.marks[:1]
        return frozenset(first if not first or self.marks.count(first[0]) == len(self.marks) else self.marks)

    @once
    def borne(self) -> Marks:
        """All marks that its characters bear."""
        return PLAIN.union(*self.kinds) if len(self.kinds) > 1 else self.marks[0] if self.marks else PLAIN


@dataclass(frozen=True)
class Line:
    """One line: `page` and `number` (on its page, as it is read) count from 1; `baseline` from the bottom.

    `column` counts from 1 where text runs in columns; there the edges are those of the first column.
    """

    page: int
    number: int
    cells: tuple[Cell, ...]
    baseline: float
    size: float
    fonts: frozenset[str] = frozenset()
    is_aside: bool = False
    column: int = 0

    @once
    def text(self) -> str:
        """All cells, parted by tabs."""
        return "\t".join([cell.text for cell in self.cells])

    @once
    def marks(self) -> tuple[Marks, ...]:
        """The marks of each character of `text`."""
        if len(self.cells) == 1:
            return self.cells[0].marks
        joined: list[Marks] = []
        for cell in self.cells:
            joined += [PLAIN] if joined else []
            joined += cell.marks
        return tuple(joined)

    @once
    def left(self) -> float:
        """Where the line begins."""
        return min([cell.left for cell in self.cells])

    @once
    def right(self) -> float:
        """Where the line ends."""
        return max([cell.right for cell in self.cells])

    @once
    def borne(self) -> Marks:
        """All marks that its characters bear."""
        return self.cells[0].borne if len(self.cells) == 1 else PLAIN.union(*[cell.borne for cell in self.cells])

    @once
    def is_bold(self) -> bool:
        """Whether all its letters are bold."""
        if Mark.BOLD not in self.borne:
            return False
        letters = [mark for character, mark in zip(self.text, self.marks, strict=True) if character.isalnum()]
        return bool(letters) and all(Mark.BOLD in mark for mark in letters)

    @once
    def has_label(self) -> bool:
        """Whether its first cell is the number of a paragraph."""
        return len(self.cells) > 1 and is_label(self.cells[0].text)


def mirrored(line: Line) -> Line:
    """The line as seen in a mirror: one that is read from the right begins at the left then."""
    cells = tuple(replace(cell, left=-cell.right, right=-cell.left) for cell in line.cells)
    return replace(line, cells=cells)


def lines_of(page: Page, parts: Sequence[Part] = (), *, to_left: bool = False) -> list[Line]:
    """The lines of a page from top to bottom, what stands aside last; `to_left`: they are read from the right.

    `parts` are what is read one after the other where the page has columns.
    """
    found: list[tuple[Row, Part]] = []
    for part in parts or [Part([piece for piece in page.pieces if not piece.is_aside])]:
        for row in rows_of(part.pieces, to_left=to_left):
            near = [rule for rule in page.rules if abs(rule.bottom - row.baseline) < row.size + _THICKEST_RULE]
            if near:
                row.drawn = drawn_marks(near, row.baseline, row.size, (row.left, row.right))
            found.append((row, part))
    aside = [piece for piece in page.pieces if piece.is_aside and piece.text.strip()]
    found += [(Row(piece.baseline, piece.size, [piece]), Part([])) for piece in aside]
    return [
        Line(
            page=page.number,
            number=number,
            cells=_shifted(_cells(row, to_left=to_left), part.shift),
            baseline=row.baseline,
            size=row.size,
            fonts=frozenset([piece.style.font for piece in row.pieces]),
            is_aside=row.pieces[0].is_aside,
            column=part.column,
        )
        for number, (row, part) in enumerate(found, start=1)
    ]


def _shifted(cells: tuple[Cell, ...], shift: float) -> tuple[Cell, ...]:
    if not shift:
        return cells
    return tuple(replace(cell, left=cell.left + shift, right=cell.right + shift) for cell in cells)


def _cells(row: Row, *, to_left: bool) -> tuple[Cell, ...]:
    pieces = sorted(row.pieces, key=lambda one: one.lefts[0])
    if not (to_left or row.drawn or any(has_accents(piece.text) for piece in pieces)):
        return tuple(_plain_cells(pieces, row))
    chunks = list(_chunks(_glyphs(pieces, row, to_left=to_left), row.size))
    if to_left:
        chunks = [_with_one_blank(chunk) for chunk in chunks]
        chunks = [in_reading_order(chunk, _plain(chunk)) for chunk in reversed(chunks)]
    return tuple(_joined_cells(chunks, row.size))


def _plain_cells(pieces: Sequence[Piece], row: Row) -> Iterator[Cell]:
    """The cells of a row without accents, drawn lines and Arabic, whose letters may be taken together.

    They are those that `_chunks` and `_joined_cells` would make of the single letters.
    """
    size, narrowest = row.size, _narrowest(row.size)
    cell, marks, last = "", _NO_MARKS, PLAIN
    left = right = begun = ended = 0.0  # the edges of the cell, of its last stretch
    blank: tuple[float, float] | None = None
    for piece in pieces:
        text, lefts, rights, alike, stop = piece.text, piece.lefts, piece.rights, _marks(piece, row), 0
        before = len(cell)
        if before >= LABEL and (text[0] == " " or lefts[0] - ended > _COLUMN * size):
            before = 0  # it may begin a cell
        for start, end in stretches(piece, size, narrowest, before):
            own, begins, ends = text[start:end], lefts[start], rights[end - 1]
            if start > stop:
                blank = blank or (lefts[stop], rights[stop])
            if cell:
                gap = begins - ended
                if cell[-1] == "f" or own[0] == "f":
                    gap += _reach(cell, last, own, alike) * size
                is_apart = gap > AFTER_LABEL * size
                if is_apart and (max(gap, begun - ends) > _COLUMN * size or is_label(cell)):
                    yield Cell(cell, marks, left, right)
                    cell, marks = "", _NO_MARKS
                elif (
                    is_apart
                    or _has_room(blank, begins, own, alike)
                    or (gap > narrowest and gap > _least_space(cell, own) * size)
                ):
                    cell += " "
                    marks += (last & alike,)
            left, right = (min(left, begins), max(right, ends)) if cell else (begins, ends)
            own = " ".join(own.split()) if "  " in own else own
            cell += own
            marks += (alike,) * len(own)
            blank, last, begun, ended, stop = None, alike, begins, ends, end
        if stop < len(text):
            blank = blank or (lefts[stop], rights[stop])
    yield Cell(cell, marks, left, right)


def _with_one_blank(glyphs: list[Glyph]) -> list[Glyph]:
    """Without the blank inside a bracket that has one outside, too: justified lines pull a bracket off its figure.

    And without one behind a stroke that lengthens a word, for the word goes on.
    """
    texts = "".join(glyph.text[:1] for glyph in glyphs)
    inside = {found.start() for found in _BLANKS_AROUND.finditer(texts)}
    return [glyph for at, glyph in enumerate(glyphs) if at not in inside]


def _plain(glyphs: Iterable[Glyph]) -> str:
    return "".join(RAISED if Mark.SUPERSCRIPT in glyph.marks else glyph.text[:1] for glyph in glyphs)


def _glyphs(pieces: Iterable[Piece], row: Row, *, to_left: bool) -> list[Glyph]:
    """The letters of a row from left to right, letters of one ligature and accents with their letter."""
    glyphs: list[Glyph] = []
    accents: list[tuple[int, Glyph]] = []
    begins: list[int] = []
    for piece in pieces:
        marks, begin = _marks(piece, row), len(glyphs)
        begins.append(begin)
        for character, left, right in zip(piece.text, piece.lefts, piece.rights, strict=True):
            if glyphs[begin:] and (left, right) == (glyphs[-1].left, glyphs[-1].right):
                glyphs[-1] = glyphs[-1]._replace(text=in_one_ligature(glyphs[-1].text, character))
            elif character > _FIRST_ACCENT and combining(character):
                accents.append((len(glyphs) - 1 if glyphs[begin:] else -1, Glyph(character, left, right, marks)))
            else:
                own = marks | _drawn(row, character, left, right) if row.drawn else marks
                glyphs.append(Glyph(character, left, right, own))
    for before, accent in accents:
        middle = (accent.left + accent.right) / 2
        if before >= 0 and is_arabic_letter(glyphs[before].text[:1]) and _is_over(accent, glyphs[before]):
            below = before
        else:
            below = min(range(len(glyphs)), key=lambda at: max(glyphs[at].left - middle, middle - glyphs[at].right))
        glyphs[below] = glyphs[below]._replace(text=glyphs[below].text + accent.text)
    if not to_left:
        return glyphs
    keys = places_of([(one.text, one.left, one.right) for one in glyphs], begins)
    order = sorted(range(len(glyphs)), key=keys.__getitem__)
    return _with_strokes([glyphs[at] for at in order], row.size)


def _is_over(accent: Glyph, letter: Glyph) -> bool:
    return accent.left < letter.right and letter.left < accent.right


def _with_strokes(glyphs: list[Glyph], size: float) -> list[Glyph]:
    """Strokes that lengthen Arabic words under their own name."""
    placed = [
        Placed(one.text, one.left, one.right, Mark.SUPERSCRIPT in one.marks, Mark.ITALIC in one.marks)
        for one in glyphs
    ]
    for at in lengthening(placed, _TOUCHING * size):
        glyphs[at] = glyphs[at]._replace(text=STROKE)
    return glyphs


def _marks(piece: Piece, row: Row) -> Marks:
    level = 0
    if piece.size < SMALL * row.size and piece.baseline != row.baseline:
        level = 1 if piece.baseline > row.baseline else -1
    return _known(piece.style, level)


def _drawn(row: Row, character: str, left: float, right: float) -> Marks:
    if not character.isalnum():
        return PLAIN  # some hyphens are drawn as lines
    middle = (left + right) / 2
    return frozenset(drawn.mark for drawn in row.drawn if drawn.left <= middle <= drawn.right)


@cache
def _known(style: Style, level: int) -> Marks:
    """The marks of letters that stand on the line (0), above (1) or below; one object for equal sets."""
    own = {
        Mark.BOLD: style.is_bold,
        Mark.ITALIC: style.is_italic,
        Mark.SUPERSCRIPT: level > 0,
        Mark.SUBSCRIPT: level < 0,
    }
    marks = frozenset(mark for mark, bears in own.items() if bears)
    return _KNOWN.setdefault(marks, marks)


def _chunks(glyphs: Iterable[Glyph], size: float) -> Iterator[list[Glyph]]:
    """Glyphs from left to right, parted at gaps that may be more than a space; narrower gaps become spaces."""
    narrowest = _narrowest(size)
    chunk: list[Glyph] = []
    blank: tuple[float, float] | None = None
    for glyph in glyphs:
        if glyph.text.isspace():
            blank = blank or (glyph.left, glyph.right)
            continue
        if chunk:
            gap = (
                glyph.left - chunk[-1].right + _reach(chunk[-1].text, chunk[-1].marks, glyph.text, glyph.marks) * size
            )
            if gap > AFTER_LABEL * size:
                yield chunk
                chunk = []
            elif _has_room(blank, glyph.left, glyph.text, glyph.marks) or (
                gap > narrowest and gap > _least_space(chunk[-1].text, glyph.text) * size
            ):
                chunk.append(Glyph(" ", chunk[-1].right, glyph.left, chunk[-1].marks & glyph.marks))
        chunk.append(glyph)
        blank = None
    if chunk:
        yield chunk


def _narrowest(size: float) -> float:
    """The narrowest gap that may be a blank, in points."""
    return max(_SPACE * size, _NARROWEST_SPACE)


def _least_space(before: str, after: str) -> float:
    """The narrowest gap that is a blank, in em: programs set figures and Latin words a quarter apart from Chinese."""
    last, first = before[-1:], after[:1]
    is_chinese = last.isascii() != first.isascii() and (is_ideograph(last) or is_ideograph(first))
    return _CHINESE_SPACE if is_chinese else _SPACE


def _reach(before: str, before_marks: Marks, after: str, after_marks: Marks) -> float:
    """How far an f leans over the blank beside it, in em: an italic one on both sides, else a little on the right."""
    if after.startswith("f") and Mark.ITALIC in after_marks:
        return _LEAN
    return (_LEAN if Mark.ITALIC in before_marks else _UPRIGHT_LEAN) if before.endswith("f") else 0.0


def _has_room(blank: tuple[float, float] | None, start: float, text: str, marks: Marks) -> bool:
    """Whether a blank is seen before letters: some files set the next letter where the blank begins.

    The boxes of italic letters reach back over the blank before them, that of f most.
    """
    if blank is None or (Mark.ITALIC in marks and text[:1].isalpha()):
        return blank is not None
    return start > blank[0] + SEEN * (blank[1] - blank[0])


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
    text = "".join([glyph.text for glyph in glyphs])
    alike = glyphs[0].marks
    if all([glyph.marks is alike for glyph in glyphs]):  # noqa: C419  a list is made sooner than a generator
        marks = (alike,) * len(text)
    else:
        marks = ()
        for glyph in glyphs:
            marks += (glyph.marks,) * len(glyph.text)
    left, right = min([glyph.left for glyph in glyphs]), max([glyph.right for glyph in glyphs])
    return Cell(text, marks, left, right)
