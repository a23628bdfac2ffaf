"""The strength of verbs as the user has it: edited in the window, kept, and told by at once."""

from __future__ import annotations

import pytest

from draftdesk.gui.form.lines_sheet import LinesSheet
from draftdesk.wording.openings import strength_shift, use_ladders
from draftdesk.workbench.own_ladders import take_up_own
from draftdesk.workspace.own_ladders import own_ladders_file


@pytest.fixture
def compared(hands, window):
    """Two drafts, where "Invites" became "Strongly encourages"; the program's table comes back afterwards."""
    hands.open("zero-draft.docx", "rev1.docx")
    yield window
    use_ladders(None)


@pytest.fixture
def sheet(compared):
    compared.actions_["verbs"].trigger()
    return compared.findChild(LinesSheet)


def steps(window):
    view = window.workplace.view
    shifts = [view.comparison.strength(row.table_row, 0, 1) for row in view.rows if row.cells[0] and row.cells[1]]
    return [shift.steps for shift in shifts if shift is not None and shift.steps]


def test_the_comparison_follows_the_table_that_the_user_keeps_and_the_next_start_does(compared, sheet, hands):
    assert steps(compared)[0] > 0
    sheet.lines.setPlainText("[exhort]\n1: Urges\n2: Encourages\n5: Invites; Requests\n")
    hands.press("Ctrl+Return")
    hands.settle()
    assert steps(compared)[0] < 0
    use_ladders(None)
    assert take_up_own() is None
    assert strength_shift("Urges States", "Invites States").steps == 4


def test_the_table_is_read_from_its_top_and_no_line_leaves_the_sheet(sheet):
    assert sheet.lines.textCursor().position() == 0
    assert not sheet.lines.horizontalScrollBar().isVisible()


def test_a_wrong_line_is_told_and_shown_and_nothing_is_kept(compared, sheet, hands):
    sheet.lines.setPlainText("[exhort]\n1: Urges\ntwo: Invites\n")
    hands.press("Ctrl+Return")
    assert sheet.isVisible()
    assert sheet.error.text().startswith("Line 3, “two: Invites”")
    assert sheet.lines.textCursor().selectedText() == "two: Invites"
    assert not own_ladders_file().exists()
    hands.press("Esc")
    assert strength_shift("Urges States", "Invites States").steps < 0


def test_the_table_of_the_program_is_a_button_away_and_no_copy(compared, sheet, hands):
    usual = sheet.lines.toPlainText()
    sheet.lines.setPlainText("[exhort]\n1: Urges\n2: Invites\n")
    sheet.save.click()
    assert own_ladders_file().exists()
    compared.actions_["verbs"].trigger()
    second = next(one for one in compared.findChildren(LinesSheet) if one.isVisible())
    assert second.lines.toPlainText().startswith("[exhort]\n1: Urges")
    second.usual.click()
    assert second.lines.toPlainText() == usual
    second.save.click()
    assert not own_ladders_file().exists()


def test_a_copy_that_is_wrong_is_told_at_the_start_and_not_used(compared):
    own_ladders_file().write_text("Urges more than Invites\n", encoding="utf-8")
    said = take_up_own()
    assert said.code == "ladders_set_aside"
    assert strength_shift("Urges States", "Invites States").steps < 0
