from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from draftdesk.drafting.edits import (
    change_kind,
    delete,
    demote,
    insert_after,
    join,
    move,
    promote,
    reword,
    split,
    turn,
)
from draftdesk.drafting.rewriting import with_marks
from draftdesk.errors import DraftingError
from draftdesk.model.paragraph import CellPlace, Mark, ParagraphId, ParagraphKind, Span
from making_drafts import ferries, italics, make_draft, serial_of, shown


def paragraph(draft, serial):
    return draft.paragraphs[draft.index_of(serial)]


def test_a_new_operative_paragraph_takes_the_form_of_its_kin():
    draft, new = insert_after(ferries(), 5, ParagraphKind.OPERATIVE, "Welcomes the offer of Rivania;")

    written = paragraph(draft, new)
    assert (written.source_text, written.number, written.style) == (
        "\t2.\tWelcomes the offer of Rivania;",
        "2",
        "Single",
    )
    assert italics(written) == ["Welcomes"]
    assert written.id == ParagraphId("base", 16)


def test_a_new_operative_paragraph_stands_behind_the_whole_list_of_the_one_before():
    draft = ferries()
    draft, _ = insert_after(draft, serial_of(draft, "Calls upon"), ParagraphKind.OPERATIVE, "Welcomes the offer;")

    assert shown(draft)[4:10] == [
        "2 Calls upon States:",
        "(a) To train the crews;",
        "(i) In summer;",
        "(ii) In winter;",
        "(b) To count the passengers;",
        "3 Welcomes the offer;",
    ]


def test_a_new_subparagraph_becomes_part_of_the_list():
    draft = ferries()
    draft, _ = insert_after(draft, serial_of(draft, "To train"), ParagraphKind.SUB1, "To keep records;")
    draft, _ = insert_after(draft, serial_of(draft, "Calls upon"), ParagraphKind.SUB1, "To begin at once;")

    assert shown(draft)[5:11] == [
        "(a) To begin at once;",
        "(b) To train the crews;",
        "(i) In summer;",
        "(ii) In winter;",
        "(c) To keep records;",
        "(d) To count the passengers;",
    ]


@pytest.mark.parametrize(
    ("kind", "before"),
    [(ParagraphKind.PREAMBULAR, "Recalling its"), (ParagraphKind.OPERATIVE, "Urges States")],
)
def test_without_a_paragraph_to_follow_a_new_one_is_the_first_of_its_kind(kind, before):
    draft, new = insert_after(ferries(), None, kind, "Text")

    assert draft.paragraphs[draft.index_of(new) + 1].text.startswith(before)


def test_the_first_operative_paragraph_of_a_preamble_follows_it():
    draft, new = insert_after(
        make_draft("EN: The General Assembly,", "PP: Recalling its resolution,"), None, ParagraphKind.OPERATIVE
    )

    assert draft.index_of(new) == 2
    assert paragraph(draft, new).source_text == "\t1.\t"


def test_a_lone_operative_paragraph_gets_its_number_when_a_second_comes():
    draft, _ = insert_after(make_draft("OP: Urges States."), 1, ParagraphKind.OPERATIVE, "Notes the report;")

    assert [p.number for p in draft.paragraphs] == ["1", "2"]


def test_a_new_paragraph_in_an_automatic_list_has_no_typed_number():
    draft = make_draft("OP 1~: Urges;", "OP 2~: Notes.", tabs=False)

    draft, new = insert_after(draft, 1, ParagraphKind.OPERATIVE, "Welcomes;")

    assert (paragraph(draft, new).source_text, paragraph(draft, new).number) == ("Welcomes;", "2")
    assert draft.paragraphs[-1].number == "3"


def test_a_new_heading_is_bold_like_its_kin():
    draft, new = insert_after(ferries(), 13, ParagraphKind.HEADING, "Follow-up")

    assert [run.marks for run in paragraph(draft, new).runs] == [frozenset({Mark.BOLD})]
    assert [p.number for p in draft.paragraphs if p.kind is ParagraphKind.OPERATIVE] == ["1", "2", "3", "4"]


