"""Arabic lines: from the order in which letters stand on a page to the order in which they are read.

A line is read from the right; numbers and Latin words in it, with the signs between their parts, from the
left (the plain cases of the Unicode bidirectional algorithm, run backwards).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final, TypeVar

_ARABIC_LETTER: Final = re.compile("[\u0620-\u064a\u066e-\u06d3\ufb50-\ufdff\ufe70-\ufefc]")
_ARABIC: Final = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_LATIN: Final = re.compile("[A-Za-z\u00c0-\u024f]")
RAISED: Final = "\ue000"
"""Stands for a letter of a raised mark, which no number beside it takes in."""

_OTHER: Final = r"[^\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\ue000]"
_NUMBER_BEHIND: Final = re.compile(r"(?P<own>.*[A-Za-z0-9])(?=\s*[()\[\]](?:\s*\d{1,3}|\s+\d{4})$).*", re.DOTALL)
"""A number behind a Latin stretch in brackets is read before it: "23 (A/77/23)"; the year of "1325(2000)" is not."""

_NO_STROKE: Final = frozenset("/.,:;-–—()[]«»\"'“”‘’%*")
_FROM_LEFT: Final = re.compile(
    rf"{RAISED}+|[A-Za-z\u00c0-\u024f](?:{_OTHER}*[A-Za-z\u00c0-\u024f0-9%])?"
    r"|[0-9\u0660-\u0669](?:[0-9\u0660-\u0669A-Za-z./,:]*[0-9\u0660-\u0669A-Za-z%])?"
)
STROKE: Final = "\u0640"
"""What lengthens an Arabic word in a justified line (tatweel)."""

_ALEF_LAM: Final = re.compile("[\u0622\u0623\u0625\u0627\u0671]\u0644")
_BOWLS: Final = frozenset("\u062c\u062d\u062e")
_JOINS: Final = re.compile("[\u0626\u0628\u062a-\u062e\u0633-\u063a\u0641-\u0647\u064a]")
"""Letters that join the one behind them."""

_BEHIND: Final = 1e-3  # points; less than letters are apart
_BRACKETS: Final = (("(", ")"), ("[", "]"), ("«", "»"))

_Letter = TypeVar("_Letter")


def is_right_to_left(text: str) -> bool:
    """Whether most letters of a line are Arabic."""
    arabic = len(_ARABIC.findall(text))
    return arabic > 0 and arabic > len(_LATIN.findall(text))


def is_arabic_letter(character: str) -> bool:
    """Whether a character is a letter of the Arabic script."""
    return _ARABIC_LETTER.match(character) is not None


def in_one_ligature(text: str, following: str) -> str:
    """The letters of one ligature as they are read; `following` comes next in the order in which PDFium gives them.

    It turns Arabic stretches round as if they stood in the order of the page, and so the letters of a ligature, which
    files name in reading order. Lam and alef are told apart by themselves: alef joins no letter behind it.
    """
    if not (_ARABIC.match(text) and _ARABIC.match(following)):
        return text + following
    turned = following + text
    return turned[::-1] if _ALEF_LAM.fullmatch(turned) else turned


def places_of(letters: Sequence[tuple[str, float, float]], begins: Sequence[int]) -> list[float]:
    """Where letters stand in a line, as numbers that grow from left to right: their text, left and right edge.

    `begins`: where a new run of letters of the file begins among them. The middle of a letter tells; but in faces
    such as Amiri a letter stands over the next one, which is the wider: there the run, given from the right, tells.
    Between runs only jim, hah and khah are known to stand under a letter that joins them.
    """
    places = [left + right for _, left, right in letters]
    for start, end in pairwise([*begins, len(letters)]):
        if end - start < 2 or letters[start][1] < letters[end - 1][1]:
            continue
        for at in range(start + 1, end):
            (before, left, _), (own, own_left, _) = letters[at - 1], letters[at]
            is_under = places[at] >= places[at - 1] and own_left < left
            if is_under and _ARABIC_LETTER.match(before) and _ARABIC_LETTER.match(own):
                places[at] = places[at - 1] - _BEHIND
    order = sorted(range(len(letters)), key=places.__getitem__)
    for left, right in pairwise(order):
        (over, begin, _), (under, own_left, _) = letters[left], letters[right]
        if under in _BOWLS and own_left <= begin < letters[right][2] and _JOINS.match(over):
            places[right] = places[left] - _BEHIND
    return places


def in_reading_order(letters: Sequence[_Letter], text: str) -> list[_Letter]:
    """Letters given from left to right, as a reader of Arabic reads them.

    `text` has one character for each of them.
    """
    ordered: list[_Letter] = []
    end = len(letters)
    for start, stop in reversed(list(_stretches(text))):
        ordered += reversed(letters[stop:end])
        ordered += letters[start:stop]
        end = start
    return ordered + list(reversed(letters[:end]))


def _stretches(text: str) -> Iterator[tuple[int, int]]:
    """The stretches of a line that run from the left."""
    for found in _FROM_LEFT.finditer(text):
        parted = _NUMBER_BEHIND.fullmatch(found[0]) if found[0][:1].isalpha() else None
        if parted is None:
            yield found.span()
            continue
        cut = found.start() + len(parted["own"])
        number = re.search(r"\d+$", found[0])
        yield found.start(), cut
        if number is not None:
            yield found.start() + number.start(), found.end()


@dataclass(frozen=True, slots=True)
class Placed:
    """A letter of a line: its text, its edges, whether it is raised, whether its face is slanted."""

    text: str
    left: float
    right: float
    is_raised: bool = False
    is_slanted: bool = False


def lengthening(letters: Sequence[Placed], reach: float) -> list[int]:
    """Which letters of a line, given from left to right, are strokes that lengthen a word under some other name.

    Fonts of which a file holds a part only may name the stroke "@" or "6". It gives itself away by touching Arabic
    letters on both sides, which no figure or sign does; a slash does, but not in the slanted words of an opening.
    """
    found: list[int] = []
    at = 0
    while at < len(letters):
        end = at + 1
        while end < len(letters) and letters[end].text == letters[at].text:
            end += 1
        if _is_stroke(letters, at, end, reach):
            found += range(at, end)
        at = end
    return found


def _is_stroke(letters: Sequence[Placed], start: int, end: int, reach: float) -> bool:
    one = letters[start]
    if start == 0 or end >= len(letters) or len(one.text) != 1 or one.is_raised or one.text.isspace():
        return False
    if one.text in _NO_STROKE and not (one.text == "/" and one.is_slanted):
        return False
    before, after = letters[start - 1], letters[end]
    if _ARABIC.match(one.text) or not (is_arabic_letter(before.text) and is_arabic_letter(after.text)):
        return False
    return one.left - before.right < reach and after.left - letters[end - 1].right < reach


def with_brackets_turned(text: str) -> str:
    """An Arabic text with its brackets opening before they close.

    A bracket is printed mirrored in a line that runs from the right, and programs store it either way, even
    within one line. Pairs that do not come out even are left alone.
    """
    for opening, closing in _BRACKETS:
        places = [at for at, character in enumerate(text) if character in (opening, closing)]
        if len(places) % 2 == 0:
            letters = list(text)
            for count, at in enumerate(places):
                letters[at] = closing if count % 2 else opening
            text = "".join(letters)
    return text
