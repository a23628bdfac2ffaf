"""A draft shown against a certain other one: the same rows, and what changed between those two."""

from __future__ import annotations

from draftdesk.model.alignment import Relation, Shape
from draftdesk.workbench.change_list import change_entries
from draftdesk.workbench.chosen_steps import with_chosen
from draftdesk.workbench.compare_drafts import prepare
from draftdesk.workbench.display.rows import arrange
from making_drafts import make_draft

REGISTER = "OP 2: Requests the Commission to keep a public register of accidents on rivers;"


def three():
    return [
        make_draft("OP 1: Urges States to light ferries at night;", REGISTER, id_="a"),
        make_draft("OP 1: Invites States to light ferries at night;", id_="b"),
        make_draft("OP 1: Urges States to light ferries at night;", REGISTER, id_="c"),
    ]


def test_against_another_draft_only_what_differs_from_that_is_shown():
    files = prepare(three(), Shape.CHAIN)
    assert {entry.column for entry in change_entries(arrange(files))} == {1, 2}
    chosen = with_chosen(files, {2: 0})
    assert chosen.table.steps() == ((0, 1), (0, 2))
    assert {entry.column for entry in change_entries(arrange(chosen))} == {1}
    assert [row.relations[1] for row in chosen.table.rows] == [Relation.UNCHANGED, Relation.UNCHANGED]
    assert [row.cells for row in chosen.table.rows] == [row.cells for row in files.table.rows]


def test_chosen_steps_say_what_the_shape_itself_would_say():
    chain, star = prepare(three(), Shape.CHAIN), prepare(three(), Shape.STAR)
    assert with_chosen(chain, {2: 0}).table.rows == star.table.rows
    assert with_chosen(star, {2: 1}).table.rows == chain.table.rows


def test_a_paragraph_that_stands_elsewhere_has_moved_on_the_chosen_step_too():
    texts = [
        "Urges States to light ferries;",
        "Requests the Commission to report;",
        "Welcomes the training of all crews;",
    ]
    first = make_draft(*(f"OP {k}: {text}" for k, text in enumerate(texts, 1)), id_="a")
    second = make_draft(*(f"OP {k}: {text}" for k, text in enumerate(texts, 1)), id_="b")
    third = make_draft(*(f"OP {k}: {text}" for k, text in enumerate([texts[2], *texts[:2]], 1)), id_="c")
    chosen = with_chosen(prepare([first, second, third], Shape.CHAIN), {2: 0})
    assert [row.relations[1] for row in chosen.table.rows].count(Relation.MOVED) == 1


def test_nothing_chosen_is_the_very_same_comparison():
    files = prepare(three(), Shape.CHAIN)
    assert with_chosen(files, {}) is files
    assert with_chosen(files, {2: 1}) is files
