"""Paragraphs put in without renumbering: bis, ter, alt."""

from __future__ import annotations

import pytest

from draftdesk.drafting.attached import attach_after
from draftdesk.drafting.edits import delete, insert_after, reword
from draftdesk.drafting.stops import finish_paragraph
from draftdesk.errors import DraftingError
from draftdesk.model.paragraph import ParagraphKind
from making_drafts import make_draft

LINES = ("OP 1: Urges;", "OP 2: Notes:", "S1 (a): To act;", "S1 (b): To rest;", "OP 3: Decides.")


def numbers(draft):
    return [paragraph.number for paragraph in draft.paragraphs]


def test_a_paragraph_is_bis_and_the_next_ter_and_no_other_number_changes():
    draft, bis = attach_after(make_draft(*LINES), 2)
    assert numbers(draft) == ["1", "2", "(a)", "(b)", "2 bis", "3"]
    draft, _ = attach_after(draft, 2)
    assert numbers(draft) == ["1", "2", "(a)", "(b)", "2 bis", "2 ter", "3"]
    draft, _ = attach_after(draft, bis, is_alternative=True)
    assert numbers(draft) == ["1", "2", "(a)", "(b)", "2 bis", "2 ter", "2 alt", "3"]
    bis_line = next(p for p in draft.paragraphs if p.id.serial == bis)
    assert bis_line.source_text == "\t2 bis.\t"


def test_a_subparagraph_has_the_word_inside_its_parentheses():
    draft, _ = attach_after(make_draft(*LINES), 3)
    assert numbers(draft) == ["1", "2", "(a)", "(a bis)", "(b)", "3"]


def test_it_goes_with_the_paragraph_that_it_is_attached_to_when_others_are_numbered_anew():
    draft, bis = attach_after(make_draft(*LINES), 2)
    draft = reword(draft, bis, "Invites;")
    draft, _ = insert_after(draft, 1, ParagraphKind.OPERATIVE, "Welcomes;")
    assert numbers(draft) == ["1", "2", "3", "(a)", "(b)", "3 bis", "4"]
    assert numbers(delete(draft, bis)) == ["1", "2", "3", "(a)", "(b)", "4"]


def test_what_has_no_number_has_nothing_attached():
    with pytest.raises(DraftingError) as refused:
        attach_after(make_draft("PP: Recalling,", "OP: Decides."), 1)
    assert refused.value.said.code == "nothing_to_attach"


def test_the_last_full_stop_goes_to_the_paragraph_that_is_last_now():
    draft, bis = attach_after(make_draft(*LINES), 5)
    draft = finish_paragraph(reword(draft, bis, "Requests more"), bis)
    assert [p.text for p in draft.paragraphs][-2:] == ["Decides;", "Requests more."]
