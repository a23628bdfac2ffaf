"""Writing by keyboard: from nothing to a clean file, footnotes, splits and joins, steps back, what a crash leaves."""

from __future__ import annotations

import time

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from draftdesk.exporting.proof.proving import prove_draft
from draftdesk.gui.main_window import MainWindow
from draftdesk.gui.session import Session
from draftdesk.model.paragraph import Mark, ParagraphKind
from draftdesk.reading.receive import receive
from draftdesk.workbench.desk.desk import Desk
from draftdesk.workbench.worker import Worker
from draftdesk.workspace.store import Workspace
from making_word import i, p, word_file

SHOWN = (ParagraphKind.PREAMBULAR, ParagraphKind.OPERATIVE, ParagraphKind.SUB1, ParagraphKind.SUB2)


def body(draft):
    return [(p.number.strip("()"), p.text) for p in draft.paragraphs if p.kind in SHOWN and p.text]


def working(window: MainWindow):
    return window.session.desk.working_draft


def italics(window: MainWindow, beginning: str):
    paragraph = next(p for p in working(window).paragraphs if p.text.startswith(beginning))
    return [run.span.of(paragraph.text) for run in paragraph.runs_in_text() if Mark.ITALIC in run.marks]


def write_a_resolution(hands) -> None:
    hands.press("Ctrl+Shift+N")
    for line in ("Eighty-first session", "Agenda item 18 (b)", "Safety of inland ferries"):
        hands.write(line)
        hands.press("Return")
    hands.write("Recalling its resolution 79/912 of 8 January 2025")
    hands.press("Ctrl+Alt+F")
    hands.write("A/79/931")
    hands.press("Return")
    hands.press("Return")
    hands.press("Return")
    hands.write("Urges riparian States:")
    hands.press("Return")
    hands.press("Tab")
    hands.write("To inspect every ferry")
    hands.press("Return")
    hands.write("To train crews")
    hands.press("Return")
    hands.press("Return")
    hands.write("Decides to look at paragraph 1 (b) above again")
    hands.press("Ctrl+Return")


def test_from_an_empty_form_to_a_clean_file_by_keyboard_alone(window, hands, qtbot, tmp_path):
    write_a_resolution(hands)
    note = "\ufffc"
    expected = [
        ("", f"Recalling its resolution 79/912 of 8 January 2025,{note}"),
        ("1", "Urges riparian States:"),
        ("a", "To inspect every ferry;"),
        ("b", "To train crews;"),
        ("2", "Decides to look at paragraph 1 (b) above again."),
    ]
    assert body(working(window)) == expected
    assert [(n.mark, n.text) for n in working(window).notes] == [("1", "A/79/931.")]
    assert italics(window, "Recalling") == ["Recalling"]

    out = tmp_path / "clean.docx"
    window.exporting.ask_name = lambda title, suggested: str(out)
    window.actions_["clean"].trigger()
    qtbot.waitUntil(out.exists, timeout=20000)
    qtbot.waitUntil(lambda: "Clean file written" in window.bar.text, timeout=5000)
    read = receive(out.read_bytes(), "clean.docx").drafts[0]
    assert "8\u00a0January" in body(read)[0][1]
    assert [(number, text.replace("\u00a0", " ")) for number, text in body(read)] == expected
    assert [(n.mark, n.text) for n in read.notes] == [("1", "A/79/931.")]
    assert (read.title, read.session) == ("Safety of inland ferries", "Eighty-first session")


def test_all_of_it_is_undone_and_made_again(window, hands):
    write_a_resolution(hands)
    done = working(window)
    steps = 0
    while window.session.desk.can_undo:
        hands.press("Ctrl+Z")
        steps += 1
    assert window.session.desk.is_empty
    for _ in range(steps):
        hands.press("Ctrl+Y")
    assert working(window) == done
    assert steps > 8


def test_enter_splits_and_backspace_joins_to_what_it_was(window, hands):
    hands.open("issued.docx")
    hands.press("Ctrl+E")
    before = body(working(window))
    hands.go_to("OP 3")
    hands.press("F2")
    hands.press("Home")
    hands.press("Ctrl+Home")
    for _ in range(4):
        hands.press("Ctrl+Right")
    hands.press("Return")
    assert len(body(working(window))) == len(before) + 1
    hands.press("Backspace")
    assert body(working(window)) == before
    assert window.drafting.is_editing


