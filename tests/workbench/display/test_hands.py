"""Changes know by whose hand they are: of the draft that proposes them, or of one of several authors of a file."""

from __future__ import annotations

from dataclasses import replace

import pytest

from draftdesk.aligning.table import align
from draftdesk.comparing.comparison import compare
from draftdesk.model.alignment import Shape
from draftdesk.model.draft import ORIGINAL
from draftdesk.reading.word.file import read_word_file
from draftdesk.workbench.change_list import change_entries
from draftdesk.workbench.display.cells import cell_content
from draftdesk.workbench.display.hands import NO_HAND, hands_of
from draftdesk.workbench.display.rows import arrange
from draftdesk.workbench.display.values import Sign
from making_word import deleted, ins, p, word_file

LINES = ("Takes note of the report;", "Urges all States to keep registers of accidents;", "Invites donors to help.")


def plain(name: str, *lines: str):
    return read_word_file(word_file(*map(p, lines)), name, name * 8).drafts[0]


@pytest.fixture
def tracked():
    """A file that Norden and Sudia marked up side by side, before and after."""
    data = word_file(
        p(LINES[0]),
        p(
            *("Urges all ", ins("willing ", author="Norden"), ins("coastal ", author="Sudia"), "States to "),
            *(deleted("keep", "Sudia"), ins("publish", author="Sudia"), " registers of accidents;"),
        ),
        p(deleted("Invites donors to help.", "Norden"), ins("Requests a report.", author="Norden")),
    )
    views = ({"view": ORIGINAL}, {})
    return [read_word_file(data, "marked.docx", "m" * 64, **view).drafts[0] for view in views]


def shown(drafts, *, beside=True):
    """The arrangement with hands, of two drafts as one redline or beside each other."""
    view = arrange(compare(drafts, align(drafts, Shape.STAR)), folds=False, alone=-1 if beside else 1)
    return replace(view, hands=hands_of(view.drafts, view.short, view.against))


def signed(view, column):
    """(words, hand) of all that has a sign in a column."""
    told = []
    for row in view.rows:
        for block in cell_content(view, row, column).blocks:
            told += [
                (s.text.strip(), view.hands.names[s.hand] if s.hand != NO_HAND else "")
                for s in block.stretches
                if s.sign not in {Sign.PLAIN, Sign.GAP}
            ]
    return told


def test_each_draft_has_a_hand_of_its_own_and_the_base_none():
    drafts = [plain("base", *LINES), plain("north", LINES[0] + " Thanks;", *LINES[1:]), plain("south", *LINES[:2])]
    view = shown(drafts)
    assert view.hands.names == ("north", "south")
    assert view.hands.of_column == (NO_HAND, 0, 1)
    assert {whose for _, whose in signed(view, 1)} == {"north"}
    assert {whose for _, whose in signed(view, 2)} == {"south"}


def test_words_of_two_authors_that_touch_are_told_apart(tracked):
    told = signed(shown(tracked, beside=False), 1)
    assert ("willing", "Norden") in told
    assert ("coastal", "Sudia") in told
    assert ("keep", "Sudia") in told
    assert ("publish", "Sudia") in told


def test_deleted_words_in_the_older_column_know_who_took_them_away(tracked):
    view = shown(tracked)
    assert ("keep", "Sudia") in signed(view, 0)
    assert {whose for words, whose in signed(view, 0) if words != "keep"} == {"Norden"}


def test_what_nobody_tracked_has_no_hand_and_the_cell_says_so(tracked):
    older = plain("first", LINES[0], LINES[1].replace("accidents", "deaths"), LINES[2])
    view = shown([older, tracked[1]], beside=False)
    told = dict(signed(view, 1))
    assert told["deaths"] == told["accidents"] == ""
    assert told["coastal"] == "Sudia"
    notes = [note.text for row in view.rows for note in cell_content(view, row, 1).notes]
    assert any(note.startswith("By ") and "not tracked" in note and "Sudia" in note for note in notes)


def test_a_paragraph_that_was_changed_since_it_was_read_is_nobodys(tracked):
    before, after = tracked
    paragraphs = tuple(
        replace(one, source_text="So " + one.source_text, text_span=replace(one.text_span, end=one.text_span.end + 3))
        for one in after.paragraphs
    )
    view = shown([before, replace(after, paragraphs=paragraphs)], beside=False)
    assert dict(signed(view, 1)).get("coastal", "") == ""


def test_the_list_of_changes_names_the_authors(tracked):
    view = arrange(compare(tracked, align(tracked, Shape.STAR)), folds=False)
    by_words = {entry.after: entry.authors for entry in change_entries(view) if entry.after}
    assert by_words["willing coastal "] == ("Norden", "Sudia")
    assert by_words["publish"] == ("Sudia",)
