"""An engine that shares nothing with ours, diff-match-patch, applies our changes to the old text."""

from __future__ import annotations

import pytest
from diff_match_patch import diff_match_patch
from hypothesis import given
from hypothesis import strategies as st

from draftdesk.comparing.wording_changes import changes_between

WORDS = ("ferry", "the", "of", " ", " ", "  ", ",", ";", "78/406", "“x”", "\ufffc", "渡", "Urges", "العبّارة")
TEXTS = st.lists(st.sampled_from(WORDS), max_size=30).map("".join)
PAIRS = (
    ("Urges all States to report by 1 May 2024;", "Invites all relevant States to report by 1 May 2025;"),
    ("Recalling its resolution 77/165 of 14 December 2022,", "Recalling its resolution 78/153 of 19 December 2023,"),
    (
        "Requests the ferry board to inspect landing places;",
        "Requests the board to inspect ferries and places;",
    ),
)


def pieces_of(old: str, new: str) -> list[tuple[int, str]]:
    """Our changes in the form of the other engine: (0 kept, -1 deleted, 1 inserted; text)."""
    pieces, done = [], 0
    for change in changes_between(old, new):
        pieces += [(0, old[done : change.old.start]), (-1, change.old.of(old)), (1, change.new.of(new))]
        done = change.old.end
    return [piece for piece in (*pieces, (0, old[done:])) if piece[1]]


@given(TEXTS, TEXTS)
def test_both_texts_can_be_read_from_our_changes(old, new):
    engine, pieces = diff_match_patch(), pieces_of(old, new)
    assert (engine.diff_text1(pieces), engine.diff_text2(pieces)) == (old, new)


@pytest.mark.parametrize(("old", "new"), PAIRS)
def test_our_changes_as_patches_make_the_new_text(old, new):
    engine = diff_match_patch()
    made, applied = engine.patch_apply(engine.patch_make(old, pieces_of(old, new)), old)
    assert made == new
    assert all(applied)