def test_a_word_that_enter_cut_is_whole_again_after_backspace_with_the_caret_where_it_was(window, hands):
    hands.open("issued.docx")
    hands.press("Ctrl+E")
    before = body(working(window))
    hands.go_to("OP 3")
    hands.press("F2")
    hands.press("Ctrl+Home")
    for _ in range(9):
        hands.press("Right")
    caret = window.drafting.editor.caret
    hands.press("Return")
    hands.press("Backspace")
    assert body(working(window)) == before
    assert window.drafting.editor.caret == caret
    hands.press("Return")
    hands.write("so ")
    hands.press("Home")
    hands.press("Backspace")
    joined = next(p.text for p in working(window).paragraphs if p.number == "3")
    assert joined[caret : caret + 4] == " so ", "what was written after the cut is put behind a blank as ever"


def test_italics_are_shown_in_the_open_editor_and_set_by_hand(window, hands):
    hands.open("issued.docx")
    hands.press("Ctrl+E")
    hands.go_to("OP 2")
    hands.press("F2")
    editor = window.drafting.editor
    hands.press("Ctrl+Home")
    hands.press("Right")
    assert editor.currentCharFormat().fontItalic()
    hands.press("Ctrl+End")
    assert not editor.currentCharFormat().fontItalic()
    hands.press("Ctrl+Shift+Left")
    hands.press("Ctrl+Shift+Left")
    chosen = editor.textCursor().selectedText()
    hands.press("Ctrl+I")
    hands.press("Ctrl+Return")
    second = next(p for p in working(window).paragraphs if p.number == "2")
    assert chosen in [run.span.of(second.text) for run in second.runs_in_text() if Mark.ITALIC in run.marks]


def marked(window: MainWindow, beginning: str, mark: Mark):
    paragraph = next(p for p in working(window).paragraphs if p.text.startswith(beginning))
    return [run.span.of(paragraph.text) for run in paragraph.runs_in_text() if mark in run.marks]


@pytest.mark.parametrize(("keys", "mark"), [("Ctrl+B", Mark.BOLD), ("Ctrl+Alt+H", Mark.HIGHLIGHT)])
def test_a_mark_is_set_on_the_selection_and_taken_off_again_and_each_is_a_step(window, hands, keys, mark):
    hands.press("Ctrl+Shift+N")
    while window.drafting.paragraph(window.drafting.opened).kind is not ParagraphKind.OPERATIVE:
        hands.press("Return")
    hands.write("Urges all States to act")
    hands.press("Ctrl+Shift+Left")
    hands.press("Ctrl+Shift+Left")
    hands.press(keys)
    assert marked(window, "Urges", mark) == ["to act"]
    hands.press("Ctrl+Z")
    assert marked(window, "Urges", mark) == []
    assert working(window).paragraphs[-1].text == "Urges all States to act"
    hands.press("Ctrl+Y")
    assert marked(window, "Urges", mark) == ["to act"]
    hands.press("Ctrl+End")
    hands.press("Ctrl+Shift+Left")
    hands.press("Ctrl+Shift+Left")
    hands.press(keys)
    assert marked(window, "Urges", mark) == []
    hands.press("Ctrl+A")
    hands.press(keys)
    assert marked(window, "Urges", mark) in (["Urges all States to act"], ["Urges", " all States to act"])
    assert marked(window, "Urges", Mark.ITALIC) == ["Urges"]
    hands.press("Ctrl+Return")
    assert [p.text for p in working(window).paragraphs if p.kind is ParagraphKind.OPERATIVE] == [
        "Urges all States to act."
    ]


def test_without_a_selection_the_word_at_the_caret_is_set_or_what_is_typed_next(window, hands):
    hands.open("issued.docx")
    hands.press("Ctrl+E")
    hands.go_to("OP 2")
    hands.press("F2")
    hands.press("Ctrl+End")
    for _ in range(3):
        hands.press("Left")
    hands.press("Ctrl+B")
    assert marked(window, "Takes note with appreciation", Mark.BOLD) == ["operators"]
    hands.press("Ctrl+Left")
    hands.press("Ctrl+B")
    hands.write("wooden ")
    hands.press("Ctrl+B")
    hands.write("and other ")
    hands.press("Ctrl+Return")
    hands.settle()
    assert marked(window, "Takes note with appreciation", Mark.BOLD) == ["wooden ", "operators"]


