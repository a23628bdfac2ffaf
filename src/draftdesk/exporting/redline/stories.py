"""Writes what becomes of the blocks of a story (body, note, header) into its container, in place."""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy
from dataclasses import dataclass, field
from typing import Final

from lxml import etree

from draftdesk.comparing.tidying import ANY_SIZE
from draftdesk.exporting.markup import Markup, paragraph_properties
from draftdesk.exporting.redline.blocks import Cell, Row, Table
from draftdesk.exporting.redline.budget import largest_crumb
from draftdesk.exporting.redline.edits import LineEdit, edits_of_group
from draftdesk.exporting.redline.lines import BaseLine, DraftLine, NewLine, canonical
from draftdesk.exporting.redline.moves import MoveWriter
from draftdesk.exporting.redline.nested import holds_table, nested_like
from draftdesk.exporting.redline.paragraph import LineWriter
from draftdesk.exporting.redline.parts import Sides, with_parts
from draftdesk.exporting.redline.pending import refuse_pending_marks, tracked
from draftdesk.exporting.redline.plan import (
    Answered,
    BaseBlock,
    Come,
    Gone,
    Item,
    Move,
    MovedAway,
    MovedHere,
    NewBlock,
    TableAnswered,
    TableCome,
    TableGone,
    plan,
)
from draftdesk.exporting.redline.similar import similar_groups
from draftdesk.exporting.redline.tables import copied_table, empty_row, row_pairs
from draftdesk.wordml.names import DEL, INS, MOVE_FROM, MOVE_TO, PPR, RPR, TBL, TC, P, w

_TABLE: Final = "table"


@dataclass(slots=True)
class Written:
    """What was done in a story."""

    changes: int = 0
    moves: int = 0
    forms: int = 0
    tables_replaced: int = 0
    touched: bool = False


@dataclass(slots=True)
class Flow:
    """Where the writing stands in a container, and the tags of the paragraph marks so far."""

    container: etree._Element
    last: etree._Element | None = None
    near: BaseLine | None = None
    marks: list[tuple[etree._Element, str]] = field(default_factory=list)
    stayed: list[tuple[BaseLine, NewLine]] = field(default_factory=list)

    def put(self, element: etree._Element) -> None:
        """Put an element after all that is written."""
        if self.last is not None:
            self.last.addnext(element)
        else:
            first = next(self.container.iterchildren(P, TBL, w("sdt")), None)
            if first is not None:
                first.addprevious(element)
            else:
                self.container.append(element)
        self.last = element


