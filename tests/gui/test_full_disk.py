"""Where the disk takes no more, what is being written stays in sight, is said to be unsaved, and is saved later."""

from __future__ import annotations

import pytest

from draftdesk.errors import WorkspaceError, refusal
from draftdesk.workspace.store import Workspace


@pytest.fixture
def typist(window, hands):
    """A window with a paragraph open, and a disk that can be filled."""
    hands.open("issued.docx")
    hands.press("Ctrl+E")
    hands.settle()
    hands.go_to("OP 3")
    hands.press("F2")
    return window


def fill_disk(window, *, free: bool = False) -> None:
    """SQLite refuses more pages than these, as it does where the disk is full."""
    database = window.session.desk._workspace._database
    pages = 1_000_000 if free else database.execute("PRAGMA page_count").fetchone()[0]
    database.execute(f"PRAGMA max_page_count = {pages}")


def write_until_refused(window, hands) -> str:
    """Words that the disk does not take: long ones, for pages that are begun have room."""
    words = ("and all riparian States " * 400).strip()
    window.drafting.editor.insertPlainText(words)
    window.drafting.editor.flush()
    hands.settle()
    return words


def kept(window) -> str:
    return "\n".join(p.text for p in window.session.desk.working_draft.paragraphs)


def test_what_is_typed_stays_in_the_editor_and_is_said_to_be_unsaved(typist, hands, qtbot):
    fill_disk(typist)
    words = write_until_refused(typist, hands)
    assert "There is no room on the disk" in typist.bar.text
    assert "it is not saved yet" in typist.bar.text
    qtbot.wait(600)  # longer than the pauses after which the cell is shown anew
    assert words in typist.drafting.editor.text
    assert words not in kept(typist)


@pytest.mark.parametrize("key", ["Escape", "Ctrl+Return", "Ctrl+G", "Ctrl+Z"])
def test_no_key_leaves_the_editor_while_its_words_are_unsaved(typist, hands, key):
    fill_disk(typist)
    words = write_until_refused(typist, hands)
    hands.press(key)
    assert typist.drafting.is_editing
    assert words in typist.drafting.editor.text


def test_deleting_the_paragraph_keeps_its_unsaved_words_and_says_why(typist, hands):
    fill_disk(typist)
    words = write_until_refused(typist, hands)
    count = len(typist.drafting.draft.paragraphs)
    typist.actions_["delete"].trigger()
    hands.settle()
    assert typist.drafting.is_editing
    assert words in typist.drafting.editor.text
    assert len(typist.drafting.draft.paragraphs) == count
    assert "There is no room on the disk" in typist.bar.text
    assert "Nothing is deleted while what you write here is not saved" in typist.bar.text


def test_a_paragraph_that_cannot_be_deleted_stays_open(typist, hands, monkeypatch):
    def refuse(_serial):
        raise refusal(WorkspaceError, "no_room", name="test.desk")

    monkeypatch.setattr(typist.session.desk, "delete", refuse)
    hands.write("lamps")
    typist.actions_["delete"].trigger()
    assert typist.drafting.is_editing
    assert "lamps" in typist.drafting.editor.text
    assert "There is no room on the disk" in typist.bar.text


def test_once_there_is_room_the_words_are_saved_by_themselves_and_that_is_said(typist, hands, qtbot, tmp_path):
    fill_disk(typist)
    words = write_until_refused(typist, hands)
    fill_disk(typist, free=True)
    qtbot.waitUntil(lambda: typist.bar.text == "What you wrote is saved now.", timeout=5000)
    assert words in kept(typist)
    typist.close()
    with Workspace.open(tmp_path / "test.desk") as workspace:
        assert any(words in p.text for p in workspace.dossier.working.paragraphs)


def test_closing_with_unsaved_words_asks_once_and_goes_the_second_time(typist, hands):
    fill_disk(typist)
    write_until_refused(typist, hands)
    assert not typist.close()
    assert typist.isVisible()
    assert "closing once more leaves without it" in typist.bar.text
    fill_disk(typist, free=True)
    assert typist.close()