def test_what_is_set_at_the_end_of_a_paragraph_is_not_for_the_next_one(window, hands):
    hands.open("issued.docx")
    hands.press("Ctrl+E")
    hands.go_to("OP 1")
    hands.press("F2")
    hands.press("Ctrl+End")
    hands.press("Ctrl+Shift+Left")
    hands.press("Ctrl+Shift+Left")
    for keys in ("Ctrl+B", "Ctrl+I", "Ctrl+Alt+H"):
        hands.press(keys)
    hands.press("Ctrl+End")
    hands.press("Down")
    assert window.drafting.editor.text.startswith("Takes note")
    hands.press("Ctrl+Home")
    hands.press("Down")
    hands.write("now ")
    hands.press("Ctrl+Return")
    second = next(p for p in working(window).paragraphs if p.number == "2")
    assert [(run.span.of(second.text), run.marks) for run in second.runs_in_text()] == [
        ("Takes note with appreciation", {Mark.ITALIC})
    ]


def test_words_copied_from_one_paragraph_bring_their_marks_into_another(window, hands):
    hands.open("issued.docx")
    hands.press("Ctrl+E")
    hands.go_to("OP 2")
    hands.press("F2")
    hands.press("Ctrl+End")
    hands.press("Left")
    hands.press("Ctrl+Shift+Left")
    hands.press("Ctrl+B")
    hands.press("Ctrl+Alt+H")
    hands.press("Ctrl+C")
    hands.press("Ctrl+Return")
    hands.go_to("OP 1")
    hands.press("F2")
    hands.press("Ctrl+End")
    hands.press("Left")
    hands.write(" ")
    hands.press("Ctrl+V")
    hands.press("Ctrl+Return")
    assert marked(window, "Reaffirms its", Mark.BOLD) == ["operators"]
    assert marked(window, "Reaffirms its", Mark.HIGHLIGHT) == ["operators"]
    assert next(p for p in working(window).paragraphs if p.number == "1").text.endswith("2030 operators;")


def test_a_step_back_takes_a_mark_off_and_a_step_on_puts_it_there_again(window, hands):
    hands.open("issued.docx")
    hands.press("Ctrl+E")
    hands.go_to("OP 2")
    hands.press("F2")
    hands.press("Ctrl+End")
    hands.press("Ctrl+Shift+Left")
    hands.press("Ctrl+Alt+H")
    before = marked(window, "Takes note with", Mark.HIGHLIGHT)
    assert before
    hands.press("Ctrl+Z")
    assert marked(window, "Takes note with", Mark.HIGHLIGHT) == []
    assert window.drafting.is_editing
    hands.press("Ctrl+Y")
    assert marked(window, "Takes note with", Mark.HIGHLIGHT) == before


def test_what_the_form_fixes_is_not_taken_off_and_a_title_says_why(window, hands):
    hands.open("issued.docx")
    hands.press("Ctrl+E")
    hands.go_to("OP 2")
    hands.press("F2")
    hands.press("Ctrl+A")
    hands.press("Ctrl+I")
    hands.press("Ctrl+I")
    assert italics(window, "Takes note with") == ["Takes note with appreciation"]
    hands.press("Ctrl+Return")
    told = []
    window.session.told.connect(lambda sentence, *_: told.append(sentence))
    hands.go_to("Title")
    hands.press("F2")
    hands.press("Ctrl+A")
    hands.press("Ctrl+B")
    assert told == ["Whether a title or heading is bold follows from its form."]
    hands.press("Ctrl+Return")


def test_an_opening_turns_italic_while_it_is_typed_and_what_follows_stays_upright(window, hands):
    hands.press("Ctrl+Shift+N")
    for _ in range(3):
        hands.press("Return")
    hands.write("Noting with concern that ferries sink")
    editor = window.drafting.editor
    assert not editor.currentCharFormat().fontItalic()
    hands.press("Ctrl+Home")
    hands.press("Right")
    assert editor.currentCharFormat().fontItalic()


def test_undo_in_the_open_editor_takes_back_what_was_typed_and_stays_there(window, hands):
    hands.open("issued.docx")
    hands.press("Ctrl+E")
    hands.go_to("OP 2")
    before = dict(body(working(window)))["2"]
    hands.press("F2")
    hands.write(" now")
    hands.press("Ctrl+Z")
    assert dict(body(working(window)))["2"] == before
    assert window.drafting.editor.text == before
    hands.press("Ctrl+Y")
    assert window.drafting.editor.text == before + " now"


