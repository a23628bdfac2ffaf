"""What the plans of several hands become together: deeds, and what is shared, contested or numbered otherwise."""

from __future__ import annotations

from dataclasses import dataclass, field

from lxml import etree

from draftdesk.exporting.hands.story import Deed
from draftdesk.exporting.markup import Markup
from draftdesk.exporting.redline.lines import BaseLine, NewLine


@dataclass(frozen=True, slots=True)
class Beside:
    """A passage that stays contested: what hands propose stands beside it, or nowhere if they take it away.

    `base` are the base's paragraphs that stay where these hands alone are accepted, without the note marks `taken`
    out of them; `moves`: they have it elsewhere.
    """

    hands: tuple[int, ...]
    base: tuple[BaseLine, ...]
    deletes: bool
    moves: bool = False
    taken: tuple[etree._Element, ...] = ()


@dataclass(frozen=True, slots=True)
class Numbered:
    """A paragraph that stands under another number than hands give it: the base's, and that of each hand."""

    hands: tuple[int, ...]
    base: BaseLine
    news: tuple[NewLine, ...]


@dataclass(frozen=True, slots=True)
class Between:
    """Hands add something behind a paragraph of the base that others join with the next."""

    hands: tuple[int, ...]
    base: BaseLine
    joining: tuple[int, ...]


@dataclass(slots=True)
class Together:
    """The deeds, the changes that several hands share with their hands, and what is contested, all in order."""

    deeds: list[Deed] = field(default_factory=list)
    shared: list[tuple[Markup, tuple[int, ...]]] = field(default_factory=list)
    beside: list[Beside] = field(default_factory=list)
    numbers: list[Numbered] = field(default_factory=list)
    between: list[Between] = field(default_factory=list)
