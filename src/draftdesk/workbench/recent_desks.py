"""Desks used before, for the first page."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from draftdesk.errors import WorkspaceError
from draftdesk.translation import tr
from draftdesk.workbench.paragraph_names import WORKING_NAME
from draftdesk.workspace.places import recent_workspaces
from draftdesk.workspace.store import Workspace


@dataclass(frozen=True, slots=True)
class RecentDesk:
    """A desk that can be opened again: its file, what is on it, when it was last written."""

    path: Path
    title: str
    files: tuple[str, ...]
    has_working: bool
    used: datetime


def recent_desks(limit: int, apart: Path | None = None, folder: Path | None = None) -> tuple[RecentDesk, ...]:
    """The desks used last, without empty ones, those open elsewhere, and `apart`."""
    found: list[RecentDesk] = []
    for path in recent_workspaces(folder):
        if len(found) == limit:
            break
        desk = _looked_into(path) if path != apart else None
        if desk is not None and (desk.files or desk.has_working):
            found.append(desk)
    return tuple(found)


def _looked_into(path: Path) -> RecentDesk | None:
    used = datetime.fromtimestamp(path.stat().st_mtime).astimezone()
    try:
        with Workspace.open(path) as workspace:
            dossier = workspace.dossier
    except WorkspaceError:
        return None
    files = tuple(file.name for file in dossier.files)
    title = dossier.title or (files[0] if files else tr(WORKING_NAME))
    return RecentDesk(path, title, files, dossier.working is not None, used)
