"""What draftdesk says to its user: a code with fields below the window, a sentence at the top.

Every error, warning and finding travels as a `Message`; only `render` knows the words. The English
sentences are the keys of the gettext catalogues of other languages.
"""

from __future__ import annotations

import gettext
from collections.abc import Mapping
from dataclasses import dataclass

from draftdesk.catalogue import SENTENCES

Field = str | int


@dataclass(frozen=True, slots=True)
class Message:
    """A code of the catalogue and the values that its sentence needs."""

    code: str
    fields: tuple[tuple[str, Field], ...] = ()

    def field(self, name: str) -> Field | None:
        """The value of a field; None where the message has none of that name."""
        return dict(self.fields).get(name)


def message(code: str, **fields: Field) -> Message:
    """A Message; raises KeyError for a code that the catalogue does not know."""
    if code not in SENTENCES:
        raise KeyError(code)
    return Message(code, tuple(sorted(fields.items())))


def render(said: Message, translation: gettext.NullTranslations | None = None) -> str:
    """The sentence of a message in the language of `translation` (English when None)."""
    sentence = SENTENCES[said.code]
    if translation is not None:
        sentence = translation.gettext(sentence)
    return sentence.format_map(_Shown(dict(said.fields)))


class _Shown(dict[str, Field]):
    """Fields for a sentence; one that is missing is shown by its name, never an exception."""

    def __init__(self, fields: Mapping[str, Field]) -> None:
        super().__init__(fields)

    def __missing__(self, key: str) -> str:
        return key
