"""The bar under the tools: an answer stands beside its question, however wide the window is."""

from __future__ import annotations

import pytest

from draftdesk.gui.message_bar import MessageBar

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture
def bar(qtbot):
    made = MessageBar()
    qtbot.addWidget(made)
    made.resize(1900, 42)
    made.show()
    return made


def parts(bar):
    """The words of the bar and the field for an answer, as they are laid out."""
    bar.layout().activate()
    return bar._text.geometry(), bar._field.geometry()


def test_the_field_comes_right_after_the_whole_question(bar, qtbot):
    bar.ask("The name of this desk:", "", lambda _: None)
    question, field = parts(bar)
    assert question.width() >= bar.fontMetrics().horizontalAdvance("The name of this desk:")
    assert 0 < field.left() - question.right() < 20
    assert field.width() <= 560


def test_a_question_longer_than_the_bar_breaks_and_leaves_room_for_the_answer(bar):
    bar.ask("Whose is this draft, " * 20, "", lambda _: None)
    question, field = parts(bar)
    assert question.width() <= bar.width() / 2
    assert field.width() >= 260
    assert question.right() < field.left()


def test_a_sentence_after_a_question_has_the_whole_bar_again(bar):
    bar.ask("The name of this desk:", "", lambda _: None)
    bar.tell("Saved.")
    words, _ = parts(bar)
    assert words.width() > bar.width() * 0.9


def test_two_lines_stand_in_the_middle_of_the_bar_in_the_window(window, qtbot):
    window.bar.tell("These drafts are in different languages, so their paragraphs cannot be paired. " * 4)
    qtbot.wait(50)
    words, bar = window.bar._text.geometry(), window.bar.contentsRect()
    assert window.bar.height() > 42
    assert abs(words.center().y() - bar.center().y()) <= 1
    assert words.height() == bar.height()
