"""What the proof asks of changes that the base brought along and that stay pending in its redline.

Each is there once, by id, author and date, over words that the base has under it and in their order; a paragraph
without a mark of the redline's own is as it was, pending changes included.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Final

from lxml import etree

from draftdesk.exporting.proof.canonical import canonical

_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_AUTHOR: Final = f"{_W}author"
_COMMENT: Final = f"{_W}comment"
_BOX: Final = f"{_W}txbxContent"
_OVER_TEXT: Final = tuple(f"{_W}{kind}" for kind in ("ins", "del", "moveFrom", "moveTo"))
_OF_CELLS: Final = tuple(f"{_W}{kind}" for kind in ("cellIns", "cellDel", "cellMerge"))
_CELL: Final = f"{_W}tc"
_GONE_CELL: Final = f"{_W}tcPr/{_W}cellDel"
Name = tuple[str, ...]
"""What a change is, where it stands, its id, author and date, and what it says of former properties."""


def fault_of_pending(base: etree._Element, redline: etree._Element, *, compares_paragraphs: bool) -> str:
    """What is wrong with the base's changes in one part of the redline, "" if nothing is."""
    staying = filter(_may_stay, _changes(base))
    before, after = Counter(map(_name, staying)), Counter(map(_name, _changes(redline)))
    for name in before - after:
        return f"the change {name[2]} by {name[3]} is not pending any more"
    if next(redline.iter(*_OF_CELLS), None) is not None:
        return "a change of cells is pending, which cannot stand beside others"
    texts, found = _texts(base), _texts(redline)
    for key, text in texts.items():
        if not _in_order(text, found.get(key, "")):
            return f"the changes by {key[1]} do not lie over the words {text[:60]!r} any more"
    return _changed_unmarked(base, redline, frozenset(before)) if compares_paragraphs else ""


def _changes(root: etree._Element) -> Iterator[etree._Element]:
    return (e for e in root.iter(etree.Element) if e.get(_AUTHOR) is not None and e.tag != _COMMENT)


def _may_stay(change: etree._Element) -> bool:
    """Changes of cells are accepted first, and what stood in a cell that goes goes with it."""
    return change.tag not in _OF_CELLS and not _in_gone_cell(change)


def _in_gone_cell(element: etree._Element) -> bool:
    return any(cell.find(_GONE_CELL) is not None for cell in element.iterancestors(_CELL))


def _name(change: etree._Element) -> Name:
    parent = change.getparent()
    place = str(parent.tag) if parent is not None and change.tag in _OVER_TEXT and not len(change) else ""
    former = b"" if change.tag in _OVER_TEXT else b"".join(map(canonical, change))
    values = (change.get(f"{_W}{name}", "") for name in ("id", "author", "date"))
    return (str(change.tag), place, *values, former.decode())


def _texts(root: etree._Element) -> dict[Name, str]:
    """The words under the changes of each kind, author and date, in document order."""
    found: dict[Name, list[str]] = {}
    shown = (text for text in root.iter(f"{_W}t", f"{_W}delText") if not _in_gone_cell(text))
    for text in shown:
        for above in text.iterancestors(*_OVER_TEXT, _BOX):
            if above.tag == _BOX:
                break
            key = (str(above.tag), above.get(_AUTHOR, ""), above.get(f"{_W}date", ""))
            found.setdefault(key, []).append(text.text or "")
    return {key: "".join(texts) for key, texts in found.items()}


def _in_order(text: str, other: str) -> bool:
    """Whether all characters stand in the other text, in their order."""
    rest = iter(other)
    return all(character in rest for character in text)


def _changed_unmarked(base: etree._Element, redline: etree._Element, pending: frozenset[Name]) -> str:
    originals = iter([canonical(paragraph) for paragraph in base.iter(f"{_W}p")])
    after_own_mark = False
    for paragraph in redline.iter(f"{_W}p"):
        own = [change for change in _changes(paragraph) if _name(change) not in pending]
        if not own and not after_own_mark:
            written = canonical(paragraph)
            if not any(original == written for original in originals):
                words = "".join(paragraph.itertext())[:60]
                return f"the paragraph {words!r} carries no mark of its own and is not as it was"
        after_own_mark = any(change.getparent() is not None and not len(change) for change in own)
    return ""
