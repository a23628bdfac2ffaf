"""Where reading is unsure it says so, and only there."""

from dataclasses import replace

import pytest

from draftdesk.messages import render
from draftdesk.model.paragraph import Doubt, ParagraphKind
from draftdesk.reading.receive import receive
from draftdesk.resources import resource
from draftdesk.workbench.reading_doubts import doubts_of, unsure_told
from draftdesk.workbench.reading_lines import deeper, first_to_look_at, higher, next_doubtful, reading_lines, summary
from making_drafts import ferries, make_draft

K = ParagraphKind


def reasons(*lines):
    return [(doubt.serial, doubt.reason.code) for doubt in doubts_of(make_draft(*lines))]


@pytest.mark.parametrize("name", ["issued.docx", "rev1.docx"])
def test_a_word_file_that_is_well_made_calls_nobody(name):
    draft = receive(resource("samples", name).read_bytes(), name).drafts[0]
    assert [doubt for doubt in doubts_of(draft) if doubt.is_grave] == []
    assert unsure_told(draft) is None


def test_a_number_that_jumps_is_doubted_and_one_that_begins_anew_under_a_heading_is_not():
    assert reasons("OP 1: Urges;", "OP 2: Notes;", "OP 4: Decides;") == [(3, "doubt_number")]
    assert reasons("OP 1: Urges;", "OP 1: Notes;") == [(2, "doubt_number")]
    assert reasons("OP 1: Urges;", "OP 2: Notes;", "H: Part two", "OP 1: Decides;") == []
    assert reasons("OP 1: Urges;", "OP 1 bis: Notes;", "OP 1 ter: Notes;", "OP 2: Decides;") == []


def test_words_that_go_on_are_doubted_where_the_paragraph_before_has_no_end():
    assert reasons("OP 1: Urges the States of", "B: the lakes to act.") == [(2, "doubt_goes_on")]
    assert reasons("OP 1: Urges the States:", "B: the lakes first.") == []
    assert reasons("OP 1: Urges the States of", "BLANK: ", "B: the lakes to act.") == [(3, "doubt_goes_on")]


def test_the_next_number_in_the_middle_is_doubted_and_a_date_or_another_number_is_not():
    assert reasons("OP 1: Urges States to act; 2. Calls upon crews;") == [(1, "doubt_two")]
    assert reasons("OP 1: Urges States to act: 16. September is the day;") == []


def test_what_a_person_looked_at_is_no_doubt_any_more():
    draft = make_draft("OP 1: Urges;", "OP 3: Decides;")
    assert doubts_of(draft, {2}) == ()


def test_the_readers_own_doubts_are_told_and_are_grave_where_they_are_great_and_in_the_text():
    draft = ferries()
    guessed = (Doubt.KIND_BY_PLACE,), (Doubt.KIND_BY_LOOKS,)
    title, enacting, first, second, *rest = draft.paragraphs
    doubtful = (replace(title, doubts=guessed[0]), enacting, replace(first, doubts=guessed[0]))
    draft = replace(draft, paragraphs=(*doubtful, replace(second, doubts=guessed[1]), *rest))
    assert [(one.serial, one.is_grave) for one in doubts_of(draft)] == [(1, False), (3, True), (4, False)]
    said = unsure_told(draft)
    assert said is not None
    assert (said.field("count"), said.field("first")) == (1, "Recalling its resolution 74/901,")


# the lines of the view


def test_lines_leave_blanks_out_and_tell_the_masthead_from_the_text():
    lines = reading_lines(make_draft("ML: 60th meeting", "BLANK: ", "OP 1: Urges;", "S1 (a): To act;"))
    assert [(line.what, line.number, line.is_quiet) for line in lines] == [
        ("Meeting line", "", True),
        ("Operative paragraph", "1", False),
        ("Subparagraph (a), (b)…", "(a)", False),
    ]
    assert summary(lines) == "3 paragraphs, none doubtful"


def test_levels_end_at_the_fourth_and_at_what_carries_the_list():
    listed = ("PP: Noting:", "S1 (a): One,", "OP 1: Urges:", "S1 (a): To act;", "S2 (i): Now;")
    lines = reading_lines(make_draft(*listed))
    assert [deeper(kind) for kind in (K.OPERATIVE, K.SUB1, K.SUB3, K.SUB4)] == [K.SUB1, K.SUB2, K.SUB4, None]
    assert [higher(lines, k) for k in range(5)] == [None, K.PREAMBULAR, None, K.OPERATIVE, K.SUB1]


def test_one_begins_at_the_first_doubt_else_where_the_text_begins():
    assert first_to_look_at(reading_lines(make_draft("ML: 60th meeting", "PP: Noting,", "OP 1: A;"))) == 1
    assert first_to_look_at(reading_lines(make_draft("PP: Noting,", "OP 1: A;", "OP 3: B."))) == 2


def test_steps_through_doubts_go_round():
    lines = reading_lines(make_draft("OP 1: A;", "OP 3: B;", "OP 4: C;", "OP 6: D."))
    assert [next_doubtful(lines, at, 1) for at in (0, 1, 3)] == [1, 3, 1]
    assert [next_doubtful(lines, at, -1) for at in (0, 1, 3)] == [3, 3, 1]
    assert next_doubtful(lines[:1], 0, 1) == -1
    assert render(doubts_of(make_draft("OP 1: A;", "OP 3: B;"))[0].reason).startswith("Its number is 3")
