"""How a draft was read, looked at and put right by keyboard; the comparison follows."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel

from draftdesk.model.paragraph import ParagraphKind

MAIL = """The General Assembly,

Recalling its resolution 79/912 on the

safety of inland ferries,

1. Urges riparian States to inspect their ferries; Calls upon crews to train;

Training and drills for the crews of all ferries that cross the lakes in the winter months.

4. Requests the Secretary-General to report.
"""


@pytest.fixture
def mail(tmp_path):
    path = tmp_path / "mail.txt"
    path.write_text(MAIL, encoding="utf-8")
    return str(path)


def opened(hands, window, mail):
    window.open([mail])
    hands.qtbot.waitUntil(lambda: bool(window.session.desk.drafts), timeout=20000)
    hands.settle()


def in_hand(window):
    line = window.reading.view.current
    return line.what, line.number, line.text


def go_to(hands, window, beginning):
    hands.press("Home")
    for _ in window.reading.view.lines:
        if window.reading.view.current.text.startswith(beginning):
            return
        hands.press("Down")
    raise AssertionError(f"{beginning} was not reached")


def test_an_unsure_reading_is_said_and_leads_to_the_first_doubtful_paragraph(window, hands, mail):
    opened(hands, window, mail)

    assert "may be read wrongly" in window.bar.text
    window.bar.buttons[0].click()
    assert window.pages.currentWidget() is window.reading.view
    assert window.reading.view.current.reasons


def test_kinds_joins_and_splits_by_keyboard_and_all_of_it_taken_back(window, hands, mail):
    opened(hands, window, mail)
    hands.press("Ctrl+R")
    view, desk = window.reading.view, window.session.desk
    before = [line.text for line in view.lines]

    go_to(hands, window, "Recalling")
    hands.press("J")
    assert in_hand(window)[2] == "Recalling its resolution 79/912 on the safety of inland ferries,"

    go_to(hands, window, "Urges riparian")
    hands.press("Return")
    for _ in range(len("Urges riparian States to inspect their ferries;")):
        hands.press("Right")
    hands.press("Return")
    hands.settle()
    assert in_hand(window) == ("Operative paragraph", "", "Calls upon crews to train;")

    go_to(hands, window, "Training")
    hands.press("C")
    assert in_hand(window)[0] == "Closing words"
    hands.press("Delete")
    hands.settle()
    assert view.current.is_quiet
    assert all(not p.text.startswith("Training") for p in shown(desk))

    hands.press("Backspace")
    assert not view.current.is_put_right
    for _ in range(5):
        hands.press("Ctrl+Z")
    hands.settle()
    assert [line.text for line in view.lines] == before

    hands.press("Escape")
    assert window.pages.currentWidget() is window.workplace


def shown(desk):
    return [p for p in desk.drafts[0].paragraphs if not p.is_hidden]


def test_levels_go_up_and_down_with_the_arrow_keys(window, hands, mail):
    opened(hands, window, mail)
    hands.press("Ctrl+R")
    go_to(hands, window, "Requests")
    hands.press("Alt+Right")
    hands.press("Alt+Right")
    assert in_hand(window)[0] == "Subparagraph (i), (ii)…"
    hands.press("Alt+Left")
    hands.press("Alt+Left")
    assert in_hand(window)[0] == "Operative paragraph"


def test_a_guess_that_is_right_is_said_to_be_so_and_f8_leads_to_the_next_doubt(window, hands, mail):
    opened(hands, window, mail)
    hands.press("Ctrl+R")
    view = window.reading.view
    first, count = view.current.serial, sum(bool(line.reasons) for line in view.lines)
    hands.press("Space")
    assert sum(bool(line.reasons) for line in view.lines) == count - 1
    assert view.current.is_put_right
    hands.press("F8")
    assert view.current.reasons
    assert view.current.serial != first


def test_the_comparison_follows_a_correction_at_once(window, hands, mail, tmp_path):
    clean = tmp_path / "clean.txt"
    clean.write_text(MAIL.replace("ferries; Calls", "ferries;\n\nCalls"), encoding="utf-8")
    window.open([str(clean), mail], keep_order=True)
    hands.qtbot.waitUntil(lambda: len(window.session.desk.drafts) == 2, timeout=20000)
    hands.settle()
    assert any(row.is_changed for row in window.workplace.view.rows)

    window.reading.open(window.session.desk.columns[1].draft_id)
    go_to(hands, window, "Urges riparian")
    hands.press("Return")
    for _ in range(len("Urges riparian States to inspect their ferries;")):
        hands.press("Right")
    hands.press("Return")
    hands.settle()
    assert not any(row.is_changed for row in window.workplace.view.rows)


def test_the_mouse_reaches_the_same_through_the_heads_menu_and_the_buttons(window, hands, mail):
    opened(hands, window, mail)
    menu = window.column_menu(0)
    entry = next(action for action in menu.findChildren(QAction) if action.text().startswith("How this draft"))
    entry.trigger()
    view = window.reading.view
    view.go_to(next(k for k, line in enumerate(view.lines) if line.text.startswith("Training")))
    view.panel.buttons["hide"].click()
    assert view.current.kind is ParagraphKind.FURNITURE
    assert not view.panel.buttons["join"].isEnabled()
    view.panel.kinds.activated.emit(view.panel.kinds.findText("Heading"))
    assert view.current.kind is ParagraphKind.HEADING
    view.leave_button.click()
    assert window.pages.currentWidget() is window.workplace


def test_a_search_brings_the_columns_back(window, hands, mail):
    opened(hands, window, mail)
    hands.press("Ctrl+R")
    hands.press("Ctrl+F")
    assert window.pages.currentWidget() is window.workplace


def test_a_file_taken_off_the_desk_closes_its_reading(window, hands, mail):
    opened(hands, window, mail)
    hands.press("Ctrl+R")
    window.session.attempt(lambda: window.session.desk.remove(window.session.desk.columns[0].draft_id))
    hands.settle()
    assert window.pages.currentWidget() is window.first_page


def test_several_files_that_are_unsure_are_told_together_each_with_its_way(window, hands, mail, tmp_path):
    other = tmp_path / "other.txt"
    other.write_text(MAIL.replace("79/912", "78/911"), encoding="utf-8")
    window.open([mail, str(other)], keep_order=True)
    hands.qtbot.waitUntil(lambda: len(window.session.desk.drafts) == 2, timeout=20000)
    hands.settle()
    assert "mail.txt, other.txt" in window.bar.text
    window.bar.buttons[1].click()
    assert any("78/911" in line.text for line in window.reading.view.lines)


def test_what_the_file_holds_that_was_not_read_stands_beside_the_paragraphs(window, hands):
    told = ["2 pictures or drawings are not compared."]
    window.reading.view.show_lines("How it was read", (), "en", told)
    assert told[0] in [label.text() for label in window.reading.view.panel.findChildren(QLabel)]


def test_the_keys_of_the_other_views_leave_the_reading(window, hands):
    hands.open("issued.docx", "rev1.docx")
    for keys in ("Ctrl+1", "Ctrl+2", "Ctrl+3"):
        hands.press("Ctrl+R")
        assert window.pages.currentWidget() is window.reading.view
        hands.press(keys)
        assert window.pages.currentWidget() is window.workplace


def test_a_paragraph_has_a_second_line_in_the_list_only_where_it_needs_one(window, hands):
    hands.open("issued.docx")
    window.resize(1900, 900)
    window.show_reading(0)
    hands.settle()
    view = window.reading.view

    def heights():
        return [view.list.visualRect(view.list.model().index(k, 0)).height() for k in range(len(view.lines))]

    long = max(range(len(view.lines)), key=lambda k: len(view.lines[k].text))
    short = next(k for k, line in enumerate(view.lines) if line.text == "The General Assembly,")
    assert heights()[long] > heights()[short]
    wide = sum(heights())
    window.resize(1000, 700)
    hands.settle()
    assert sum(heights()) > wide
    assert view.panel.words.height() <= 360
