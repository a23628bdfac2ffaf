"""Paragraphs find their counterparts in any number of drafts, and people have the last word."""

from __future__ import annotations

import gc

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from draftdesk.aligning.table import align
from draftdesk.model.alignment import AlignmentTable, Pin, Relation, Shape
from draftdesk.model.draft import Draft
from draftdesk.model.paragraph import CellPlace, Paragraph, ParagraphId, ParagraphKind, Span

PIERS = "Deeply concerned that wooden piers on the northern lakes decay faster than they are repaired,"
CREWS = "Urges operators of inland ferries to train their crews in evacuation at least twice a year;"
BUOYS = "Requests the River Commission to renew the lights of all buoys before the first ice;"
RAFTS = "Encourages owners of small vessels to carry life rafts for every passenger on board;"
TOLLS = "Decides to abolish tolls at locks for vessels that carry pupils to their schools;"
RADIO = "Invites coastal stations to keep a radio watch on the distress channel by day and night;"
CHARTS = "Takes note of the new charts of shallow waters published by the hydrographic office;"
ALL = (PIERS, CREWS, BUOYS, RAFTS, TOLLS, RADIO, CHARTS)

LAKE_NOUNS = ("jetty", "channel", "shoal", "wreck", "beacon", "slipway", "pontoon")
LAKE_VERBS = ("mark", "guard", "clean", "light", "paint", "survey", "dredge", "mend", "widen", "inspect")


def draft(name: str, *texts: str, kind: ParagraphKind = ParagraphKind.OPERATIVE) -> Draft:
    return Draft(name, name, tuple(paragraph(name, k, text, kind=kind) for k, text in enumerate(texts)))


def paragraph(
    name: str,
    serial: int,
    text: str,
    *,
    kind: ParagraphKind = ParagraphKind.OPERATIVE,
    place: CellPlace | None = None,
) -> Paragraph:
    prefix = f"\t{serial + 1}.\t"
    source = prefix + text
    span = Span(len(prefix), len(source))
    return Paragraph(ParagraphId(name, serial), kind, source, span, f"{serial + 1}", place=place)


