"""What a redline is written by keeps what a person said about pairs."""

from __future__ import annotations

from draftdesk.model.alignment import AlignmentTable, Relation
from draftdesk.model.dossier import Dossier, PinnedPair
from draftdesk.model.draft import Draft
from draftdesk.workbench.base_table import table_on_base
from making_drafts import make_draft

BASE = make_draft("OP 1: Urges States to inspect their ferries;", "OP 2: Requests a report on crews;", id_="base")
NEW = make_draft("OP 1: Urges States to inspect all their ferries;", "OP 2: Decides to meet again;", id_="new")


def pairs(table: AlignmentTable) -> set[tuple[tuple[int, ...], ...]]:
    return {row.cells for row in table.rows}


def pinned(base: Draft, *pairs_: tuple[int, int]) -> Dossier:
    pins = (PinnedPair((base.paragraphs[b].id, NEW.paragraphs[n].id)) for b, n in pairs_)
    return Dossier(pins=tuple(pins))


def test_texts_are_aligned_by_their_words():
    assert pairs(table_on_base(Dossier(), BASE, NEW)) == {((0,), (0,)), ((1,), ()), ((), (1,))}


def test_a_pair_that_a_person_set_is_kept_in_the_redline():
    table = table_on_base(pinned(BASE, (1, 1)), BASE, NEW)
    assert pairs(table) == {((0,), (0,)), ((1,), (1,))}
    assert [row.relations[0] for row in table.rows if row.pinned] == [Relation.EDITED]


def test_a_pair_that_a_person_parted_stays_parted():
    alone = Dossier(pins=(PinnedPair((BASE.paragraphs[0].id,)),))
    assert ((0,), (0,)) not in pairs(table_on_base(alone, BASE, NEW))