class StoryWriter:
    """Writes stories of one part; with `keep_sections` the end of a section never goes."""

    def __init__(
        self, markup: Markup, lines: LineWriter, moves: MoveWriter, root: etree._Element, *, keep_sections: bool
    ) -> None:
        self._keep_sections = keep_sections
        self._markup = markup
        self._lines = lines
        self._moves = moves
        self._root = root
        self.written = Written()
        self.tells_forms = False  # whether cells of the same text are looked into
        self._largest_crumb = ANY_SIZE

    def write_body(self, container: etree._Element, items: Sequence[Item], *, lets_go: bool = False) -> None:
        """Write the items of the body; how much of it is marked says which small words go with changes."""
        self._largest_crumb = largest_crumb(items)
        self.write(container, items, lets_go=lets_go)

    def write(self, container: etree._Element, items: Sequence[Item], *, lets_go: bool = False) -> None:
        """Write the items of a container in order.

        With `lets_go` paragraphs of the new file are not asked for again, and their elements go as the redline grows.
        """
        flow = Flow(container)
        arrivals: dict[Move, list[etree._Element]] = {}
        departures: dict[Move, list[etree._Element]] = {}
        ahead = self._edits(items[0]) if items else []
        for number, item in enumerate(items):
            edits, ahead = ahead, self._edits(items[number + 1]) if number + 1 < len(items) else []
            if isinstance(item, MovedAway | MovedHere):
                self._write_move(flow, item, arrivals, departures)
            elif isinstance(item, Answered):
                following = number + 1 < len(items) and _begins_with_insertion(items[number + 1], ahead)
                self._write_answered(flow, edits, end_with_deletion=following)
            else:
                self._write_single(flow, item)
            for line in _new_lines(item) if lets_go else ():
                line.let_go()
        self._end(flow)
        self._set_paragraphs(flow)
        self.written.touched |= self.written.changes + self.written.forms > 0 or any(
            tag not in ("", _TABLE) for _, tag in flow.marks
        )

    def write_alike(self, container: etree._Element, base: list[BaseBlock], new: list[NewBlock]) -> None:
        """Write a container whose blocks answer each other by their ids, else by their texts."""
        groups = similar_groups(base, new)
        if self.tells_forms and any(isinstance(block, DraftLine) for block in new):
            groups = with_parts(groups, Sides(base, new))
        self.write(container, plan(base, new, groups, moves=False))

    def _edits(self, item: Item) -> list[LineEdit]:
        if not isinstance(item, Answered):
            return []
        if not item.news:
            return [LineEdit(line) for line in item.bases]
        return edits_of_group(item.bases, item.news, self._largest_crumb)

    def _write_answered(self, flow: Flow, edits: list[LineEdit], *, end_with_deletion: bool) -> None:
        for number, edit in enumerate(edits):
            at_end = end_with_deletion if number == len(edits) - 1 else edits[number + 1].begins_with_insertion
            paragraphs = self._lines.write(edit, end_with_deletion=at_end)
            self.written.changes += edit.changes
            if edit.ends_as is not None and edit.mark_stays:
                flow.stayed.append((edit.line, edit.ends_as))
            for element, tag in paragraphs:
                if tag == DEL:
                    self._markup.track_mark(element, tag)
                flow.marks.append((element, tag))
            flow.last, flow.near = edit.line.element, edit.line

    def _set_paragraphs(self, flow: Flow) -> None:
        """Set paragraphs that are set otherwise in the new file, where their mark stays and nothing is noted yet."""
        self.written.forms += self._lines.forms
        self._lines.forms = 0
        for base, new in flow.stayed:
            wanted = new.paragraph_form(base)
            if wanted is None or base.element.find(f"{PPR}/{w('pPrChange')}") is not None or tracked(base.element):
                continue
            former = own_properties(base.element)
            take_properties(base.element, wanted)
            self._markup.change_properties(base.element, former)
            self.written.forms += 1

    def _write_single(self, flow: Flow, item: Item) -> None:
        if isinstance(item, Gone):
            self._lines.delete(item.base)
            stays = item.base.has_section and self._keep_sections
            if not stays:
                self._markup.track_mark(item.base.element, DEL)
            flow.marks.append((item.base.element, "" if stays else DEL))
            flow.last = item.base.element
            flow.near = item.base
            self.written.changes += not item.base.is_blank
        elif isinstance(item, Come):
            paragraph = self._lines.paragraph(item.new, flow.near, self._root)
            self._markup.track_mark(paragraph, INS)
            flow.put(paragraph)
            flow.marks.append((paragraph, INS))
            self.written.changes += not item.new.is_blank
        else:
            self._write_table(flow, item)

    def _write_move(
        self,
        flow: Flow,
        item: MovedAway | MovedHere,
        arrivals: dict[Move, list[etree._Element]],
        departures: dict[Move, list[etree._Element]],
    ) -> None:
        move = item.move
        if move not in arrivals:
            edit = edits_of_group([move.base], [move.new], self._largest_crumb)[0]
            departures[move], arrivals[move] = self._moves.write(edit)
            self.written.changes += 1 + edit.changes
            self.written.moves += 1
        if isinstance(item, MovedAway):
            element, end = departures[move]
            flow.last, flow.near = end, move.base
            flow.marks.append((element, DEL))
        else:
            element, end = arrivals[move]
            flow.put(element)
            flow.put(end)
            flow.marks.append((element, INS))

    # Tables

    def _write_table(self, flow: Flow, item: Item) -> None:
        if isinstance(item, TableAnswered):
            if item.new is not None:
                self._edit_table(item.base, item.new)
            flow.last = item.base.element
        elif isinstance(item, TableGone):
            for row in item.base.rows:
                self._delete_row(row)
            flow.last = item.base.element
            self.written.changes += 1
        elif isinstance(item, TableCome):
            flow.put(self._inserted_table(item.new))
            self.written.changes += 1
        if flow.last is not None:
            flow.marks.append((flow.last, _TABLE))

    def _edit_table(self, base: Table[BaseLine], new: Table[NewLine]) -> None:
        last: etree._Element | None = None
        widest = (max((len(row.cells) for row in rows), default=0) for rows in (base.rows, new.rows))
        self.written.tables_replaced += len(set(widest)) > 1
        for old, other in row_pairs(base, new):
            if old is not None and other is not None:
                for cell, new_cell in zip(old.cells, other.cells, strict=True):
                    self._edit_cell(cell, new_cell)
                last = old.element
            elif old is not None:
                self._delete_row(old)
                self.written.changes += 1
                last = old.element
            elif other is not None:
                self.written.changes += 1
                last = self._insert_row(base, other, last)

    def _insert_row(self, table: Table[BaseLine], new: Row[NewLine], last: etree._Element | None) -> etree._Element:
        """Insert a row after the last one that was written."""
        row = self._inserted_row(new, _row_like(table, new))
        if last is not None:
            last.addnext(row)
        elif table.rows and table.rows[0].element is not None:
            table.rows[0].element.addprevious(row)
        return row

    def _edit_cell(self, cell: Cell[BaseLine], new: Cell[NewLine]) -> None:
        lines, new_lines = list(cell.lines()), list(new.lines())
        is_flat = new.element is None and holds_table(cell)
        if is_flat and len(lines) == len(new_lines):
            self._edit_nested(lines, new_lines)
        elif is_flat and cell.element is not None:
            self.write_alike(cell.element, cell.blocks, nested_like(cell, new_lines))
        elif cell.element is not None and (self.tells_forms or lines_text(cell.blocks) != lines_text(new.blocks)):
            self.write_alike(cell.element, cell.blocks, new.blocks)

    def _edit_nested(self, lines: Sequence[BaseLine], new_lines: Sequence[NewLine]) -> None:
        """Edit the paragraphs of a cell with a table in it; a draft has those of both as paragraphs of the cell."""
        for line, new in zip(lines, new_lines, strict=True):
            flow = Flow(line.element)
            self._write_answered(flow, edits_of_group([line], [new], self._largest_crumb), end_with_deletion=False)
            self._set_paragraphs(flow)

    def _delete_row(self, row: Row[BaseLine]) -> None:
        if row.element is None:
            return
        self._markup.track_row(row.element, DEL)
        for cell in row.cells:
            for line in cell.lines():
                self._lines.delete(line)
                self._markup.track_mark(line.element, DEL)

    def _inserted_row(self, row: Row[NewLine], like: Row[BaseLine] | None) -> etree._Element:
        made = empty_row(row, like, self._root)
        self._markup.track_row(made, INS)
        for number, (cell, element) in enumerate(zip(row.cells, made.iterchildren(TC), strict=True)):
            near = next(like.cells[number].lines(), None) if like is not None else None
            for block in cell.blocks:
                if isinstance(block, Table):
                    element.append(self._inserted_table(block))
                    continue
                paragraph = self._lines.paragraph(block, near, self._root)
                self._markup.track_mark(paragraph, INS)
                element.append(paragraph)
            if element.find(P) is None:
                element.append(element.makeelement(P, {}, element.nsmap))
        return made

    def _inserted_table(self, new: Table[NewLine]) -> etree._Element:
        table = copied_table(new, self._root)
        table.extend(self._inserted_row(row, None) for row in new.rows)
        return table

    # The end of a container

    def _end(self, flow: Flow) -> None:
        """A tracked mark at the very end has nothing to merge with: the marks go to the paragraphs before."""
        trailing = 0
        while trailing < len(flow.marks) and flow.marks[-1 - trailing][1] not in ("", _TABLE):
            trailing += 1
        if not trailing:
            return
        tail = flow.marks[-trailing:]
        before = flow.marks[-trailing - 1] if trailing < len(flow.marks) else None
        if before is None or before[1] == _TABLE:
            if all(tag == DEL for _, tag in tail):
                refuse_pending_marks(tail)
                untrack(tail[-1][0])
            return
        shifted = [before[0], *(element for element, _ in tail)]
        refuse_pending_marks(tail, before=before[0])
        properties = [own_properties(element) for element in shifted]
        for element, _ in tail:
            untrack(element)
        for element, (_, tag) in zip(shifted, tail, strict=False):
            self._markup.track_mark(element, tag)
        self._set_shifted(shifted, properties, [tag for _, tag in tail])

    def _set_shifted(
        self, shifted: Sequence[etree._Element], properties: Sequence[etree._Element], tags: Sequence[str]
    ) -> None:
        """Each mark that was shifted ends another paragraph now: set them as that one, before and after."""
        gone = [number for number, tag in enumerate(tags, 1) if tag == DEL]
        come = [number for number, tag in enumerate(tags, 1) if tag == INS]
        if gone and come and gone[-1] < come[0]:
            take_properties(shifted[gone[-1]], properties[0])  # accepted, it ends what stood before all of them
        old, new = properties[gone[-1] if gone else 0], properties[come[-1] if come else 0]
        if not same_form(old, new):
            take_properties(shifted[-1], new)
            self._markup.change_properties(shifted[-1], old)


