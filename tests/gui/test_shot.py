"""The window is drawn as it was asked for, after what was to be done in it."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QImage

from draftdesk.errors import DraftdeskError
from draftdesk.gui.shot import Shot, grab, render_shots
from draftdesk.gui.shot_steps import ACTIONS, UNDER_WAY, do
from draftdesk.resources import resource


def test_one_window_is_drawn_at_several_scales(tmp_path, qtbot):
    outs = {1: tmp_path / "small.png", 2: tmp_path / "large.png"}
    render_shots([str(resource("samples", "rev1.docx"))], outs, Shot(size=(900, 600)))
    sizes = [QImage(str(out)).size().toTuple() for out in outs.values()]
    assert sizes == [(900, 600), (1800, 1200)]


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_steps_are_done_before_it_is_drawn(window, hands):
    hands.open("issued.docx", "rev1.docx")
    do(window, "filter:strength")
    hands.settle()
    assert {entry.change_class.value for entry in window.workplace.changes.entries} == {"strength"}
    do(window, "find:ferries")
    hands.settle()
    assert window.actions_.find.words == "ferries"
    do(window, "zoom:1.5")
    assert window.workplace.rows.zoom == 1.5
    before = grab(window)
    do(window, "fonts")
    hands.settle()
    assert grab(window) != before, "a dialog is drawn over the window"


def test_a_menu_is_drawn_as_if_it_were_open(window, hands):
    hands.open("issued.docx", "rev1.docx")
    before = grab(window)
    do(window, "menu:1")
    assert grab(window).copy(0, 60, 300, 300) != before.copy(0, 60, 300, 300)


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_a_file_that_is_refused_and_work_under_way_are_drawn(window, hands, tmp_path):
    (tmp_path / "bad.docx").write_bytes(b"")
    do(window, f"open:{tmp_path / 'bad.docx'}")
    hands.settle()
    assert "bad.docx is empty" in window.bar.text
    do(window, UNDER_WAY)
    assert window.session.background.is_stoppable
    window.session.background.stop()


def test_an_export_is_drawn_with_what_is_said_of_it(window, hands, tmp_path):
    hands.open("issued.docx", "rev1.docx")
    do(window, f"export:{tmp_path / 'out.docx'}")
    hands.settle()
    assert "out.docx" in window.bar.text
    assert (tmp_path / "out.docx").exists()


def test_every_step_that_is_named_is_an_action_of_the_window(window):
    assert all(window.actions_[name] is not None for name in ACTIONS)


@pytest.mark.parametrize(
    "step",
    ["", "quit", "redline", "filter:music", "zoom:large", "font:No such face:12", "find:", "menu:9999", "menu:file"],
)
def test_what_cannot_be_drawn_is_refused(window, step):
    with pytest.raises(DraftdeskError):
        do(window, step)
