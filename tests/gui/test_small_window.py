"""A small window: a netbook, or 200 % on a screen of 1920x1080."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel, QPushButton

from draftdesk.gui.rows.geometry import MIN_TEXT


@pytest.fixture
def small(window, hands):
    window.resize(960, 540)
    hands.settle()
    return window


def test_the_first_page_cuts_no_words(small):
    page = small.first_page
    for label in page.findChildren(QLabel):
        if label.isVisible() and label.text():
            needed = label.heightForWidth(label.width()) if label.wordWrap() else label.sizeHint().height()
            assert label.height() >= needed, label.text()
    for button in page.findChildren(QPushButton):
        assert button.height() >= button.sizeHint().height(), button.text()


def test_two_columns_are_wide_enough_to_read_for_the_list_of_changes_makes_room(small, hands):
    hands.open("issued.docx", "rev1.docx")
    place = small.workplace
    assert place.changes_tab.isVisible()
    assert all(box.text_width >= MIN_TEXT for box in place.rows.columns.columns)
    hands.press("F10")
    assert place.dock.isVisible()


def test_one_draft_keeps_what_stands_beside_it(small, hands):
    hands.open("issued.docx")
    assert small.workplace.dock.isVisible()


def test_a_working_draft_that_begins_is_in_sight_beside_the_base(small, hands):
    hands.open("issued.docx", "rev1.docx", "rev2.docx")
    rows = small.workplace.rows
    rows.select(0, 0)
    hands.press("Ctrl+E")
    hands.settle()
    box = rows.columns.placed(3, rows.horizontalScrollBar().value())
    assert rows.columns.is_scrolled
    assert rows.columns.edge < box.text_left
    assert box.right <= rows.viewport().width() + 1


def test_files_that_come_fold_the_list_of_changes_wherever_the_mouse_is(small, hands, monkeypatch):
    monkeypatch.setattr(small.workplace.dock, "underMouse", lambda: True)
    hands.open("issued.docx", "rev1.docx", "rev2.docx")
    assert not small.workplace.dock.isVisible()


def test_the_list_of_changes_stays_while_a_proposal_is_taken_from_it_with_the_mouse(small, hands, monkeypatch):
    small.resize(1280, 720)
    hands.open("issued.docx", "rev1.docx")
    place, panel = small.workplace, small.deciding.panel
    assert place.dock.isVisible()
    hands.press("F8")
    monkeypatch.setattr(place.dock, "underMouse", lambda: True)
    panel.whole.click()
    hands.settle()
    assert small.session.desk.working_draft is not None
    assert place.dock.isVisible()
    monkeypatch.undo()
    hands.press("F8")
    hands.press("Alt+Return")
    hands.settle()
    assert place.dock.isVisible()
