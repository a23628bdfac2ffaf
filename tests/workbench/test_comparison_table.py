"""The table of drafts holds every word of every draft, and says in words what became of each paragraph."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from draftdesk.aligning.table import align
from draftdesk.comparing.comparison import compare
from draftdesk.exporting.printed.values import Role, RowKind, Sheet, Tint
from draftdesk.model.alignment import Shape
from draftdesk.model.draft import ORIGINAL, LostReference
from draftdesk.model.paragraph import OBJECT
from draftdesk.workbench.comparison_table import column_titles, comparison_table
from making_comparisons import BASE, NEW, comparison_of, lines_of, noted_draft, row_with, rows_of
from making_drafts import make_draft

WORDS = ("Urges", "Invites", "States", "to inspect", "all", "ferries", "on lakes", "every year;", "and", "<rivers>")


def tinted(cell, tint):
    return [words.text.strip() for line in cell.lines for words in line.words if words.tint is tint]


def table(*texts, **options):
    return comparison_table(comparison_of(*texts), **options)


def test_each_column_says_what_it_is_shown_against():
    heads = next(table(BASE, NEW, BASE).tables()).head
    assert [[line.text for line in head.lines] for head in heads] == [
        ["draft-0", "base"],
        ["draft-1", "shown against draft-0"],
        ["draft-2", "shown against draft-1"],
    ]


def test_a_changed_verb_is_struck_underlined_and_said_to_be_weaker():
    old, new = row_with(table(BASE, NEW), "inspect all ferries").cells
    assert tinted(old, Tint.DELETED) == ["Urges"]
    assert tinted(new, Tint.INSERTED) == ["Invites"]
    assert any("Urges → Invites: weaker" in line for line in lines_of(new, Role.WEAKER))


def test_an_old_reference_in_the_older_text_is_struck_not_underlined():
    old, new = row_with(table(BASE, NEW), "Recalling its resolution").cells
    assert tinted(old, Tint.TECHNICAL_OLD)
    assert not tinted(old, Tint.TECHNICAL)
    assert tinted(new, Tint.TECHNICAL)


def test_a_new_paragraph_is_called_new_and_a_deleted_one_deleted():
    document = table(BASE, NEW)
    assert lines_of(row_with(document, "lighting of landing places").cells[1], Role.STATUS) == ["New"]
    old, new = row_with(document, "Invites donors").cells
    assert lines_of(old, Role.STATUS) == ["Deleted"]
    assert lines_of(new, Role.ABSENT) == ["Deleted in draft-1"]


def test_a_split_paragraph_names_both_parts():
    new = row_with(table(BASE, NEW), "train the crews").cells[1]
    assert lines_of(new, Role.STATUS) == ["Split: OP 2 became OP 3 and OP 4"]


def test_a_moved_paragraph_says_where_it_was_and_where_it_went():
    places = [
        row for row in rows_of(table(BASE, NEW)) if any("life jackets" in line.text for line in row.cells[1].lines)
    ]
    assert lines_of(places[0].cells[1], Role.STATUS) == ["Moved, was OP 4"]
    gone = next(row for row in rows_of(table(BASE, NEW)) if lines_of(row.cells[0], Role.STATUS) == ["Moved to OP 2"])
    assert lines_of(gone.cells[1], Role.ABSENT) == ["Moved to OP 2"]


def test_a_number_that_only_ran_on_stands_beside_the_new_one():
    line = row_with(table(BASE, NEW), "remain seized").cells[1].lines[0]
    assert (line.label, line.was) == ("OP 6", "was 5")


def test_a_changed_footnote_is_shown_under_its_paragraph():
    old, new = row_with(table(BASE, NEW), "report of the Secretary-General,").cells
    assert tinted(old, Tint.DELETED) == ["A/79/917"]
    assert tinted(new, Tint.INSERTED) == ["A/81/926"]


def test_a_run_with_a_changed_footnote_is_not_folded_away():
    changed = [line.replace("A/79/917", "A/80/111") for line in BASE]
    folded = table(BASE, changed, folds=True)
    hidden = [inner for row in next(folded.tables()).rows for inner in row.folded]
    assert not any("Taking note" in line.text for row in hidden for line in row.cells[1].lines)
    assert tinted(row_with(folded, "Taking note").cells[1], Tint.INSERTED) == ["A/80/111"]


def test_an_asterisk_typed_behind_its_note_mark_is_shown_once():
    draft = noted_draft("B: Egypt:[^On behalf of the Group of 77.]* draft resolution", id_="d")
    draft = replace(draft, notes=tuple(replace(note, mark="*") for note in draft.notes))
    document = comparison_table(compare([draft, draft], align([draft, draft], Shape.PAIR)))
    assert row_with(document, "Egypt").cells[0].lines[0].text == "Egypt:* draft resolution"


def test_what_is_for_the_writer_alone_does_not_leave_the_desk():
    base, new = (noted_draft(*BASE, id_=name) for name in ("base", "new"))
    new = replace(new, lost=(LostReference(new.paragraphs[4].id.serial, 0, "9", 99),))
    cell = row_with(comparison_table(compare([base, new], align([base, new], Shape.PAIR))), "inspect all").cells[1]
    assert [line.role for line in cell.lines] == [Role.TEXT]


def test_folding_says_the_range_and_keeps_the_rows_for_the_page():
    fold = next(
        row for row in next(table(BASE, BASE, folds=True).tables()).rows if "OP" in row.cells[0].lines[0].text
    )
    assert fold.cells[0].lines[0].text == "OP 1 to OP 5: unchanged"
    assert len(fold.folded) == 5
    assert all(row.kind is not RowKind.FOLD for row in next(table(BASE, BASE).tables()).rows)


def test_in_three_drafts_a_deleted_paragraph_is_struck_and_keeps_its_number():
    last = row_with(table(BASE, BASE, NEW), "Invites donors").cells[2]
    assert lines_of(last, Role.STATUS) == ["Deleted, was OP 3"]
    assert " ".join(tinted(last, Tint.DELETED)) == BASE[6].removeprefix("OP 3: ")


def test_two_drafts_of_the_same_symbol_are_told_apart():
    one, other = (replace(make_draft("B: Text."), name=name, symbol="A/C.2/81/L.9") for name in ("a.docx", "b.docx"))
    assert column_titles([one, other]) == ("A/C.2/81/L.9 (a)", "A/C.2/81/L.9 (b)")
    assert column_titles([one, one]) == ("A/C.2/81/L.9 (a)", "A/C.2/81/L.9 (a) (2)")


def test_a_file_read_without_its_tracked_changes_says_so():
    draft = make_draft("B: Text.")
    assert column_titles([replace(draft, view=ORIGINAL), draft]) == ("base, before its changes", "base")


def test_more_than_five_drafts_lie_on_a_larger_sheet():
    assert table(*[BASE] * 5).sheet is Sheet.LONG
    assert table(*[BASE] * 10).sheet is Sheet.LARGE


def test_arabic_drafts_begin_at_the_right():
    lines = ("EN: إن الجمعية العامة،", "OP 1: تحث الدول الأعضاء على تفتيش العبارات؛")
    document = comparison_table(comparison_of(lines, lines, language="ar"))
    assert next(document.tables()).right_to_left
    assert row_with(document, "تحث").cells[0].lines[0].language == "ar"


@st.composite
def texts(draw):
    lines = draw(st.lists(st.lists(st.sampled_from(WORDS), min_size=2, max_size=8), min_size=1, max_size=6))
    return [f"OP {number}: {' '.join(words)}" for number, words in enumerate(lines, 1)]


@given(st.lists(texts(), min_size=2, max_size=4), st.sampled_from([Shape.CHAIN, Shape.STAR]), st.booleans())
@settings(max_examples=80)
def test_every_paragraph_of_every_draft_is_there_once_word_for_word(lines, shape, folds):
    drafts = [noted_draft(*text, id_=f"draft-{k}") for k, text in enumerate(lines)]
    comparison = comparison_of(*lines, shape=None if len(lines) == 2 else shape)
    rows = rows_of(comparison_table(comparison, folds=folds))
    for column, draft in enumerate(drafts):
        cells = [row.cells[column] for row in rows]
        older = column == 0 and len(drafts) == 2
        shown = [
            line.text if older else text
            for cell in cells
            for line, text in zip(
                [line for line in cell.lines if line.role is Role.TEXT], lines_of(cell), strict=True
            )
        ]
        plain = [text.replace("¶ ", "").replace(" ", "") for text in shown if text.strip(" ¶")]
        assert sorted(plain) == sorted(p.text.replace(OBJECT, "").replace(" ", "") for p in draft.paragraphs)
