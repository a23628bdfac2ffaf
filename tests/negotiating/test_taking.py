from hypothesis import given
from hypothesis import strategies as st

from draftdesk.comparing.wording_changes import changes_between
from draftdesk.model.paragraph import OBJECT
from draftdesk.negotiating.taking import carried

OLD = "Urges Member States to inspect their ferries within thirty days of an accident on a lake;"


def put(present, new, old=OLD):
    return carried(old, present, new, changes_between(old, new))


def test_a_change_finds_its_place_in_words_that_changed_around_it():
    present = OLD.replace("Member States", "all Member States and operators").replace("on a lake", "on any water")
    done = put(present, OLD.replace("thirty", "ten"))
    assert done.text == present.replace("thirty", "ten")
    assert (done.put, done.collided) == (1, ())


def test_where_the_words_changed_otherwise_nothing_is_put_in():
    present = OLD.replace("thirty", "sixty")
    done = put(present, OLD.replace("thirty", "ten"))
    assert (done.text, done.put) == (present, 0)
    assert [OLD[c.old.start : c.old.end] for c in done.collided] == ["thirty"] or "thirty" in OLD[
        done.collided[0].old.start : done.collided[0].old.end
    ]


def test_what_is_there_already_is_no_collision():
    new = OLD.replace("thirty", "ten")
    done = put(new.replace("a lake", "a river"), new)
    assert (done.put, done.there, done.collided) == (0, 1, ())


def test_two_insertions_at_one_place_collide_for_nobody_knows_which_comes_first():
    one, other = OLD.replace("ferries", "ferries and boats"), OLD.replace("ferries", "ferries and rafts")
    assert put(one, other).collided


def test_objects_of_the_proposal_are_told_apart_from_those_that_stay():
    old = f"Recalling its resolution{OBJECT} on ferries,"
    new = f"Recalling its decision{OBJECT} on ferries and the report{OBJECT} on lakes,"
    done = put(old, new, old)
    assert done.text == f"Recalling its decision{OBJECT} on ferries and the report on lakes,"
    assert [(done.text[:at][-6:], new[place]) for at, place in done.marks] == [("report", OBJECT)]


WORDS = st.sampled_from("urges all ferries boats rivers every year report old new safe".split())  # noqa: SIM905


@given(st.lists(WORDS, min_size=6, max_size=14), st.data())
def test_two_proposals_that_leave_each_others_words_alone_give_the_same_in_either_order(words, data):
    places = st.integers(0, len(words) - 1)
    a, b = data.draw(places), data.draw(places)
    old = " ".join(words)
    one = " ".join([*words[:a], "ALPHA", *words[a + 1 :]])
    other = " ".join([*words[:b], "BETA", *words[b + 1 :]])
    first, second = put(one, other, old), put(other, one, old)
    if not first.collided and not second.collided:
        assert first.text == second.text
        assert "ALPHA" in first.text
        assert "BETA" in first.text
