"""References that a text makes: resolutions, symbols, dates, sessions, meetings, paragraphs.

The patterns name one unit each; a unit is never torn by a comparison and its change is a technical one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache
from typing import Final

from draftdesk.model.paragraph import Span

_S: Final = r"[^\S\u2029]+"
MONTHS: Final = {
    "en": "January|February|March|April|May|June|July|August|September|October|November|December",
    "fr": "janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre",
    "es": "enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre",
    "ru": "января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря",
}
"""The months as alternatives of a pattern, as they stand in a date."""

_MONTHS: Final = (
    f"{'|'.join(MONTHS.values())}|"
    "(?:كانون الثاني|شباط|آذار|نيسان|أيار|حزيران|تموز|آب|أيلول|تشرين الأول|تشرين الثاني|كانون الأول)/\\w+"
)
DATE: Final = (
    rf"\d{{1,2}}(?:er)?{_S}(?:de{_S})?(?:{_MONTHS}){_S}(?:de{_S})?\d{{4}}(?:{_S}года\b)?"
    r"|\d{4}年\d{1,2}月\d{1,2}日"
)
"""A full date in one of the six languages."""

SYMBOL: Final = (
    r"(?:A|E|S|ST|CCPR|CEDAW|CRC|CERD|CAT|CMW|CRPD|FCCC|TD|UNEP|DP|JIU|CBD|HSP|ICCD|CTOC|ISBA|SPLOS|NPT)/[A-Za-z0-9.\-\u2010\u2011]+"
    rf"(?:/[A-Za-z0-9.\-\u2010\u2011]*[A-Za-z0-9])*(?:{_S}\((?:\d{{4}}|[IVXLC]+)\))?"
)
"""A document symbol with its suffixes, "A/C.3/79/L.12/Rev.1", "S/RES/1325 (2000)"."""

RESOLUTION: Final = (
    r"(?:E?S[-\u2010\u2011])?\d{1,4}/\d{1,4}(?![/\dA-Za-z])(?:[^\S\u2029\n][A-Z](?![\w’']))?"
    rf"|\d{{1,4}}(?:{_S}[A-Z])?{_S}\((?:(?:19|20)\d\d|[IVXLCS\-]+)\)"
)
"""The number of a resolution: "78/406", "68/247 B", "1325 (2000)", "217 A (III)"."""

CITATION: Final = (
    rf"(?:{RESOLUTION}){_S}(?:of|du|от|المؤرخ|المؤرخة){_S}(?:{DATE})"
    rf"|(?:{RESOLUTION}),{_S}de{_S}(?:{DATE})"
    r"|\d{4}年\d{1,2}月\d{1,2}日第\d{1,4}/\d{1,4}号"
)
"""A resolution number with its date."""

_ONES: Final = "first|second|third|fourth|fifth|sixth|seventh|eighth|ninth"
_TEENS: Final = "tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth"
_TENS: Final = "twent|thirt|fort|fift|sixt|sevent|eight|ninet"
ORDINAL: Final = (
    rf"(?:{_ONES}|{_TEENS}|(?:{_TENS})ieth|(?:{_TENS})y[-\u2010\u2011](?:{_ONES})|hundredth|\d+(?:st|nd|rd|th))"
)
ORDINAL_WORDS: Final = frozenset(
    [*_ONES.split("|"), *_TEENS.split("|"), "hundredth"]
    + [f"{ten}ieth" for ten in _TENS.split("|")]
    + [f"{ten}y-{one}" for ten in _TENS.split("|") for one in _ONES.split("|")]
)
"""The ordinals up to the hundredth, in words."""

_COUNTED: Final = ("session", "meeting", "segment", "anniversary")
SESSION: Final = (
    rf"(?:{ORDINAL})(?=(?:{_S}(?:special|emergency|regular|resumed|substantive|annual|biennial|high-level|plenary|"
    rf"organizational|management|coordination|humanitarian{_S}affairs))*"
    rf"{_S}(?:{'|'.join(_COUNTED)})s?\b)"
)
"""The ordinal of a session or meeting, where the noun follows."""

PARAGRAPH: Final = (
    rf"\b(?:paras?\.|paragraphs?|agenda items?|items?|paragraphes?|párrafos?|пункта?(?:ми|м|х|ов)?){_S}\d{{1,3}}"
    rf"(?:{_S}\([a-z]{{1,4}}\))*(?:(?:,|{_S}(?:and|to|et|à|y|a|и)){_S}\d{{1,3}}(?!\d|/|{_S}(?:{_MONTHS})))*"
)
"""A reference to a numbered paragraph or agenda item, with its noun."""

YEAR: Final = r"(?<![\d,.])(?:19|20)\d\d(?:[-\u2010-\u2015](?:(?:19|20)\d\d|\d\d))?(?!\d|[,.]\d)"


class ReferenceKind(StrEnum):
    """What a reference names."""

    CITATION = "citation"
    RESOLUTION = "resolution"
    SYMBOL = "symbol"
    DATE = "date"
    SESSION = "session"
    PARAGRAPH = "paragraph"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class Reference:
    """A reference with its span in the text."""

    kind: ReferenceKind
    span: Span


_UNNAMED: Final = (
    rf"(?=[\dA-Z])(?:(?P<citation>{CITATION})|(?P<symbol>{SYMBOL})|(?P<date>{DATE})"
    rf"|(?P<resolution>(?<!/){RESOLUTION}))"
)
_NAMED: Final = rf"(?i:(?=[\dfstenh])(?P<session>{SESSION})|(?=[paiп])(?P<paragraph>{PARAGRAPH}))"
_YEAR: Final = rf"(?P<year>{YEAR})"
_NUMBERED: Final = ("para", "item", "párrafo", "пункт")
"""Without one of these in a text, no paragraph is named in it."""

_SIGNS: Final = re.compile(r"[\d/]")
_BEGINNINGS: Final = re.compile(r"[\dA-Z]")
"""What references begin with that are made without a noun; most letters of a text are none of these."""


@cache
def _pattern(*alternatives: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![A-Za-z\d])(?:{'|'.join(alternatives)})")  # made when a text first may need it


def _found(text: str) -> Iterator[re.Match[str]]:
    """The references of a text in order."""
    holds, has_signs = text.casefold().__contains__, _SIGNS.search(text) is not None
    if any(map(holds, _COUNTED)) or (has_signs and any(map(holds, _NUMBERED))):
        yield from _pattern(_UNNAMED, _NAMED, _YEAR).finditer(text)
        return
    if not has_signs:
        return
    pattern, end = _pattern(_UNNAMED, _YEAR), 0
    for beginning in _BEGINNINGS.finditer(text):
        found = pattern.match(text, beginning.start()) if beginning.start() >= end else None
        if found is not None:
            end = found.end()
            yield found


@lru_cache(maxsize=8192)
def references(text: str) -> tuple[Reference, ...]:
    """All references of a text in order; they do not overlap."""
    return tuple(Reference(ReferenceKind(found.lastgroup or ""), Span(*found.span())) for found in _found(text))


_ORDINALS_ELSEWHERE: Final = {
    "fr": rf"\b(?:première|[\w-]+ième)(?=(?:{_S}\w+)?{_S}(?:session|séance|réunion)s?\b)",
    "es": (
        rf"\b(?:\w+ésim[oa]{_S})?(?:primer[oa]?|segund[oa]|tercer[oa]?|cuart[oa]|quint[oa]|sext[oa]|séptim[oa]|"
        rf"octav[oa]|noven[oa]|\w+[ée]sim[oa])(?={_S}(?:período|sesión|reunión))"
    ),
    "ru": (
        rf"\b(?:\w+десят|сорок|сто)?{_S}?\w+(?:ая|ой|ую|ей|ья|ью|ье|ое|ом|ого)(?={_S}(?:\w+ой{_S})?(?:сесси|заседани))"
    ),
    "ar": rf"(?<=دورتها{_S[:-1]})ال\w+(?:{_S}و\w+)?|(?<=دورته{_S[:-1]})ال\w+(?:{_S}و\w+)?",
    "zh": "第[一二三四五六七八九十百○〇零]+(?=届|次[^，。；]{0,6}会议)",
}


def session_ordinals(text: str, language: str) -> tuple[Span, ...]:
    """Where a text of another language than English has the ordinals of sessions and meetings."""
    pattern = _ORDINALS_ELSEWHERE.get(language)
    return tuple(Span(*found.span()) for found in re.finditer(pattern, text)) if pattern else ()
