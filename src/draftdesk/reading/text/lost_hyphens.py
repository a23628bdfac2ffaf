"""Hyphens that a program took away at the ends of lines of a PDF: "SecretaryGeneral", "costeffective".

pdftotext joins a word that is parted at its hyphen, and with it the two lines, so that the line is too long and
the word stands where it should have ended. The hyphen comes back where the text has the word with it elsewhere,
where resolutions always write the word with it, and where a capital letter stands inside it. Others leave a blank for
the hyphen, "middle income countries"; it comes back where the text, or the list, has the two words with it. Before a
hyphen at which no line breaks some programs put a blank, "two -State", "2024 –2034"; that goes.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from draftdesk.reading.page_furniture import is_job_number
from draftdesk.reading.text.lines import TextLine
from draftdesk.wording.compounds import compounds

_COMPOUND: Final = re.compile(r"[^\W\d_]+(?:[-\u2011][^\W\d_]+)+")
_WORD: Final = re.compile(r"[^\W\d_]+(?:[-\u2011][^\W\d_]+)*")
_BLANK_BEFORE: Final = re.compile(
    r"(?<=[^\W\d_]) (?=[-\u2011](?:[^\W\d_]|\d+/\d|,))|(?<=COVID) (?=-19\b)"
    r"|(?<=\b(?:19|20)\d\d) ?(?=– ?(?:(?:19|20)\d\d\b|$))|(?<=\b(?:19|20)\d\d–) (?=(?:19|20)\d\d\b)"
    r"|(?<=\b(?:19|20)\d\d –) (?=(?:19|20)\d\d\b)"
)
_PAIR: Final = re.compile(r"(?<![-\u2011])\b([^\W\d_]+) (?=([^\W\d_]+)\b)")
_LEAST_LETTERS: Final = 6
_LETTERS: Final = re.compile(r"[^\W\d_]+")
_CAPITAL_INSIDE: Final = re.compile(r"(?<=[a-z]{3})(?=[A-Z][a-z]{3})")
_WIDEST: Final = 0.9  # of the lines in order of length
_TOO_LONG: Final = 1.04
_AROUND_END: Final = (0.7, 1.06)  # of the width: where a line ends
_MOST_LOST: Final = 3  # a word that is there more often is one word


def with_hyphens(lines: Sequence[TextLine]) -> list[TextLine]:
    """The lines with the hyphens of words at their ends, in a text that was taken from pages."""
    filled = [line.text for line in lines if not line.is_blank]
    if not filled or not is_of_pages(lines):
        return list(lines)
    width = sorted(map(len, filled))[int(len(filled) * _WIDEST)]
    words = _Words.of(filled)
    return [replace(line, text=_repaired(line.text, width, words)) for line in lines]


def is_of_pages(lines: Sequence[TextLine]) -> bool:
    """Whether a program took the lines from pages: it says where they end, or job numbers stand between them."""
    return any(line.page or is_job_number(line.text) for line in lines)


@dataclass(frozen=True, slots=True)
class _Words:
    """How often each word stands in a text, in small letters; its compounds by their letters alone, and how often."""

    single: Counter[str]
    forms: dict[str, str]
    compounds: Counter[str]
    pairs: Counter[str]

    @classmethod
    def of(cls, lines: Sequence[str]) -> _Words:
        found = [word.lower() for line in lines for word in _COMPOUND.findall(line)]
        forms = {_key(word): word for word in sorted(found, key=len)}  # the form with most hyphens is the last
        single = Counter(word.lower() for line in lines for word in _LETTERS.findall(line))
        pairs = Counter(f"{one[1]}{one[2]}".lower() for line in lines for one in _PAIR.finditer(line))
        return cls(single, forms, Counter(map(_key, found)), pairs)


def _repaired(text: str, width: int, words: _Words) -> str:
    is_long = len(text) > _TOO_LONG * width
    start, end = (int(share * width) for share in _AROUND_END)

    last = max((one.start() for one in _WORD.finditer(text)), default=0)

    def hyphened(found: re.Match[str]) -> str:
        if len(found[0]) < _LEAST_LETTERS:
            return found[0]
        known = compounds().get(_key(found[0]), "")
        if len(known) > len(found[0]):
            return _written(found[0], known)
        at_line_end = is_long and found.start() <= end and found.end() >= start
        return _with_hyphen(found[0], words) if at_line_end or found.start() == last else found[0]

    if is_long:
        text = _with_hyphen_for_blank(text, start, end, words)
    return _BLANK_BEFORE.sub("", _WORD.sub(hyphened, text))


def _with_hyphen_for_blank(text: str, start: int, end: int, words: _Words) -> str:
    """The text with a hyphen where the line may have ended and the words that stand there are written with one."""
    found = [one for one in _PAIR.finditer(text, start) if one.end() <= end and _is_compound(one[1], one[2], words)]
    if not found:
        return text
    at = found[-1].end() - 1
    return f"{text[:at]}-{text[at + 1 :]}"


def _is_compound(one: str, other: str, words: _Words) -> bool:
    key, form = f"{one}{other}".lower(), f"{one}-{other}".lower()
    listed = compounds().get(key) == form
    is_parted = words.pairs[key] <= max(_MOST_LOST, words.compounds[key])
    return (listed or words.forms.get(key) == form) and is_parted


def _with_hyphen(word: str, words: _Words) -> str:
    key = _key(word)
    form = words.forms.get(key, "")
    is_parted = words.single[key] <= max(_MOST_LOST, words.compounds[key])
    if len(key) < _LEAST_LETTERS or len(form) <= len(word) or not is_parted:
        return _CAPITAL_INSIDE.sub("-", word)
    return _written(word, form)


def _written(word: str, form: str) -> str:
    """The letters of a word with the hyphens of its form."""
    letters = iter(re.sub("[-\u2011]", "", word))
    return "".join(sign if sign in "-\u2011" else next(letters) for sign in form)


def _key(word: str) -> str:
    return word.replace("-", "").replace("\u2011", "").lower()
