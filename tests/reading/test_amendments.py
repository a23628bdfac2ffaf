"""Amendments to a draft resolution: who amends what, instructions, and the paragraphs that they bring."""

from __future__ import annotations

import pytest

from draftdesk.messages import render
from draftdesk.model.draft import Draft
from draftdesk.model.paragraph import Origin, ParagraphKind
from draftdesk.reading.receive import receive
from draftdesk.reading.seen import Seen
from draftdesk.reading.structure import structured
from draftdesk.reading.text.plain import draft_of_text

SPONSORS = (
    "Austria, Bosnia and Herzegovina, Chile, Denmark, Estonia, Fiji, Ghana, Honduras, Iceland, Jamaica, Latvia,\n"
    "Mexico, Norway and Peru:* amendment to draft resolution 7 recommended by the Second Committee in its\n"
    "report contained in document A/81/612\n"
)
AMENDMENT = f"""A/81/L.40

Eighty-first session
Second Committee
Agenda item 22 (b)
Transport on rivers and lakes: safety of
inland waters
{SPONSORS}
Safety of inland ferries
1. In the third preambular paragraph, replace “regret” with “concern”.
2. After operative paragraph 4, insert two new operative paragraphs reading:
Commends warmly the towns that have lit their landing places, and asks others to
follow them;
Requests the River Commission to publish a list of them;
3. Delete operative paragraphs 5 and 9.
4. After the sixth preambular paragraph, insert:
Mindful of the needs of small towns,

* Any changes to the list of sponsors will be reflected in the record.
"""


def read(text: str) -> Draft:
    return draft_of_text(text, "draft.txt", "d")


def kinds(draft: Draft) -> list[tuple[str, str, str]]:
    return [(one.kind.value, one.number, one.text[:14]) for one in draft.paragraphs if not one.is_hidden]


def placed(*texts: str) -> list[str]:
    seen = [Seen(text, Origin("text", at)) for at, text in enumerate(texts)]
    return [one.kind.value for one in structured(seen, "en")]


def test_instructions_are_other_text_and_new_paragraphs_are_what_they_will_be():
    assert kinds(read(AMENDMENT))[-8:] == [
        ("title", "", "Safety of inla"),
        ("body", "1", "In the third p"),
        ("body", "2", "After operativ"),
        ("operative", "", "Commends warml"),
        ("operative", "", "Requests the R"),
        ("body", "3", "Delete operati"),
        ("body", "4", "After the sixt"),
        ("preambular", "", "Mindful of the"),
    ]


def test_the_line_of_all_its_sponsors_says_what_is_amended():
    draft = read(AMENDMENT)
    assert draft.title == "Safety of inland ferries"
    assert draft.sponsors.startswith("Austria, Bosnia and Herzegovina, Chile")
    assert draft.sponsors.endswith(
        "amendment to draft resolution 7 recommended by the Second Committee in its report "
        "contained in document A/81/612"
    )
    assert [note.mark for note in draft.notes] == ["*"]


@pytest.mark.parametrize(
    "line",
    [
        "Norway: amendment to revised draft resolution A/C.2/81/L.9/Rev.1",
        "Norvège\u00a0: amendement au projet de résolution A/C.2/81/L.9",
        "Noruega: enmienda al proyecto de resolución A/C.2/81/L.9",
        "Норвегия: поправка к проекту резолюции A/C.2/81/L.9",
        "النرويج: تعديل لمشروع القرار A/C.2/81/L.9",
        "挪威：对决议草案A/C.2/81/L.9的修正案",
    ],
)
def test_an_amendment_is_known_in_six_languages(line):
    assert placed(line, "Safety of ferries", "1. Some words of another text.")[0] == "sponsors"
    assert placed(line, "Safety of ferries", "1. Some words of another text.")[2] == "body"


def test_one_instruction_alone_and_a_quoted_paragraph_with_its_number():
    told = placed(
        "Amendment to draft resolution A/C.2/81/L.9",
        "Replace operative paragraph 3 with the following text:",
        "“3. Calls upon owners of ferries to train their crews;”",
    )
    assert told[1:] == ["body", "operative"]


def test_instructions_without_a_line_over_them_make_an_amendment():
    assert (
        placed("1. Delete preambular paragraph 3.", "2. In operative paragraph 2, delete “and lakes”.")
        == ["body"] * 2
    )


def test_a_resolution_that_speaks_of_amendments_is_none():
    told = placed("The General Assembly,", "Recalling the amendments to the Rules,", "1. Decides to amend rule 5;")
    assert told == [ParagraphKind.ENACTING, ParagraphKind.PREAMBULAR, ParagraphKind.OPERATIVE]


def test_the_instructions_of_a_numbered_text_of_another_kind_do_not_make_it_an_amendment():
    told = placed("1. We commit to peace.", "2. We insert the words of the Charter.", "3. We thank the hosts.")
    assert told == ["declaration"] * 3


@pytest.mark.parametrize(
    ("line", "told"),
    [
        (
            "Norden: amendment to draft resolution A/C.2/81/L.9/Rev.1",
            "draft A/C.2/81/L.9/Rev.1",
        ),
        (
            "Norden: amendment to draft resolution 6 recommended in document A/81/5",
            "another draft",
        ),
    ],
)
def test_the_user_is_told_what_a_file_amends_and_what_to_do(line, told):
    text = f"{line}\n\nSafety of ferries\n\n1. Delete preambular paragraph 3.\n"
    [said] = receive(text.encode(), "x.txt").warnings
    assert render(said).startswith(f"x.txt is instructions for {told}, no whole text: open ")


def test_nothing_is_told_of_a_draft_that_amends_none():
    text = "Norden: draft resolution\n\nSafety of ferries\n\nThe General Assembly,\n\n1. Decides to amend rule 5;\n"
    assert receive(text.encode(), "x.txt").warnings == ()
