"""The ids of drafts that are read from files."""

from __future__ import annotations

from draftdesk.model.draft import FINAL, View


def draft_id_of(digest: str, view: View) -> str:
    """The id of the draft in a file as a view shows it."""
    return digest[:16] if view == FINAL else f"{digest[:16]}@{view}"
