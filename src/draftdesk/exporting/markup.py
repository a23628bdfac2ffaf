"""Revision marks as Word writes them: elements with id, author and date, put around runs and into properties."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from copy import copy
from itertools import count
from typing import Final

from lxml import etree

from draftdesk.wordml.editing import Node
from draftdesk.wordml.names import DEL, INS, MOVE_FROM, MOVE_TO, NS_W, PPR, RPR, P, T, w

_ID: Final = w("id")
_AUTHOR: Final = w("author")
_DATE: Final = w("date")
_DELETED: Final = {T: w("delText"), w("instrText"): w("delInstrText")}
_OTHER_STORY: Final = w("txbxContent")
_BEFORE_RUN_PROPERTIES: Final = (INS, DEL, MOVE_FROM, MOVE_TO)
_AFTER_MARK: Final = (w("sectPr"), w("pPrChange"))


class Markup:
    """Makes the marks of one author at one time in one part; ids run on from the highest in use."""

    def __init__(self, author: str, date: str, root: etree._Element) -> None:
        self.author = author
        self.date = date
        self._ids = count(highest_id(root) + 1)
        self._names = {prefix: uri for prefix, uri in root.nsmap.items() if uri == NS_W} or root.nsmap
        self._blank: dict[tuple[str, str], etree._Element] = {}  # by author and tag; to copy takes less time
        self.made: list[etree._Element] = []

    def of(self, author: str) -> Markup:
        """The marks of another author in the same part."""
        other = copy(self)
        other.author, other.made = author, []
        return other

    def next_id(self) -> str:
        """An id that nothing in the part has."""
        return str(next(self._ids))

    def mark(self, tag: str, near: etree._Element) -> etree._Element:
        """An empty mark, for a place in the same tree as `near`."""
        like = self._blank.get((self.author, tag))
        if like is None:
            attributes = {_ID: "", _AUTHOR: self.author, _DATE: self.date}
            like = self._blank[self.author, tag] = near.makeelement(tag, attributes, self._names)
        made = copy(like)
        made.set(_ID, self.next_id())
        self.made.append(made)
        return made

    def wrap(self, nodes: Sequence[Node], tag: str) -> list[etree._Element]:
        """Put the nodes into marks, neighbours into one; returns the marks in order."""
        marks: list[etree._Element] = []
        for node in nodes:
            element = node.element
            if marks and element.getprevious() is marks[-1]:
                marks[-1].append(element)
            else:
                mark = self.mark(tag, element)
                element.addprevious(mark)
                mark.append(element)
                marks.append(mark)
            if tag == DEL:
                delete_text(element)
        return marks

    def inserted(self, runs: Iterable[etree._Element], near: etree._Element) -> etree._Element:
        """An insertion of runs, not yet in its place."""
        mark = self.mark(INS, near)
        mark.extend(runs)
        return mark

    def track_mark(self, paragraph: etree._Element, tag: str) -> None:
        """Track the paragraph mark as inserted, deleted or moved."""
        properties = mark_properties(paragraph)
        before = _BEFORE_RUN_PROPERTIES[: _BEFORE_RUN_PROPERTIES.index(tag) + 1]
        at = sum(child.tag in before for child in properties)
        properties.insert(at, self.mark(tag, paragraph))

    def track_row(self, row: etree._Element, tag: str) -> None:
        """Track a table row as inserted or deleted."""
        properties = row.find(w("trPr"))
        if properties is None:
            properties = row.makeelement(w("trPr"), {}, row.nsmap)
            at = sum(child.tag == w("tblPrEx") for child in row)
            row.insert(at, properties)
        changes = properties.find(w("trPrChange"))
        mark = self.mark(tag, row)
        if changes is None:
            properties.append(mark)
        else:
            changes.addprevious(mark)

    def change_properties(self, paragraph: etree._Element, former: etree._Element | None) -> None:
        """Note the former properties of a paragraph, so that rejecting brings them back."""
        properties = paragraph_properties(paragraph)
        change = self.mark(w("pPrChange"), paragraph)
        old = paragraph.makeelement(PPR, {}, paragraph.nsmap)
        if former is not None:
            old.extend(child for child in former if child.tag not in (RPR, *_AFTER_MARK))
        change.append(old)
        properties.append(change)


def highest_id(root: etree._Element) -> int:
    """The highest numeric w:id in a part, of whatever kind."""
    numbers = (value for value in root.xpath("//@w:id", namespaces={"w": w("")[1:-1]}))
    return max((int(value) for value in numbers if value.lstrip("-").isdigit()), default=0)


def delete_text(element: etree._Element) -> None:
    """Make the text of a run deleted text, that of text boxes in it excepted."""
    for child in element:
        tag = child.tag
        if tag in _DELETED:
            child.tag = _DELETED[tag]
        elif tag != _OTHER_STORY and len(child):
            delete_text(child)


def paragraph_properties(paragraph: etree._Element) -> etree._Element:
    """The w:pPr of a paragraph, made if there is none."""
    properties = next(paragraph.iterchildren(PPR), None)
    if properties is None:
        properties = paragraph.makeelement(PPR, {}, paragraph.nsmap)
        paragraph.insert(0, properties)
    return properties


def mark_properties(paragraph: etree._Element) -> etree._Element:
    """The w:rPr of a paragraph's mark, made if there is none."""
    properties = paragraph_properties(paragraph)
    own = next(properties.iterchildren(RPR), None)
    if own is None:
        own = paragraph.makeelement(RPR, {}, paragraph.nsmap)
        following = next(properties.iterchildren(*_AFTER_MARK), None)
        if following is None:
            properties.append(own)
        else:
            following.addprevious(own)
    return own


def new_paragraph(near: etree._Element, properties: etree._Element | None) -> etree._Element:
    """A paragraph for the tree of `near`, with properties that are already a copy of their own."""
    paragraph = near.makeelement(P, {}, near.nsmap)
    if properties is not None:
        paragraph.append(properties)
    return paragraph
