"""What identifies a draft: symbol, organ, session, agenda item, title, sponsors, date.

Official Word files hold symbol, organ and date in the header of the first page; drafts sent around hold
them, if at all, in the first paragraphs (measured on 348 files of the Secretariat).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from draftdesk.model.draft import Draft
from draftdesk.model.paragraph import Paragraph, ParagraphKind
from draftdesk.reading.enacting import enacting_organ, organ_place
from draftdesk.reading.known_lines import is_agenda_line
from draftdesk.wording.citations import MONTHS, SYMBOL

_SECTION: Final = r"\((?:Sect|Income sect|Part|Vol)\. ?[\dIVX]{1,4}\)(?:/[A-Z][a-z]+\.\d+)*"
_SYMBOL: Final = re.compile(rf"\b(?:{SYMBOL})(?: [A-Z](?:-[A-Z])?\b| {_SECTION})?")
"""A symbol with the letters of a resolution in parts, "A/RES/69/96 A-B", or one of a part of the budget."""

_IN_SYMBOL: Final = re.compile(
    r"(?<=/) (?=(?:L|Rev|Add|Corr|RES|\d{2})\b[./])|(?<=[./]\d) (?=/(?:L|Rev|Add|Corr)\.\d)"
)
"""The break between two lines of a symbol."""

_CUT_SYMBOL: Final = re.compile(r"[A-Z]{1,5}/[\w.\-/]{0,30}/")
_REST_OF_SYMBOL: Final = re.compile(r"/?(?:(?:L|Rev|Add|Corr|INF|CRP|WP)\.\d|RES/|\d)[\w./\-]{0,20}")
_RESOLUTIONS: Final = ("A/RES/", "E/RES/", "", "A/HRC/RES/")
"""How symbols of resolutions begin, in the order of enacting lines; the Security Council numbers in another way."""

_COUNCIL_RESOLUTION: Final = re.compile(r"Resolution (\d{1,4} \((?:19|20)\d\d\))")
_SECURITY_COUNCIL: Final = 2

_DATE: Final = re.compile(rf"\b\d{{1,2}} (?:{MONTHS['en']}) \d{{4}}\b")
_ORGANS: Final = (
    "General Assembly",
    "Economic and Social Council",
    "Security Council",
    "Human Rights Council",
    "Trusteeship Council",
)
_HYPHENS = str.maketrans({"\u2011": "-", "\u2010": "-", "\u00a0": " "})
_FRONT_PARAGRAPHS: Final = 12
_TELLING: Final = frozenset(
    {ParagraphKind.SESSION, ParagraphKind.AGENDA, ParagraphKind.TITLE, ParagraphKind.SPONSORS}
)


def described(draft: Draft, hints: tuple[str, ...] = ()) -> Draft:
    """The draft with all that its masthead tells; `hints` are symbols that the file names elsewhere."""
    kinds: dict[ParagraphKind, str] = {}
    for paragraph in draft.paragraphs:
        if paragraph.kind in _TELLING and paragraph.kind not in kinds:
            kinds[paragraph.kind] = _plain(paragraph.text)
    items = (paragraph.text for paragraph in draft.paragraphs if paragraph.kind is ParagraphKind.AGENDA)
    numbered = next(filter(is_agenda_line, items), "")
    margin_texts = [_plain(paragraph.text) for margin in draft.margins for paragraph in margin.paragraphs]
    front = [_plain(paragraph.text) for paragraph in _front(draft.paragraphs)]
    organ = _organ(draft.paragraphs, margin_texts + front)
    return replace(
        draft,
        symbol=_symbol(hints, margin_texts, front) or _implied_symbol(draft.paragraphs, organ),
        organ=organ,
        session=kinds.get(ParagraphKind.SESSION, ""),
        agenda=_plain(numbered) or kinds.get(ParagraphKind.AGENDA, ""),
        title=kinds.get(ParagraphKind.TITLE, ""),
        sponsors=kinds.get(ParagraphKind.SPONSORS, ""),
        date=next(_dates(margin_texts + front), ""),
    )


def is_symbol_line(text: str) -> bool:
    """Whether a line holds a document symbol and nothing else."""
    return _SYMBOL.fullmatch(_plain(text)) is not None


def _front(paragraphs: Iterable[Paragraph]) -> Iterator[Paragraph]:
    shown = [paragraph for paragraph in paragraphs if paragraph.kind is not ParagraphKind.BLANK]
    for paragraph in shown[:_FRONT_PARAGRAPHS]:
        if paragraph.kind in (ParagraphKind.ENACTING, ParagraphKind.PREAMBULAR, ParagraphKind.OPERATIVE):
            return
        yield paragraph


def _symbol(hints: Iterable[str], margins: Iterable[str], front: Iterable[str]) -> str:
    for text in hints:
        found = _SYMBOL.search(_plain(text))
        if found:
            return found[0]
    for text in [*joined_symbols(margins), *joined_symbols(front)]:
        if len(text) < 60 and (found := _SYMBOL.match(text)) is not None:
            return found[0]
    return ""


def joined_symbols(texts: Iterable[str]) -> list[str]:
    """The texts, a symbol that two of them hold in pieces, "A/C.3/81/L.12/" and "Rev.1", as one."""
    whole: list[str] = []
    for text in texts:
        is_cut = bool(whole) and (_CUT_SYMBOL.fullmatch(whole[-1]) or (text[:1] == "/" and is_symbol_line(whole[-1])))
        if is_cut and _REST_OF_SYMBOL.fullmatch(text):
            whole[-1] += text
        else:
            whole.append(text)
    return whole


def _implied_symbol(paragraphs: Iterable[Paragraph], organ: str) -> str:
    """The symbol of an adopted resolution by its number and its organ, where no line has it; "" for none."""
    place = organ_place(organ)
    for paragraph in paragraphs:
        if paragraph.kind is ParagraphKind.TITLE and "/" in paragraph.number and place is not None:
            return f"{_RESOLUTIONS[place]}{paragraph.number}" if _RESOLUTIONS[place] else ""
        found = _COUNCIL_RESOLUTION.fullmatch(_plain(paragraph.text)) if place == _SECURITY_COUNCIL else None
        if found is not None:
            return f"S/RES/{found[1]}"
    return ""


def _organ(paragraphs: Iterable[Paragraph], texts: Iterable[str]) -> str:
    for paragraph in paragraphs:
        if paragraph.kind is ParagraphKind.ENACTING:
            organ = enacting_organ(paragraph.text)
            if organ:
                return organ
    return next((organ for text in texts for organ in _ORGANS if text.startswith(organ)), "")


def _dates(texts: Iterable[str]) -> Iterator[str]:
    for text in texts:
        found = _DATE.search(text)
        if found and len(text) < 60:
            yield found[0]


def _plain(text: str) -> str:
    return _IN_SYMBOL.sub("", re.sub(r"\s+", " ", text.translate(_HYPHENS)).strip().replace("\ufffc", ""))
