"""By keyboard from a base with a table to a redline and a clean file: bold words, brackets, a note, a cell."""

from __future__ import annotations

import pytest

from draftdesk.model.draft import ORIGINAL, Draft
from draftdesk.model.paragraph import Mark, ParagraphKind
from draftdesk.reading.receive import receive
from draftdesk.workspace.codec import packed, unpacked
from making_word import footnotes, i, note_mark, p, r, table, word_file

BASE = word_file(
    p(r("Safety of inland ferries", "<w:b/>")),
    p("\t", i("The General Assembly"), ","),
    p("\t", i("Recalling"), " its resolution 79/912", note_mark(1), " on ferries,"),
    p("\t1.\t", i("Urges"), " all States to apply the schedule;"),
    p("\t2.\t", i("Decides"), " to meet."),
    p(r("Annex", "<w:b/>")),
    table(["Vessel", "Months", "By"], ["Rafts", "", "Owners"], ["Ferries", "6", "States"]),
    parts={"footnotes": footnotes(" Resolution 79/912.")},
)


@pytest.fixture
def written(window, hands, tmp_path) -> Draft:
    hands.write_in(tmp_path / "base.docx", BASE)
    hands.go_to("OP 1")
    hands.press("F2")
    hands.press("Ctrl+End")
    hands.press("Left")
    hands.write(" [, ")
    hands.press("Ctrl+B")
    hands.write("as appropriate")
    hands.press("Ctrl+B")
    hands.write("]")
    hands.press("Ctrl+Alt+F")
    hands.write("See A/80/13")
    hands.press("Return")
    hands.press("Ctrl+Return")
    window.actions_["highlight_brackets"].trigger()
    hands.go_to("Table cell A2")
    hands.press("F2")
    hands.press("Tab")
    hands.write("3")
    hands.press("Tab")
    hands.press("Ctrl+Home")
    hands.press("Ctrl+Shift+End")
    hands.press("Ctrl+Alt+H")
    hands.press("Ctrl+Return")
    hands.settle()
    return window.session.desk.working_draft


def told(draft: Draft) -> list[object]:
    """Words and marks of the text, of the cells and of the notes."""
    found: list[object] = []
    for one in draft.paragraphs:
        if one.kind in (ParagraphKind.OPERATIVE, ParagraphKind.CELL):
            runs = [(run.span.of(one.text), sorted(run.marks)) for run in one.runs_in_text() if run.span.of(one.text)]
            found.append((one.text.replace("\u00a0", " "), [run for run in runs if "\ufffc" not in run[0]]))
    return [*found, [(note.mark, note.text) for note in draft.notes if note.mark]]


def exported(window, hands, tmp_path, keys: str) -> Draft:
    path = tmp_path / "out.docx"
    window.exporting.ask_name = lambda title, suggested: str(path)
    hands.press(keys)
    hands.settle()
    hands.qtbot.waitUntil(path.exists, timeout=20000)
    return receive(path.read_bytes(), "out.docx").drafts[0]


def test_what_was_written_is_as_it_was_wished(written):
    assert told(written)[0] == (
        "Urges all States to apply the schedule [, as appropriate];\ufffc",
        [
            ("Urges", [Mark.ITALIC]),
            ("[", [Mark.HIGHLIGHT]),
            ("as appropriate", [Mark.BOLD]),
            ("]", [Mark.HIGHLIGHT]),
        ],
    )
    assert ("3", []) in told(written)
    assert ("Owners", [("Owners", [Mark.HIGHLIGHT])]) in told(written)
    assert told(written)[-1] == [("1", "Resolution 79/912."), ("2", "See A/80/13.")]


def test_the_desk_keeps_it(written):
    assert unpacked(Draft, packed(written)) == written


def test_the_clean_file_is_read_back_as_it_was_written(written, window, hands, tmp_path):
    assert told(exported(window, hands, tmp_path, "Ctrl+Shift+C")) == told(written)


def test_the_redline_accepted_is_what_was_written_and_rejected_is_the_base(written, window, hands, tmp_path):
    assert told(exported(window, hands, tmp_path, "Ctrl+Shift+E")) == told(written)
    data = (tmp_path / "out.docx").read_bytes()
    assert told(receive(data, "out.docx", ORIGINAL).drafts[0]) == told(receive(BASE, "base.docx").drafts[0])
