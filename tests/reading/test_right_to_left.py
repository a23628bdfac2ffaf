"""Arabic lines, given as their letters stand from left to right, are read from the right."""

from __future__ import annotations

import pytest

from draftdesk.reading.right_to_left import (
    in_one_ligature,
    in_reading_order,
    is_right_to_left,
    places_of,
    with_brackets_turned,
)


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


@pytest.mark.parametrize("begins", [[0], [0, 2], [0, 1, 2, 3, 4, 5]])
def test_a_letter_that_stands_over_a_wider_one_is_read_before_it(begins):
    letters = [  # "اللجنة" as it is printed in Amiri: the second lam stands over jim
        ("ا", 285.65, 288.28),
        ("ل", 282.71, 286.13),
        ("ل", 279.55, 284.11),
        ("ج", 279.37, 285.44),
        ("ن", 277.18, 280.08),
        ("ة", 272.92, 277.58),
    ]
    places = places_of(letters, begins)
    assert sorted(range(6), key=places.__getitem__) == [5, 4, 3, 2, 1, 0]


def test_letters_in_the_order_of_the_page_stay_where_they_stand():
    assert places_of([("ج", 10.0, 16.0), ("ل", 16.0, 18.0)], [0]) == [26.0, 34.0]
