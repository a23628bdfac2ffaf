"""What draftdesk says to its user: a code with fields below the window, a sentence at the top.

Every error, warning and finding travels as a `Message`; only `render` knows the words.
"""

from __future__ import annotations

from dataclasses import dataclass

from draftdesk.catalogue import SENTENCES
from draftdesk.translation import Field, tr, tr_count


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


def render(said: Message) -> str:
    """The sentence of a message in the language of the interface."""
    sentence, fields = SENTENCES[said.code], dict(said.fields)
    reason = fields.get("reason")
    if isinstance(reason, str):
        fields["reason"] = tr(reason)
    if isinstance(sentence, str):
        return tr(sentence, **fields)
    count = fields.pop("count", 0)
    return tr_count(*sentence, count if isinstance(count, int) else 0, **fields)
