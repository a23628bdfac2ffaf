"""Whether a line of a Word file says what a paragraph of a draft says."""

from __future__ import annotations

import re
from typing import Final

from draftdesk.model.paragraph import Paragraph

_OBJECT: Final = re.compile("⟦[^⟧]*⟧|\ufffc")
_BLANKS: Final = re.compile(r"\s+")
_HYPHENS: Final = str.maketrans({"\u2011": "-"})
_AROUND_NUMBERS: Final = " .()[]"


def source_lines(paragraph: Paragraph) -> str:
    """The full text of a draft's paragraph as a Word file shows it."""
    return paragraph.flat_text()


def says_the_same(line: str, paragraph: Paragraph) -> bool:
    """Whether a line has the words and the number of a paragraph; blanks, objects and hyphens aside."""
    words, text = _plain(line), _plain(paragraph.text)
    if not words.endswith(text):
        return False
    before = words[: len(words) - len(text)].strip(_AROUND_NUMBERS)
    return before in ("", paragraph.number)


def _plain(text: str) -> str:
    return _BLANKS.sub(" ", _OBJECT.sub("", text)).translate(_HYPHENS).strip()
