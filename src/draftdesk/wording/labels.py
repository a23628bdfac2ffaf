"""The numbers of paragraphs as printed: "12.", "12 bis.", "(a)", "(ii)", "a.", "PP 3", "OP7 alt".

Levels of subparagraphs are (a), (i), a., i. in English and a), i) in French and Spanish; "bis", "ter" mark a
paragraph put in without renumbering, "alt" an alternative (usage of negotiators).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from draftdesk.model.quick_enum import QuickEnum
from draftdesk.model.value import value


class LabelStyle(QuickEnum):
    """How a number counts."""

    ARABIC = "arabic"
    LETTER = "letter"
    ROMAN = "roman"
    UPPER_LETTER = "upper_letter"
    UPPER_ROMAN = "upper_roman"
    PREAMBULAR = "preambular"
    OPERATIVE = "operative"
    IDEOGRAPH = "ideograph"
    ABJAD = "abjad"
    BULLET = "bullet"


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a number: `value` counts from 1; `insert` is 0, 1 for bis, 2 for ter ...; `alt` likewise."""

    style: LabelStyle
    value: int
    insert: int = 0
    alt: int = 0


@value
class Label:
    """A label at the start of a line.

    `number` is printed without its final stop; line[start:end] is the number with its stop, the text begins
    at `text_start`.
    """

    number: str
    style: LabelStyle
    start: int
    end: int
    text_start: int


INSERTS: Final = ("bis", "ter", "quater", "quinquies", "sexies", "septies", "octies", "nonies", "decies")
_ABJAD: Final = "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ"
_ALT: Final = r"(?:alt|Alt|ALT)\.?(?:[ \u00a0]?\d{1,2})?"
_SUFFIX: Final = rf"(?:[ \u00a0]?(?:{'|'.join(INSERTS)}))?(?:[ \u00a0]?{_ALT}|[ \u00a0]pre)?"
_LATE_SUFFIX: Final = rf"\.[ \u00a0]?(?:(?:{'|'.join(INSERTS)})(?:[ \u00a0]?{_ALT})?|{_ALT})"
"""As some write it behind the stop: "OP12. alt", "3. bis"."""

_NUMBER: Final = re.compile(
    r"[\s\[]*(?P<number>"
    rf"(?P<late>(?:(?:O[Pp]|P[Pp])[ \u00a0.]?)?\d{{1,3}}{_LATE_SUFFIX})[.:]?(?=[\s\]]|$)"
    rf"|(?P<named>(?:O[Pp]|P[Pp])[ \u00a0.]?\d{{1,3}}{_SUFFIX})[.:]?(?=[\s\]]|$)"
    rf"|(?P<stopped>(?:\d{{1,3}}(?:\.\d{{1,2}}){{0,3}}|[a-z]|[ivxl]{{1,6}}|[A-Z]|[IVXLC]{{1,7}}){_SUFFIX})\.(?=[\s\]]|$)"
    r"|(?P<dotted>\d{1,2}(?:\.\d{1,2}){1,3})(?=\s+[\[“\"]?[A-Z])"
    rf"|(?P<tight>\d{{1,3}}{_SUFFIX})\.(?=[A-Z][a-z])"
    rf"|(?P<paren>\(?(?:\d{{1,3}}|[a-z]{{1,2}}|[ivxlc]{{1,7}}|[A-Z]|[{_ABJAD}]){_SUFFIX}\))"
    r"(?=\s|$|[A-Z][a-z]|[\u4e00-\u9fff])"
    r"|(?P<dashed>\d{1,3})[ \u00a0][-–](?=\s)"
    r"|(?P<quoted>‘\d{1,3}’)(?=\s)"
    r"|(?P<other>[㈠-㈩•▪●])"
    r")[.]?[\s]*"
)
_WAYS: Final = ("late", "named", "stopped", "dotted", "tight", "paren", "dashed", "quoted", "other")
"""The groups of the ways to print a number, of which one is not empty."""

_OF_FOUR_FIGURES: Final = re.compile(rf"[\s\[]*(?P<number>(?P<value>\d{{4}}){_SUFFIX})\.(?:\s+|(?=[A-Z][a-z]))")
_MOST_GONE: Final = 20
"""So many paragraphs may be gone, their numbers with them, before one whose number is of four figures."""

