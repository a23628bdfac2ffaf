"""Buttons of the tool bar: words and signs stand apart, nothing is cut, and both turn with the window."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QIcon, QImage, QPixmap

from draftdesk.gui import sides
from draftdesk.gui.appearance.icons import icon, pixmap
from draftdesk.gui.appearance.theme import LIGHT
from draftdesk.gui.shot import grab
from draftdesk.gui.widgets.tool_button import ToolButton

RED = QColor("#FF0000")


def drawn(qtbot, *, with_words: bool = True) -> QImage:
    button = ToolButton()
    qtbot.addWidget(button)
    square = QPixmap(QSize(16, 16))
    square.fill(RED)
    button.setIcon(QIcon(square))
    button.setText("Only changes")
    beside, bare = Qt.ToolButtonStyle.ToolButtonTextBesideIcon, Qt.ToolButtonStyle.ToolButtonIconOnly
    button.setToolButtonStyle(beside if with_words else bare)
    button.setStyleSheet("QToolButton { background: #FFFFFF; color: #000000; border: 0; }")
    button.resize(button.sizeHint())
    return button.grab().toImage()


def columns(picture: QImage, matches) -> list[int]:
    return [
        x for x in range(picture.width()) if any(matches(picture.pixelColor(x, y)) for y in range(picture.height()))
    ]


def is_sign(color: QColor) -> bool:
    return color == RED


def is_word(color: QColor) -> bool:
    return color.red() < 100 and color.green() < 100


def test_between_sign_and_words_there_is_room_and_both_are_whole(qtbot):
    picture = drawn(qtbot)
    sign, words = columns(picture, is_sign), columns(picture, is_word)
    assert len(sign) == 16
    assert 4 <= words[0] - sign[-1] <= 9
    assert abs((picture.width() - 1 - words[-1]) - sign[0]) <= 3, "as much room behind as before"


def test_in_a_window_from_right_to_left_the_sign_stands_at_the_right(qtbot, monkeypatch):
    monkeypatch.setattr(sides, "is_right_to_left", lambda: True)
    picture = drawn(qtbot)
    assert columns(picture, is_sign)[0] > columns(picture, is_word)[-1]


@pytest.mark.parametrize("with_words", [True, False])
def test_a_sign_alone_is_in_the_middle(qtbot, with_words):
    picture = drawn(qtbot, with_words=with_words)
    sign = columns(picture, is_sign)
    is_centred = sign[0] == picture.width() - 1 - sign[-1]
    assert is_centred is not with_words


def test_in_a_picture_of_twice_the_size_the_sign_is_as_sharp_as_its_words(qtbot):
    button = ToolButton()
    qtbot.addWidget(button)
    button.setIcon(icon("document", "light"))
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
    button.setStyleSheet("QToolButton { background: #FFFFFF; border: 0; }")
    button.resize(button.sizeHint())
    large = grab(button, 2)
    left, top = (button.width() - 16) // 2, (button.height() - 16) // 2
    drawn_large = large.copy(2 * left, 2 * top, 32, 32)
    ours = pixmap("document", LIGHT.ink, 2).toImage()
    dark = [(x, y) for x in range(32) for y in range(32) if ours.pixelColor(x, y).alpha() == 255]
    assert dark
    assert all(drawn_large.pixelColor(x, y).lightness() < 60 for x, y in dark)
