"""What the numbers of a draft tell, kept for the next edit: words that were typed in between change nothing of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, Generic, TypeVar

from draftdesk.model.draft import Draft
from draftdesk.model.paragraph import Paragraph

Told = TypeVar("Told")

_KEPT: Final = 2
"""The drafts before and after the last edit: the next one, and undo and what follows it, start from one of them."""


class Foreseen(Generic[Told]):
    """What `work` tells of the drafts that were asked about last; it may look at kinds and numbers only."""

    def __init__(self, work: Callable[[Draft], Told]) -> None:
        self._work = work
        self._known: tuple[tuple[Draft, Told], ...] = ()

    def of(self, draft: Draft) -> Told:
        """What is told of a draft; the very same for one with the same kinds and numbers."""
        known = next((one for one in self._known if has_same_numbers(one[0], draft)), None) or (
            draft,
            self._work(draft),
        )
        self._known = (known, *(one for one in self._known if one is not known))[:_KEPT]
        return known[1]


def has_same_numbers(one: Draft, other: Draft) -> bool:
    """Whether two drafts have the same paragraphs in the same order, with the same kinds and numbers."""
    if one is other:
        return True
    pairs = zip(one.paragraphs, other.paragraphs, strict=False)
    return len(one.paragraphs) == len(other.paragraphs) and all(a is b or _is_numbered_alike(a, b) for a, b in pairs)


def _is_numbered_alike(one: Paragraph, other: Paragraph) -> bool:
    parts = [(p.id, p.kind, p.number, p.number_span, p.prefix) for p in (one, other)]
    return parts[0] == parts[1]
