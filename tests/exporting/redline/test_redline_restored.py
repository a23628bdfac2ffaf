"""The words of a text in the dress of the base's: for any text."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from draftdesk.exporting.redline.restored import curled, restored

NOTE = "\U00100000"
OTHER = "\U00100001"
WORDS = st.lists(
    st.sampled_from(["Urges", "all", "States", "2017,", "70/1", "“ferries”", "co-operation", "(a)", ";", NOTE])
)
LOOSE = re.compile(r"(?<![^\W\d_]) | (?![^\W\d_])")


def bare(text: str) -> str:
    """The words alone, as the writer's rule names them."""
    plain = re.sub(r"\s+", " ", text.replace(NOTE, "").replace(OTHER, ""))
    plain = plain.translate(str.maketrans("“”’‘\u2011", "\"\"''-"))
    return LOOSE.sub("", plain).strip()


@given(WORDS, WORDS)
def test_the_words_are_those_of_the_new_text(old, new):
    assert bare(restored("\xa0".join(old), " ".join(new))) == bare(" ".join(new))


@given(WORDS)
def test_a_text_that_says_the_same_comes_back_as_the_base_has_it(words):
    base = "\xa0".join(words).replace("-", "\u2011")
    typed = " ".join(word for word in words if word != NOTE).replace("“", '"').replace("”", '"')
    assert restored(base, typed) == base


def test_blanks_beside_signs_and_figures_are_no_words():
    assert restored("Takes note of the report;1", "Takes note of the report; 1") == "Takes note of the report;1"
    assert restored("a goal that cannot wait", "a goal that can not wait") == "a goal that can not wait"


def test_a_blank_beside_a_chinese_character_is_no_word():
    assert restored("应对COVID-19大流行", "应对 COVID-19 大 流行") == "应对COVID-19大流行"


def test_objects_of_the_base_stay_unless_they_are_gone():
    base = f"the report{NOTE} of the Fund{OTHER}"
    assert restored(base, "a report of the Fund") == f"a report{NOTE} of the Fund{OTHER}"
    assert restored(base, "a report of the Fund", frozenset({NOTE})) == f"a report of the Fund{OTHER}"


def test_objects_that_come_stand_where_the_new_text_has_them():
    assert (
        restored("the report of the Fund", f"the report{NOTE} of a Fund{OTHER}")
        == f"the report{NOTE} of a Fund{OTHER}"
    )


def test_straight_quotes_become_curly_by_their_place():
    assert curled("the \"pilots'\" and ('masters')") == "the “pilots’” and (‘masters’)"
