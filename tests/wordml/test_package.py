"""The parts of a Word package."""

from __future__ import annotations

from draftdesk.wordml.package import open_package
from making_word import p, word_file


def test_everyone_who_asks_for_a_part_has_a_tree_of_their_own():
    package = open_package(word_file(p("Notes the report;")), "draft.docx")
    first, second = (package.xml(package.main_part) for _ in range(2))
    first.clear()
    third = package.xml(package.main_part)
    assert ("".join(second.itertext()), "".join(third.itertext())) == ("Notes the report;", "Notes the report;")
