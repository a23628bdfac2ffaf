"""A comparison answers what views and exports ask of it."""

from draftdesk.comparing.comparison import compare
from draftdesk.model.alignment import AlignmentRow, AlignmentTable, Relation, Shape
from draftdesk.model.change import PARAGRAPH_BREAK, ChangeClass, ChangeKind
from draftdesk.model.draft import Draft
from draftdesk.model.paragraph import Paragraph, ParagraphId, ParagraphKind, Span


def draft(name: str, *texts: str) -> Draft:
    return Draft(name, name, tuple(paragraph(name, k, text) for k, text in enumerate(texts)))


def paragraph(name: str, k: int, text: str) -> Paragraph:
    number, span = f"{k + 1}", Span(3, 3 + len(text))
    return Paragraph(ParagraphId(name, k), ParagraphKind.OPERATIVE, f"{number}. {text}", span, number)


OLD = draft("old", "Urges crews to rest;", "Welcomes the report; requests more;", "Decides to end.")
NEW = draft("new", "Encourages crews to rest;", "Welcomes the report;", "Requests more;", "Thanks the crews.")
TABLE = AlignmentTable(
    Shape.PAIR,
    2,
    (
        AlignmentRow(((0,), (0,)), (Relation.EDITED,)),
        AlignmentRow(((1,), (1, 2)), (Relation.SPLIT,)),
        AlignmentRow(((2,), ()), (Relation.DELETED,)),
        AlignmentRow(((), (3,)), (Relation.INSERTED,)),
    ),
)
COMPARISON = compare((OLD, NEW), TABLE)


def test_a_cell_gives_its_texts_joined_by_breaks_without_numbers():
    assert COMPARISON.cell_text(1, 1) == f"Welcomes the report;{PARAGRAPH_BREAK}Requests more;"
    assert COMPARISON.cell_text(2, 1) == ""


def test_a_new_verb_is_told_as_a_change_of_strength():
    (change,) = COMPARISON.changes(0, 0, 1)
    assert change.change_class is ChangeClass.STRENGTH
    shift = COMPARISON.strength(0, 0, 1)
    assert shift is not None
    assert shift.steps < 0
    assert COMPARISON.gravity(0, 0, 1) is ChangeClass.STRENGTH


def test_what_came_or_went_is_one_change_of_the_whole():
    (gone,), (come,) = COMPARISON.changes(2, 0, 1), COMPARISON.changes(3, 0, 1)
    assert (gone.kind, gone.old) == (ChangeKind.DELETE, Span(0, len("Decides to end.")))
    assert (come.kind, come.new) == (ChangeKind.INSERT, Span(0, len("Thanks the crews.")))
    assert COMPARISON.strength(2, 0, 1) is None


def test_changes_are_asked_for_in_either_direction():
    forth, back = COMPARISON.changes(0, 0, 1), COMPARISON.changes(0, 1, 0)
    assert [(c.old, c.new) for c in forth] == [(c.new, c.old) for c in back]


def test_the_gravest_change_is_the_row_s():
    assert COMPARISON.gravity(3, 0, 1) is ChangeClass.SUBSTANCE
    assert compare((OLD, OLD), TABLE).gravity(0, 0, 1) is None
