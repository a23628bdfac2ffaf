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

from draftdesk.reading.lost_hyphens import is_of_pages
from draftdesk.reading.text_lines import TextLine
from draftdesk.wording.word_lists import WordList, word_list

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
    return [replace(line, text=_BEFORE_SIGN.sub("", _whole(line.text, seen))) for line in lines]


def _whole(text: str, seen: Counter[str]) -> str:
    taken = -1  # where a piece begins that belongs to the word before it

    def joined(found: re.Match[str]) -> str:
        nonlocal taken
        one, other, third = found.groups()
        if found.start() == taken or min(seen[one], seen[other]) > _MOST_SEEN or not other.islower():
            return found[0]
        known = word_list(_LANGUAGE)
        belongs_on = _is_word(one, known) and third is not None and _is_torn(other, third, known)  # "of t he"
        if belongs_on or not _is_torn(one, other, known):
            return found[0]
        taken = found.end()
        return one

    return _PIECES.sub(joined, text)


def _is_torn(one: str, other: str, known: WordList) -> bool:
    is_name = len(one) == 1 and one.isupper() and other in known  # "hepatitis B and C"
    are_words = _is_word(one, known) and _is_word(other, known)
    return not is_name and not are_words and f"{one}{other}" in known


def _is_word(piece: str, known: WordList) -> bool:
    return piece in _LONE or (_VOWEL.search(piece) is not None and len(piece) > 1 and piece in known)
