"""What can go wrong, said so that a delegate can act on it.

Every error carries a `Message`; nothing below the window renders it or returns False instead.
"""

from __future__ import annotations

from typing_extensions import override

from draftdesk.messages import Message, message, render
from draftdesk.translation import Field


class DraftdeskError(Exception):
    """The work asked for was refused; the message says why and what to do."""

    def __init__(self, said: Message) -> None:
        super().__init__(said)
        self.said = said

    @override
    def __str__(self) -> str:
        return render(self.said)


class ReadingError(DraftdeskError):
    """A file could not be read."""


class DraftingError(DraftdeskError):
    """An edit of a draft does not apply."""


class ExportError(DraftdeskError):
    """A file could not be made or written."""


class ProofError(ExportError):
    """A redline does not give back both texts, so it was not written."""


class WorkspaceError(DraftdeskError):
    """The desk could not be kept or found again."""


def refusal(kind: type[DraftdeskError], code: str, **fields: Field) -> DraftdeskError:
    """An error of `kind` with a message of the catalogue."""
    return kind(message(code, **fields))
