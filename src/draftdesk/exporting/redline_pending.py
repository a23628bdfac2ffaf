"""Tracked changes that a base brought along and that stay pending beside those of the redline.

Their insertions and arrivals stay as text of the base, their deletions and departures are passed by, their marks
of paragraphs and rows stay. Cells that come, go or merge are not known here: a base with those is resolved first,
as a whole.
"""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy
from typing import Final

from lxml import etree

from draftdesk.errors import ExportError, refusal
from draftdesk.exporting.markup import highest_id
from draftdesk.exporting.redline_plan import Come, Gone, Item, MovedAway, MovedHere
from draftdesk.wordml.names import DEL, INS, MOVE_FROM, MOVE_TO, PPR, RPR, w
from draftdesk.wordml.package import WordPackage
from draftdesk.wordml.revisions import count_of_revisions, has_revisions, numbered_revisions, resolve
from draftdesk.wordml.walker import walk

_MARKS: Final = (INS, DEL, MOVE_FROM, MOVE_TO)
_STORIES: Final = ("footnotes", "endnotes", "header", "footer")
_NOT_KEPT: Final = tuple(w(name) for name in ("cellIns", "cellDel", "cellMerge"))


def count_of_changes(package: WordPackage) -> int:
    """How many tracked changes the stories of a package hold."""
    names = {package.main_part, *(name for name in package.parts if name.rpartition("/")[2].startswith(_STORIES))}
    tracked = sorted(name for name in names if name.endswith(".xml") and b"author=" in package.parts[name])
    return sum(count_of_revisions(package.xml(name)) for name in tracked)


def kept_pending(root: etree._Element) -> None:
    """Raise ExportError unless the tree reads, its changes pending, as it does when they are accepted."""
    if next(root.iter(*_NOT_KEPT), None) is not None:
        raise _not_kept("the cells of a table are pending")
    resolved = deepcopy(root)
    resolve(resolved, lambda _author: True)
    if [flat.text for flat in walk(root)] != [flat.text for flat in walk(resolved)]:
        raise _not_kept("a pending change lies over more than words and paragraph marks")


def without_pending_moves(items: Sequence[Item]) -> list[Item]:
    """Paragraphs with pending changes do not move, since no mark may stand in two others; they go and come."""
    found: list[Item] = []
    for item in items:
        if isinstance(item, MovedAway | MovedHere) and _is_pending(item):
            found.append(Gone(item.move.base) if isinstance(item, MovedAway) else Come(item.move.new))
        else:
            found.append(item)
    return found


def refuse_pending_marks(marks: Sequence[tuple[etree._Element, str]], before: etree._Element | None = None) -> None:
    """Raise ExportError where a paragraph mark is pending that would have to be tracked elsewhere.

    `before`: the paragraph before them, whose mark is tracked in place of the first of them; one that another
    hand inserted can be deleted.
    """
    pending = any(len(tracked(paragraph)) > bool(tag) for paragraph, tag in marks)
    former = any(paragraph.find(f"{PPR}/{w('pPrChange')}") is not None for paragraph, _ in marks)
    twice = before is not None and marks[0][1] in tracked(before)
    if pending or former or twice:
        raise _not_kept("the end of the text is pending")


def renumber(root: etree._Element) -> None:
    """Give the second parts of pending changes that were parted ids of their own."""
    seen: set[str] = set()
    last = highest_id(root)
    for change in numbered_revisions(root):
        if change.get(w("id"), "") in seen:
            last += 1
            change.set(w("id"), str(last))
        seen.add(change.get(w("id"), ""))


def _is_pending(item: MovedAway | MovedHere) -> bool:
    base = item.move.base
    return bool(base.flat.leading) or has_revisions(base.element)


def tracked(paragraph: etree._Element) -> list[str]:
    """How the mark of a paragraph is tracked."""
    own = paragraph.find(f"{PPR}/{RPR}")
    return [] if own is None else [str(mark.tag) for mark in own.iterchildren(*_MARKS)]


def _not_kept(reason: str) -> Exception:
    return refusal(ExportError, "redline_not_proved", reason=reason)
