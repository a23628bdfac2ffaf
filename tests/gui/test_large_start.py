"""A working draft of a large desk is compared off the window's thread: nothing is lost, and the latest words win."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from draftdesk import settings
from draftdesk.gui.writing import starting
from draftdesk.workbench import compare_again
from draftdesk.workbench.desk.desk import Desk
from draftdesk.workspace.store import Workspace


@pytest.fixture
def large(window, hands, monkeypatch):
    """The samples, taken for so many paragraphs that nothing of them is compared at once."""
    window.first_page.samples_asked.emit()
    hands.settle()
    monkeypatch.setattr(compare_again, "QUICK_PARAGRAPHS", 0)
    assert settings.QUICK_PARAGRAPHS > 0
    return window


def columns_shown(window) -> int:
    return len(window.workplace.view.short)


def test_the_working_draft_comes_as_a_column_when_it_is_compared(large, hands):
    large.start_working(1)
    assert large.session.desk.working_draft is not None
    assert columns_shown(large) == 2
    hands.settle()
    assert columns_shown(large) == 3
    assert large.workplace.view.comparison is large.session.desk.comparison


def test_a_long_draft_is_made_ready_in_a_thread_and_a_second_wish_starts_no_other(large, hands, monkeypatch):
    monkeypatch.setattr(starting, "QUICK_START", 0)
    decisions = large.session.desk.undo_label
    large.start_working(1)
    assert large.session.desk.working_draft is None
    large.start_working(0)
    hands.settle()
    desk = large.session.desk
    assert columns_shown(large) == 3
    assert desk.dossier.working_from == desk.drafts[1].id
    assert [p.text for p in desk.working_draft.paragraphs] == [p.text for p in desk.drafts[1].paragraphs]
    desk.undo()
    assert desk.undo_label == decisions


def test_what_was_decided_while_a_long_draft_was_made_ready_stays(large, hands, monkeypatch, reopened):
    monkeypatch.setattr(starting, "QUICK_START", 0)
    large.start_working(1)
    large.session.desk.set_title("Ferries")
    hands.settle()
    assert columns_shown(large) == 3
    large.close()
    QApplication.processEvents()
    desk = reopened()
    assert desk.dossier.title == "Ferries"
    assert desk.working_draft is not None


def test_keys_and_marks_before_the_column_is_there_do_no_harm(large, hands):
    large.workplace.rows.step(3)
    large.start_working(1)
    assert columns_shown(large) == 2
    hands.press("F2")
    large.actions_["agreed"].trigger()
    large.form.follow()
    hands.settle()
    assert columns_shown(large) == 3
    assert len(large.session.desk.dossier.statuses) == 1


def test_what_is_undone_before_it_was_compared_is_not_shown(large, hands):
    large.start_working(1)
    large.step_back(large.session.desk.undo)
    assert large.session.comparing.is_busy
    hands.settle()
    assert columns_shown(large) == 2
    assert large.session.desk.working_draft is None


def test_words_typed_while_an_earlier_state_is_compared_are_the_ones_shown(large, hands):
    large.start_working(1)
    hands.settle()
    desk, paragraph = large.session.desk, large.session.desk.working_draft.paragraphs[-3]
    new = desk.insert_after(paragraph.id.serial, paragraph.kind, "Earlier words;")
    large.session.refresh_soon()
    assert large.session.comparing.is_busy
    desk.reword(new, "Later words;")
    hands.settle()
    view = large.workplace.view
    shown = {p.text for p in view.drafts[2].paragraphs}
    assert "Later words;" in shown
    assert "Earlier words;" not in shown
    assert view.comparison.drafts[2] is desk.working_draft


def test_a_window_that_is_closed_while_it_compares_keeps_the_working_draft(large, reopened):
    large.start_working(1)
    words = [p.text for p in large.session.desk.working_draft.paragraphs]
    large.close()
    QApplication.processEvents()
    assert [p.text for p in reopened().working_draft.paragraphs] == words


@pytest.fixture
def reopened(tmp_path):
    """Opens the desk of the window again, from its file."""
    opened = []

    def again() -> Desk:
        opened.append(Desk(Workspace.open(tmp_path / "test.desk")))
        return opened[-1]

    yield again
    for desk in opened:
        desk.close()
