"""What a room sees on the projector: one paragraph large, with what it was, its neighbours and what is open."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from draftdesk.model.alignment import Relation
from draftdesk.model.paragraph import Mark
from draftdesk.translation import tr, tr_count
from draftdesk.wording.brackets import pairs_and_depth
from draftdesk.workbench.decided_rows import told_status
from draftdesk.workbench.display.cells import cell_content, lane_letters
from draftdesk.workbench.display.rows import DisplayRows
from draftdesk.workbench.display.values import Block, CellContent, Letter, Sign, Stretch, TextRow
from draftdesk.workbench.paragraph_names import listed_names
from draftdesk.workbench.room.brackets import with_depths
from draftdesk.workbench.room.news import Seen, news_of
from draftdesk.workbench.room.rows import has_changes, room_rows

_NEIGHBOUR: Final = 160
"""Code points of a neighbour's text, more of which nobody reads from the back of a room."""


@dataclass(frozen=True, slots=True)
class RoomNeighbour:
    """The paragraph before or after, shortened."""

    ordinal: int
    number: str
    text: str
    opening: str = ""


@dataclass(frozen=True, slots=True)
class RoomPage:
    """One paragraph: `number` in the margin; `present` has deleted and inserted words; `base` is None where equal.

    `position` counts from 1. `news` says what is new since the room last looked, "" for nothing.
    `brackets` and `deepest` are those of the present text. `became` says what became of the whole paragraph,
    `status` whether it is agreed.
    """

    ordinal: int
    position: int
    count: int
    number: str
    present_name: str
    base_name: str
    present: CellContent
    base: CellContent | None
    letters: tuple[Letter, ...]
    brackets: int
    deepest: int
    before: RoomNeighbour | None
    after: RoomNeighbour | None
    news: str = ""
    became: str = ""
    status: str = ""

    @property
    def below(self) -> str:
        """What is said of the paragraph under its words."""
        pairs = tr_count("{count} bracket", "{count} brackets", self.brackets)
        brackets = pairs + (tr(", deepest {depth}", depth=self.deepest) if self.deepest > 1 else "")
        return " · ".join(filter(None, (self.status, self.became, brackets if self.brackets else "")))


def room_page(view: DisplayRows, column: int, ordinal: int, seen: Seen | None = None) -> RoomPage:
    """The page of a row; `column` is the draft that the room looks at."""
    redline = view if view.shows_both else replace(view, alone=max(1, column))
    row, rows = view.rows[ordinal], room_rows(view, column)
    place = rows.index(ordinal)
    present = cell_content(redline, row, column)
    old = view.against[column]
    cells = view.comparison.table.rows[row.table_row].cells
    is_changed = old >= 0 and bool(cells[old]) and has_changes(row, column) and bool(row.cells[column])
    there = row if old < 0 or row.cells[old] or row.partner[old] < 0 else view.rows[row.partner[old]]
    base = cell_content(redline, there, old) if is_changed and row.relations[column] is not Relation.MOVED else None
    text = "\n".join(view.drafts[column].paragraphs[index].text for index in row.cells[column])
    return RoomPage(
        ordinal,
        place + 1,
        len(rows),
        number_of(view, column, row),
        view.short[column],
        view.short[old] if old >= 0 else "",
        with_depths(replace(present, blocks=tuple(_without_numbers(block) for block in present.blocks))),
        None if base is None else _plain(base),
        lane_letters(view, row, column),
        *pairs_and_depth(text),
        _neighbour(view, column, rows[place - 1]) if place else None,
        _neighbour(view, column, rows[place + 1]) if place + 1 < len(rows) else None,
        news_of(view, column, row, seen) if seen is not None else "",
        _became(view, column, row),
        _status(view, row),
    )


def _status(view: DisplayRows, row: TextRow) -> str:
    status = view.decided.status(row.identity)
    told = told_status(status) if status is not None else ""
    return told[:1].upper() + told[1:]


def _became(view: DisplayRows, column: int, row: TextRow) -> str:
    """Said of whole paragraphs, for signs of long words are not seen at a glance."""
    relation, old, cells = (
        row.relations[column],
        view.against[column],
        view.comparison.table.rows[row.table_row].cells,
    )
    if relation is Relation.DELETED:
        return tr("The whole paragraph is deleted")
    if relation is Relation.INSERTED:
        return tr("A new paragraph")
    if column in row.moves and old >= 0 and cells[old] and row.cells[column]:
        was = listed_names([view.names[old][index].full for index in cells[old]])
        return tr("Moved here: it was {name}", name=was)
    return ""


def number_of(view: DisplayRows, column: int, row: TextRow) -> str:
    """How a row is called in a draft; a deleted one as it was called."""
    old = view.against[column]
    where = column if row.cells[column] else old
    if where < 0 or not row.cells[where]:
        return ""
    return listed_names([view.names[where][index].full for index in row.cells[where]])


def _without_numbers(block: Block) -> Block:
    return replace(block, number="", comments=0)


def _plain(content: CellContent) -> CellContent:
    """What it was, without signs and notes."""
    blocks = tuple(
        replace(_without_numbers(block), was="", stretches=tuple(_unsigned(s) for s in block.stretches))
        for block in content.blocks
    )
    return with_depths(CellContent(blocks, (), content.absence))


def _unsigned(stretch: Stretch) -> Stretch:
    return replace(stretch, sign=Sign.PLAIN, change=-1)


def _neighbour(view: DisplayRows, column: int, ordinal: int) -> RoomNeighbour:
    row = view.rows[ordinal]
    where = column if row.cells[column] else max(0, view.against[column])
    paragraphs = [view.drafts[where].paragraphs[index] for index in row.cells[where]]
    text = " ".join(" ".join(paragraph.text.split()) for paragraph in paragraphs).replace("\ufffc", "")
    opening = ""
    if paragraphs:
        runs = paragraphs[0].runs_in_text()
        if runs and runs[0].span.start == 0 and Mark.ITALIC in runs[0].marks:
            opening = text[: runs[0].span.end]
    short = text if len(text) <= _NEIGHBOUR else text[:_NEIGHBOUR].rsplit(" ", 1)[0] + " …"
    return RoomNeighbour(ordinal, number_of(view, column, row), short, opening if short.startswith(opening) else "")