def test_deleting_takes_the_list_along_and_closes_the_gap():
    draft = ferries()
    draft = delete(draft, serial_of(draft, "Calls upon"))

    assert shown(draft)[2:] == [
        "1 Urges States to inspect their ferries;",
        "Training",
        "2 Requests the Secretary-General to report;",
        "3 Decides to remain seized of the matter.",
    ]


def test_the_full_stop_goes_with_the_last_place():
    draft = ferries()

    without = delete(draft, serial_of(draft, "Decides"))
    moved = move(draft, serial_of(draft, "Decides"), serial_of(draft, "Urges"))

    assert shown(without)[-1] == "3 Requests the Secretary-General to report."
    assert shown(moved)[3] == "2 Decides to remain seized of the matter;"
    assert shown(moved)[-1] == "4 Requests the Secretary-General to report."


def test_a_changed_kind_brings_the_opening_of_the_other_part():
    draft = ferries()
    serial = serial_of(draft, "Recalling")

    operative = change_kind(move(draft, serial, serial_of(draft, "Urges")), serial, ParagraphKind.OPERATIVE)

    changed = paragraph(operative, serial)
    assert changed.source_text == "\t2.\tRecalls its resolution 74/901;"
    assert italics(changed) == ["Recalls"]
    assert shown(operative)[-1].startswith("5 Decides")
    assert paragraph(change_kind(operative, serial, ParagraphKind.PREAMBULAR), serial).text.startswith(
        "Recalling its"
    )


def test_promoted_and_demoted_paragraphs_take_their_own_list_along():
    draft = ferries()
    down = demote(draft, serial_of(draft, "Requests"))
    up = promote(draft, serial_of(draft, "To train"))

    assert shown(down)[-2:] == [
        "(c) Requests the Secretary-General to report;",
        "3 Decides to remain seized of the matter.",
    ]
    assert italics(paragraph(down, serial_of(draft, "Requests"))) == []
    assert shown(up)[4:9] == [
        "2 Calls upon States;",
        "3 To train the crews;",
        "(a) In summer;",
        "(b) In winter;",
        "(c) To count the passengers;",
    ]


def test_what_has_nothing_above_it_cannot_be_demoted():
    draft = make_draft("H: Training", "OP 1: Urges;", "S1 (a): To act;")

    for serial in (1, 2, 3):
        with pytest.raises(DraftingError, match="cannot become a subparagraph"):
            demote(demote(draft, serial), serial)


def test_only_subparagraphs_can_be_promoted():
    with pytest.raises(DraftingError, match="Only subparagraphs"):
        promote(ferries(), 5)


def test_a_moved_paragraph_takes_its_list_along():
    draft = ferries()
    moved = move(draft, serial_of(draft, "Calls upon"), serial_of(draft, "Requests"))

    assert [line.split()[0] for line in shown(moved)[2:]] == [
        "1",
        "Training",
        "2",
        "3",
        "(a)",
        "(i)",
        "(ii)",
        "(b)",
        "4",
    ]
    assert {p.id for p in moved.paragraphs} == {p.id for p in draft.paragraphs}


def test_a_paragraph_cannot_be_moved_into_its_own_list():
    draft = ferries()

    with pytest.raises(DraftingError, match="own subparagraphs"):
        move(draft, serial_of(draft, "Calls upon"), serial_of(draft, "In summer"))


def test_split_and_join_are_each_others_reverse():
    draft = ferries()
    serial = serial_of(draft, "Requests")

    two, second = split(draft, serial, len("Requests the Secretary-General"))
    one = join(two, second)

    assert shown(two)[-3:-1] == ["3 Requests the Secretary-General", "4 to report;"]
    assert paragraph(two, serial).id == paragraph(draft, serial).id
    assert one == draft


def test_a_paragraph_cannot_be_split_at_its_end():
    with pytest.raises(DraftingError, match="inside its text"):
        split(ferries(), 5, 500)


def test_an_edit_of_a_paragraph_that_is_not_there_is_refused():
    with pytest.raises(DraftingError, match="no such paragraph"):
        reword(ferries(), 99, "Text")


def test_a_pasted_break_between_paragraphs_does_not_break_the_paragraph():
    draft = reword(ferries(), 5, "Urges States\u2029to inspect\r\ntheir ferries;")

    assert paragraph(draft, 5).text == "Urges States to inspect\ntheir ferries;"


