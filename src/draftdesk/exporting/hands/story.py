"""Writes what several hands make of one story, in place, each change with the marks of its own hand."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Final

from lxml import etree
from typing_extensions import override

from draftdesk.exporting.hands.rows import MergedRow
from draftdesk.exporting.markup import Markup, mark_properties
from draftdesk.exporting.proof.hands import JOINT
from draftdesk.exporting.redline.blocks import Table
from draftdesk.exporting.redline.edits import LineEdit
from draftdesk.exporting.redline.lines import BaseLine
from draftdesk.exporting.redline.moves import MoveWriter, NoteCopy
from draftdesk.exporting.redline.paragraph import LineWriter
from draftdesk.exporting.redline.plan import Item, Move, MovedAway, MovedHere, TableAnswered
from draftdesk.exporting.redline.stories import (
    Flow,
    StoryWriter,
    own_properties,
    same_form,
    take_properties,
    untrack,
)
from draftdesk.wordml.names import DEL, INS, MOVE_FROM, MOVE_TO, PPR, RPR, w

TABLE = "table"
_AUTHOR: Final = w("author")
_NOT_MOVED: Final = {MOVE_FROM: DEL, MOVE_TO: INS}


@dataclass(frozen=True, slots=True)
class RowDeed:
    """A row of a table that several hands change, with the marks of those who bring it or would have it gone."""

    markup: Markup
    row: MergedRow


@dataclass(slots=True)
class Deed:
    """One thing to write with the marks of `markup`: paragraphs that are edited, or an item without edits.

    `cells`: the cells of a table that several hands edit, each with its own deeds; `rows`: all its rows.
    """

    markup: Markup
    edits: list[LineEdit] = field(default_factory=list)
    item: Item | None = None
    begins_with_insertion: bool = False
    cells: list[tuple[etree._Element, list[Deed]]] = field(default_factory=list)
    rows: list[RowDeed] = field(default_factory=list)


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
            if isinstance(deed.item, TableAnswered):
                self._write_rows(deed.item.base, deed.rows)
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

    def _write_rows(self, table: Table[BaseLine], rows: Sequence[RowDeed]) -> None:
        last: etree._Element | None = None
        for deed in rows:
            self._markup, self._lines = deed.markup, LineWriter(deed.markup)
            base, new, hands = deed.row.base, deed.row.new, deed.row.hands
            if base is not None:
                last = base.element
                if hands:
                    self._delete_row(base)
            elif new is not None:
                last = self._insert_row(table, new, last)
            self.written.changes += bool(hands)

    @override
    def _end(self, flow: Flow) -> None:
        """As for one hand, but each mark that goes to the paragraph before stays that of its hand."""
        trailing = 0
        while trailing < len(flow.marks) and flow.marks[-1 - trailing][1] not in ("", TABLE):
            trailing += 1
        tail = [element for element, _ in flow.marks[len(flow.marks) - trailing :]]
        before = flow.marks[-trailing - 1] if trailing < len(flow.marks) else None
        if not tail or before is None or before[1] == TABLE:
            if all(tag == DEL for _, tag in flow.marks[len(flow.marks) - trailing :]):
                self._share_ends(tail)
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

    def _share_ends(self, tail: Sequence[etree._Element]) -> None:
        """All goes, each paragraph with its hand, and the last mark must stay for those who keep the last one.

        So the hands that do not keep it join in taking away the mark of the last paragraph that is left to them.
        """
        marks = [_mark_of(element) for element in tail]
        authors = [mark.get(_AUTHOR, "").split(JOINT) for mark in marks]
        form, last_form = None, own_properties(tail[-1]) if tail else None
        for hand in authors[-1] if authors else ():
            left = [number for number, hands in enumerate(authors) if hand not in hands]
            if left:
                authors[left[-1]].append(hand)
                form = form or (hand, own_properties(tail[left[-1]]))
        for mark, hands in zip(marks, authors, strict=True):
            mark.set(_AUTHOR, JOINT.join(hands))
        if form is not None and last_form is not None and not same_form(form[1], last_form):
            take_properties(tail[-1], form[1])
            self._markup.of(form[0]).change_properties(tail[-1], last_form)


def _mark_of(paragraph: etree._Element) -> etree._Element:
    own = paragraph.find(f"{PPR}/{RPR}")
    found = None if own is None else next(own.iterchildren(INS, DEL, MOVE_FROM, MOVE_TO), None)
    if found is None:
        raise ValueError(paragraph)
    return found


def _no_note(_kind: str, id_: str) -> str:
    return id_
