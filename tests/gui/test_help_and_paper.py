"""The sheet of keys tells what the menus hold, and finds it; paper has what is on the screen, page by page."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu

from draftdesk.gui.help_sheet import groups_of
from draftdesk.gui.room.keys import ROOM_KEYS
from draftdesk.gui.room.view import RoomView
from draftdesk.workbench.help_page import found_in, help_html


def entries(groups) -> list[tuple[str, str]]:
    return [entry for group in groups for entry in group.entries]


def test_every_key_of_the_window_is_on_the_sheet_and_in_a_menu(window):
    told = " , ".join(keys for _, keys in entries(groups_of(window.menuBar())))
    for action in window.actions():
        for keys in action.shortcuts():
            assert keys.toString(QKeySequence.SequenceFormat.NativeText) in told, action.objectName()


def test_no_two_actions_have_the_same_key(window):
    keys = [key.toString() for action in window.actions() for key in action.shortcuts()]
    assert sorted(keys) == sorted(set(keys))


def test_what_is_typed_is_looked_for_and_escape_leads_back(window, hands):
    hands.open("issued.docx", "rev1.docx")
    hands.press("F1")
    assert "Export redline" in window.aside.help.text.toPlainText()
    hands.write("go to paragraph")
    assert "Ctrl+G" in window.aside.help.text.toPlainText()
    assert "Export redline" not in window.aside.help.text.toPlainText()
    hands.write(" zzz")
    assert "No key has these words" in window.aside.help.text.toPlainText()
    hands.press("Escape")
    assert window.pages.currentWidget() is window.workplace
    assert window.workplace.rows.hasFocus()


def test_another_view_that_is_asked_for_brings_it_in_place_of_the_sheet(window, hands):
    hands.open("issued.docx", "rev1.docx")
    hands.press("F1")
    hands.press("Ctrl+3")
    hands.settle()
    assert window.pages.currentWidget() is window.workplace
    assert window.workplace.matrix.matrix.view is window.workplace.view


def test_every_key_of_the_room_does_something_that_the_room_has(window):
    assert all(callable(getattr(RoomView, one.does)) for one in ROOM_KEYS)
    keys = [key for one in ROOM_KEYS for key in one.keys]
    assert len(keys) == len(set(keys))


def page_count(pdf: bytes) -> int:
    return max(int(found) for found in re.findall(rb"/Count (\d+)", pdf))


@pytest.mark.parametrize("keys", ["Ctrl+1", "Ctrl+2", "Ctrl+3"])
def test_what_is_shown_is_saved_as_pages(window, hands, keys):
    hands.open("issued.docx", "rev1.docx")
    hands.press(keys)
    hands.settle()
    pdf = window.aside.paper.pdf()
    assert pdf.startswith(b"%PDF")
    assert page_count(pdf) == 1 if keys == "Ctrl+3" else page_count(pdf) > 2


def test_only_changes_need_fewer_pages(window, hands):
    hands.open("issued.docx", "rev1.docx")
    hands.press("Ctrl+Shift+D")
    whole = page_count(window.aside.paper.pdf())
    hands.press("Ctrl+D")
    hands.settle()
    assert page_count(window.aside.paper.pdf()) < whole


def test_a_pdf_is_written_where_one_says(window, hands, tmp_path, qtbot):
    hands.open("issued.docx", "rev1.docx")
    place = tmp_path / "shown.pdf"
    window.exporting.ask_name = lambda title, suggested: str(place)
    window.actions_["pdf"].trigger()
    qtbot.waitUntil(place.exists)
    hands.settle()
    assert "shown.pdf" in window.bar.text


def test_menus_show_their_keys(window):
    menus = [action.menu() for action in window.menuBar().actions()]
    found = next(a for menu in menus if isinstance(menu, QMenu) for a in menu.actions() if "Print" in a.text())
    assert found.shortcut().toString() == "Ctrl+P"


def test_what_has_no_key_is_told_in_one_run_and_the_groups_share_the_width_out(window):
    groups = groups_of(window.menuBar())
    one, three = help_html(groups), help_html(groups, columns=3)
    assert one.count("<td width='100%'>") == 1
    assert three.count("<td width='33%'>") == 3
    for page in (one, three):
        assert page.count("Open&nbsp;the samples") == 1
        assert page.index("Ctrl+O<") < page.index("Open&nbsp;the samples")


def test_a_long_menu_within_a_menu_is_named_by_its_first_and_found_by_all(window):
    groups = groups_of(window.menuBar())
    assert "Security Council" not in help_html(found_in(groups, ""))
    assert "General Assembly, plenary: resolution, …" in help_html(found_in(groups, ""))
    assert "Security Council" in help_html(found_in(groups, "security council"))


def test_keys_have_the_names_that_stand_on_keyboards(window):
    told = [keys for _, keys in entries(groups_of(window.menuBar()))]
    assert "Ctrl+Enter" in told
    assert not any("Return" in keys for keys in told)


def test_every_key_of_the_guide_is_in_a_menu(window):
    keys = re.compile(r"(?:(?:Ctrl|Alt|Shift)\+)+(?:F\d+|Del|Enter|Tab|[A-Z0-9.+−])(?![A-Za-z])|\bF\d+\b")
    guide = (Path(__file__).parents[2] / "docs" / "guide.md").read_text(encoding="utf-8")
    named = {key.replace("−", "-") for key in keys.findall(guide)}
    known = {key for _, shown in entries(groups_of(window.menuBar())) for key in shown.split(", ")}
    assert len(named) > 40
    assert named - known == set()
