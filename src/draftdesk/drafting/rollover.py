"""Last year's resolution as the beginning of this year's: what time alone will change in it.

Measured on texts of one title in sessions 75, 76 and 77: the session at which something is asked for goes up by one
(or two, in texts of every second year), the resolution of the year before gives way to last year's own number, or
last year's joins a list that tells all of them, and the year of a yearly report goes up. Each is a proposal that a
writer may refuse; nothing else is touched.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from draftdesk.drafting.edits import reword
from draftdesk.drafting.numbering import with_number
from draftdesk.drafting.rollover_languages import ROLLOVER_WORDS
from draftdesk.drafting.rollover_words import RolloverWords
from draftdesk.model.draft import Draft
from draftdesk.model.paragraph import HIDDEN, Paragraph, ParagraphKind, Span

_OF_SYMBOL: Final = re.compile(r"[A-Za-z\d/]")
_CALENDAR_YEAR: Final = re.compile(r"(?:19|20)\d\d")
_DECADE: Final = 10
_STEPS: Final = (1, 2, 3)
"""Texts of one title come back every session, every second or every third one."""


_SYMBOL: Final = re.compile(r"A/(?:[A-Z]+/)?RES/(\d{2})/(\d{1,3}(?: [A-Z])?)")


class UpdateKind(StrEnum):
    """Why an update is proposed."""

    SESSION_LINE = "session_line"
    NEXT_SESSION = "next_session"
    PREDECESSOR = "predecessor"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class Update:
    """Other words for a stretch of a paragraph's text (code points); `paragraph` is its serial."""

    paragraph: int
    span: Span
    text: str
    kind: UpdateKind


@dataclass(frozen=True, slots=True)
class _Year:
    """What is known of last year's text: session 75, number "75/126", date "11 December 2020", year 2020."""

    words: RolloverWords
    session: int
    number: str
    date: str
    chain: tuple[str, ...]
    """The resolutions on the same item before it, the latest last; () where the text names none for sure."""

    step: int
    """How many sessions lie between two texts of the title."""

    @property
    def predecessor(self) -> str:
        """The one of the text before; "" where the text names none for sure."""
        return self.chain[-1] if self.chain else ""

    @property
    def tells_all(self) -> bool:
        """Whether the text lists its predecessors one by one, and not those of each decade only."""
        return len(self.chain) > 2 and int(self.chain[-1][:2]) - int(self.chain[-2][:2]) < _DECADE

    @property
    def year(self) -> int:
        """The year of adoption; 0 where it is not told."""
        found = _CALENDAR_YEAR.search(self.date)
        return int(found[0]) if found else 0


def updates(draft: Draft) -> tuple[Update, ...]:
    """What a new session will change, in the order of the text; () where the text tells no session."""
    known = _year_of(draft)
    if known is None:
        return ()
    found: list[Update] = []
    for paragraph in draft.paragraphs:
        if paragraph.kind is ParagraphKind.SESSION:
            found += _session_line(paragraph, known)
        elif paragraph.kind not in HIDDEN and paragraph.kind not in FRONT_AND_END:
            found += _in_text(paragraph, known)
    return tuple(found)


def rolled_over(draft: Draft, chosen: Collection[Update]) -> Draft:
    """The draft with some of its updates; ids, numbers and all else stay."""
    for serial in dict.fromkeys(update.paragraph for update in chosen):
        text = draft.paragraphs[draft.index_of(serial)].text
        mine = sorted((one for one in chosen if one.paragraph == serial), key=lambda one: one.span, reverse=True)
        for update in mine:
            text = text[: update.span.start] + update.text + text[update.span.end :]
        draft = reword(draft, serial, text)
    return draft


FRONT_AND_END: Final = frozenset(
    {
        ParagraphKind.AGENDA,
        ParagraphKind.SOURCE_NOTE,
        ParagraphKind.HEADING,
        ParagraphKind.TITLE,
        ParagraphKind.SPONSORS,
        ParagraphKind.MEETING_LINE,
    }
)
"""Kinds that only the new document itself can say."""


