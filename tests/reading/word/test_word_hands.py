"""Who made the tracked changes of a Word file: told with the words, where they stand."""

from __future__ import annotations

from draftdesk.model.draft import ORIGINAL
from draftdesk.reading.word.file import read_word_file
from making_word import deleted, footnotes, ins, mark, note_mark, p, word_file

TRACKED = word_file(
    p(
        "Urges ",
        ins("all ", author="Norden"),
        "States to ",
        deleted("keep", "Sudia"),
        ins("hold", author="Sudia"),
        ";",
    ),
    p(deleted("Decides to meet;", "Norden"), properties=mark("del", "Norden")),
    p("Invites donors."),
)


def draft_in(data: bytes, **view):
    return read_word_file(data, "text.docx", "0" * 64, **view).drafts[0]


def test_words_that_came_and_went_are_told_with_their_authors_and_places():
    draft = draft_in(TRACKED)
    first = draft.paragraphs[0]
    told = [(hand.author, hand.words, hand.went, hand.paragraph) for hand in draft.hands]
    serial = first.id.serial
    assert told == [
        ("Norden", "all ", False, serial),
        ("Sudia", "hold", False, serial),
        ("Sudia", "keep", True, serial),
        ("Norden", "Decides to meet;", True, 0),
    ]
    assert [hand.span.of(first.source_text) for hand in draft.hands[:2]] == ["all ", "hold"]
    assert draft.hands[2].span.start == first.source_text.index("hold")
    assert draft.several_authors == ("Norden", "Sudia")


def test_words_that_one_brought_and_another_took_away_again_are_nobodys():
    twice = ins(deleted("swiftly ", "Sudia").replace("w:delText", "w:t"), author="Norden")
    draft = draft_in(word_file(p("Urges States ", twice, "to act;")))
    assert draft.hands == ()


def test_words_of_a_note_are_told_without_a_place():
    note = footnotes("See ").replace("</w:p></w:footnote>", ins("A/81/5.", author="Norden") + "</w:p></w:footnote>")
    draft = draft_in(word_file(p("Takes note", note_mark(1), ";"), parts={"footnotes": note}))
    assert [(hand.words, hand.paragraph) for hand in draft.hands if hand.words != ""][-1] == ("A/81/5.", 0)


def test_a_text_before_its_changes_has_no_hands():
    assert draft_in(TRACKED, view=ORIGINAL).hands == ()
