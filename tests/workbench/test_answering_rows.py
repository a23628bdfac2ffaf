"""A new paragraph of the working draft stands in the row of the proposal with its words, where order allows it."""

from __future__ import annotations

from draftdesk.model.alignment import AlignmentRow
from draftdesk.model.draft import Draft
from draftdesk.model.paragraph import Paragraph, ParagraphId, ParagraphKind, Span
from draftdesk.workbench.answering_rows import answering_row


def draft(name, *texts):
    kind = ParagraphKind.OPERATIVE
    made = (Paragraph(ParagraphId(name, k), kind, text, Span(0, len(text))) for k, text in enumerate(texts))
    return Draft(name, f"{name}.docx", tuple(made))


DRAFTS = [
    draft("base", "Urges States to act;", "Decides to meet."),
    draft(
        "north", "Requests a report on wrecks;", "Urges States to act;", "Requests a report on all wrecks of boats;"
    ),
]
ROWS = [
    AlignmentRow(((), (0,)), (None,)),
    AlignmentRow(((0,), (1,)), (None,)),
    AlignmentRow(((), (2,)), (None,)),
    AlignmentRow(((1,), ()), (None,)),
]


def row_of(text, between=(-1, 4)):
    return answering_row(text, DRAFTS, ROWS, 0, between)


def test_the_row_with_the_most_words_in_common_is_found():
    assert row_of("Requests a report on wrecks;") == 0
    assert row_of("Requests a report on all wrecks of old boats;") == 2


def test_a_row_that_would_stand_out_of_order_is_none():
    assert row_of("Requests a report on wrecks of boats;", (1, 3)) == 2
    assert row_of("Requests a report on wrecks;", (2, 4)) is None


def test_rows_that_the_source_has_answer_their_own_paragraphs_only():
    assert row_of("Urges States to act;") is None


def test_words_that_nobody_proposed_stand_alone():
    assert row_of("Welcomes the training of crews;") is None
    assert row_of("") is None
