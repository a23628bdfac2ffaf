"""What the proof asks of the revision marks themselves, so that Word opens the file without a murmur."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import takewhile
from typing import Final

from lxml import etree

_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_RUN_MARKS: Final = tuple(f"{_W}{kind}" for kind in ("ins", "del", "moveFrom", "moveTo"))
_DATED: Final = (
    *_RUN_MARKS,
    *(f"{_W}{name}" for name in ("moveFromRangeStart", "moveToRangeStart", "pPrChange", "rPrChange")),
)
_MOVES: Final = ("moveFrom", "moveTo")
_OF_MOVES: Final = tuple(f"{_W}{kind}{end}" for kind in _MOVES for end in ("", "RangeStart", "RangeEnd"))
_IN_PROPERTIES: Final = tuple(f"{_W}{name}" for name in ("rPr", "trPr", "numPr"))
_DELETION: Final = f"{_W}del"
_DELETED_TEXT: Final = f"{_W}delText"
_BOX: Final = f"{_W}txbxContent"


def faults_of_marks(root: etree._Element, *, keeps_pending: bool = False) -> Iterator[str]:
    """What is wrong with the marks of one part, in words.

    With `keeps_pending` a deletion or departure may stand inside one insertion or arrival: of another hand.
    """
    dated = list(root.iter(*_DATED))
    ids = Counter(mark.get(f"{_W}id", "") for mark in dated)
    yield from (f"the change id {name!r} occurs {count} times" for name, count in ids.items() if count > 1)
    for mark in dated:
        if not mark.get(f"{_W}id", "").lstrip("-").isdigit() or not mark.get(f"{_W}author"):
            yield "a change without id or author"
    for mark in dated:
        if mark.tag in _RUN_MARKS:
            yield from _faults_of_place(mark, keeps_pending=keeps_pending)
    known: dict[etree._Element, bool] = {}
    for text in root.iter(f"{_W}t", f"{_W}delText"):
        if _is_deleted(text.getparent(), known) != (text.tag == _DELETED_TEXT):
            yield f"the text {(text.text or '')[:30]!r} is not written as its deletion asks"


def _is_deleted(element: etree._Element | None, known: dict[etree._Element, bool]) -> bool:
    """Whether what stands right in an element is deleted, by the nearest deletion or text box around it."""
    if element is None or element.tag == _BOX:
        return False
    if element.tag == _DELETION:
        return True
    if element not in known:
        known[element] = _is_deleted(element.getparent(), known)
    return known[element]


def _faults_of_place(mark: etree._Element, *, keeps_pending: bool) -> Iterator[str]:
    parent = mark.getparent()
    if parent is None or parent.tag in _IN_PROPERTIES:
        return
    if not len(mark):
        yield "a change without content"
    around = [above.tag for above in takewhile(_is_no_box, mark.iterancestors(*_RUN_MARKS, _BOX))]
    leaves = mark.tag in (f"{_W}del", f"{_W}moveFrom")
    if around and not (keeps_pending and leaves and around in ([f"{_W}ins"], [f"{_W}moveTo"])):
        yield "a change inside another"


def _is_no_box(element: etree._Element) -> bool:
    return element.tag != _BOX


def faults_of_moves(roots: list[etree._Element]) -> Iterator[str]:
    """Moves whose old and new place do not find each other."""
    parts = [[(str(element.tag), element) for element in root.iter(*_OF_MOVES)] for root in roots]
    names: dict[str, Counter[str]] = {}
    for kind in _MOVES:
        tag, start, end = (f"{_W}{kind}{end}" for end in ("", "RangeStart", "RangeEnd"))
        starts = [element for part in parts for name, element in part if name == start]
        ends = [element.get(f"{_W}id") for part in parts for name, element in part if name == end]
        names[kind] = Counter(element.get(f"{_W}name", "") for element in starts)
        if sorted(element.get(f"{_W}id", "") for element in starts) != sorted(name or "" for name in ends):
            yield f"a {kind} range without end"
        for part in parts:
            inside = 0
            for name, element in part:
                if name == tag:
                    parent = element.getparent()
                    if not inside and parent is not None and parent.tag not in _IN_PROPERTIES:
                        yield f"a {kind} outside its range"
                elif name in (start, end):
                    inside += 1 if name == start else -1
    if names["moveFrom"] != names["moveTo"] or any(count > 1 for count in names["moveFrom"].values()):
        yield "a move without its other place"
