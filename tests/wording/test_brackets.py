"""Square brackets: pairs share a depth, stray ones have none."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from draftdesk.wording.brackets import brackets_in, pairs_and_depth


def test_both_of_a_pair_have_the_depth_of_what_they_hold():
    found = brackets_in("a [b [c] d] e [f]")
    assert [(one.at, one.depth, one.opens) for one in found] == [
        *((2, 1, True), (5, 2, True), (7, 2, False), (10, 1, False)),
        *((14, 1, True), (16, 1, False)),
    ]
    assert pairs_and_depth("a [b [c] d] e [f]") == (3, 2)


def test_stray_brackets_are_no_pairs():
    assert [one.depth for one in brackets_in("a] b [c")] == [0, 0]
    assert pairs_and_depth("a] b [c") == (0, 0)


@given(st.text(alphabet="[]a", max_size=30))
def test_of_each_depth_as_many_open_as_close(text):
    found = [one for one in brackets_in(text) if one.depth]
    for depth in {one.depth for one in found}:
        assert sum(one.opens for one in found if one.depth == depth) * 2 == sum(one.depth == depth for one in found)
