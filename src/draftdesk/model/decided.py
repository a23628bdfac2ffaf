"""What a person decided about paragraphs: their status, notes of one's own, and what was taken from a proposal."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from draftdesk.model.paragraph import ParagraphId


@dataclass(frozen=True, slots=True)
class Anchor:
    """The words of a paragraph and of those before and after it, by which it is found again in another draft."""

    text: str = ""
    before: str = ""
    after: str = ""


class StatusKind(StrEnum):
    """How far a paragraph is negotiated, as rolling texts are marked."""

    AGREED = "agreed"
    AD_REFERENDUM = "ad_referendum"
    PENDING = "pending"
    RESERVED = "reserved"


@dataclass(frozen=True, slots=True)
class ParagraphStatus:
    """A status of paragraphs that answer each other; `who` reserved its position, "" where nobody is named.

    `number` grows with each decision, so that a later one wins where two meet at one paragraph.
    """

    paragraphs: tuple[ParagraphId, ...]
    kind: StatusKind
    who: str = ""
    anchor: Anchor = Anchor()
    number: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class PrivateNote:
    """A remark of the user on paragraphs that answer each other; `about` are the words of a change, "" for all of it.

    It is for the user alone: nothing that is exported holds it, but a change report for which that was chosen.
    """

    paragraphs: tuple[ParagraphId, ...]
    text: str
    about: str = ""
    anchor: Anchor = Anchor()


@dataclass(frozen=True, slots=True)
class Answer:
    """What was answered to a proposal: `draft` is its id, `name` whose it is, `words` the change, "" for all of it.

    `is_taken`: it went into the working draft; else the paragraph was left as it is.
    """

    paragraphs: tuple[ParagraphId, ...]
    draft: str
    name: str
    words: str = ""
    is_taken: bool = True
