"""Footnotes of a PDF: cut out of the pages, and tied to their marks in the text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from draftdesk.model.paragraph import OBJECT, Mark
from draftdesk.reading.page_furniture import is_rule_of_signs
from draftdesk.reading.pdf.lines import PLAIN, Cell, Line
from draftdesk.reading.pdf.pieces import Box
from draftdesk.reading.pdf.stretches import Marks

_SMALLER: Final = 0.955
_ABOVE: Final = 2.6
_LOWER_PART: Final = 0.75
_SHORTEST_RULE: Final = 40.0  # points
_WIDEST_RULE: Final = 0.5  # of the width of the page
_MARK: Final = r"\*{1,4}|†{1,2}|‡|\d{1,3}|[a-z]{1,2}"
_TYPED_MARK: Final = re.compile(r"(?:\*{1,4}|\d{1,3})(?=\s)")
_STARS: Final = re.compile(r"\*{1,4}|†{1,2}|‡")


_STAR: Final = re.compile("[*†‡]")


@dataclass
class FoundNote:
    """A footnote: its mark as printed, its lines; `id` is the mark, made unique where marks start again."""

    id: str
    mark: str
    page: int
    lines: list[Line]


def note_area(lines: Sequence[Line], rules: Iterable[Box], box: Box, body_size: float) -> tuple[int, int]:
    """Where the footnotes of a page begin among its lines: (first line of the rule above, first line of notes).

    Both are len(lines) where there are none. Footnotes are printed smaller than the text, at the end of the
    page, below a short rule or beginning with a raised mark.
    """
    none = len(lines)
    for index, line in enumerate(lines):
        if index + 1 < none and _is_low(line.baseline, box) and is_rule_of_signs(line.text):
            return index, index + 1
    start = none
    while start and lines[start - 1].size < _SMALLER * body_size:
        start -= 1
    for index in range(start, none):
        if _raised_start(lines[index]) or _STARS.match(lines[index].text) or _is_below(lines[index], rules, box):
            return index, index
    for index in range(none):
        if _raised_start(lines[index]) and _is_below(lines[index], rules, box):
            return index, index
    return none, none


def notes_of(areas: Sequence[Sequence[Line]]) -> tuple[list[FoundNote], list[Line]]:
    """The notes in the note areas of all pages, in order, and lines of an area that belong to no note."""
    notes: list[FoundNote] = []
    strays: list[Line] = []
    taken: set[str] = set()
    for area in areas:
        has_raised = any(_raised_start(line) for line in area)
        for line in area:
            mark, rest = _begun(line, typed=not has_raised)
            if mark:
                id_ = mark if mark not in taken else f"{mark}@{line.page}.{line.number}"
                taken.add(id_)
                notes.append(FoundNote(id_, mark, line.page, [rest]))
            elif notes:
                notes[-1].lines.append(line)
            else:
                strays.append(line)
    return notes, strays


def tied(lines: Iterable[Line], notes: Sequence[FoundNote]) -> list[tuple[Line, tuple[str, ...]]]:
    """Each line with an object for each mark that calls a note, and the ids of those notes in order.

    A note is called once; where its mark stands again it is raised text, as in Word files.
    """
    left = list(notes)
    bound: list[tuple[Line, tuple[str, ...]]] = []
    for line in lines:
        targets: list[str] = []
        cells = []
        if Mark.SUPERSCRIPT not in line.borne and _STAR.search(line.text) is None:
            bound.append((line, ()))
            continue
        for cell in line.cells:
            changed, found = _tied_cell(cell, line.page, left)
            cells.append(changed)
            targets += found
            if found:
                left = [note for note in left if note.id not in found]
        bound.append((replace(line, cells=tuple(cells)) if targets else line, tuple(targets)))
    return bound


def _is_low(y: float, box: Box) -> bool:
    return y < box.bottom + _LOWER_PART * (box.top - box.bottom)


def _is_below(line: Line, rules: Iterable[Box], box: Box) -> bool:
    """Whether a line stands just below a short rule in the lower part of the page."""
    return any(
        0 < rule.bottom - line.baseline < _ABOVE * line.size
        and _SHORTEST_RULE < rule.right - rule.left < _WIDEST_RULE * (box.right - box.left)
        and _is_low(rule.bottom, box)
        for rule in rules
    )


def _raised_start(line: Line) -> str:
    """The raised mark that a line begins with, "" for none."""
    if Mark.SUPERSCRIPT not in line.borne:
        return ""
    length = 0
    for character, marks in zip(line.text, line.marks, strict=True):
        if Mark.SUPERSCRIPT not in marks:
            break
        length += 1
        if character == "\t":
            break
    mark = line.text[:length].strip()
    return mark if re.fullmatch(_MARK, mark) else ""


def _begun(line: Line, *, typed: bool) -> tuple[str, Line]:
    """The mark of the note that a line begins, and the line without it; ("", line) for none."""
    mark = _raised_start(line)
    if not mark:
        found = (_TYPED_MARK if typed else _STARS).match(line.text)
        if found is None:
            return "", line
        mark = found[0]
    first = line.cells[0]
    at = first.text.index(mark) + len(mark)
    while at < len(first.text) and first.text[at].isspace():
        at += 1
    kept = replace(first, text=first.text[at:], marks=first.marks[at:])
    cells = (kept, *line.cells[1:]) if kept.text else line.cells[1:]
    return mark, replace(line, cells=cells or (kept,))


def _tied_cell(cell: Cell, page: int, notes: Sequence[FoundNote]) -> tuple[Cell, list[str]]:
    text, targets, done = "", [], 0
    marks: list[Marks] = []
    for start, end in _possible_marks(cell):
        called = _called(cell.text[start:end], page, notes)
        if not called:
            continue
        before = start - 1 if cell.text[start - 1 : start] == " " and start - 1 > done else start
        text += cell.text[done:before] + OBJECT * len(called)
        marks += [*cell.marks[done:before], *[PLAIN] * len(called)]
        targets += called
        done = end
    if not targets:
        return cell, []
    return replace(cell, text=text + cell.text[done:], marks=(*marks, *cell.marks[done:])), targets


def _possible_marks(cell: Cell) -> list[tuple[int, int]]:
    """Raised stretches, and stars on the line."""
    found = [
        match.span() for match in _STARS.finditer(cell.text) if Mark.SUPERSCRIPT not in cell.marks[match.start()]
    ]
    if Mark.SUPERSCRIPT not in cell.borne:
        return found
    start = None
    for at, marks in enumerate([*cell.marks, PLAIN]):
        if Mark.SUPERSCRIPT in marks:
            start = at if start is None else start
        elif start is not None:
            found.append((start, at))
            start = None
    return sorted(found)


def _called(shown: str, page: int, notes: Sequence[FoundNote]) -> list[str]:
    """The ids of the notes that a mark, or several parted by commas or blanks, calls; [] unless all are known."""
    ids = [_nearest(mark, page, notes) for mark in re.split(r"[,\s]+", shown.strip())]
    return [id_ for id_ in ids if id_] if all(ids) else []


def _nearest(mark: str, page: int, notes: Sequence[FoundNote]) -> str:
    """The note with a mark on the same page, else on the next one, else before; stars on the same page only."""
    same = [note for note in notes if note.mark == mark]
    for wanted in (page, page + 1):
        for note in same:
            if note.page == wanted:
                return note.id
    earlier = [note for note in same if note.page < page]
    return earlier[-1].id if earlier and not _STARS.fullmatch(mark) else ""
