"""What a screen reader is told, asked of the toolkit's own interface: rows, kind of change, changed words."""

from __future__ import annotations

from PySide6.QtGui import QAccessible

from draftdesk.gui import telling


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
