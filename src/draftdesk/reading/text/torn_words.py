"""Words that a program tore when it took them from a page: "su stainable", "o f", "markets ,".

Lines of issued documents are stretched letter by letter, and a wide gap looks like a blank. Two pieces are one word
where one of them is none by itself and both together are; it need not be in the text elsewhere.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from draftdesk.reading.text.lines import TextLine
from draftdesk.reading.text.lost_hyphens import is_of_pages
from draftdesk.wording.word_lists import word_list

_LANGUAGE: Final = "en"
_LETTERS: Final = re.compile(r"[^\W\d_]+")
_PIECES: Final = re.compile(
    r"(?<![\w’'\-\u2011])([^\W\d_]+) (?=([^\W\d_]+)(?![\w’'\-\u2011])(?: ([^\W\d_]+)(?![\w’'\-\u2011]))?)"
)
"""A word, with the next one and the one after it."""
_BEFORE_SIGN: Final = re.compile(r"(?<=[^\W\d_]) (?=[,;](?:\s|$))")
_VOWEL: Final = re.compile("[aeiouyAEIOUY]")
_LONE: Final = frozenset("aAI")
_MOST_SEEN: Final = 2
"""A piece is met no more often than that in its text; a commoner one is a word, or a name."""


def with_whole_words(lines: Sequence[TextLine], language: str) -> list[TextLine]:
    """The lines of an English text from pages, words in pieces put together; all others as they are."""
    if language != _LANGUAGE or not is_of_pages(lines):
        return list(lines)
    seen = Counter(word for line in lines for word in _LETTERS.findall(line.text))
    pieces = frozenset(word for word in seen if not _is_word(word))
    return [replace(line, text=_whole(line.text, seen, pieces)) for line in lines]


def _whole(text: str, seen: Counter[str], pieces: frozenset[str]) -> str:
    """The line with its words whole; `pieces` are those of the text that are no words."""
    taken = -1  # where a piece begins that belongs to the word before it

    def joined(found: re.Match[str]) -> str:
        nonlocal taken
        one, other, third = found.groups()
        if found.start() == taken or min(seen[one], seen[other]) > _MOST_SEEN or not other.islower():
            return found[0]
        belongs_on = one not in pieces and third is not None and _is_torn(other, third, pieces)  # "of t he"
        if belongs_on or not _is_torn(one, other, pieces):
            return found[0]
        taken = found.end()
        return one

    if not pieces.isdisjoint(_LETTERS.findall(text)):
        text = _PIECES.sub(joined, text)
    return _BEFORE_SIGN.sub("", text)


def _is_torn(one: str, other: str, pieces: frozenset[str]) -> bool:
    if one not in pieces and other not in pieces:
        return False
    is_name = len(one) == 1 and one.isupper() and other not in pieces  # "hepatitis B and C"
    return not is_name and f"{one}{other}" in word_list(_LANGUAGE)


def _is_word(word: str) -> bool:
    return word in _LONE or (len(word) > 1 and _VOWEL.search(word) is not None and word in word_list(_LANGUAGE))
