"""Files dragged over the window: said where they may go, taken as copies wherever they are dropped, links never."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QLineEdit

from draftdesk.resources import resource

_MOVE_OR_COPY = Qt.DropAction.CopyAction | Qt.DropAction.MoveAction
_NO = Qt.KeyboardModifier.NoModifier


def dragged(*addresses: str) -> QMimeData:
    content = QMimeData()
    content.setUrls([QUrl(one) if "://" in one else QUrl.fromLocalFile(one) for one in addresses])
    return content


def entered(window, content):
    return sent(window, QDragEnterEvent(QPoint(500, 300), _MOVE_OR_COPY, content, Qt.MouseButton.LeftButton, _NO))


def dropped(window, content):
    return sent(window, QDropEvent(QPointF(500, 300), _MOVE_OR_COPY, content, Qt.MouseButton.LeftButton, _NO))


def sent(window, event):
    """The event as the window left it; whoever drags proposes to move."""
    event.setDropAction(Qt.DropAction.MoveAction)
    event.ignore()
    QApplication.sendEvent(window, event)
    return event


@pytest.fixture
def samples():
    return dragged(*(str(resource("samples", name)) for name in ("issued.docx", "rev1.docx", "rev2.docx")))


def test_dragged_files_are_framed_until_they_are_dropped_and_come_in_the_order_of_their_dates(window, hands, samples):
    assert entered(window, samples).isAccepted()
    assert window.dropping.frame.isVisible()
    assert "Drop the files" in window.dropping.said.text()
    dropped(window, samples)
    assert not window.dropping.frame.isVisible()
    hands.qtbot.waitUntil(lambda: len(window.session.desk.drafts) == 3, timeout=20000)
    hands.settle()
    assert [column.name for column in window.session.desk.columns] == ["issued.docx", "rev1.docx", "rev2.docx"]


def test_the_frame_goes_with_files_that_are_dragged_away(window, samples):
    entered(window, samples)
    QApplication.sendEvent(window, QDragLeaveEvent())
    assert not window.dropping.frame.isVisible()


def test_whoever_wants_to_move_files_here_is_told_that_they_were_copied(window, hands, samples):
    assert entered(window, samples).dropAction() == Qt.DropAction.CopyAction
    assert dropped(window, samples).dropAction() == Qt.DropAction.CopyAction
    hands.qtbot.waitUntil(lambda: len(window.session.desk.drafts) == 3, timeout=20000)
    hands.settle()


def test_a_link_to_the_network_is_not_taken(window):
    link = dragged("https://example.org/draft.docx")
    assert not entered(window, link).isAccepted()
    assert not window.dropping.frame.isVisible()


def test_no_field_of_the_window_takes_a_file_for_words(window):
    fields = window.findChildren(QLineEdit)
    assert fields
    assert not [field.objectName() for field in fields if field.acceptDrops()]


@pytest.mark.parametrize("view", ["columns", "inline"])
def test_the_draft_in_hand_stays_the_same_when_another_comes_before_it(window, hands, view):
    hands.open("rev1.docx")
    hands.press("Ctrl+E")
    hands.settle()
    hands.go_to("OP 2")
    window.actions_[view].trigger()
    window.workplace.rows.select(window.workplace.rows.current_item, 1)
    assert window.session.desk.columns[1].is_working
    window.open([str(resource("samples", "rev2.docx"))])
    hands.qtbot.waitUntil(lambda: len(window.session.desk.drafts) == 3, timeout=20000)
    hands.settle()
    assert window.session.desk.columns[2].is_working
    assert window.workplace.rows.current_column == 2
    assert window.workplace.alone in {-1, 2}
