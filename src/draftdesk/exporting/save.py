"""Saving an export: all of it or nothing, never over a file that the user did not mean."""

from __future__ import annotations

import contextlib
import errno
import os
import stat
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from draftdesk.errors import ExportError, refusal
from draftdesk.messages import Message, message
from draftdesk.wordml.package import suffix_of_content

_NO_ROOM = (errno.ENOSPC, errno.EDQUOT)


@dataclass(frozen=True)
class Saved:
    """Where an export is now, and what to tell where that is not the place that was asked for."""

    path: Path
    remark: Message | None = None


def save(path: Path, data: bytes, *, force: bool = False) -> Saved:
    """Write the bytes beside `path` and put them in its place at once; raises ExportError.

    A file that is open in Word, or that may not be written, is never replaced: the export is saved beside it. Word
    opens a file with macros, or a template, only under a name that says so.
    """
    place = _named_as_word_asks(path, data)
    if place.is_dir():
        raise refusal(ExportError, "file_is_folder", name=place.name)
    if place.exists() and not force:
        raise refusal(ExportError, "file_exists", name=place.name)
    remark = message("saved_as", name=path.name, written=place.name) if place != path else None
    try:
        written = _written(place, data)
    except OSError as error:
        if error.errno in _NO_ROOM:
            raise refusal(ExportError, "no_room", name=place.name) from error
        reason = (error.strerror or "the system refused").lower()
        raise refusal(ExportError, "cannot_write", name=place.name, reason=reason) from error
    if written != place:
        remark = message("saved_beside", name=place.name, written=written.name)
    return Saved(written, remark)


def _written(place: Path, data: bytes) -> Path:
    """Where the bytes went: to the place, or beside it where that is taken."""
    if not _is_taken(place):
        try:
            _replace(place, data)
        except PermissionError:  # on Windows a file that a program has open
            if not place.exists():
                raise
        else:
            return place
    beside = next(name for number in count(2) if not (name := place.with_stem(f"{place.stem} ({number})")).exists())
    _replace(beside, data)
    return beside


def _is_taken(place: Path) -> bool:
    """Whether a program has the file open, which Word and LibreOffice note in a file beside it, or it is locked."""
    if not place.exists():
        return False
    by_word = [f"~${place.name[left:]}" for left in range(3)]  # the longer the name, the more of it is left out
    notes = (*by_word, f".~lock.{place.name}#")
    return any(place.with_name(note).exists() for note in notes) or not place.stat().st_mode & stat.S_IWUSR


def _named_as_word_asks(path: Path, data: bytes) -> Path:
    suffix = suffix_of_content(data) if path.suffix.lower() == ".docx" else ""
    return path.with_suffix(suffix) if suffix else path


def _replace(path: Path, data: bytes) -> None:
    temporary = path.with_name(f".{path.name}.{os.urandom(6).hex()}.part")
    stream = open(temporary, "xb", opener=_for_its_owner)  # noqa: SIM115  paths know no opener
    try:
        with stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        temporary.chmod(_mode(path))
        temporary.replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            temporary.unlink()
        raise


def _for_its_owner(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)


def _mode(path: Path) -> int:
    """The rights of the file that is replaced, else those that the user's mask gives."""
    if path.exists():
        return path.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
