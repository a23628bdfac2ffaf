"""The enacting line, "The General Assembly,": which organ speaks."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from draftdesk.wording.openings import enacting_formulas

_LANGUAGES: Final = ("en", "fr", "es", "ru", "zh", "ar")
_ENDS: Final = ",，،.: "
_LONGEST: Final = 120
_LISTED: Final = 4  # organs that every language has
_BEFORE: Final = " \t\n\ufffc"
_BEGINNING: Final = 2  # characters
_NAME: Final = r"[^.,;:،，]{1,90}"
_OTHERS: Final = re.compile(
    rf"The Conference of the Parties(?: serving as {_NAME})?,"
    rf"|La Conférence des Parties(?: agissant comme {_NAME})?,"
    rf"|La Conferencia de las Partes(?: en calidad de {_NAME})?,"
    rf"|Конференция Сторон(?:, действующая в качестве {_NAME})?,"
    rf"|作为《{_NAME}》缔约方会议的《公约》缔约方会议，"
    rf"|إن مؤتمر الأطراف(?: العامل بوصفه {_NAME})?،"
    r"|The (?:[A-Z][\w’-]+ ){0,5}(?:Assembly|Board|Commission|Committee|Conference|Congress|Council)"
    r"(?: (?:of|on|for|to|the|and|in|[A-Z][\w’-]*)){0,16},"
)
"""Organs that are too many to list. A conference of parties may serve as the meeting of those to another treaty."""

_OTHER_BEGINNINGS: Final = ("ко", "作为")
_ARTICLES: Final = re.compile(r"^(?:The|L’|La|Le|El|Les)\s*")


def enacting_organ(text: str) -> str | None:
    """The organ, without its article, that a line names and nothing more; None for any other line."""
    if len(text) > _LONGEST or not may_be_enacting(text):
        return None
    known = _organs().get(_key(text))
    return known if known is not None else _other_organ(text)


def _other_organ(text: str) -> str | None:
    plain = _plain(text)
    return _named(plain) if _OTHERS.fullmatch(plain) else None


def organ_place(organ: str) -> int | None:
    """The place of an organ in the list of enacting lines, the same in each language; None where it is not in it."""
    for language in _LANGUAGES:
        names = list(map(_named, enacting_formulas(language)[:_LISTED]))
        if organ in names:
            return names.index(organ)
    return None


def may_be_enacting(text: str) -> bool:
    """Whether a text begins as an enacting line does, which few do."""
    return text.lstrip(_BEFORE)[:_BEGINNING].replace("'", "’").casefold() in _beginnings()


@cache
def _beginnings() -> frozenset[str]:
    """How such lines begin: most lines do not, and need no closer look."""
    return frozenset((*(name[:_BEGINNING] for name in _organs()), *_OTHER_BEGINNINGS))


@cache
def _organs() -> dict[str, str]:
    formulas = [formula for language in _LANGUAGES for formula in enacting_formulas(language)]
    return {_key(formula): _named(formula) for formula in formulas}


def _named(formula: str) -> str:
    """The organ without its article and what ends the line."""
    return _ARTICLES.sub("", formula.rstrip(_ENDS))


def _key(text: str) -> str:
    return _plain(text).rstrip(_ENDS).casefold()


def _plain(text: str) -> str:
    return re.sub(r"\s+", " ", text.replace("'", "’").replace("\ufffc", "")).strip()
