"""Marks typed for italics, as in "*Recalling*" or "_The General Assembly_,": taken off, the words set in italics.

They count where they stand around the opening of a paragraph or its organ; in a text that has such, all pairs
around words count.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from draftdesk.model.paragraph import Mark, Run, Span
from draftdesk.reading.enacting import enacting_organ
from draftdesk.wording.openings import find_opening

_PAIR: Final = re.compile(
    r"(?<![\w*_])(?P<sign>\*{1,3}|_{1,3})(?P<words>[^\s*_](?:[^*_\n]*[^\s*_])?)(?P=sign)(?![\w*_])"
)


@dataclass(frozen=True, slots=True)
class Marked:
    """A text without typed marks, and its italics."""

    text: str
    runs: tuple[Run, ...] = ()


def has_marked_opening(text: str, language: str) -> bool:
    """Whether typed marks stand around the opening or the organ."""
    for pair in _PAIR.finditer(text):
        words = pair["words"]
        if find_opening(words, language) is not None or enacting_organ(words) is not None:
            return True
    return False


def without_marks(text: str) -> Marked:
    """The text with the words of each pair in italics instead."""
    pieces: list[str] = []
    runs: list[Run] = []
    done = length = 0
    for pair in _PAIR.finditer(text):
        before, words = text[done : pair.start()], pair["words"]
        start = length + len(before)
        runs.append(Run(Span(start, start + len(words)), frozenset({Mark.ITALIC})))
        pieces += [before, words]
        length, done = start + len(words), pair.end()
    return Marked("".join([*pieces, text[done:]]), tuple(runs))
