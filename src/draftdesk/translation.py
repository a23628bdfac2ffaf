"""The language of the interface: texts are written in English, and shown in the language in use.

The English text is its own key. What a language has no text for is shown in English, so that a sentence that
was changed is never shown with the meaning of before. A process has one language of the interface; it is set
before anything is shown.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from draftdesk.phrasebook import Phrasebook, read_phrasebook
from draftdesk.resources import resource

ENGLISH: Final = "en"
INTERFACE_LANGUAGES: Final = {ENGLISH: "English", "fr": "Français"}
"""Languages that have all texts, each by its own name."""

_RIGHT_TO_LEFT: Final = frozenset({"ar", "fa", "he", "ur"})
_FIGURES: Final[dict[str, str]] = {ENGLISH: ",", "fr": "\u00a0"}
"""What stands between the thousands of a figure."""

Field = str | int


class _InUse:
    """The one language of this process."""

    code: str = ENGLISH
    phrases: Phrasebook = read_phrasebook(())


def use_language(code: str) -> None:
    """Show texts in a language from now on; "" is English. One without texts is laid out as it is written."""
    _InUse.code = code or ENGLISH
    files = sorted(resource("translations").glob(f"{_InUse.code}/*.po"))
    _InUse.phrases = read_phrasebook([file.read_text(encoding="utf-8") for file in files])


def language_in_use() -> str:
    """The code of the language in use."""
    return _InUse.code


def is_right_to_left() -> bool:
    """Whether the interface is laid out from right to left."""
    return _InUse.code in _RIGHT_TO_LEFT


def tr(text: str, /, **fields: Field) -> str:
    """An English text in the language in use, its fields in braces filled in."""
    return _filled(_InUse.phrases.text(text), fields)


def tr_count(one: str, many: str, count: int, /, **fields: Field) -> str:
    """The form of a text that suits `count`, which is a field of it too."""
    return _filled(_InUse.phrases.form(one, many, count), {**fields, "count": figure(count)})


def later(text: str) -> str:
    """The text as it is: it stands in a table, and is shown by `tr` when it is wanted."""
    return text


def figure(number: int) -> str:
    """A number as the language writes it: 2,400 in English."""
    return f"{number:,}".replace(",", _FIGURES.get(_InUse.code, ","))


def _filled(text: str, fields: Mapping[str, Field]) -> str:
    return text.format_map(_Shown(fields)) if fields else text


class _Shown(dict[str, Field]):
    """Fields for a sentence; one that is missing is shown by its name, never an exception."""

    def __missing__(self, key: str) -> str:
        return key
