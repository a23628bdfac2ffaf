"""The enacting line, "The General Assembly,": which organ speaks."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from draftdesk.wording.openings import enacting_formulas

_LANGUAGES: Final = ("en", "fr", "es", "ru", "zh", "ar")
_ENDS: Final = ",，،.: "
_LONGEST: Final = 120
_BEFORE: Final = " \t\n\ufffc"
_BEGINNING: Final = 2  # characters
_ARTICLES: Final = re.compile(r"^(?:The|L’|La|Le|El|Les)\s*")


def enacting_organ(text: str) -> str | None:
    """The organ, without its article, that a line names and nothing more; None for any other line."""
    if len(text) > _LONGEST or not may_be_enacting(text):
        return None
    return _organs().get(_key(text))


def may_be_enacting(text: str) -> bool:
    """Whether a text begins as an enacting line does, which few do."""
    return text.lstrip(_BEFORE)[:_BEGINNING].replace("'", "’").casefold() in _beginnings()


@cache
def _beginnings() -> frozenset[str]:
    """How such lines begin: most lines do not, and need no closer look."""
    return frozenset(name[:_BEGINNING] for name in _organs())


@cache
def _organs() -> dict[str, str]:
    formulas = [formula for language in _LANGUAGES for formula in enacting_formulas(language)]
    return {_key(formula): _ARTICLES.sub("", formula.rstrip(_ENDS)) for formula in formulas}


def _key(text: str) -> str:
    plain = re.sub(r"\s+", " ", text.replace("'", "’").replace("\ufffc", "")).strip()
    return plain.rstrip(_ENDS).casefold()
