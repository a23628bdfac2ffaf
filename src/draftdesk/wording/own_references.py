"""References of a text to paragraphs of the same text: "paragraph 5 above", "subparagraphs (a) and (b) below".

What names another document ("paragraph 5 of its resolution 77/165", "article 2, paragraph 5") is none. One without
"above", "below" or "of the present resolution" counts only where its paragraph names no other document (in 70
issued files 84 of 93 references named another one, and the others all said "above"). Chinese texts are not looked
at.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from draftdesk.model.paragraph import Span
from draftdesk.wording.citations import ReferenceKind, references
from draftdesk.wording.labels import INSERTS


@dataclass(frozen=True, slots=True)
class Named:
    """One paragraph that a reference names: `path` is ("8", "c") for "8 (c)", `span` its place in the text.

    `whole` is the place of the whole reference, `joint` what stands between this number and the next ("" after
    the last). `is_relative`: the path begins in the list that the reference itself stands in. `is_tail`: the
    text has the end of the path here only, "(d)" in "paragraphs 8 (c) and (d)".
    """

    path: tuple[str, ...]
    span: Span
    whole: Span
    joint: str = ""
    is_relative: bool = False
    is_tail: bool = False


@dataclass(frozen=True, slots=True)
class _Usage:
    """The words of a language: nouns, what makes a reference one to the present text, what joins numbers."""

    noun: str
    inner: str
    own: str
    joint: str
    over: str


_S: Final = r"[^\S\n\u2029]+"
_COUNTS: Final = re.compile(r"[\d)]")
_NUMBER: Final = rf"\d{{1,3}}(?:{_S}(?:{'|'.join(INSERTS)}))?(?![\d/])(?!\.\d)"
_LETTERS: Final = r"\(?[a-z]{1,4}\)"
_DEEP: Final = rf"{_LETTERS}(?:{_S}{_LETTERS})*"
_USAGES: Final = {
    "en": _Usage(
        r"\bparagraphs?",
        r"\bsubparagraphs?",
        r",?{s}(?:above|below)\b|{s}of{s}(?:the{s}present|this){s}(?:resolution|decision|declaration|annex)\b",
        r",{s}and{s}|,{s}|{s}and{s}|{s}or{s}|{s}to{s}|–|-",
        r"{s}of{s}",
    ),
    "fr": _Usage(
        r"\bparagraphes?",
        r"\balinéas?",
        r"{s}ci-(?:dessus|dessous|après)|{s}de{s}la{s}présente{s}résolution\b",
        r",{s}|{s}et{s}|{s}ou{s}|{s}à{s}",
        r"{s}du{s}",
    ),
    "es": _Usage(
        r"\bpárrafos?",
        r"\bapartados?",
        r"{s}(?:supra|infra)\b|{s}de{s}la{s}presente{s}resolución\b",
        r",{s}|{s}y{s}|{s}o{s}|{s}a{s}",
        r"{s}del{s}",
    ),
    "ru": _Usage(
        r"\bпункт(?:а|у|ом|е|ы|ов|ам|ами|ах)?",
        r"\bподпункт(?:а|у|ом|е|ы|ов|ам|ами|ах)?",
        r",?{s}(?:выше|ниже)\b|{s}настоящей{s}резолюции\b",
        r",{s}|{s}и{s}|{s}или{s}|–|-",
        r"{s}",
    ),
    "ar": _Usage(
        r"(?:ال|لل)?فقر(?:ة|ات|تين|تان)",
        r"(?:ال|لل)?فقر(?:ة|ات){s}الفرعية",
        r"{s}(?:أعلاه|أدناه)|{s}من{s}هذا{s}القرار",
        r"،?{s}و{s}?",
        r"{s}من{s}",
    ),
}
_OTHER: Final = re.compile(
    r"\b(?:articles?|sections?|chapters?|annex(?:es)?|Charter|Conventions?|Covenants?|Protocols?|Agreements?|Treaty|"
    r"Declarations?|reports?|notes? by|decisions?|Documents?|Agenda|Statute|Programmes?|Plan|Rules|letters?|"
    r"resolutions?|thereof|Conclusions|Principles)\b"
)
_PRESENT: Final = re.compile(rf"(?:the{_S}present|this){_S}(?:resolution|decision|declaration)")
_NAMING_OTHERS: Final = frozenset({ReferenceKind.CITATION, ReferenceKind.RESOLUTION, ReferenceKind.SYMBOL})
_AFTER_ARTICLE: Final = re.compile(
    rf"\b(?:articles?|sections?|rules?|annex){_S}[\w.]+(?:{_S}\(\w+\))*,?{_S}$", re.IGNORECASE
)
_GOES_ON: Final = re.compile(rf",?{_S}(?:of|in|to)\b|,?{_S}thereof|,?{_S}and{_S}article")


@lru_cache(maxsize=8192)
def own_references(text: str, language: str = "en") -> tuple[Named, ...]:
    """What a text names of its own paragraphs, in order; () for a language that is not known."""
    usage = _USAGES.get(language)
    if usage is None or _COUNTS.search(text) is None:
        return ()
    found: list[Named] = []
    for match in _pattern(language).finditer(text):
        if _AFTER_ARTICLE.search(text[: match.start()]) is None and _is_own(match, text, language):
            found += _named(match, language)
    return tuple(found)


def _is_own(match: re.Match[str], text: str, language: str) -> bool:
    if match["own"] is not None:
        return True
    if language != "en" or _GOES_ON.match(text, match.end()):
        return False
    return _OTHER.search(_PRESENT.sub("", text)) is None and not any(
        reference.kind in _NAMING_OTHERS for reference in references(text)
    )


@lru_cache
def _pattern(language: str) -> re.Pattern[str]:
    usage = _USAGES[language]
    number = rf"{_NUMBER}(?:{_S}?{_DEEP})?"
    numbers = rf"{usage.noun}{_S}(?P<numbers>{number}(?:(?:{usage.joint})(?:{number}|{_DEEP}))*)"
    over = rf"(?:{usage.over}{usage.noun}{_S}(?P<over>{number}))?"
    deep = rf"{usage.inner}{_S}(?P<deep>{_DEEP}(?:(?:{usage.joint}){_DEEP})*){over}"
    return re.compile(rf"(?:{deep}|{numbers})(?P<own>{usage.own})?".replace("{s}", _S), re.IGNORECASE)


def _named(match: re.Match[str], language: str) -> Iterator[Named]:
    whole = Span(*match.span())
    group = "numbers" if match["numbers"] else "deep"
    over = _parts(match["over"]) if match["over"] else ()
    start = match.start(group)
    units = list(_units(match[group], language))
    for at, (unit, place) in enumerate(units):
        end = place + len(unit)
        joint = match[group][end : units[at + 1][1]] if at + 1 < len(units) else ""
        parts = _parts(unit)
        is_whole = parts[0][0].isdigit()
        if is_whole:
            over, path = parts, parts
        elif group == "deep":
            path = (*over, *parts)
        else:
            path = (*over[: max(1, len(over) - len(parts))], *parts)
        yield Named(
            path,
            Span(start + place, start + end),
            whole,
            joint,
            is_relative=not path[0][0].isdigit(),
            is_tail=not is_whole,
        )
    if match["over"]:
        yield Named(over, Span(*match.span("over")), whole)


def _units(listed: str, language: str) -> Iterator[tuple[str, int]]:
    """The numbers of a list, each with its place."""
    joint = re.compile(rf"(?:{_USAGES[language].joint})".replace("{s}", _S))
    at = 0
    for found in [*joint.finditer(listed), None]:
        end = found.start() if found else len(listed)
        yield listed[at:end], at
        at = found.end() if found else end


def _parts(number: str) -> tuple[str, ...]:
    """The parts of a number: "8", "c", "ii" of "8 (c) (ii)"."""
    first = re.match(_NUMBER, number)
    letters = re.findall(r"\(?([a-z]{1,4})\)", number[first.end() if first else 0 :])
    return ((" ".join(first[0].split()),) if first else ()) + tuple(letters)


def printed(path: tuple[str, ...], like: str) -> str:
    """A path as it is written in a text: "8 (c)"; `like` is what stood there, for its blanks and brackets."""
    blank = "\u00a0" if "\u00a0" in like else " "
    bracketed = "(" in like or ")" not in like
    letters = [f"({part})" if bracketed else f"{part})" for part in path if not part[0].isdigit()]
    return blank.join([*(part for part in path if part[0].isdigit()), *letters])
