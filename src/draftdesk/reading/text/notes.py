"""Footnotes at the foot of the pages of a text, and below a pasted one.

Programs that take the text from a PDF give the marks at the foot of a page one below the other, then page and
job number, then the texts of the notes; or, below a rule, each mark before its text, some out of their order
(measured on 31 files). Word pastes notes as "[1] ..." at the end.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise, takewhile
from typing import Final

from draftdesk.reading.page_furniture import is_rule_of_signs
from draftdesk.reading.text.lines import TextLine
from draftdesk.wording.labels import split_label
from draftdesk.wording.openings import find_opening

_MARK: Final = re.compile(r"\d{1,3}")
_INLINE: Final = re.compile(r"(\d{1,3})\s+(\S.*)")
_STARRED: Final = re.compile(r"(\*{1,3})\s+(?=\S)")
_BRACKETED: Final = re.compile(r"\[\^?(\d{1,3})\]:?\s+(?=\S)")
_LONGEST: Final = 400
_ANYWHERE: Final = -1  # the page of notes in a text without pages
_LEAST_WIDTH: Final = 0.8
_MOST_MISSED: Final = 4  # marks that stand elsewhere on the page


@dataclass(frozen=True, slots=True)
class FoundNote:
    """A note: its mark, its lines, and the page that it stands on (-1: below the whole text)."""

    mark: str
    lines: tuple[TextLine, ...]
    page: int
    text: str
    bracketed: bool = False


def notes_of(lines: Sequence[TextLine], furniture: set[int]) -> tuple[list[FoundNote], set[int]]:
    """The notes in order, and the numbers of all lines that hold them and their marks."""
    found: list[FoundNote] = []
    used: set[int] = set()
    last = 0
    has_pages = any(line.page for line in lines)
    end = max((line.number for line in lines if not line.is_blank), default=0)
    for page, zone in _zones(lines, furniture, has_pages=has_pages):
        feet = _marks_apart(zone, last) if zone else []
        if not has_pages and not (_follows(feet, last) and (last or zone[-1].number < end)):
            continue
        feet = feet or _unruled(page, furniture, last)
        notes = _parted(feet, page[0].page if has_pages else _ANYWHERE)
        found += notes
        used |= {line.number for line in feet if notes}
        last = max([last, *(int(note.mark) for note in notes if note.mark.isdigit())])
    return (found, used) if found else _below(lines)


def _zones(
    lines: Sequence[TextLine], furniture: set[int], *, has_pages: bool
) -> list[tuple[list[TextLine], list[TextLine]]]:
    """Each page with what stands below its rule; without pages, what stands from a rule to the next furniture."""
    if has_pages:
        pages = [list(group) for _, group in groupby(lines, key=lambda line: line.page)]
        rules = [
            max((at for at, line in enumerate(page) if is_rule_of_signs(line.text)), default=-1) for page in pages
        ]
        return [
            (page, [line for line in page[rule + 1 :] if _is_text(line, furniture)] if rule >= 0 else [])
            for page, rule in zip(pages, rules, strict=True)
        ]
    found = []
    for at, line in enumerate(lines):
        if is_rule_of_signs(line.text):
            rest = lines[at + 1 :]
            below = takewhile(lambda other: other.is_blank or other.number not in furniture, rest)
            found.append((list(lines), [one for one in below if not one.is_blank]))
    return found


def _is_text(line: TextLine, furniture: set[int]) -> bool:
    return not line.is_blank and line.number not in furniture


def _marks_apart(zone: Sequence[TextLine], last: int) -> list[TextLine]:
    """Lines below a rule, a mark before the words on a line of its own; () where they are no notes."""
    found: list[TextLine] = []
    wanted = last + 1
    for line in zone:
        inline = _INLINE.match(line.text.strip())
        if inline is not None and int(inline[1]) == wanted:
            found += [replace(line, text=inline[1]), replace(line, text=inline[2])]
            wanted += 1
        else:
            found.append(line)
            wanted = int(line.text) + 1 if _is_mark(line) else wanted
    is_foot = bool(found) and (_is_mark(found[0]) or _STARRED.match(found[0].text.strip()) is not None)
    return found if is_foot else []


def _follows(feet: Sequence[TextLine], last: int) -> bool:
    """Whether notes in a text without pages go on counting, so that a rule of the text itself is none of theirs."""
    marks = [int(line.text) for line in feet if _is_mark(line)]
    return bool(marks) and marks[0] == last + 1 and not any(_is_of_the_text(line.text.strip()) for line in feet)


def _unruled(page: Sequence[TextLine], furniture: set[int], last: int) -> list[TextLine]:
    """The lines of a page's notes and their marks, up to the end of the page, where no rule parts them."""
    filled = [line for line in page if _is_text(line, furniture)]
    for at, line in enumerate(filled):
        if not _is_mark(line) or (last and not last < int(line.text) <= last + _MOST_MISSED):
            continue
        end = next((n for n in range(at, len(filled)) if not _is_mark(filled[n])), len(filled))
        values = _values(filled[at:end])
        rises = values == list(range(values[0], values[0] + len(values)))
        texts = filled[end:]
        if rises and len(texts) >= len(values) and not any(_is_of_the_text(text.text.strip()) for text in texts):
            return filled[at:]
    return []


