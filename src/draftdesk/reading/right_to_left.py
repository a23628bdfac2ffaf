"""Arabic lines: from the order in which letters stand on a page to the order in which they are read.

A line is read from the right; numbers and Latin words in it, with the signs between their parts, from the
left (the plain cases of the Unicode bidirectional algorithm, run backwards).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, Protocol, TypeVar

_ARABIC: Final = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_LATIN: Final = re.compile("[A-Za-z\u00c0-\u024f]")
_FROM_LEFT: Final = re.compile(r"[A-Za-z\u00c0-\u024f0-9\u0660-\u0669](?:[^\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\s"
                               r"()\[\]]*[A-Za-z\u00c0-\u024f0-9\u0660-\u0669%])?")  # fmt: skip
_MIRRORED: Final = str.maketrans("()[]{}<>«»", ")(][}{><»«")


class _Shown(Protocol):
    @property
    def text(self) -> str: ...


_Letter = TypeVar("_Letter", bound=_Shown)


def is_right_to_left(text: str) -> bool:
    """Whether most letters of a line are Arabic."""
    return len(_ARABIC.findall(text)) > len(_LATIN.findall(text))


def in_reading_order(letters: Sequence[_Letter]) -> list[_Letter]:
    """Letters given from left to right, as a reader of Arabic reads them."""
    text = "".join(letter.text[:1] for letter in letters)
    ordered: list[_Letter] = []
    end = len(letters)
    for found in reversed(list(_FROM_LEFT.finditer(text))):
        ordered += reversed(letters[found.end() : end])
        ordered += letters[found.start() : found.end()]
        end = found.start()
    return ordered + list(reversed(letters[:end]))
