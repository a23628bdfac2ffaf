"""A paragraph made ready for edits in place: its runs in order, cut where a change begins or ends.

Offsets are those of the walker. A node is what a revision mark can wrap: a run, or a formula as a whole.
Complex fields are known as stretches of nodes, so that they are only ever deleted whole.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from copy import copy
from dataclasses import dataclass, field
from typing import Final

from lxml import etree

from draftdesk.wordml.inline import Piece
from draftdesk.wordml.names import ALTERNATE, CHOICE, NS_M, NS_W, RPR, XML_SPACE, R, T, w
from draftdesk.wordml.walker import FlatParagraph, pieces_of

_FORMULAS: Final = (f"{{{NS_M}}}oMath", f"{{{NS_M}}}oMathPara")
_WRAPPING: Final = frozenset(
    w(name)
    for name in (
        "hyperlink",
        "smartTag",
        "sdt",
        "sdtContent",
        "customXml",
        "fldSimple",
        "dir",
        "bdo",
        "ins",
        "moveTo",
    )
)
_UNCUT: Final = (w("ruby"), ALTERNATE)
_FIELD: Final = w("fldChar")
_RUN: Final = etree.Element(R, nsmap={"w": NS_W})  # to copy takes less time than to make
_TEXT: Final = etree.Element(T, {XML_SPACE: "preserve"}, {"w": NS_W})


@dataclass(slots=True)
class Node:
    """What a revision mark can wrap, with its stretch of the flat text (empty for field codes and the like)."""

    element: etree._Element
    start: int
    end: int
    pieces: list[Piece] = field(default_factory=list)
    _is_whole: bool | None = None

    @property
    def can_be_cut(self) -> bool:
        """Whether its text may be parted: not so in formulas and ruby."""
        if self._is_whole is None:
            self._is_whole = self.element.tag != R or next(self.element.iterchildren(*_UNCUT), None) is not None
        return not self._is_whole


@dataclass(frozen=True, slots=True)
class FieldStretch:
    """A complex field that begins and ends in the paragraph: its nodes and the text of its result."""

    nodes: tuple[Node, ...]
    start: int
    end: int


class EditableParagraph:
    """The nodes of a paragraph in order; `cut` makes every given offset a border between nodes."""

    def __init__(self, flat: FlatParagraph) -> None:
        self.element = flat.element
        self.length = len(flat.text)
        self.nodes = nodes_of(flat)
        self.fields = self._fields() if any(_has_field(one) for one in (*flat.leading, flat.element)) else []

    def cut(self, offsets: Iterable[int]) -> None:
        """Part runs so that no node reaches over one of the offsets; atoms stay whole."""
        wanted = sorted(set(offsets))
        if not wanted:
            return
        nodes: list[Node] = []
        for node in self.nodes:
            start, end = node.start, node.end
            inside = [offset for offset in wanted if start < offset < end]
            if inside and node.can_be_cut:
                nodes += _parted(node, inside)
            else:
                nodes.append(node)
        self.nodes = nodes

    def atoms(self) -> list[tuple[int, int]]:
        """The stretches that cannot be parted."""
        return [(n.start, n.end) for n in self.nodes if n.end - n.start > 1 and not n.can_be_cut]

    def deleted_nodes(self, start: int, end: int) -> list[Node]:
        """The nodes of a stretch, with the fields that lie in it as a whole; border offsets must be cut."""
        whole = start == 0 and end == self.length
        fields: set[int] = set()
        for stretch in self.fields:
            within = start <= stretch.start and stretch.end <= end
            if within and (whole or stretch.start < stretch.end or start < stretch.start < end):
                fields |= {id(node.element) for node in stretch.nodes}
        return [
            node
            for node in self.nodes
            if (node.start < node.end and start <= node.start and node.end <= end)
            or id(node.element) in fields
            or (whole and node.start == node.end and _is_comment_mark(node))
        ]

    def _fields(self) -> list[FieldStretch]:
        found: list[FieldStretch] = []
        opened: list[int] = []
        for index, node in enumerate(self.nodes):
            for child in node.element.iterchildren(_FIELD):
                kind = child.get(w("fldCharType"))
                if kind == "begin":
                    opened.append(index)
                elif kind == "end" and opened:
                    nodes = tuple(self.nodes[opened.pop() : index + 1])
                    texts = [n for n in nodes if n.start < n.end]
                    at = nodes[0].start
                    start, end = (texts[0].start, texts[-1].end) if texts else (at, at)
                    found.append(FieldStretch(nodes, start, end))
        return found


def _has_field(element: etree._Element) -> bool:
    return next(element.iter(_FIELD), None) is not None


def _is_comment_mark(node: Node) -> bool:
    """Comment marks go with a whole paragraph; parts of fields that end elsewhere stay."""
    return next(node.element.iterchildren(w("commentReference")), None) is not None


def nodes_of(flat: FlatParagraph) -> list[Node]:
    """The nodes of a paragraph in order, as they stand in its file."""
    nodes = [Node(element, 0, 0) for one in (*flat.leading, flat.element) for element in _elements(one)]
    by_element = {node.element: node for node in nodes}
    for piece in pieces_of(flat):
        holder: etree._Element | None = piece.run if piece.run is not None else piece.element
        while holder is not None and holder not in by_element:
            holder = holder.getparent()
        if holder is not None:
            by_element[holder].pieces.append(piece)
    at = 0
    for node in nodes:
        node.start = at
        if node.pieces:
            node.start, at = node.pieces[0].start, node.pieces[-1].end
        node.end = at
    return nodes


def _elements(parent: etree._Element) -> Iterator[etree._Element]:
    for child in parent.iterchildren(etree.Element):
        if child.tag == R or child.tag in _FORMULAS:
            yield child
        elif child.tag in _WRAPPING:
            yield from _elements(child)
        elif child.tag == ALTERNATE:
            choice = child.find(CHOICE)
            if choice is not None:
                yield from _elements(choice)


def _parted(node: Node, offsets: list[int]) -> list[Node]:
    """The nodes of a run that is parted at offsets; the last one keeps the element."""
    found = []
    rest = node
    for offset in offsets:
        left = _split_before(rest, offset)
        found.append(left)
    return [*found, rest]


def _split_before(node: Node, offset: int) -> Node:
    """Move what stands before the offset into a new run before it; `node` keeps the rest."""
    run = node.element
    left = copy(_RUN)
    left.attrib.update(run.attrib)
    properties = next(run.iterchildren(RPR), None)
    if properties is not None:
        left.append(copy(properties))
    pieces: list[Piece] = []
    for piece in list(node.pieces):
        if piece.start >= offset:
            break
        if piece.end <= offset:
            pieces.append(piece)
            node.pieces.remove(piece)
            continue
        head, tail = _split_text(piece, offset - piece.start)
        pieces.append(head)
        node.pieces[0] = tail
        piece.element.addprevious(head.element)
        break
    last = pieces[-1].element
    for child in list(run):
        if child.tag != RPR:
            left.append(child)
        if child is last:
            break
    run.addprevious(left)
    parted = Node(left, node.start, offset, pieces, _is_whole=False)
    node.start = offset
    return parted


def _split_text(piece: Piece, at: int) -> tuple[Piece, Piece]:
    element = piece.element
    head = copy(_TEXT)
    head.text = piece.text[:at]
    element.text = piece.text[at:]
    element.set(XML_SPACE, "preserve")
    return (
        Piece(piece.start, piece.text[:at], head, piece.run, piece.link),
        Piece(piece.start + at, piece.text[at:], element, piece.run, piece.link),
    )
