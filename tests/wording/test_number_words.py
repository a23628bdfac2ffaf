"""English number words and back."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from draftdesk.wording.number_words import (
    cardinal,
    ordinal,
    ordinal_figure,
    value_of_cardinal,
    value_of_number,
    value_of_ordinal,
)


def test_numbers_are_spelled_as_united_nations_texts_spell_them() -> None:
    assert [cardinal(n) for n in (0, 7, 19, 40, 78, 105)] == [
        "zero", "seven", "nineteen", "forty", "seventy-eight", "one hundred and five",
    ]  # fmt: skip
    assert [ordinal(n) for n in (1, 12, 20, 78, 83, 100, 102)] == [
        "first", "twelfth", "twentieth", "seventy-eighth", "eighty-third", "one hundredth", "one hundred and second",
    ]  # fmt: skip
    assert [ordinal_figure(n) for n in (1, 2, 3, 11, 12, 82, 103)] == [
        "1st", "2nd", "3rd", "11th", "12th", "82nd", "103rd",
    ]  # fmt: skip


@given(st.integers(1, 199))
def test_what_is_spelled_is_read_again(value: int) -> None:
    assert value_of_cardinal(cardinal(value)) == value
    assert value_of_ordinal(ordinal(value).capitalize()) == value


def test_plurals_and_multiples_count_what_their_number_counts() -> None:
    words = ("thirds", "sevens", "tenfold", "twenty‑second", "eighth", "zero", "tends", "some")
    assert [value_of_number(word) for word in words] == [3, 7, 10, 22, 8, 0, None, None]


def test_the_hyphen_may_be_a_kind_that_does_not_break() -> None:
    assert value_of_ordinal("seventy‑eighth") == 78
    assert value_of_ordinal("session") is None
