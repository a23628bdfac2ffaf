"""The page of a room: what stands large on it, what it was, what is open, what is new since the room last looked."""

from __future__ import annotations

from draftdesk.comparing.comparison import compare
from draftdesk.model.alignment import AlignmentRow, AlignmentTable, Relation, Shape
from draftdesk.model.paragraph import Mark
from draftdesk.workbench.display.rows import DisplayRows, arrange
from draftdesk.workbench.display.values import Sign
from draftdesk.workbench.room.news import news_rows, seen_now
from draftdesk.workbench.room.page import room_page
from draftdesk.workbench.room.rows import counts_of, next_changed, room_rows
from making_drafts import make_draft

BASE = ("OP 1: Urges States to count boats;", "OP 2: Decides to meet;", "OP 3: Welcomes the report.")
NEW = ("OP 1: Invites States to count [all [small] boats];", "OP 2: Welcomes the report.", "OP 3: Thanks them.")


def view_of(new: tuple[str, ...] = NEW) -> DisplayRows:
    table = AlignmentTable(
        Shape.PAIR,
        2,
        (
            AlignmentRow(((0,), (0,)), (Relation.EDITED,)),
            AlignmentRow(((1,), ()), (Relation.DELETED,)),
            AlignmentRow(((2,), (1,)), (Relation.UNCHANGED,)),
            AlignmentRow(((), (2,)), (Relation.INSERTED,)),
        ),
    )
    return arrange(compare([make_draft(*BASE), make_draft(*new, id_="new")], table))


def shown(content, *signs: Sign) -> str:
    return "".join(s.text for block in content.blocks for s in block.stretches if not signs or s.sign in signs)


def test_a_page_has_deleted_and_inserted_words_and_what_it_was():
    page = room_page(view_of(), 1, 0)
    assert page.number == "OP 1"
    assert "Urges" in shown(page.present, Sign.DELETED)
    assert "Invites" in shown(page.present, Sign.INSERTED)
    assert shown(page.base) == "Urges States to count boats;"
    assert (page.position, page.count) == (1, 4)
    assert page.before is None
    assert page.after.text == "Decides to meet;"


def test_brackets_are_bold_and_have_their_depth_behind_them():
    page = room_page(view_of(), 1, 0)
    assert "[1all [2small] boats]" in shown(page.present, Sign.INSERTED, Sign.GAP, Sign.PLAIN)
    bold = [s.text for block in page.present.blocks for s in block.stretches if s.marks == {Mark.BOLD}]
    assert bold == ["[", "[", "]", "]"]
    assert page.below == "2 brackets, deepest 2"


def test_the_foot_counts_what_changed_and_what_is_open():
    counts = counts_of(view_of(), 1)
    assert (counts.changed, counts.new, counts.deleted, counts.brackets) == (1, 1, 1, 2)


def test_one_walks_through_changed_paragraphs_and_deleted_ones_are_pages_too():
    view = view_of()
    assert room_rows(view, 1) == (0, 1, 2, 3)
    assert [next_changed(view, 1, 0, 1), next_changed(view, 1, 1, 1), next_changed(view, 1, 3, 1)] == [1, 3, None]
    assert room_page(view, 1, 1).below == "The whole paragraph is deleted"
    assert room_page(view, 1, 2).base is None


def test_what_is_new_is_told_by_words_and_brackets():
    seen = seen_now(view_of(), 1, "15:10")
    later = view_of(("OP 1: Invites all States to count [all boats];", *NEW[1:]))
    assert news_rows(later, 1, seen) == (0,)
    assert room_page(later, 1, 0, seen).news.startswith("New since 15:10: 1 word added, ")
    assert "1 bracket closed" in room_page(later, 1, 0, seen).news
    assert room_page(later, 1, 2, seen).news == ""
