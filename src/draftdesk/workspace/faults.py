"""What can go wrong with the file of a desk, as one sentence to the user."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from draftdesk.errors import DraftdeskError, WorkspaceError, refusal
from draftdesk.workspace.codec import CodecError

_DAMAGED: Final = frozenset({sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_FORMAT})
_IN_USE: Final = frozenset({sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED})
_PRIMARY: Final = 0xFF
"""The low byte of an error code of SQLite is its kind."""


@contextmanager
def faults_of(path: Path, no_access: str = "workspace_no_access") -> Iterator[None]:
    """Turns what SQLite, the disk and stored JSON can raise into a WorkspaceError that names the file.

    `no_access` is the code of the sentence for a file that cannot be reached.
    """
    try:
        yield
    except (sqlite3.Error, CodecError, OSError) as error:
        raise _refusal(error, path, no_access) from error


def _refusal(error: Exception, path: Path, no_access: str) -> DraftdeskError:
    code = getattr(error, "sqlite_errorcode", -1) & _PRIMARY if isinstance(error, sqlite3.Error) else -1
    if code in _IN_USE:
        return refusal(WorkspaceError, "workspace_in_use", name=path.name)
    if code == sqlite3.SQLITE_FULL:
        return refusal(WorkspaceError, "no_room", name=path.name)
    if isinstance(error, CodecError) or code in _DAMAGED or code == sqlite3.SQLITE_ERROR:
        return refusal(WorkspaceError, "workspace_damaged", name=path.name, reason=str(error))
    return refusal(WorkspaceError, no_access, name=path.name, reason=_reason(error, path))


def _reason(error: Exception, path: Path) -> str:
    """What the system says; SQLite alone only says that it cannot open the file."""
    if isinstance(error, sqlite3.Error):
        try:
            path.open("r+b").close()
        except OSError as said:
            return said.strerror or str(error)
    return error.strerror or str(error) if isinstance(error, OSError) else str(error)
