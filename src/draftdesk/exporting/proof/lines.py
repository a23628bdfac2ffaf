"""The lines of one side of a story: what is left when tracked changes are accepted, or rejected."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from lxml import etree

from draftdesk.exporting.proof.canonical import RunForm, Said

_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
KINDS: Final = {f"{_W}{kind}": kind for kind in ("ins", "del", "moveFrom", "moveTo")}
ACCEPTING: Final = frozenset({"del", "moveFrom"})
REJECTING: Final = frozenset({"ins", "moveTo"})
NONE: Final[frozenset[str]] = frozenset()
GONE: Final = frozenset({"gone"})
"""Lies over what a change that is decided already dropped."""

Kinds = frozenset[str]


@dataclass(slots=True)
class Paragraph:
    """A w:p: pieces of text with the kinds over them, the run that each stands in, and the kinds over its mark.

    The rest is what was found out of its element: whether any change is in it, the digest of its canonical form, how
    stretches of its text are set, and how it is set itself. None stands for what was not asked yet.
    """

    element: etree._Element | None
    pieces: list[tuple[str, Kinds]] = field(default_factory=list)
    runs: list[etree._Element | None] = field(default_factory=list)
    mark: Kinds = NONE
    marked: bool | None = None
    digest: bytes | None = None
    stretches: list[tuple[str, RunForm]] | None = None
    form: dict[Said, int] | None = None

    def there(self) -> etree._Element:
        """Its element; raises LookupError where that was let go of, so that nothing is proved without it."""
        if self.element is None:
            raise LookupError
        return self.element

    def let_go(self) -> None:
        """Let go of its element; what was found out of it stays."""
        self.element = None
        self.runs.clear()


@dataclass(slots=True)
class Cell:
    """A table cell."""

    kinds: Kinds
    blocks: list[Paragraph | Table]


@dataclass(slots=True)
class Table:
    """A table: rows with the kinds over them."""

    rows: list[tuple[Kinds, list[Cell]]]


Block = Paragraph | Table


class Line(NamedTuple):
    """A paragraph of one side and the paragraphs of the file that it was joined from."""

    text: str
    sources: tuple[Paragraph, ...]


@dataclass(slots=True)
class Story:
    """The body, a note, a header: `kinds` lie over the mark that calls it."""

    place: str
    kinds: Kinds
    blocks: list[Block]


def lines(blocks: Sequence[Block], dropped: Kinds) -> list[Line | list[list[list[object]]]]:
    """One side of a story: paragraphs in order, a table as rows of cells of lines.

    A paragraph whose mark is dropped goes on in the next one. Before a table or at the end there is none: what
    is left stays a paragraph, and an emptied one goes unless its place needs one.
    """
    found: list[Line | list[list[list[object]]]] = []
    open_line: Line | None = None
    for block in blocks:
        if isinstance(block, Table):
            table = _table(block, dropped)
            if table:
                if open_line is not None and open_line.text:
                    found.append(open_line)
                open_line = None
                found.append(table)
            continue
        text = "".join([piece for piece, kinds in block.pieces if kinds.isdisjoint(dropped)])
        joined = Line(
            (open_line.text if open_line else "") + text, (*(open_line.sources if open_line else ()), block)
        )
        open_line = joined if block.mark & dropped else None
        if open_line is None:
            found.append(joined)
    if open_line is not None and (open_line.text or not found or isinstance(found[-1], list)):
        found.append(open_line)
    return found


def _table(table: Table, dropped: Kinds) -> list[list[list[object]]]:
    rows = []
    for kinds, cells in table.rows:
        left = [list[object](lines(cell.blocks, dropped)) for cell in cells if not cell.kinds & dropped]
        if left and not kinds & dropped:
            rows.append(left)
    return rows


def flat_lines(found: Sequence[object], place: str = "") -> Iterator[tuple[str, Line]]:
    """All lines in document order with their place in tables."""
    tables = 0
    for item in found:
        if isinstance(item, Line):
            yield place, item
        elif isinstance(item, list):
            tables += 1
            for row_number, row in enumerate(item, 1):
                for cell_number, cell in enumerate(row, 1):
                    yield from flat_lines(cell, f"{place}table {tables} row {row_number} cell {cell_number} ")
