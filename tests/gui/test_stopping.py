"""Escape at any moment of loading, exporting or printing: all of it came, or nothing of it did."""

from __future__ import annotations

import random
import time
import zipfile

import pytest
from PySide6.QtCore import QTimer

from draftdesk.gui.background import Background, Job
from draftdesk.gui.paper import page_turns
from draftdesk.model.watch import Stopped
from draftdesk.workbench.desk.desk import Desk
from draftdesk.workspace.store import Workspace

MOMENTS = 25


@pytest.fixture
def files(tmp_path):
    """Four drafts, each with other words than the one before."""
    folder = tmp_path / "drafts"
    folder.mkdir()
    paths = []
    for number in range(4):
        lines = [
            f"{k}. Requests State {k} to inspect ferry {k * 7 % 97}{', its lights' * (k % 4 == number)} each year;"
            for k in range(1, 121)
        ]
        path = folder / f"rev{number}.txt"
        path.write_text("\n\n".join(["The General Assembly,", *lines]), encoding="utf-8")
        paths.append(str(path))
    return paths


def is_at_rest(window) -> bool:
    session = window.session
    shown = window.status._busy.text()
    return not (session.background.is_busy or window.open_files.is_busy or window.open_files.is_stoppable or shown)


def escape_after(hands, seconds: float) -> None:
    QTimer.singleShot(round(1000 * seconds), lambda: hands.press("Escape"))


def duration(hands, begin) -> float:
    started = time.monotonic()
    begin()
    hands.settle()
    return time.monotonic() - started


def seen(window) -> tuple[object, ...]:
    """What a user sees of the desk, and what is decided on it."""
    view, desk = window.workplace.view, window.session.desk
    lines = () if view is None or not desk.drafts else (view.drafts, view.rows)
    return (
        window.pages.currentWidget(),
        lines,
        desk.dossier,
        [column.name for column in desk.columns],
        desk.undo_label,
    )


def test_escape_at_25_moments_of_loading_leaves_the_desk_as_it_was(window, hands, files, tmp_path):
    chance = random.Random(7)
    hands.open("issued.docx", "rev1.docx")
    window.open(files)
    hands.settle()
    for _ in files:
        window.step_back(window.session.desk.undo)
    hands.settle()
    before = seen(window)
    longest = duration(hands, lambda: window.open(files))
    stopped = 0
    for moment in range(MOMENTS):
        while len(window.session.desk.drafts) > 2:
            window.step_back(window.session.desk.undo)
        hands.settle()
        assert seen(window) == before
        window.open(files)
        escape_after(hands, longest * chance.uniform(0, 1))
        hands.qtbot.wait(round(1000 * longest * chance.uniform(1, 1.2)))
        hands.settle()
        hands.qtbot.waitUntil(lambda: is_at_rest(window), timeout=5000)
        count = len(window.session.desk.drafts)
        assert count in {2, 6}, f"moment {moment}"
        if count == 2:
            stopped += 1
            assert seen(window) == before
            assert window.bar.text == "Stopped. The desk is as it was before."
    assert stopped >= 8
    assert duration(hands, lambda: window.open(files)) < 20
    assert len(window.session.desk.drafts) == 6


def test_what_was_stopped_is_not_on_the_disk_and_redo_does_not_bring_it(window, hands, files, tmp_path):
    hands.open("rev1.docx")
    before = window.session.desk.dossier
    window.open(files)
    hands.qtbot.waitUntil(lambda: len(window.session.desk.drafts) > 2, timeout=8000)
    hands.press("Escape")
    hands.settle()
    assert window.session.desk.dossier == before
    assert not window.session.desk.can_redo
    window.close()
    desk = Desk(Workspace.open(tmp_path / "test.desk"))
    assert [column.name for column in desk.columns] == ["rev1.docx"]
    desk.close()


def test_what_was_undone_before_files_came_can_be_redone_when_they_are_stopped(window, hands, files):
    hands.open("rev1.docx")
    window.session.attempt(lambda: window.session.desk.set_title("Ferries"))
    window.session.attempt(lambda: window.session.desk.set_title("Inland ferries"))
    for _ in range(2):
        hands.press("Ctrl+Z")
    window.open(files)
    hands.qtbot.waitUntil(lambda: len(window.session.desk.drafts) > 3, timeout=8000)
    assert not window.session.desk.can_redo
    hands.press("Escape")
    hands.settle()
    assert len(window.session.desk.drafts) == 1
    hands.press("Ctrl+Y")
    assert window.session.desk.dossier.title == "Ferries"
    hands.press("Ctrl+Y")
    assert window.session.desk.dossier.title == "Inland ferries"
    assert not window.session.desk.can_redo


def test_what_was_said_of_stopped_files_goes_when_files_come_again(window, hands, files):
    hands.open("rev1.docx")
    window.open(files)
    hands.press("Escape")
    hands.settle()
    assert window.bar.text == "Stopped. The desk is as it was before."
    window.open(files)
    hands.settle()
    hands.qtbot.waitUntil(lambda: is_at_rest(window), timeout=5000)
    assert len(window.session.desk.drafts) == 5
    assert "Stopped" not in window.bar.text


