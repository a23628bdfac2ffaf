"""Tracked changes that a base brought along and that stay pending beside those of the redline.

Their insertions and arrivals stay as text of the base, their deletions and departures are passed by, their marks
of paragraphs and rows stay. Cells that come, go or merge are accepted first, one by one; all else stays.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from copy import deepcopy
from typing import Final

from lxml import etree

from draftdesk.errors import ExportError, refusal
from draftdesk.exporting.markup import highest_id
from draftdesk.exporting.redline.lines import BaseLine
from draftdesk.wordml.names import DEL, INS, MOVE_FROM, MOVE_TO, PPR, RPR, P, w
from draftdesk.wordml.package import WordPackage
from draftdesk.wordml.revisions import counted_revisions, has_revisions, numbered_revisions, resolve, resolve_cells
from draftdesk.wordml.walker import pieces_of, walk

_MARKS: Final = (INS, DEL, MOVE_FROM, MOVE_TO)
_OF_MOVES: Final = (MOVE_FROM, MOVE_TO, w("moveFromRangeStart"), w("moveToRangeStart"))
_STORIES: Final = ("footnotes", "endnotes", "header", "footer")
_CELLS: Final = tuple(w(name) for name in ("cellIns", "cellDel", "cellMerge"))


def count_of_changes(package: WordPackage) -> int:
    """How many tracked changes the stories of a package hold."""
    return sum(changes_by_author(package).values())


def changes_by_author(package: WordPackage) -> Counter[str]:
    """How many tracked changes of each author the stories of a package hold."""
    names = {package.main_part, *(name for name in package.parts if name.rpartition("/")[2].startswith(_STORIES))}
    tracked = sorted(name for name in names if name.endswith(".xml") and b"author=" in package.parts[name])
    return sum((_by_author(package.xml(name)) for name in tracked), Counter[str]())


def _by_author(root: etree._Element) -> Counter[str]:
    return Counter(change.get(w("author"), "") for change in counted_revisions(root))


def settle_cells(root: etree._Element) -> Counter[str]:
    """Accept what is pending of cells, beside which nothing else can be tracked; returns whose changes went."""
    if next(root.iter(*_CELLS), None) is None:
        return Counter()
    before = _by_author(root)
    resolve_cells(root, lambda _author: True)
    return before - _by_author(root)


def kept_pending(root: etree._Element) -> None:
    """Raise ExportError unless the tree reads, its changes pending, as it does when they are accepted."""
    resolved = deepcopy(root)
    resolve(resolved, lambda _author: True)
    if [flat.text for flat in walk(root)] != [flat.text for flat in walk(resolved)]:
        raise _not_kept("a pending change lies over more than words and paragraph marks")


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


def ids_of_changes(root: etree._Element) -> Counter[str]:
    """How often each id is that of a tracked change; a base may have one twice."""
    return Counter(change.get(w("id"), "") for change in numbered_revisions(root))


def renumber(root: etree._Element, known: Counter[str]) -> None:
    """Give parts of parted pending changes ids of their own; `known`: how often each id was there before."""
    seen = Counter[str]()
    last = highest_id(root)
    for change in numbered_revisions(root):
        own = change.get(w("id"), "")
        if seen[own] >= max(known[own], 1):
            last += 1
            own = str(last)
            change.set(w("id"), own)
        seen[own] += 1


def is_pending(line: BaseLine) -> bool:
    """Whether a paragraph has pending changes, or goes on from one whose mark goes."""
    return bool(line.flat.leading) or has_revisions(line.element)


def stays_put(line: BaseLine) -> bool:
    """Whether pending changes of a paragraph keep it from moving: that it moves or goes, or words before its own.

    All others stay at the old place, those of words around the mark of the move.
    """
    moves = next(line.element.iter(*_OF_MOVES), None) is not None
    return moves or tracked(line.element) not in ([], [INS]) or _begins_before(line)


def _begins_before(line: BaseLine) -> bool:
    """Whether its words begin in a paragraph that it is the end of."""
    if not line.flat.leading:
        return False
    begins = next((piece.element for piece in pieces_of(line.flat)), line.element)
    return line.element not in (begins, *begins.iterancestors(P))


def tracked(paragraph: etree._Element) -> list[str]:
    """How the mark of a paragraph is tracked."""
    own = paragraph.find(f"{PPR}/{RPR}")
    return [] if own is None else [str(mark.tag) for mark in own.iterchildren(*_MARKS)]


def _not_kept(reason: str) -> Exception:
    return refusal(ExportError, "redline_not_proved", reason=reason)
