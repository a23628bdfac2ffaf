"""The table of ladders that strength is told by: that of the program, or the user's own copy."""

from __future__ import annotations

from draftdesk.comparing.comparison import forget_changes
from draftdesk.errors import DraftdeskError
from draftdesk.messages import Message, message, render
from draftdesk.wording.ladders import ladders_text, read_ladders
from draftdesk.wording.openings import use_ladders
from draftdesk.workspace.own_ladders import keep_own_ladders, own_ladders_text


def take_up_own() -> Message | None:
    """Tell strength by the user's copy, where there is one; what is wrong with a copy that cannot be used."""
    try:
        text = own_ladders_text()
        table = read_ladders(text) if text is not None else None
    except DraftdeskError as error:
        return message("ladders_set_aside", reason=render(error.said))
    use_ladders(table)
    forget_changes()
    return None


def ladders_in_hand() -> str:
    """The text of the table, to be edited: the user's copy also where it is wrong."""
    own = own_ladders_text()
    return own if own is not None else ladders_text()


def keep(text: str) -> None:
    """Tell strength by a table from now on, and keep it; that of the program is no copy.

    Raises DraftingError where a line is wrong and WorkspaceError where it cannot be kept; then all stays as it was.
    """
    is_own = text.strip() != ladders_text().strip()
    table = read_ladders(text) if is_own else None
    keep_own_ladders(text if is_own else None)
    use_ladders(table)
    forget_changes()
