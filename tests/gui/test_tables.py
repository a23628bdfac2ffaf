"""Tables of the working draft by keyboard: from cell to cell, empty ones too, rows, paragraphs in a cell."""

from __future__ import annotations

import pytest

from draftdesk.model.paragraph import Mark
from draftdesk.reading.receive import receive
from draftdesk.workbench.export_clean import export_clean
from draftdesk.workbench.export_redline import export_redline
from making_word import i, p, table, word_file

BASE = word_file(
    p("\t1.\t", i("Urges"), " all States to apply the schedule;"),
    table(["Vessel", "Months", "By"], ["Rafts", "", "Owners"], ["Ferries", "6", "States"]),
    p("\t2.\t", i("Decides"), " to meet."),
)


@pytest.fixture
def schedule(window, hands, tmp_path):
    hands.write_in(tmp_path / "schedule.docx", BASE)
    return window


def rows(draft):
    found = {}
    for one in draft.paragraphs:
        if one.place is not None:
            found.setdefault((one.place.row, one.place.column), []).append(one.text)
    return [["/".join(found[row, column]) for column in range(3)] for row in range(1 + max(row for row, _ in found))]


def written(window):
    return rows(window.session.desk.working_draft)


def test_cells_have_the_names_of_a_spreadsheet(schedule, hands):
    names = [name.full for name in schedule.workplace.view.names[-1]]
    assert names[1:4] == ["Table cell A1", "Table cell B1", "Table cell C1"]
    hands.go_to("Table cell B3")
    hands.press("F2")
    hands.press("Ctrl+End")
    hands.write(" or less")
    hands.press("Ctrl+Return")
    assert written(schedule)[2] == ["Ferries", "6 or less", "States"]


def test_tab_leads_through_the_cells_empty_ones_too_and_behind_the_last_to_a_new_row(schedule, hands):
    hands.go_to("Table cell A2")
    hands.press("F2")
    hands.press("Tab")
    hands.write("3")
    for _ in range(4):
        hands.press("Tab")
    assert schedule.drafting.editor.text == "States"
    hands.press("Tab")
    hands.write("Canoes")
    hands.press("Tab")
    hands.press("Tab")
    hands.write("Nobody")
    hands.press("Ctrl+Return")
    hands.settle()
    assert written(schedule)[1:] == [["Rafts", "3", "Owners"], ["Ferries", "6", "States"], ["Canoes", "", "Nobody"]]
    data = export_redline(
        receive(BASE, "x.docx").drafts[0],
        BASE,
        schedule.session.desk.working_draft,
        None,
        "N",
        "2026-11-29T00:00:00Z",
    ).data
    assert rows(receive(data, "r.docx").drafts[0]) == written(schedule)
    assert rows(receive(export_clean(schedule.session.desk.working_draft), "c.docx").drafts[0]) == written(schedule)


def test_an_empty_cell_that_is_passed_leaves_no_trace_and_shift_tab_leads_back(schedule, hands):
    desk = schedule.session.desk
    before, label = desk.working_draft, desk.undo_label
    hands.go_to("Table cell A2")
    hands.press("F2")
    hands.press("Tab")
    assert schedule.drafting.editor.text == ""
    hands.press("Backtab")
    assert schedule.drafting.editor.text == "Rafts"
    hands.press("Tab")
    hands.press("Tab")
    assert schedule.drafting.editor.text == "Owners"
    hands.press("Escape")
    assert desk.working_draft == before
    assert desk.undo_label == label


def test_enter_makes_a_paragraph_in_the_cell_and_backspace_joins_it(schedule, hands):
    hands.go_to("Table cell C3")
    hands.press("F2")
    hands.press("Return")
    hands.write("and owners")
    schedule.drafting.editor.flush()
    assert written(schedule)[2] == ["Ferries", "6", "States/and owners"]
    hands.press("Home")
    hands.press("Backspace")
    assert written(schedule)[2] == ["Ferries", "6", "States and owners"]
    hands.press("Ctrl+Return")


def test_a_row_comes_and_goes_by_the_menus_and_each_is_a_step(schedule, hands):
    hands.go_to("Table cell A2")
    schedule.actions_["row_after"].trigger()
    hands.write("Canoes")
    hands.press("Ctrl+Return")
    hands.settle()
    assert [row[0] for row in written(schedule)] == ["Vessel", "Rafts", "Canoes", "Ferries"]
    hands.go_to("Table cell A2")
    schedule.actions_["delete_row"].trigger()
    hands.settle()
    assert [row[0] for row in written(schedule)] == ["Vessel", "Canoes", "Ferries"]
    hands.press("Ctrl+Z")
    assert [row[0] for row in written(schedule)] == ["Vessel", "Rafts", "Canoes", "Ferries"]


def test_a_new_row_that_nothing_is_written_in_goes_again(schedule, hands):
    before = written(schedule)
    hands.go_to("Table cell A3")
    schedule.actions_["row_after"].trigger()
    assert len(written(schedule)) == len(before) + 1
    hands.press("Escape")
    assert written(schedule) == before


def test_words_of_a_cell_are_set_bold(schedule, hands):
    hands.go_to("Table cell A3")
    hands.press("F2")
    hands.press("Ctrl+A")
    hands.press("Ctrl+B")
    hands.press("Ctrl+Return")
    cell = next(p for p in schedule.session.desk.working_draft.paragraphs if p.text == "Ferries")
    assert [run.marks for run in cell.runs_in_text()] == [{Mark.BOLD}]


def test_outside_of_a_table_a_row_is_refused_with_a_reason(schedule, hands):
    told = []
    schedule.session.told.connect(lambda sentence, *_: told.append(sentence))
    hands.go_to("OP 1")
    schedule.actions_["row_after"].trigger()
    schedule.actions_["delete_row"].trigger()
    assert told == ["Go to a cell of a table in the working draft."] * 2
