"""Of all readings the one is told in which the fewest paragraphs moved."""

from __future__ import annotations

from draftdesk.aligning.table import align
from draftdesk.model.alignment import AlignmentTable, Relation, Shape
from making_drafts import make_draft

CHAPEAU = "Requests the River Commission, in consultation with pilots and the owners of quays:"
LIGHTS = "To renew the lights of all buoys before the first ice;"
DREDGING = "To dredge the mouths of the harbours that silted up;"
DEPTHS = "To publish soundings of shallow waters every month;"
CREWS = (
    "Urges operators of inland ferries to train their crews in evacuation, in the use of life rafts and in first aid "
    "at least twice in each year and to send the records of these exercises to the inspectors of the lakes;"
)
TOLLS = (
    "Decides to abolish tolls at all locks for vessels that carry pupils to their schools, patients to "
    "hospitals or mail to islands without a bridge, as well as for vessels that are towed to a yard in the winter;"
)
RADIO = "Invites coastal stations to keep a radio watch on the distress channel by day and night;"
CHARTS = "Takes note of the new charts of rapids published by the hydrographic office;"


def moved_in(table: AlignmentTable, column: int = 0) -> list[int]:
    told = {Relation.MOVED, Relation.MOVED_EDITED}
    return sorted(k for row in table.rows if row.relations[0] in told for k in row.cells[column])


def test_a_paragraph_moves_with_its_subparagraphs_and_not_two_others_past_it():
    unit = [f"OP 1: {CHAPEAU}", f"S1 a: {LIGHTS}", f"S1 b: {DREDGING}", f"S1 c: {DEPTHS}"]
    others = [f"OP 2: {CREWS}", f"OP 3: {TOLLS}"]
    ends = [f"OP 4: {RADIO}", f"OP 5: {CHARTS}"]
    old, new = make_draft(*unit, *others, *ends), make_draft(*others, *unit, *ends, id_="new")
    assert moved_in(align((old, new), Shape.PAIR)) == [0, 1, 2, 3]


def test_a_subparagraph_that_changed_its_place_in_the_list_moved_alone():
    old = make_draft(f"OP 1: {CHAPEAU}", f"S1 a: {LIGHTS}", f"S1 b: {DREDGING}", f"S1 c: {DEPTHS}", f"OP 2: {RADIO}")
    new = make_draft(
        f"OP 1: {CHAPEAU}", f"S1 a: {DREDGING}", f"S1 b: {DEPTHS}", f"S1 c: {LIGHTS}", f"OP 2: {RADIO}", id_="new"
    )
    assert moved_in(align((old, new), Shape.PAIR)) == [1]


def test_the_parts_of_a_split_that_stand_together_hold_their_place_against_one_that_passes():
    first, second = CREWS.split(" and to send ")
    parts = [f"OP 1: {first};", f"OP 2: Requests operators to send {second}"]
    old = make_draft(f"OP 1: {CREWS}", f"OP 2: {RADIO}", f"OP 3: {CHARTS}")
    new = make_draft(f"OP 1: {RADIO}", *parts, f"OP 3: {CHARTS}", id_="new")
    table = align((old, new), Shape.PAIR)
    assert moved_in(table) == [1]
    assert next(row for row in table.rows if 0 in row.cells[0]).relations == (Relation.SPLIT,)


def test_a_row_of_two_that_another_draft_merged_did_not_move_because_one_of_them_did():
    crews, tolls = CREWS.rstrip(";"), TOLLS[0].lower() + TOLLS[1:]
    base = make_draft(f"OP 1: {CREWS}", f"OP 2: {TOLLS}", f"OP 3: {RADIO}", f"OP 4: {CHARTS}")
    turned = make_draft(f"OP 1: {CREWS}", f"OP 2: {RADIO}", f"OP 3: {CHARTS}", f"OP 4: {TOLLS}", id_="turned")
    merged = make_draft(f"OP 1: {crews}, and {tolls}", f"OP 2: {RADIO}", f"OP 3: {CHARTS}", id_="merged")
    table = align((base, turned, merged), Shape.STAR)
    row = next(row for row in table.rows if 0 in row.cells[0])
    assert row.relations == (Relation.EDITED, Relation.MERGED)
    assert row.moved == (((1, 3),), ())
    assert moved_in(table) == []


