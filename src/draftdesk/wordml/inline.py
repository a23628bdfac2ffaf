"""What is in a paragraph of Word XML: its pieces in order, each a stretch of flat text from one element.

Offsets are code points in the flat text, where each inline object is one U+FFFC. Field codes are not text, field
results are; of alternatives the first choice counts; what is not known is walked into, so that no text is lost.
"""

from __future__ import annotations

from collections.abc import Sequence
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
    XML_SPACE,
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
GOING: Final = (DEL, MOVE_FROM)
_EMPTY: Final = tuple(w(name) for name in ("proofErr", "bookmarkStart", "bookmarkEnd", "lastRenderedPageBreak"))
_SILENT: Final = NO_TEXT | frozenset(GOING) | frozenset(_EMPTY)


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


class Turn(NamedTuple):
    """From `start` on runs have this w:rPr and this w:hyperlink around them, None for none."""

    start: int
    properties: etree._Element | None
    link: etree._Element | None


class Inline:
    """What is in a paragraph; `elements`: its w:p, behind those that it is the end of.

    Pieces take much more time and memory than the text and are made where they are asked for.
    """

    def __init__(
        self, open_fields: tuple[bool, ...], elements: Sequence[etree._Element], *, with_pieces: bool = False
    ) -> None:
        self.open_fields = list(open_fields)  # innermost last; True while in the code
        self.properties: etree._Element | None = None
        self.texts: list[str] = []
        self.pieces: list[Piece] | None = [] if with_pieces else None
        self.objects: list[Piece] = []
        self.turns: list[Turn] = []
        self.text_boxes: list[etree._Element] = []
        self._paragraph = elements[-1]
        self._is_in_code = any(open_fields)
        self._length = 0  # of the flat text so far
        self._set_by: etree._Element | None = None  # the w:rPr of the last piece
        self._linked_by: etree._Element | None = None  # the w:hyperlink of the last piece
        for element in elements:
            self._inline(element, None, None, None)

    def _inline(
        self,
        parent: etree._Element,
        run: etree._Element | None,
        properties: etree._Element | None,
        link: etree._Element | None,
    ) -> None:
        """`properties`: the w:rPr of the run that the parent is or is in."""
        texts, pieces = self.texts, self.pieces
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
                    texts.append(text)
                    if pieces is not None:
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
            if tag == PPR and child.getparent() is self._paragraph:
                self.properties = child
        elif tag in _FIXED_TEXT:
            self._add(_FIXED_TEXT[tag], child, run, properties, link)
        elif tag in _OBJECTS:
            self._add(OBJECT, child, run, properties, link, _OBJECTS[tag] or _shown_symbol(child))
            self.text_boxes += _text_boxes(child)
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
        self.texts.append(text)
        if self.pieces is not None:
            self.pieces.append(piece)
        if shown:
            self.objects.append(piece)
        self._length += len(text)

    def _turn(self, properties: etree._Element | None, link: etree._Element | None) -> None:
        self._set_by, self._linked_by = properties, link
        self.turns.append(_new(Turn, (self._length, properties, link)))

    def _field(self, kind: str) -> None:
        """Between begin and separate there is code, which is not text."""
        if kind == "begin":
            self.open_fields.append(True)
        elif kind == "separate" and self.open_fields:
            self.open_fields[-1] = False
        elif kind == "end" and self.open_fields:
            self.open_fields.pop()
        self._is_in_code = any(self.open_fields)


def _shown_symbol(symbol: etree._Element) -> str:
    return f"⟦sym {symbol.get(w('font'), '')} {symbol.get(w('char'), '').upper()}⟧"


def chosen(element: etree._Element) -> etree._Element:
    """The element itself, of alternatives the first choice."""
    if element.tag == ALTERNATE:
        choice = element.find(CHOICE)
        return element if choice is None else choice
    return element


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
