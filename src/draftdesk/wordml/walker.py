"""The one walk through Word XML: paragraphs in order, their flat text, and which run holds which offset.

Reader and redline writer both use it, so an ordinal and an offset mean the same place to both. It works on
a tree whose tracked changes are resolved; where they are pending it reads what accepting them leaves, so that
a paragraph whose mark is deleted is the beginning of the next one. Offsets are code points in the flat text,
where each inline object is one U+FFFC. Field codes are not text, field results are; of alternatives the first
choice counts; what is not known is walked into, so that no text is lost. Text boxes are stories of their own.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
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
_FIXED_TEXT: Final = {
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
_PROPERTIES: Final = frozenset((PPR, RPR))


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


@dataclass(slots=True)
class FlatParagraph:
    """A w:p with its ordinal in the walked container and its pieces in order.

    `leading`: the w:p before it that it is the end of, because their marks are deleted and that is pending.
    `properties`: its w:pPr; `run_properties`: the w:rPr of each w:r that has one.
    """

    element: etree._Element
    ordinal: int
    place: TablePlace | None = None
    leading: tuple[etree._Element, ...] = ()
    properties: etree._Element | None = None
    run_properties: dict[etree._Element, etree._Element] = field(default_factory=dict)
    pieces: list[Piece] = field(default_factory=list)
    text_boxes: tuple[etree._Element, ...] = ()
    has_links: bool = False

    @property
    def text(self) -> str:
        """The flat text."""
        return "".join([piece.text for piece in self.pieces])


def walk(container: etree._Element) -> list[FlatParagraph]:
    """The paragraphs of a story (w:body, w:footnote, w:hdr ...) in document order, tables included."""
    walker = _Walker(is_pending=next(container.iter(*_GOING), None) is not None)
    walker.blocks(container, None)
    return walker.paragraphs


class _Walker:
    """Fields may begin in one paragraph and end in another, so one walk keeps their state."""

    def __init__(self, *, is_pending: bool) -> None:
        self._is_pending = is_pending  # some deletion is
        self.paragraphs: list[FlatParagraph] = []
        self._tables = 0
        self._open_fields: list[bool] = []  # innermost last; True while in the code
        self._is_in_code = False
        self._length = 0  # of the flat text of the paragraph so far

    def blocks(self, container: etree._Element, place: TablePlace | None) -> None:
        leading: list[etree._Element] = []
        for child in container.iterchildren(etree.Element):
            if child.tag == P:
                leading.append(child)
                if not (self._is_pending and _mark_goes(child)):
                    self._paragraph(leading, place)
                    leading = []
            elif child.tag == TBL:
                self._ended(leading, place)
                self._table(child, place)
                leading = []
            elif child.tag not in NO_TEXT:
                self.blocks(chosen(child), place)
        self._ended(leading, place)

    def _ended(self, leading: list[etree._Element], place: TablePlace | None) -> None:
        """With nothing to go on in, what is left stays a paragraph and emptied ones go."""
        if leading and not self._paragraph(leading, place).pieces:
            self.paragraphs.pop()

    def _table(self, table: etree._Element, outer: TablePlace | None) -> None:
        number = self._tables
        if outer is None:
            self._tables += 1
        for row_number, row in enumerate(parts_of(table, TR)):
            for column, cell in enumerate(parts_of(row, TC)):
                self.blocks(cell, outer or TablePlace(number, row_number, column, _grid_span(cell)))

    def _paragraph(self, elements: list[etree._Element], place: TablePlace | None) -> FlatParagraph:
        paragraph = FlatParagraph(elements[-1], len(self.paragraphs), place, tuple(elements[:-1]))
        self.paragraphs.append(paragraph)
        self._length = 0
        for element in elements:
            self._inline(element, None, None, paragraph)
        return paragraph

    def _inline(
        self,
        parent: etree._Element,
        run: etree._Element | None,
        link: etree._Element | None,
        paragraph: FlatParagraph,
    ) -> None:
        pieces, run_properties = paragraph.pieces, paragraph.run_properties
        for child in parent:
            if child.tag != R:
                self._other(child, parent, run, link, paragraph)
                continue
            for inner in child:
                tag = inner.tag
                if tag == RPR:
                    run_properties.setdefault(child, inner)
                    continue
                text = _visible(inner) if tag == T else _FIXED_TEXT.get(str(tag))
                if text is None:
                    self._other(inner, child, child, link, paragraph)
                elif text and not self._is_in_code:
                    pieces.append(_new(Piece, (self._length, text, inner, child, link, "")))
                    self._length += len(text)

    def _other(
        self,
        child: etree._Element,
        parent: etree._Element,
        run: etree._Element | None,
        link: etree._Element | None,
        paragraph: FlatParagraph,
    ) -> None:
        """What is not simply the text of a run."""
        tag = child.tag
        if tag in _SILENT:
            if tag in _PROPERTIES:
                _meet_properties(child, parent, run, paragraph)
        elif tag in _FIXED_TEXT:
            self._add(paragraph, _FIXED_TEXT[tag], child, run, link)
        elif tag in _OBJECTS:
            self._add(paragraph, OBJECT, child, run, link, _OBJECTS[tag] or _shown_symbol(child))
            paragraph.text_boxes += tuple(_text_boxes(child))
        elif tag == _FIELD:
            self._field(child.get(_FIELD_KIND, ""))
        elif tag in _TEXTS:
            self._add(paragraph, _visible(child), child, run, link)
        elif tag in _RUNS:
            self._inline(child, child, link, paragraph)
        elif isinstance(tag, str) and len(child):
            paragraph.has_links = paragraph.has_links or tag == _LINK
            self._inline(chosen(child), run, child if tag == _LINK else link, paragraph)

    def _add(
        self,
        paragraph: FlatParagraph,
        text: str,
        element: etree._Element,
        run: etree._Element | None,
        link: etree._Element | None,
        shown: str = "",
    ) -> None:
        if text and not self._is_in_code:
            paragraph.pieces.append(_new(Piece, (self._length, text, element, run, link, shown)))
            self._length += len(text)

    def _field(self, kind: str) -> None:
        """Between begin and separate there is code, which is not text."""
        if kind == "begin":
            self._open_fields.append(True)
        elif kind == "separate" and self._open_fields:
            self._open_fields[-1] = False
        elif kind == "end" and self._open_fields:
            self._open_fields.pop()
        self._is_in_code = any(self._open_fields)


def _meet_properties(
    properties: etree._Element, parent: etree._Element, run: etree._Element | None, paragraph: FlatParagraph
) -> None:
    """Keep what the walk met in a w:r or in the w:p itself and passes over."""
    if properties.tag == RPR and run is parent:
        paragraph.run_properties.setdefault(parent, properties)
    elif properties.tag == PPR and parent is paragraph.element and paragraph.properties is None:
        paragraph.properties = properties


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
