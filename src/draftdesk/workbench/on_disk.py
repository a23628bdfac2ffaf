"""Files on a desk and the same files on the disk: what reading left out, what changed since, what is in use."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from draftdesk.messages import Message
from draftdesk.model.dossier import OpenedFile
from draftdesk.model.draft import Received
from draftdesk.reading.receive import digest_of


def left_out(received: Iterable[Received]) -> tuple[Message, ...]:
    """What reading files left out and warned of, each sentence once."""
    return tuple(dict.fromkeys(said for one in received for said in (*one.not_read, *one.warnings)))


def changed_since(files: Iterable[OpenedFile]) -> tuple[OpenedFile, ...]:
    """The files whose bytes on the disk are others than those that were read; a file that is gone is none."""
    return tuple(file for file in files if _digest_now(Path(file.path)) not in (file.digest, ""))


def is_in_use(path: Path, files: Iterable[OpenedFile]) -> bool:
    """Whether a place to write to is one of the files on the desk."""
    return any(_same_place(path, Path(file.path)) for file in files)


def _digest_now(path: Path) -> str:
    try:
        return digest_of(path.read_bytes())
    except OSError:
        return ""


def _same_place(one: Path, other: Path) -> bool:
    try:
        return one.exists() and other.exists() and one.samefile(other)
    except OSError:
        return False
