"""Finding in all drafts with the keys: marks, count, folds, Escape; going to a paragraph by its name."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from draftdesk.workbench.display.values import FoldLine, TextRow


def search(hands, words):
    hands.press("Ctrl+F")
    hands.write(words)


def test_hits_are_counted_walked_and_left(window, hands):
    hands.open("issued.docx", "rev1.docx")
    rows, field = window.workplace.rows, window.actions_.find
    search(hands, "FERRIES")
    total = rows.hits.found.count
    assert total > 3
    assert field.count.text() == f"1 of {total}"
    hands.press("Return")
    assert field.count.text() == f"2 of {total}"
    hands.press("Shift+Return")
    hands.press("Shift+Return")
    assert field.count.text() == f"{total} of {total}"
    assert QApplication.focusWidget() is field.line
    before = rows.verticalScrollBar().value()
    hands.press("Esc")
    assert rows.hits is None
    assert field.count.isHidden()
    assert rows.verticalScrollBar().value() == before
    assert rows.hasFocus()


def test_each_hit_comes_into_sight_also_in_a_fold(window, hands):
    hands.open("issued.docx", "rev1.docx")
    rows = window.workplace.rows
    search(hands, "ferries")
    numbers = range(rows.hits.found.count)
    assert any(rows.hits.found.hit(k) for k in numbers)
    for _ in numbers:
        hit = rows.hits.current
        item = rows.item_of_row(hit.row)
        assert isinstance(window.workplace.view.items[item], TextRow)
        assert item in rows.visible_items()
        row = rows.text_row(item)
        marks = rows.hits.of(row, hit.column, rows.cell(row, hit.column).content.blocks)
        assert any(mark.is_current for mark in marks)
        hands.press("F3")


def test_a_hit_that_the_filter_left_out_is_shown(window, hands):
    hands.open("issued.docx", "rev1.docx")
    place = window.workplace
    hands.press("Ctrl+D")
    left_out = [row for row in place.view.rows if place.rows.item_of_row(row.ordinal) < 0 and row.cells[0]][-1]
    words = place.view.drafts[0].paragraphs[left_out.cells[0][0]].text[:60]
    search(hands, words)
    assert place.rows.item_of_row(left_out.ordinal) >= 0
    assert place.rows.text_row().ordinal == left_out.ordinal


def test_what_is_not_there_is_said_and_one_is_where_one_was(window, hands):
    hands.open("issued.docx", "rev1.docx")
    rows = window.workplace.rows
    before, items = rows.verticalScrollBar().value(), window.workplace.view.items
    search(hands, "zeppelin")
    assert window.actions_.find.count.text() == "Not found"
    assert rows.verticalScrollBar().value() == before
    assert window.workplace.view.items == items


def test_control_g_goes_to_a_paragraph(window, hands):
    hands.open("issued.docx", "rev1.docx")
    rows = window.workplace.rows
    hands.press("Ctrl+G")
    hands.write("op 12")
    hands.press("Return")
    QApplication.processEvents()
    row, column = rows.text_row(), rows.current_column
    assert "OP 12" in [window.workplace.view.names[column][index].full for index in row.cells[column]]
    hands.press("Ctrl+G")
    hands.write("op 99")
    hands.press("Return")
    assert window.actions_.find.count.text() == "There is no op 99"
    hands.press("Esc")
    assert rows.hasFocus()


def test_the_marks_stay_while_a_fold_is_opened(window, hands):
    hands.open("issued.docx", "rev1.docx")
    place = window.workplace
    search(hands, "ferries")
    count = place.rows.hits.found.count
    fold = next(item for item in place.view.items if isinstance(item, FoldLine))
    place.toggle_fold(fold.identity)
    assert place.rows.hits.found.count == count
    assert place.rows.hits.current is not None


def test_a_fold_that_a_search_passed_through_is_closed_again_and_the_last_one_stays(window, hands):
    hands.open("issued.docx", "rev1.docx")
    place = window.workplace

    def open_folds():
        return [item for item in place.view.items if isinstance(item, FoldLine) and item.is_open]

    search(hands, "ferries")
    for _ in range(place.rows.hits.found.count):
        hands.press("Return")
        assert len(open_folds()) <= 1
    while not open_folds():
        hands.press("Return")
    hands.press("Esc")
    assert len(open_folds()) == 1


@pytest.mark.parametrize("width", [900, 1280, 1400])
def test_the_field_stays_in_sight_and_in_hand_however_many_hits_there_are(window, hands, width):
    window.resize(width, 700)
    hands.open("issued.docx", "zero-draft.docx", "rev1.docx")
    hands.press("Ctrl+F")
    for letter in "their":
        hands.write(letter)
        field = window.actions_.find
        assert field.line.hasFocus()
        assert field.isVisible()
        assert field.line.width() >= 90
        gives_way = field.line.sizeHint().width() - field.line.minimumWidth()
        assert window.actions_.tools.layout().sizeHint().width() - gives_way <= width
    assert field.line.text() == "their"
    hands.press("Escape")
