"""The comments of a Word file, each with the paragraph that it stands at (ECMA-376 part 1, 17.13.4)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from lxml import etree

from draftdesk.model.draft import Comment
from draftdesk.wordml.names import P, w
from draftdesk.wordml.package import WordPackage
from draftdesk.wordml.revisions import Decide, resolve
from draftdesk.wordml.walker import walk

_MARKS: Final = (w("commentRangeStart"), w("commentReference"))


def comments_of(package: WordPackage, accepted: Decide, serials: Mapping[etree._Element, int]) -> Iterator[Comment]:
    """The comments in the order of their part; `serials` are those of the paragraphs of the text.

    Comments of other stories have no paragraph. Raises ReadingError for a damaged part.
    """
    part = package.related("comments")
    if part is None:
        return
    root = package.xml(part)
    resolve(root, accepted)
    comments = list(root.iter(w("comment")))
    places = _places(serials) if comments else {}
    for comment in comments:
        yield Comment(
            author=comment.get(w("author"), ""),
            date=comment.get(w("date"), ""),
            text="\n".join(flat.text for flat in walk(comment)).strip(),
            paragraph=places.get(comment.get(w("id"), ""), 0),
        )


def _places(serials: Mapping[etree._Element, int]) -> Mapping[str, int]:
    """The paragraph where each comment begins; one that begins between paragraphs stands where its mark is."""
    places: dict[str, int] = {}
    for mark in next(iter(serials)).getroottree().iter(*_MARKS) if serials else ():
        serial = _serial_around(mark, serials)
        if serial:
            places.setdefault(mark.get(w("id"), ""), serial)
    return places


def _serial_around(mark: etree._Element, serials: Mapping[etree._Element, int]) -> int:
    """The serial of the paragraph that a mark is in, 0 where it is in none."""
    return next((serials[around] for around in mark.iterancestors(P) if around in serials), 0)
