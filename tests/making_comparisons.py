"""Comparisons of drafts made in code, with footnotes where a text has marks such as "ferries[^A/81/917]"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from draftdesk.aligning.table import align
from draftdesk.comparing.comparison import Comparison, compare
from draftdesk.exporting.printed.values import GONE, Cell, Line, Printed, Role, Row, RowKind
from draftdesk.model.alignment import Shape
from draftdesk.model.draft import Draft, Note, NoteKind
from draftdesk.model.paragraph import OBJECT, InlineObject, ObjectKind, Paragraph, ParagraphId, ParagraphKind, Span
from making_drafts import make_draft

_MARK = re.compile(r"\[\^([^]]*)\]")

BASE = (
    "TITLE: Safety of inland ferries",
    "EN: The General Assembly,",
    "PP: Recalling its resolution 74/901 of 18 December 2019,",
    "PP: Taking note of the report of the Secretary-General,[^A/79/917.]",
    "OP 1: Urges Member States to inspect all ferries on rivers and lakes every year;",
    "OP 2: Calls upon Member States to train the crews of ferries, and to publish the results of all inspections;",
    "OP 3: Invites donors to contribute to the Inland Ferry Safety Facility in Port Selmar;",
    "OP 4: Encourages operators to provide life jackets for children and for older persons;",
    "OP 5: Decides to remain seized of the matter.",
)
NEW = (
    "TITLE: Safety of inland ferries",
    "EN: The General Assembly,",
    "PP: Recalling its resolution 76/908 of 14 December 2021,",
    "PP: Taking note of the report of the Secretary-General,[^A/81/926.]",
    "OP 1: Invites Member States to inspect all ferries on rivers and lakes every year;",
    "OP 2: Encourages operators to provide life jackets for children and for older persons;",
    "OP 3: Calls upon Member States to train the crews of ferries;",
    "OP 4: Also calls upon Member States to publish the results of all inspections;",
    "OP 5: Requests the Secretary-General to submit a report on the lighting of landing places;",
    "OP 6: Decides to remain seized of the matter.",
)


def noted_draft(*lines: str, id_: str, language: str = "en") -> Draft:
    """A draft whose texts call a footnote where they hold its words in "[^...]"."""
    draft = make_draft(*lines, id_=id_, language=language)
    notes: list[Note] = []
    paragraphs = tuple(_noted(one, notes) for one in draft.paragraphs)
    return replace(draft, paragraphs=paragraphs, notes=tuple(notes))


def _noted(one: Paragraph, notes: list[Note]) -> Paragraph:
    objects = []
    text = one.source_text
    while (found := _MARK.search(text)) is not None:
        number = str(len(notes) + 1)
        note = Paragraph(ParagraphId(one.id.draft, 900 + len(notes)), ParagraphKind.FOOTNOTE, found[1], Span(0, 0))
        note = replace(note, text_span=Span(0, len(found[1])))
        notes.append(Note(number, NoteKind.FOOTNOTE, number, (note,)))
        objects.append(InlineObject(found.start(), ObjectKind.FOOTNOTE_MARK, number, number))
        text = text[: found.start()] + OBJECT + text[found.end() :]
    end = one.text_span.end - len(one.source_text) + len(text)
    return replace(one, source_text=text, text_span=Span(one.text_span.start, end), objects=tuple(objects))


def comparison_of(*texts: Sequence[str], shape: Shape | None = None, language: str = "en") -> Comparison:
    """Drafts "draft-0", "draft-1", ... of the lines of each text."""
    drafts = [noted_draft(*lines, id_=f"draft-{k}", language=language) for k, lines in enumerate(texts)]
    return compare(drafts, align(drafts, shape or (Shape.PAIR if len(drafts) == 2 else Shape.CHAIN)))


def rows_of(document: Printed) -> list[Row]:
    """The rows of cells of its tables, those folded away included."""
    found: list[Row] = []
    for table in document.tables():
        for row in table.rows:
            found += row.folded if row.kind is RowKind.FOLD else [row] if row.kind is RowKind.CELLS else []
    return found


def row_with(document: Printed, words: str) -> Row:
    """The first row that holds these words."""
    return next(
        row for row in rows_of(document) if any(words in line.text for cell in row.cells for line in cell.lines)
    )


def lines_of(cell: Cell, role: Role = Role.TEXT) -> list[str]:
    """The lines of a role, without words that are gone."""
    return [present(line) for line in cell.lines if line.role is role]


def present(line: Line) -> str:
    """The words of a line that are not gone."""
    return "".join(words.text for words in line.words if words.tint not in GONE)