def test_escape_brings_back_a_footnote_that_was_typed_over(window, hands):
    hands.open("issued.docx")
    hands.press("Ctrl+E")
    hands.go_to("PP 10")
    notes, before = working(window).notes, body(working(window))
    hands.press("F2")
    hands.press("Ctrl+A")
    hands.write("Nothing is left")
    window.drafting.editor.flush()
    assert len(working(window).notes) == len(notes) - 1
    hands.press("Escape")
    assert body(working(window)) == before
    assert [n.text for n in working(window).notes] == [n.text for n in notes]


def test_a_note_that_was_read_is_edited_in_its_row(window, hands):
    hands.open("issued.docx")
    hands.press("Ctrl+E")
    note = working(window).notes[0].paragraphs[0].id.serial
    window.drafting.open(note)
    hands.press("Ctrl+End")
    hands.press("Left")
    hands.write(", annex II")
    hands.press("Ctrl+Return")
    assert working(window).notes[0].text == "A/79/931, annex II."


def test_several_paragraphs_are_pasted_as_several(window, hands):
    hands.press("Ctrl+Shift+N")
    for _ in range(3):
        hands.press("Return")
    data = QMimeData()
    data.setText("Recalling its resolution 74/901,\n\nNoting the report of the Commission,\n")
    QGuiApplication.clipboard().setMimeData(data)
    hands.press("Ctrl+V")
    hands.press("Ctrl+Return")
    assert body(working(window)) == [
        ("", "Recalling its resolution 74/901,"),
        ("", "Noting the report of the Commission,"),
    ]
    assert italics(window, "Noting") == ["Noting"]


@pytest.mark.parametrize(("keys", "kind"), [("Ctrl+Shift+T", ParagraphKind.PREAMBULAR)])
def test_a_paragraph_is_turned_with_its_opening(window, hands, keys, kind):
    hands.open("issued.docx")
    hands.press("Ctrl+E")
    hands.go_to("OP 1")
    hands.press(keys)
    turned = next(p for p in working(window).paragraphs if p.text.startswith("Reaffirming its commitment"))
    assert turned.kind is kind
    assert turned.text.endswith(",")


def test_a_key_in_a_draft_of_five_hundred_rows_is_quick(window, hands, tmp_path, machine_factor):
    data = word_file(
        p("\t", i("The General Assembly"), ","),
        *(p(f"\t{k}.\t", i("Urges"), f" all States to fit {k} lights on every ferry;") for k in range(1, 547)),
    )
    path = tmp_path / "long.docx"
    path.write_bytes(data)
    window.session.attempt(lambda: window.session.desk.add(receive(data, path.name), str(path), data))
    hands.settle()
    window.workplace.rows.setFocus()
    hands.press("Ctrl+E")
    hands.settle()
    middle = next(one for one in working(window).paragraphs if one.number == "270")
    window.drafting.open(middle.id.serial)
    spent = []
    for letter in "abcd":
        before = time.process_time()
        hands.write(letter)
        window.drafting.editor.flush()
        spent.append(time.process_time() - before)
    assert max(spent) < 0.05 * machine_factor


def test_the_open_paragraph_breaks_its_lines_where_the_cell_did(window, hands):
    hands.open("issued.docx")
    hands.press("Ctrl+E")
    hands.go_to("OP 4")
    hands.press("F2")
    editor = window.drafting.editor
    assert editor.document().textWidth() == editor.viewport().width()
    assert editor.width() > 200


def test_what_was_written_is_undone_after_closing_and_made_again(window, hands, qtbot, tmp_path):
    write_a_resolution(hands)
    done = working(window)
    window.close()
    session = Session(Desk(Workspace.open(tmp_path / "test.desk")), Worker())
    again = MainWindow(session)
    again.show()
    qtbot.waitExposed(again)
    assert working(again) == done
    steps = 0
    while session.desk.can_undo:
        again.actions_["undo"].trigger()
        steps += 1
    assert session.desk.is_empty
    for _ in range(steps):
        again.actions_["redo"].trigger()
    assert working(again) == done
    again.close()
    QApplication.processEvents()