def _with_table():
    draft = make_draft("OP 1: Urges States;", "B: Ferries", "B: 12", "OP 2: Notes the report.")
    cells = [
        replace(p, kind=ParagraphKind.CELL, place=CellPlace(0, 0, column))
        for column, p in enumerate(draft.paragraphs[1:3])
    ]
    return replace(draft, paragraphs=(draft.paragraphs[0], *cells, draft.paragraphs[3]))


def test_the_words_of_a_table_can_be_changed_and_its_cells_cannot_go():
    draft = _with_table()

    assert paragraph(reword(draft, 3, "13"), 3).text == "13"
    for edit in (delete, join):
        with pytest.raises(DraftingError, match="cells of a table stay"):
            edit(draft, 3)
    with pytest.raises(DraftingError, match="cannot become a table cell"):
        change_kind(draft, 1, ParagraphKind.CELL)


def test_a_new_paragraph_does_not_land_inside_a_table():
    draft, new = insert_after(_with_table(), 2, ParagraphKind.OPERATIVE, "Welcomes the offer;")

    assert draft.index_of(new) == 3
    assert paragraph(draft, new).number == "2"


def test_an_operative_paragraph_becomes_the_last_preambular_one_with_its_opening_changed():
    draft = turn(ferries(), serial_of(ferries(), "Urges States"))

    assert shown(draft)[:5] == [
        "Recalling its resolution 74/901,",
        "Noting with concern the loss of lives on lakes,",
        "Urging States to inspect their ferries,",
        "Training",
        "1 Calls upon States:",
    ]


@pytest.mark.parametrize("opening", ["Recalls", "Also recalls", "Notes with concern", "Reaffirms", "Further notes"])
def test_to_the_preamble_and_back_is_nothing_at_all(opening):
    draft = make_draft("PP: Guided by the Charter,", f"OP 1: {opening} its ferries;", "OP 2: Invites owners to help.")
    there_and_back = turn(turn(draft, 2), 2)

    assert shown(there_and_back) == shown(draft)
    assert [italics(p) for p in there_and_back.paragraphs] == [italics(p) for p in draft.paragraphs]


def test_a_turned_paragraph_takes_its_list_along():
    draft = turn(ferries(), serial_of(ferries(), "Calls upon"))

    assert [line.split(" ")[0] for line in shown(draft)[2:7]] == ["Calling", "(a)", "(i)", "(ii)", "(b)"]


def test_of_a_turned_opening_only_the_verb_is_set_in_italics_where_only_the_verb_was():
    draft = make_draft("PP: Guided by the Charter,", "OP 1: Reaffirms its commitment to peace;", "OP 2: Invites all.")
    only_verb = with_marks(draft.paragraphs[1], [(Span(9, 24), Mark.ITALIC, False)])
    draft = replace(draft, paragraphs=(draft.paragraphs[0], only_verb, draft.paragraphs[2]))
    assert italics(draft.paragraphs[1]) == ["Reaffirms"]

    assert [italics(p) for p in turn(draft, 2).paragraphs[1:2]] == [["Reaffirming"]]


def test_the_last_operative_paragraph_that_is_left_has_no_number():
    draft = make_draft("PP: Guided by the Charter,", "OP 1: Urges States to act;", "OP 2: Invites owners to help.")

    assert shown(delete(draft, 3)) == ["Guided by the Charter,", "Urges States to act."]
    assert shown(demote(draft, 3)) == [
        "Guided by the Charter,",
        "Urges States to act:",
        "(a) Invites owners to help.",
    ]


@given(st.integers(1, 60))
def test_what_is_split_and_joined_again_is_what_it_was(at):
    draft = ferries()
    serial = serial_of(draft, "Noting with concern")
    text = paragraph(draft, serial).text
    try:
        parted, new = split(draft, serial, at)
    except DraftingError:
        return
    joined = paragraph(join(parted, new), serial)
    if text[at - 1 : at + 1].count(" "):
        assert joined.text == text
        assert italics(joined) in (["Noting with concern"], ["Noting with", "concern"], ["Noting", "with concern"])
    assert joined.text.replace(" ", "") == text.replace(" ", "")
