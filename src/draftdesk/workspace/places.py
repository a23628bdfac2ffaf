"""Where desks are kept, which one was used last, and a fresh one when that cannot be opened."""

from __future__ import annotations

import os
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

import platformdirs

from draftdesk.errors import WorkspaceError, refusal
from draftdesk.messages import Message, message, render
from draftdesk.workspace.faults import faults_of
from draftdesk.workspace.store import Workspace

SUFFIX: Final = ".desk"
_FOLDER_VARIABLE: Final = "DRAFTDESK_WORKSPACES"


@dataclass(frozen=True, slots=True)
class Opened:
    """A workspace that is open, and what the user should know about it."""

    workspace: Workspace
    said: Message | None = None


def workspaces_folder() -> Path:
    """The user's folder of desks; the variable DRAFTDESK_WORKSPACES names another one."""
    chosen = os.environ.get(_FOLDER_VARIABLE)
    return Path(chosen) if chosen else Path(platformdirs.user_data_dir("draftdesk", appauthor=False)) / "desks"


def recent_workspaces(folder: Path | None = None) -> tuple[Path, ...]:
    """The files of desks, the one used last first. Raises WorkspaceError."""
    place = folder or workspaces_folder()
    with faults_of(place):
        if not place.is_dir():
            return ()
        return tuple(sorted(place.glob(f"*{SUFFIX}"), key=_last_used, reverse=True))


def open_latest(folder: Path | None = None) -> Opened:
    """The desk used last, or a new one; where it cannot be opened, a new one and the reason."""
    recent = recent_workspaces(folder)
    if not recent:
        return Opened(new_workspace(folder))
    try:
        return Opened(Workspace.open(recent[0]))
    except WorkspaceError as error:
        return Opened(new_workspace(folder), message("workspace_set_aside", reason=render(error.said)))


def new_workspace(folder: Path | None = None) -> Workspace:
    """An empty desk in a file of its own. Raises WorkspaceError."""
    place = folder or workspaces_folder()
    stem = datetime.now(UTC).astimezone().strftime("%Y-%m-%d %H.%M")
    with faults_of(place):
        name = next(
            name
            for name in (f"{stem}{SUFFIX}", *(f"{stem} ({n}){SUFFIX}" for n in range(2, 10_000)))
            if not (place / name).exists()
        )
    try:
        return Workspace.open(place / name)
    except WorkspaceError as error:
        if error.said.code != "workspace_not_opened":
            raise
        raise refusal(
            WorkspaceError, "no_place_for_desks", folder=str(place), reason=str(error.said.field("reason"))
        ) from error


def _last_used(path: Path) -> tuple[int, str]:
    log = path.with_name(path.name + "-wal")
    times = [file.stat().st_mtime_ns for file in (path, log) if file.exists()]
    return max(times, default=0), path.name
