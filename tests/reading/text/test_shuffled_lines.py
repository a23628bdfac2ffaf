"""Lines that pdftotext gives in another order than the page has them come back to their numbers."""

from __future__ import annotations

import pytest

from draftdesk.reading.text.plain import draft_of_text

BEFORE = """The General Assembly,

Recalling its resolution 79/412 on the safety of inland ferries, and noting that
most accidents happen on short crossings near the landing places of small towns,

1. Urges riparian States to adopt rules on the loading of ferries and to publish
them every year in all languages that are spoken on the rivers concerned;

"""
MEETING = "\n40th plenary meeting\n3 December 2026\n"


def shown(text: str) -> list[tuple[str, str, str]]:
    draft = draft_of_text(text, "draft.txt", "d")
    return [(one.kind.value, one.number, one.text) for one in draft.paragraphs if not one.is_hidden][3:]


@pytest.mark.parametrize("between", ["", "2/2\n\n"])
def test_the_last_line_of_a_paragraph_before_its_first_one_goes_behind_it(between):
    text = (
        f"{BEFORE}2.\nseason.\n\n{between}Decides that the rules of this resolution shall apply during the\n{MEETING}"
    )
    assert shown(text)[0] == (
        "operative",
        "2",
        "Decides that the rules of this resolution shall apply during the season.",
    )
    assert shown(text)[1][0] == "meeting_line"


def test_two_numbers_before_two_texts_each_have_their_own():
    text = f"{BEFORE}2. Invites towns:\n\n(a)\nII.\n\nLanding places;\n\nAssessment of risk\n\n3. Decides to meet.\n"
    assert [row[:2] for row in shown(text)][1:] == [("sub1", "(a)"), ("heading", "II"), ("operative", "3")]
    assert shown(text)[1][2] == "Landing places;"


def test_an_item_in_small_letters_below_its_letter_stays_before_what_follows():
    text = (
        f"{BEFORE}2. Invites towns:\n\n(a)\nlanding places;\n\n3. Decides to hold a meeting on ferries and\nlakes.\n"
    )
    assert [row[2] for row in shown(text)][1:] == [
        "landing places;",
        "Decides to hold a meeting on ferries and lakes.",
    ]


def test_the_mark_of_a_note_alone_above_the_rule_is_that_of_the_line_before():
    text = BEFORE.replace("small towns,", "small towns,\n1\n\n__________\n1\n\nSee A/81/77.\n26-12345 (E)\n")
    draft = draft_of_text(text, "draft.txt", "d")
    assert [one.text[-13:] for one in draft.paragraphs if one.objects] == ["small towns,\ufffc"]
    assert [note.text for note in draft.notes] == ["See A/81/77."]


def test_a_number_behind_the_first_line_of_its_paragraph_goes_before_it():
    text = f"{BEFORE}Welcomes the decision of the Government of Lacustria to contribute a\n2.\npart of its fees;\n"
    assert shown(text)[0] == (
        "operative",
        "2",
        "Welcomes the decision of the Government of Lacustria to contribute a part of its fees;",
    )
