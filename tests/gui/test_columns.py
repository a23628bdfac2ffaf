"""Columns under the hands: zoom by wheel and keys, heads by keyboard, the list of changes as a tab."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QLabel

from draftdesk.gui.rows.geometry import geometry
from draftdesk.gui.widgets.elided_label import ElidedLabel
from draftdesk.model.change import ChangeClass


def test_control_and_the_wheel_zoom_by_notches(window, hands):
    hands.open("issued.docx", "rev1.docx")
    rows = window.workplace.rows
    for turn in (60, 60, -120, -120):
        wheel(rows, turn, Qt.KeyboardModifier.ControlModifier)
    assert rows.zoom == 0.9
    hands.press("Ctrl+0")
    hands.press("Ctrl+=")
    assert rows.zoom == 1.1


def wheel(rows, turn, keys=Qt.KeyboardModifier.NoModifier):
    place = QPointF(rows.viewport().rect().center())
    event = QWheelEvent(
        place,
        QPointF(rows.viewport().mapToGlobal(place.toPoint())),
        QPoint(),
        QPoint(0, turn),
        Qt.MouseButton.NoButton,
        keys,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(rows.viewport(), event)


def test_the_list_of_changes_folds_to_a_tab_that_counts_on(window, hands):
    hands.open("issued.docx", "rev1.docx")
    place = window.workplace
    hands.press("F10")
    assert not place.changes.isVisible()
    hands.press("F8")
    assert place.changes_tab.accessibleDescription().startswith("change 1 of")
    place.changes_tab.setFocus()
    hands.press("Space")
    assert place.changes.isVisible()
    assert not place.changes_tab.isVisible()


def test_the_heads_of_the_columns_are_reached_by_keyboard(window, hands):
    hands.open("issued.docx", "rev1.docx")
    asked = []
    heads = window.workplace.heads
    heads.menu_asked.disconnect()
    heads.menu_asked.connect(lambda column, _: asked.append(column))
    heads.setFocus()
    hands.press("Right")
    hands.press("Space")
    assert asked == [1]
    assert "shown against: 79/912" in heads.accessibleDescription()


@pytest.mark.parametrize("zoom", [0.7, 0.8, 1.0, 1.5, 2.0, 3.0])
@pytest.mark.parametrize("count", [2, 3, 8, 10])
@pytest.mark.parametrize("width", [640, 1050, 1600])
def test_at_every_size_the_base_and_a_draft_beside_it_are_in_sight_and_numbers_have_room(zoom, count, width):
    columns = geometry(width, [False] * count, zoom)
    base, second = columns.columns[0], columns.columns[1]
    assert base.text_width >= 150
    assert second.right <= width or second.text_width == 150
    assert base.number - base.left >= 34
    assert all(one.right == other.left for one, other in pairwise(columns.columns))
    assert len({box.text_width for box in columns.columns}) == 1


def test_the_ladder_of_verbs_is_shown_while_one_stands_on_a_changed_opening(window, hands):
    hands.open("issued.docx", "rev1.docx")
    ladder = window.workplace.ladder
    entries = [e for e in window.workplace.changes.entries if e.change_class is ChangeClass.STRENGTH]
    window.workplace.changes.change_asked.emit(entries[0])
    assert ladder.isVisible()
    QApplication.processEvents()
    for label in ladder.findChildren(QLabel):
        cut = label.width() < label.sizeHint().width() and not label.wordWrap()
        assert not cut or (isinstance(label, ElidedLabel) and label.toolTip() == label.text())
        assert not isinstance(label, ElidedLabel) or label.width() > ladder.width() / 2
    assert [rung.is_old for rung in ladder.shown.rungs].count(True) == 1
    assert ladder.shown.shift.steps < 0
    hands.press("Home")
    assert not ladder.isVisible()


@pytest.mark.parametrize("mirrored", [False, True])
@pytest.mark.parametrize("text_from_right", [False, True])
def test_in_the_inline_view_no_move_line_runs_through_the_words_of_a_fold(mirrored, text_from_right):
    alone = geometry(900, (text_from_right, text_from_right), 1.0, alone=1, mirrored=mirrored)
    begins = alone.fold_words(1.0)
    line = alone.columns[1].lane + 14
    from_side = 900 - line if mirrored else line
    assert begins > from_side or from_side > 450
    assert geometry(900, (False, False), 1.0).fold_words(1.0) == 32


def test_a_draft_is_named_from_its_head_and_the_name_is_shown_everywhere(window, hands):
    hands.open("issued.docx", "rev1.docx", "rev2.docx")
    window.workplace.heads.setFocus()
    window.naming.ask_draft(1)
    hands.write("Altamere")
    hands.press("Return")
    hands.settle()
    assert window.workplace.heads._heads[1].title == "Altamere"
    assert window.workplace.view.short[1] == "Altamere"
    assert {entry.draft for entry in window.workplace.changes.entries} == {"Altamere", "rev2"}
    assert window.workplace.changes.choices.drafts.itemText(1).startswith("Altamere")
    rows = window.workplace.rows
    gone = next(row for row in rows.view.rows if row.cells[0] and not row.cells[1] and not row.cells[2])
    rows.select(rows.item_of_row(gone.ordinal), 2)
    assert rows.source.content(gone, 2).absence.text == "No counterpart in rev2"
    window.session.attempt(lambda: window.session.desk.call(window.session.desk.columns[2].draft_id, "Tessany"))
    assert rows.source.content(gone, 2).absence.text == "No counterpart in Tessany"
    hands.press("Ctrl+Z")
    hands.press("Ctrl+Z")
    hands.settle()
    assert window.workplace.view.short[1] == "rev1"


def test_the_two_lines_of_a_meeting_line_do_not_run_together(window, hands):
    hands.open("issued.docx")
    rows = window.workplace.rows
    row = rows.text_row(len(rows.view.items) - 1)
    assert "plenary meeting\n" in rows.view.drafts[0].paragraphs[row.cells[0][0]].text
    assert rows.cell(row, 0).blocks[0].layout.lineCount() == 2
