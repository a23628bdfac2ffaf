"""A piece of Word XML copied to another place: what may be there only once stays behind."""

from __future__ import annotations

from copy import deepcopy
from typing import Final

from lxml import etree

from draftdesk.wordml.names import w

ANCHORS: Final = tuple(
    w(name)
    for name in (
        *("bookmarkStart", "bookmarkEnd", "commentRangeStart", "commentRangeEnd", "commentReference"),
        *("proofErr", "permStart", "permEnd"),
    )
)
"""Marks of bookmarks, comments and permissions: their ids are unique, so a copy must not carry them."""

_EXTENSION: Final = "{http://schemas.microsoft.com/office/"


def copied(element: etree._Element, *left_behind: str) -> etree._Element:
    """A copy without anchors, without elements of the given tags, and without Microsoft's own ids of paragraphs."""
    copy = deepcopy(element)
    copy.tail = None
    for node in list(copy.iter(*ANCHORS, *left_behind)):
        parent = node.getparent()
        if parent is not None:
            parent.remove(node)
    for node in copy.iter(etree.Element):
        for name in [name for name in node.attrib if str(name).startswith(_EXTENSION)]:
            del node.attrib[name]
    return copy
