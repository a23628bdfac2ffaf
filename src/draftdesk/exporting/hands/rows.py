"""The rows of one table as several hands have them: which stay, which go and come, or that one is touched twice."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from draftdesk.exporting.hands.ways import block_text
from draftdesk.exporting.redline.blocks import Row, Table
from draftdesk.exporting.redline.lines import BaseLine, NewLine
from draftdesk.exporting.redline.stories import lines_text
from draftdesk.exporting.redline.tables import RowPair
from draftdesk.negotiating.merging import merge_arrivals


@dataclass(frozen=True, slots=True)
class MergedRow:
    """A row of the base that stays or goes, or a row that comes: `base` is None.

    `hands`: those who would have it gone, or bring it; `news`: the row as each hand has it that keeps it.
    """

    base: Row[BaseLine] | None
    new: Row[NewLine] | None = None
    hands: tuple[int, ...] = ()
    news: Mapping[int, Row[NewLine]] = field(default_factory=dict)


def merged_rows(base: Table[BaseLine], pairs: Mapping[int, Sequence[RowPair]]) -> list[MergedRow] | None:
    """The rows of a table in writing order, by the pairs of each hand; None where one deletes what another edits."""
    answers: dict[int, list[Row[NewLine] | None]] = {}
    coming: dict[int, list[list[Row[NewLine]]]] = {}  # before each row of the base, and at the end
    for hand, own in pairs.items():
        answers[hand], coming[hand] = [], [[]]
        for old, new in own:
            if old is not None:
                answers[hand].append(new)
                coming[hand].append([])
            elif new is not None:
                coming[hand][-1].append(new)
    found = _arriving({hand: gaps[0] for hand, gaps in coming.items()})
    for place, row in enumerate(base.rows):
        news = {hand: new for hand, own in answers.items() if (new := own[place]) is not None}
        takers = tuple(hand for hand in answers if hand not in news)
        if takers and any(is_edited(row, new) for new in news.values()):
            return None
        found.append(MergedRow(row, None, takers, news))
        found += _arriving({hand: gaps[place + 1] for hand, gaps in coming.items()})
    return found


def is_edited(row: Row[BaseLine], new: Row[NewLine]) -> bool:
    """Whether a hand writes other words into a row."""
    cells = zip(row.cells, new.cells, strict=True)
    return any(lines_text(cell.blocks) != lines_text(other.blocks) for cell, other in cells)


def _arriving(coming: Mapping[int, Sequence[Row[NewLine]]]) -> list[MergedRow]:
    texts = [(hand, ["\x1f".join(_texts(row)) for row in rows]) for hand, rows in sorted(coming.items()) if rows]
    return [MergedRow(None, coming[one.hands[0]][one.index], one.hands) for one in merge_arrivals(texts)]


def _texts(row: Row[NewLine]) -> list[str]:
    return ["\n".join(block_text(block, with_notes=True) for block in cell.blocks) for cell in row.cells]