def table_draft(name: str, *figures: str) -> Draft:
    return Draft(
        name,
        name,
        tuple(
            paragraph(name, k, text, kind=ParagraphKind.CELL, place=CellPlace(0, k // 2, k % 2))
            for k, text in enumerate(figures)
        ),
    )


def cells(table: AlignmentTable) -> list[tuple[tuple[int, ...], ...]]:
    return [row.cells for row in table.rows]


def relation_of(table: AlignmentTable, column: int, index: int, step: int = 0) -> Relation | None:
    return next(row.relations[step] for row in table.rows if index in row.cells[column])


def pair(old: Draft, new: Draft, *pins: Pin) -> AlignmentTable:
    return align((old, new), Shape.PAIR, pins)


def test_no_circles_are_made_so_that_nobody_need_look_for_them():
    old, new = draft("old", *ALL), draft("new", RADIO, *ALL[:5], f"{CHARTS} and by others;")
    gc.collect()
    gc.disable()
    try:
        pair(old, new)
        assert gc.collect() == 0
    finally:
        gc.enable()


def test_the_collector_goes_on_after_it_even_when_it_was_stopped():
    def stop(_what: str, _done: int, _all: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        align([draft("old", *ALL), draft("new", *ALL)], Shape.PAIR, watch=stop)
    assert gc.isenabled()


def test_a_new_number_alone_is_unchanged():
    table = pair(draft("a", PIERS, CREWS), draft("b", TOLLS, PIERS, CREWS))
    assert cells(table) == [((), (0,)), ((0,), (1,)), ((1,), (2,))]
    assert [row.relations[0] for row in table.rows] == [Relation.INSERTED, Relation.UNCHANGED, Relation.UNCHANGED]


def test_reworded_deleted_and_inserted_are_told_apart():
    reworded = CREWS.replace("at least twice a year", "and first aid every spring")
    table = pair(draft("a", PIERS, CREWS, BUOYS, RAFTS), draft("b", PIERS, reworded, RAFTS, TOLLS))
    assert cells(table) == [((0,), (0,)), ((1,), (1,)), ((2,), ()), ((3,), (2,)), ((), (3,))]
    assert [row.relations[0] for row in table.rows] == [
        Relation.UNCHANGED, Relation.EDITED, Relation.DELETED, Relation.UNCHANGED, Relation.INSERTED,
    ]  # fmt: skip


def test_the_paragraph_that_left_its_place_moved_the_others_did_not():
    table = pair(draft("a", *ALL), draft("b", *ALL[1:], PIERS))
    assert relation_of(table, 0, 0) is Relation.MOVED
    assert all(relation_of(table, 0, k) is Relation.UNCHANGED for k in range(1, len(ALL)))


def test_a_moved_paragraph_may_be_reworded():
    reworded = BUOYS.replace("before the first ice", "and beacons before winter")
    table = pair(draft("a", *ALL), draft("b", reworded, *(text for text in ALL if text != BUOYS)))
    assert relation_of(table, 0, 2) is Relation.MOVED_EDITED


def test_a_recital_that_becomes_operative_is_the_same_paragraph():
    promoted = PIERS.replace("Deeply concerned", "Notes with concern").replace("repaired,", "repaired;")
    table = pair(draft("a", PIERS, CREWS), draft("b", CREWS, promoted))
    assert relation_of(table, 0, 0) in (Relation.EDITED, Relation.MOVED_EDITED)


def test_a_split_is_one_row_and_so_is_a_merge():
    joined = (
        f"{CREWS[:-1]}, and also requests the River Commission to renew the lights of all buoys before the first ice;"
    )
    whole, parts = draft("a", PIERS, joined, RAFTS), draft("b", PIERS, CREWS, BUOYS, RAFTS)
    split, merge = pair(whole, parts), pair(parts, whole)
    assert ((1,), (1, 2)) in cells(split)
    assert relation_of(split, 0, 1) is Relation.SPLIT
    assert ((1, 2), (1,)) in cells(merge)
    assert relation_of(merge, 0, 1) is Relation.MERGED


def test_a_paragraph_that_gave_its_end_to_another_place_is_split():
    end = "and encourages owners of small vessels to carry rafts for all on board"
    given = "Encourages owners of small vessels to carry rafts, flares, blankets and torches in winter;"
    old = draft("a", f"{CREWS[:-1]}, {end};", PIERS, BUOYS, TOLLS, RADIO)
    new = draft("b", CREWS, PIERS, BUOYS, TOLLS, RADIO, given)
    assert ((0,), (0, 5)) in cells(pair(old, new))


def test_a_paragraph_that_became_a_list_answers_its_chapeau():
    chapeau = "Urges operators to advance the safety of passengers on inland ferries"
    works = [f"{verb}ing every {noun} and {noun}side {verb}s" for verb in LAKE_VERBS for noun in LAKE_NOUNS[:4]]
    items = [f"To sell {noun} tickets to travellers;" for noun in LAKE_NOUNS]
    old = draft("a", TOLLS, f"{chapeau} by {', '.join(works)};", RADIO)
    new = draft("b", TOLLS, f"{chapeau}:", *items, RADIO)
    assert ((1,), (1,)) in cells(pair(old, new))


def test_the_last_line_of_a_broken_title_belongs_to_it():
    lines = [
        "Groups of ferries in special situations: follow-up to the",
        "Third Conference on Landlocked",
        "Ferries and Piers",
    ]
    more = [f"{text[:-1]} of ferries and piers;" for text in ALL]
    old, new = draft("a", *lines, *more), draft("b", " ".join(lines), *more)
    assert ((0, 1, 2), (0,)) in cells(pair(old, new))


def test_the_middle_of_a_broken_list_belongs_to_it_though_it_repeats_its_neighbours():
    parts = [
        "Takes note of the decisions on the safety of ferries in winter and on the repair of piers before the ice;",
        "on the repair of piers and the safety of ferries;",
        "on the safety of ferries with pupils on board, and on the repair of piers for the pilots of the lakes;",
    ]
    old, new = draft("a", PIERS, " ".join(parts), RADIO), draft("b", PIERS, *parts, RADIO)
    assert ((1,), (1, 2, 3)) in cells(pair(old, new))


def test_repeated_paragraphs_stay_with_their_neighbours():
    same = "Requests a report;"
    old = draft("a", PIERS, same, CREWS, same, BUOYS, same)
    new = draft("b", PIERS, same, BUOYS, same)
    assert cells(pair(old, new)) == [
        ((0,), (0,)), ((1,), (1,)), ((2,), ()), ((3,), ()), ((4,), (2,)), ((5,), (3,)),
    ]  # fmt: skip


def test_footnotes_that_differ_in_numbers_alone_go_by_their_numbers():
    old = draft("a", "Resolution 78/1.", "Resolution 78/2.", "Resolution 78/3.", PIERS)
    new = draft("b", PIERS, "See resolution 78/3.", "Resolution 78/2.", "Resolution 78/1.")
    assert relation_of(pair(old, new), 0, 1) in (Relation.UNCHANGED, Relation.MOVED)
    assert ((1,), (2,)) in cells(pair(old, new))


def test_notes_of_symbols_alone_keep_their_order_when_all_are_updated():
    old = draft("a", PIERS, "A/78/208.", "A/77/754.", CREWS)
    new = draft("b", PIERS, "A/79/702.", "A/79/225.", CREWS)
    assert cells(pair(old, new)) == [((k,), (k,)) for k in range(4)]


def test_an_updated_session_leaves_no_doubt():
    table = pair(draft("a", "Seventy-eighth session", PIERS), draft("b", "Seventy-ninth session", CREWS))
    assert table.rows[0].cells == ((0,), (0,))
    assert table.rows[0].confidence > 0.9


def test_a_rewritten_paragraph_is_offered_as_doubtful():
    rewritten = "Notes that piers on lakes are repaired slowly, and that wooden ones suffer from ice and neglect,"
    table = pair(draft("a", PIERS, CREWS), draft("b", rewritten, CREWS))
    assert all(row.confidence < 0.6 or row.cells[1] != (0,) or not row.cells[0] for row in table.rows)


def test_paragraphs_with_little_in_common_do_not_answer_each_other():
    table = pair(draft("a", PIERS, TOLLS), draft("b", PIERS, RADIO))
    assert cells(table) == [((0,), (0,)), ((1,), ()), ((), (1,))]


def test_hidden_paragraphs_take_no_part():
    old = draft("a", PIERS, CREWS)
    hidden = paragraph("b", 9, "", kind=ParagraphKind.BLANK)
    new = Draft("b", "b", (hidden, *draft("b", PIERS, CREWS).paragraphs))
    assert cells(pair(old, new)) == [((0,), (1,)), ((1,), (2,))]


def test_a_deleted_paragraph_that_returns_meets_itself():
    drafts = (draft("a", *ALL), draft("b", *(t for t in ALL if t != BUOYS)), draft("c", *ALL))
    table = align(drafts, Shape.CHAIN)
    assert ((2,), (), (2,)) in cells(table)
    assert relation_of(table, 0, 2, 0) is Relation.DELETED
    assert relation_of(table, 0, 2, 1) is Relation.INSERTED
    assert len(table.rows) == len(ALL)


def test_a_star_compares_each_with_the_base():
    one = draft("b", PIERS, CREWS.replace("Urges", "Encourages"), BUOYS)
    other = draft("c", PIERS, CREWS, RADIO, BUOYS)
    table = align((draft("a", PIERS, CREWS, BUOYS), one, other), Shape.STAR)
    assert cells(table) == [((0,), (0,), (0,)), ((1,), (1,), (1,)), ((), (), (2,)), ((2,), (2,), (3,))]
    assert table.rows[1].relations == (Relation.EDITED, Relation.UNCHANGED)


def test_the_order_of_proposals_does_not_matter():
    base = draft("a", PIERS, CREWS, BUOYS)
    one = draft("b", PIERS, RADIO, CREWS.replace("Urges", "Encourages"), BUOYS)
    other = draft("c", CREWS, RADIO.replace("by day and night", "at all times"), BUOYS, PIERS)
    forth = {row.cells for row in align((base, one, other), Shape.STAR).rows}
    back = {(a, b, c) for a, c, b in cells(align((base, other, one), Shape.STAR))}
    assert forth == back


def test_a_derived_draft_aligns_by_id_whatever_its_words():
    old = draft("a", PIERS, CREWS, BUOYS)
    rewritten = [paragraph("a", 1, RADIO), paragraph("a", 0, PIERS), paragraph("work", 7, CREWS)]
    table = pair(old, Draft("work", "work", tuple(rewritten)))
    assert ((1,), (0,)) in cells(table)
    assert ((0,), (1,)) in cells(table)
    assert ((2,), ()) in cells(table)
    assert ((), (2,)) in cells(table)


def test_the_working_draft_follows_the_base_past_another_draft():
    base, other = draft("a", PIERS, CREWS, BUOYS), draft("b", PIERS, CREWS, BUOYS)
    rewritten = (paragraph("a", 0, PIERS), paragraph("a", 1, RADIO), paragraph("a", 2, BUOYS))
    table = align((base, other, Draft("w", "w", rewritten)), Shape.CHAIN)
    assert ((1,), (1,), (1,)) in cells(table)
    assert relation_of(table, 0, 1, 1) is Relation.EDITED


def test_a_pin_is_kept_against_all_likeness():
    table = pair(draft("a", PIERS, CREWS), draft("b", PIERS, CREWS), Pin(((0, 0), (1, 1))))
    row = next(row for row in table.rows if row.cells[0] == (0,))
    assert row.cells == ((0,), (1,))
    assert row.pinned


def test_a_single_pin_means_no_counterpart():
    table = pair(draft("a", PIERS, CREWS), draft("b", PIERS, CREWS), Pin(((1, 0),)))
    assert ((), (0,)) in cells(table)
    assert ((0,), ()) in cells(table)


def test_a_pin_of_three_paragraphs_is_a_split():
    table = pair(draft("a", PIERS, CREWS), draft("b", PIERS, CREWS, TOLLS), Pin(((0, 1), (1, 1), (1, 2))))
    assert ((1,), (1, 2)) in cells(table)


def test_table_cells_answer_table_cells_only():
    words = "Lakes with ferries all year"
    old = Draft("a", "a", (paragraph("a", 0, words), paragraph("a", 1, "12", place=CellPlace(0, 0, 0))))
    new = Draft("b", "b", (paragraph("b", 0, words, place=CellPlace(0, 0, 0)), paragraph("b", 1, "12")))
    assert all(not row.cells[0] or not row.cells[1] for row in pair(old, new).rows)


def test_a_cell_with_a_new_figure_stays_in_its_place():
    old = table_draft("a", "Ferries", "12", "Piers", "forty", "Locks", "7")
    new = table_draft("b", "Ferries", "15", "Piers", "many", "Locks", "12")
    assert cells(pair(old, new)) == [((k,), (k,)) for k in range(6)]


def test_an_inserted_table_row_does_not_shift_the_others():
    old = table_draft("a", "Ferries", "12", "Piers", "12", "Locks", "7")
    new = table_draft("b", "Ferries", "12", "Buoys", "7", "Piers", "12", "Locks", "7")
    assert cells(pair(old, new))[2:4] == [((), (2,)), ((), (3,))]


@pytest.mark.parametrize("shape", list(Shape))
def test_one_draft_alone_is_a_table_too(shape):
    assert cells(align((draft("a", PIERS, CREWS),), shape)) == [((0,),), ((1,),)]


SOME_TEXTS = st.lists(st.sampled_from(ALL), min_size=1, max_size=6)
UNLIKE_TEXTS = st.lists(st.sampled_from(ALL), max_size=8, unique=True)
DRAFTS = st.lists(
    st.lists(st.sampled_from([*ALL, "Requests a report;", "", "12"]), max_size=8), min_size=1, max_size=4
)


@settings(max_examples=60)
@given(DRAFTS, st.sampled_from(list(Shape)))
def test_every_paragraph_is_in_exactly_one_row(texts, shape):
    drafts = [draft(f"d{k}", *column) for k, column in enumerate(texts)]
    table = align(drafts, shape)
    for column, column_texts in enumerate(texts):
        assert sorted(k for row in table.rows for k in row.cells[column]) == list(range(len(column_texts)))
    assert table == align(drafts, shape)


@settings(max_examples=60)
@given(st.lists(st.sampled_from(ALL), max_size=8))
def test_a_draft_against_itself_is_unchanged(texts):
    table = pair(draft("a", *texts), draft("b", *texts))
    assert cells(table) == [((k,), (k,)) for k in range(len(texts))]
    assert all(row.relations == (Relation.UNCHANGED,) and row.confidence == 1.0 for row in table.rows)


@settings(max_examples=100)
@given(
    st.lists(st.sampled_from(ALL), max_size=8, unique=True), st.lists(st.sampled_from(ALL), max_size=8, unique=True)
)
def test_two_drafts_answer_each_other_the_same_both_ways(old_texts, new_texts):
    forth = pair(draft("a", *old_texts), draft("b", *new_texts))
    back = pair(draft("b", *new_texts), draft("a", *old_texts))
    assert sorted(cells(forth)) == sorted((old, new) for new, old in cells(back))


@settings(max_examples=60)
@given(
    st.lists(st.sampled_from(ALL), min_size=1, max_size=6),
    st.lists(st.sampled_from(ALL), min_size=1, max_size=6),
    st.data(),
)
def test_pins_are_always_kept(old_texts, new_texts, data):
    i = data.draw(st.integers(0, len(old_texts) - 1))
    j = data.draw(st.integers(0, len(new_texts) - 1))
    table = pair(draft("a", *old_texts), draft("b", *new_texts), Pin(((0, i), (1, j))))
    assert ((i,), (j,)) in cells(table)


def test_a_line_of_the_masthead_only_answers_its_own_kind():
    note, committee = "[on the report of the Second Committee (A/79/988)]", "Second Committee"
    old = Draft("old", "old", (paragraph("old", 0, note, kind=ParagraphKind.SOURCE_NOTE), paragraph("old", 1, CREWS)))
    new = Draft("new", "new", (paragraph("new", 0, committee, kind=ParagraphKind.AGENDA), paragraph("new", 1, CREWS)))
    relations = [row.relations[0] for row in align([old, new], Shape.PAIR).rows]
    assert set(relations) == {Relation.DELETED, Relation.INSERTED, Relation.UNCHANGED}


@settings(max_examples=60)
@given(UNLIKE_TEXTS, st.lists(UNLIKE_TEXTS, min_size=2, max_size=3), st.randoms(use_true_random=False))
def test_a_star_does_not_depend_on_the_order_of_its_proposals(base, proposals, chance):
    columns = [draft(f"d{k}", *texts) for k, texts in enumerate(proposals)]
    order = list(range(len(columns)))
    chance.shuffle(order)
    straight = align([draft("base", *base), *columns], Shape.STAR)
    shuffled = align([draft("base", *base), *(columns[k] for k in order)], Shape.STAR)
    back = {(row.cells[0], *(row.cells[1 + order.index(k)] for k in range(len(order)))) for row in shuffled.rows}
    assert {row.cells for row in straight.rows} == back


@settings(max_examples=60)
@given(UNLIKE_TEXTS, st.data())
def test_what_returns_after_any_number_of_drafts_meets_itself(texts, data):
    without = [[text for text in texts if data.draw(st.booleans())] for _ in range(data.draw(st.integers(1, 3)))]
    columns = [texts, *without, texts]
    table = align([draft(f"d{k}", *column) for k, column in enumerate(columns)], Shape.CHAIN)
    assert {(row.cells[0], row.cells[-1]) for row in table.rows} == {((k,), (k,)) for k in range(len(texts))}


def test_a_heading_only_answers_a_heading():
    words = "Safety of inland ferries and their piers"
    old = Draft("a", "a", (paragraph("a", 0, CREWS), paragraph("a", 1, words, kind=ParagraphKind.HEADING)))
    text = "Stresses the safety of inland ferries in winter and asks for piers that ice and floods do not harm;"
    new = Draft("b", "b", (paragraph("b", 0, CREWS), paragraph("b", 1, text)))
    assert ((1,), ()) in cells(pair(old, new))
