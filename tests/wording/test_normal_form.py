"""What counts as noise vanishes in the normal form, and nothing else does."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from draftdesk.wording.normal_form import is_noise, matching_form, normal_form, without_furniture


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("“ferries”", '"ferries"'),
        ("State’s", "State's"),
        ("well‑being", "well-being"),
        ("2015–2030", "2015-2030"),
        ("5\u00a0per  cent", "5 per cent"),
        ("ferries\nand piers", "ferries and piers"),
        ("open-\nended", "open-ended"),
        ("Acknow\u00adledging", "Acknowledging"),
        ("e\u0301quipage", "équipage"),
        ("ﬁnancial", "financial"),
        ("the safety of\n2/22\nA/79/L.3\nferries", "the safety of ferries"),
        ("العبّــارات", "العبارات"),
        ("كانون الأول/ ديسمبر", "كانون الأول/ديسمبر"),
    ],
)
def test_noise_vanishes(one, other):
    assert is_noise(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("and/ or", "and/or"),
        ("shall", "should"),
        ("ferries,", "ferries"),
        ("Ferries", "ferries"),
        ("78/4", "78/5"),
        ("²", "2"),
    ],
)
def test_wording_does_not_vanish(one, other):
    assert not is_noise(one, other)


def test_note_marks_do_not_matter_for_matching():
    assert matching_form("the report;\ufffc") == matching_form("the report;¹") == "the report;"


@given(st.text())
def test_a_normal_form_is_its_own(text):
    assert normal_form(normal_form(text)) == normal_form(text)


def test_a_number_at_the_end_of_a_line_is_no_page_number():
    text = "resolution 78/406 of\n19 December 2023"
    assert without_furniture(text) == text
