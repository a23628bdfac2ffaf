"""Half of the changes of three drafts are taken, all is undone and redone, and the desk is opened another day."""

from __future__ import annotations

from draftdesk.gui.main_window import MainWindow
from draftdesk.gui.session import Session
from draftdesk.workbench.desk.desk import Desk
from draftdesk.workbench.worker import Worker
from draftdesk.workspace.store import Workspace


def text(desk: Desk) -> list[tuple[str, str]]:
    """The working draft as it would be printed."""
    return [(paragraph.number, paragraph.text) for paragraph in desk.working_draft.paragraphs]


def answers(desk: Desk) -> list[str]:
    return [str(answer) for answer in desk.dossier.answers]


def step_all(window: MainWindow, hands, keys: str) -> int:
    """Undo or redo until there is nothing more to; the number of steps."""
    steps = 0
    desk = window.session.desk
    while desk.can_undo if keys == "Ctrl+Z" else desk.can_redo:
        if keys == "Ctrl+Z" and desk.working_draft is None:
            break
        hands.press(keys)
        hands.settle()
        steps += 1
    return steps


def test_half_of_the_changes_taken_undone_and_redone_are_the_same_text_also_on_another_day(
    window, hands, tmp_path, qtbot
):
    hands.open("issued.docx", "rev1.docx", "rev2.docx")
    desk = window.session.desk
    files = [[p.text for p in draft.paragraphs] for draft in desk.file_drafts()]
    window.workplace.rows.select(0, 0)
    hands.press("Ctrl+E")
    hands.settle()
    begun = text(desk)
    panel, taken = window.workplace.changes, 0
    every = len(panel.entries)
    for number in range(every):
        hands.press("F8")
        if number % 2 == 0:
            before = text(desk)
            hands.press("Alt+Return")
            hands.settle()
            taken += text(desk) != before
    assert taken >= every // 4, f"{taken} of {every} were taken"
    half, said = text(desk), answers(desk)
    assert half != begun
    assert [[p.text for p in draft.paragraphs] for draft in desk.file_drafts()] == files

    steps = step_all(window, hands, "Ctrl+Z")
    assert steps > taken
    assert desk.working_draft is None
    assert step_all(window, hands, "Ctrl+Y") == steps
    assert (text(desk), answers(desk)) == (half, said)

    window.close()
    again = Session(Desk(Workspace.open(tmp_path / "test.desk")), Worker())
    try:
        assert (text(again.desk), answers(again.desk)) == (half, said)
        while again.desk.working_draft is not None:
            last = text(again.desk)
            again.desk.undo()
        assert last == begun
        while again.desk.can_redo:
            again.desk.redo()
        assert (text(again.desk), answers(again.desk)) == (half, said)
    finally:
        again.close()


def test_the_key_that_takes_a_change_takes_a_footnote_at_its_entry_and_leaves_what_is_in_sight_there(window, hands):
    hands.open("issued.docx", "rev1.docx")
    hands.press("Ctrl+E")
    hands.settle()
    changes, desk, rows = window.workplace.changes, window.session.desk, window.workplace.rows
    for _ in range(60):
        hands.press("F8")
        if changes.current is not None and changes.current.is_note and changes.current.after:
            break
    words, top = [p.text for p in desk.working_draft.paragraphs], rows.top_of(rows.current_item)
    hands.press("Alt+Return")
    hands.settle()
    assert window.bar.text == "Taken from rev1. Ctrl+Z takes that back."
    assert desk.working_draft.notes[0].text == changes.current.after == "A/81/917 and A/81/917/Corr.1."
    assert [p.text for p in desk.working_draft.paragraphs] == words
    whole = rows.viewport().height() - rows.heights.offsets.height(rows.current_item)  # below the bar that says so
    assert rows.top_of(rows.current_item) == min(top, whole)
    hands.press("Ctrl+Z")
    assert desk.working_draft.notes[0].text == "A/79/931."
