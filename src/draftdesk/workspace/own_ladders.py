"""The user's own copy of the table of ladders, for all desks: a plain file beside them."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from draftdesk.workspace.faults import faults_of
from draftdesk.workspace.places import workspaces_folder

_FILE: Final = "ladders.txt"


def own_ladders_file() -> Path:
    """Where the copy is; there is no such file where the table of the program is used."""
    return workspaces_folder() / _FILE


def own_ladders_text() -> str | None:
    """The copy as it is; None where there is none. Raises WorkspaceError where it cannot be read."""
    place = own_ladders_file()
    with faults_of(place):
        return place.read_text(encoding="utf-8", errors="replace") if place.exists() else None


def keep_own_ladders(text: str | None) -> None:
    """Another copy, or with None no copy any more. Raises WorkspaceError."""
    place = own_ladders_file()
    with faults_of(place):
        if text is None:
            place.unlink(missing_ok=True)
        else:
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_text(f"{text.rstrip()}\n", encoding="utf-8")
