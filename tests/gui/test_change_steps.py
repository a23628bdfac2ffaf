"""From change to change as people know it from Word."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QListView, QPushButton

from draftdesk.gui.rows.geometry import FOLD_HEIGHT
from draftdesk.model.alignment import Relation
from draftdesk.model.paragraph import ParagraphKind
from draftdesk.workbench.display.values import FoldLine


def test_what_was_taken_is_no_further_change_and_the_counter_goes_on(window, hands):
    hands.open("issued.docx", "rev1.docx", "rev2.docx")
    window.workplace.rows.select(0, 0)
    panel = window.workplace.changes
    every = len(panel.entries)
    for number in range(1, 7):
        hands.press("F8")
        hands.press("Alt+Return")
        hands.settle()
        assert panel.counter.text() == f"Change {number} of {every}"
        assert panel.current.column != len(window.workplace.view.short) - 1


def test_the_first_proposal_that_is_taken_brings_the_working_draft_and_the_counter_goes_on(window, hands):
    hands.open("issued.docx", "rev1.docx")
    panel = window.workplace.changes
    for number in range(1, 5):
        hands.press("F8")
        assert panel.counter.text().startswith(f"Change {number} of ")
        hands.press("Alt+Return")
        hands.settle()
        assert panel.counter.text().startswith(f"Change {number} of ")
    assert window.session.desk.working_draft is not None


def test_what_is_written_in_the_working_draft_alone_is_a_change_to_stop_at(window, hands):
    hands.open("issued.docx", "rev1.docx")
    window.workplace.rows.select(0, 0)
    hands.press("Ctrl+E")
    hands.settle()
    panel = window.workplace.changes
    every = len(panel.entries)
    hands.go_to("OP 2")
    hands.press("F2")
    hands.press("Ctrl+End")
    hands.write(" and beyond")
    hands.press("Ctrl+Return")
    hands.settle()
    assert len(panel.entries) == every + 1
    hands.press("F8")
    assert panel.current.column == 2
    assert "and beyond" in panel.current.after


def test_at_the_last_change_that_is_said_and_the_next_step_goes_round(window, hands):
    hands.open("issued.docx", "rev1.docx")
    panel = window.workplace.changes
    count = len(panel.entries)
    for _ in range(count + 1):
        hands.press("F8")
    assert panel.counter.text() == f"Change {count} of {count}"
    assert window.bar.text == "No more changes below. F8 once more goes on at the top."
    hands.press("F8")
    assert panel.counter.text() == f"Change 1 of {count}"
    assert window.bar.text == ""
    hands.press("F7")
    assert window.bar.text == "No more changes above. F7 once more goes on at the bottom."
    hands.press("F7")
    assert panel.counter.text() == f"Change {count} of {count}"


def boxed_blocks(rows, row):
    """The paragraphs of a row, notes among them, with words of the current change, and where these stand."""
    found = []
    for column in range(len(row.cells)):
        for laid in rows.cell(row, column).blocks:
            tops = [rows.top_of(rows.current_item) + laid.top for one in laid.ranges if is_current(rows, one)]
            found += [(laid.block.kind, top) for top in tops[:1]]
    return found


def is_current(rows, signed):
    return signed.change == rows.current_change.change != -1


@pytest.mark.parametrize("names", [("issued.docx", "rev1.docx"), ("issued.docx", "zero-draft.docx", "rev1.docx")])
def test_a_footnote_that_is_stepped_to_is_boxed_alone_and_in_sight(window, hands, names):
    window.resize(1100, 420)
    hands.open(*names)
    place, notes = window.workplace, 0
    for _ in place.changes.entries:
        hands.press("F8")
        row, current = place.rows.text_row(), place.changes.current
        boxed = boxed_blocks(place.rows, row)
        if current.is_note:
            notes += 1
            assert {kind for kind, _ in boxed} == {ParagraphKind.FOOTNOTE}
            assert any(0 <= top < place.rows.viewport().height() for _, top in boxed)
        elif current.change >= 0 and row.relations[current.column] is Relation.EDITED:
            assert ParagraphKind.FOOTNOTE not in {kind for kind, _ in boxed}
    assert notes


def chip(window, name):
    return next(one for one in window.workplace.changes.findChildren(QPushButton) if one.text().startswith(name))


def choose(box, words):
    """With the keys, as a user does."""
    box.setFocus()
    index = next(k for k in range(box.count()) if box.itemText(k).startswith(words))
    box.setCurrentIndex(index)
    box.activated.emit(index)


def is_in_sight(rows):
    return 0 <= rows.top_of(rows.current_item) < rows.viewport().height()


def test_only_changes_leaves_the_page_where_it_is_although_the_fold_at_its_top_goes(window, hands):
    hands.open("issued.docx", "rev1.docx")
    rows = window.workplace.rows
    fold = [k for k, item in enumerate(rows.view.items) if isinstance(item, FoldLine)][6]
    rows.verticalScrollBar().setValue(rows.heights.offsets.top(fold))
    hands.settle()
    below, top = rows.text_row(fold + 1).identity, rows.top_of(fold + 1)
    for moved in (1, FOLD_HEIGHT + 1):  # above the row a fold goes, then comes again
        hands.press("Ctrl+D")
        hands.settle()
        (now,) = [k for k in rows.visible_items() if (row := rows.text_row(k)) and row.identity == below]
        assert abs(rows.top_of(now) - top) <= moved


def test_a_class_of_changes_brings_the_first_one_of_it_into_sight(window, hands):
    hands.open("issued.docx", "rev1.docx")
    place = window.workplace
    chip(window, "Strength").click()
    assert place.changes.counter.text().startswith("Change 1 of ")
    assert place.rows.text_row().ordinal == place.changes.entries[0].row
    assert is_in_sight(place.rows)


def test_a_status_brings_the_first_change_of_such_a_paragraph_into_sight(window, hands):
    hands.open("issued.docx", "rev1.docx")
    place = window.workplace
    for keys in ("Alt+1", "Alt+3"):
        for _ in range(12):
            hands.press("F8")
        hands.press(keys)
    pending = place.rows.text_row().ordinal
    hands.press("Home")
    choose(place.changes.choices.statuses, "pending")
    assert place.rows.text_row().ordinal == pending
    assert is_in_sight(place.rows)


def test_the_change_at_hand_stays_where_a_filter_leaves_it_and_all_of_them_come_back_without_a_leap(window, hands):
    hands.open("issued.docx", "rev1.docx")
    place = window.workplace
    for _ in range(20):
        hands.press("F8")
    there = place.changes.current
    chip(window, there.change_class.value.capitalize()).click()
    assert place.changes.current == there
    chip(window, "Number").click()
    hands.press("Home")
    item = place.rows.current_item
    chip(window, "All").click()
    assert place.changes.current is None
    assert place.rows.current_item == item


def test_one_draft_alone_is_not_said_to_be_without_changes(window, hands):
    hands.open("issued.docx")
    assert window.workplace.changes.counter.text() == "Nothing compared yet"
    lines = window.workplace.outline.findChild(QListView).model()
    assert "Preamble 12" in [lines.index(k).data() for k in range(lines.rowCount())]
    hands.open("rev1.docx")
    assert window.workplace.changes.counter.text().endswith(" changes")


def test_a_draft_without_changes_shown_by_itself_has_none_and_the_key_says_so(window, hands):
    hands.open("issued.docx", "rev1.docx")
    window.workplace.rows.select(0, 1)
    hands.press("Ctrl+E")
    hands.settle()
    window.workplace.rows.select(0, 2)
    hands.press("Ctrl+2")
    assert window.workplace.view.alone == 2
    assert window.workplace.changes.counter.text() == "No changes"
    hands.press("F8")
    assert window.bar.text == "There is no change to go to."
    assert window.workplace.view.alone == 2


def test_why_a_change_was_not_taken_goes_with_the_next_change(window, hands):
    hands.open("issued.docx", "rev1.docx", "rev2.docx")
    window.workplace.rows.select(0, 0)
    panel = window.workplace.changes
    number = next(k for k, entry in enumerate(panel.entries) if entry.letter.value == "N")
    for _ in range(number + 1):
        hands.press("F8")
    hands.press("Alt+Return")
    assert window.bar.text == "A new number is not taken: the working draft counts its paragraphs by itself."
    hands.press("F8")
    assert window.bar.text == ""


def test_a_file_that_could_not_be_read_is_still_told_while_one_walks_through_the_changes(window, hands, tmp_path):
    hands.open("issued.docx", "rev1.docx")
    window.open([str(tmp_path / "gone.docx")])
    hands.settle()
    window.workplace.rows.setFocus()
    hands.press("F8")
    assert "gone.docx" in window.bar.text


def test_a_file_that_is_refused_leaves_the_change_at_hand_to_be_taken(window, hands, tmp_path):
    hands.open("issued.docx", "rev1.docx")
    hands.press("F8")
    take = window.deciding.panel.take
    assert take.isVisible()
    (tmp_path / "empty.docx").write_bytes(b"")
    window.open([str(tmp_path / "empty.docx")])
    hands.settle()
    assert "empty.docx" in window.bar.text
    assert take.isVisible()
