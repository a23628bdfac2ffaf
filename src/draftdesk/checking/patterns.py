"""Rules that a pattern finds: what is written so is written otherwise, wherever it stands in the text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import count
from typing import Final

from draftdesk.checking.examined import Examined
from draftdesk.checking.rule import Breach, Find
from draftdesk.model.paragraph import Paragraph, Span

_KEPT: Final = 1 << 13
"""Texts whose results are kept: those of two long drafts, each with and without what is quoted."""

Places = tuple[tuple[Span, str], ...]

Right = Callable[["re.Match[str]"], str]


@dataclass(frozen=True, slots=True)
class Wrong:
    """A pattern and what should stand there: a template, a function, or "" where only the writer can know.

    `in_notes`: the notes are looked at too; `in_quotes`: what is quoted is as well.
    """

    pattern: re.Pattern[str]
    right: str | Right = ""
    in_notes: bool = False
    in_quotes: bool = False
    is_replaced: bool = True
    ordinal: int = field(default_factory=count().__next__, compare=False)


def wrong(pattern: str, right: str | Right = "", flags: int = 0, *, in_notes: bool = False) -> Wrong:
    """A pattern over the text outside quotation marks."""
    return Wrong(re.compile(pattern, flags), right, in_notes=in_notes, is_replaced=bool(right))


def find(*wrongs: Wrong) -> Find:
    """What finds every place that one of the patterns fits, paragraph by paragraph."""

    def found(examined: Examined) -> Iterator[Breach]:
        for one in wrongs:
            paragraphs = (*examined.worded, *examined.notes) if one.in_notes else examined.worded
            for paragraph in paragraphs:
                text = paragraph.text if one.in_quotes else examined.bare(paragraph)
                yield from _breaches(paragraph, text, one)

    return found


def _breaches(paragraph: Paragraph, text: str, one: Wrong) -> Iterator[Breach]:
    for span, right in places(one, text):
        yield Breach(paragraph, span, right, is_replaced=one.is_replaced)


def places(one: Wrong, text: str) -> Places:
    """Where a pattern fits a text that is wrong, kept so that a draft in hand is looked at where it changed only."""
    kept = _kept(text)
    if not kept.looked_for >> one.ordinal & 1:
        found = _places(one, text)
        if found:
            kept.found[one.ordinal] = found
        kept.looked_for |= 1 << one.ordinal
    return kept.found.get(one.ordinal, ())


@dataclass(slots=True)
class _OfText:
    """What patterns found in a text; `looked_for` has a bit for each pattern, for nearly all find nothing."""

    looked_for: int = 0
    found: dict[int, Places] = field(default_factory=dict)


@lru_cache(maxsize=_KEPT)
def _kept(text: str) -> _OfText:  # noqa: ARG001  the text is the key
    return _OfText()


def _places(one: Wrong, text: str) -> Places:
    found = []
    for match in one.pattern.finditer(text):
        right = one.right(match) if callable(one.right) else match.expand(one.right)
        if right != match[0]:
            found.append((Span(*match.span()), right))
    return tuple(found)


def words(pairs: dict[str, str]) -> Wrong:
    """Words that are written otherwise, whatever their case at the beginning; keys are plain words."""
    listed = "|".join(sorted((re.escape(word) for word in pairs), key=len, reverse=True))
    return Wrong(re.compile(rf"(?<![\w/@.’-])(?:{listed})(?![\w’-])", re.IGNORECASE), _cased(pairs))


def _cased(pairs: dict[str, str]) -> Right:
    def right(match: re.Match[str]) -> str:
        found = match[0]
        if found.isupper() and len(found) > 1:
            return found
        is_name = found[:1].isupper() and bool(match.string[: match.start()].strip("“ \x00"))
        if is_name and "centre" in pairs.get(found.lower(), ""):
            return found
        there = pairs.get(found) or pairs[found.lower()]
        return there[:1].upper() + there[1:] if found[:1].isupper() else there

    return right
