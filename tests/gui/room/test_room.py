"""Room mode as a chair uses it: one key in, arrows through the text, Escape back to the same paragraph."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from draftdesk.gui.room.view import RoomView


@pytest.fixture
def room(window, hands, qtbot) -> RoomView:
    hands.open("issued.docx", "rev1.docx")
    hands.press("F8")
    hands.press("F11")
    found = window.aside.room
    qtbot.waitUntil(found.isVisible)
    return found


def press(qtbot, room: RoomView, *keys: Qt.Key) -> None:
    for key in keys:
        qtbot.keyClick(room, key)
    QApplication.processEvents()


def test_the_room_opens_at_the_current_paragraph_and_leads_back_to_where_it_went(window, room, qtbot):
    first = window.workplace.rows.text_row().ordinal
    assert room.ordinal == first
    assert room.isFullScreen()
    press(qtbot, room, Qt.Key.Key_Space, Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_Down)
    assert room.page.position > 2
    gone_to = room.ordinal
    press(qtbot, room, Qt.Key.Key_Escape)
    assert not room.isVisible()
    assert window.workplace.rows.text_row().ordinal == gone_to


def test_a_change_of_the_desk_is_seen_at_once_and_is_new_the_next_time(window, hands, room, qtbot):
    desk = window.session.desk
    press(qtbot, room, Qt.Key.Key_Escape)
    window.session.attempt(lambda: desk.remove(desk.columns[1].draft_id))
    hands.open("zero-draft.docx")
    hands.press("F11")
    assert "new" in room.page.news.lower() or room.step_news() is None
    assert room.page.news.startswith("New since ")
    press(qtbot, room, Qt.Key.Key_Escape)
    hands.press("F11")
    assert room.page.news == ""


@pytest.mark.parametrize("larger", [0.5, 3.0])
def test_a_long_paragraph_is_walked_to_its_end_before_the_next(room, qtbot, larger):
    room.setWindowState(Qt.WindowState.WindowNoState)
    room.resize(700, 420)
    room.set_larger(larger)
    seen, before = set(), -1
    for _ in range(400):
        seen.add(room.page.position)
        state = (room.page.position, room._shift)
        if state == before:
            break
        before = state
        room.step(1)
    room.grab()
    assert room.page.position == room.page.count
    assert seen == set(range(min(seen), room.page.count + 1))


def test_the_page_is_told_to_a_screen_reader(room):
    assert room.accessibleDescription().startswith(room.page.number)


def test_the_theme_follows_the_window(window, room, qtbot):
    light = room.grab().toImage().pixelColor(room.width() // 2, 80)
    press(qtbot, room, Qt.Key.Key_D)
    assert window.theme == "dark"
    assert room.grab().toImage().pixelColor(room.width() // 2, 80).lightness() < light.lightness() / 2


def test_coloured_by_author_the_head_names_those_of_the_page_and_else_nobody(window, hands, room, qtbot):
    assert room.hands_here == []
    press(qtbot, room, Qt.Key.Key_Escape)
    hands.press("Ctrl+Shift+A")
    hands.press("F11")
    assert room.hands_here == [(0, "rev1")]
    plain = room.grab().toImage()
    window.session.attempt(lambda: window.session.desk.call(window.session.desk.columns[1].draft_id, "Altamere"))
    assert room.hands_here == [(0, "Altamere")]
    assert room.grab().toImage() != plain
    unchanged = next(
        row.ordinal for row in window.workplace.view.rows if not row.is_changed and row.cells[1] and row.ordinal > 8
    )
    room._turn(unchanged)
    assert room.hands_here == []
