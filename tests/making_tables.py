"""Large comparisons made in code: many rows, many drafts, an edit in some of them."""

from __future__ import annotations

from draftdesk.comparing.comparison import Comparison, compare
from draftdesk.model.alignment import AlignmentRow, AlignmentTable, Relation, Shape
from draftdesk.model.draft import Draft
from draftdesk.model.paragraph import Mark, Paragraph, ParagraphId, ParagraphKind, Run, Span

_WORDS = "the safety of inland ferries on rivers and lakes, taking into account what was reported by States"


def many_rows(count: int, columns: int) -> Comparison:
    """Operative paragraphs of two lines or three, each changed in two drafts of five."""
    relations = [
        tuple(Relation.EDITED if {k % 5} & {c, c + 1} else Relation.UNCHANGED for c in range(columns - 1))
        for k in range(count)
    ]
    rows = tuple(AlignmentRow(((k,),) * columns, relations[k]) for k in range(count))
    return compare(
        [large_draft(count, column) for column in range(columns)], AlignmentTable(Shape.CHAIN, columns, rows)
    )


def large_draft(count: int, column: int) -> Draft:
    """The draft of one column."""
    name = f"d{column}"
    return Draft(
        name,
        f"{name}.docx",
        tuple(_paragraph(name, k, column) for k in range(count)),
        symbol=f"A/C.2/80/L.{column + 1}",
    )


def _paragraph(draft: str, number: int, column: int) -> Paragraph:
    text = f"Requests State {number} to consider {_WORDS}{' anew' * (number % 5 == column)}, {_WORDS};"
    opening = (Run(Span(0, len("Requests")), frozenset({Mark.ITALIC})),)
    identity = ParagraphId(draft, number)
    return Paragraph(identity, ParagraphKind.OPERATIVE, text, Span(0, len(text)), number=str(number), runs=opening)
