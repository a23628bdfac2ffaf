"""The one walk through Word XML: paragraphs in order, their flat text, and which run holds which offset.

Reader and redline writer both use it, so an ordinal and an offset mean the same place to both. It works on
a tree whose tracked changes are resolved; where they are pending it reads what accepting them leaves, so that
a paragraph whose mark is deleted is the beginning of the next one. Offsets are code points in the flat text,
where each inline object is one U+FFFC. Field codes are not text, field results are; of alternatives the first
choice counts; what is not known is walked into, so that no text is lost. Text boxes are stories of their own.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, NamedTuple

from lxml import etree

from draftdesk.wordml.names import (
    ALTERNATE,
    CHOICE,
    DEL,
    MATH_TEXT,
    MOVE_FROM,
    NS_M,
    PPR,
    RPR,
    TBL,
    TC,
    TR,
    XML_SPACE,
    P,
    R,
    T,
    w,
)

OBJECT: Final = "\ufffc"
_FIXED_TEXT: Final[dict[object, str]] = {
    w("tab"): "\t",
    w("ptab"): "\t",
    w("br"): "\n",
    w("cr"): "\n",
    w("noBreakHyphen"): "\u2011",
}
_OBJECTS: Final = {
    w("footnoteReference"): "⟦footnote⟧",
    w("endnoteReference"): "⟦endnote⟧",
    w("drawing"): "⟦object⟧",
    w("pict"): "⟦object⟧",
    w("object"): "⟦object⟧",
    w("contentPart"): "⟦object⟧",
    w("sym"): "",  # shown by its font and its code
}
NO_TEXT: Final = frozenset(
    w(name)
    for name in (
        "pPr",
        "rPr",
        "sectPr",
        "tblPr",
        "tblGrid",
        "tblPrEx",
        "trPr",
        "tcPr",
        "sdtPr",
        "sdtEndPr",
        "smartTagPr",
        "customXmlPr",
        "instrText",
        "delInstrText",
        "rt",
        "rubyPr",
        "fldData",
        "softHyphen",
    )
)
_TEXTS: Final = frozenset((T, MATH_TEXT))
_RUNS: Final = frozenset((R, f"{{{NS_M}}}r"))
_FIELD: Final = w("fldChar")
_FIELD_KIND: Final = w("fldCharType")
_LINK: Final = w("hyperlink")
_GOING: Final = (DEL, MOVE_FROM)
_EMPTY: Final = tuple(w(name) for name in ("proofErr", "bookmarkStart", "bookmarkEnd", "lastRenderedPageBreak"))
_SILENT: Final = NO_TEXT | frozenset(_GOING) | frozenset(_EMPTY)


class Piece(NamedTuple):
    """A stretch of flat text from one element: `element` a w:t, w:tab, w:br, note mark, drawing ...

    `run` is the w:r that holds it (None outside one), `link` the w:hyperlink around it. A tuple, as a long draft has
    tens of thousands: made in a third of the time of a frozen dataclass.
    """

    start: int
    text: str
    element: etree._Element
    run: etree._Element | None
    link: etree._Element | None
    shown: str = ""

    @property
    def end(self) -> int:
        """Code points, exclusive."""
        return self.start + len(self.text)


_new: Final = tuple.__new__
"""Makes a piece from all its values in order, without what a call with names costs."""


@dataclass(frozen=True, slots=True)
class TablePlace:
    """Ordinals from 0: the outermost table in its story, its row and cell."""

    table: int
    row: int
    column: int
    column_span: int = 1


class Turn(NamedTuple):
    """From `start` on runs have this w:rPr and this w:hyperlink around them, None for none."""

    start: int
    properties: etree._Element | None
    link: etree._Element | None


@dataclass(slots=True)
class FlatParagraph:
    """A w:p with its ordinal in the walked container and its pieces in order.

    `leading`: the w:p before it that it is the end of, because their marks are deleted and that is pending.
    `properties`: its w:pPr. `objects`: the pieces that stand for one. `turns`: where the setting of its text
    changes, in order; until the first, runs have no w:rPr.
    """

    element: etree._Element
    ordinal: int
    place: TablePlace | None
    leading: tuple[etree._Element, ...]
    properties: etree._Element | None
    pieces: list[Piece]
    objects: list[Piece]
    turns: list[Turn]
    text_boxes: list[etree._Element]

    @property
    def text(self) -> str:
        """The flat text."""
        return "".join([piece.text for piece in self.pieces])


def walk(container: etree._Element) -> list[FlatParagraph]:
    """The paragraphs of a story (w:body, w:footnote, w:hdr ...) in document order, tables included."""
    return list(walked(container))


def walked(container: etree._Element) -> Iterator[FlatParagraph]:
    """The same one by one, for who lets go of each: what was just made is soonest looked at."""
    return _Walker(is_pending=next(container.iter(*_GOING), None) is not None).blocks(container, None)


class _Walker:
    """Fields may begin in one paragraph and end in another, so one walk keeps their state."""

    def __init__(self, *, is_pending: bool) -> None:
        self._is_pending = is_pending  # some deletion is
        self._count = 0  # of the paragraphs
        self._tables = 0
        self._open_fields: list[bool] = []  # innermost last; True while in the code
        self._is_in_code = False
        self._flat: FlatParagraph  # the last one
        self._length = 0  # of its flat text so far
        self._set_by: etree._Element | None = None  # the w:rPr of its last piece
        self._linked_by: etree._Element | None = None  # the w:hyperlink of its last piece

    def blocks(self, container: etree._Element, place: TablePlace | None) -> Iterator[FlatParagraph]:
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

    def _ended(self, leading: list[etree._Element], place: TablePlace | None) -> Iterator[FlatParagraph]:
        """With nothing to go on in, what is left stays a paragraph and emptied ones go."""
        if leading:
            flat = self._paragraph(leading, place)
            if flat.pieces:
                yield flat
            else:
                self._count -= 1

    def _table(self, table: etree._Element, outer: TablePlace | None) -> Iterator[FlatParagraph]:
        number = self._tables
        if outer is None:
            self._tables += 1
        for row_number, row in enumerate(parts_of(table, TR)):
            for column, cell in enumerate(parts_of(row, TC)):
                yield from self.blocks(cell, outer or TablePlace(number, row_number, column, _grid_span(cell)))

    def _paragraph(self, elements: list[etree._Element], place: TablePlace | None) -> FlatParagraph:
        *leading, element = elements
        flat = FlatParagraph(element, self._count, place, tuple(leading), None, [], [], [], [])
        self._count += 1
        self._flat = flat
        self._length = 0
        self._set_by = self._linked_by = None
        for one in elements:
            self._inline(one, None, None, None)
        return flat

    def _inline(
        self,
        parent: etree._Element,
        run: etree._Element | None,
        properties: etree._Element | None,
        link: etree._Element | None,
    ) -> None:
        """`properties`: the w:rPr of the run that the parent is or is in."""
        pieces = self._flat.pieces
        for child in parent:
            tag = child.tag
            if tag != R:
                if tag == RPR and parent is run:
                    properties = child
                else:
                    self._other(child, run, properties, link)
                continue
            own = None
            for inner in child:
                tag = inner.tag
                if tag == T:
                    text: str | None = _visible(inner)
                elif tag == RPR:
                    own = inner
                    continue
                else:
                    text = _FIXED_TEXT.get(tag)
                if text is None:
                    self._other(inner, child, own, link)
                elif text and not self._is_in_code:
                    if own is not self._set_by or link is not self._linked_by:
                        self._turn(own, link)
                    pieces.append(_new(Piece, (self._length, text, inner, child, link, "")))
                    self._length += len(text)

    def _other(
        self,
        child: etree._Element,
        run: etree._Element | None,
        properties: etree._Element | None,
        link: etree._Element | None,
    ) -> None:
        """What is not simply the text of a run."""
        tag = child.tag
        if tag in _SILENT:
            if tag == PPR and child.getparent() is self._flat.element:
                self._flat.properties = child
        elif tag in _FIXED_TEXT:
            self._add(_FIXED_TEXT[tag], child, run, properties, link)
        elif tag in _OBJECTS:
            self._add(OBJECT, child, run, properties, link, _OBJECTS[tag] or _shown_symbol(child))
            self._flat.text_boxes += _text_boxes(child)
        elif tag == _FIELD:
            self._field(child.get(_FIELD_KIND, ""))
        elif tag in _TEXTS:
            self._add(_visible(child), child, run, properties, link)
        elif tag in _RUNS:
            self._inline(child, child, None, link)
        elif isinstance(tag, str) and len(child):
            self._inline(chosen(child), run, properties, child if tag == _LINK else link)

    def _add(
        self,
        text: str,
        element: etree._Element,
        run: etree._Element | None,
        properties: etree._Element | None,
        link: etree._Element | None,
        shown: str = "",
    ) -> None:
        if not text or self._is_in_code:
            return
        if properties is not self._set_by or link is not self._linked_by:
            self._turn(properties, link)
        piece = Piece(self._length, text, element, run, link, shown)
        self._flat.pieces.append(piece)
        if shown:
            self._flat.objects.append(piece)
        self._length += len(text)

    def _turn(self, properties: etree._Element | None, link: etree._Element | None) -> None:
        self._set_by, self._linked_by = properties, link
        self._flat.turns.append(_new(Turn, (self._length, properties, link)))

    def _field(self, kind: str) -> None:
        """Between begin and separate there is code, which is not text."""
        if kind == "begin":
            self._open_fields.append(True)
        elif kind == "separate" and self._open_fields:
            self._open_fields[-1] = False
        elif kind == "end" and self._open_fields:
            self._open_fields.pop()
        self._is_in_code = any(self._open_fields)


def _shown_symbol(symbol: etree._Element) -> str:
    return f"⟦sym {symbol.get(w('font'), '')} {symbol.get(w('char'), '').upper()}⟧"


def _mark_goes(paragraph: etree._Element) -> bool:
    properties = next(paragraph.iterchildren(PPR), None)
    marks = next(properties.iterchildren(RPR), None) if properties is not None else None
    return marks is not None and next(marks.iterchildren(*_GOING), None) is not None


def chosen(element: etree._Element) -> etree._Element:
    """The element itself, of alternatives the first choice."""
    if element.tag == ALTERNATE:
        choice = element.find(CHOICE)
        return element if choice is None else choice
    return element


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


def _visible(element: etree._Element) -> str:
    """What Word shows of a w:t: its ends are trimmed unless its space is preserved; raw breaks are spaces."""
    text = element.text or ""
    if "\n" in text or "\t" in text or "\r" in text:
        text = text.replace("\t", " ").replace("\r", " ").replace("\n", " ")
    if text[:1] != " " and text[-1:] != " ":
        return text  # there is nothing to trim
    space: etree._Element | None = element
    while space is not None:
        declared = space.get(XML_SPACE)
        if declared is not None:
            return text if declared == "preserve" else text.strip(" ")
        space = space.getparent()
    return text.strip(" ")


def _text_boxes(element: etree._Element) -> list[etree._Element]:
    found: list[etree._Element] = []
    for child in element.iterchildren(etree.Element):
        if child.tag == w("txbxContent"):
            found.append(child)
        else:
            found += _text_boxes(chosen(child))
    return found
