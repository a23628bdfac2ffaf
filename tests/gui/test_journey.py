"""The tired delegate at two in the morning, by keyboard alone."""

from __future__ import annotations

from pathlib import Path

from draftdesk.exporting.proof.proving import prove_draft
from draftdesk.gui.main_window import MainWindow
from draftdesk.model.paragraph import ParagraphKind


def operative(window: MainWindow) -> list[tuple[str, str]]:
    draft = window.session.desk.working_draft
    kinds = {ParagraphKind.OPERATIVE, ParagraphKind.SUB1}
    return [(p.number, p.text) for p in draft.paragraphs if p.kind in kinds]


def test_a_verb_a_deletion_and_a_new_paragraph_with_subparagraphs_by_keyboard_make_a_proved_redline(
    qtbot, window, hands, tmp_path
):
    hands.open("issued.docx")
    hands.press("Ctrl+E")
    assert window.session.desk.working_draft is not None

    hands.go_to("OP 2")
    before = operative(window)
    hands.press("F2")
    hands.press("Ctrl+Home")
    hands.press("Ctrl+Shift+Right")
    hands.write("Welcomes ")
    hands.press("Ctrl+Return")
    assert dict(operative(window))["2"].startswith("Welcomes ")

    hands.go_to("OP 9")
    gone = dict(operative(window))["9"]
    hands.press("Ctrl+Shift+Del")
    assert gone not in [text for _, text in operative(window)]

    hands.go_to("OP 4")
    hands.press("Ctrl+Shift+O")
    hands.write("Encour")
    assert window.drafting.offers.phrases[0] == "Encourages"
    hands.press("Tab")
    hands.write("Member States:")
    hands.press("Return")
    hands.press("Tab")
    for words in ("To inspect every ferry twice a year;", "To train crews;", "To publish the results;"):
        hands.write(words)
        if not words.startswith("To publish"):
            hands.press("Return")
    hands.press("Ctrl+Return")

    numbers = operative(window)
    at = next(k for k, (_, text) in enumerate(numbers) if text == "Encourages Member States:")
    assert numbers[at][0] == "5"
    assert [number.strip("()") for number, _ in numbers[at + 1 : at + 4]] == ["a", "b", "c"]
    assert numbers[at + 1][1].startswith("To inspect every ferry twice")
    assert len(numbers) == len(before) - 1 + 4
    assert not window.drafting.is_editing

    export_and_prove(qtbot, window, hands, tmp_path / "redline.docx")


def export_and_prove(qtbot, window: MainWindow, hands, out: Path) -> None:
    window.exporting.ask_name = lambda title, suggested: str(out)
    hands.press("Ctrl+Shift+E")
    qtbot.waitUntil(out.exists, timeout=20000)
    qtbot.waitUntil(lambda: "proved" in window.bar.text, timeout=5000)
    desk = window.session.desk
    prove_draft(
        desk.received(desk.base_draft.id)[1], out.read_bytes(), desk.base_draft, desk.working_draft, derived=True
    )
    assert [button.text() for button in window.bar.buttons] == ["Open", "Show in folder"]
