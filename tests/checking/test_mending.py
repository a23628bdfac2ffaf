"""Putting all right that breaks a rule."""

from __future__ import annotations

from draftdesk.checking.mending import all_mended
from making_drafts import make_draft


def test_a_number_that_jumps_is_put_right_and_those_behind_it_stay() -> None:
    draft = make_draft("OP 1: Urges;", "OP 21: Notes;", "OP 3: Invites;", "OP 4: Decides.")
    assert [p.number for p in all_mended(draft, only=("operative_count",)).paragraphs] == ["1", "2", "3", "4"]


def test_several_wrong_numbers_are_put_right_one_after_the_other() -> None:
    draft = make_draft("OP 1: Urges:", "S1 (a): To act;", "S1 (c): To rest;", "S1 (f): To go;", "OP 2: Decides.")
    mended = all_mended(draft, only=("subparagraph_count",))
    assert [p.number for p in mended.paragraphs] == ["1", "(a)", "(b)", "(c)", "2"]