def without_front(draft: Draft) -> Draft:
    """The draft without what only the new document can say: symbol, number, date, sources, its meeting.

    The number of the agenda item is left open, for it is another one each year.
    """
    kept, words = [], ROLLOVER_WORDS.get(draft.language, ROLLOVER_WORDS["en"])
    for paragraph in draft.paragraphs:
        is_theirs = paragraph.kind in (ParagraphKind.SOURCE_NOTE, ParagraphKind.MEETING_LINE)
        if is_theirs or _says_adopted(paragraph, words):
            continue
        if paragraph.kind is ParagraphKind.TITLE and paragraph.number:
            paragraph = with_number(paragraph, "")  # noqa: PLW2901  the paragraph goes on without its number
        kept.append(paragraph)
    bare = replace(draft, paragraphs=tuple(kept), symbol="", date="", margins=(), sponsors="")
    for paragraph in bare.paragraphs:
        if paragraph.kind is ParagraphKind.AGENDA and words.item.search(paragraph.text):
            bare = reword(bare, paragraph.id.serial, words.item.sub(r"\1…", paragraph.text))
    return bare


def _says_adopted(paragraph: Paragraph, words: RolloverWords) -> bool:
    return paragraph.kind is ParagraphKind.HEADING and words.adopted.match(paragraph.text) is not None


def _year_of(draft: Draft) -> _Year | None:
    words = ROLLOVER_WORDS.get(draft.language)
    if words is None:
        return None
    symbol = _SYMBOL.fullmatch(draft.symbol)
    session = int(symbol[1]) if symbol else _session_of(draft, words)
    if not session:
        return None
    number = f"{symbol[1]}/{symbol[2]}" if symbol else ""
    chain, step = next(((chain, step) for step in _STEPS if (chain := _chain(draft, words, session, step))), ((), 1))
    return _Year(words, session, number, _adopted(draft, words), chain, step)


def _session_of(draft: Draft, words: RolloverWords) -> int:
    found = words.session.match(draft.session)
    return (words.value(found[1]) or 0) if found else 0


def _adopted(draft: Draft, words: RolloverWords) -> str:
    """The date of adoption from the meeting line, else from the line over the title."""
    for kind in (ParagraphKind.MEETING_LINE, ParagraphKind.HEADING):
        for paragraph in draft.paragraphs:
            found = words.date.search(paragraph.text) if paragraph.kind is kind else None
            if found:
                return " ".join(found[0].split())
    return ""


def _chain(draft: Draft, words: RolloverWords, session: int, step: int) -> tuple[str, ...]:
    """The resolutions that the preamble recalls as the text's own, up to the one of `step` sessions before.

    Where no paragraph recalls them so, the one resolution of that session that the whole preamble cites.
    """
    others: set[str] = set()
    for text in (paragraph.text for paragraph in draft.paragraphs if paragraph.kind is ParagraphKind.PREAMBULAR):
        cited = [found["number"] for found in words.cited.finditer(text) if _is_cited(text, found)]
        before = {number for number in cited if number.startswith(f"{session - step}/")}
        later = any(session - step < int(number[:2]) < session for number in cited)
        if len(before) == 1 and not later and words.own.search(text):
            last = before.pop()
            return (*cited[: cited.index(last)], last) if len(cited) > 2 and cited[-1] == last else (last,)
        others |= before
    return tuple(others) if len(others) == 1 and step == 1 else ()


def _session_line(paragraph: Paragraph, known: _Year) -> Iterator[Update]:
    words = known.words
    found = words.session.match(paragraph.text)
    if found and words.value(found[1]) == known.session:
        word = words.ordinal(known.session + known.step, found[1])
        word = word[:1].upper() + word[1:] if found[1][:1].isupper() else word
        yield Update(paragraph.id.serial, Span(*found.span(1)), word, UpdateKind.SESSION_LINE)


def _in_text(paragraph: Paragraph, known: _Year) -> Iterator[Update]:
    found = [*_sessions(paragraph, known), *_resolutions(paragraph, known), *_years(paragraph, known)]
    yield from sorted(found, key=lambda update: update.span)