def lines_text(blocks: Sequence[BaseBlock] | Sequence[NewBlock]) -> list[str]:
    """The texts of all paragraphs; a table begins with a mark of its own."""
    found: list[str] = []
    for block in blocks:
        if isinstance(block, Table):
            found += ["\x1e", *(line.text for line in block.lines())]
        else:
            found.append(block.text)
    return found


def _new_lines(item: Item) -> Sequence[NewLine]:
    """The paragraphs of the new text that are written with an item, those of tables aside."""
    if isinstance(item, Answered):
        return item.news
    if isinstance(item, Come):
        return (item.new,)
    return (item.move.new,) if isinstance(item, MovedAway | MovedHere) else ()


def _begins_with_insertion(item: Item, edits: Sequence[LineEdit]) -> bool:
    return isinstance(item, Come) or (bool(edits) and edits[0].begins_with_insertion)


def _row_like(table: Table[BaseLine], row: Row[NewLine]) -> Row[BaseLine] | None:
    """A row of the table with as many cells; the last one, since the first is often a heading."""
    return next((other for other in reversed(table.rows) if len(other.cells) == len(row.cells)), None)


def untrack(paragraph: etree._Element) -> None:
    """Take the tracking of a paragraph mark away."""
    own = paragraph.find(f"{PPR}/{RPR}")
    if own is None:
        return
    for mark in list(own.iterchildren(INS, DEL, MOVE_FROM, MOVE_TO)):
        own.remove(mark)
    if not len(own):
        parent = own.getparent()
        if parent is not None:
            parent.remove(own)


def own_properties(paragraph: etree._Element) -> etree._Element:
    """A copy of what a paragraph's properties say of the paragraph, not of its mark."""
    copied = deepcopy(paragraph_properties(paragraph))
    for child in list(copied.iterchildren(RPR, w("sectPr"), w("pPrChange"))):
        copied.remove(child)
    return copied


def take_properties(paragraph: etree._Element, properties: etree._Element) -> None:
    """Set a paragraph, not its mark, like these properties."""
    own = paragraph_properties(paragraph)
    for child in list(own):
        if child.tag not in (RPR, w("sectPr"), w("pPrChange")):
            own.remove(child)
    kept = [child for child in properties if child.tag not in (RPR, w("sectPr"), w("pPrChange"))]
    for place, child in enumerate(kept):
        own.insert(place, deepcopy(child))


def same_form(one: etree._Element, other: etree._Element) -> bool:
    """Whether two sets of properties say the same."""
    return canonical(one) == canonical(other)
