"""Lines that a program joined though a paragraph ended between them: "... for the Future. 9. We note ...".

A number counts on inside a line, behind the end of a sentence or of a heading, and no line begins with it. What a
program drew between two pages, "---", is a line of its own, and so is a running head in front of a text. The rule
above the notes, which pdftotext takes for the rest of a word parted at its hyphen, "Secretary______", is one, too.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from draftdesk.reading.page_furniture import is_job_number
from draftdesk.reading.text.furniture import symbol_and_rest
from draftdesk.reading.text.lines import TextLine
from draftdesk.reading.text.note_calls import is_numbered_word

_NUMBERED: Final = re.compile(r"\s*(\d{1,3})\.\s+(?=\S)")
_INSIDE: Final = re.compile(r"(?<=\S)[ \u00a0]+(?=(?P<number>\d{1,3})\.[ \u00a0]+[^\W\d_a-z])")
_NUMBER_BEHIND: Final = re.compile(r"(?<=\S)[ \u00a0]+(?=\d{1,3}\.[ \u00a0]+[^\W\d_a-z])")
_RULE_AT_END: Final = re.compile(r"(?<=\S)[ \t]+(?=-{3,}\s*$)")
_RULE_IN_WORD: Final = re.compile(r"(?<=[a-z])[ \t]?(?=_{10,}\s*$)")
_JOB_IN_WORD: Final = re.compile(r"(?<=[a-z]) (?=\d\d-\d{5}\s*$)")
_RULE_ALONE: Final = re.compile(r"\s*_{10,}\s*")
_YEAR_AS_MARK: Final = re.compile(r"\[\^((?:19|20)\d\d)\]:(?=\s)")
"""A year that a program took for the mark of a note, because a line began with it."""

_AFTER_NOTE: Final = re.compile(
    r"(?:\d{1,3}|\[\^\d{1,3}\]:)\s+\S[^\n]{0,300}?(?:\d|annex)\.(?P<blank>\s+)(?=[a-z]{4,})"
)
"""A note that names a document, and behind its stop the middle of a sentence of the text."""


def with_joined_parted(lines: Sequence[TextLine]) -> list[TextLine]:
    """The lines, those that hold two parted."""
    plain = [replace(line, text=_YEAR_AS_MARK.sub(r"\1", line.text, count=1)) for line in lines]
    heads = {text for line in plain if symbol_and_rest(text := line.text.strip()) is not None}
    if any(_RULE_ALONE.fullmatch(line.text) for line in plain):
        plain = [piece for line in plain for piece in _at_rule_in_word(line)]
    jobs = {text for line in plain if is_job_number(text := line.text.strip())}
    plain = [piece for line in plain for piece in _at_job_number(line, jobs)]
    ruled = [
        piece
        for line in plain
        for whole in _after_head(line, heads)
        for one in _at_rule(whole)
        for piece in _after_note(one)
    ]
    begun = {found[1] for line in ruled if (found := _NUMBERED.match(line.text)) is not None}
    if not begun:
        return ruled
    parted: list[TextLine] = []
    count = 0
    for line in ruled:
        pieces = _at_numbers(line, count, begun)
        parted += pieces
        numbers = [int(found[1]) for piece in pieces if (found := _NUMBERED.match(piece.text)) is not None]
        count = numbers[-1] if numbers else count
    return parted


def _after_head(line: TextLine, heads: set[str]) -> list[TextLine]:
    """A line parted behind a running head that is a line of its own elsewhere, where a numbered paragraph follows."""
    found = _NUMBER_BEHIND.search(line.text)
    if found is None or line.text[: found.start()].strip() not in heads:
        return [line]
    return [replace(line, text=line.text[: found.start()]), replace(line, text=line.text[found.end() :])]


def _at_rule(line: TextLine) -> list[TextLine]:
    found = _RULE_AT_END.search(line.text)
    if found is None:
        return [line]
    return [replace(line, text=line.text[: found.start()]), replace(line, text=line.text[found.end() :])]


def _at_rule_in_word(line: TextLine) -> list[TextLine]:
    found = _RULE_IN_WORD.search(line.text)
    return [line] if found is None else _parted_in_word(line, found)


def _at_job_number(line: TextLine, jobs: set[str]) -> list[TextLine]:
    """A line parted before the number of a job that is a line of its own elsewhere."""
    found = _JOB_IN_WORD.search(line.text)
    return [line] if found is None or line.text[found.end() :].strip() not in jobs else _parted_in_word(line, found)


def _parted_in_word(line: TextLine, gap: re.Match[str]) -> list[TextLine]:
    """The line up to a gap in it, with the hyphen of the word that goes on, and what stands behind the gap."""
    return [replace(line, text=f"{line.text[: gap.start()]}-"), replace(line, text=line.text[gap.end() :])]


def _after_note(line: TextLine) -> list[TextLine]:
    found = _AFTER_NOTE.match(line.text)
    if found is None:
        return [line]
    return [replace(line, text=line.text[: found.start("blank")]), replace(line, text=line.text[found.end() :])]


def _at_numbers(line: TextLine, count: int, begun: set[str]) -> list[TextLine]:
    """A line parted before each number that goes on counting."""
    own = _NUMBERED.match(line.text)
    wanted = (int(own[1]) if own else count) + 1
    for found in _INSIDE.finditer(line.text):
        before = line.text[: found.start()]
        if found["number"] == str(wanted) and found["number"] not in begun and not is_numbered_word(before):
            rest = replace(line, text=line.text[found.end() :])
            return [replace(line, text=before), *_at_numbers(rest, wanted, begun)]
    return [line]
