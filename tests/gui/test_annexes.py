"""An annex written by keyboard, and what it is in the files that leave."""

from __future__ import annotations

from draftdesk.model.draft import Draft
from draftdesk.model.paragraph import ParagraphKind as Kind
from draftdesk.workbench.files import load

ANNEX = (Kind.ANNEX_TITLE, Kind.HEADING, Kind.DECLARATION, Kind.SUB1)


def write_annex(hands) -> None:
    """An annex of two paragraphs, the second with a list of two items."""
    hands.press("Ctrl+Shift+X")
    hands.write("Rules for landing places")
    hands.press("Return")
    hands.write("Landing places are lit at night.")
    hands.press("Return")
    hands.write("Each landing place has:")
    hands.press("Return")
    hands.press("Tab")
    hands.write("A lifebuoy")
    hands.press("Return")
    hands.write("A telephone")
    hands.press("Ctrl+Return")
    hands.settle()


def annex_of(draft: Draft) -> list[tuple[str, str]]:
    """Number and text of each paragraph from the line of the annex on."""
    shown = [p for p in draft.paragraphs if not p.is_hidden]
    start = next(k for k, p in enumerate(shown) if p.kind is Kind.ANNEX_TITLE)
    return [(p.number, p.text) for p in shown[start:] if p.kind in ANNEX]


WRITTEN = [
    ("", "Annex"),
    ("", "Rules for landing places"),
    ("1", "Landing places are lit at night."),
    ("2", "Each landing place has:"),
    ("(a)", "A lifebuoy;"),
    ("(b)", "A telephone."),
]


def test_an_annex_is_written_by_keys_and_leaves_in_a_redline_and_in_a_clean_file(qtbot, window, hands, tmp_path):
    hands.open("rev1.docx")
    hands.press("Ctrl+E")
    hands.settle()
    before = window.session.desk.working_draft
    write_annex(hands)
    draft = window.session.desk.working_draft
    assert annex_of(draft) == WRITTEN
    assert draft.paragraphs[: len(before.paragraphs)] == before.paragraphs

    for keys, name in (("Ctrl+Shift+C", "clean.docx"), ("Ctrl+Shift+E", "redline.docx")):
        out = tmp_path / name
        window.exporting.ask_name = lambda title, suggested, out=out: str(out)
        hands.press(keys)
        qtbot.waitUntil(out.exists, timeout=20000)
        hands.settle()
        assert annex_of(load(str(out)).draft) == WRITTEN


def test_an_annex_whose_title_stays_empty_leaves_no_trace(window, hands):
    hands.open("rev1.docx")
    hands.press("Ctrl+E")
    hands.settle()
    before = window.session.desk.working_draft
    hands.press("Ctrl+Shift+X")
    hands.press("Escape")
    hands.settle()
    assert window.session.desk.working_draft.paragraphs == before.paragraphs
