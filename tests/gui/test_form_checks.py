"""Checks of form in the window: signs, list, steps, putting right, rules that are not followed."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QApplication

from draftdesk.gui.form.finding_delegate import rule_lines
from draftdesk.gui.form.lines_sheet import LinesSheet
from draftdesk.model.paragraph import ParagraphKind
from draftdesk.workbench.submission import SubmissionItem
from draftdesk.workspace.own_words import own_words
from draftdesk.workspace.preferences import rules_switched_off


@pytest.fixture
def written(hands, window):
    """A working draft with slips, by keyboard; the editor is closed."""
    hands.press("Ctrl+Shift+N")
    for line in ("Eighty-first session", "Agenda item 18", "Safety of ferries"):
        hands.write(line)
        hands.press("Return")
    hands.write("Recalling the report")
    hands.press("Return")
    hands.press("Return")
    hands.write("Urges member states to inspect 12% of all ferries")
    hands.press("Return")
    hands.write("Invites member states to report")
    window.drafting.leave()
    hands.settle()
    return window


def rules(window):
    return [entry.finding.rule for entry in window.form.panel.entries]


def words(window):
    return [
        p.text for p in window.session.desk.working_draft.paragraphs if p.kind is ParagraphKind.OPERATIVE and p.text
    ]


def test_slips_are_listed_and_marked_while_one_writes_and_the_focus_stays(written, hands):
    assert rules(written).count("member_states") == 2
    assert "per_cent" in rules(written)
    rows = written.workplace.rows
    serials = {p.serial for p in rows.form_marks.findings}
    assert len(serials) == 2
    assert QApplication.focusWidget() is rows
    assert written.workplace.dock._tabs[written.form.panel][0].text().startswith("Form  ")


def test_a_rule_is_told_in_two_lines_of_which_only_the_last_is_cut():
    picture = QPixmap(10, 10)
    painter = QPainter(picture)
    rule = "Preambular paragraphs open with a participle, operative ones with a present verb."
    first, second = rule_lines(rule, painter, 170)
    assert painter.fontMetrics().horizontalAdvance(first) <= 170
    assert f"{first} {second}" == rule
    assert rule_lines("Short.", painter, 170) == ("Short.",)
    painter.end()


def test_a_finding_is_reached_and_put_right_by_keys_and_taken_back(written, hands):
    before = words(written)
    hands.press("F4")
    assert written.form.panel.isVisible()
    assert QApplication.focusWidget() is written.workplace.rows
    hands.press("Ctrl+.")
    hands.settle()
    assert len(written.form.panel.entries) == 2
    assert "put right" in written.bar.text
    hands.press("Ctrl+Z")
    hands.settle()
    assert words(written) == before
    assert len(written.form.panel.entries) == 3


def test_all_of_a_rule_are_put_right_at_once_and_a_rule_is_switched_off_and_on(written, hands):
    panel = written.form.panel
    panel.set_current(next(entry for entry in panel.entries if entry.finding.rule == "member_states"))
    panel.mend_all.click()
    hands.settle()
    assert [text.count("Member States") for text in words(written)] == [1, 1]
    panel.set_current(panel.entries[0])
    panel.rule_off.click()
    hands.settle()
    assert rules(written) == []
    assert rules_switched_off() == {"per_cent"}
    menu = written.form.rules_menu()
    menu.actions()[0].trigger()
    hands.settle()
    assert rules(written) == ["per_cent"]


def test_a_received_draft_is_looked_at_on_demand_and_stays_as_it_came(hands, window):
    hands.open("issued.docx")
    assert window.form.panel.findings is None
    hands.press("Ctrl+Shift+F")
    hands.settle()
    assert window.form.panel.findings.draft is window.session.desk.drafts[0]
    if window.form.panel.entries:
        window.form.mend(window.form.panel.entries[0])
        assert "stays as it came" in window.bar.text
    assert window.session.desk.working_draft is None


def test_the_list_before_tabling_is_ticked_and_its_buttons_lead_on(written, hands):
    hands.press("Ctrl+Shift+B")
    hands.settle()
    panel = written.workplace.submission
    assert panel.isVisible()
    assert "left to do" in panel.head.text()
    panel.way_asked.emit(SubmissionItem.METADATA)
    hands.settle()
    assert written.exporting.cleans
    assert next(line for line in panel.lines if line.item is SubmissionItem.METADATA).is_done
    panel.way_asked.emit(SubmissionItem.FORM)
    assert written.form.panel.isVisible()
    hands.press("F4")
    hands.press("Ctrl+.")
    hands.settle()
    assert "changed since" in panel.head.text()


def test_sponsors_are_written_before_the_title_and_the_list_before_tabling_knows_them(written, hands):
    written.actions_["new_sponsors"].trigger()
    hands.settle()
    hands.write("Belmarine and Rivania: draft resolution")
    written.drafting.leave()
    draft = written.session.desk.working_draft
    kinds = [p.kind.value for p in draft.paragraphs]
    assert kinds[kinds.index("sponsors") + 1] == "title"
    assert draft.sponsors == "Belmarine and Rivania: draft resolution"
    hands.press("Ctrl+Shift+B")
    hands.settle()
    sponsors = next(line for line in written.workplace.submission.lines if line.item is SubmissionItem.SPONSORS)
    assert sponsors.is_done


@pytest.fixture
def misspelt(hands, window):
    """A working draft with a word that no list has, still open in the editor."""
    hands.press("Ctrl+Shift+N")
    for line in ("Eighty-first session", "Agenda item 18", "Safety of ferries"):
        hands.write(line)
        hands.press("Return")
    hands.write("Recalling the developpment of ferry routes, ")
    hands.qtbot.waitUntil(lambda: bool(window.form.spelling.doubts.entries))
    return window


def test_a_word_that_no_list_has_is_underlined_while_one_writes_and_its_menu_has_the_right_one(misspelt, hands):
    editor, doubts = misspelt.drafting.editor, misspelt.form.spelling.doubts
    assert [entry.found for entry in doubts.entries] == ["developpment"]
    assert len(editor.extraSelections()) == 1
    cursor = editor.textCursor()
    cursor.setPosition(20)
    menu = doubts.menu(editor.cursorRect(cursor).center())
    assert [action.text() for action in menu.actions()][:2] == ["development", "developments"]
    menu.actions()[0].trigger()
    hands.settle()
    assert editor.text.startswith("Recalling the development of ferry routes")
    assert editor.extraSelections() == []
    assert misspelt.drafting.is_editing


def test_a_word_becomes_ones_own_and_is_not_found_again(misspelt, hands):
    misspelt.drafting.leave()
    hands.settle()
    hands.press("F4")
    panel = misspelt.form.panel
    assert panel.keep_word.isVisible()
    panel.keep_word.click()
    hands.settle()
    assert "unknown_word" not in rules(misspelt)
    assert own_words() == {"developpment"}
    misspelt.actions_["own_words"].trigger()
    sheet = misspelt.findChild(LinesSheet)
    assert sheet.lines.toPlainText() == "developpment\n"
    assert sheet.height() < misspelt.height() / 2, "a few words are no screenful"
    hands.press("Ctrl+A")
    hands.press("Del")
    hands.press("Ctrl+Return")
    hands.settle()
    assert not any(sheet.isVisible() for sheet in misspelt.findChildren(LinesSheet))
    assert "unknown_word" in rules(misspelt)


def test_the_word_that_is_being_written_is_not_underlined_yet(hands, misspelt):
    checked = misspelt.form.panel.findings
    hands.write("waterbailif")
    hands.qtbot.waitUntil(lambda: misspelt.form.panel.findings is not checked)
    assert [entry.found for entry in misspelt.form.spelling.doubts.entries] == ["developpment"]