_ROMAN: Final = ((100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
_PARTS: Final = re.compile(
    rf"(?P<before>(?:O[Pp]|P[Pp])[ \u00a0.]?|[(‘]?)(?P<core>\d+(?:\.\d+)*|[^\W\d_]+|[㈠-㈩•▪●])"
    rf"(?:\.(?=[ \u00a0]?[a-zA-Z]{{3}}))?(?P<insert>[ \u00a0]?(?:{'|'.join(INSERTS)}))?"
    rf"(?P<alt>[ \u00a0]?{_ALT}|[ \u00a0]pre)?"
    r"(?P<after>[)’]?)\.?$"
)


def split_label(line: str) -> Label | None:
    """The label that a line begins with; None where it begins with text."""
    found = _NUMBER.match(line)
    if found is None:
        return None
    group = next(filter(found.group, _WAYS))
    number = found.group(group)
    ways = readings(number)
    if not ways:
        return None
    end = found.end("number")
    if line[end : end + 1] == "." and group in ("paren", "other"):
        end += 1
    return Label(number, ways[0].style, found.start("number"), end, found.end())


def label_after(line: str, last: int) -> Label | None:
    """The label of four figures that a line begins with where the numbers have come so far; `last` is the last one.

    Anywhere else "2030." is a year at the end of a sentence.
    """
    found = _OF_FOUR_FIGURES.match(line)
    if found is None or not last <= int(found["value"]) <= last + _MOST_GONE:
        return None
    start, end = found.span("number")
    return Label(found["number"], LabelStyle.ARABIC, start, end + 1, found.end())


@lru_cache(maxsize=8192)
def readings(number: str) -> tuple[Reading, ...]:
    """All ways to read a number, the likeliest first: "(i)" is Roman 1 or letter 9; () for no number."""
    parts = _PARTS.fullmatch(number.strip())
    if parts is None:
        return ()
    insert = INSERTS.index(parts["insert"].strip()) + 1 if parts["insert"] else 0
    digits = re.findall(r"\d+", parts["alt"] or "")
    alt = (int(digits[0]) if digits else 1) if parts["alt"] else 0
    core, before = parts["core"], parts["before"].rstrip(" .\u00a0")
    named = {"OP": LabelStyle.OPERATIVE, "PP": LabelStyle.PREAMBULAR}.get(before.upper(), LabelStyle.ARABIC)
    return tuple(Reading(style, value, insert, alt) for style, value in _values(core, named))


def _values(core: str, arabic: LabelStyle) -> list[tuple[LabelStyle, int]]:
    if core[0] in "•▪●":
        return [(LabelStyle.BULLET, 1)]
    if "㈠" <= core <= "㈩":
        return [(LabelStyle.IDEOGRAPH, ord(core) - ord("㈠") + 1)]
    if core[-1].isdecimal():
        return [(arabic, int(core.rpartition(".")[2]))]
    if core in _ABJAD:
        return [(LabelStyle.ABJAD, _ABJAD.index(core) + 1)]
    if not core.isascii():
        return []
    upper = core.isupper()
    low = core.lower()
    roman, letter = _from_roman(low), _from_letters(low)
    ways = []
    if roman and (len(core) > 1 or low in "ivx"):
        ways.append((LabelStyle.UPPER_ROMAN if upper else LabelStyle.ROMAN, roman))
    if letter:
        ways.append((LabelStyle.UPPER_LETTER if upper else LabelStyle.LETTER, letter))
    if roman and len(core) == 1 and low not in "ivx":
        ways.append((LabelStyle.UPPER_ROMAN if upper else LabelStyle.ROMAN, roman))
    return ways


def without_name(number: str) -> str:
    """The number as an issued text prints it: "OP 3 bis" is "3 bis"; what negotiators count as "PP 2" has none."""
    if number.startswith("PP"):
        return ""
    return number.removeprefix("OP").lstrip(" .\u00a0") if number.startswith("OP") else number


def reading_after(number: str, before: Sequence[str]) -> Reading | None:
    """How to read a number that follows others of its list (the nearest last): after "(h)", "(i)" is a letter.

    None where it is no number.
    """
    ways = readings(number)
    for earlier in reversed(before):
        for way in ways:
            for past in readings(earlier):
                if past.style is way.style and way.value == past.value + (0 if way.insert or way.alt else 1):
                    return way
    first = [way for way in ways if way.value == 1]
    return first[0] if first else (ways[0] if ways else None)


def counted(style: LabelStyle, value: int) -> str:
    """The bare numeral: LETTER 27 is "aa", ROMAN 4 is "iv"."""
    match style:
        case LabelStyle.LETTER | LabelStyle.UPPER_LETTER:
            text = chr(ord("a") + (value - 1) % 26) * ((value - 1) // 26 + 1)
        case LabelStyle.ROMAN | LabelStyle.UPPER_ROMAN:
            text = _to_roman(value)
        case LabelStyle.ABJAD:
            text = _ABJAD[(value - 1) % len(_ABJAD)]
        case LabelStyle.IDEOGRAPH:
            text = chr(ord("㈠") + (value - 1) % 10)
        case LabelStyle.BULLET:
            text = "•"
        case _:
            text = str(value)
    return text.upper() if style in (LabelStyle.UPPER_LETTER, LabelStyle.UPPER_ROMAN) else text


def subparagraph_number(level: int, value: int, language: str = "en") -> str:
    """The number of a subparagraph without its final stop; levels from 1: (a), (i), a, i; in Arabic (أ), ‘1’."""
    if language == "ar" and level < 3:
        return f"({counted(LabelStyle.ABJAD, value)})" if level == 1 else f"‘{value}’"
    style = LabelStyle.LETTER if level % 2 else LabelStyle.ROMAN
    numeral = counted(style, value)
    if level > 2:
        return numeral
    return f"{numeral})" if language in ("fr", "es", "ru") else f"({numeral})"


def with_stop(number: str) -> str:
    """A number as it is printed before its paragraph: "12" is "12.", "(a)" and "60/…" stay."""
    return number if not number or number.endswith((")", ".", "’", "…")) or number in "•▪●㈠㈡㈢" else f"{number}."


def _from_letters(text: str) -> int:
    return ord(text[0]) - ord("a") + 1 + 26 * (len(text) - 1) if text == text[0] * len(text) and len(text) < 3 else 0


def _from_roman(text: str) -> int:
    value, rest = 0, text
    for worth, sign in _ROMAN:
        while rest.startswith(sign):
            value, rest = value + worth, rest[len(sign) :]
    return value if not rest and _to_roman(value) == text else 0


def _to_roman(value: int) -> str:
    text = ""
    for worth, sign in _ROMAN:
        while value >= worth:
            text, value = text + sign, value - worth
    return text
