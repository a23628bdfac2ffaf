"""Between two printed lines stands a space, or nothing."""

from __future__ import annotations

import pytest

from draftdesk.reading.line_ends import between


@pytest.mark.parametrize(
    ("before", "after", "blank"),
    [
        ("the United", "Nations", " "),
        ("people-", "centred", ""),
        ("document A/RES/", "79/1", ""),
        ("2015–", "2030", ""),
        ("economic –", "social", " "),
        ("the report,\ufffc", "and", " "),
        ("大会", "决定", ""),
        ("报告，", "并", ""),
        ("第", "79/1 号", ""),
        ("2024", "年", ""),
        ("690 (", "1991)", ""),
        ("690 )", "1991(", ""),
        ("(1991)", "and", " "),
    ],
)
def test_the_blank_follows_from_both_sides(before, after, blank):
    assert between(before, after) == blank
