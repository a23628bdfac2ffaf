"""Texts follow the language of the interface."""

from draftdesk.messages import message, render
from draftdesk.translation import figure, is_right_to_left, tr, tr_count, use_language


def test_english_is_as_it_is_written():
    assert tr("There is no {what}", what="OP 9") == "There is no OP 9"
    assert tr_count("{count} row", "{count} rows", 1) == "1 row"
    assert tr_count("{count} row", "{count} rows", 0) == "0 rows"


def test_a_sentence_with_a_count_has_a_form_for_one():
    assert render(message("hidden_text_not_read", count=1)) == "1 hidden passage is not compared."
    assert render(message("hidden_text_not_read", count=2)) == "2 hidden passages are not compared."


def test_a_language_without_texts_is_english_the_other_way_round(interface_language):
    interface_language("ar")
    assert tr("Open") == "Open"
    assert is_right_to_left()


def test_thousands_are_set_off_as_the_language_does(interface_language):
    assert figure(2400) == "2,400"
    interface_language("fr")
    assert figure(2400) == "2\u00a0400"
    assert not is_right_to_left()


def test_no_language_is_english(interface_language):
    interface_language("fr")
    use_language("")
    assert figure(2400) == "2,400"
