"""Which of the six official languages a text is in, and which way its lines run."""

from __future__ import annotations

import re
from collections import Counter
from enum import StrEnum
from string import ascii_letters
from typing import Final

_SAMPLE: Final = 20_000
_NO_LETTERS: Final = {byte: " " for byte in range(256) if not chr(byte).isalpha()}
_LATIN_LETTERS: Final = bytes(range(256)).decode("latin-1").translate(_NO_LETTERS).encode("latin-1")
"""Each letter of Latin-1 as it is, a blank for all else."""

_COMMON_WORDS: Final = {
    "en": "the of and to in its that for on by with as at from which their",
    "fr": "le la les de des du et à en dans que par pour sur au aux une un ses",
    "es": "el la los las de del y en que por para con su al una un sus",
}
_COMMON: Final = {code: frozenset(words.encode("latin-1").split()) for code, words in _COMMON_WORDS.items()}


_LATIN: Final = re.compile("[A-Za-z\u00aa-\u024f]+")
_ASCII_LETTERS: Final = ascii_letters.encode()
_SCRIPTS: Final = {"ru": ("[\u0400-\u04ff]+", 1), "zh": ("[\u4e00-\u9fff]+", 3), "ar": ("[\u0600-\u06ff]+", 1)}
"""The letters of other scripts and what one weighs: a Chinese character says as much as a word of some letters."""

_HEAVIEST: Final = 3


class Direction(StrEnum):
    """Which way lines run."""

    LEFT_TO_RIGHT = "ltr"
    RIGHT_TO_LEFT = "rtl"


def guess_language(text: str, otherwise: str = "en") -> str:
    """The code of the language a text is in: by its script, then by its commonest words."""
    text = text[:_SAMPLE]
    script = _script(text)
    if script:
        return script
    counted = Counter(text.lower().encode("latin-1", "replace").translate(_LATIN_LETTERS).split())
    counts = {code: sum([counted[word] for word in common]) for code, common in _COMMON.items()}
    best = max(counts, key=lambda code: counts[code])
    return best if counts[best] else otherwise


def _script(text: str) -> str:
    """The language that has its own script and most of a text, "" for Latin letters."""
    bare = text.encode("ascii", "ignore")
    least = len(bare) - len(bare.translate(None, _ASCII_LETTERS))
    if least > _HEAVIEST * (len(text) - least):
        return ""  # without a look at those that bear accents
    latin = sum(map(len, _LATIN.findall(text)))
    if latin > _HEAVIEST * (len(text) - latin):
        return ""  # whatever the rest is; other patterns take long to compile
    letters = {code: weight * sum(map(len, re.findall(letter, text))) for code, (letter, weight) in _SCRIPTS.items()}
    script = max(letters, key=lambda code: letters[code])
    return script if letters[script] >= latin else ""


def direction_of(language: str) -> Direction:
    """The direction of a language's lines."""
    return Direction.RIGHT_TO_LEFT if language == "ar" else Direction.LEFT_TO_RIGHT
