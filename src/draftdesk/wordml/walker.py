"""The one walk through Word XML: paragraphs in order, their flat text, and the pieces of those that one asks for.

Reader and redline writer both use it, so an ordinal and an offset mean the same place to both. It works on
a tree whose tracked changes are resolved; where they are pending it reads what accepting them leaves, so that
a paragraph whose mark is deleted is the beginning of the next one. Text boxes are stories of their own.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from draftdesk.wordml.inline import GOING, NO_TEXT, Inline, Piece, Turn, chosen
from draftdesk.wordml.names import DEL, PPR, RPR, TBL, TC, TR, P, w


@dataclass(frozen=True, slots=True)
class TablePlace:
    """Ordinals from 0: the outermost table in its story, its row and cell."""

    table: int
    row: int
    column: int
    column_span: int = 1


@dataclass(slots=True)
class FlatParagraph:
    """A w:p with its ordinal in the walked container and its flat text.

    `leading`: the w:p before it that it is the end of, because their marks are deleted and that is pending.
    `properties`: its w:pPr. `objects`: the pieces that stand for one; all of them are given by `pieces_of`, since
    they take seven times the memory of the text. `open_fields`: those that began before it, True for one whose code
    goes on.
    """

    element: etree._Element
    ordinal: int
    place: TablePlace | None
    leading: tuple[etree._Element, ...]
    properties: etree._Element | None
    text: str
    objects: tuple[Piece, ...]
    text_boxes: tuple[etree._Element, ...]
    open_fields: tuple[bool, ...]


Walked = tuple[FlatParagraph, list[Turn]]
"""A paragraph, and where the setting of its text changes; until the first turn runs have no w:rPr."""


def walk(container: etree._Element) -> list[FlatParagraph]:
    """The paragraphs of a story (w:body, w:footnote, w:hdr ...) in document order, tables included."""
    return [flat for flat, _ in walked(container)]


def walked(container: etree._Element) -> Iterator[Walked]:
    """The same one by one, with the turns of each, for who lets go of them."""
    return _Walker(is_pending=next(container.iter(*GOING), None) is not None).blocks(container, None)


def pieces_of(flat: FlatParagraph) -> list[Piece]:
    """The pieces of a paragraph in order, as its elements stand now."""
    return Inline(flat.open_fields, (*flat.leading, flat.element), with_pieces=True).pieces or []


class _Walker:
    """Fields may begin in one paragraph and end in another, so one walk keeps their state."""

    def __init__(self, *, is_pending: bool) -> None:
        self._is_pending = is_pending  # some deletion is
        self._count = 0  # of the paragraphs
        self._tables = 0
        self._open_fields: tuple[bool, ...] = ()

    def blocks(self, container: etree._Element, place: TablePlace | None) -> Iterator[Walked]:
        leading: list[etree._Element] = []
        for child in container.iterchildren(etree.Element):
            if child.tag == P:
                leading.append(child)
                if not (self._is_pending and _mark_goes(child)):
                    yield self._paragraph(leading, place)
                    leading = []
            elif child.tag == TBL:
                yield from self._ended(leading, place)
                yield from self._table(child, place)
                leading = []
            elif child.tag not in NO_TEXT:
                yield from self.blocks(chosen(child), place)
        yield from self._ended(leading, place)

    def _ended(self, leading: list[etree._Element], place: TablePlace | None) -> Iterator[Walked]:
        """With nothing to go on in, what is left stays a paragraph and emptied ones go."""
        if leading:
            flat, turns = self._paragraph(leading, place)
            if flat.text:
                yield flat, turns
            else:
                self._count -= 1

    def _table(self, table: etree._Element, outer: TablePlace | None) -> Iterator[Walked]:
        number = self._tables
        if outer is None:
            self._tables += 1
        for row_number, row in enumerate(parts_of(table, TR)):
            for column, cell in enumerate(parts_of(row, TC)):
                yield from self.blocks(cell, outer or TablePlace(number, row_number, column, _grid_span(cell)))

    def _paragraph(self, elements: list[etree._Element], place: TablePlace | None) -> Walked:
        *leading, element = elements
        inline = Inline(self._open_fields, elements)
        flat = FlatParagraph(
            element,
            self._count,
            place,
            tuple(leading),
            inline.properties,
            "".join(inline.texts),
            tuple(inline.objects),
            tuple(inline.text_boxes),
            self._open_fields,
        )
        self._count += 1
        self._open_fields = tuple(inline.open_fields)
        return flat, inline.turns


def _mark_goes(paragraph: etree._Element) -> bool:
    properties = next(paragraph.iterchildren(PPR), None)
    marks = next(properties.iterchildren(RPR), None) if properties is not None else None
    return marks is not None and next(marks.iterchildren(*GOING), None) is not None


def parts_of(container: etree._Element, tag: str) -> Iterator[etree._Element]:
    """Rows of a table or cells of a row, also inside content controls, not those of nested tables.

    A row whose deletion is pending is none.
    """
    for child in container.iterchildren(etree.Element):
        if child.tag == tag:
            if tag != TR or child.find(f"{w('trPr')}/{DEL}") is None:
                yield child
        elif child.tag not in NO_TEXT and child.tag not in (P, TBL):
            yield from parts_of(chosen(child), tag)


def _grid_span(cell: etree._Element) -> int:
    span = cell.find(f"{w('tcPr')}/{w('gridSpan')}")
    value = span.get(w("val"), "1") if span is not None else "1"
    return int(value) if value.isdigit() else 1
