"""What holds inside a group of an RTF file: it begins as the group around it and ends with the group."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto
from typing import Final

from draftdesk.model.paragraph import Mark
from draftdesk.reading.rtf.story import RtfForm, RtfStory


class Destination(Enum):
    """Where the text of a group goes."""

    TEXT = auto()
    NUMBER = auto()
    KEPT = auto()
    NOWHERE = auto()


MARKS: Final = {
    "i": Mark.ITALIC,
    "b": Mark.BOLD,
    "strike": Mark.STRIKE,
    "striked": Mark.STRIKE,
    "super": Mark.SUPERSCRIPT,
    "sub": Mark.SUBSCRIPT,
    "highlight": Mark.HIGHLIGHT,
}
UNDERLINES: Final = frozenset(
    ("ul", "uld", "uldash", "uldashd", "uldashdd", "uldb", "ulhwave", "ulldash", "ulth", "ulthd", "ulw", "ulwave")
)
ALIGNMENTS: Final = {"ql": "left", "qr": "right", "qc": "center", "qj": "both"}


@dataclass(slots=True)
class RtfState:
    """The state inside a group; `table` is what the text kept here belongs to, such as "stylesheet"."""

    story: RtfStory
    destination: Destination = Destination.TEXT
    kept: str = ""
    table: str = ""
    marks: frozenset[Mark] = frozenset()
    page: str = ""
    unicode_skip: int = 1
    link: str = ""
    style: str = ""
    alignment: str = ""
    in_table: bool = False
    is_hidden: bool = False
    inserted_by: int | None = None
    deleted_by: int | None = None

    @property
    def form(self) -> RtfForm:
        """How the paragraph here is set."""
        return RtfForm(self.style, self.alignment, self.in_table)

    def set_mark(self, mark: Mark, *, is_set: bool) -> None:
        """Switch a mark on or off."""
        self.marks = self.marks | {mark} if is_set else self.marks - {mark}

    def is_shown(self, author_of: Callable[[int], str], accepted: Callable[[str], bool]) -> bool:
        """Whether text here is part of the view of the tracked changes."""
        was_inserted = self.inserted_by is None or accepted(author_of(self.inserted_by))
        return was_inserted and (self.deleted_by is None or not accepted(author_of(self.deleted_by)))
