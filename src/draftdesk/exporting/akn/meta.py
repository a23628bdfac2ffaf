"""The metadata of an Akoma Ntoso document: work, expression and manifestation of one version of a text."""

from __future__ import annotations

import re
from typing import Final

from lxml import etree

from draftdesk.exporting.akn.inline import akn
from draftdesk.model.draft import Draft

LANGUAGES: Final = {"en": "eng", "fr": "fra", "es": "spa", "ru": "rus", "ar": "ara", "zh": "zho"}
_ACTORS: Final = {"A": "unga", "E": "unecosoc", "S": "unsc"}
_UNDATED: Final = "0001-01-01"
"""What the Secretariat's files have where a date is not known."""

_ADOPTED: Final = re.compile(r"[AES]/(?:HRC/)?RES/(?P<number>\S+)")
_DATE: Final = re.compile(r"\d{4}-\d\d-\d\d")


def meta_of(draft: Draft, date: str = "") -> etree._Element:
    """The `meta` element; `date` is the day of the version, "2026-11-28"."""
    day = date if _DATE.fullmatch(date) else _UNDATED
    language = LANGUAGES.get(draft.language, "eng")
    work = f"/akn/un/statement/deliberation/{_actor(draft)}/{day}/{_number(draft)}"
    identification = akn("identification", source="#draft")
    levels = (
        ("FRBRWork", f"{work}/!main", work, "version"),
        ("FRBRExpression", f"{work}/{language}@/!main", f"{work}/{language}@", "version"),
        ("FRBRManifestation", f"{work}/{language}@/!main.xml", f"{work}/{language}@.xml", "markup"),
    )
    for name, this, uri, kind in levels:
        level = akn(name)
        level.append(akn("FRBRthis", value=this))
        level.append(akn("FRBRuri", value=uri))
        level.append(akn("FRBRdate", date=day, name=kind))
        level.append(akn("FRBRauthor", href="#draft", as_="author"))
        if name == "FRBRWork":
            level.append(akn("FRBRcountry", value="un"))
        if name == "FRBRExpression":
            level.append(akn("FRBRlanguage", language=language))
        identification.append(level)
    meta = akn("meta")
    meta.append(identification)
    return meta


def _actor(draft: Draft) -> str:
    return _ACTORS.get(draft.symbol[:1], "unga")


def _number(draft: Draft) -> str:
    adopted = _ADOPTED.fullmatch(draft.symbol)
    name = adopted["number"] if adopted else draft.symbol or "draft"
    return re.sub(r"[^\w.-]+", "-", name)
