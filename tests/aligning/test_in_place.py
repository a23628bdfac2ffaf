"""What was edited in its place goes before a copy far away, once its neighbours are known."""

from __future__ import annotations

import pytest

from draftdesk.aligning.in_place import Places
from draftdesk.aligning.table import align
from draftdesk.model.alignment import Shape
from making_drafts import make_draft

REPORT = "Takes note of the report of the River Commission on the decay of wooden piers on the northern lakes;"
REWORDED = (
    "Takes note, with thanks, of the report of the River Commission on the slow decay of wooden piers on lakes;"
)
FILLERS = (
    "Urges operators of inland ferries to train their crews in evacuation at least twice a year;",
    "Encourages owners of small vessels to carry life rafts for every passenger on board;",
    "Decides to abolish tolls at locks for vessels that carry pupils to their schools;",
    "Invites coastal stations to keep a radio watch on the distress channel by day and night;",
    "Requests pilots to survey the slipways that were damaged by ice in the spring;",
)


def rows_of(old: list[str], new: list[str]) -> list[tuple[tuple[int, ...], ...]]:
    drafts = make_draft(*(f"OP: {text}" for text in old)), make_draft(*(f"OP: {text}" for text in new), id_="new")
    return [row.cells for row in align(drafts, Shape.PAIR).rows]


def test_a_paragraph_edited_in_its_place_goes_before_its_exact_copy_far_away():
    rows = rows_of([FILLERS[0], REPORT, *FILLERS[1:]], [FILLERS[0], REWORDED, *FILLERS[1:], REPORT])
    assert ((1,), (1,)) in rows
    assert ((), (6,)) in rows


def test_a_paragraph_that_left_its_place_to_another_text_moved():
    other = "Welcomes the gift of a lighthouse lamp by the guild of glass makers;"
    rows = rows_of([FILLERS[0], REPORT, *FILLERS[1:]], [FILLERS[0], other, *FILLERS[1:], REPORT])
    assert ((1,), (6,)) in rows


def test_a_tail_joins_its_neighbour_over_paragraphs_that_went():
    head = "Welcomes the gift of a lighthouse lamp by the guild of glass makers of the eastern shore"
    joined = f"{head}, and takes{REPORT.removeprefix('Takes')}"
    gone = ("Regrets that beacons were painted grey;", "Recalls the flood of last autumn;", "Notes the price of tar;")
    rows = rows_of([FILLERS[0], f"{head};", *gone, REPORT, *FILLERS[1:]], [FILLERS[0], joined, *FILLERS[1:], REPORT])
    assert ((1, 5), (1,)) in rows


def test_who_rewrites_a_paragraph_in_its_place_leaves_its_beginning():
    old = "Welcomes the promise of pilots and owners to continue to support the fund for lights on the long quays;"
    new = "Requests the Commission to continue to support the school of deck hands as a way to fill the empty posts;"
    rows = rows_of([FILLERS[0], old, FILLERS[1]], [FILLERS[0], new, FILLERS[1]])
    assert ((1,), ()) in rows
    assert ((), (1,)) in rows


@pytest.mark.parametrize(("alike", "first"), [(0.9, 1), (0.2, 5)])
def test_two_that_are_crossed_are_exchanged_where_they_are_better_in_their_places(alike, first):
    likeness = {(1, 5): 0.6, (5, 1): 0.6, (1, 1): alike, (5, 5): alike}
    links = {0: 0, 1: 5, 2: 2, 3: 3, 4: 4, 5: 1, 6: 6}
    Places(links, (7, 7), lambda i, j: likeness.get((i, j), 1.0 if i == j else 0.0)).settle(())
    assert links == {**{k: k for k in range(7)}, 1: first, 5: 6 - first}
