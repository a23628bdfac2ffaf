"""The table of ladders: what it says of each form of a verb, and what is wrong with a line."""

from __future__ import annotations

import pytest

from draftdesk.errors import DraftingError
from draftdesk.model.paragraph import ParagraphKind
from draftdesk.wording.ladders import ladders_text, read_ladders
from draftdesk.wording.openings import complete, find_opening, strength_shift, use_ladders


@pytest.fixture
def table():
    """Strength is told by a table of the test; afterwards by that of the program again."""
    yield lambda text: use_ladders(read_ladders(text))
    use_ladders(None)


def test_the_program_s_table_says_the_same_of_all_forms_of_a_verb():
    ranks = read_ladders(ladders_text()).ranks
    assert ranks("Urges") == ranks("Urging") == ranks("Also urges", "Urges") == (("exhort", 7),)
    assert ranks("Requests") == (("exhort", 6), ("decision", 2))
    assert ranks("Rollicks") == ()


def test_notes_and_takes_note_are_neutral_alike():
    assert strength_shift("Notes the report", "Takes note of the report").steps == 0


def test_another_table_turns_the_order_round_in_all_languages(table):
    assert strength_shift("Urges States", "Calls upon States").steps < 0
    table("[exhort]\n1: Urges\n5: Calls upon")
    assert strength_shift("Urges States", "Calls upon States").steps == 4
    assert strength_shift("Insta a los Estados", "Exhorta a los Estados", "es").steps == 4
    assert strength_shift("Invites States", "Encourages States") is None
    use_ladders(None)
    assert strength_shift("Urges States", "Calls upon States").steps < 0


def test_a_verb_that_only_the_table_has_is_an_opening_and_is_offered(table):
    assert find_opening("Beseeches all States to comply;") is None
    table("[exhort]\n1: Urges\n2: Beseeches")
    assert strength_shift("Urges States", "Beseeches States").steps == 1
    assert [one.phrase for one in complete("Besee", ParagraphKind.OPERATIVE)] == ["Beseeches"]


@pytest.mark.parametrize(
    ("text", "line", "code"),
    [
        ("# remark\n[exhort]\nUrges: 3\n", 3, "ladder_line"),
        ("3: Urges\n", 1, "ladder_unnamed"),
        ("[exhort]\n1: Urges; Invites\n\n2: Invites\n", 4, "ladder_twice"),
        ("# nothing\n", None, "ladder_empty"),
    ],
)
def test_a_line_that_is_wrong_is_told_with_its_number(text, line, code):
    with pytest.raises(DraftingError) as refused:
        read_ladders(text)
    assert refused.value.said.code == code
    assert refused.value.said.field("line") == line
    assert line is None or f"Line {line}" in str(refused.value)
