"""Writes what several hands make of one story, in place, each change with the marks of its own hand."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Final

from lxml import etree
from typing_extensions import override

from draftdesk.exporting.markup import Markup, mark_properties
from draftdesk.exporting.redline_edits import LineEdit
from draftdesk.exporting.redline_moves import MoveWriter, NoteCopy
from draftdesk.exporting.redline_paragraph import LineWriter
from draftdesk.exporting.redline_plan import Item, Move, MovedAway, MovedHere
from draftdesk.exporting.redline_stories import (
    Flow,
    StoryWriter,
    own_properties,
    same_form,
    take_properties,
    untrack,
)
from draftdesk.wordml.names import DEL, INS, MOVE_FROM, MOVE_TO, PPR, RPR

TABLE = "table"
_NOT_MOVED: Final = {MOVE_FROM: DEL, MOVE_TO: INS}


@dataclass(slots=True)
class Deed:
    """One thing to write with the marks of `markup`: paragraphs that are edited, or an item without edits.

    `cells`: the cells of a table that several hands edit, each with its own deeds.
    """

    markup: Markup
    edits: list[LineEdit] = field(default_factory=list)
    item: Item | None = None
    begins_with_insertion: bool = False
    cells: list[tuple[etree._Element, list[Deed]]] = field(default_factory=list)


class HandsStoryWriter(StoryWriter):
    """Writes the deeds of several hands; `note_copy` tells by the author of a mark how notes that move are copied."""

    def __init__(
        self, markup: Markup, root: etree._Element, note_copy: Callable[[str], NoteCopy] = lambda _author: _no_note
    ) -> None:
        super().__init__(markup, LineWriter(markup), MoveWriter(markup, _no_note, root), root, keep_sections=False)
        self._note_copy = note_copy
        self._arrivals: dict[Move, list[etree._Element]] = {}
        self._departures: dict[Move, list[etree._Element]] = {}

    def write_deeds(self, container: etree._Element, deeds: Sequence[Deed]) -> None:
        """Write the deeds of a container in order."""
        flow = Flow(container)
        for number, deed in enumerate(deeds):
            for cell, inner in deed.cells:
                self.write_deeds(cell, inner)
            self._markup, self._lines = deed.markup, LineWriter(deed.markup)
            if isinstance(deed.item, MovedAway | MovedHere):
                self._moves = MoveWriter(deed.markup, self._note_copy(deed.markup.author), self._root)
                self._write_move(flow, deed.item, self._arrivals, self._departures)
            elif deed.item is not None:
                self._write_single(flow, deed.item)
            else:
                following = number + 1 < len(deeds) and deeds[number + 1].begins_with_insertion
                self._write_answered(flow, deed.edits, end_with_deletion=following)
        self._end(flow)
        self.written.touched |= self.written.changes > 0 or any(tag not in ("", TABLE) for _, tag in flow.marks)

    @override
    def _end(self, flow: Flow) -> None:
        """As for one hand, but each mark that goes to the paragraph before stays that of its hand."""
        trailing = 0
        while trailing < len(flow.marks) and flow.marks[-1 - trailing][1] not in ("", TABLE):
            trailing += 1
        tail = [element for element, _ in flow.marks[len(flow.marks) - trailing :]]
        before = flow.marks[-trailing - 1] if trailing < len(flow.marks) else None
        if not tail or before is None or before[1] == TABLE:
            super()._end(flow)
            return
        shifted = [before[0], *tail]
        first, last = own_properties(shifted[0]), own_properties(shifted[-1])
        marks = [_mark_of(element) for element in tail]
        for element in tail:
            untrack(element)
        for element, mark in zip(shifted, marks, strict=False):
            mark.tag = _NOT_MOVED.get(str(mark.tag), mark.tag)  # it stands outside the range of the move now
            mark_properties(element).insert(0, mark)
        if not same_form(first, last):
            if marks[-1].tag != INS:
                take_properties(shifted[-1], first)
            self._markup.change_properties(shifted[-1], first if marks[-1].tag == INS else last)


def _mark_of(paragraph: etree._Element) -> etree._Element:
    own = paragraph.find(f"{PPR}/{RPR}")
    found = None if own is None else next(own.iterchildren(INS, DEL, MOVE_FROM, MOVE_TO), None)
    if found is None:
        raise ValueError(paragraph)
    return found


def _no_note(_kind: str, id_: str) -> str:
    return id_
