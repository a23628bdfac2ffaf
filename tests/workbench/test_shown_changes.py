"""Whether a row shows changes, told without working them out, is what working them out tells."""

from hypothesis import given
from hypothesis import strategies as st

from draftdesk.comparing.comparison import compare
from draftdesk.model.alignment import AlignmentRow, AlignmentTable, Relation, Shape
from draftdesk.model.draft import Draft
from draftdesk.model.paragraph import Paragraph, ParagraphId, ParagraphKind, Span
from draftdesk.workbench.shown_changes import shown_changes, shows_changes

words = st.sampled_from(
    ["urges", "Urges", "all", "“all”", '"all"', "6\u00a0June", "6 June", "well-being", "well‑being", "", " "]
)
texts = st.lists(words, max_size=6).map(" ".join)


@given(texts, texts)
def test_a_row_is_said_to_show_changes_where_there_are_some(before, after):
    drafts = [
        Draft(name, name, (Paragraph(ParagraphId(name, 0), ParagraphKind.OPERATIVE, text, Span(0, len(text))),))
        for name, text in (("a", before), ("b", after))
    ]
    table = AlignmentTable(Shape.PAIR, 2, (AlignmentRow(((0,), (0,)), (Relation.EDITED,)),))
    comparison = compare(drafts, table)
    assert shows_changes(comparison, 0, 0, 1) is bool(shown_changes(comparison, 0, 0, 1))
