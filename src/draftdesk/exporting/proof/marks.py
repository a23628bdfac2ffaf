"""What the proof asks of the revision marks themselves, so that Word opens the file without a murmur."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile
from typing import Final, NamedTuple

from lxml import etree

_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_RUN_MARKS: Final = tuple(f"{_W}{kind}" for kind in ("ins", "del", "moveFrom", "moveTo"))
_DATED: Final = (
    *_RUN_MARKS,
    *(f"{_W}{name}" for name in ("moveFromRangeStart", "moveToRangeStart", "pPrChange", "rPrChange")),
)
_MOVES: Final = ("moveFrom", "moveTo")
_RANGE_ENDS: Final = tuple(f"{_W}{kind}RangeEnd" for kind in _MOVES)
_OF_MOVES: Final = tuple(f"{_W}{kind}{end}" for kind in _MOVES for end in ("", "RangeStart", "RangeEnd"))
_IN_PROPERTIES: Final = tuple(f"{_W}{name}" for name in ("rPr", "trPr", "numPr"))
_DELETION: Final = f"{_W}del"
_TEXT: Final = f"{_W}t"
_DELETED_TEXT: Final = f"{_W}delText"
_ID: Final = f"{_W}id"
_AUTHOR: Final = f"{_W}author"
_BOX: Final = f"{_W}txbxContent"


class _Move(NamedTuple):
    """A mark of a move, or an end of its range; `is_over_text`: it is none of properties."""

    tag: str
    id: str
    name: str
    is_over_text: bool


def faults_of_marks(parts: Iterable[Iterable[etree._Element]], *, keeps_pending: bool = False) -> list[str]:
    """What is wrong with the marks of a file, in words; its parts come as elements that hold all of them, in order.

    With `keeps_pending` a deletion or departure may stand inside one insertion or arrival: of another hand.
    """
    faults: list[str] = []
    moves: list[list[_Move]] = []
    for elements in parts:
        part = _Part(keeps_pending=keeps_pending)
        for element in elements:
            part.look_at(element)
        faults += part.faults()
        moves.append(part.moves)
    return [*faults, *_faults_of_moves(moves)]


class _Part:
    """The marks of one part, of which one element after the other is looked at."""

    def __init__(self, *, keeps_pending: bool) -> None:
        self._keeps_pending = keeps_pending
        self._ids = Counter[str]()
        self._unnamed: list[str] = []
        self._misplaced: list[str] = []
        self._texts: list[str] = []
        self.moves: list[_Move] = []

    def look_at(self, element: etree._Element) -> None:
        """Look at all marks and texts in an element."""
        for mark in element.iter(*_DATED, *_RANGE_ENDS):
            tag, name = str(mark.tag), mark.get(_ID, "")
            if tag in _OF_MOVES:
                parent = mark.getparent()
                is_over_text = parent is not None and parent.tag not in _IN_PROPERTIES
                self.moves.append(_Move(tag, name, mark.get(f"{_W}name", ""), is_over_text))
            if tag in _RANGE_ENDS:
                continue
            self._ids[name] += 1
            if not name.lstrip("-").isdigit() or not mark.get(_AUTHOR):
                self._unnamed.append("a change without id or author")
            if tag in _RUN_MARKS:
                self._misplaced += _faults_of_place(mark, keeps_pending=self._keeps_pending)
        known: dict[etree._Element, bool] = {}
        for text in element.iter(_TEXT, _DELETED_TEXT):
            if _is_deleted(text.getparent(), known) != (text.tag == _DELETED_TEXT):
                self._texts.append(f"the text {(text.text or '')[:30]!r} is not written as its deletion asks")

    def faults(self) -> list[str]:
        """What is wrong with them."""
        twice = [f"the change id {name!r} occurs {count} times" for name, count in self._ids.items() if count > 1]
        return [*twice, *self._unnamed, *self._misplaced, *self._texts]


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


def _faults_of_moves(parts: Sequence[Sequence[_Move]]) -> Iterator[str]:
    """Moves whose old and new place do not find each other."""
    names: dict[str, Counter[str]] = {}
    for kind in _MOVES:
        tag, start, end = (f"{_W}{kind}{end}" for end in ("", "RangeStart", "RangeEnd"))
        starts = [move for part in parts for move in part if move.tag == start]
        ends = [move.id for part in parts for move in part if move.tag == end]
        names[kind] = Counter(move.name for move in starts)
        if sorted(move.id for move in starts) != sorted(ends):
            yield f"a {kind} range without end"
        for part in parts:
            inside = 0
            for move in part:
                if move.tag == tag:
                    if not inside and move.is_over_text:
                        yield f"a {kind} outside its range"
                elif move.tag in (start, end):
                    inside += 1 if move.tag == start else -1
    if names["moveFrom"] != names["moveTo"] or any(count > 1 for count in names["moveFrom"].values()):
        yield "a move without its other place"
