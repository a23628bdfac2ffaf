"""The head of a text as programs extract it: fields about themselves, and lines of the front that they joined.

A head of fields stands between two rules on top, a name and a colon on each line. Programs that take paragraphs
together put the masthead, the session with its agenda item, or an annex with its title on one line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from draftdesk.reading.known_lines import agenda_number, is_agenda_line, is_annex_line, is_session_line
from draftdesk.reading.masthead import joined_symbols
from draftdesk.reading.text.lines import TextLine
from draftdesk.wording.citations import DATE, SYMBOL

_FENCE: Final = re.compile(r"-{3,}\s*")
_FIELD: Final = re.compile(r"(?P<name>[A-Za-z][\w .-]{0,40}):(?:\s+(?P<value>.*))?")
_MOST_FIELDS: Final = 60
_FRONT_LINES: Final = 40
_LONGEST_TITLE: Final = 300
_ISSUER: Final = (
    r"United Nations|General Assembly|Economic and Social Council|Security Council|Nations Unies|Assemblée générale"
    r"|Naciones Unidas|Asamblea General|Организация Объединенных Наций|Генеральная Ассамблея|联\s?合\s?国|大会"
    r"|الأمم المتحدة|الجمعية العامة"
)
_DISTRIBUTION: Final = r"(?:Distr\.|Original|Язык оригинала|原文)\s?: ?\w+(?:/\w+)*"
_MASTHEAD: Final = re.compile(rf"(?:(?:{_ISSUER}|{_DISTRIBUTION}|{SYMBOL}|{DATE})(?:\s+|$))+")
_SYMBOL: Final = re.compile(SYMBOL)
_ISSUES: Final = re.compile(rf"(?:{_ISSUER})|{_DISTRIBUTION}")
_TITLE: Final = re.compile(r"(?:\d{4} )?[^\W\d_a-z][^\W\d_A-Z]")
_STOPS: Final = (".", ",", ";", ":")


def head_of_fields(lines: Sequence[TextLine]) -> range:
    """The places of the lines of a head of fields, its two rules included; empty for none."""
    top = next((at for at, line in enumerate(lines) if not line.is_blank), 0)
    if not lines or not _FENCE.fullmatch(lines[top].text):
        return range(0)
    for at in range(top + 1, min(len(lines), top + _MOST_FIELDS)):
        text = lines[at].text
        if _FENCE.fullmatch(text):
            return range(top, at + 1) if at > top + 1 else range(0)
        is_more = at > top + 1 and text[:1] in (" ", "\t", "-")
        if not (is_more or _FIELD.fullmatch(text)):
            break
    return range(0)


def field_value(text: str, name: str) -> str:
    """What a line of a head says of a field; "" where it is about another one."""
    found = _FIELD.fullmatch(text.strip())
    return (found["value"] or "").strip("\"' ") if found and found["name"].lower() == name else ""


def is_joined_masthead(text: str) -> bool:
    """Whether a line is pieces of the masthead only: who issued it, symbol, distribution, date."""
    return _MASTHEAD.fullmatch(text) is not None and _ISSUES.search(text) is not None


def symbol_in_masthead(text: str) -> str:
    """The symbol in pieces of the masthead; "" where there is none."""
    found = _SYMBOL.search(text) if is_joined_masthead(text) else None
    return found[0] if found else ""


def with_front_parted(lines: Sequence[TextLine]) -> list[TextLine]:
    """The lines, those on which a program joined two of the front or an annex and its title as two of one number."""
    found: list[TextLine] = []
    filled = 0
    for at, line in enumerate(lines):
        filled += not line.is_blank
        stands_alone = (at == 0 or lines[at - 1].is_blank) and (at + 1 == len(lines) or lines[at + 1].is_blank)
        can_be_joined = stands_alone and len(line.text) <= _LONGEST_TITLE
        pieces = _parted(line.text.strip(), is_front=filled <= _FRONT_LINES) if can_be_joined else []
        found += [replace(line, text=piece) for piece in pieces] if len(pieces) > 1 else [line]
    return found


def with_whole_symbols(lines: Sequence[TextLine]) -> list[TextLine]:
    """The lines, a symbol on top that is broken over two of them on one: "A/C.3/81/L.12/" and "Rev.1"."""
    whole = list(lines)
    for at in range(min(_FRONT_LINES, len(lines) - 1)):
        text, following = whole[at].text.strip(), whole[at + 1].text.strip()
        if len(joined_symbols((text, following))) == 1:
            whole[at], whole[at + 1] = replace(whole[at], text=text + following), replace(whole[at + 1], text="")
    return whole


def _parted(text: str, *, is_front: bool) -> list[str]:
    cut = _border(text, is_front=is_front)
    return [text[:cut].rstrip(), *_parted(text[cut:], is_front=is_front)] if cut else [text]


def _border(text: str, *, is_front: bool) -> int:
    """Where the second of two joined lines begins; 0 for none."""
    if is_front and (number := agenda_number(text)):
        return len(text) - len(text[len(number) :].lstrip())
    for at in _words(text):
        before = text[:at].rstrip()
        if is_front and is_session_line(before) and is_agenda_line(text[at:]):
            return at
        if is_annex_line(before) and _is_title(text[at:]):
            return at
    return 0


def _is_title(text: str) -> bool:
    """Whether words begin like a title, not like the number of an annex, and have no stop."""
    return _TITLE.match(text) is not None and not text.endswith(_STOPS)


def _words(text: str) -> Iterator[int]:
    return (found.end() for found in re.finditer(r"\s+(?=\S)", text))
