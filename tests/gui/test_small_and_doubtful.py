"""What is offered on request: differences that are none of words, and pairings that are not sure."""

from __future__ import annotations

import pytest

from draftdesk.gui.main_window import MainWindow
from draftdesk.gui.session import Session
from draftdesk.model.change import ChangeClass
from draftdesk.workbench.desk.desk import Desk
from draftdesk.workbench.worker import Worker
from draftdesk.workspace.store import Workspace
from making_drafts import make_draft, make_received

SAME = ("PP: Recalling the River Charter and its annexes on ferries,", "OP 1: Urges States to inspect all hulls;")
OLD = (
    *SAME,
    "OP 2: Invites donors to support the replacement of wooden hulls and the training of crews;",
    "OP 3: Invites partners to pay for lamps and bells on every ferry that crosses the lakes at night;",
    'OP 4: Requests a report on "ferries" in summer.',
)
NEW = (
    *SAME,
    "OP 2: Invites donors and banks to consider ways to pay for new wooden hulls in small ports of the lakes;",
    "OP 3: Invites partners to see to it that lamps are lit on every boat that leaves a port in the dark;",
    "OP 4: Requests a report on “ferries” in summer.",
)


@pytest.fixture
def pair(window, hands):
    for draft in (make_draft(*OLD, id_="base"), make_draft(*NEW, id_="rev1")):
        data = draft.id.encode()
        window.session.desk.add(make_received(draft, data), f"/drafts/{draft.id}.docx", data)
    window.session.refresh()
    hands.settle()
    window.workplace.rows.setFocus()
    return window


def name_in_hand(window):
    row = window.workplace.rows.text_row()
    return window.workplace.view.names[-1][row.cells[-1][0]].full


def confidences(window):
    return [row.confidence for row in window.workplace.view.comparison.table.rows if all(row.cells)]


def test_doubtful_pairings_are_stepped_through_and_confirmed_one_key_each(pair, hands):
    assert sum(sure < 0.6 for sure in confidences(pair)) == 2
    hands.press("Shift+F8")
    assert name_in_hand(pair) == "OP 2"
    assert "answer each other" in pair.bar.text

    hands.press("Alt+Y")
    hands.settle()
    assert len(pair.session.desk.dossier.pins) == 1
    assert name_in_hand(pair) == "OP 3"
    assert "answer each other" in pair.bar.text

    hands.press("Alt+Y")
    hands.settle()
    assert pair.bar.text == "No pairing is doubtful."
    hands.press("Ctrl+Z")
    hands.settle()
    hands.press("Shift+F7")
    assert name_in_hand(pair) == "OP 3"


def test_a_doubtful_pairing_is_taken_apart_from_the_message(pair, hands):
    hands.press("Shift+F8")
    next(button for button in pair.bar.buttons if button.text() == "No counterpart").click()
    hands.settle()
    assert len(pair.session.desk.dossier.pins[0].paragraphs) == 1
    hands.press("Shift+F8")
    assert name_in_hand(pair) == "OP 3"


def test_small_differences_come_and_go_with_their_switch_and_the_switch_is_remembered(pair, hands, tmp_path):
    place = pair.workplace
    assert ChangeClass.NOISE not in {entry.change_class for entry in place.changes.entries}
    pair.actions_["small"].trigger()
    hands.settle()
    noise = [entry for entry in place.changes.entries if entry.change_class is ChangeClass.NOISE]
    assert [(entry.before, entry.after) for entry in noise] == [('"', "“"), ('"', "”")]
    place.changes.set_filter(ChangeClass.NOISE)
    hands.press("F8")
    assert name_in_hand(pair) == "OP 4"

    pair.close()
    session = Session(Desk(Workspace.open(tmp_path / "test.desk")), Worker())
    again = MainWindow(session)
    again.show()
    hands.qtbot.waitUntil(lambda: again.workplace.view is not None and again.workplace.view.small, timeout=20000)
    assert again.actions_["small"].isChecked()
    again.actions_["small"].trigger()
    hands.qtbot.waitUntil(lambda: not again.workplace.view.small, timeout=20000)
    again.close()
    again.deleteLater()


def test_without_any_doubt_the_message_says_so(window, hands):
    hands.open("issued.docx", "rev1.docx")
    for _ in range(20):
        hands.press("Shift+F8")
        if window.bar.text == "No pairing is doubtful.":
            return
        hands.press("Alt+Y")
        hands.settle()
    raise AssertionError("doubts did not end")


def test_two_paragraphs_are_paired_by_keys_and_what_is_marked_is_named(window, hands):
    hands.open("issued.docx", "rev1.docx")
    rows = window.workplace.rows
    view = rows.view
    item = next(k for k in range(len(view.items)) if (r := rows.text_row(k)) and r.cells[0] and r.cells[1])
    rows.select(item, 0)
    hands.press("Alt+S")
    assert window.bar.text.startswith("Session of issued.docx is marked.")
    window.bar.buttons[1].click()
    assert window.bar.text == "Nothing is marked any more."
    hands.press("Alt+S")
    rows.select(item + 2, 1)
    hands.press("Alt+S")
    hands.settle()
    pins = window.session.desk.dossier.pins
    assert len(pins) == 1
    assert window.bar.text == "The two paragraphs are a pair now. Ctrl+Z takes that back."


def marked_cells(window):
    """The cells that show the mark, as their row and column."""
    rows = window.workplace.rows
    mark, view = rows.pair_mark, rows.view
    return [
        (row.ordinal, column)
        for row in view.rows
        for column in range(len(row.cells))
        if mark is not None and mark.is_in(view, row, column)
    ]


def test_the_paragraph_that_waits_for_its_counterpart_is_marked_in_its_cell_until_it_is_paired(window, hands):
    hands.open("issued.docx", "rev1.docx")
    rows = window.workplace.rows
    items = [k for k in range(len(rows.view.items)) if (r := rows.text_row(k)) and r.cells[0] and r.cells[1]]
    rows.select(items[0], 0)
    before = rows.grab().toImage()
    hands.press("Alt+S")
    assert marked_cells(window) == [(rows.text_row().ordinal, 0)]
    assert rows.grab().toImage() != before
    assert rows.accessibleDescription().endswith("Marked to be paired.")
    rows.select(items[1], 1)
    hands.press("Alt+S")
    hands.settle()
    assert marked_cells(window) == []


@pytest.mark.parametrize("key", ["Escape", "Alt+S"])
def test_escape_or_the_same_key_again_takes_the_mark_away_and_says_so(window, hands, key):
    hands.open("issued.docx", "rev1.docx")
    hands.press("Home")
    hands.press("Alt+S")
    assert marked_cells(window)
    hands.press(key)
    assert marked_cells(window) == []
    assert window.bar.text == "Nothing is marked any more."


def test_a_pair_made_by_hand_is_there_when_the_desk_is_opened_again(window, hands, tmp_path):
    hands.open("issued.docx", "rev1.docx")
    rows = window.workplace.rows
    items = [k for k in range(len(rows.view.items)) if (r := rows.text_row(k)) and r.cells[0] and r.cells[1]]
    rows.select(items[0], 0)
    hands.press("Alt+S")
    rows.select(items[2], 1)
    hands.press("Alt+S")
    hands.settle()
    pins = window.session.desk.dossier.pins
    window.close()
    again = Desk(Workspace.open(tmp_path / "test.desk"))
    try:
        assert again.dossier.pins == pins
        assert len(pins) == 1
    finally:
        again.close()
