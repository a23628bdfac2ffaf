"""The proof of a compilation refuses a file in which a hand does not find its text."""

from __future__ import annotations

import pytest

from draftdesk.errors import ProofError
from draftdesk.exporting.proof import hands as proof_hands
from draftdesk.exporting.proof.hands import JOINT, Compilation, Stays, prove_compiled
from draftdesk.model.draft import FINAL, View
from making_word import deleted, ins, p, word_file

_BASE = word_file(p("Urges all States."), p("Ends."))
_VERSION = word_file(p("Urges some States."), p("Ends."))


def prove_hand(joint: bytes, new: bytes, view: View, hand: str, stays: Stays) -> None:
    proof_hands.prove_hand(Compilation(joint), new, view, hand, stays)


def changed(author: str, word: str = "some") -> str:
    return p("Urges ", deleted("all", author, 1), ins(word, author=author, number=2), " States.")


def test_a_change_of_ones_own_or_of_several_with_ones_name_gives_ones_text():
    for author in ("Norden", f"Suden{JOINT}Norden"):
        prove_hand(word_file(changed(author), p("Ends.")), _VERSION, FINAL, "Norden", Stays())


def test_a_change_under_another_name_is_refused():
    with pytest.raises(ProofError, match="changes of Norden alone"):
        prove_hand(word_file(changed("Suden"), p("Ends.")), _VERSION, FINAL, "Norden", Stays())


def test_other_words_than_the_hand_proposes_are_refused():
    with pytest.raises(ProofError, match="Urges some States"):
        prove_hand(word_file(changed("Norden", "few"), p("Ends.")), _VERSION, FINAL, "Norden", Stays())


def test_only_contested_paragraphs_that_are_told_may_stand_beside_the_text():
    both = word_file(p("Urges all States."), p("Urges some States."), p("Ends."))
    prove_hand(both, _VERSION, FINAL, "Norden", Stays([["Urges all States."]]))
    with pytest.raises(ProofError):
        prove_hand(both, _VERSION, FINAL, "Norden", Stays())
    with pytest.raises(ProofError):
        prove_hand(_VERSION, _VERSION, FINAL, "Norden", Stays([["Urges all States."]]))


def test_contested_paragraphs_that_begin_like_the_text_are_told_apart():
    found = word_file(*map(p, ("A", "B", "A", "C")))
    prove_hand(found, word_file(p("A"), p("C")), FINAL, "Norden", Stays([["A", "B"]]))


def test_after_the_proof_nothing_but_names_may_change():
    joint = word_file(changed(f"Norden{JOINT}Suden"), p("Ends."))
    prove_compiled(_BASE, joint, word_file(changed("Norden"), p("Ends.")), base_view=FINAL)
    with pytest.raises(ProofError, match="after its proof"):
        prove_compiled(_BASE, joint, word_file(changed("Norden", "few"), p("Ends.")), base_view=FINAL)


def test_a_file_that_does_not_give_back_the_base_is_refused():
    wrong = word_file(p("Urges States."), p("Ends."))
    with pytest.raises(ProofError, match="Rejecting all changes"):
        prove_compiled(_BASE, wrong, wrong, base_view=FINAL)


def test_only_the_number_of_a_paragraph_that_is_told_may_be_another():
    found, version = word_file(p("\t4.\tUrges all.")), word_file(p("\t5.\tUrges all."))
    prove_hand(found, version, FINAL, "Norden", Stays(renumbered=["\t5.\tUrges all."]))
    for told in ([], ["\t6.\tUrges all."]):
        with pytest.raises(ProofError):
            prove_hand(found, version, FINAL, "Norden", Stays(renumbered=told))
    with pytest.raises(ProofError):
        prove_hand(found, word_file(p("\t5.\tUrges few.")), FINAL, "Norden", Stays(renumbered=["\t5.\tUrges few."]))