def test_a_list_of_four_levels_with_closing_words_by_keyboard(window, hands):
    hands.press("Ctrl+Shift+N")
    for _ in range(4):
        hands.press("Return")
    hands.write("Decides:")
    for depth in range(1, 5):
        hands.press("Return")
        hands.press("Tab")
        hands.write(f"Level {depth}" + ":" * (depth < 4))
    hands.press("Ctrl+Shift+W")
    hands.write("and to look at all of it again")
    hands.press("Ctrl+Return")
    written = [(p.kind.value, p.number, p.text) for p in working(window).paragraphs if p.text][1:]
    assert written == [
        ("operative", "", "Decides:"),
        ("sub1", "(a)", "Level 1:"),
        ("sub2", "(i)", "Level 2:"),
        ("sub3", "a", "Level 3:"),
        ("sub4", "i", "Level 4;"),
        ("closing", "", "and to look at all of it again."),
    ]


def test_all_that_the_editor_does_to_an_issued_file_leaves_as_a_proved_redline(window, hands, qtbot, tmp_path):
    hands.open("issued.docx")
    hands.press("Ctrl+E")
    hands.go_to("OP 10")
    hands.press("F2")
    hands.press("Left")
    hands.write(", as set out in paragraphs 3 and 5 above")
    hands.press("Ctrl+Return")
    hands.go_to("OP 7")
    hands.press("Alt+Right")
    hands.go_to("OP 8")
    hands.press("F2")
    hands.press("Ctrl+Home")
    for _ in range(6):
        hands.press("Ctrl+Right")
    hands.press("Return")
    hands.press("Ctrl+Return")
    hands.go_to("OP 4")
    hands.press("Ctrl+Shift+J")
    hands.press("Ctrl+Return")
    hands.go_to("OP 2")
    hands.press("F2")
    hands.press("Ctrl+Alt+F")
    hands.write("See A/80/1")
    hands.press("Ctrl+Return")
    hands.go_to("OP 1")
    hands.press("Ctrl+Shift+T")
    hands.settle()
    text = next(p.text for p in working(window).paragraphs if "as set out in paragraph" in p.text)
    assert "paragraphs 2 and 3 above" in text
    out = tmp_path / "redline.docx"
    window.exporting.ask_name = lambda title, suggested: str(out)
    hands.press("Ctrl+Shift+E")
    qtbot.waitUntil(lambda: "proved" in window.bar.text, timeout=20000)
    desk = window.session.desk
    base = desk.base_draft
    prove_draft(desk.received(base.id)[1], out.read_bytes(), base, working(window), derived=True)


def test_a_reference_in_the_open_paragraph_follows_a_move_and_is_not_typed_over(window, hands):
    hands.open("issued.docx")
    hands.press("Ctrl+E")
    hands.go_to("OP 10")
    hands.press("F2")
    hands.press("Left")
    hands.write(", as in paragraph 9 above")
    hands.press("Alt+Up")
    assert "paragraph 10 above" in window.drafting.editor.text
    hands.write(" and elsewhere")
    hands.press("Ctrl+Return")
    assert any("paragraph 10 above and elsewhere;" in text for _, text in body(working(window)))


def test_arrows_lead_from_paragraph_to_paragraph_and_the_mark_of_a_note_to_its_words(window, hands):
    hands.open("issued.docx")
    hands.press("Ctrl+E")
    hands.go_to("PP 10")
    hands.press("F2")
    assert window.drafting.editor.text.startswith("Taking note of")
    hands.press("Ctrl+Alt+F")
    assert window.drafting.editor.text == working(window).notes[0].text
    hands.press("Up")
    assert window.drafting.editor.text.startswith("Taking note of")
    hands.press("Down")
    assert window.drafting.editor.text.startswith("Taking note also")
    assert window.drafting.editor.caret == 0
    assert len(working(window).notes) == 2


def test_a_double_click_opens_the_part_of_a_row_that_it_points_at(window, hands, qtbot):
    hands.open("issued.docx")
    hands.press("Ctrl+E")
    hands.settle()
    hands.go_to("PP 10")
    rows = window.workplace.rows
    area = rows.cell_area(rows.current_item, 1)
    note = rows.cell(rows.text_row(), 1).blocks[-1]
    place = area.topLeft() + QPoint(60, note.top + 6)
    qtbot.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=place)
    qtbot.mouseDClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert window.drafting.editor.text == working(window).notes[0].text


def test_undoing_the_form_itself_leads_back_to_the_first_page_without_a_word(window, hands):
    hands.press("Ctrl+Shift+N")
    hands.press("Ctrl+Z")
    assert window.session.desk.is_empty
    assert not window.drafting.is_editing
    assert window.pages.currentWidget() is window.first_page
    assert not window.bar.isVisible()


