"""Where one is on the desk is kept a moment after one stops, and is there again although nothing was closed."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QListView

from draftdesk.gui.main_window import MainWindow
from draftdesk.gui.session import Session
from draftdesk.workbench.desk.desk import Desk
from draftdesk.workbench.worker import Worker
from draftdesk.workspace.store import Workspace


@pytest.fixture
def kept(window, monkeypatch):
    """The places that were written, one after the other."""
    written = []
    keep = window.session.desk.keep_place
    monkeypatch.setattr(window.session.desk, "keep_place", lambda place: (written.append(place), keep(place)))
    return written


@pytest.fixture
def opened_after_a_crash(window, tmp_path, qtbot):
    """Another window on the desk, whose first one never left: only what it had written is there."""
    windows = []

    def open_again():
        size = window.size()
        window.session.close()
        session = Session(Desk(Workspace.open(tmp_path / "test.desk")), Worker())
        again = MainWindow(session)
        again.resize(size)
        again.open_files.restore()
        again.show()
        windows.append(again)
        qtbot.waitUntil(lambda: bool(session.desk.drafts) and not session.background.is_busy, timeout=20000)
        qtbot.waitUntil(again.workplace.is_settled, timeout=20000)
        return again

    yield open_again
    for again in windows:
        again.close()


def marked_in_outline(place):
    return place.outline.findChild(QListView).currentIndex().data() or ""


def test_row_and_change_are_there_again_after_a_crash(window, hands, kept, opened_after_a_crash, qtbot):
    hands.open("issued.docx", "rev1.docx")
    for _ in range(30):
        hands.press("F8")
    place, there = window.workplace, len(kept)
    current, top, counter = place.rows.text_row().identity, place.rows.bookmark(), place.changes.counter.text()
    boxed = place.rows.current_change
    qtbot.waitUntil(lambda: len(kept) > there, timeout=5000)
    again = opened_after_a_crash().workplace
    assert again.rows.text_row().identity == current
    assert again.rows.bookmark() == top
    assert again.changes.counter.text() == counter
    assert again.rows.current_change == boxed
    assert marked_in_outline(again) == marked_in_outline(place) != ""


def test_nothing_is_written_while_one_scrolls_and_once_when_one_stops(window, hands, kept, qtbot):
    hands.open("issued.docx", "rev1.docx")
    qtbot.waitUntil(lambda: bool(kept), timeout=5000)
    kept.clear()
    bar = window.workplace.rows.verticalScrollBar()
    for tick in range(40):
        bar.setValue(tick * 20)
        qtbot.wait(20)
    assert kept == []
    qtbot.waitUntil(lambda: bool(kept), timeout=5000)
    assert len(kept) == 1
    assert kept[0].bookmark.top == window.workplace.rows.bookmark().top
    qtbot.wait(1500)
    assert len(kept) == 1


def test_a_change_that_is_not_there_any_more_leaves_the_row(window, hands, kept, opened_after_a_crash, qtbot):
    hands.open("issued.docx", "rev1.docx")
    hands.press("Ctrl+E")
    hands.settle()
    hands.go_to("OP 2")
    hands.press("F2")
    hands.press("Ctrl+End")
    hands.write(" and beyond")
    hands.press("Ctrl+Return")
    hands.settle()
    hands.press("F8")
    assert window.workplace.changes.current.column == 2
    row = window.workplace.rows.text_row().identity
    qtbot.waitUntil(lambda: bool(kept) and kept[-1].bookmark.change >= 0, timeout=5000)
    window.session.desk.undo()
    again = opened_after_a_crash().workplace
    assert again.rows.text_row().identity == row
    assert again.changes.current is None
