"""Deciding in the window: taking from proposals, leaving, statuses and private comments, by keys and panel."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLabel

from draftdesk.model.alignment import Shape
from draftdesk.model.decided import StatusKind
from making_drafts import make_draft, make_received

BASE = ("PP: Recalling its resolution,", "OP 1: Urges States to inspect their ferries;", "OP 2: Decides to meet.")
NORDEN = (BASE[0], "OP 1: Invites States to inspect all their ferries;", BASE[2])
SUDEN = (
    BASE[0],
    "OP 1: Urges States to inspect their old ferries every year;",
    "OP 2: Requests a report on wrecks;",
    "OP 3: Decides to meet.",
)


@pytest.fixture
def desk(window, hands):
    for name, lines in (("base", BASE), ("norden", NORDEN), ("suden", SUDEN)):
        data = name.encode()
        window.session.desk.add(make_received(make_draft(*lines, id_=name), data), f"/d/{name}.docx", data)
    window.session.desk.set_shape(Shape.STAR)
    window.session.refresh()
    hands.settle()
    window.workplace.rows.setFocus()
    return window.session.desk


def texts(desk):
    return [p.text for p in desk.working_draft.paragraphs]


def at(window, hands, text, column):
    """Go to the row with these words in a column."""
    view = window.workplace.view
    row = next(
        r for r in view.rows for k in r.cells[column] if view.drafts[column].paragraphs[k].text.startswith(text)
    )
    window.workplace.go_to_row(row.ordinal, column)
    QApplication.processEvents()
    hands.settle()


def notes(window, column):
    rows = window.workplace.rows
    return [note.text for note in rows.source.content(rows.text_row(), column).notes]


def test_a_paragraph_and_a_change_of_two_delegations_are_taken_by_keys_and_undone(desk, window, hands):
    at(window, hands, "Urges States to inspect their old", 2)
    hands.press("Alt+Shift+Return")
    hands.settle()
    assert texts(desk)[1] == "Urges States to inspect their old ferries every year;"
    assert "✓ Taken from suden" in notes(window, 3)

    at(window, hands, "Invites", 1)
    hands.press("F8")
    hands.press("Alt+Return")
    hands.settle()
    assert texts(desk)[1] == "Invites States to inspect their old ferries every year;"
    assert "✓ Taken from suden and norden" in notes(window, 3)
    assert "✓ Taken: 1 change" in notes(window, 1)

    hands.press("Ctrl+Z")
    hands.press("Ctrl+Z")
    hands.settle()
    assert desk.working_draft is None
    hands.press("Ctrl+Y")
    assert texts(desk)[1] == "Urges States to inspect their old ferries every year;"


def test_words_that_are_gone_are_refused_and_the_whole_wording_is_offered(desk, window, hands):
    at(window, hands, "Invites", 1)
    hands.press("Alt+Shift+Return")
    desk.reword(2, "Calls upon States to inspect the ferries of all owners;")
    window.session.refresh()
    at(window, hands, "Urges States to inspect their old", 2)
    hands.press("Alt+Shift+Return")
    assert "changed otherwise in the working draft" in window.bar.text
    assert texts(desk)[1] == "Calls upon States to inspect the ferries of all owners;"
    window.bar.buttons[0].click()
    assert texts(desk)[1] == "Urges States to inspect their old ferries every year;"


def test_what_is_left_is_said_at_the_proposal(desk, window, hands):
    at(window, hands, "Requests a report", 2)
    hands.press("Alt+Del")
    assert notes(window, 2) == ["– Left as it is"]
    assert desk.working_draft is None


def test_statuses_are_signed_counted_and_filtered(desk, window, hands):
    at(window, hands, "Invites", 1)
    hands.press("Alt+1")
    rows = window.workplace.rows
    assert rows.source.content(rows.text_row(), 0).blocks[0].status is StatusKind.AGREED
    at(window, hands, "Requests a report", 2)
    hands.press("Alt+4")
    hands.write("Suden")
    hands.press("Return")
    said = [label.text() for label in window.status.findChildren(QLabel)]
    assert any("1 agreed, 1 reserved" in text for text in said)
    assert any(label.text() == "Reserved by Suden" for label in window.deciding.panel.findChildren(QLabel))

    rows.setFocus()
    window.actions_["only_open"].trigger()
    shown = {
        rows.view.drafts[2].paragraphs[i].text
        for k in range(len(rows.view.items))
        if (row := rows.text_row(k))
        for i in row.cells[2]
    }
    assert shown == {"Recalling its resolution,", "Requests a report on wrecks;", "Decides to meet."}


def test_the_list_of_changes_is_narrowed_to_a_status_and_walked_there(desk, window, hands):
    at(window, hands, "Invites", 1)
    hands.press("Alt+1")
    panel = window.workplace.changes
    every, box = len(panel.entries), panel.choices.statuses
    said = [box.itemText(k) for k in range(box.count())]
    assert said[0] == f"Any status  {every}"
    assert [text.split("  ")[0] for text in said] == ["Any status", "agreed", "no status"]
    hands.qtbot.keyClick(box, Qt.Key.Key_Down)
    agreed = window.workplace.rows.text_row().ordinal
    assert {entry.row for entry in panel.entries} == {agreed}
    assert len(panel.entries) < every
    assert panel.counter.text() == f"Change 1 of {len(panel.entries)}"
    hands.press("F8")
    assert panel.counter.text() == f"Change 2 of {len(panel.entries)}"
    window.actions_["undo"].trigger()
    assert len(panel.entries) == every
    assert not box.isVisible()


def test_a_private_comment_is_written_in_the_panel_and_signed(desk, window, hands):
    at(window, hands, "Invites", 1)
    hands.press("Ctrl+Alt+M")
    hands.write("ask the capital")
    hands.press("Return")
    rows, panel = window.workplace.rows, window.deciding.panel
    assert rows.source.content(rows.text_row(), 0).blocks[0].private == 1
    assert "Private. ask the capital" in [label.text() for label in panel.findChildren(QLabel)]
    window.workplace.go_to_row(rows.text_row().ordinal, 0)
    hands.settle()
    rows.tell_current()
    assert "1 private comment." in rows.accessibleDescription()
    area = rows.cell_area(rows.current_item, 0)
    assert rows.tip_at(QPoint(area.left() - 20, area.top() + 12)) == "Private\nask the capital"
    hands.press("Ctrl+Z")
    assert rows.source.content(rows.text_row(), 0).blocks[0].private == 0


def test_a_room_counts_what_is_agreed_and_sees_no_private_comment_and_no_answer(desk, window, hands):
    at(window, hands, "Invites", 1)
    hands.press("Alt+1")
    hands.press("Alt+Del")
    desk.write_private_note(window.workplace.rows.text_row().table_row, 1, "ask the capital")
    window.session.refresh()
    window.aside.fill_room()
    room = window.aside.room
    assert room.standing == (("1", "agreed"),)
    assert not room.view.decided.private_notes
    assert [note.text for note in room.page.present.notes if "Left" in note.text] == []


def test_in_the_sheet_a_proposal_is_taken_too_and_what_was_agreed_in_other_words_is_said(desk, window, hands):
    at(window, hands, "Invites", 1)
    hands.press("Alt+1")
    window.manners.choose("matrix")
    window.workplace.matrix.open_sheet()
    hands.settle()
    assert window.workplace.matrix.sheet.summary.text().startswith("agreed · ")
    hands.press("Alt+Shift+Return")
    hands.settle()
    assert texts(desk)[1] == "Invites States to inspect all their ferries;"
    hands.press("Ctrl+1")
    assert notes(window, 3)[-1] == "✓ Taken from norden"
    desk.reword(2, "Calls upon States to inspect all their ferries;")
    window.session.refresh()
    assert "⚠ Agreed in other words" in notes(window, 3)


def test_a_new_paragraph_that_was_taken_stands_beside_its_proposal_and_is_not_taken_twice(window, hands):
    hands.open("issued.docx", "zero-draft.docx", "rev1.docx")
    rows = window.workplace.rows
    rows.select(0, 0)
    hands.press("Ctrl+E")
    hands.settle()
    at(window, hands, "Decides to proclaim", 2)
    hands.press("Alt+Return")
    hands.settle()
    count = len(texts(window.session.desk))
    row = rows.text_row()
    assert row.cells[2]
    assert row.cells[3]
    hands.press("Alt+Shift+Return")
    hands.settle()
    assert window.bar.text == "The working draft says that already."
    assert len(texts(window.session.desk)) == count


def test_what_was_said_of_a_step_goes_when_it_is_taken_back(desk, window, hands):
    at(window, hands, "Requests a report", 2)
    hands.press("Alt+Return")
    hands.settle()
    assert window.bar.text == "Taken from suden. Ctrl+Z takes that back."
    hands.press("Ctrl+Z")
    hands.settle()
    assert window.bar.text == ""


def test_next_change_goes_on_from_the_one_that_was_taken(window, hands):
    hands.open("issued.docx", "zero-draft.docx", "rev1.docx")
    window.workplace.rows.select(0, 0)
    hands.press("Ctrl+E")
    hands.settle()
    taken = []
    for _ in range(8):
        hands.press("F8")
        hands.press("Alt+Return")
        hands.settle()
        current = window.workplace.changes.current
        taken.append((current.row, current.column))
    assert taken == sorted(set(taken))


@pytest.mark.parametrize("form", ["report", "table", "page", "concordance", "amendments"])
def test_private_comments_go_along_with_a_report_alone_and_only_where_that_is_ticked(
    window, hands, desk, tmp_path, form
):
    at(window, hands, "Invites", 1)
    desk.write_private_note(window.workplace.rows.text_row().table_row, 1, "ask the capital")
    window.session.refresh()
    hands.settle()
    suffix = "docx" if form == "amendments" else "html"
    pages = {}
    for ticked in (False, True):
        place = tmp_path / f"{ticked}.{suffix}"
        window.exporting.ask_name = lambda title, suggested, place=place: str(place)
        if ticked:
            window.actions_["own_comments"].trigger()
        window.actions_[form].trigger()
        hands.settle()
        pages[ticked] = place.read_bytes()
    assert b"ask the capital" not in pages[False]
    assert (b"ask the capital" in pages[True]) is (form == "report")
    assert (b"Comments of this desk (1)" in pages[True]) is (form == "report")


def test_what_a_step_did_is_told_until_there_is_another_step(desk, window, hands):
    at(window, hands, "Urges States to inspect their old", 2)
    hands.press("Alt+Shift+Return")
    hands.settle()
    hands.press("F8")
    assert window.bar.text == "Taken from suden. Ctrl+Z takes that back."
    hands.press("Alt+1")
    assert window.bar.text == ""
    hands.press("Ctrl+Z")
    hands.press("F2")
    hands.write(" soon")
    hands.press("Escape")
    assert window.bar.text == "What was written here is taken back. Ctrl+Z brings it again."
    hands.press("F2")
    hands.write(" and")
    hands.press("Ctrl+Return")
    hands.settle()
    assert window.bar.text == ""
