"""Words without what no reader argues about: punctuation, case, articles, spelling, number words, companions.

Two stretches with the same plain words say the same to every reader.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from draftdesk.model.change import PARAGRAPH_BREAK
from draftdesk.model.paragraph import OBJECT
from draftdesk.wording.number_words import cardinal
from draftdesk.wording.tokens import Token

PUNCTUATION: Final = frozenset(",;:.'\"()-!?،؛，；：。、（）《》·…“”")
_SMALL_WORDS: Final = {
    "en": "the a an also further and",
    "fr": "le la les l un une des également aussi et",
    "es": "el la los las un una también además asimismo y e",
    "ru": "также далее и",
    "zh": "又 还 也 和 及 以及 的",
    "ar": "أيضا كذلك",
}
"""Articles, companions that follow from what stands before, and "and": a comma says as much in a list."""

_SMALL: Final = {language: frozenset(words.split()) for language, words in _SMALL_WORDS.items()}
_NUMBER_WORDS: Final = {cardinal(value): str(value) for value in range(1, 100)}
_SPELLINGS: Final = (
    (re.compile(r"is(e[ds]?|ing|ations?)$"), r"iz\1"),
    (re.compile(r"our"), "or"),
    (re.compile(r"^program$"), "programme"),
    (re.compile(r"^programs$"), "programmes"),
    (re.compile(r"^center(s?)$"), r"centre\1"),
    (re.compile(r"ll(ed|ing)$"), r"l\1"),
)
_ENGLISH_WORD: Final = re.compile(r"[a-z-]{5,}")
_AS_WELL_AS: Final = ("as", "well", "as")
_LONE_LETTERS: Final = frozenset("ai")
_VOWEL: Final = re.compile("[aeiouy]")


def plain(tokens: Sequence[Token], language: str) -> list[str]:
    """What is left of the tokens: words in their usual spelling and in small letters."""
    small = _SMALL.get(language, frozenset())
    words = []
    for part in (part for token in tokens for part in token.form.lower().split(" ")):
        if part in PUNCTUATION or part in (OBJECT, PARAGRAPH_BREAK):
            continue
        if part.isnumeric() and not part.isascii() and language != "zh":
            continue  # a superscript note mark
        words.append(_usual(_NUMBER_WORDS.get(part, part), language))
    return [word for word in _joined(words) if word not in small]


@lru_cache(maxsize=4096)
def _usual(word: str, language: str) -> str:
    """The word in the spelling that the Secretariat prefers."""
    if language == "en" and _ENGLISH_WORD.fullmatch(word):
        for pattern, usual in _SPELLINGS:
            word = pattern.sub(usual, word)
    return word


def _joined(words: list[str]) -> list[str]:
    """The words with "and" for "as well as"."""
    found: list[str] = []
    for word in words:
        found.append(word)
        if tuple(found[-3:]) == _AS_WELL_AS:
            found[-3:] = ["and"]
    return found


def say_the_same(gone: Sequence[Token], come: Sequence[Token], language: str) -> bool:
    """Whether two stretches differ in nothing that a reader could argue about.

    Words that are joined, or parted by a hyphen or a blank, are the same: "asylum seekers", "asylum-seekers".
    """
    before, after = plain(gone, language), plain(come, language)
    return before == after or (bool(before) and _letters(before) == _letters(after))


def _letters(words: Sequence[str]) -> str:
    return "".join(words).replace("-", "")


def is_torn_word(old: str, new: str) -> bool:
    """Whether one side is the other with a stray blank inside a word, as programs that extract text leave it.

    "well -being" is; so is "t his", of which one piece cannot be a word of English, but not "any one".
    """
    if old == new or re.sub(r"\s", "", old) != re.sub(r"\s", "", new):
        return False
    if re.sub(r"\s*-\s*", "-", old) == re.sub(r"\s*-\s*", "-", new):
        return True
    pieces = set(old.split()) ^ set(new.split())
    return any(_is_no_word(piece) for piece in pieces)


def _is_no_word(piece: str) -> bool:
    if not (piece.isascii() and piece.isalpha()):
        return False
    small = piece.lower()
    return small not in _LONE_LETTERS if len(small) == 1 else piece == small and _VOWEL.search(small) is None
