"""Lines of a PDF become paragraphs: by gaps, indents, numbers, weight and size, over the ends of pages.

Within a page a wider gap, a change of weight or size, an indented first line or a hanging number begins a
paragraph. Over the end of a page there is no gap to measure: then it counts whether the last line had room
for the next word and ended with a stop, and where the next line begins.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import Final

from draftdesk.model.paragraph import OBJECT, Mark
from draftdesk.reading.enacting import enacting_organ, may_be_enacting
from draftdesk.reading.known_lines import is_agenda_line, is_meeting_line, is_session_line
from draftdesk.reading.pdf.lines import Line
from draftdesk.reading.pdf.stretches import is_label
from draftdesk.wording.citations import DATE
from draftdesk.wording.openings import find_opening

_ENDS: Final = tuple('.;,:!?。；，：؛،”")]}»')
_WIDE: Final = 1.22  # of the usual distance of lines
_VERY_WIDE: Final = 1.75
_OTHER_SIZE: Final = 0.07
_NUMBERED_TITLE: Final = re.compile(r"\d{1,4}/\d{1,4}\b")
_DATE_LINE: Final = re.compile(DATE)
_FAR: Final = 2.0  # em
_INDENT: Final = 0.55  # em
_ROOM: Final = 0.5  # em
_LONGEST_ENACTING: Final = 3  # lines
_SESSION_IS_WITHIN: Final = 3  # paragraphs from the top


@dataclass(frozen=True, slots=True)
class Layout:
    """What is usual in a document: the distance of lines in em, the edges of the column of text in points."""

    pitch: float
    left: float
    right: float
    size: float


def layout_of(lines: Sequence[Line]) -> Layout:
    """The usual form of the lines of a text."""
    size = usual_size(lines)
    usual = [line for line in lines if abs(line.size - size) < _OTHER_SIZE * size] or list(lines)
    pitches: Counter[float] = Counter()
    for above, below in pairwise(usual):
        distance = (above.baseline - below.baseline) / size
        if above.page == below.page and 0.8 < distance < 3.5:
            pitches[round(distance * 20) / 20] += 1
    rights = sorted(line.right for line in usual)
    lefts = Counter(round(line.left) for line in usual)
    return Layout(
        pitch=pitches.most_common(1)[0][0] if pitches else 1.2,
        left=float(lefts.most_common(1)[0][0]) if lefts else 0.0,
        right=rights[int(len(rights) * 0.9)] if rights else 0.0,
        size=size,
    )


def usual_size(lines: Iterable[Line]) -> float:
    """The height in points of most letters of a text."""
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[line.size] += len(line.text)
    rounded: Counter[float] = Counter()
    for size, letters in sizes.items():
        rounded[round(size, 1)] += letters
    return rounded.most_common(1)[0][0] if rounded else 10.0


@dataclass(slots=True)
class Joined:
    """The lines of a paragraph; `is_unsure`: that it begins, or goes on over the end of a page, is a guess."""

    lines: list[Line]
    is_unsure: bool = False


def paragraphs_of(lines: Sequence[Line], layout: Layout, language: str) -> list[Joined]:
    """The lines of each paragraph, in order."""
    joiner = _Joiner(layout, language)
    unsure: set[int] = set()
    paragraphs: list[list[Line]] = []
    for line in lines:
        is_unsure = bool(paragraphs) and joiner.shows_no_break(paragraphs[-1], line)
        is_after_session = 0 < len(paragraphs) <= _SESSION_IS_WITHIN and _is_session(paragraphs[-1])
        is_session = len(paragraphs) < _SESSION_IS_WITHIN and is_session_line(line.text)
        if paragraphs and not is_session and not is_after_session and not joiner.begins(paragraphs[-1], line):
            paragraphs[-1].append(line)
        else:
            paragraphs.append([line])
        if is_unsure:
            unsure.add(len(paragraphs) - 1)
    return [Joined(lines, at in unsure) for at, lines in enumerate(paragraphs)]


def _goes_on(line: Line) -> bool:
    """Whether a line begins like the middle of a sentence."""
    return line.text[:1].islower() and not line.has_label


def _is_session(lines: Sequence[Line]) -> bool:
    return len(lines) == 1 and is_session_line(lines[0].text)


@dataclass(frozen=True, slots=True)
class _Joiner:
    layout: Layout
    language: str

    def begins(self, open_lines: list[Line], line: Line) -> bool:
        """Whether a line begins a paragraph, after the lines of the open one."""
        last = open_lines[-1]
        if len(open_lines) == 1 and (is_label(last.text) or self._is_day_of_meeting(last, line)):
            return False
        if self._stands_alone(open_lines) or self._stands_alone([line]):
            return True
        if abs(line.size - last.size) > _OTHER_SIZE * max(line.size, last.size) or self._other_weight(last, line):
            return True
        if line.page != last.page or line.baseline > last.baseline:
            return self._begins_page(open_lines, line)
        distance = (last.baseline - line.baseline) / max(last.size, line.size) / self.layout.pitch
        if distance > _WIDE:
            return distance > _VERY_WIDE or self._has_ended(last) or not _goes_on(line)
        return self._begins_by_form(open_lines, line)

    @staticmethod
    def _stands_alone(lines: Sequence[Line]) -> bool:
        """Whether lines are the enacting line, which is a short one."""
        if len(lines) > _LONGEST_ENACTING or not may_be_enacting(lines[0].text.replace(OBJECT, "") or lines[-1].text):
            return False
        text = " ".join([line.text for line in lines]).replace(OBJECT, "").strip()
        return enacting_organ(text) is not None

    @staticmethod
    def _is_day_of_meeting(last: Line, line: Line) -> bool:
        """Whether the line that names a meeting is followed by its date."""
        return _DATE_LINE.fullmatch(line.text.strip()) is not None and is_meeting_line(last.text.strip())

    @staticmethod
    def _other_weight(last: Line, line: Line) -> bool:
        if last.is_bold == line.is_bold or not any(map(str.isalnum, last.text + line.text)):
            return False
        return (Mark.BOLD in last.marks[-1]) != (Mark.BOLD in line.marks[0])

    def _begins_by_form(self, open_lines: list[Line], line: Line) -> bool:
        """At the usual distance of lines: by number, indent or room left, after a line that ended."""
        last = open_lines[-1]
        ended = self._has_ended(last)
        if is_agenda_line(line.text) and not last.text.endswith(","):
            return True
        if line.has_label and (ended or self._has_room(last, line)):
            return True
        if line.is_bold:
            return self._leaves_margin(last, line) and self._has_room(last, line)
        if not ended or (_goes_on(line) and last.text.rstrip().endswith(",")):
            return False
        return self._is_shifted(open_lines, line) or (self._has_room(last, line) and not _goes_on(line))

    def _begins_page(self, open_lines: list[Line], line: Line) -> bool:
        last = open_lines[-1]
        if not self._has_ended(last):
            return line.has_label and self._has_room(last, line)
        if line.has_label or is_agenda_line(line.text):
            return True
        if _goes_on(line) and not self._has_room(last, line):
            return False
        if self._is_shifted(open_lines, line) or self._has_room(last, line):
            return True
        return len(open_lines) == 1 and find_opening(line.text, self.language) is not None

    def shows_no_break(self, open_lines: list[Line], line: Line) -> bool:
        """Whether a full line that ended a sentence stands before the end of a page, and any text after it."""
        last = open_lines[-1]
        if line.page == last.page or not self._has_ended(last) or line.has_label or _goes_on(line):
            return False
        return not (line.is_bold or self._is_shifted(open_lines, line) or self._has_room(last, line))

    @staticmethod
    def _is_shifted(open_lines: list[Line], line: Line) -> bool:
        """Whether a line begins elsewhere than the lines of the open paragraph after its first do or would."""
        bound = _INDENT * line.size
        if len(open_lines) > 1:
            return abs(line.left - median(one.left for one in open_lines[1:])) > bound
        first = open_lines[0]
        hangs = first.has_label and abs(line.left - first.cells[1].left) <= bound
        return not hangs and not _goes_on(line) and line.left > first.left + bound

    def _leaves_margin(self, last: Line, line: Line) -> bool:
        """Whether bold lines stop to begin left of the text, where agenda items stand, and begin with the text."""
        bound = _FAR * line.size
        if last.has_label or _NUMBERED_TITLE.match(last.text):
            return False
        return last.left < self.layout.left - bound and line.left > last.left + bound

    def _has_room(self, last: Line, line: Line) -> bool:
        """Whether the first word of a line would have stood on the line before."""
        word = line.text.split()[0] if line.text.split() else ""
        width = (line.right - line.left) * len(word) / max(1, len(line.text))
        return last.right + width + _ROOM * line.size < self.layout.right

    @staticmethod
    def _has_ended(line: Line) -> bool:
        return line.text.rstrip(OBJECT + " *").endswith(_ENDS)
