"""The Tab key leads round every page of the window; each control that has the focus shows it, and has a name."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QWidget

from draftdesk.gui.main_window import MainWindow

_MOST = 60


def tab_stops(window: MainWindow, hands) -> Iterator[QWidget]:
    """The controls from the one that has the focus until it has it again."""
    seen: list[QWidget] = []
    for _ in range(_MOST):
        hands.press("Tab")
        widget = QApplication.focusWidget()
        assert widget is not None
        if widget in seen:
            assert widget is seen[0]
            return
        seen.append(widget)
        yield widget
    raise AssertionError("Tab does not come round")


def shows_its_focus(window: MainWindow, widget: QWidget) -> bool:
    with_focus = window.grab().toImage()
    widget.clearFocus()
    QApplication.processEvents()
    without = window.grab().toImage()
    widget.setFocus()
    QApplication.processEvents()
    return with_focus != without


def is_named(widget: QWidget) -> bool:
    told = QAccessible.queryAccessibleInterface(widget)
    return told is not None and bool(told.text(QAccessible.Text.Name).strip())


def first_page(window, hands):
    window.first_page.open_button.setFocus()


def one_draft(window, hands):
    hands.open("zero-draft.docx")


def three_drafts(window, hands):
    hands.open("zero-draft.docx", "rev1.docx", "rev2.docx")
    window.actions_["changes"].setChecked(True)
    hands.press("F8")


def matrix_and_sheet(window, hands):
    three_drafts(window, hands)
    hands.press("Ctrl+3")
    hands.settle()
    hands.press("Return")
    hands.settle()


def form(window, hands):
    hands.open("zero-draft.docx")
    hands.press("Ctrl+E")
    hands.settle()
    hands.press("Ctrl+Shift+F")
    hands.settle()


def tabling(window, hands):
    hands.open("zero-draft.docx")
    hands.press("Ctrl+Shift+B")
    hands.settle()


def reading(window, hands):
    hands.open("zero-draft.docx")
    hands.press("Ctrl+R")
    hands.settle()


def keys(window, hands):
    hands.open("zero-draft.docx")
    hands.press("F1")


@pytest.mark.parametrize(
    "page",
    [first_page, one_draft, three_drafts, matrix_and_sheet, form, tabling, reading, keys],
    ids=lambda f: f.__name__,
)
def test_tab_leads_round_and_every_control_shows_its_focus_and_has_a_name(window, hands, page):
    page(window, hands)
    hidden, nameless = [], []
    for widget in tab_stops(window, hands):
        if not shows_its_focus(window, widget):
            hidden.append(widget)
        if not is_named(widget):
            nameless.append(widget)
    assert hidden == []
    assert nameless == []
