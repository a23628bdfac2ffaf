"""A desk that is dropped or was used before opens in place of the one in hand; one gone or too new says so."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton

from draftdesk.gui.app import Desks, application
from draftdesk.gui.main_window import MainWindow
from draftdesk.reading.receive import receive
from draftdesk.resources import resource
from draftdesk.workbench.desk.desk import Desk
from draftdesk.workspace.store import Workspace


@pytest.fixture
def desks(tmp_path, monkeypatch, qtbot):
    monkeypatch.setenv("DRAFTDESK_WORKSPACES", str(tmp_path / "desks"))
    application()
    made = Desks()
    made.new()
    made.show(Workspace.open(tmp_path / "desks" / "first.desk"))
    yield made
    made.window.close()
    qtbot.wait(10)


def sent_desk(folder: Path) -> Path:
    """A desk with one draft, as a colleague would send it."""
    path = folder / "sent.desk"
    desk = Desk(Workspace.open(path), receive)
    data = resource("samples", "rev1.docx").read_bytes()
    desk.add(receive(data, "rev1.docx"), "rev1.docx", data)
    desk.set_title("Ferries")
    desk.close()
    return path


def names(window: MainWindow) -> list[str]:
    return [column.name for column in window.session.desk.columns]


def test_a_desk_that_is_dropped_takes_the_place_of_the_one_in_hand(desks, tmp_path, qtbot):
    before = desks.window
    before.open([str(sent_desk(tmp_path))])
    qtbot.waitUntil(lambda: desks.window is not before, timeout=5000)
    qtbot.waitUntil(lambda: names(desks.window) == ["rev1.docx"], timeout=5000)
    assert desks.window.session.desk.dossier.title == "Ferries"


def test_the_desk_that_was_left_for_a_new_one_is_offered_first_and_opens(desks, qtbot):
    desks.window.bringing.open_samples()
    qtbot.waitUntil(lambda: len(names(desks.window)) == 2 and not desks.window.open_files.is_stoppable, timeout=20000)
    desks.window.session.attempt(lambda: desks.window.session.desk.set_title("Inland ferries"))
    desks.window.actions_["new_desk"].trigger()
    left = desks.window
    assert left.pages.currentWidget() is left.first_page
    assert "Inland ferries" in {label.text() for label in left.first_page.findChildren(QPushButton)}
    left.first_page.recent_asked.emit(0)
    qtbot.waitUntil(lambda: desks.window is not left and len(names(desks.window)) == 2, timeout=5000)


def test_a_desk_of_a_newer_version_is_refused_and_the_one_in_hand_stays(desks, tmp_path, qtbot):
    path, window = sent_desk(tmp_path), desks.window
    with sqlite3.connect(path) as database:
        database.execute("PRAGMA user_version = 99")
    database.close()
    window.open([str(path)])
    qtbot.waitUntil(lambda: window.bar.text != "", timeout=5000)
    assert window.bar.text == "sent.desk was written by a newer draftdesk. Update draftdesk to open it."
    assert desks.window is window


def test_a_desk_that_is_gone_is_no_new_one(desks, tmp_path, qtbot):
    window, gone = desks.window, tmp_path / "desks" / "gone.desk"
    desks.open(gone)
    assert window.bar.text == "gone.desk is not there any more. Was it moved or renamed? Nothing else was changed."
    assert desks.window is window
    assert not gone.exists()