def _is_mark(line: TextLine) -> bool:
    return _MARK.fullmatch(line.text.strip()) is not None


def _values(marks: Sequence[TextLine]) -> list[int]:
    """The numbers of marks; some programs give each twice."""
    values = [int(mark.text) for mark in marks]
    return [value for before, value in pairwise([-1, *values]) if value != before]


def _is_of_the_text(text: str) -> bool:
    label = split_label(text)
    return label is not None and find_opening(text[label.text_start :]) is not None


def _parted(zone: Sequence[TextLine], page: int) -> list[FoundNote]:
    """The lines of the notes given to their marks, which rise.

    A note begins where a mark stands before it; where marks stand elsewhere, it ends with a stop, best on a short
    line.
    """
    marks = sorted({line.text.strip() for line in zone if _is_mark(line)}, key=int)
    starred = [line for line in zone if _STARRED.match(line.text.strip())]
    texts = [line for line in zone if not _is_mark(line)]
    if not texts:
        return []
    begins = {0, *(at for at, line in enumerate(texts) if at and (line in starred or _follows_mark(line, zone)))}
    wanted = len(marks) + len(starred)
    width = max((len(line.text.strip()) for line in texts), default=0)
    free = [at for at in range(1, len(texts)) if at not in begins]
    ranked = sorted(free, key=lambda at: _end_rank(texts, at - 1, width))
    borders = [*sorted({*begins, *ranked[: max(0, wanted - len(begins))]}), len(texts)]
    names = iter(marks)
    found: list[FoundNote] = []
    for start, end in pairwise(borders):
        lines = tuple(texts[start:end])
        star = _STARRED.match(lines[0].text.strip())
        mark = star[1] if star else next(names, "")
        if mark:
            found.append(FoundNote(mark, lines, page, _joined(lines)[star.end() if star else 0 :]))
        elif found:
            found[-1] = replace(
                found[-1], lines=(*found[-1].lines, *lines), text=f"{found[-1].text} {_joined(lines)}"
            )
    return found


def _joined(lines: Sequence[TextLine]) -> str:
    return " ".join(line.text.strip() for line in lines)


def _follows_mark(line: TextLine, zone: Sequence[TextLine]) -> bool:
    at = zone.index(line)
    return at > 0 and _is_mark(zone[at - 1])


def _end_rank(texts: Sequence[TextLine], at: int, width: int) -> tuple[bool, bool, int]:
    text, following = texts[at].text.strip(), texts[at + 1].text.strip()
    goes_on = not text.endswith(".") or following[:1].islower() or following.startswith("(")
    return goes_on, len(text) > _LEAST_WIDTH * width, at


def _below(lines: Sequence[TextLine]) -> tuple[list[FoundNote], set[int]]:
    """Notes "[1] ..." in one run below a text that calls them "[1]"."""
    filled = [line for line in lines if not line.is_blank]
    first = next((at for at, line in enumerate(filled) if _BRACKETED.match(line.text)), len(filled))
    above = "\n".join(line.text for line in filled[:first])
    found: list[FoundNote] = []
    for line in filled[first:]:
        start = _BRACKETED.match(line.text)
        if start is not None:
            found.append(FoundNote(start[1], (line,), -1, line.text[start.end() :].strip(), bracketed=True))
        elif found and line.number == found[-1].lines[-1].number + 1:
            note = found[-1]
            found[-1] = FoundNote(
                note.mark, (*note.lines, line), -1, f"{note.text} {line.text.strip()}", bracketed=True
            )
        else:
            break
    called = [note for note in found if re.search(rf"\[\^?{note.mark}\]", above)]
    if len(called) < len(found) or any(len(note.text) > _LONGEST for note in found):
        return [], set()
    return found, {line.number for note in found for line in note.lines}