def test_the_line_below_says_how_far_loading_is_and_that_esc_stops_it(window, hands, files):
    told = []
    window.open_files.progress.connect(lambda _: told.append(window.status._busy.text()))
    window.session.changed.connect(lambda: told.append(window.status._busy.text()))
    window.open(files)
    assert window.status._busy.text() == "Working… Esc stops."
    hands.settle()
    hands.qtbot.waitUntil(lambda: is_at_rest(window), timeout=5000)
    assert "1 of 4 files read. Esc stops." in told
    assert window.status._busy.text() == ""


def test_the_first_files_of_an_empty_desk_can_be_stopped_too(window, hands, files):
    window.open(files)
    hands.qtbot.waitUntil(lambda: window.session.desk.dossier.files != (), timeout=8000)
    hands.press("Escape")
    hands.settle()
    assert window.pages.currentWidget() is window.first_page
    assert window.session.desk.is_empty
    assert is_at_rest(window)


def test_what_was_decided_while_files_came_stays_and_so_do_those_that_are_there(window, hands, files, monkeypatch):
    hands.open("rev1.docx")
    desk = window.session.desk
    add = desk.add

    def add_and_decide(*words, **more):
        made = add(*words, **more)
        if len(desk.drafts) == 2:
            QTimer.singleShot(0, lambda: desk.set_title("Ferries"))
        if len(desk.drafts) == 3:
            QTimer.singleShot(0, lambda: hands.press("Escape"))
        return made

    monkeypatch.setattr(desk, "add", add_and_decide)
    window.open(files)
    hands.settle()
    hands.qtbot.waitUntil(lambda: is_at_rest(window), timeout=5000)
    assert desk.dossier.title == "Ferries"
    assert len(desk.drafts) == 3
    assert len(window.workplace.view.short) == 3


@pytest.mark.parametrize("action", ["redline", "table"])
def test_escape_at_moments_of_exporting_leaves_a_whole_file_or_none(window, hands, tmp_path, action):
    chance = random.Random(11)
    hands.open("issued.docx", "rev1.docx")
    before, out = seen(window), tmp_path / "out"
    out.mkdir()
    place = out / "made.docx"
    window.exporting.ask_name = lambda title, suggested: str(place)
    longest = duration(hands, window.actions_[action].trigger)
    assert place.exists()
    stopped = 0
    for _ in range(MOMENTS):
        place.unlink(missing_ok=True)
        window.actions_[action].trigger()
        escape_after(hands, longest * chance.uniform(0, 1))
        hands.qtbot.wait(round(1100 * longest))
        hands.settle()
        hands.qtbot.waitUntil(lambda: is_at_rest(window), timeout=5000)
        names = [path.name for path in out.iterdir()]
        assert names in ([], ["made.docx"])
        if names:
            assert zipfile.ZipFile(place).testzip() is None
        else:
            stopped += 1
            assert window.bar.text == "Stopped. Nothing was written."
        assert seen(window) == before
    assert stopped >= 5


@pytest.mark.parametrize("pages", [0, 1, 2])
def test_a_pdf_comes_page_by_page_and_escape_leaves_none(window, hands, tmp_path, monkeypatch, pages):
    monkeypatch.setattr(page_turns, "_SLICE", 0.0)
    hands.open("issued.docx", "rev1.docx")
    before, place = seen(window), tmp_path / "shown.pdf"
    window.exporting.ask_name = lambda title, suggested: str(place)
    window.actions_["pdf"].trigger()
    turns = window.aside.paper.turns
    assert turns.is_stoppable
    assert "Esc stops." in window.status._busy.text()

    def stop(said: str) -> None:
        if said.startswith(f"Page {pages} of "):
            hands.press("Escape")

    window.aside.paper.progress.connect(stop)
    if not pages:
        hands.press("Escape")
    hands.qtbot.waitUntil(lambda: not turns.is_stoppable)
    assert not turns.is_stoppable
    hands.settle()
    assert window.bar.text == "Stopped. Nothing was written."
    assert window.status._busy.text() == ""
    assert list(tmp_path.glob("*.pdf")) == []
    assert seen(window) == before
    window.aside.paper.progress.disconnect(stop)
    window.actions_["pdf"].trigger()
    hands.qtbot.waitUntil(place.exists)
    assert place.read_bytes().startswith(b"%PDF")


def test_a_window_that_is_closed_prints_no_further(window, hands, tmp_path, monkeypatch):
    monkeypatch.setattr(page_turns, "_SLICE", 0.0)
    hands.open("issued.docx", "rev1.docx")
    window.exporting.ask_name = lambda title, suggested: str(tmp_path / "shown.pdf")
    window.actions_["pdf"].trigger()
    window.close()
    assert not window.aside.paper.turns.is_stoppable
    assert list(tmp_path.glob("*.pdf")) == []


def test_work_that_keeps_what_it_made_already_is_not_stopped_any_more(qtbot):
    told = []
    background = Background()
    job = Job(told.append)
    job.keep()
    background.run(lambda: "made", told.append, told.append, job)
    assert not background.stop()
    qtbot.waitUntil(lambda: told == ["made"])
    stopped = Job(told.append)
    assert stopped.stop()
    with pytest.raises(Stopped):
        stopped.keep()


def test_work_that_cannot_be_stopped_is_done_also_behind_what_is(qtbot):
    told = []
    background = Background()
    background.run(lambda: time.sleep(0.2), told.append, told.append, Job(told.append))
    background.run(lambda: "second", told.append, told.append)
    assert background.stop()
    assert told == [True]
    qtbot.waitUntil(lambda: "second" in told, timeout=2000)
    assert not background.is_busy
    background.close()
