"""A cell of the base with a table in it, and the same cell in a draft, which has all its paragraphs in one row."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import count

from draftdesk.exporting.redline.blocks import Cell, Row, Table
from draftdesk.exporting.redline.lines import BaseLine, NewLine
from draftdesk.exporting.redline.plan import BaseBlock, NewBlock
from draftdesk.exporting.redline.similar import similar_groups


def nested_like(cell: Cell[BaseLine], lines: Sequence[NewLine]) -> list[NewBlock]:
    """The paragraphs of a draft's cell as blocks like those of the base's cell, with tables where it has tables.

    A paragraph that answers none of the base's stands where the one before it stands: who adds a paragraph
    within a table in the cell means it to be there.
    """
    groups = similar_groups(list(cell.lines()), lines)
    answers = {n: group.bases[0] for group in groups for n in group.news}
    homes: dict[int, list[NewLine]] = defaultdict(list)
    at = min(answers.values(), default=0)
    for number, line in enumerate(lines):
        at = answers.get(number, at)
        homes[at].append(line)
    return _blocks(cell.blocks, homes, count())


def _blocks(like: Sequence[BaseBlock], homes: dict[int, list[NewLine]], numbers: Iterator[int]) -> list[NewBlock]:
    found: list[NewBlock] = []
    for block in like:
        if isinstance(block, Table):
            rows = [[Cell(None, _blocks(cell.blocks, homes, numbers)) for cell in row.cells] for row in block.rows]
            found.append(Table(None, [Row(None, cells) for cells in rows]))
        else:
            found += homes[next(numbers)]
    return found


def holds_table(cell: Cell[BaseLine]) -> bool:
    """Whether there is a table in a cell."""
    return any(isinstance(block, Table) for block in cell.blocks)
