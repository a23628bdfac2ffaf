"""Footnotes in the columns: under their paragraphs, signed, listed, and never folded away when they changed."""

import pytest

from draftdesk.comparing.comparison import compare
from draftdesk.drafting import edits, notes
from draftdesk.model.alignment import AlignmentRow, AlignmentTable, Relation, Shape
from draftdesk.model.paragraph import ParagraphKind
from draftdesk.reading.receive import receive
from draftdesk.resources import resource
from draftdesk.workbench.change_list import change_entries
from draftdesk.workbench.compare_drafts import prepare
from draftdesk.workbench.display.cells import cell_content, lane_letters
from draftdesk.workbench.display.rows import arrange
from draftdesk.workbench.display.values import Letter, Sign, TextRow
from making_drafts import make_draft

LINES = ("PP: Recalling its resolution 74/901,", "OP 1: Urges States to act;", "OP 2: Invites owners to help.")


def base():
    draft, serial = notes.add_note(make_draft(*LINES), 1, len("Recalling"), "Resolution 74/901.")
    return draft, serial


def view_of(old, new):
    rows = [AlignmentRow(((k,), (k,)), (Relation.UNCHANGED,)) for k in range(len(old.paragraphs))]
    return arrange(compare([old, new], AlignmentTable(Shape.PAIR, 2, tuple(rows))))


def row_of(view, index):
    return next(row for row in view.rows if row.cells[1] == (index,))


def signed(view, index, column):
    blocks = cell_content(view, row_of(view, index), column).blocks
    return [(s.text, s.sign) for block in blocks if block.kind is ParagraphKind.FOOTNOTE for s in block.stretches]


def test_a_note_stands_under_its_paragraph_with_its_mark():
    draft, _ = base()
    blocks = cell_content(view_of(draft, draft), row_of(view_of(draft, draft), 0), 1).blocks

    assert [(block.lead, block.shown) for block in blocks][1:] == [("1", "Resolution 74/901.")]


def test_a_note_with_other_words_is_signed_listed_and_not_folded():
    draft, serial = base()
    view = view_of(draft, edits.reword(draft, serial, "Resolution 74/901 of 12 May."))

    assert any(isinstance(item, TextRow) and item.cells[1] == (0,) for item in view.items)
    assert signed(view, 0, 1) == [
        ("Resolution 74/901", Sign.PLAIN),
        (" of 12 May", Sign.INSERTED),
        (".", Sign.PLAIN),
    ]
    assert [(entry.label, entry.before) for entry in change_entries(view)] == [
        ("PP 1, footnote 1", "Resolution 74/901.")
    ]
    assert lane_letters(view, row_of(view, 0), 1) == (Letter.INSERTED,)


@pytest.mark.parametrize(("turned", "sign"), [(False, Sign.INSERTED), (True, Sign.DELETED)])
def test_a_note_that_came_or_went_is_signed_as_a_whole(turned, sign):
    draft, _ = base()
    more, _ = notes.add_note(draft, 2, len("Urges States"), "See A/80/13.")
    old, new = (more, draft) if turned else (draft, more)
    view = view_of(old, new)

    assert signed(view, 1, 0 if turned else 1) == [("See A/80/13.", sign)]
    entries = change_entries(view)
    assert [(entry.label, entry.after or entry.before) for entry in entries] == [("OP 1, footnote 2", "See A/80/13.")]


def test_a_text_file_that_has_no_notes_has_lost_none():
    draft, _ = base()
    view = view_of(draft, make_draft(*LINES, id_="mail"))

    assert all("footnote" not in entry.label for entry in change_entries(view))


def test_a_reference_to_a_paragraph_that_is_gone_is_told_under_its_paragraph():
    draft = make_draft("OP 1: Urges States to act;", "OP 2: Recalls paragraph 1 above.")
    view = view_of(draft, draft)
    assert cell_content(view, row_of(view, 1), 1).notes == ()

    after = edits.delete(draft, 1)
    alone = arrange(compare([after], AlignmentTable(Shape.PAIR, 1, (AlignmentRow(((0,),), ()),))))
    (note,) = cell_content(alone, alone.rows[0], 0).notes
    assert "“1”" in note.text
    assert "gone" in note.text


def test_a_note_of_wholly_other_words_has_its_letters_though_its_mark_stayed():
    draft, serial = base()
    view = view_of(draft, edits.reword(draft, serial, "A/81/917 and its annex."))

    assert lane_letters(view, row_of(view, 0), 1) == (Letter.INSERTED, Letter.DELETED)


def test_of_a_replaced_note_what_is_gone_stands_before_what_is_new():
    names = ("issued.docx", "rev1.docx")
    drafts = [receive(resource("samples", name).read_bytes(), name).drafts[0] for name in names]
    view = arrange(prepare(drafts, Shape.PAIR), alone=1)
    cells = [cell_content(view, row, 1).blocks for row in view.rows if row.cells[1]]
    notes_of_cells = [
        [(b.lead, b.stretches[0].sign) for b in blocks if b.kind is ParagraphKind.FOOTNOTE] for blocks in cells
    ]
    assert [("1", Sign.DELETED), ("1", Sign.INSERTED)] in notes_of_cells
