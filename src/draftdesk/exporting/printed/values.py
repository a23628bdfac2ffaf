"""A comparison laid out for paper or page: title, lines, tables. What writes .docx, .html, .csv and .md starts here.

Nothing here knows drafts: whoever lays it out has chosen the words, and says of each stretch how it is tinted.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from draftdesk.model.paragraph import Mark

_NO_MARKS: frozenset[Mark] = frozenset()


class Tint(StrEnum):
    """How words are set apart; each has a line under or through it as well as a colour."""

    PLAIN = "plain"
    INSERTED = "inserted"
    DELETED = "deleted"
    MOVED = "moved"
    TECHNICAL = "technical"
    TECHNICAL_OLD = "technical_old"
    JOINT = "joint"


GONE = frozenset({Tint.DELETED, Tint.TECHNICAL_OLD})
"""Tints of words that are no longer in the newer draft."""

COME = frozenset({Tint.INSERTED, Tint.TECHNICAL})
"""Tints of words that were not in the older draft."""


class Role(StrEnum):
    """What a line is: words of a draft, or what is said about them."""

    TEXT = "text"
    FOOTNOTE = "footnote"
    SUBJECT = "subject"
    STATUS = "status"
    STRONGER = "stronger"
    WEAKER = "weaker"
    ABSENT = "absent"
    NAME = "name"
    REMARK = "remark"
    KEY = "key"


DRAFTED = frozenset({Role.TEXT, Role.FOOTNOTE, Role.SUBJECT})
"""Roles of lines in the language of a draft; all others are in English."""


@dataclass(frozen=True, slots=True)
class Words:
    """A stretch of words that look alike."""

    text: str
    tint: Tint = Tint.PLAIN
    marks: frozenset[Mark] = _NO_MARKS


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph: `label` stands before its words ("OP 4"), then `was` ("was 3").

    `indent` counts levels, `language` is that of its words.
    """

    words: tuple[Words, ...]
    role: Role = Role.TEXT
    label: str = ""
    was: str = ""
    indent: int = 0
    language: str = "en"

    @property
    def text(self) -> str:
        """The words without their look; those that are gone included."""
        return "".join(words.text for words in self.words)


def said(text: str, role: Role = Role.REMARK) -> Line:
    """A line in English, all of it alike."""
    return Line((Words(text),), role)


@dataclass(frozen=True, slots=True)
class Cell:
    """The lines in a cell; none for an empty one."""

    lines: tuple[Line, ...] = ()


class RowKind(StrEnum):
    """A row of cells, or one cell over all columns: the head of a part, a run of rows folded away."""

    CELLS = "cells"
    SECTION = "section"
    FOLD = "fold"


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table; `folded` are the rows behind a FOLD, for what can open it."""

    cells: tuple[Cell, ...]
    kind: RowKind = RowKind.CELLS
    folded: tuple[Row, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """`head` is repeated on each page; `weights` are the widths of the columns in relation to each other."""

    head: tuple[Cell, ...]
    rows: tuple[Row, ...]
    weights: tuple[int, ...]
    right_to_left: bool = False


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading inside the document; level 1 or 2."""

    text: str
    level: int = 1


Block = Heading | Line | Table


class Sheet(StrEnum):
    """The paper: Letter upright or on its long side, or a sheet of twice the size on its long side."""

    UPRIGHT = "upright"
    LONG = "long"
    LARGE = "large"


@dataclass(frozen=True, slots=True)
class Printed:
    """A document: `lead` stands under the title, `size` is that of its text in points."""

    title: str
    lead: tuple[Line, ...]
    blocks: tuple[Block, ...]
    sheet: Sheet = Sheet.UPRIGHT
    size: float = 10

    def tables(self) -> Iterator[Table]:
        """Its tables in order."""
        return (block for block in self.blocks if isinstance(block, Table))
