"""New texts in the window: the forms of the organs, and last year's text with updates to be ticked."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QApplication


def test_the_form_of_another_organ_begins_with_the_caret_in_its_first_empty_line(window, hands):
    entry = next(a for a in window.findChildren(type(window.actions_["open"])) if a.objectName() == "form_sc")
    entry.trigger()
    hands.settle()
    assert window.drafting.is_editing
    hands.write("Recalling its resolution 1325 (2000)")
    window.drafting.leave()
    assert window.session.desk.working_draft.organ == "Security Council"
    assert [p.text for p in window.session.desk.working_draft.paragraphs if p.text] == [
        "The Security Council,",
        "Recalling its resolution 1325 (2000),",
        "Decides to remain seized of the matter.",
    ]


def test_each_update_is_as_high_as_its_words(window, hands):
    window.resize(1280, 720)
    hands.open("issued.docx")
    window.actions_["rollover"].trigger()
    hands.settle()
    listed = window.workplace.updates.list
    room = QRect(0, 0, listed.viewport().width() - 36, 9999)
    for row in range(listed.count()):
        words = listed.fontMetrics().boundingRect(room, Qt.TextFlag.TextWordWrap, listed.item(row).text())
        assert listed.visualItemRect(listed.item(row)).height() >= words.height()


def test_updates_are_ticked_by_keyboard_and_begin_the_working_draft(window, hands):
    hands.open("issued.docx")
    window.actions_["rollover"].trigger()
    hands.settle()
    panel = window.workplace.updates
    assert panel.isVisible()
    hands.press("End")
    hands.press("Space")
    hands.settle()
    assert panel.list.item(panel.list.count() - 1).checkState() is Qt.CheckState.Unchecked
    assert QApplication.focusWidget() is panel.list
    count = panel.list.count()
    assert f"{count - 1} of {count} updates" in panel.begin.text()
    panel.begin.click()
    hands.settle()
    assert not panel.isVisible()
    assert any(p.text == "Eighty-first session" for p in window.session.desk.working_draft.paragraphs)
    assert window.session.desk.undo_label.endswith(f"{count - 1} updates")
