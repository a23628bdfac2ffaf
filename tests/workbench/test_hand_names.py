"""The names of delegations in a compilation."""

from __future__ import annotations

import pytest

from draftdesk.workbench.hand_names import Sender, hand_names


def names(*files: str) -> list[str]:
    return hand_names([Sender(file) for file in files])


def test_a_group_in_the_name_of_a_file_is_the_delegation():
    assert names("Rev1_EU comments FINAL.docx", "L.12 - G77 and China (2).docx") == ["EU", "G77 and China"]
    assert names("CANZ_rev1_v3.docx") == ["CANZ"]


def test_words_that_every_version_has_are_left_out():
    assert names("rev1_Altamere_comments.docx", "Rev1 Belmarine edits v2.pdf") == ["Altamere", "Belmarine"]


def test_names_that_would_be_the_same_stay_those_of_the_files():
    assert names("Hand 1.docx", "Hand 2.docx") == ["Hand 1", "Hand 2"]
    assert names("a/text.docx", "b/text.docx") == ["text", "text (2)"]


def test_a_text_about_a_group_is_not_from_it():
    assert names("us and them.docx") == ["us them"]
    assert names("EU and US positions.docx") == ["EU US positions"]


def test_the_one_author_of_tracked_changes_comes_before_the_file_and_after_a_group():
    senders = [Sender("version_a.docx", ("Mission of Norden",)), Sender("rev1 EU.docx", ("J. Diplomat",))]
    assert hand_names(senders) == ["Mission of Norden", "EU"]
    assert hand_names([Sender("north.docx", ("Editor", "Norden"))], in_base=["Editor"]) == ["Norden"]


@pytest.mark.parametrize("given", [["Norden", "Suden"], [" Norden ", "Suden"]])
def test_names_that_are_given_hold(given):
    assert hand_names([Sender("EU.docx"), Sender("US.docx")], given=given) == ["Norden", "Suden"]
