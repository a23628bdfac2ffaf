"""What changed inside aligned paragraphs, with both coordinates.

The compared text of a cell is the `text` of its paragraphs joined by `PARAGRAPH_BREAK`, one code point; so
a split is one inserted break, a merge one deleted. Spans are code points in these joined texts.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from draftdesk.model.paragraph import Span

PARAGRAPH_BREAK: Final = "\u2029"


class ChangeKind(StrEnum):
    """What happened to the words."""

    INSERT = "insert"
    DELETE = "delete"
    REPLACE = "replace"


class ChangeClass(StrEnum):
    """How much a change matters, most first."""

    SUBSTANCE = "substance"
    STRENGTH = "strength"
    TECHNICAL = "technical"
    EDITORIAL = "editorial"
    NUMBER = "number"
    FORMAT = "format"
    NOISE = "noise"


@dataclass(frozen=True, slots=True)
class Change:
    """One change: `old` is empty for an insertion, `new` for a deletion (an empty span tells the place)."""

    kind: ChangeKind
    old: Span
    new: Span
    change_class: ChangeClass = ChangeClass.SUBSTANCE


@dataclass(frozen=True, slots=True)
class StrengthShift:
    """A changed opening: both phrases and ranks in one ladder; negative steps are a weakening."""

    old: str
    new: str
    ladder: str
    old_rank: int
    new_rank: int

    @property
    def steps(self) -> int:
        """The difference of the ranks: positive stronger, negative weaker."""
        return self.new_rank - self.old_rank


def without_noise(changes: Iterable[Change]) -> tuple[Change, ...]:
    """The changes that a reader would call one: not the kinds of blanks, quotes and hyphens."""
    return tuple(change for change in changes if change.change_class is not ChangeClass.NOISE)
