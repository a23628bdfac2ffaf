"""What a check of a draft found: the rule, the place, and what would put it right."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from draftdesk.model.paragraph import Span


class Grade(StrEnum):
    """How sure a rule is, and how much its breach matters; gravest first."""

    ERROR = "error"
    WARNING = "warning"
    HINT = "hint"


@dataclass(frozen=True, slots=True)
class Replacement:
    """Other words for a stretch of a paragraph's text."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Mend:
    """What one click does: other words, other italics, another number. Spans are in the paragraph's text.

    `italics` are stretches of the text as it is now, with whether they shall be italic; a mend has either
    replacements or italics. `number` is without its final stop; None leaves the number as it is.
    """

    replacements: tuple[Replacement, ...] = ()
    italics: tuple[tuple[Span, bool], ...] = ()
    number: str | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """A breach of a rule: `paragraph` is a serial (of a note's paragraph too), `span` a stretch of its text.

    An empty span means the paragraph as a whole. `right` is how the stretch should read, "" where only the
    writer can know; `others` is what else may be meant.
    """

    rule: str
    grade: Grade
    paragraph: int
    span: Span
    right: str = ""
    mend: Mend | None = None
    others: tuple[str, ...] = ()
