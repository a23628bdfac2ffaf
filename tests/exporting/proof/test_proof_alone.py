"""What a hand misses in a written compilation is read from the file itself."""

from __future__ import annotations

import pytest

from draftdesk.exporting.proof.alone import Misses, misses_alone, numbers_of
from draftdesk.exporting.proof.hands import JOINT, Compilation
from making_word import deleted, ins, mark, p, word_file


def changed(author: str) -> Compilation:
    numbered = p("\t", deleted("4", author, 1), ins("5", author=author, number=2), ".\tInvites all.")
    words = p("Urges ", deleted("all", author, 3), ins("some", author=author, number=4), " States.")
    gone = p(deleted("Ends.", author, 5), properties=mark("del", author, 6))
    return Compilation(word_file(numbered, words, gone, p("Signed.")))


def test_words_numbers_and_paragraphs_that_go_are_missed_under_another_name():
    joint, written = changed(f"Norden{JOINT}Suden"), changed("Norden")
    assert misses_alone(joint, written, "Norden") == Misses()
    missed = misses_alone(joint, written, "Suden")
    assert missed.renumbered == ("\t5.\tInvites all.",)
    assert "Urges some States." in missed.texts
    assert "Ends." in missed.texts


@pytest.mark.parametrize(
    ("texts", "shown"),
    [
        (["\t7.\tA", "\t8.\tB", "\t9.\tC", "\t12.\tD"], ("7–9", "12")),
        (["(b)\tA", "3. B", "(b)\tC"], ("3", "(b)")),
        (["No number at all"], ()),
    ],
)
def test_numbers_that_follow_each_other_are_told_as_one_range(texts, shown):
    assert numbers_of(texts) == shown
