"""Spellings that may be meant by a word that no list has, and the choice of one of them."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from draftdesk.model.finding import Mend, Replacement
from draftdesk.workbench.draft_findings import FindingEntry

UNKNOWN_WORD: Final = "unknown_word"
"""The code of the rule of the word lists."""


def spellings(entry: FindingEntry) -> tuple[str, ...]:
    """What may be meant, the likeliest first; nothing for a finding of another rule."""
    if entry.finding.rule != UNKNOWN_WORD:
        return ()
    return tuple(word for word in (entry.finding.right, *entry.finding.others) if word)


def spelt(entry: FindingEntry, word: str) -> FindingEntry:
    """The finding with another word as the one that is right."""
    mend = Mend((Replacement(entry.finding.span, word),))
    return replace(entry, finding=replace(entry.finding, right=word, mend=mend), right=word)
