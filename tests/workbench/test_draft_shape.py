"""Which draft each one was made from: proposals from one revision, revisions from the one before."""

import pytest

from draftdesk.model.alignment import Shape
from draftdesk.model.dossier import ShownAgainst
from draftdesk.model.draft import Draft
from draftdesk.reading.receive import receive
from draftdesk.resources import resource
from draftdesk.workbench.draft_shape import recognised_shape

PROPOSALS = tuple(f"proposals/{name}" for name in ("altamere", "belmarine", "corrovia", "estermark", "norvane"))


def drafts(*names: str) -> list[Draft]:
    return [receive(resource("samples", f"{name}.docx").read_bytes(), f"{name}.docx").drafts[0] for name in names]


def test_proposals_of_delegations_are_each_shown_against_the_revision_that_they_mark_up():
    assert recognised_shape(drafts("rev1", *PROPOSALS)) == (Shape.STAR, ())


def test_revisions_are_each_shown_against_the_one_before():
    assert recognised_shape(drafts("issued", "zero-draft", "rev1", "rev2")) == (Shape.CHAIN, ())


def test_proposals_after_a_chain_of_revisions_are_shown_against_the_last_one():
    chain = drafts("issued", "zero-draft", "rev1", *PROPOSALS[:3])
    shape, against = recognised_shape(chain)
    assert shape is Shape.CHAIN
    assert against == tuple(ShownAgainst(draft.id, chain[2].id) for draft in chain[4:])


@pytest.mark.parametrize("count", [0, 1, 2])
def test_up_to_two_drafts_leave_nothing_to_recognise(count):
    assert recognised_shape(drafts("issued", "rev1")[:count]) == (Shape.CHAIN, ())


def test_the_same_draft_twice_stands_beside_its_neighbour():
    assert recognised_shape(drafts("issued", "rev1", "rev1")) == (Shape.CHAIN, ())
