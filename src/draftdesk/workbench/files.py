"""Files as the user names them: a path, "-", or a path with the view of its tracked changes."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from draftdesk.errors import ReadingError, refusal
from draftdesk.model.draft import FINAL, ORIGINAL, Draft, Received, View, ViewKind
from draftdesk.reading.receive import receive
from draftdesk.settings import MAX_FILE_BYTES

STANDARD_STREAM: Final = "-"
_VIEWS: Final = {"original": ORIGINAL, "final": FINAL}
_BY: Final = "by:"

_to_be_read_again: Final[dict[tuple[bytes, str, View], Received]] = {}
"""Those of a folder that was put in order, by their content, until they are read for what was asked."""


@dataclass(frozen=True, slots=True)
class NamedFile:
    """A path ("-" for standard input) and how its tracked changes are read."""

    path: str
    view: View = FINAL
    chosen: bool = False  # whether the user named the view

    @property
    def name(self) -> str:
        """What messages call it."""
        return "standard input" if self.path == STANDARD_STREAM else Path(self.path).name


@dataclass(frozen=True, slots=True)
class LoadedFile:
    """A file that was read: its bytes, what they are, and that as a desk keeps it, "" where it is not made yet."""

    named: NamedFile
    data: bytes
    received: Received
    reading: bytes = b""

    @property
    def draft(self) -> Draft:
        """The draft as its view shows it."""
        return self.received.drafts[0]


def named_file(argument: str) -> NamedFile:
    """FILE = path | - | path@original | path@final | path@by:AUTHOR; a literal path wins."""
    path, at, view = argument.rpartition("@")
    if not at or not path or Path(argument).exists():
        return NamedFile(argument)
    if view in _VIEWS:
        return NamedFile(path, _VIEWS[view], chosen=True)
    if view.startswith(_BY) and len(view) > len(_BY):
        return NamedFile(path, View(ViewKind.BY_AUTHOR, view.removeprefix(_BY)), chosen=True)
    return NamedFile(argument)


def bytes_of(named: NamedFile) -> bytes:
    """The bytes of a file; raises ReadingError saying what is wrong with the place."""
    if named.path == STANDARD_STREAM:
        return sys.stdin.buffer.read(MAX_FILE_BYTES + 1)
    path = Path(named.path)
    try:
        if path.is_dir():
            raise refusal(ReadingError, "file_is_folder", name=named.name)
        if path.stat().st_size > MAX_FILE_BYTES:
            raise refusal(ReadingError, "file_too_large", name=named.name, limit=MAX_FILE_BYTES // (1024 * 1024))
        return path.read_bytes()
    except FileNotFoundError as error:
        raise refusal(ReadingError, "file_missing", name=named.name) from error
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise refusal(ReadingError, "file_unreadable", name=named.name, reason=reason) from error


def load(argument: str, *, again: bool = False) -> LoadedFile:
    """Read a FILE argument in this process; raises ReadingError. `again`: it is read once more soon."""
    named = named_file(argument)
    data = bytes_of(named)
    received = received_of(named, data)
    if again:
        _to_be_read_again[data, named.name, named.view] = received
    return LoadedFile(named, data, received)


def received_of(named: NamedFile, data: bytes) -> Received:
    """What reading the bytes of a file gives, or has given where it was known that they would be read again."""
    content = (data, named.name, named.view)
    return _to_be_read_again.pop(content, None) or receive(*content)
