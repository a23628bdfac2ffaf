"""What writers of clean forms write: the paragraphs, and the text of each cut where its setting changes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from draftdesk.model.draft import Draft
from draftdesk.model.paragraph import InlineObject, Mark, Paragraph


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text of one setting, or one object."""

    text: str
    marks: frozenset[Mark] = frozenset()
    link: str = ""
    item: InlineObject | None = None


def written(draft: Draft) -> list[Paragraph]:
    """The paragraphs that count, and one of each empty cell, or the cells behind it would move up."""
    filled = {_cell(paragraph) for paragraph in draft.paragraphs if not paragraph.is_hidden}
    found: list[Paragraph] = []
    for paragraph in draft.paragraphs:
        if not paragraph.is_hidden:
            found.append(paragraph)
        elif paragraph.place is not None and _cell(paragraph) not in filled:
            filled.add(_cell(paragraph))
            found.append(paragraph)
    return found


def _cell(paragraph: Paragraph) -> tuple[int, int, int] | None:
    place = paragraph.place
    return None if place is None else (place.table, place.row, place.column)


def pieces_of(paragraph: Paragraph) -> Iterator[Piece]:
    """The text in order, without number and the blanks around it."""
    text = paragraph.text
    objects = {item.at: item for item in paragraph.objects_in_text()}
    runs = paragraph.runs_in_text()
    edges = {0, len(text), *(at for run in runs for at in (run.span.start, run.span.end))}
    edges |= {edge for at in objects for edge in (at, at + 1)}
    ordered = sorted(edges)
    for start, end in pairwise(ordered):
        over = [run for run in runs if run.span.start <= start < run.span.end]
        marks = frozenset(mark for run in over for mark in run.marks)
        link = next((run.link for run in over if run.link), "")
        yield Piece(text[start:end], marks, link, objects.get(start))
