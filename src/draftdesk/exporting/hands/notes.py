"""Notes of contested paragraphs: a hand whose text stands beside one calls its notes there, not in the paragraph too.

A paragraph that hands contest stays for each of them, with the notes that it calls. So that a note stands once where
one hand alone is accepted, that hand takes its mark out of the paragraph. Only one can: a mark bears one deletion.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from lxml import etree

from draftdesk.exporting.markup import Markup
from draftdesk.exporting.redline.edits import LineEdit, Step
from draftdesk.exporting.redline.lines import BaseLine
from draftdesk.exporting.redline.words import StretchKind
from draftdesk.wordml.names import w

_NOTE_MARKS: Final = (w("footnoteReference"), w("endnoteReference"))


def take_notes_out(
    lines: Iterable[BaseLine], edits: dict[int, LineEdit], markup: Markup
) -> tuple[etree._Element, ...]:
    """Delete the note marks that stay in paragraphs, in their edits (by the id of the line); returns those taken."""
    return tuple(mark for line in lines if (edit := edits.get(id(line))) for mark in _taken_out(edit, markup))


def text_without(line: BaseLine, marks: Sequence[etree._Element]) -> str:
    """The text of a paragraph, some of its note marks left out."""
    flat = line.flat
    taken = {piece.start for piece in flat.objects if any(piece.element is mark for mark in marks)}
    return "".join(character for at, character in enumerate(flat.text) if at not in taken)


def _taken_out(edit: LineEdit, markup: Markup) -> list[etree._Element]:
    steps = edit.steps or [Step(StretchKind.KEEP, 0, len(edit.line.text))]
    taken = []
    for piece in edit.line.flat.objects:
        if piece.element.tag not in _NOTE_MARKS:
            continue
        for number, step in enumerate(steps):
            if step.kind is StretchKind.KEEP and step.start <= piece.start < step.end:
                gone = step._replace(kind=StretchKind.DELETE, start=piece.start, end=piece.end, markup=markup)
                after = step._replace(start=piece.end, new_start=step.new_start + piece.end - step.start)
                around = (step._replace(end=piece.start), gone, after)
                steps = [*steps[:number], *(one for one in around if one.start < one.end), *steps[number + 1 :]]
                taken.append(piece.element)
                break
    if taken:
        edit.steps = steps
    return taken
