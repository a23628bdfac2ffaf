"""Where the notes of a text are called: their marks stand in the text as figures."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from draftdesk.reading.text.notes import FoundNote
from draftdesk.wording.citations import MONTHS


@dataclass(frozen=True, slots=True)
class Call:
    """Where a note is called: the place of a paragraph, and the stretch of its text with the mark and its blank."""

    paragraph: int
    start: int
    end: int
    mark: str


def calls(texts: Sequence[str], pages: Sequence[range], notes: Sequence[FoundNote]) -> list[Call]:
    """The first mark of each note in the text, in order; a note whose mark is not found has none.

    `pages` are the pages that each paragraph stands on. Where a program put a page behind pages that follow it, the
    marks do not rise through the text: a note called nowhere behind the one before is looked for in front of it.
    """
    found: list[Call] = []
    at, offset = 0, 0
    for note in notes:
        call = _call(texts, pages, note, at, offset) or _only_call(texts, pages, note)
        if call is not None:
            found.append(call)
            at, offset = call.paragraph, call.end
    return sorted(found, key=lambda call: (call.paragraph, call.start))


def _only_call(texts: Sequence[str], pages: Sequence[range], note: FoundNote) -> Call | None:
    """The mark of a note wherever it is; None unless it is the only one of its kind."""
    call = _call(texts, pages, note, 0, 0)
    if call is None or _call(texts, pages, note, call.paragraph, call.end) is not None:
        return None
    return call


_NUMBERED: Final = re.compile(
    r"\b(?:paragraphs?|paras?\.?|articles?|rules?|sections?|chapters?|chap\.|parts?|items?|goals?|targets?|nos?\.|vol\."
    r"|supplement no\.|resolutions?|decisions?|(?:add|rev|corr|l)\.|annex|table|phase|level|category|regulation"
    r"|principle|and|or|to|of|than)\s*$",
    re.IGNORECASE,
)


_GOALS: Final = re.compile(r"\bgoals?\s*$", re.IGNORECASE)
_LAST_GOAL: Final = 17
"""There are so many Sustainable Development Goals; a higher figure behind the word is the mark of a note."""

_COUNTING: Final = re.compile(
    r"\b(?:from|in|by|at|on|for|with|the|between|until|about|over|under|least|most|nearly|some|annual|another|additional"
    r"|all|these|those|its|their|only|every|each|within|after|before|are|is|was|were|has|have|a|an|into|as|first|next|last)"
    r"\s*$"
)
"""Words behind which no mark stands, set off by a blank."""


def is_numbered_word(text: str) -> bool:
    """Whether a text ends with a word that a number belongs to: "paragraph", "goals 3 and"."""
    return _NUMBERED.search(text) is not None


def _call(texts: Sequence[str], pages: Sequence[range], note: FoundNote, at: int, offset: int) -> Call | None:
    pattern = _written(note)
    for place in range(at, len(texts)):
        if note.page >= 0 and note.page not in pages[place]:
            continue
        text = texts[place]
        begin = offset if place == at else 0
        for match in pattern.finditer(text, begin):
            if "[" in match[0] or not _is_number(text[: match.start()], note.mark):
                return Call(place, match.start(), match.end(), note.mark)
    return None


def _is_number(before: str, mark: str) -> bool:
    """Whether the figures of a mark count what is named before them, or what follows: "Goal 4", "from 4 to 8 May"."""
    if _GOALS.search(before) is not None:
        return mark.isdigit() and int(mark) <= _LAST_GOAL
    return is_numbered_word(before) or _COUNTING.search(before) is not None


def _written(note: FoundNote) -> re.Pattern[str]:
    if not note.mark.isdigit():
        return re.compile(rf"(?<=[^\s*]){re.escape(note.mark)}(?![*\w])")
    if note.bracketed:
        return re.compile(rf"[ \u00a0]?\[\^?{note.mark}\]|{_raised(note.mark)}")
    return re.compile(_raised(note.mark))


def _raised(mark: str) -> str:
    """How a raised figure stands in a text that knows no raised ones."""
    after_sign = rf"(?:(?<=[,;:”’)\]])|(?<=[a-z)”]\.)|(?<=[^\W\d_]))[ \u00a0]?{mark}(?=[\s,.;:)\]]|$)"
    after_sign = rf"(?:{after_sign}|(?<=COVID[-\u2011]19) ?{mark}(?=[\s,.;:)\]]|$))"
    after_year = rf"(?<=[ (–](?:19|20)\d\d) ?{mark}(?= [^\W\d_]|[,;])"
    return rf"(?:{after_sign}|{after_year})(?! (?:{_MONTH}))"


def without_blanks_before_marks(text: str, marks: set[str]) -> str:
    """The text with marks that call a note again moved to the word or sign before them, at its very end.

    Programs part raised figures from the text by a blank that the page does not have.
    """
    again = _AGAIN.search(text)
    if again is None or not set(re.findall(r"\d+", again["marks"])) <= marks:
        return text
    return text[: again.start()] + again["marks"]


def without_blanks_behind_names(text: str, marks: set[str]) -> str:
    """The text with marks moved to the name before them, "the Court of Justice 8 and".

    Behind other words inside a sentence a figure may be a number.
    """

    def moved(found: re.Match[str]) -> str:
        is_number = found["mark"] not in marks or is_numbered_word(found["name"]) or _COUNTED.fullmatch(found["name"])
        return found[0] if is_number else f"{found['name']}{found['mark']}"

    return _AFTER_NAME.sub(moved, text)


_AGAIN: Final = re.compile(r"(?<=[.,;:”)]) (?P<marks>\d{1,3}(?:[–,] ?\d{1,3})*)$")
_AFTER_NAME: Final = re.compile(r"(?<!\S)(?P<name>[A-Z][^\W\d_]{3,}) (?P<mark>\d{1,3})(?= [a-z]|[,;.])")
_COUNTED: Final = re.compile(
    r"Agenda|Protocol|Phase|Group|Category|Zone|Type|Table|Figure|Habitat|Stage|Route|Vision|Africa|Plan|Programme|Series"
)
"""Names that a number belongs to: Agenda 21, Habitat 3, Vision 2050."""

_MONTH: Final = f"{MONTHS['en']}|per cent|(?:m|b|tr)illion|thousand|hundred|years?"