def test_a_paragraph_bis_is_written_by_a_key_and_nothing_is_renumbered(window, hands):
    hands.open("issued.docx")
    hands.press("Ctrl+E")
    hands.go_to("OP 2")
    before = [p.number for p in window.session.desk.working_draft.paragraphs if p.number]
    hands.press("Ctrl+Alt+B")
    hands.write("Encourages all States to train crews")
    hands.press("Ctrl+Return")
    draft = window.session.desk.working_draft
    made = next(p for p in draft.paragraphs if p.number == "2 bis")
    assert made.text == "Encourages all States to train crews;"
    assert [p.number for p in draft.paragraphs if p.number and p is not made] == before


@pytest.mark.parametrize("language", ["en", "ar"])
def test_words_stay_where_they_are_when_their_editor_opens_and_none_is_cut_at_its_edge(
    window, hands, tmp_path, language
):
    words = {"en": "Aligns its work with others;", "ar": "تحث الدول المشاطئة على تفتيش العبّارات؛"}[language]
    path = tmp_path / "one.txt"
    path.write_text({"en": "The General Assembly,", "ar": "إن الجمعية العامة،"}[language] + f"\n\n1. {words}\n")
    hands.open(path)
    window.start_working(0)
    hands.settle()
    rows, drafting = window.workplace.rows, window.drafting
    row = max(k for k in range(len(rows.view.items)) if rows.text_row(k))
    rows.select(row, drafting.where.column)
    drafting.edit_current()
    hands.settle()
    editor, area = drafting.editor, rows.cell_area(row, drafting.where.column)
    editor.put_caret(0)
    caret = editor.viewport().mapTo(rows.viewport(), editor.cursorRect().topLeft()).x()
    assert abs(caret - (area.left() if language == "en" else area.right())) <= 2
    room = editor.geometry()
    assert room.left() < area.left() - 3
    assert room.right() > area.right() + 3
    beyond = area.right() + 5 if language == "en" else area.left() - 5  # from there on stands the sign of form
    assert room.right() < beyond if language == "en" else room.left() > beyond


def test_whoever_starts_a_working_draft_keeps_the_paragraph_in_sight_where_it_was(window, hands):
    hands.open("zero-draft.docx", "rev1.docx", "rev2.docx")
    hands.press("Ctrl+G")
    hands.write("OP 2")
    hands.press("Return")
    rows = window.workplace.rows
    assert rows.verticalScrollBar().value() < rows.top_of(rows.current_item)
    before = rows.top_of(rows.current_item)
    hands.press("Ctrl+E")
    hands.settle()
    assert window.workplace.view.names[0][rows.text_row().cells[0][0]].full == "OP 2"
    assert abs(rows.top_of(rows.current_item) - before) < 40


@pytest.mark.parametrize("keys", ["F2", "Ctrl+Return"])
def test_words_that_escape_takes_back_are_told_and_come_again_whatever_was_typed_last(window, hands, keys):
    hands.open("issued.docx")
    hands.press("Ctrl+E")
    hands.go_to("OP 3")
    hands.press(keys)
    hands.write("Recalls rivers")
    hands.press("Escape")
    desk = window.session.desk
    assert window.bar.text == "What was written here is taken back. Ctrl+Z brings it again."
    assert not any("Recalls rivers" in p.text for p in desk.working_draft.paragraphs)
    hands.press("Ctrl+Z")
    assert any("Recalls rivers" in p.text for p in desk.working_draft.paragraphs)
    assert window.bar.text == ""


def test_escape_from_a_paragraph_that_was_only_looked_at_says_nothing(window, hands):
    hands.open("issued.docx")
    hands.press("Ctrl+E")
    hands.go_to("OP 3")
    hands.press("F2")
    hands.press("Escape")
    assert window.bar.text == ""


def test_the_offer_of_a_working_draft_goes_once_there_is_one(window, hands):
    hands.open("issued.docx")
    hands.press("Home")
    hands.press("F2")
    assert window.bar.text.startswith("Received drafts stay as they came.")
    hands.press("Ctrl+E")
    hands.settle()
    assert window.bar.text == ""


def test_f2_opens_what_is_in_sight_where_no_row_is_current(window, hands):
    hands.open("issued.docx", "rev1.docx")
    window.start_working(1)
    hands.settle()
    assert window.workplace.rows.current_item < 0
    window.actions_["edit"].trigger()
    assert window.drafting.editor.toPlainText() == working(window).paragraphs[working(window).visible[0]].text
    assert window.bar.text == ""
