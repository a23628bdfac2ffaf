"""Comments of the files in the window: a sign in the margin, words on hover and in the panel."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QLabel

from draftdesk.model.draft import Comment
from making_drafts import make_draft, make_received

LINES = ("PP: Recalling,", "OP 1: Urges States to inspect ferries;", "OP 2: Decides.")


@pytest.fixture
def commented(window, hands):
    draft = make_draft(*LINES, id_="base")
    base = replace(draft, comments=(Comment("Norden", "2026-01-02T03:04:05Z", "Once a year?", 2),))
    new = make_draft(LINES[0], "OP 1: Urges all States to inspect ferries;", LINES[2], id_="rev1")
    for one in (base, new):
        data = one.id.encode()
        window.session.desk.add(make_received(one, data), f"/drafts/{one.id}.docx", data)
    window.session.refresh()
    hands.settle()
    return window


def words_of(panel):
    return [label.text() for label in panel.findChildren(QLabel) if label.text() and not label.isHidden()]


def test_the_panel_follows_the_selected_paragraph(commented, hands):
    place = commented.workplace
    place.go_to_row(1)
    hands.settle()
    assert not place.comments.isHidden()
    assert words_of(place.comments) == [
        "Comments on this paragraph  1",
        "base, OP 1: Norden, 2 January 2026",
        "Once a year?",
    ]
    place.rows.setFocus()
    hands.press("Home")
    assert place.comments.isHidden()


def test_the_margin_says_it_where_the_pointer_rests_and_the_words_do_not(commented, hands):
    rows = commented.workplace.rows
    item = rows.item_of_row(1)
    area = rows.cell_area(item, 0)
    assert rows.tip_at(QPoint(area.left() - 20, area.top() + 30)) == "Norden, 2 January 2026\nOnce a year?"
    assert rows.tip_at(area.center()) == ""
    assert rows.tip_at(QPoint(rows.cell_area(item, 1).left() - 20, area.top() + 30)) == ""


def test_they_are_counted_below_and_told_to_a_screen_reader(commented, hands):
    assert "1 comment" in [label.text() for label in commented.status.findChildren(QLabel)]
    commented.workplace.go_to_row(1, 0)
    commented.workplace.rows.tell_current()
    assert "1 comment." in commented.workplace.rows.accessibleDescription()


def test_beside_the_sheet_of_a_paragraph_its_comments_stand_too(commented, hands):
    commented.workplace.go_to_row(1)
    commented.manners.choose("matrix")
    commented.workplace.matrix.open_sheet()
    hands.settle()
    sheet = commented.workplace.matrix.sheet
    assert "Once a year?" in words_of(sheet.comments)
