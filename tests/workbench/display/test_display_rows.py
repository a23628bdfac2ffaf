"""What the columns view lays out: sections, folds, both places of a move, numbers that only changed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from draftdesk.comparing.comparison import Comparison, compare
from draftdesk.model.alignment import AlignmentRow, AlignmentTable, Relation, Shape
from draftdesk.model.change import ChangeClass
from draftdesk.model.draft import Draft, Note, NoteKind
from draftdesk.model.paragraph import InlineObject, Mark, ObjectKind, Paragraph, ParagraphId, ParagraphKind, Run, Span
from draftdesk.workbench.change_filter import counts_by_class
from draftdesk.workbench.change_list import change_entries
from draftdesk.workbench.display.cells import cell_content, lane_letters
from draftdesk.workbench.display.rows import DisplayRows, arrange
from draftdesk.workbench.display.values import FoldLine, Letter, SectionLine, Sign, TextRow
from draftdesk.workbench.outline import outline, section_counts, told_entry
from draftdesk.workbench.paragraph_names import short_names

R = Relation


def draft(name: str, symbol: str, lines: Sequence[tuple[str, str, str]]) -> Draft:
    paragraphs = tuple(
        Paragraph(ParagraphId(name, k), ParagraphKind(kind), text, Span(0, len(text)), number)
        for k, (kind, number, text) in enumerate(lines)
    )
    return Draft(name, f"{name}.docx", paragraphs, symbol=symbol)


def compared(drafts: Sequence[Draft], rows: Sequence[tuple[tuple[tuple[int, ...], ...], tuple[R | None, ...]]]):
    table = AlignmentTable(
        Shape.PAIR if len(drafts) == 2 else Shape.CHAIN,
        len(drafts),
        tuple(AlignmentRow(cells, relations) for cells, relations in rows),
    )
    return compare(drafts, table)


@pytest.fixture
def ferries() -> Comparison:
    base = draft(
        "a",
        "A/C.2/80/L.27",
        [
            ("preambular", "", "Recalling the River Charter,"),
            ("operative", "1", "Urges States to light ferries;"),
            ("operative", "2", "Requests the Commission to keep a register;"),
            ("operative", "3", "Welcomes the training of crews;"),
            ("operative", "4", "Calls upon States to inspect ferries and invites them to publish the results;"),
            ("operative", "5", "Decides to meet in 2026."),
        ],
    )
    new = draft(
        "b",
        "A/C.2/80/L.27/Rev.1",
        [
            ("preambular", "", "Recalling the River Charter,"),
            ("operative", "1", "Invites States to light ferries;"),
            ("operative", "2", "Welcomes the training of crews;"),
            ("operative", "3", "Calls upon States to inspect ferries;"),
            ("operative", "4", "Invites them to publish the results;"),
            ("operative", "5", "Requests the Commission to keep a public register;"),
            ("operative", "6", "Encourages insurers to take part."),
        ],
    )
    return compared(
        [base, new],
        [
            (((0,), (0,)), (R.UNCHANGED,)),
            (((1,), (1,)), (R.EDITED,)),
            (((2,), (5,)), (R.MOVED_EDITED,)),
            (((3,), (2,)), (R.UNCHANGED,)),
            (((4,), (3, 4)), (R.SPLIT,)),
            (((5,), ()), (R.DELETED,)),
            (((), (6,)), (R.INSERTED,)),
        ],
    )


@pytest.fixture
def view(ferries) -> DisplayRows:
    return arrange(ferries)


def of_base(view: DisplayRows, index: int) -> TextRow:
    return next(row for row in view.rows if row.cells[0] == (index,))


def signed(view: DisplayRows, row: TextRow, column: int) -> list[tuple[Sign, str]]:
    content = cell_content(view, row, column)
    return [(s.sign, s.text) for block in content.blocks for s in block.stretches if s.sign is not Sign.PLAIN]


def test_sections_say_how_many_paragraphs_each_draft_has(view):
    lines = {item.title: item.detail for item in view.items if isinstance(item, SectionLine)}
    assert lines["Preamble"] == "1 paragraph, none changed"
    assert lines["Operative part"] == "5 paragraphs in L.27, 6 in Rev.1, 5 changed"


def test_unchanged_paragraphs_fold_and_a_new_number_alone_is_said_so(view):
    folds = [item for item in view.items if isinstance(item, FoldLine)]
    assert [(fold.title, fold.detail) for fold in folds] == [
        ("PP 1", "unchanged"),
        ("OP 3 → OP 2", "renumbered, otherwise unchanged"),
    ]
    assert folds[1].letters == (Letter.NUMBER,)


def test_an_open_fold_shows_its_rows_under_its_line(ferries, view):
    fold = next(item for item in view.items if isinstance(item, FoldLine))
    again = arrange(ferries, opened={fold.identity})
    place = next(k for k, item in enumerate(again.items) if isinstance(item, FoldLine))
    assert again.items[place].is_open
    assert again.items[place + 1] == view.rows[fold.rows[0]]


def test_only_changes_leaves_folds_out(ferries):
    items = arrange(ferries, only=frozenset()).items
    assert not [item for item in items if isinstance(item, FoldLine)]
    assert all(item.is_changed for item in items if isinstance(item, TextRow))


def test_a_moved_paragraph_stands_at_both_places_and_each_names_the_other(view):
    here = of_base(view, 2)
    there = next(row for row in view.rows if row.cells[1] == (5,))
    assert cell_content(view, here, 1).absence.text == "Moved to OP 5, with one edit inside"
    assert cell_content(view, there, 0).absence.text == "Moved from OP 2"
    assert here.partner[1] == there.ordinal
    assert there.ordinal > of_base(view, 4).ordinal
    assert (Sign.INSERTED, "public ") in signed(view, there, 1)
    assert lane_letters(view, there, 1)[0] is Letter.MOVED


def test_words_are_struck_in_the_older_and_underlined_in_the_newer_draft(view):
    row = of_base(view, 1)
    assert signed(view, row, 0) == [(Sign.DELETED, "Urges")]
    assert signed(view, row, 1) == [(Sign.INSERTED, "Invites")]
    assert lane_letters(view, row, 1) == (Letter.WEAKER,)
    assert cell_content(view, row, 1).notes[0].text.startswith("▼ Urges → Invites: weaker by ")


def test_a_split_has_its_sign_at_the_joint_and_both_paragraphs_in_one_cell(view):
    row = of_base(view, 4)
    assert Sign.JOINT in [sign for sign, _ in signed(view, row, 0)]
    blocks = cell_content(view, row, 1).blocks
    assert [block.number for block in blocks] == ["3", "4"]
    assert Letter.SPLIT in lane_letters(view, row, 1)
    assert cell_content(view, row, 0).blocks[0].was == "→ 3, 4"


def test_no_counterpart_is_a_sentence(view):
    gone = of_base(view, 5)
    come = next(row for row in view.rows if row.cells == ((), (6,)))
    assert cell_content(view, gone, 1).absence.text == "Deleted in Rev.1"
    assert cell_content(view, come, 0).absence.text == "No counterpart in L.27"


def test_shown_words_are_the_paragraphs_words(view):
    for row in view.rows:
        for column in range(2):
            shown = [
                "".join(s.text for s in block.stretches if s.sign not in {Sign.JOINT, Sign.GAP})
                for block in cell_content(view, row, column).blocks
            ]
            assert shown == [view.drafts[column].paragraphs[i].text for i in row.cells[column]]


def test_with_three_drafts_a_newer_column_shows_struck_and_inserted_words(ferries):
    third = draft("c", "A/C.2/80/L.27/Rev.2", [("operative", "1", "Invites all States to light ferries;")])
    comparison = compared(
        [ferries.drafts[0], ferries.drafts[1], third],
        [(((1,), (1,), (0,)), (R.EDITED, R.EDITED)), (((3,), (), ()), (R.DELETED, None))],
    )
    view = arrange(comparison)
    row = view.rows[0]
    assert signed(view, row, 0) == []
    assert signed(view, row, 1)[:1] == [(Sign.DELETED, "Urges")]
    assert (Sign.INSERTED, "Invites") in signed(view, row, 1)
    assert [text for sign, text in signed(view, row, 2) if sign is Sign.INSERTED] == ["all "]
    assert signed(view, view.rows[1], 1) == [(Sign.DELETED, "Welcomes the training of crews;")]
    assert cell_content(view, view.rows[1], 2).absence.text == "No counterpart in Rev.2"


def test_the_list_of_changes_has_each_change_once_with_its_class(view):
    entries = change_entries(view)
    assert [(e.letter, e.label) for e in entries][:2] == [(Letter.WEAKER, "OP 1"), (Letter.NUMBER, "OP 3 → 2")]
    assert [e.letter for e in entries].count(Letter.MOVED) == 1
    assert counts_by_class(entries)[ChangeClass.STRENGTH] == 1
    assert sum(counts_by_class(entries).values()) == len(entries)


def test_the_outline_strikes_what_is_gone_and_names_what_is_there(view):
    entries = outline(view).entries
    assert [e.label for e in entries if e.is_gone] == ["OP 5"]
    assert [e.label for e in entries if not e.is_gone] == ["PP 1", "OP 1", "OP 2", "OP 3", "OP 5", "OP 6"]


def test_an_outline_entry_stands_for_its_subparagraphs_too():
    lines = [
        ("operative", "1", "[Urges] States:"),
        ("sub1", "a", "To light ferries [at night [and in fog]];"),
        ("sub1", "b", "To train crews;"),
        ("operative", "2", "Decides to meet."),
    ]
    base = draft("a", "A/L.1", lines)
    new = draft("b", "A/L.2", [*lines[:2], ("sub1", "b", "To train all crews;"), lines[3]])
    rows = [(((k,), (k,)), (R.EDITED if k == 2 else R.UNCHANGED,)) for k in range(4)]
    first, second = outline(arrange(compared([base, new], rows))).entries
    assert (first.is_changed, first.brackets, first.rows) == (True, 3, (0, 1, 2))
    assert (second.is_changed, second.brackets) == (False, 0)
    assert section_counts([first, second], first.section) == "1 of 2 [3]"
    assert section_counts([first, second], first.section, compared=False) == "2 [3]"
    assert told_entry(first, 1) == "OP 1 [Urges] States: 1 change, 3 brackets"


def test_italics_stay_on_the_words_that_carry_them():
    text = "Recalling the River Charter,"
    paragraph = Paragraph(
        ParagraphId("a", 0),
        ParagraphKind.PREAMBULAR,
        text,
        Span(0, len(text)),
        runs=(Run(Span(0, 9), frozenset({Mark.ITALIC})),),
    )
    view = arrange(
        compare([Draft("a", "a", (paragraph,))], AlignmentTable(Shape.PAIR, 1, (AlignmentRow(((0,),), ()),)))
    )
    stretches = cell_content(view, view.rows[0], 0).blocks[0].stretches
    assert [(s.text, bool(s.marks)) for s in stretches] == [("Recalling", True), (" the River Charter,", False)]


def test_short_names_are_the_ends_of_symbols_unless_they_collide():
    named = [draft("a", "A/C.2/80/L.27", []), draft("b", "A/C.2/80/L.27/Rev.1", []), draft("c", "A/RES/79/418", [])]
    assert short_names(named) == ("L.27", "Rev.1", "79/418")
    assert short_names([named[1], draft("d", "A/C.2/80/L.9/Rev.1", [])])[1] == "A/C.2/80/L.9/Rev.1"


def test_a_preambular_paragraph_that_only_stands_elsewhere_in_the_count_is_no_change():
    old = draft("a", "A/C.2/80/L.27", [("preambular", "", "Guided by the Charter,")])
    lines = [("preambular", "", "Recalling its practice,"), ("preambular", "", "Guided by the Charter,")]
    new = draft("b", "A/C.2/80/L.28", lines)
    rows = [(((), (0,)), (R.INSERTED,)), (((0,), (1,)), (R.UNCHANGED,))]
    shown = arrange(compared([old, new], rows), folds=False)
    assert [entry.letter for entry in change_entries(shown)] == [Letter.INSERTED]


def test_kinds_of_blanks_and_quotes_are_no_change_in_the_columns():
    typed = draft(
        "a", "", [("operative", "1", "Recalls the “Charter” of 6\u00a0June 2024;"), ("operative", "2", "Urges;")]
    )
    mailed = draft(
        "b", "", [("operative", "1", 'Recalls the "Charter" of 6 June 2024;'), ("operative", "2", "Invites;")]
    )
    rows = [(((0,), (0,)), (R.UNCHANGED,)), (((1,), (1,)), (R.EDITED,))]
    view = arrange(compared([typed, mailed], rows))
    changed = [row for row in view.rows if isinstance(row, TextRow) and lane_letters(view, row, 1)]
    assert [row.table_row for row in changed] == [1]
    assert all(entry.label != "OP 1" for entry in change_entries(view))


def test_drafts_that_moved_a_paragraph_to_the_same_place_share_one_line_there():
    base = [("operative", str(k), f"Urges {word};") for k, word in enumerate(("one", "two", "three"), 1)]
    moved = [base[2], base[0], base[1]]
    otherwise = [base[0], base[2], base[1]]
    drafts = [draft(f"d{k}", "", lines) for k, lines in enumerate((base, moved, moved, otherwise))]
    table = AlignmentTable(
        Shape.STAR,
        4,
        (
            AlignmentRow(((0,), (1,), (1,), (0,)), (R.UNCHANGED,) * 3),
            AlignmentRow(((1,), (2,), (2,), (2,)), (R.UNCHANGED,) * 3),
            AlignmentRow(((2,), (0,), (0,), (1,)), (R.MOVED,) * 3),
        ),
    )
    shown = [row.cells for row in arrange(compare(drafts, table), folds=False).rows if row.table_row == 2]
    assert shown == [((), (0,), (0,), ()), ((), (), (), (1,)), ((2,), (), (), ())]


def test_an_email_without_notes_shows_neither_their_marks_nor_their_labels_as_changes():
    mark = InlineObject(14, ObjectKind.FOOTNOTE_MARK, "1")
    note = Note(
        "1", NoteKind.FOOTNOTE, "1", (Paragraph(ParagraphId("a", 9), ParagraphKind.FOOTNOTE, "A/1.", Span(0, 4)),)
    )
    issued = draft("a", "", [("preambular", "", "Recalling that\ufffc,"), ("operative", "1", "Urges;")])
    first = replace(issued.paragraphs[0], objects=(mark,))
    issued = replace(issued, paragraphs=(first, issued.paragraphs[1]), notes=(note,))
    mailed = draft("b", "", [("preambular", "PP1", "Recalling that,"), ("operative", "OP1", "Urges;")])
    rows = [(((0,), (0,)), (R.EDITED,)), (((1,), (1,)), (R.UNCHANGED,))]
    view = arrange(compared([issued, mailed], rows))
    assert change_entries(view) == ()
    assert [type(item) for item in view.items] == [SectionLine, FoldLine, SectionLine, FoldLine]
    assert [name.full for name in view.names[1]] == ["PP 1", "OP 1"]
