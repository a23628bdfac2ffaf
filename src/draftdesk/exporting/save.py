"""Saving an export: all of it or nothing, never over a file that the user did not mean."""

from __future__ import annotations

import contextlib
import errno
import os
import tempfile
from pathlib import Path

from draftdesk.errors import ExportError, refusal

_NO_ROOM = (errno.ENOSPC, errno.EDQUOT)


def save(path: Path, data: bytes, *, force: bool = False) -> None:
    """Write the bytes beside `path` and put them in its place at once; raises ExportError."""
    if path.is_dir():
        raise refusal(ExportError, "file_is_folder", name=path.name)
    if path.exists() and not force:
        raise refusal(ExportError, "file_exists", name=path.name)
    try:
        _replace(path, data)
    except OSError as error:
        if error.errno in _NO_ROOM:
            raise refusal(ExportError, "no_room", name=path.name) from error
        reason = (error.strerror or "the system refused").lower()
        raise refusal(ExportError, "cannot_write", name=path.name, reason=reason) from error


def _replace(path: Path, data: bytes) -> None:
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".part", dir=path.parent)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        temporary.chmod(_mode(path))
        temporary.replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            temporary.unlink()
        raise


def _mode(path: Path) -> int:
    """The rights of the file that is replaced, else those that the user's mask gives."""
    if path.exists():
        return path.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
