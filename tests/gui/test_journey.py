"""The tired delegate at two in the morning, by keyboard alone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication

from draftdesk.exporting.proof import prove_draft
from draftdesk.gui.app import application
from draftdesk.gui.main_window import MainWindow
from draftdesk.gui.session import Session
from draftdesk.model.paragraph import ParagraphKind
from draftdesk.resources import resource
from draftdesk.workbench.desk import Desk
from draftdesk.workbench.worker import Worker
from draftdesk.workspace.store import Workspace


@pytest.fixture
def window(tmp_path: Path, qtbot) -> Iterator[MainWindow]:
    application()
    session = Session(Desk(Workspace.open(tmp_path / "test.desk")), Worker())
    made = MainWindow(session)
    made.resize(1400, 900)
    made.show()
    qtbot.waitExposed(made)
    yield made
    made.close()
    made.deleteLater()
    QApplication.processEvents()


def press(qtbot, keys: str) -> None:
    """Press a key combination where the focus is."""
    combination = QKeySequence(keys)[0]
    target = QApplication.focusWidget()
    assert target is not None, f"nothing has the focus for {keys}"
    qtbot.keyClick(target, combination.key(), combination.keyboardModifiers())
    QApplication.processEvents()


def write(qtbot, words: str) -> None:
    qtbot.keyClicks(QApplication.focusWidget(), words)
    QApplication.processEvents()


def settled(window: MainWindow) -> bool:
    return (
        not window.session.background.is_busy and not window.open_files.is_busy and window.workplace.is_settled()
    )


def go_to(qtbot, window: MainWindow, name: str) -> None:
    """Walk down with the arrow key to a paragraph of the working draft."""
    rows = window.workplace.rows
    press(qtbot, "Home")
    for _ in range(200):
        row = rows.text_row()
        names = window.workplace.view.names[-1]
        if row is not None and row.cells[-1] and names[row.cells[-1][0]].full == name:
            return
        press(qtbot, "Down")
    raise AssertionError(f"{name} was not reached: {QApplication.focusWidget()} {rows.current_item} {len(rows.view.items)}")


def open_base(qtbot, window: MainWindow) -> None:
    window.open([str(resource("samples", "issued.docx"))])
    qtbot.waitUntil(lambda: settled(window) and window.workplace.view is not None, timeout=20000)
    window.workplace.rows.setFocus()


def operative(window: MainWindow) -> list[tuple[str, str]]:
    draft = window.session.desk.working_draft
    kinds = {ParagraphKind.OPERATIVE, ParagraphKind.SUB1}
    return [(p.number, p.text) for p in draft.paragraphs if p.kind in kinds]


def test_a_verb_a_deletion_and_a_new_paragraph_with_subparagraphs_by_keyboard_make_a_proved_redline(
    qtbot, window, tmp_path
):
    open_base(qtbot, window)
    press(qtbot, "Ctrl+E")
    assert window.session.desk.working_draft is not None

    go_to(qtbot, window, "OP 2")
    before = operative(window)
    press(qtbot, "F2")
    press(qtbot, "Ctrl+Home")
    press(qtbot, "Ctrl+Shift+Right")
    write(qtbot, "Welcomes ")
    press(qtbot, "Ctrl+Return")
    assert dict(operative(window))["2"].startswith("Welcomes ")

    go_to(qtbot, window, "OP 9")
    gone = dict(operative(window))["9"]
    press(qtbot, "Ctrl+Shift+Del")
    assert gone not in [text for _, text in operative(window)]

    go_to(qtbot, window, "OP 4")
    press(qtbot, "Ctrl+Shift+O")
    write(qtbot, "Encour")
    assert window.drafting.offers.phrases[0] == "Encourages"
    press(qtbot, "Tab")
    write(qtbot, "Member States:")
    press(qtbot, "Return")
    press(qtbot, "Tab")
    for words in ("To inspect every ferry twice a year;", "To train crews;", "To publish the results;"):
        write(qtbot, words)
        if not words.startswith("To publish"):
            press(qtbot, "Return")
    press(qtbot, "Ctrl+Return")

    numbers = operative(window)
    at = next(k for k, (_, text) in enumerate(numbers) if text == "Encourages Member States:")
    assert numbers[at][0] == "5"
    assert [number.strip("()") for number, _ in numbers[at + 1 : at + 4]] == ["a", "b", "c"]
    assert numbers[at + 1][1].startswith("To inspect every ferry twice")
    assert len(numbers) == len(before) - 1 + 4
    assert not window.drafting.is_editing

    out = tmp_path / "redline.docx"
    window.exporting.ask_name = lambda title, suggested: str(out)
    press(qtbot, "Ctrl+Shift+E")
    qtbot.waitUntil(out.exists, timeout=20000)
    qtbot.waitUntil(lambda: "proved" in window.bar.text, timeout=5000)
    desk = window.session.desk
    prove_draft(desk.received(desk.base_draft.id)[1], out.read_bytes(), desk.base_draft, desk.working_draft, derived=True)
    assert [button.text() for button in window.bar.buttons] == ["Open", "Show in folder"]
