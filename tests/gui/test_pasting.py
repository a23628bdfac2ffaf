"""Ctrl+V on the desk: a draft of the clipboard's text."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QGuiApplication

from draftdesk.resources import resource
from making_pastes import LAYOUTS, sample_lines


def test_a_pasted_message_becomes_a_column_and_says_what_was_left_out(window, hands):
    hands.open("issued.docx")
    QGuiApplication.clipboard().setText(LAYOUTS["in a message"](sample_lines()))
    hands.press("Ctrl+V")
    hands.settle()

    assert [draft.name for draft in window.session.desk.drafts] == ["issued.docx", "Safety of inland ferries"]
    assert any("Dear colleagues" in said for said in window.open_files.skipped)

    hands.press("Ctrl+Z")
    assert len(window.session.desk.drafts) == 1


def test_pasting_onto_an_empty_desk_opens_it(window, hands):
    QGuiApplication.clipboard().setText("1. Urges all States to act;")
    window.actions_["paste"].trigger()
    hands.settle()
    assert window.pages.currentWidget() is window.workplace
    assert window.session.desk.drafts[0].name == "Urges all States to act;"


def test_copied_files_are_opened(window, hands):
    content = QMimeData()
    content.setUrls([QUrl.fromLocalFile(str(resource("samples", "rev1.docx")))])
    QGuiApplication.clipboard().setMimeData(content)
    window.actions_["paste"].trigger()
    hands.settle()
    assert [draft.name for draft in window.session.desk.drafts] == ["rev1.docx"]


def test_an_empty_clipboard_and_the_same_text_twice_are_one_sentence_each(window, hands):
    QGuiApplication.clipboard().setText("")
    window.actions_["paste"].trigger()
    hands.settle()
    assert "no text on the clipboard" in window.bar.text
    QGuiApplication.clipboard().setText("1. Urges all States to act;")
    for _ in range(2):
        window.actions_["paste"].trigger()
        hands.settle()
    assert "already on the desk" in window.bar.text
    assert len(window.session.desk.drafts) == 1
