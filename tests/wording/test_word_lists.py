"""The words of a language, and what may be meant by one that it does not have."""

from __future__ import annotations

import pytest

from draftdesk.wording.suggested_words import suggested
from draftdesk.wording.word_lists import word_list


@pytest.mark.parametrize(
    "word", ["programme", "organization", "colour", "subregional", "Bolivia", "RESOLUTION", "The"]
)
def test_british_words_with_ize_and_names_are_known(word):
    assert word in word_list("en")


@pytest.mark.parametrize("word", ["organisation", "color", "developpment", "bolivia", "teh", "annal"])
def test_american_words_slips_and_small_names_are_not(word):
    assert word not in word_list("en")


@pytest.mark.parametrize("word", ["développement", "réaffirmerait", "États", "œuvre", "aujourd’hui", "rendez-vous"])
def test_french_words_are_known_in_all_their_forms(word):
    assert word in word_list("fr")


def test_the_first_and_the_last_word_of_a_list_are_found():
    words = word_list("fr").lines.block.decode().split()
    assert all(word in word_list("fr") for word in (words[0], words[-1]))
    assert words == sorted(words, key=str.encode)


@pytest.mark.parametrize(
    ("slip", "meant"),
    [
        ("developpment", "development"),
        ("thier", "their"),
        ("Goverment", "Government"),
        ("ofthe", "of the"),
        ("interalia", "inter alia"),
        ("synthesise", "synthesize"),
        ("bolivia", "Bolivia"),
    ],
)
def test_what_is_meant_comes_first(slip, meant):
    assert suggested(slip, "en")[0] == meant


def test_french_accents_that_are_missing_come_first():
    assert suggested("developpement", "fr")[0] == "développement"


def test_of_a_word_like_no_other_nothing_is_said():
    assert suggested("xqzzkvpwjq", "en") == ()
