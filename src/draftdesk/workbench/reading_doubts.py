"""Where the reading of a draft is unsure: the paragraphs that a person should look at, each with the reason.

The reader's own doubts come with the paragraphs. Their order tells the rest: numbers that jump, words that go on in
the next paragraph, a second number in the middle of a text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from draftdesk.messages import Message, message
from draftdesk.model.draft import Draft
from draftdesk.model.paragraph import CONFIDENCE, SUBPARAGRAPHS, Paragraph, ParagraphKind
from draftdesk.wording.labels import Reading, readings, without_name

_K = ParagraphKind
_SURE_ENOUGH: Final = 0.75
"""A paragraph read with more confidence is marked, and nobody is called to it."""

_FIRST_WORDS: Final = 40

_TEXT: Final = frozenset({_K.PREAMBULAR, _K.OPERATIVE, *SUBPARAGRAPHS, _K.DECLARATION, _K.CLOSING, _K.BODY})
_SECOND_NUMBER: Final = re.compile(r"[;.:][ \u00a0\t\n](\d{1,2})\.[ \u00a0\t][A-ZÀ-ÞА-Я][a-zà-ÿа-я]+")
_BEGINS: Final = frozenset({_K.ENACTING, _K.PREAMBULAR, _K.OPERATIVE, _K.DECLARATION})
"""With one of these the text begins; what stands before it is masthead, and a wrong line there is no harm."""

_LIST_ENDS: Final = (";", ",", ":", ".", "…", "，", "；", "。", "：", "،", "؛", "”", "»", ")", "]")


@dataclass(frozen=True, slots=True)
class Doubtful:
    """A paragraph, by its serial, and why somebody should look at it; `is_grave` where it may well be wrong."""

    serial: int
    reason: Message
    is_grave: bool = True


def doubts_of(draft: Draft, settled: AbstractSet[int] = frozenset()) -> tuple[Doubtful, ...]:
    """The doubts about a draft in the order of its paragraphs; none about paragraphs that a person looked at."""
    shown = [p for p in draft.paragraphs if not p.is_hidden and p.place is None]
    expected, in_text = _Expected(), False
    found: list[Doubtful] = []
    for index, paragraph in enumerate(shown):
        before, serial = shown[index - 1] if index else None, paragraph.id.serial
        reasons = [*_of_words(paragraph, before), *expected.of_number(paragraph)]
        in_text = in_text or paragraph.kind in _BEGINS
        if serial not in settled and (reasons or paragraph.doubts):
            guessed = [(doubt, in_text and CONFIDENCE[doubt] < _SURE_ENOUGH) for doubt in paragraph.doubts]
            of_reader = [(message(doubt.value), is_grave) for doubt, is_grave in guessed]
            found += (Doubtful(serial, said, is_grave) for said, is_grave in of_reader)
            found += (Doubtful(serial, said) for said in reasons)
    return tuple(found)


def unsure_told(draft: Draft) -> Message | None:
    """The sentence that says where reading was unsure; None where it was sure of all that matters."""
    doubtful = dict.fromkeys(one.serial for one in doubts_of(draft) if one.is_grave)
    if not doubtful:
        return None
    first = draft.paragraphs[draft.index_of(next(iter(doubtful)))]
    return message("reading_unsure", name=draft.name, count=len(doubtful), first=first.text[:_FIRST_WORDS].strip())


def _of_words(paragraph: Paragraph, before: Paragraph | None) -> Iterator[Message]:
    if paragraph.kind not in _TEXT:
        return
    text = paragraph.text
    if before is not None and text[:1].islower() and before.kind in _TEXT and _goes_on(before, paragraph):
        yield message("doubt_goes_on")
    second = _second_number(text)
    if second and _follows(paragraph.number, second):
        yield message("doubt_two", number=second)


@lru_cache(maxsize=8192)
def _second_number(text: str) -> str:
    """A number that stands in the middle like that of a paragraph; kept, for a view asks after every decision."""
    found = _SECOND_NUMBER.search(text)
    return found[1] if found is not None else ""


def _goes_on(before: Paragraph, paragraph: Paragraph) -> bool:
    """Whether a text without a number begins as if it were the rest of the one before, which has no final mark."""
    return not paragraph.number and not before.text.rstrip("\ufffc ").endswith(_LIST_ENDS)


def _follows(number: str, second: str) -> bool:
    """Whether a number in the text is the one that would come after that of the paragraph, or stands without it."""
    ways = _ways(number) if number else ()
    return not ways or any(way.value + 1 == int(second) for way in ways)


@lru_cache(maxsize=8192)
def _ways(number: str) -> tuple[Reading, ...]:
    return readings(without_name(number))


class _Expected:
    """The number that should come next, while one goes through the operative paragraphs of a text."""

    def __init__(self) -> None:
        self._last = 0
        self._may_restart = True

    def of_number(self, paragraph: Paragraph) -> Iterator[Message]:
        """A doubt where the number of an operative paragraph does not follow that of the one before.

        A new part of the text, or an annex, may count from one again.
        """
        if paragraph.kind in (_K.ENACTING, _K.ANNEX_TITLE, _K.HEADING):
            self._may_restart = True
        ways = _ways(paragraph.number) if paragraph.kind is _K.OPERATIVE else ()
        if not ways:
            return
        number, last = ways[0], self._last
        follows = number.value == last + 1 or (number.value == last and bool(number.insert or number.alt))
        if last and not follows and not (number.value == 1 and self._may_restart):
            yield message("doubt_number", number=paragraph.number, last=last)
        self._last, self._may_restart = number.value, False
