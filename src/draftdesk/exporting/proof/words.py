"""Whether a line of a Word file says what a paragraph of a draft says."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import Final

from draftdesk.model.paragraph import Paragraph

_OBJECT: Final = re.compile("⟦[^⟧]*⟧|\ufffc")
_BLANKS: Final = re.compile(r"\s+")
_HYPHENS: Final = str.maketrans({"\u2011": "-"})
_AROUND_NUMBERS: Final = " .()[]-–"
_UNSEEN: Final = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff\u0640]")
_QUOTES: Final = str.maketrans("‘’‚‛′´`“”„‟″«»", "'" * 7 + '"' * 7)
_DASHES: Final = str.maketrans("‐‑‒–—―−", "-" * 7)
_BESIDE_SIGNS: Final = (
    r"(?<![^\W\d_\u2e80-\u9fff\uf900-\ufaff]) | (?![^\W\d_\u2e80-\u9fff\uf900-\ufaff])"  # Chinese has no blanks
)
_NUMBER: Final = re.compile(r"[\dA-Za-z]{1,6}")
_TYPED_MARK: Final = re.compile(r"^(?:⟦[^⟧]*⟧|\ufffc)?\s*(?:\d{1,3}|\*{1,3})\s+")
_LABEL: Final = re.compile(r"(OP|PP)[ .]?(.*)")


def source_lines(paragraph: Paragraph) -> str:
    """The full text of a draft's paragraph as a Word file shows it."""
    return paragraph.flat_text()


def says_the_same(line: str, paragraph: Paragraph) -> bool:
    """Whether a line has the words and the number of a paragraph; blanks, objects and hyphens aside."""
    words, text = _plain(line), _plain(paragraph.text)
    if not words.endswith(text):
        return False
    before = words[: len(words) - len(text)].strip(_AROUND_NUMBERS)
    return before in ("", paragraph.number.strip(_AROUND_NUMBERS))


def says_in_effect(line: str, paragraph: Paragraph) -> bool:
    """Whether a line has the words and the number of a paragraph of a text or PDF.

    Such a text does not know the base's kinds of blanks, quotes and hyphens, nor blanks beside signs and figures;
    it may call operative paragraphs "OP 3", count preambular ones, or leave all numbers out.
    """
    words, text = _bare(line), _bare(paragraph.text)
    if not words.endswith(text):
        return False
    before = words[: len(words) - len(text)].strip(_AROUND_NUMBERS)
    label = _LABEL.fullmatch(paragraph.number)
    number = paragraph.number if label is None else label[2] if label[1] == "OP" else ""
    is_kept = not number and _NUMBER.fullmatch(before) is not None
    return before in ("", _bare(number).strip(_AROUND_NUMBERS)) or is_kept


def says_note(line: str, text: str) -> bool:
    """Whether a note of a Word file says what a note of a text or PDF says; a mark typed before it is no word."""
    lines, texts = ({_bare(one), _bare(_TYPED_MARK.sub("", one.strip()))} for one in (line, text))
    return bool(lines & texts)


def _plain(text: str) -> str:
    return _BLANKS.sub(" ", _OBJECT.sub("", text)).translate(_HYPHENS).strip()


def _bare(text: str) -> str:
    """Nothing but words, figures and signs, in one form each."""
    seen = unicodedata.normalize("NFKC", _UNSEEN.sub("", _OBJECT.sub("", text).translate(_QUOTES).translate(_DASHES)))
    return _beside_signs().sub("", _BLANKS.sub(" ", seen)).strip()


@cache
def _beside_signs() -> re.Pattern[str]:
    return re.compile(_BESIDE_SIGNS)  # takes longer than any other, and only texts and PDF ask for it
