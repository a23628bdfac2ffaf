"""What paragraphs are: parts with their own preambles, four levels, closing words, annexes, alternatives."""

from __future__ import annotations

import pytest

from draftdesk.reading.masthead import is_symbol_line
from draftdesk.reading.plain_text import draft_of_text

PARTS = """81/9. Safety of inland ferries

A

Rules for ferries

The General Assembly,

Recalling its resolution 79/412 of 20 December 2024,

1. Urges States to adopt rules on:

(a) Loading:

(i) Of cars:

a. With fuel;

i. In tanks;

b. Without fuel;

(ii) Of goods;

(b) Landing;

and to publish them every year;

1 bis. Invites the River Commission to help;

[2 alt. Requests the Secretary-General to report;]

3 pre. Decides to meet;

B

Training of crews

The General Assembly,

Noting with concern the lack of crews,

1. Requests the Secretary-General to report on training;

48th (resumed) plenary meeting 3 December 2026

Annex

Rules for small ferries

Article 1

1. The present rules apply to ferries.

Rule 2

Ferries shall carry lifebelts.

Annex II

Declaration on rivers

1. We reaffirm our commitment to rivers.
"""
READ = """title 81/9 · heading A · enacting · preambular · operative 1 · sub1 (a) · sub2 (i) · sub3 a · sub4 i
 · sub3 b · sub2 (ii) · sub1 (b) · closing · operative 1 bis · operative 2 alt · operative 3 pre · heading B
 · enacting · preambular · operative 1 · meeting_line · annex_title · heading · article · declaration 1 · article
 · body · annex_title · heading · declaration 1"""


def kinds(text: str) -> list[str]:
    draft = draft_of_text(text, "x.txt", "d")
    return [f"{one.kind.value} {one.number}".strip() for one in draft.paragraphs if not one.is_hidden]


def test_a_resolution_in_parts_with_lists_and_annexes():
    assert kinds(PARTS) == " ".join(READ.split()).split(" · ")


def test_alternatives_are_headings_over_the_paragraphs_that_they_offer():
    text = (
        "Option 1:\n\n1. Parties shall act.\n\n{Option 2}\n\n1. Parties should act.\n\n2.1 Each Party shall report.\n"
    )
    assert kinds(text) == ["heading", "declaration 1", "heading", "declaration 1", "declaration 2.1"]


def test_a_bracketed_paragraph_of_a_draft_is_no_note_on_its_adoption():
    assert kinds("[Parties shall act.]\n\n1. Parties shall report.\n")[0] == "body"
    assert kinds("[on the report of the Second Committee]\n\nThe General Assembly,\n")[0] == "source_note"


@pytest.mark.parametrize(
    "symbol",
    [
        *("A/RES/81/9", "A/RES/68/247 B", "A/RES/69/96 A-B", "A/RES/ES-11/1", "A/RES/S-24/2", "A/RES/3379 (XXX)"),
        *("A/81/L.5", "A/72/L.13/Add.1", "A/C.3/81/L.12/Rev.1", "A/81/92", "A/81/9/Corr.1", "A/ES-10/L.31/Rev.1"),
        *("E/RES/2026/3", "E/2026/L.10", "E/CN.5/2026/3", "S/RES/1325 (2000)", "S/2026/970", "S/PRST/2026/5"),
        *("S/PV.9520", "A/HRC/RES/50/10", "A/HRC/50/L.10/Rev.1", "A/HRC/DEC/50/101", "A/CONF.213/18"),
        *("A/AC.290/2026/L.1", "FCCC/CP/2026/L.5", "CBD/COP/15/L.25", "A/81/INF/3", "A/AC.1/CRP.2", "A/AC.1/WP.2"),
    ],
)
def test_symbols_of_all_families_are_known_as_such(symbol):
    assert is_symbol_line(symbol)


def test_a_text_of_more_than_a_thousand_paragraphs_is_numbered_to_its_end():
    lines = [f"{number}. Urges States to train crew {number};" for number in range(1, 1013)]
    text = "\n\n".join(["The General Assembly,", *lines, "2030. Is the year of the ferries;"])
    draft = draft_of_text(text, "long.txt", "long")
    assert [one.number for one in draft.paragraphs[1:]] == [*map(str, range(1, 1013)), ""]
    assert draft.paragraphs[1012].text == "Urges States to train crew 1012;"


def test_a_bracket_before_a_number_opens_the_text_behind_it():
    text = "The General Assembly,\n\n[PP1 bis Recalling its resolution 79/412,]\n\n[12. Urges States to act;\n"
    draft = draft_of_text(text, "x.txt", "d")
    said = [(one.kind.value, one.number, one.text) for one in draft.paragraphs[1:]]
    assert said == [
        ("preambular", "PP1 bis", "[Recalling its resolution 79/412,]"),
        ("operative", "12", "[Urges States to act;"),
    ]
