"""The figures of a text: what every language version of it must have alike.

Numbers, years and days are written with digits in all six languages; symbols and numbers of resolutions are the
same everywhere. What differs by usage is evened out: a Chinese month is a number ("12月"), thousands and decimals are
parted by commas, stops or blanks, Arabic may print the groups of a number from right to left, and Chinese counts by
ten thousands.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache
from typing import Final

from draftdesk.model.paragraph import Span
from draftdesk.wording.citations import DATE, SYMBOL


class FigureKind(StrEnum):
    """What a figure is."""

    SYMBOL = "symbol"
    RESOLUTION = "resolution"
    YEAR = "year"
    MONTH = "month"
    NUMBER = "number"


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure; `value` is the same in all languages, `shown` is what the text has there, a date whole.

    `is_sure`: whether it can be read in one way only. Arabic prints "3-8" for 3.8 and for 3 to 8.
    """

    kind: FigureKind
    value: str
    span: Span
    shown: str
    is_sure: bool = True

    @property
    def digits(self) -> str:
        """The digits that count: the same for 1,200, 1.2 million and 120万."""
        return self.value.replace(".", "").strip("0") or "0"


_MONTH_NAMES: Final = {
    "en": "January February March April May June July August September October November December",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "ru": "январ феврал март апрел ма июн июл август сентябр октябр ноябр декабр",
    "ar": "يناير فبراير مارس أبريل مايو يونيه يوليه أغسطس سبتمبر أكتوبر نوفمبر ديسمبر",
}
_MONTHS: Final = {
    language: {name: str(value) for value, name in enumerate(names.split(), 1)}
    for language, names in _MONTH_NAMES.items()
}
_MONTH_FORMS: Final = {
    "ru": r"\b(?P<name>{names})(?:ь|я|е|ю|ем|й|а|у|ом)?\b",
    "zh": r"(?P<name>\d{{1,2}})月",
}
_USUAL_MONTH: Final = r"(?<![^\W_])(?P<name>{names})(?![^\W_])"

_BLANK: Final = "[ \u00a0\u2009\u202f]"
_END: Final = r"(?![\d/])"
_GROUPED: Final = rf"\d{{1,3}}(?:{_BLANK}\d{{3}})+{_END}"
_COMMA_THOUSANDS: Final = rf"\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?{_END}|{_GROUPED}(?:\.\d+)?|\d+(?:\.\d+{_END})?"
_COMMA_DECIMALS: Final = rf"{_GROUPED}(?:,\d+)?|\d{{1,3}}(?:\.\d{{3}})+{_END}(?:,\d+)?|\d+(?:[.,،]\d+{_END})?"
_NUMBERS: Final = {
    "en": _COMMA_THOUSANDS,
    "zh": _COMMA_THOUSANDS,
    "ar": rf"(?:\d{{3}}{_BLANK})+\d{{1,3}}{_END}|{_COMMA_DECIMALS}",
}
_THOUSANDS_BY_STOP: Final = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?")
_DATE: Final = re.compile(DATE)
_EVEN: Final = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹٫٬", "01234567890123456789,.")
_HYPHENS: Final = str.maketrans("\u2010\u2011", "--")
_YEARS: Final = range(1900, 2100)
_ARABIC_PAIR: Final = re.compile(r"(?<![\d/-])(\d{1,3})-(\d{1,3})(?![\d/-])")
_SICKNESS: Final = re.compile("2019(?=[年新型\\s]{0,4}冠状病毒)")
"""Chinese names the sickness of the pandemic with its year."""


@lru_cache(maxsize=8192)
def figures(text: str, language: str) -> tuple[Figure, ...]:
    """All figures of a text, the sure ones in order and without overlap."""
    even = text.translate(_EVEN)
    silent = {found.start() for found in _SICKNESS.finditer(even)}
    dates = [found.span() for found in _DATE.finditer(even)]
    found_figures = []
    for found in _pattern(language).finditer(even):
        if found.start() in silent:
            continue
        kind, value = _kind_and_value(found, language)
        start, end = found.span()
        whole = next((date for date in dates if date[0] <= start and end <= date[1]), (start, end))
        found_figures.append(Figure(kind, value, Span(start, end), text[whole[0] : whole[1]]))
    return tuple(_with_pairs(found_figures, even) if language == "ar" else found_figures)


def _with_pairs(found: list[Figure], text: str) -> list[Figure]:
    """The figures and, for two of them with a hyphen between, the decimal that they may be."""
    pairs = [match.span() for match in _ARABIC_PAIR.finditer(text)]
    if not pairs:
        return found
    doubtful = [
        replace(one, is_sure=False) if any(s <= one.span.start and one.span.end <= e for s, e in pairs) else one
        for one in found
    ]
    decimals = [
        Figure(FigureKind.NUMBER, text[s:e].replace("-", "."), Span(s, e), text[s:e], is_sure=False) for s, e in pairs
    ]
    return doubtful + decimals


@lru_cache
def _pattern(language: str) -> re.Pattern[str]:
    names = "|".join(_MONTHS.get(language, ()))
    form = _MONTH_FORMS.get(language, _USUAL_MONTH if names else "")
    month = f"(?P<month>{form.format(names=names)})|" if form else ""
    return re.compile(
        rf"(?<![A-Za-z])(?P<symbol>{SYMBOL})|(?<![\d/])(?P<resolution>\d{{1,4}}/\d{{1,4}})(?![\d/])|{month}"
        rf"(?<![\d.,])(?P<number>{_NUMBERS.get(language, _COMMA_DECIMALS)})"
    )


def _kind_and_value(found: re.Match[str], language: str) -> tuple[FigureKind, str]:
    parts, text = found.groupdict(), found.group()
    if parts["symbol"]:
        return FigureKind.SYMBOL, re.sub(r"\s*\(\d{4}\)$", "", text).translate(_HYPHENS).rstrip("-.")
    if parts["resolution"]:
        return FigureKind.RESOLUTION, text
    name = parts.get("name")
    if name:
        return FigureKind.MONTH, name if language == "zh" else _MONTHS[language][name]
    value = _number(text, language)
    is_year = len(text) == 4 and text.isdigit() and int(text) in _YEARS
    return FigureKind.YEAR if is_year else FigureKind.NUMBER, value


def _number(text: str, language: str) -> str:
    """The value of a printed number with a decimal point."""
    groups = re.split(_BLANK, text.replace("،", ","))
    if language == "ar" and len(groups) > 1 and (len(groups[-1]) < 3 or groups[0].startswith("0")):
        groups.reverse()
    joined = "".join(groups)
    if language in ("en", "zh"):
        joined = joined.replace(",", "")
    elif _THOUSANDS_BY_STOP.fullmatch(joined):
        joined = joined.replace(".", "")
    return f"{Decimal(joined.replace(',', '.')).normalize():f}"