FAR = ("OP 4: " + RADIO, "OP 5: " + CHARTS, "OP 6: " + TOLLS)


def parts_of_crews() -> tuple[str, str]:
    first, second = CREWS.split(" and to send ")
    return f"{first};", f"Requests operators to send {second}"


def test_a_part_of_a_split_that_stands_elsewhere_moved_and_the_other_stayed():
    first, second = parts_of_crews()
    old = make_draft(f"OP 1: {LIGHTS}", f"OP 3: {CREWS}", *FAR)
    new = make_draft(f"OP 1: {LIGHTS}", f"OP 3: {first}", *FAR, f"OP 7: {second}", id_="new")
    row = next(row for row in align((old, new), Shape.PAIR).rows if row.cells[0] == (1,))
    assert (row.cells[1], row.relations, row.moved) == ((1, 5), (Relation.SPLIT,), (((1, 5),),))
    assert not row.moves_whole(0, (0, 1))


def test_a_paragraph_that_was_split_on_its_way_to_another_place_moved_as_a_whole():
    first, second = parts_of_crews()
    old = make_draft(f"OP 1: {LIGHTS}", f"OP 3: {CREWS}", *FAR)
    new = make_draft(f"OP 1: {LIGHTS}", *FAR, f"OP 7: {first}", f"OP 8: {second}", id_="new")
    row = next(row for row in align((old, new), Shape.PAIR).rows if row.cells[0] == (1,))
    assert (row.relations, row.moved_in(0)) == ((Relation.SPLIT,), ((1, 4), (1, 5)))
    assert row.moves_whole(0, (0, 1))


def test_what_was_split_in_one_revision_and_moved_in_the_next_tells_which_part_moved():
    first, second = parts_of_crews()
    drafts = (
        make_draft(f"OP 1: {LIGHTS}", f"OP 3: {CREWS}", *FAR),
        make_draft(f"OP 1: {LIGHTS}", f"OP 3: {first}", f"OP 3: {second}", *FAR, id_="rev1"),
        make_draft(f"OP 1: {LIGHTS}", f"OP 3: {first}", *FAR, f"OP 3: {second}", id_="rev2"),
    )
    row = next(row for row in align(drafts, Shape.CHAIN).rows if row.cells[0] == (1,))
    assert row.relations == (Relation.SPLIT, Relation.EDITED)
    assert row.moved == ((), ((2, 5),))


PILOTS = (
    "Requests the River Commission to keep a register of pilots, of their certificates and of the waters they know;"
)
BARGES = (
    "Requests the River Commission to keep a register of barges, to print it each spring and to send copies to every "
    "lock keeper;"
)
DIVERS = (
    "Requests the River Commission to keep a register of divers, to pay them each winter and to lend suits to any "
    "salvage crew;"
)


def carried_past(*last: str) -> AlignmentTable:
    past = (f"OP 2: {CREWS}", f"OP 3: {TOLLS}", f"OP 4: {RADIO}")
    old = make_draft(f"OP 1: {PILOTS}", *past, f"OP 5: {CHARTS}")
    return align((old, make_draft(*past, *last, f"OP 7: {CHARTS}", id_="new")), Shape.PAIR)


def test_what_was_rewritten_on_its_way_is_known_by_its_beginning_where_nothing_else_is_like_it():
    assert moved_in(carried_past(f"OP 5: {BARGES}")) == [0]


def test_two_that_are_as_little_like_it_are_both_new():
    table = carried_past(f"OP 5: {BARGES}", f"OP 6: {DIVERS}")
    assert moved_in(table) == []
    assert next(row for row in table.rows if row.cells[0] == (0,)).relations == (Relation.DELETED,)


def test_a_few_words_in_common_under_another_beginning_are_no_move():
    other = BARGES.replace("Requests the River Commission", "Invites donors")
    assert moved_in(carried_past(f"OP 5: {other}")) == []
