"""References of a draft to paragraphs of its own that are gone: where they stand, and how they are told."""

from __future__ import annotations

from collections.abc import Sequence

from draftdesk.messages import Message, message
from draftdesk.model.draft import Draft
from draftdesk.workbench.paragraph_names import paragraph_names
from draftdesk.workbench.working_places import holder_of


def lost_places(drafts: Sequence[Draft]) -> frozenset[tuple[int, int]]:
    """Column and index of each paragraph that names one that is gone, itself or in a note."""
    return frozenset((column, index) for column, draft in enumerate(drafts) for index in _holders(draft))


def lost_told(draft: Draft) -> Message | None:
    """What to tell before a draft leaves; None where all that it names is there."""
    places = sorted(set(_holders(draft)))
    if not places:
        return None
    names = paragraph_names(draft)
    return message("references_lost", where=", ".join(names[index].full for index in places))


def _holders(draft: Draft) -> list[int]:
    serials = (holder_of(draft, lost.paragraph) for lost in draft.lost)
    return [draft.index_of(serial) for serial in serials if serial is not None]
