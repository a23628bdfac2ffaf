"""English number words: "three", "seventy-eighth", and the figure with its ending, "82nd"."""

from __future__ import annotations

import re
from typing import Final

_ONES: Final = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_TENS: Final = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_ODD_ORDINALS: Final = {
    "one": "first", "two": "second", "three": "third", "five": "fifth", "eight": "eighth", "nine": "ninth",
    "twelve": "twelfth",
}  # fmt: skip
_JOINT: Final = re.compile(r"[-\u2010\u2011 ]")


def cardinal(value: int) -> str:
    """0 to 199 in words: "two", "seventy-eight", "one hundred and five"; raises ValueError beyond."""
    if not 0 <= value < 200:
        raise ValueError(value)
    if value >= 100:
        rest = value - 100
        return f"one hundred and {cardinal(rest)}" if rest else "one hundred"
    if value < 20:
        return _ONES[value]
    tens, ones = divmod(value, 10)
    return _TENS[tens - 2] + (f"-{_ONES[ones]}" if ones else "")


def ordinal(value: int) -> str:
    """1 to 199 in words: "third", "seventy-eighth"; raises ValueError beyond."""
    words = cardinal(value)
    at = max(words.rfind("-"), words.rfind(" ")) + 1
    head, last = words[:at], words[at:]
    if last in _ODD_ORDINALS:
        return head + _ODD_ORDINALS[last]
    return f"{head}{last[:-1]}ieth" if last.endswith("y") else f"{head}{last}th"


def ordinal_figure(value: int) -> str:
    """The figure with its ending: "82nd", "11th"."""
    if value % 100 in (11, 12, 13):
        return f"{value}th"
    return f"{value}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(value % 10, 'th') }"


_CARDINALS: Final = {cardinal(value): value for value in range(200)}
_ORDINALS: Final = {ordinal(value): value for value in range(1, 200)}


def value_of_cardinal(words: str) -> int | None:
    """What a number word counts, whatever its hyphen and case; None for no number up to 199."""
    return _CARDINALS.get(_hyphened(words))


def value_of_ordinal(words: str) -> int | None:
    """What an ordinal in words counts; None for none up to 199."""
    return _ORDINALS.get(_hyphened(words))


def _hyphened(words: str) -> str:
    """The words as they are known: small, tens and ones joined by a plain hyphen."""
    return words.lower() if "hundred" in words else _JOINT.sub("-", words.lower(), count=1)


_ENDINGS: Final = ("s", "fold", "some")


def value_of_number(words: str) -> int | None:
    """What a number counts, whether it is cardinal, ordinal, plural or a multiple: "two", "thirds", "tenfold"."""
    bare = next((words.removesuffix(ending) for ending in _ENDINGS if words.endswith(ending)), words)
    for form in (words, bare):
        value = value_of_cardinal(form)
        if value is None:
            value = value_of_ordinal(form)
        if value is not None:
            return value
    return None
