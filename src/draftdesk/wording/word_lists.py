"""The words of a language: the bundled list of forms and the words of adopted resolutions (decision 20).

Nothing is read before the first word is asked for. A list stays one block of bytes: half a million French forms as
strings would take 45 MB, as bytes they take five.
"""

from __future__ import annotations

import gzip
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import Final

from draftdesk.resources import resource

SPELLED: Final = frozenset({"en", "fr"})
"""Languages that have a list."""

_APOSTROPHE: Final = str.maketrans("’ʼ\u2011", "''-")


@dataclass(frozen=True, slots=True)
class _Lines:
    """A sorted block of lines as a sequence of offsets: what stands at an offset is the line around it."""

    block: bytes = field(repr=False)

    def __len__(self) -> int:
        return len(self.block)

    def __getitem__(self, at: int) -> bytes:
        start = self.block.rfind(b"\n", 0, at) + 1
        return self.block[start : self.block.find(b"\n", at)]

    def __contains__(self, word: object) -> bool:
        if not isinstance(word, str):
            return False
        line = word.encode()
        at = bisect_left(self, line)
        return at < len(self.block) and self[at] == line

    def beginning(self, letters: str) -> Iterator[str]:
        """The words that begin so."""
        start, end = (bisect_left(self, letters.encode() + more) for more in (b"", b"\xff"))
        yield from self.block[self.block.rfind(b"\n", 0, start) + 1 : end].decode().split()


@dataclass(frozen=True, slots=True)
class WordList:
    """The words of one language. `ranks`: words of adopted resolutions, the commonest first from 0."""

    language: str
    lines: _Lines
    ranks: dict[str, int]

    def __contains__(self, word: object) -> bool:
        """Whether a word is written so; a capital, or capitals throughout, does no harm."""
        if not isinstance(word, str):
            return False
        word = plain(word)
        return any(form in self.ranks or form in self.lines for form in _forms(word))

    def beginning(self, letters: str) -> Iterator[str]:
        """All words that begin so."""
        yield from self.lines.beginning(letters)
        yield from (word for word in self.ranks if word.startswith(letters))

    def rank(self, word: str) -> int:
        """How common a word is in resolutions, 0 the commonest; rare ones come last."""
        return self.ranks.get(word, len(self.ranks))


def plain(word: str) -> str:
    """A word with the apostrophes and hyphens that the lists have."""
    return word.translate(_APOSTROPHE)


def _forms(word: str) -> tuple[str, ...]:
    if word.isupper():
        return word, word.lower(), word.capitalize()
    return (word, word[:1].lower() + word[1:]) if word[:1].isupper() else (word,)


@cache
def word_list(language: str) -> WordList:
    """The words of a language of `SPELLED`; read at the first call, then kept."""
    block = gzip.decompress(resource("words", f"{language}.txt.gz").read_bytes())
    adopted = resource("words", f"adopted_{language}.txt").read_text(encoding="utf-8").splitlines()
    words = (line for line in adopted if line and not line.startswith("#"))
    return WordList(language, _Lines(block), {word: rank for rank, word in enumerate(words)})
