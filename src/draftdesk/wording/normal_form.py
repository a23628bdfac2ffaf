"""The normal form of a text: two texts that differ in noise alone have the same one.

Noise is what a reader would not call a change: the kind of quotes, hyphens and blanks, soft and zero-width
characters, ligatures, a line broken after a hyphen, page headers inside a hard-wrapped paragraph, Arabic
tatweel, optional vowel marks and blanks at a slash, and how accents are composed.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final

from draftdesk.model.paragraph import OBJECT, Span

_FOLDED: Final = {
    **dict.fromkeys("‘’‚‛′ʼ`´＇", "'"),
    **dict.fromkeys("“”„‟″«»", '"'),
    **dict.fromkeys("‐‑‒–—―−﹣－", "-"),
    **dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e"),
    **dict.fromkeys("\u2066\u2067\u2068\u2069\u0640\u0670"),
    **dict.fromkeys(map(chr, range(0x064B, 0x0653))),
}
_FOLD: Final = str.maketrans(_FOLDED)
_COMPATIBLE: Final = re.compile("[\ufb00-\ufdff\ufe70-\ufefc]")
_BROKEN_HYPHEN: Final = re.compile(r"(?<=\w)-\s*\n\s*(?=\w)")
_BLANKS: Final = re.compile(r"[^\S\u2029]{2,}|[^\S\u2029 ]")
"""Blanks that are not one space already."""

_ARABIC_SLASH: Final = re.compile("(?<=[\u0620-\u064a]) ?/ ?(?=[\u0620-\u064a])")
"""Between the two names of a month Arabic texts have a slash with or without a blank, where a line may end."""

_FURNITURE_LINE: Final = (
    r"(?:"
    r"(?:A|E|S|ST)/[A-Z0-9.\-/]*\d[A-Z0-9.\-/]*(?:[ \t]\(\d{4}\)|[ \t][A-Z])?"  # a symbol alone
    r"|\d{1,3}(?:[ \t]?/[ \t]?\d{1,3})?"  # a page number, "2/22"
    r"|(?:Page|page)[ \t]\d{1,4}(?:[ \t]of[ \t]\d{1,4})?"
    r"|\d{2}-\d{5}(?:[ \t]\([A-Z]\))?|\*\d{7}\*"  # a job number, its bar code
    r"|_{6,}|-{3,}"  # the rule above footnotes
    r")"
)
FURNITURE_INSIDE: Final = rf"(?:[^\S\u2029]*\n[ \t]*{_FURNITURE_LINE}[ \t]*(?=\n|$))+"
"""Lines inside a hard-wrapped text that hold a page header or number and nothing else."""

_FURNITURE: Final = re.compile(FURNITURE_INSIDE)
_NOTE_MARKS: Final = re.compile(f"[{OBJECT}⁰¹²³⁴-⁹]+")


def folded(piece: str) -> str:
    """A word or mark with quotes, hyphens, invisible characters and ligatures folded; blanks are kept."""
    if piece.isascii():
        return piece
    if _COMPATIBLE.search(piece):
        piece = _COMPATIBLE.sub(lambda found: unicodedata.normalize("NFKC", found.group()), piece)
    return unicodedata.normalize("NFC", piece.translate(_FOLD))


def without_furniture(text: str) -> str:
    """The text without page headers and page numbers that stand on lines of their own inside it."""
    return _FURNITURE.sub("", text) if "\n" in text else text


def furniture_inside(text: str) -> list[Span]:
    """Where page headers and page numbers stand on lines of their own inside the text."""
    return [Span(*found.span()) for found in _FURNITURE.finditer(text)] if "\n" in text else []


@lru_cache(maxsize=8192)
def normal_form(text: str) -> str:
    """What is left of a text without noise; blanks are single spaces, none at the ends."""
    text = folded(without_furniture(text))
    if "\n" in text:
        text = _BROKEN_HYPHEN.sub("-", text)
    text = _BLANKS.sub(" ", text).strip()
    return text if text.isascii() else _ARABIC_SLASH.sub("/", text)


def matching_form(text: str) -> str:
    """The normal form without note marks: equal for paragraphs that say the same."""
    form = normal_form(text)
    return form if form.isascii() else _NOTE_MARKS.sub("", form)


def is_noise(old: str, new: str) -> bool:
    """Whether two texts differ in noise alone (or not at all)."""
    return old == new or normal_form(old) == normal_form(new)
