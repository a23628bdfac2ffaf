"""Lines on pages: none is lost, none stands alone under its heading, one that is too high goes on."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from draftdesk.workbench.print_pages import pages_of


def test_a_heading_stands_with_the_line_after_it():
    pages = pages_of([60, 20, 50], 100, held=frozenset({1}))
    assert [[line.item for line in page] for page in pages] == [[0], [1, 2]]


def test_a_line_that_is_higher_than_a_page_goes_on_with_an_overlap():
    parts = [line for page in pages_of([250], 100, overlap=10) for line in page]
    assert [(one.skip, one.height) for one in parts] == [(0, 100), (90, 100), (180, 70)]


@given(st.lists(st.integers(1, 500), max_size=40), st.integers(40, 200), st.integers(0, 30))
def test_every_pixel_is_printed_in_order_and_no_page_is_too_full(heights, page, overlap):
    pages = pages_of(heights, page, held=frozenset({0, 3, 7}), overlap=overlap)
    assert all(sum(line.height for line in lines) <= page for lines in pages)
    assert all(lines for lines in pages)
    done: dict[int, int] = {}
    for line in (line for lines in pages for line in lines):
        assert line.skip <= done.get(line.item, 0)
        done[line.item] = line.skip + line.height
    assert list(done) == list(range(len(heights)))
    assert list(done.values()) == heights
