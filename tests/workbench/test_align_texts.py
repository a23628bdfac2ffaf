"""The answer of `draftdesk align` spells the texts that it was given."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from draftdesk.model.alignment import Shape
from draftdesk.workbench.align_texts import align_text_files

HEADER = "\n2/22\nA/79/L.3\n"
LINES = st.sampled_from(["the ferries of", "COVID-", "19 piers,", "2/22 of", "lakes and", "non-", "state"])


def sides(old: str, new: str) -> tuple[str, str]:
    """What the pieces of the only row spell, blanks left out."""
    answer = align_text_files([("old", old), ("new", new)], Shape.PAIR)
    pieces = [piece for row in answer["rows"] for diff in row.get("diffs", ()) for piece in diff["ops"]]
    spelled = ("".join(text for sign, text in pieces if sign in ("=", one)) for one in "-+")
    before, after = (re.sub(r"\s", "", text) for text in spelled)
    return before, after


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("the ferries after the COVID-19 winter", "the ferries after the COVID-\n19 winter"),
        ("the ferries of\n19 lakes and their piers", "the ferries of 19 lakes and their piers"),
    ],
)
def test_a_number_at_the_break_of_a_line_is_spelled(old, new):
    expected = re.sub(r"\s", "", old)
    assert sides(old, new) == (expected, expected)
    assert sides(new, old) == (expected, expected)


def test_a_page_header_inside_a_paragraph_is_left_out():
    old, new = "the safety of inland ferries and piers", f"the safety of{HEADER}inland ferries and piers"
    expected = re.sub(r"\s", "", old)
    assert sides(old, new) == (expected, expected)
    assert sides(new, old) == (expected, expected)


@given(st.lists(LINES, min_size=1, max_size=6))
def test_however_lines_break_both_texts_are_spelled(lines):
    old = "Urges operators of " + " ".join(lines) + " to train their crews;"
    new = "Urges operators of " + "\n".join(lines) + " to train their crews;"
    assert sides(old, new) == (re.sub(r"\s", "", old), re.sub(r"\s", "", new))
