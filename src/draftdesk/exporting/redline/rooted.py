"""Which paragraphs of the base rather stay where they are, so that others are shown as moved past them.

A bookmark has one name and one place in a file (ECMA-376, 17.13.6.2: of two with one name the first alone counts),
so of a moved paragraph only one copy can hold it. It stays at the old place, where rejecting needs it; who accepts
would lose it, and with it the cross-references that name it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from lxml import etree

from draftdesk.exporting.redline.lines import BaseLine
from draftdesk.exporting.redline.pending import is_pending, stays_put
from draftdesk.wordml.names import P, w

_BOOKMARK: Final = w("bookmarkStart")
_CODE: Final = w("instrText")
_NAMING: Final = (_CODE, w("fldSimple"), w("hyperlink"))
_LEFT: Final = w("moveFromRangeStart")


@dataclass(frozen=True, slots=True)
class Rooted:
    """`targets`: paragraphs that cross-references name; with `pending` the base has changes that stay so."""

    targets: frozenset[etree._Element] = frozenset()
    pending: bool = False

    def cannot_move(self, line: BaseLine) -> bool:
        """Whether it goes and comes where it has another place all the same."""
        return self.pending and stays_put(line)

    def rather_stays(self, line: BaseLine) -> bool:
        """Whether others are shown as moved in its stead."""
        return line.element in self.targets or (self.pending and is_pending(line))

    def moved_targets(self) -> int:
        """How many targets were written as moved away all the same."""
        return sum(next(paragraph.iterchildren(_LEFT), None) is not None for paragraph in self.targets)


def named_targets(document: etree._Element, stories: Iterable[etree._Element]) -> frozenset[etree._Element]:
    """Paragraphs of the document with a bookmark that a field or link in one of the stories names."""
    bookmarks = {str(start.get(w("name"), "")).casefold(): start for start in document.iter(_BOOKMARK)}
    if not bookmarks:
        return frozenset()
    named = {name for story in stories for name in _names(story)}
    holders = (next(bookmarks[name].iterancestors(P), None) for name in named & bookmarks.keys())
    return frozenset(
        holder for holder in holders if holder is not None and next(holder.iterchildren(_LEFT), None) is None
    )


def _names(story: etree._Element) -> set[str]:
    """All words of its field codes and the anchors of its links; a code may be in pieces."""
    found: set[str] = set()
    codes: dict[etree._Element | None, str] = {}
    for node in story.iter(*_NAMING):
        if node.tag == _CODE:
            paragraph = next(node.iterancestors(P), None)
            codes[paragraph] = codes.get(paragraph, "") + (node.text or "")
        else:
            found |= {str(node.get(w("anchor"), "")).casefold(), *_words(node.get(w("instr"), ""))}
    return found.union(*map(_words, codes.values()))


def _words(code: str) -> set[str]:
    return set(code.casefold().replace('"', " ").split())
