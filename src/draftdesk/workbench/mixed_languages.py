"""Drafts of several languages on one desk: versions of one text, or texts that say nothing of each other."""

from __future__ import annotations

from draftdesk.comparing.comparison import Comparison
from draftdesk.messages import Message, message
from draftdesk.workbench.languages.notes import count_differences
from draftdesk.workbench.new_text import LANGUAGE_NAMES


def language_name(code: str) -> str:
    """The name of a language in itself."""
    return LANGUAGE_NAMES.get(code, code)


def languages_told(comparison: Comparison) -> Message | None:
    """The sentence that says that drafts are in different languages; None where all are in one."""
    found = dict.fromkeys(draft.language for draft in comparison.drafts)
    if len(found) < 2:
        return None
    languages = ", ".join(map(language_name, found))
    if not comparison.table.versions:
        return message("languages_mixed", languages=languages)
    count = count_differences(comparison)
    return message("languages_differ" if count else "languages_agree", languages=languages, count=count)
