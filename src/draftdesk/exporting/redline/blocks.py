"""The paragraphs and tables of a container as a tree, for the base and for the new text alike."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from lxml import etree

from draftdesk.exporting.redline.lines import DraftLine, NewLine
from draftdesk.wordml.inline import NO_TEXT, chosen
from draftdesk.wordml.names import TBL, TC, TR, P
from draftdesk.wordml.walker import parts_of

LineT = TypeVar("LineT")


@dataclass(slots=True)
class Cell(Generic[LineT]):
    """A cell; `element` is None in a draft that is not a Word file."""

    element: etree._Element | None
    blocks: list[LineT | Table[LineT]] = field(default_factory=list)

    def lines(self) -> Iterator[LineT]:
        """All its paragraphs in order, those of nested tables included."""
        for block in self.blocks:
            if isinstance(block, Table):
                yield from block.lines()
            else:
                yield block


@dataclass(slots=True)
class Row(Generic[LineT]):
    """A row of cells."""

    element: etree._Element | None
    cells: list[Cell[LineT]] = field(default_factory=list)


@dataclass(slots=True)
class Table(Generic[LineT]):
    """A table of rows."""

    element: etree._Element | None
    rows: list[Row[LineT]] = field(default_factory=list)

    def lines(self) -> Iterator[LineT]:
        """All its paragraphs in order, those of nested tables included."""
        for row in self.rows:
            for cell in row.cells:
                yield from cell.lines()


def block_tree(
    container: etree._Element, line_of: Callable[[etree._Element], LineT | None]
) -> list[LineT | Table[LineT]]:
    """The blocks of a Word container, those of content controls included; a w:p without a line is none."""
    found: list[LineT | Table[LineT]] = []
    for child in container.iterchildren(etree.Element):
        if child.tag == P:
            line = line_of(child)
            if line is not None:
                found.append(line)
        elif child.tag == TBL:
            rows = [
                Row(row, [Cell(cell, block_tree(cell, line_of)) for cell in parts_of(row, TC)])
                for row in parts_of(child, TR)
            ]
            found.append(Table(child, rows))
        elif child.tag not in NO_TEXT:
            found += block_tree(chosen(child), line_of)
    return found


def draft_blocks(lines: list[DraftLine]) -> list[NewLine | Table[NewLine]]:
    """The blocks of a draft: paragraphs with a place are the cells of its tables."""
    found: list[NewLine | Table[NewLine]] = []
    table_number = -1
    for line in lines:
        place = line.paragraph.place
        if place is None:
            found.append(line)
            table_number = -1
            continue
        if place.table != table_number or not isinstance(found[-1], Table):
            found.append(Table(None))
            table_number = place.table
        table = found[-1]
        if isinstance(table, Table):
            while len(table.rows) <= place.row:
                table.rows.append(Row(None))
            cells = table.rows[place.row].cells
            while len(cells) <= place.column:
                cells.append(Cell(None))
            cells[place.column].blocks.append(line)
    return found
