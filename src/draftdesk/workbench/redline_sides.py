"""Both sides of a redline from the desk, with the paragraphs of Word files as they stand in the files.

What a person joined or split in the reading of a Word file is a way to look at it; a redline gives the file back.
In a text that is no Word file, a PDF or a message, it is what the text says, and the redline follows it.
"""

from __future__ import annotations

from dataclasses import dataclass

from draftdesk.messages import Message, message
from draftdesk.model.draft import Draft
from draftdesk.wordml.package import can_be_written
from draftdesk.workbench.desk.desk import Desk


@dataclass(frozen=True, slots=True)
class RedlineSides:
    """The base and the new text; `new_bytes` is None for the working draft, `said` what stays out, if anything."""

    base: Draft
    base_bytes: bytes
    new: Draft
    new_bytes: bytes | None
    said: Message | None = None


def redline_sides(desk: Desk, column: int) -> RedlineSides:
    """The sides of a redline of the draft in a column on the first one; raises WorkspaceError."""
    base, base_bytes, left = _of_file(desk, desk.columns[0].draft_id)
    if desk.columns[column].is_working:
        new, new_bytes = desk.drafts[column], None
    else:
        new, new_bytes, more = _of_file(desk, desk.columns[column].draft_id)
        left += more
    said = message("regroupings_left_out", count=left) if left else None
    return RedlineSides(base, base_bytes, new, new_bytes, said)


def _of_file(desk: Desk, draft_id: str) -> tuple[Draft, bytes, int]:
    """A file's draft for a redline, its bytes, and how many corrections of paragraphs do not count in it."""
    data = desk.received(draft_id)[1]
    regroupings = sum(one.paragraph.draft == draft_id for one in desk.dossier.regroupings)
    if regroupings and can_be_written(data):
        return desk.as_filed(draft_id), data, regroupings
    return desk.drafts[desk.column_index(draft_id)], data, 0
