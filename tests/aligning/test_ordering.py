"""The heaviest ordered set tells what moved."""

from itertools import combinations, pairwise

from hypothesis import given
from hypothesis import strategies as st

from draftdesk.aligning.ordering import heaviest_in_order


def test_the_lighter_paragraph_is_the_one_that_moved():
    assert heaviest_in_order([1, 0], [10, 3]) == {0}
    assert heaviest_in_order([1, 0], [3, 10]) == {1}


def test_nothing_moves_where_the_order_is_kept():
    assert heaviest_in_order([0, 2, 5], [1, 1, 1]) == {0, 1, 2}
    assert heaviest_in_order([], []) == set()


@given(st.permutations(range(7)), st.lists(st.integers(1, 9), min_size=7, max_size=7))
def test_no_other_ordered_set_is_heavier(places, weights):
    kept = heaviest_in_order(places, weights)
    ordered = [
        chosen
        for size in range(8)
        for chosen in combinations(range(7), size)
        if all(places[a] < places[b] for a, b in pairwise(chosen))
    ]
    assert tuple(sorted(kept)) in ordered
    assert sum(weights[k] for k in kept) == max(sum(weights[k] for k in chosen) for chosen in ordered)