def _sessions(paragraph: Paragraph, known: _Year) -> Iterator[Update]:
    """The next session of the Assembly, and the last one where it ends a range."""
    text, words = paragraph.text, known.words
    for found in words.session.finditer(text):
        value, before = words.value(found[1]), text[max(0, found.start() - 90) : found.start()]
        is_next = value == known.session + known.step and _is_of_the_assembly(words, before, text[found.end() :])
        if is_next or (value == known.session and words.range_end.search(before)):
            word = words.ordinal((value or 0) + known.step, found[1])
            yield Update(paragraph.id.serial, Span(*found.span(1)), word, UpdateKind.NEXT_SESSION)


def _is_of_the_assembly(words: RolloverWords, before: str, after: str) -> bool:
    if words.of_another.match(after):
        return False
    organs = [found.end() for found in words.other_organ.finditer(before)]
    own = [found.end() for found in words.assembly.finditer(before)]
    return not organs or bool(own) or words.to_assembly.match(after) is not None


def _resolutions(paragraph: Paragraph, known: _Year) -> Iterator[Update]:
    if not (known.number and known.predecessor and known.date):
        return
    text, serial, words = paragraph.text, paragraph.id.serial, known.words
    for found in words.cited.finditer(text):
        if not _is_cited(text, found):
            continue
        number = found["number"]
        ends_list = _listed_before(words, text, found.start())
        if number == known.predecessor and not (ends_list and len(known.chain) > 2):
            yield Update(serial, Span(*found.span()), _own(known, found), UpdateKind.PREDECESSOR)
        elif number == known.predecessor and known.tells_all:
            yield _appended(words, serial, text, found, _own(known, found))
        elif ends_list and known.tells_all and number == known.chain[-2] and not found["date"]:
            last = found[0].replace(number, known.predecessor)
            yield _appended(words, serial, text, found, last)


def _own(known: _Year, found: re.Match[str]) -> str:
    """Last year's own resolution as another is cited: with its date or without."""
    told, offset = found[0], found.start()
    changed = [("number", known.number)] + ([("date", known.date)] if found["date"] else [])
    for group, text in sorted(changed, key=lambda one: found.start(one[0]), reverse=True):
        told = told[: found.start(group) - offset] + text + told[found.end(group) - offset :]
    return told


def _listed_before(words: RolloverWords, text: str, start: int) -> bool:
    """Whether a number is the last of a list of several: ", 72/112 and 73/196"."""
    before = text[:start].rstrip()
    return before.endswith(words.joint.rstrip()) and words.cited.search(before[-60:]) is not None


def _appended(words: RolloverWords, serial: int, text: str, found: re.Match[str], added: str) -> Update:
    """One more at the end of a list: ", 73/196 and 74/181"."""
    lead = text[: found.start()].rstrip().removesuffix(words.joint.strip()).rstrip().removesuffix(words.comma.strip())
    joint = words.joined(with_date=bool(found["date"]))
    return Update(
        serial, Span(len(lead), found.end()), f"{words.comma}{found[0]}{joint}{added}", UpdateKind.PREDECESSOR
    )


def _is_cited(text: str, found: re.Match[str]) -> bool:
    """Whether the number is one of a resolution, not part of a symbol."""
    around = text[max(0, found.start() - 1) : found.start()], text[found.end() : found.end() + 1]
    return not any(_OF_SYMBOL.match(sign) for sign in around)


def _years(paragraph: Paragraph, known: _Year) -> Iterator[Update]:
    """Years that go up by one: of yearly reports and events, of periods and days of account, and the coming one."""
    text, words = paragraph.text, known.words
    spans = {Span(*found.span(1)) for pattern in words.years for found in pattern.finditer(text)}
    spans = {span for span in spans if int(span.of(text)) == known.year}
    if paragraph.kind is not ParagraphKind.PREAMBULAR:
        spans |= {
            Span(*found.span()) for found in words.coming.finditer(text) if int(found[0]) == known.year + known.step
        }
    spans = {span for span in spans if not words.before_year.search(text[: span.start])}
    for pattern in words.accounts:
        for found in pattern.finditer(text):
            spans |= {Span(*found.span(name)) for name in pattern.groupindex if found[name]}
    for span in spans:
        yield Update(paragraph.id.serial, span, str(int(span.of(text)) + known.step), UpdateKind.YEAR)
