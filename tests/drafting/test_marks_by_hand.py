"""What a hand sets in a draft: what it may, what the form fixes, and brackets by one command."""

from __future__ import annotations

import pytest

from draftdesk.drafting import edits
from draftdesk.drafting.highlighted_brackets import brackets_highlighted
from draftdesk.drafting.notes import add_note
from draftdesk.model.draft import Draft
from draftdesk.model.paragraph import Mark, Span
from making_drafts import italics, make_draft


def marked(draft: Draft, index: int, mark: Mark) -> list[str]:
    paragraph = draft.paragraphs[index]
    return [run.span.of(paragraph.text) for run in paragraph.runs_in_text() if mark in run.marks]


def by_hand(draft: Draft, index: int, mark: Mark, *, on: bool = True, words: str = "") -> Draft:
    """The draft with a mark put on words of a paragraph, all of them where none are named, or taken off."""
    paragraph = draft.paragraphs[index]
    start = paragraph.text.index(words)
    span = Span(start, start + len(words or paragraph.text))
    return edits.reword(draft, paragraph.id.serial, paragraph.text, [(span, mark, on)])


def test_a_mark_is_put_on_and_taken_off_and_the_words_stay() -> None:
    draft = make_draft("PP: Recalling its resolution,", "OP 1: Urges all States to act;")
    for mark in (Mark.BOLD, Mark.HIGHLIGHT):
        changed = by_hand(draft, 1, mark, words="all States")
        assert marked(changed, 1, mark) == ["all States"]
        assert italics(changed.paragraphs[1]) == ["Urges"]
        assert by_hand(changed, 1, mark, words="all States", on=False).paragraphs == draft.paragraphs


def test_the_mark_of_a_note_is_not_set_by_hand() -> None:
    draft, _ = add_note(make_draft("OP 1: Urges all States to act;"), 1, len("Urges all States"), "A/80/1.")
    assert marked(by_hand(draft, 0, Mark.BOLD, words=" States\ufffc to"), 0, Mark.BOLD) == [" States", " to"]


def test_the_opening_stays_in_italics_though_all_of_its_paragraph_is_set_upright() -> None:
    draft = by_hand(
        make_draft("OP 1: Urges all States to read Treaty Series;"), 0, Mark.ITALIC, words="Treaty Series"
    )
    assert italics(by_hand(draft, 0, Mark.ITALIC, on=False).paragraphs[0]) == ["Urges"]


def test_the_organ_stays_in_italics() -> None:
    draft = make_draft("EN: The General Assembly,")
    draft = by_hand(draft, 0, Mark.ITALIC)
    assert italics(by_hand(draft, 0, Mark.ITALIC, on=False).paragraphs[0]) == ["The General Assembly"]


def test_in_chinese_the_opening_stays_bold() -> None:
    draft = by_hand(make_draft("OP 1: 敦促所有国家采取行动；", language="zh"), 0, Mark.BOLD)
    assert marked(by_hand(draft, 0, Mark.BOLD, on=False), 0, Mark.BOLD) == ["敦促"]


@pytest.mark.parametrize("line", ["TITLE: The lakes", "H: Training", "AN: Annex"])
def test_whether_a_title_or_heading_is_bold_is_not_up_to_a_hand(line: str) -> None:
    draft = make_draft(line)
    for on in (True, False):
        assert by_hand(draft, 0, Mark.BOLD, on=on) is draft
    assert marked(by_hand(draft, 0, Mark.HIGHLIGHT), 0, Mark.HIGHLIGHT) == [draft.paragraphs[0].text]


def test_words_that_are_typed_inside_a_highlighted_stretch_are_highlighted_too() -> None:
    draft = by_hand(make_draft("OP 1: Urges all States to act;"), 0, Mark.HIGHLIGHT, words="all States")
    draft = edits.reword(draft, 1, "Urges all coastal States to act now;")
    assert marked(draft, 0, Mark.HIGHLIGHT) == ["all coastal States"]


BRACKETED = ("SN: [on the report of the Committee]", "PP: Recalling [all of] its work [,", "OP 1: Urges no one;")


def test_all_brackets_are_highlighted_by_one_command_and_those_of_the_source_note_are_not() -> None:
    draft = brackets_highlighted(make_draft(*BRACKETED))
    assert [marked(draft, index, Mark.HIGHLIGHT) for index in range(3)] == [[], ["[", "]", "["], []]
    assert [p.text for p in draft.paragraphs] == [p.text for p in make_draft(*BRACKETED).paragraphs]


def test_where_some_are_highlighted_all_are_and_where_all_are_none_is() -> None:
    draft = by_hand(make_draft(*BRACKETED), 1, Mark.HIGHLIGHT, words="[all of]")
    highlighted = brackets_highlighted(draft)
    assert marked(highlighted, 1, Mark.HIGHLIGHT) == ["[all of]", "["]
    assert marked(brackets_highlighted(highlighted), 1, Mark.HIGHLIGHT) == ["all of"]


def test_brackets_of_notes_are_highlighted_and_without_any_the_draft_is_the_same() -> None:
    draft, serial = add_note(make_draft("OP 1: Urges all;", "OP 2: Decides."), 1, 5)
    assert brackets_highlighted(draft) is draft
    note = brackets_highlighted(edits.reword(draft, serial, "See [A/80/1].")).notes[0].paragraphs[0]
    assert [run.span.of(note.text) for run in note.runs_in_text() if Mark.HIGHLIGHT in run.marks] == ["[", "]"]
