"""Arabic lines: from the order in which letters stand on a page to the order in which they are read.

A line is read from the right; numbers and Latin words in it, with the signs between their parts, from the
left (the plain cases of the Unicode bidirectional algorithm, run backwards).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, TypeVar

_ARABIC: Final = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_LATIN: Final = re.compile("[A-Za-z\u00c0-\u024f]")
RAISED: Final = "\ue000"
"""Stands for a letter of a raised mark, which no number beside it takes in."""

_OTHER: Final = r"[^\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\ue000]"
_FROM_LEFT: Final = re.compile(
    rf"{RAISED}+|[A-Za-z\u00c0-\u024f](?:{_OTHER}*[A-Za-z\u00c0-\u024f0-9%])?"
    r"|[0-9\u0660-\u0669](?:[0-9\u0660-\u0669A-Za-z./,:]*[0-9\u0660-\u0669A-Za-z%])?"
)
_BRACKETS: Final = (("(", ")"), ("[", "]"), ("«", "»"))

_Letter = TypeVar("_Letter")


def is_right_to_left(text: str) -> bool:
    """Whether most letters of a line are Arabic."""
    return len(_ARABIC.findall(text)) > len(_LATIN.findall(text))


def in_reading_order(letters: Sequence[_Letter], text: str) -> list[_Letter]:
    """Letters given from left to right, as a reader of Arabic reads them.

    `text` has one character for each of them.
    """
    ordered: list[_Letter] = []
    end = len(letters)
    for found in reversed(list(_FROM_LEFT.finditer(text))):
        ordered += reversed(letters[found.end() : end])
        ordered += letters[found.start() : found.end()]
        end = found.start()
    return ordered + list(reversed(letters[:end]))


def with_brackets_turned(text: str) -> str:
    """An Arabic text with its brackets opening before they close.

    A bracket is printed mirrored in a line that runs from the right, and programs store it either way, even
    within one line. Pairs that do not come out even are left alone.
    """
    for opening, closing in _BRACKETS:
        places = [at for at, character in enumerate(text) if character in (opening, closing)]
        if len(places) % 2 == 0:
            letters = list(text)
            for count, at in enumerate(places):
                letters[at] = closing if count % 2 else opening
            text = "".join(letters)
    return text
