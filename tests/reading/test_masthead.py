"""The symbol of a draft: said on one line, over two, with a part of the budget, or only by number and organ."""

from __future__ import annotations

import pytest

from draftdesk.model.draft import Draft
from draftdesk.reading.masthead import joined_symbols
from draftdesk.reading.receive import receive
from draftdesk.reading.text.plain import draft_of_text
from making_word import p, word_file

ADOPTED = "{line}\n\n{title}\n\n{organ}\n\nRecalling its resolutions,\n\n1. Urges States to act.\n"
ENGLISH = "Resolution adopted by the {} on 23 July 2026"


def read(text: str) -> Draft:
    return draft_of_text(text, "draft.txt", "d")


@pytest.mark.parametrize(
    ("line", "title", "organ", "symbol"),
    [
        (ENGLISH.format("General Assembly"), "81/9. Ferries", "The General Assembly,", "A/RES/81/9"),
        (ENGLISH.format("General Assembly"), "68/247 B. Ferries", "The General Assembly,", "A/RES/68/247 B"),
        (ENGLISH.format("Council"), "2026/19. Ferries", "The Economic and Social Council,", "E/RES/2026/19"),
        (ENGLISH.format("Council"), "50/10. Ferries", "The Human Rights Council,", "A/HRC/RES/50/10"),
        ("Resolution 2999 (2026)", "Ferries", "The Security Council,", "S/RES/2999 (2026)"),
        ("Résolution adoptée par l’Assemblée générale", "81/9. Bacs", "L’Assemblée générale,", "A/RES/81/9"),
        ("Draft resolution", "Ferries", "The General Assembly,", ""),
        (ENGLISH.format("Conference"), "4/9. Ferries", "The Conference of the Parties,", ""),
    ],
)
def test_an_adopted_resolution_without_its_symbol_has_that_of_its_number_and_organ(line, title, organ, symbol):
    assert read(ADOPTED.format(line=line, title=title, organ=organ)).symbol == symbol


@pytest.mark.parametrize("two_lines", ["A/C.3/81/L.12/\nRev.1", "A/C.3/81/L.12\n/Rev.1", "A/C.3/81/\nL.12/Rev.1"])
def test_a_symbol_on_two_lines_is_one(two_lines):
    text = ADOPTED.format(line=f"United Nations\n\n{two_lines}\n\nGeneral Assembly", title="Ferries", organ="")
    assert read(text).symbol == "A/C.3/81/L.12/Rev.1"
    assert (
        receive(word_file(*map(p, two_lines.split("\n")), p("Ferries")), "x.docx").drafts[0].symbol
        == read(text).symbol
    )


def test_lines_that_are_no_pieces_of_one_symbol_stay_two():
    assert joined_symbols(["A/81/9", "9 July 2026"]) == ["A/81/9", "9 July 2026"]
    assert joined_symbols(["and/", "or"]) == ["and/", "or"]


def test_a_part_of_the_budget_is_told_from_the_others():
    text = ADOPTED.format(line="A/80/6 (Sect. 3)/Add.6", title="Ferries", organ="The General Assembly,")
    assert read(text).symbol == "A/80/6 (Sect. 3)/Add.6"
