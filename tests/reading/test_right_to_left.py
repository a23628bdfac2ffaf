"""Arabic lines, given as their letters stand from left to right, are read from the right."""

from __future__ import annotations

import pytest

from draftdesk.reading.right_to_left import in_one_ligature, in_reading_order, is_right_to_left, with_brackets_turned


@pytest.mark.parametrize(
    ("written", "seen"),
    [
        ("ابج دهو", "وهد جبا"),
        ("قرار 78/123 جديد", "ديدج 78/123 رارق"),
        ("وثيقة A/RES/78/123، فقرة", "ةرقف ،A/RES/78/123 ةقيثو"),
        ("United Nations, Treaty Series, vol. 660، كتاب", "باتك ،United Nations, Treaty Series, vol. 660"),
        ("رقم 23 )A/77/23(", "(A/77/23) 23 مقر"),
        ("بين 2021-2030 عام", "ماع 2030-2021 نيب"),
    ],
)
def test_words_run_from_the_right_and_numbers_from_the_left(written, seen):
    assert "".join(in_reading_order(seen, seen)) == written


def test_a_bracket_opens_before_it_closes_however_it_was_stored():
    assert with_brackets_turned(")ابج(") == "(ابج)"
    assert with_brackets_turned("]ابج )دهو([") == "[ابج (دهو)]"
    assert with_brackets_turned("أ)") == "أ)"


def test_a_line_runs_from_the_right_when_most_of_its_letters_are_arabic():
    assert is_right_to_left("قرار الجمعية العامة A/78")
    assert not is_right_to_left("the word قرار in English")


@pytest.mark.parametrize(
    ("told", "ligature"), [("ال", "لا"), ("أل", "لأ"), ("لا", "لا"), ("هللا", "الله"), ("جل", "لج"), ("fi", "fi")]
)
def test_the_letters_of_one_ligature_are_read_in_their_order(told, ligature):
    """PDFium turns them round with the line."""
    text = told[0]
    for letter in told[1:]:
        text = in_one_ligature(text, letter)
    assert text == ligature
