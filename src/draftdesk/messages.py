"""What draftdesk says to its user: a code with fields below the window, a sentence at the top.

Every error, warning and finding travels as a `Message`; only `render` knows the words.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from draftdesk.catalogue import SENTENCES
from draftdesk.translation import Field, later, tr, tr_count

REASONS: Final = (
    *(later("the file is cut off or damaged"), later("its packing is not known"), later("a part of it is damaged")),
    *(
        later("Permission denied"),
        later("permission denied"),
        later("file name too long"),
        later("File name too long"),
    ),
    *(later("read-only file system"), later("Read-only file system"), later("Input/output error")),
    *(later("file is not a database"), later("database disk image is malformed"), later("disk I/O error")),
    *(later("attempt to write a readonly database"), later("unable to open database file")),
    later("Failed to load document (PDFium: Data format error)."),
)
"""What those below say of their own accord, and the field `reason` takes as it comes; others stay in English."""


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
