"""A paragraph as a reader sees it, before anyone knows what it is in a resolution."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from draftdesk.model.draft import TableShape
from draftdesk.model.paragraph import CellPlace, Doubt, InlineObject, Mark, Origin, Run, Span


class Seen(NamedTuple):
    """`automatic_number` is what the source computes ("1.", "(a)"); `style` the name of the style.

    `alignment` is "", "left", "center", "right" or "both"; `is_furniture`: known to be page furniture;
    `lead`: how many code points, such as a bullet's, stand before the number and the text;
    `doubt`: why it is not sure that it begins here. A tuple, as each paragraph is one: made in a third of the time.
    """

    source_text: str
    origin: Origin
    automatic_number: str = ""
    style: str = ""
    alignment: str = ""
    runs: tuple[Run, ...] = ()
    objects: tuple[InlineObject, ...] = ()
    place: CellPlace | None = None
    is_furniture: bool = False
    lead: int = 0
    doubt: Doubt | None = None

    def marked_share(self, mark: Mark) -> float:
        """The share of the letters that carry a mark, 0 to 1."""
        letters = sum(character.isalnum() for character in self.source_text)
        if not letters:
            return 0.0
        marked = sum(
            character.isalnum()
            for run in self.runs
            if mark in run.marks
            for character in run.span.of(self.source_text)
        )
        return marked / letters

    def is_marked_at(self, offset: int, mark: Mark) -> bool:
        """Whether the character at an offset carries a mark."""
        for run in self.runs:  # in order
            if offset < run.span.end:
                return mark in run.marks and run.span.start <= offset
        return False


def shapes_of(seen: Iterable[Seen]) -> tuple[TableShape, ...]:
    """The tables that paragraphs stand in."""
    tables: dict[int, dict[int, set[int]]] = {}
    for one in seen:
        if one.place is not None:
            tables.setdefault(one.place.table, {}).setdefault(one.place.row, set()).add(one.place.column)
    return tuple(TableShape(tuple(len(cells) for cells in rows.values())) for rows in tables.values())


def trimmed(text: str, start: int = 0) -> Span:
    """The span of a text without the blanks at its ends, from `start`."""
    rest = text[start:].lstrip()
    begin = len(text) - len(rest)
    return Span(begin, begin + len(rest.rstrip()))


def note_span(seen: Seen, mark: str, *, is_own: bool = False) -> Span:
    """The span of a note's text without the mark that was typed before it.

    `is_own`: its source does not print a mark by itself. Otherwise a mark counts as typed where it is raised.
    """
    span = trimmed(seen.source_text)
    if (
        mark
        and seen.source_text.startswith(mark, span.start)
        and (is_own or seen.is_marked_at(span.start, Mark.SUPERSCRIPT))
    ):
        return trimmed(seen.source_text, span.start + len(mark))
    return span
