"""A paragraph's text cut where its setting changes: for writers of forms that are no Word file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from draftdesk.model.paragraph import InlineObject, Mark, Paragraph


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text of one setting, or one object."""

    text: str
    marks: frozenset[Mark] = frozenset()
    link: str = ""
    item: InlineObject | None = None


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
