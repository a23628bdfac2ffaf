"""Hyphens that a program took away at the ends of lines of a PDF: "SecretaryGeneral", "costeffective".

pdftotext joins a word that is parted at its hyphen. The hyphen comes back where the text itself has the word
with it elsewhere, where the word is an ordinal, and where a capital letter stands inside the word.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from draftdesk.reading.text_lines import TextLine
from draftdesk.wording.citations import ORDINAL_WORDS

_COMPOUND: Final = re.compile(r"[^\W\d_]+(?:[-\u2011][^\W\d_]+)+")
_LAST_WORD: Final = re.compile(r"[^\W\d_]{6,}(?=\W*$)")
_CAPITAL_INSIDE: Final = re.compile(r"(?<=[a-z]{3})(?=[A-Z][a-z]{3})")


def with_hyphens(lines: Sequence[TextLine]) -> list[TextLine]:
    """The lines with the hyphens of their last words, in a text that was taken from pages."""
    if not any(line.page for line in lines):
        return list(lines)
    known = {_key(word): word for word in ORDINAL_WORDS if "-" in word}
    for line in lines:
        known |= {_key(word): word.lower() for word in _COMPOUND.findall(line.text)}
    return [replace(line, text=_LAST_WORD.sub(lambda found: _repaired(found[0], known), line.text)) for line in lines]


def _repaired(word: str, known: dict[str, str]) -> str:
    form = known.get(word.lower())
    if form is None:
        return _CAPITAL_INSIDE.sub("-", word)
    letters = iter(word)
    return "".join(sign if sign in "-\u2011" else next(letters) for sign in form)


def _key(word: str) -> str:
    return re.sub("[-\u2011]", "", word).lower()
