"""A selection down one column: places in rows and texts, and what is copied of it."""

from __future__ import annotations

import html
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from draftdesk.gui.rows.cell_layout import CellLayout
from draftdesk.model.paragraph import Mark
from draftdesk.workbench.display.values import GONE, Block, CellContent, Sign, Stretch

_TAGS: Final = {
    Mark.ITALIC: "i",
    Mark.BOLD: "b",
    Mark.SUPERSCRIPT: "sup",
    Mark.SUBSCRIPT: "sub",
    Mark.HIGHLIGHT: "mark",
}

Place = tuple[int, int]
"""An item of the view and a code point in the text of its cell."""


@dataclass(frozen=True, slots=True)
class Selection:
    """From `anchor`, where it began, to `head`; `item` is set on the copy made for painting a row."""

    column: int
    anchor: Place
    head: Place
    item: int = -1

    @property
    def ends(self) -> tuple[Place, Place]:
        """First and last place in reading order."""
        return (self.anchor, self.head) if self.anchor <= self.head else (self.head, self.anchor)

    @property
    def is_empty(self) -> bool:
        """Whether nothing is selected."""
        return self.anchor == self.head

    def span(self, item: int, length: int) -> tuple[int, int] | None:
        """What is selected of an item's cell with `length` code points; None for nothing."""
        (first, start), (last, end) = self.ends
        if not first <= item <= last:
            return None
        return (start if item == first else 0, end if item == last else length)

    def within(self, cell: CellLayout) -> tuple[int, int] | None:
        """The span in the cell of `item`."""
        return self.span(self.item, sum(len(block.shown.shown) + 1 for block in cell.blocks))

    def on(self, item: int) -> Selection:
        """The same selection for painting an item."""
        return Selection(self.column, self.anchor, self.head, item)


@dataclass(frozen=True, slots=True)
class Copied:
    """What goes to the clipboard; deleted words are in both."""

    plain: str
    rich: str


def copied(cells: Iterable[tuple[CellContent, tuple[int, int]]]) -> Copied:
    """The selected parts of cells, in order, as text and as HTML with ins, del and i."""
    plain: list[str] = []
    rich: list[str] = []
    for content, span in cells:
        start = 0
        for block in content.blocks:
            length = len(block.shown)
            low, high = max(span[0] - start, 0), min(span[1] - start, length)
            start += length + 1
            if low < high or (not length and low <= 0 <= high):
                plain.append(_lead(block, low) + block.shown[low:high])
                rich.append(f"<p>{html.escape(_lead(block, low))}{_rich(block.stretches, low, high)}</p>")
    return Copied("\n".join(plain), "".join(rich))


def _lead(block: Block, low: int) -> str:
    number = block.lead or block.number
    if low or not number or number.startswith("PP"):
        return ""
    return f"{number} " if block.lead else f"{number}. "


def _rich(stretches: Sequence[Stretch], low: int, high: int) -> str:
    pieces = []
    at = 0
    for stretch in stretches:
        text = stretch.text[max(0, low - at) : max(0, high - at)]
        at += len(stretch.text)
        if text and stretch.sign is not Sign.GAP:
            pieces.append(_tagged(html.escape(text), stretch))
    return "".join(pieces)


def _tagged(text: str, stretch: Stretch) -> str:
    """Programs that know no ins and del, mail above all, still have the lines."""
    for mark, tag in _TAGS.items():
        if mark in stretch.marks:
            text = f"<{tag}>{text}</{tag}>"
    if stretch.sign in GONE:
        return f"<del><s>{text}</s></del>"
    if stretch.sign in {Sign.INSERTED, Sign.TECHNICAL}:
        return f"<ins><u>{text}</u></ins>"
    return text
