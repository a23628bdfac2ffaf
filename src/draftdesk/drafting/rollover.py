"""Last year's resolution as the beginning of this year's: what time alone will change in it.

Measured on texts of one title in sessions 75, 76 and 77: the session at which something is asked for goes up by one
(or two, in texts of every second year), the resolution of the year before gives way to last year's own number, or
last year's joins a list that tells all of them, and the year of a yearly report goes up. Each is a proposal that a
writer may refuse; nothing else is touched.
English texts only.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from draftdesk.drafting.edits import reword
from draftdesk.drafting.numbering import with_number
from draftdesk.model.draft import Draft
from draftdesk.model.paragraph import HIDDEN, Paragraph, ParagraphKind, Span
from draftdesk.wording.citations import MONTHS
from draftdesk.wording.number_words import ordinal, value_of_ordinal

_S: Final = r"[^\S\u2029]+"
_MONTH: Final = f"(?:{MONTHS['en']})"
_DATE: Final = rf"\d{{1,2}}{_S}{_MONTH}{_S}\d{{4}}"
_WORD_ORDINAL: Final = r"(?:[a-z]+ty[-\u2010\u2011])?(?:first|second|third|[a-z]+th)"
_SESSION: Final = re.compile(rf"\b({_WORD_ORDINAL})(?={_S}(?:regular{_S})?sessions?\b)", re.IGNORECASE)
_RANGE: Final = re.compile(rf"\bto{_S}(?:the{_S})?$")
_OTHER_ORGAN: Final = re.compile(
    r"\b(?:Human Rights Council|Commission|Conference|Board|Executive|Working Group|Forum|Council|"
    r"(?<!First )(?<!Second )(?<!Third )(?<!Fourth )(?<!Fifth )(?<!Sixth )Committee)\b"
)
_ASSEMBLY: Final = re.compile(r"\b(?:General Assembly|its|Assembly)\b")
_CITED: Final = r"\d{2}/\d{1,3}(?:\s[A-Z]\b)?"
_FULL: Final = re.compile(rf"({_CITED})({_S}of{_S}{_DATE})?")
_YEARLY: Final = re.compile(
    rf"(?:\bfor|\bits|\bduring{_S}its){_S}((?:19|20)\d\d)(?={_S}session\b|[,;.\ufffc]|{_S}and\b)"
)
_COMING: Final = re.compile(r"(?<![\d/–—(-])\b20\d\d\b(?![\d/–—)-])")
_TITLED: Final = re.compile(rf"\b[A-Z][a-z]+{_S}((?:19|20)\d\d)\b(?![\d/–—-])")
_EVENT: Final = re.compile(
    rf"\b((?:19|20)\d\d)(?={_S}(?:Economic and Social Council|forum|session|high-level|joint response plan))"
)
_OWN: Final = re.compile(r"\b(?:[Ii]ts|[Aa]ll|previous|latest of which was)\b.{0,60}?\bresolutions?\b")
_PERIOD: Final = re.compile(
    rf"\bperiod{_S}from{_S}\d{{1,2}}{_S}{_MONTH}(?:{_S}(?P<first>\d{{4}}))?"
    rf"{_S}to{_S}\d{{1,2}}{_S}{_MONTH}{_S}(?P<last>\d{{4}})"
)
_AS_AT: Final = re.compile(rf"\bas{_S}at{_S}\d{{1,2}}{_S}{_MONTH}{_S}(?P<last>\d{{4}})")
_DECADE: Final = 10
_STEPS: Final = (1, 2, 3)
"""Texts of one title come back every session, every second or every third one."""

_ITEM: Final = re.compile(rf"\b([Ii]tem{_S})\d{{1,3}}(?:{_S}\([a-z]\))?")

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
        return int(self.date[-4:]) if self.date else 0


def updates(draft: Draft) -> tuple[Update, ...]:
    """What a new session will change, in the order of the text; () where the text tells no session."""
    known = _year_of(draft)
    if known is None or draft.language != "en":
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
    kept = []
    for paragraph in draft.paragraphs:
        if paragraph.kind in (ParagraphKind.SOURCE_NOTE, ParagraphKind.MEETING_LINE) or _says_adopted(paragraph):
            continue
        if paragraph.kind is ParagraphKind.TITLE and paragraph.number:
            paragraph = with_number(paragraph, "")  # noqa: PLW2901  the paragraph goes on without its number
        kept.append(paragraph)
    bare = replace(draft, paragraphs=tuple(kept), symbol="", date="", margins=(), sponsors="")
    for paragraph in bare.paragraphs:
        if paragraph.kind is ParagraphKind.AGENDA and _ITEM.search(paragraph.text):
            bare = reword(bare, paragraph.id.serial, _ITEM.sub(r"\1…", paragraph.text))
    return bare


def _says_adopted(paragraph: Paragraph) -> bool:
    return (
        paragraph.kind is ParagraphKind.HEADING and re.match(r"Resolutions? adopted by ", paragraph.text) is not None
    )


def _year_of(draft: Draft) -> _Year | None:
    symbol = _SYMBOL.fullmatch(draft.symbol)
    session = int(symbol[1]) if symbol else _session_of(draft)
    if not session:
        return None
    number = f"{symbol[1]}/{symbol[2]}" if symbol else ""
    chain, step = next(((chain, step) for step in _STEPS if (chain := _chain(draft, session, step))), ((), 1))
    return _Year(session, number, _adopted(draft), chain, step)


def _session_of(draft: Draft) -> int:
    found = _SESSION.match(draft.session)
    return (value_of_ordinal(found[1]) or 0) if found else 0


def _adopted(draft: Draft) -> str:
    """The date of adoption from the meeting line, else from the line over the title."""
    for kind in (ParagraphKind.MEETING_LINE, ParagraphKind.HEADING):
        for paragraph in draft.paragraphs:
            found = re.search(_DATE, paragraph.text) if paragraph.kind is kind else None
            if found:
                return " ".join(found[0].split())
    return ""


def _chain(draft: Draft, session: int, step: int) -> tuple[str, ...]:
    """The resolutions that the preamble recalls as the text's own, up to the one of `step` sessions before.

    Where no paragraph recalls them so, the one resolution of that session that the whole preamble cites.
    """
    others: set[str] = set()
    for paragraph in draft.paragraphs:
        if paragraph.kind is not ParagraphKind.PREAMBULAR:
            continue
        cited = [found[1] for found in _FULL.finditer(paragraph.text) if _is_cited(paragraph.text, found)]
        before = {number for number in cited if number.startswith(f"{session - step}/")}
        later = any(session - step < int(number[:2]) < session for number in cited)
        if len(before) == 1 and not later and _OWN.search(paragraph.text):
            last = before.pop()
            return (*cited[: cited.index(last)], last) if len(cited) > 2 and cited[-1] == last else (last,)
        others |= before
    return tuple(others) if len(others) == 1 and step == 1 else ()


def _session_line(paragraph: Paragraph, known: _Year) -> Iterator[Update]:
    found = _SESSION.match(paragraph.text)
    if found and value_of_ordinal(found[1]) == known.session:
        word = ordinal(known.session + known.step).capitalize()
        yield Update(paragraph.id.serial, Span(*found.span(1)), word, UpdateKind.SESSION_LINE)


def _in_text(paragraph: Paragraph, known: _Year) -> Iterator[Update]:
    found = [*_sessions(paragraph, known), *_resolutions(paragraph, known), *_years(paragraph, known)]
    yield from sorted(found, key=lambda update: update.span)


def _sessions(paragraph: Paragraph, known: _Year) -> Iterator[Update]:
    """The next session of the Assembly, and the last one where it ends a range."""
    text = paragraph.text
    for found in _SESSION.finditer(text):
        value, before = value_of_ordinal(found[1]), text[max(0, found.start() - 90) : found.start()]
        is_next = value == known.session + known.step and _is_of_the_assembly(before, text[found.end() :])
        if is_next or (value == known.session and _RANGE.search(before)):
            word = ordinal((value or 0) + known.step)
            yield Update(paragraph.id.serial, Span(*found.span(1)), word, UpdateKind.NEXT_SESSION)


def _is_of_the_assembly(before: str, after: str) -> bool:
    if re.match(rf"{_S}(?:regular{_S})?sessions?{_S}of{_S}the{_S}(?!General Assembly|Assembly)", after):
        return False
    organs = [found.end() for found in _OTHER_ORGAN.finditer(before)]
    own = [found.end() for found in _ASSEMBLY.finditer(before) if found[0] != "its"]
    return not organs or max(own, default=-1) > max(organs) or bool(re.search(r"Assembly\W", before))


def _resolutions(paragraph: Paragraph, known: _Year) -> Iterator[Update]:
    if not (known.number and known.predecessor and known.date):
        return
    text, serial = paragraph.text, paragraph.id.serial
    for found in _FULL.finditer(text):
        if not _is_cited(text, found):
            continue
        own = f"{known.number} of {known.date}" if found[2] else known.number
        ends_list = _listed_before(text, found.start())
        if found[1] == known.predecessor and not (ends_list and len(known.chain) > 2):
            yield Update(serial, Span(*found.span()), own, UpdateKind.PREDECESSOR)
        elif found[1] == known.predecessor and known.tells_all:
            yield _appended(serial, text, found, own)
        elif ends_list and known.tells_all and found[1] == known.chain[-2] and not found[2]:
            yield _appended(serial, text, found, known.predecessor)


def _listed_before(text: str, start: int) -> bool:
    """Whether a number is the last of a list of several: ", 72/112 and 73/196"."""
    before = text[:start].rstrip()
    return before.endswith(" and") and _FULL.search(before[-60:]) is not None


def _appended(serial: int, text: str, found: re.Match[str], number: str) -> Update:
    """One more at the end of a list: ", 73/196 and 74/181"."""
    lead = text[: found.start()].rstrip().removesuffix("and").rstrip()
    return Update(serial, Span(len(lead), found.end()), f", {found[0]} and {number}", UpdateKind.PREDECESSOR)


def _is_cited(text: str, found: re.Match[str]) -> bool:
    """Whether the number is one of a resolution, not part of a symbol."""
    return not re.search(r"[\w/]$", text[: found.start()]) and not re.match(r"[\w/]", text[found.end() :])


def _years(paragraph: Paragraph, known: _Year) -> Iterator[Update]:
    """Years that go up by one: of yearly reports and events, of periods and days of account, and the coming one."""
    text = paragraph.text
    spans = {Span(*found.span(1)) for pattern in (_YEARLY, _EVENT, _TITLED) for found in pattern.finditer(text)}
    spans = {span for span in spans if int(span.of(text)) == known.year}
    if paragraph.kind is not ParagraphKind.PREAMBULAR:
        spans |= {Span(*found.span()) for found in _COMING.finditer(text) if int(found[0]) == known.year + known.step}
    spans = {span for span in spans if not re.search(rf"{_MONTH}{_S}$", text[: span.start])}
    for pattern in (_PERIOD, _AS_AT):
        for found in pattern.finditer(text):
            spans |= {Span(*found.span(name)) for name in pattern.groupindex if found[name]}
    for span in spans:
        yield Update(paragraph.id.serial, span, str(int(span.of(text)) + known.step), UpdateKind.YEAR)
