"""Words that a misspelt word may be meant for: few letters away, words of resolutions first."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from rapidfuzz.distance import OSA

from draftdesk.wording.word_lists import WordList, plain, word_list

_MOST: Final = 5
_JOINED: Final = 600
"""Words that are written together by a slip are among so many commonest; short ones among a sixth of them."""
_SHORT: Final = 5
"""Words of so many letters at most have one slip; longer ones may have two."""
_ISE: Final = re.compile(r"is(e|ed|es|er|ers|ing|ation|ations|able)$")
_ALPHABETS: Final = {
    "en": "abcdefghijklmnopqrstuvwxyz",
    "fr": "abcdefghijklmnopqrstuvwxyzàâçèéêëîïôùûœ",
}


@lru_cache(maxsize=2048)
def suggested(word: str, language: str) -> tuple[str, ...]:
    """At most five words of the language's list, the likeliest first, with the capital of the word."""
    words, sought = word_list(language), plain(word)
    low = sought.lower()
    found = {near: OSA.distance(low, near.lower()) for near in _near(low, words)}
    ize = _ISE.sub(r"iz\1", low)
    best = sorted(found, key=lambda near: (near != ize, found[near], words.rank(near), near[:1] != low[:1], near))
    if sought[:1].isupper():
        best = [near[:1].upper() + near[1:] for near in best]
    return tuple(dict.fromkeys(near for near in best[:_MOST]))


def _near(word: str, words: WordList) -> Iterator[str]:
    yield from (near for near in _one_slip(word, _ALPHABETS[words.language]) if near in words)
    yield from (one for one in (word.capitalize(),) if one in words)
    parted = ((word[:at], word[at:]) for at in range(2, len(word) - 1))
    yield from (
        f"{first} {second}" for first, second in parted if _is_common(first, words) and _is_common(second, words)
    )
    most = 1 if len(word) <= _SHORT else 2
    for near in words.beginning(word[:1]):
        if abs(len(near) - len(word)) <= most and OSA.distance(word, near, score_cutoff=most) <= most:
            yield near


def _one_slip(word: str, letters: str) -> Iterator[str]:
    for at in range(len(word) + 1):
        before, after = word[:at], word[at:]
        yield from (before + letter + after for letter in letters)
        if after:
            yield before + after[1:]
            yield from (before + letter + after[1:] for letter in letters)
        if len(after) > 1:
            yield before + after[1] + after[0] + after[2:]


def _is_common(word: str, words: WordList) -> bool:
    return words.rank(word) < (_JOINED if len(word) > 3 else _JOINED // 6)
