"""Drafts of several languages on one desk: their words say nothing of each other."""

from __future__ import annotations

from collections.abc import Sequence

from draftdesk.messages import Message, message
from draftdesk.model.draft import Draft
from draftdesk.workbench.new_text import LANGUAGE_NAMES


def languages_told(drafts: Sequence[Draft]) -> Message | None:
    """The sentence that says that drafts are in different languages; None where all are in one."""
    found = dict.fromkeys(draft.language for draft in drafts)
    if len(found) < 2:
        return None
    return message("languages_mixed", languages=", ".join(LANGUAGE_NAMES.get(code, code) for code in found))
