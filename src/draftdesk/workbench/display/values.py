"""What the columns view shows, as values: lines in order, and what stands in a cell.

A moved paragraph is one row of the table but two lines here, one at each place. Texts of stretches are
shown texts: a note mark is its printed sign, and deleted words stand where they were.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from draftdesk.model.alignment import Relation
from draftdesk.model.decided import StatusKind
from draftdesk.model.paragraph import Mark, ParagraphId, ParagraphKind
from draftdesk.model.quick_enum import QuickEnum
from draftdesk.model.value import value


class Sign(QuickEnum):
    """How a stretch of words is signed; the sign tells what the colour repeats."""

    PLAIN = "plain"
    INSERTED = "inserted"
    DELETED = "deleted"
    MOVED = "moved"
    JOINT = "joint"
    TECHNICAL = "technical"
    TECHNICAL_OLD = "technical_old"
    GAP = "gap"
    CONTESTED = "contested"
    SMALL = "small"


GONE = frozenset({Sign.DELETED, Sign.TECHNICAL_OLD})
"""Signs of words that are no longer in the newer draft."""


class Letter(QuickEnum):
    """The letters of the lane, in the order in which they are stacked."""

    STRONGER = "▲"
    WEAKER = "▼"
    INSERTED = "I"
    DELETED = "D"
    MOVED = "M"
    SPLIT = "S"
    NUMBER = "N"
    TECHNICAL = "T"
    FORMAT = "F"
    NOISE = "~"
    DOUBTFUL = "?"


class Section(StrEnum):
    """The parts of a resolution that have a line of their own in the view."""

    FRONT = "front"
    PREAMBLE = "preamble"
    OPERATIVE = "operative"
    ANNEX = "annex"


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words with the same sign and marks; `change` counts the changes of the row's step, -1 for none.

    `covers`: how many code points of the cell's own text the words stand for, where that is not their number: one
    for the sign of an object, none for words of the draft that the cell is shown against. `hand`: whose change it is
    where a view colours by author, -1 where nobody's is told.
    """

    text: str
    sign: Sign = Sign.PLAIN
    marks: frozenset[Mark] = frozenset()
    change: int = -1
    covers: int = -1
    hand: int = -1

    @property
    def covered(self) -> int:
        """How many code points of the cell's own text the words stand for."""
        return len(self.text) if self.covers < 0 else self.covers


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph in a cell: `number` for the margin, `lead` for the text ("(a)"), `was` below the number.

    `comments`: how many comments of its file stand at it; `private`: how many of the user's own; `status`: how far
    the row is negotiated, in its first column.
    """

    stretches: tuple[Stretch, ...]
    number: str = ""
    lead: str = ""
    was: str = ""
    indent: int = 0
    kind: ParagraphKind = ParagraphKind.BODY
    paragraph: ParagraphId | None = None
    comments: int = 0
    private: int = 0
    status: StatusKind | None = None

    @property
    def shown(self) -> str:
        """The text as it is read in the cell."""
        return "".join(stretch.text for stretch in self.stretches)


class Tone(StrEnum):
    """What a note under a paragraph speaks of."""

    STRONGER = "stronger"
    WEAKER = "weaker"
    PLAIN = "plain"


@dataclass(frozen=True, slots=True)
class CellNote:
    """A sentence under the paragraphs of a cell."""

    text: str
    tone: Tone = Tone.PLAIN


@dataclass(frozen=True, slots=True)
class Absence:
    """Why a cell holds no paragraph; `link` is the part of the text that leads to text row `target`."""

    text: str
    link: str = ""
    target: int = -1


@dataclass(frozen=True, slots=True)
class CellContent:
    """What a cell shows: paragraphs, or the sentence that says why there are none."""

    blocks: tuple[Block, ...] = ()
    notes: tuple[CellNote, ...] = ()
    absence: Absence | None = None


@value
class TextRow:
    """A line of paragraphs that answer each other, or one place of a moved one.

    `cells` holds the paragraphs' indices in their drafts, `partner` for each column the ordinal of the
    text row that holds the moved paragraph instead, or -1. `relations` has one entry per column: what
    became of the paragraph on the way to that column, None for the base and where nothing is said. `moves`: the
    columns to which all paragraphs of the table's row moved, those of a split or merge too.
    `is_kept`: shown although unchanged, because a subparagraph of it changed. `differs_slightly`: unchanged, but for
    small differences that are not shown.
    """

    ordinal: int
    table_row: int
    cells: tuple[tuple[int, ...], ...]
    relations: tuple[Relation | None, ...]
    partner: tuple[int, ...]
    section: Section
    level: int
    is_changed: bool
    is_renumbered: bool
    identity: tuple[ParagraphId, ...]
    is_kept: bool = False
    moves: frozenset[int] = frozenset()
    differs_slightly: bool = False

    @property
    def is_moved_part(self) -> bool:
        """Whether the paragraph stands elsewhere in some draft."""
        return any(other >= 0 for other in self.partner)


@dataclass(frozen=True, slots=True)
class SectionLine:
    """The head of a part: "Preamble", "12 paragraphs, 2 changed"."""

    title: str
    detail: str
    section: Section


@dataclass(frozen=True, slots=True)
class FoldLine:
    """A run of rows without changes: its range, what is true of it, the ordinals of its text rows."""

    title: str
    detail: str
    letters: tuple[Letter, ...]
    rows: tuple[int, ...]
    is_open: bool
    identity: ParagraphId


DisplayItem = TextRow | SectionLine | FoldLine
