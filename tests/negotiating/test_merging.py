"""Proposals on one passage, merged."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from draftdesk.negotiating.merging import Arrival, Edit, Merged, Proposal, merge, merge_arrivals

_BASE = "Urges all States to act"


def proposal(hand: int, *edits: Edit) -> Proposal:
    return Proposal(hand, applied(edits), edits)


def applied(edits: tuple[Edit, ...] | list[Edit]) -> str:
    text = _BASE
    for edit in sorted(edits, reverse=True):
        text = text[: edit.start] + edit.text + text[edit.end :]
    return text


_INVITES, _CALLS = Edit(0, 5, "Invites"), Edit(0, 5, "Calls upon")
_NOW = Edit(23, 23, " now")


def test_proposals_that_leave_each_other_alone_stand_in_one_text():
    merged = merge([proposal(0, _INVITES), proposal(1, _NOW)])
    assert merged.edits == ((_INVITES, (0,)), (_NOW, (1,)))
    assert merged.beside == ()


def test_equal_proposals_are_one_with_all_their_hands():
    merged = merge([proposal(0, _INVITES), proposal(1, _NOW), proposal(2, _INVITES, _NOW)])
    assert merged.edits == ((_INVITES, (0, 2)), (_NOW, (1, 2)))


def test_the_second_proposal_on_the_same_words_stands_beside_the_text():
    merged = merge([proposal(0, _INVITES), proposal(1, _CALLS), proposal(2, _CALLS), proposal(3, _NOW)])
    assert merged.edits == ((_INVITES, (0,)), (_NOW, (3,)))
    assert merged.beside == ((1, 2),)


def test_what_only_meets_is_not_contested_and_stands_in_the_order_of_the_hands():
    soon, gone = Edit(23, 23, " soon"), Edit(20, 23, "")
    merged = merge([proposal(0, soon), proposal(1, _NOW), proposal(2, gone), proposal(3, Edit(5, 9, ""), _INVITES)])
    assert merged.edits == ((_INVITES, (3,)), (Edit(5, 9, ""), (3,)), (gone, (2,)), (soon, (0,)), (_NOW, (1,)))
    assert merged.beside == ()


def test_who_touches_the_words_of_most_others_stands_beside_them():
    wide = Edit(0, 23, "Decides to wait")
    merged = merge([proposal(0, wide), proposal(1, _INVITES), proposal(2, _NOW), proposal(3, Edit(6, 9, "some"))])
    assert [hands for _, hands in merged.edits] == [(1,), (3,), (2,)]
    assert merged.beside == ((0,),)


def test_a_number_gives_way_to_words_that_reach_into_it():
    merged = merge([Proposal(0, "5a", numbering=(Edit(0, 2, "5"),)), proposal(1, Edit(1, 5, ""))])
    assert merged == Merged(((Edit(1, 5, ""), (1,)),), numbers=((0,),))


def test_a_proposal_to_delete_gives_way_to_one_that_keeps_the_passage():
    merged = merge([Proposal(0, "", deletes=True), proposal(1, _NOW)])
    assert merged.edits == ((_NOW, (1,)),)
    assert merged.beside == ((0,),)
    assert merge([Proposal(0, "", deletes=True), Proposal(2, "", deletes=True)]).whole == (0, 2)


def test_new_paragraphs_of_all_hands_come_once_and_in_the_order_of_each():
    assert merge_arrivals([(0, ["a", "b"]), (1, ["b", "c"]), (2, ["x", "a"])]) == (
        Arrival(0, (2,)),
        Arrival(0, (0, 2)),
        Arrival(1, (0, 1)),
        Arrival(1, (1,)),
    )


@given(st.lists(st.lists(st.sampled_from("abc"), max_size=4), max_size=4))
def test_the_new_paragraphs_of_each_hand_can_be_read_in_its_order(texts):
    arrivals = merge_arrivals(list(enumerate(texts)))
    for hand, own in enumerate(texts):
        read = [texts[one.hands[0]][one.index] for one in arrivals if hand in one.hands]
        assert read == own


_EDITS = st.builds(
    lambda start, length, text: Edit(start, min(start + length, len(_BASE)), text),
    st.integers(0, len(_BASE)),
    st.integers(1, 6),
    st.sampled_from(["", "x", " yes"]),
)


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(_EDITS, min_size=1, max_size=6))
def test_each_hand_finds_its_own_text_in_the_passage_or_beside_it(edits):
    merged = merge([proposal(hand, edit) for hand, edit in enumerate(edits)])
    beside = {hand for hands in merged.beside for hand in hands}
    for hand, edit in enumerate(edits):
        alone = [one for one, hands in merged.edits if hand in hands]
        assert (hand in beside) != (applied(alone) == applied([edit])) or edit.text == _BASE[edit.start : edit.end]


def test_a_number_contests_no_words_and_the_first_number_stands():
    five, six = Edit(0, 1, "5"), Edit(0, 1, "6")
    merged = merge(
        [
            Proposal(0, "5a", numbering=(five,)),
            Proposal(1, "6b", (_NOW,), numbering=(six,)),
            Proposal(2, "c", (_NOW,)),
        ]
    )
    assert merged == Merged(((five, (0,)), (_NOW, (1, 2))), numbers=((1,),))


def test_a_passage_that_is_changed_as_a_whole_takes_no_number_of_others():
    merged = merge([Proposal(0, "5a", numbering=(Edit(0, 1, "5"),)), Proposal(1, "", deletes=True)])
    assert merged == Merged(whole=(1,), numbers=((0,),))
