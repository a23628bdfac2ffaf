"""Words that soften a demand."""

from __future__ import annotations

import pytest

from draftdesk.wording.qualifiers import Softening, qualifiers, softening_between


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Urges States, as appropriate, to act;", ("as appropriate",)),
        ("Invites donors to give on a\u00a0voluntary basis;", ("on a voluntary basis",)),
        ("Requests help, Where Applicable, within existing resources;",
         ("where applicable", "within existing resources")),
        ("Urges States to act, as and when necessary;", ("as and when necessary",)),
        ("Urges States to act as soon as possible;", ()),
        ("Requests support, subject to the availability of financial resources;",
         ("subject to the availability of financial resources",)),
        ("Calls upon States to act in accordance with their national circumstances;",
         ("in accordance with their national circumstances",)),
        ("Stresses that it is necessary to take appropriate measures as required by the Charter;", ()),
        ("Welcomes the appropriate use of existing resources;", ()),
    ],
)  # fmt: skip
def test_qualifiers_are_found_whatever_their_case_and_blanks(text, found):
    assert qualifiers(text) == found


def test_what_is_put_in_softens_and_what_is_taken_out_does_not():
    old = "Urges States to adopt rules, where possible;"
    new = "Urges States to adopt, as appropriate, rules;"
    assert softening_between(old, new) == Softening(("as appropriate",), ("where possible",))


def test_a_qualifier_that_only_moved_or_other_words_are_no_softening():
    assert softening_between("Urges, as necessary, States to act;", "Urges States to act, as necessary;") is None
    assert softening_between("Urges States;", "Invites States;") is None


def test_a_second_one_of_the_same_counts():
    assert softening_between("to act, as needed;", "to act, as needed, and report, as needed;").put_in == (
        "as needed",
    )


def test_french_and_spanish_have_their_own():
    assert softening_between("Prie les États d'agir", "Prie les États d'agir, s'il y a lieu", "fr").put_in == (
        "s’il y a lieu",
    )
    assert qualifiers("según proceda", "es") == ("según proceda",)
    assert qualifiers("as appropriate", "ru") == ()
