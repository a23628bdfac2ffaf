"""Footnotes of a text without pages that stand among its paragraphs, each by itself.

Programs that take paragraphs together leave a note where its page ended: "3 Resolution 69/137, annex II." between two
blank lines, or put all of them last as "[^3]: Resolution 69/137, annex II."
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from draftdesk.reading.text.lines import TextLine
from draftdesk.reading.text.notes import FoundNote
from draftdesk.wording.labels import split_label
from draftdesk.wording.openings import find_opening

_DEFINED: Final = re.compile(r"\[\^(?P<mark>\d{1,3})\]:\s+(?=\S)")
_ALONE: Final = re.compile(r"(?P<mark>\d{1,3})\s+(?=[^\W_a-z]|[“\"(])")
_MOST_MISSED: Final = 2  # marks whose notes were lost
_LONGEST: Final = 700
_NO_PAGE: Final = -1


def defined_notes(lines: Sequence[TextLine]) -> tuple[list[FoundNote], set[int]]:
    """Notes that are written "[^1]: ..." wherever they stand, and the numbers of their lines."""
    return _with_lines([note for block in _blocks(lines) for note in _definitions(block)])


def notes_alone(lines: Sequence[TextLine], furniture: set[int]) -> tuple[list[FoundNote], set[int]]:
    """Notes that stand between blank lines with their mark before them, rise, and are called by raised figures."""
    kept = [line for line in lines if line.number not in furniture]
    text = "\n".join(line.text for line in kept)
    found: list[FoundNote] = []
    for block in (_first_note(whole) for whole in _blocks(kept)):
        start = _ALONE.match(block[0].text.strip())
        if start is None or find_opening(block[0].text.strip()[start.end() :]) is not None:
            continue
        last = int(found[-1].mark) if found else 0
        words = " ".join(line.text.strip() for line in block)[start.end() :]
        is_next = last < int(start["mark"]) <= last + 1 + _MOST_MISSED
        if is_next and len(words) <= _LONGEST and _is_called(start["mark"], text):
            found.append(FoundNote(start["mark"], tuple(block), _NO_PAGE, words))
    return _with_lines(found)


def _first_note(block: Sequence[TextLine]) -> Sequence[TextLine]:
    """The lines of a block up to where the text goes on: behind a stop, with a small letter or a number."""
    for at in range(1, len(block)):
        text = block[at].text.strip()
        has_ended = block[at - 1].text.rstrip().endswith(".")
        if split_label(text) is not None or (has_ended and text[:1].islower()):
            return block[:at]
    return block


def _definitions(block: Sequence[TextLine]) -> Iterator[FoundNote]:
    starts = [at for at, line in enumerate(block) if _DEFINED.match(line.text)]
    for at, end in pairwise([*starts, len(block)]):
        lines = tuple(_first_note(block[at:end]))
        start = _DEFINED.match(lines[0].text)
        if start is not None:
            words = " ".join(line.text.strip() for line in lines)
            yield FoundNote(start["mark"], lines, _NO_PAGE, words[start.end() :], bracketed=True)


def _is_called(mark: str, text: str) -> bool:
    """Whether a figure stands close behind a word or sign, or between two blanks that a raised figure leaves."""
    behind = r"(?:(?<=[^\W\d_])|(?<=[,;.:”’)\]])|(?<=[^\W\d_] )|(?<=[,;.:”’)\]] )|(?<=(?:19|20)\d\d))"
    return re.search(rf"{behind}{mark}(?![\d/])", text) is not None


def _blocks(lines: Sequence[TextLine]) -> Iterator[list[TextLine]]:
    """Lines between blank ones."""
    block: list[TextLine] = []
    for line in lines:
        if line.is_blank or (block and line.number > block[-1].number + 1):
            if block:
                yield block
            block = []
        if not line.is_blank:
            block.append(line)
    if block:
        yield block


def _with_lines(notes: list[FoundNote]) -> tuple[list[FoundNote], set[int]]:
    return notes, {line.number for note in notes for line in note.lines}
