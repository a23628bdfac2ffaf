"""What a screen reader is told, asked of the toolkit's own interface: rows, kind of change, changed words."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QWheelEvent
from PySide6.QtWidgets import QApplication

from draftdesk.gui import telling
from draftdesk.gui.form.margin import NO_MARKS
from draftdesk.gui.shot import grab


def said_of(widget) -> str:
    interface = QAccessible.queryAccessibleInterface(widget)
    assert interface is not None
    return " ".join(interface.text(QAccessible.Text.Description).split())


def test_the_changed_words_are_told_as_words(window, hands):
    hands.open("issued.docx", "rev1.docx")
    rows = window.workplace.rows
    told = []
    for _ in range(26):
        hands.press("F8")
        told.append(said_of(rows))
    assert any("rural areas inserted: and on islands; ," in one for one in told)
    assert any("deleted: Urges; " in one or "inserted: Strongly encourages; " in one for one in told)


def test_each_cell_is_announced_once(window, hands, monkeypatch):
    announced = []
    monkeypatch.setattr(telling.QAccessible, "isActive", lambda: True)
    monkeypatch.setattr(telling.QAccessible, "updateAccessibility", lambda event: announced.append(event.message()))
    hands.open("issued.docx", "rev1.docx")
    hands.press("Home")
    announced.clear()
    hands.press("Right")
    hands.press("Down")
    assert len(announced) == len(set(announced)) == 2


def announcements(monkeypatch):
    announced = []
    monkeypatch.setattr(telling.QAccessible, "isActive", lambda: True)
    monkeypatch.setattr(telling.QAccessible, "updateAccessibility", lambda event: announced.append(event.message()))
    return announced


def test_matrix_and_sheet_announce_what_is_current_once_and_only_where_the_keys_are(window, hands, monkeypatch):
    announced = announcements(monkeypatch)
    window.first_page.proposals_asked.emit()
    hands.settle()
    matrix, canvas = window.workplace.matrix.matrix, window.workplace.matrix.sheet.canvas
    matrix.setFocus()
    hands.press("F8")
    announced.clear()
    hands.press("Right")
    assert announced == [matrix.accessibleDescription()]
    hands.press("Return")
    hands.press("Return")
    assert canvas.hasFocus()
    announced.clear()
    hands.press("Right")
    assert announced == [canvas.accessibleDescription()]


def test_a_fold_is_told_with_what_it_holds_and_how_it_opens(window, hands):
    hands.open("issued.docx", "rev1.docx")
    rows = window.workplace.rows
    hands.press("Home")
    while rows.text_row() is not None:
        hands.press("Down")
    assert said_of(rows).endswith("unchanged, folded, Enter opens it")
    hands.press("Return")
    hands.press("Up")
    hands.press("Down")
    assert said_of(rows).endswith("unchanged, open")


def test_what_the_form_of_a_paragraph_lacks_is_told_in_all_views(window, hands, tmp_path, qtbot):
    for name, words in (("one", "Urges member states to help."), ("two", "Urges all member states to help.")):
        lines = (
            "General Assembly",
            "Safety of ferries",
            "The General Assembly,",
            "Recalling the report,",
            f"1. {words}",
        )
        (tmp_path / f"{name}.txt").write_text("\n\n".join(lines))
    window.open([str(tmp_path / "one.txt"), str(tmp_path / "two.txt")])
    qtbot.waitUntil(lambda: len(window.session.desk.drafts) == 2, timeout=20000)
    hands.settle()
    place = window.workplace
    place.rows.setFocus()
    hands.press("F8")
    place.rows.select(place.rows.current_item, 1)
    hands.press("Ctrl+Shift+F")
    hands.settle()
    assert place.rows.form_marks.column == 1
    place.rows.tell_current()
    assert "Form: " in said_of(place.rows)
    hands.press("Ctrl+3")
    matrix, sheet = place.matrix.matrix, place.matrix.sheet
    matrix.tell_current()
    assert "Form: " in said_of(matrix)
    sheet.close_asked.emit()
    place.matrix.open_sheet()
    sheet.canvas.reveal()
    assert "Form: " in said_of(sheet.canvas)
    with_signs = [grab(part.viewport()) for part in (matrix, sheet.canvas)]
    place.rows.form_marks = NO_MARKS
    place.matrix.show_marks()
    without = [grab(part.viewport()) for part in (matrix, sheet.canvas)]
    assert all(one != other for one, other in zip(with_signs, without, strict=True))


@pytest.mark.parametrize("view", ["columns", "matrix", "sheet"])
def test_ctrl_and_the_wheel_make_letters_larger_in_every_view(window, hands, view):
    window.first_page.proposals_asked.emit()
    hands.settle()
    place = window.workplace
    if view == "columns":
        hands.window.actions_["columns"].trigger()
        widget = place.rows.viewport()
    else:
        place.rows.setFocus()
        hands.press("F8")
        place.matrix.open_sheet()
        widget = (place.matrix.matrix if view == "matrix" else place.matrix.sheet.canvas).viewport()
    middle = QPointF(widget.rect().center())
    for turned, zoom in ((60, 1.0), (60, 1.1), (-120, 1.0)):
        event = QWheelEvent(
            *(middle, QPointF(widget.mapToGlobal(middle.toPoint()))),
            *(QPoint(), QPoint(0, turned), Qt.MouseButton.NoButton),
            *(Qt.KeyboardModifier.ControlModifier, Qt.ScrollPhase.NoScrollPhase, False),
        )
        QApplication.sendEvent(widget, event)
        assert place.rows.zoom == zoom
