"""What the numbers of a draft tell is found out once for an edit and the next one."""

from __future__ import annotations

from draftdesk.drafting.edits import insert_after, reword
from draftdesk.drafting.foreseen import Foreseen, has_same_numbers
from draftdesk.model.draft import Draft
from draftdesk.model.paragraph import ParagraphKind
from making_drafts import ferries


def last_operative(draft: Draft) -> int:
    return [p.id.serial for p in draft.paragraphs if p.kind is ParagraphKind.OPERATIVE][-1]


def test_words_that_are_typed_leave_what_numbers_tell_and_a_new_paragraph_does_not():
    draft = ferries()
    serial = last_operative(draft)
    typed = reword(draft, serial, "Notes this.")
    longer, _ = insert_after(draft, serial, ParagraphKind.OPERATIVE, "Also notes this.")
    assert has_same_numbers(draft, typed)
    assert not has_same_numbers(draft, longer)


def test_after_a_step_back_nothing_is_found_out_again():
    asked = []

    def told(draft: Draft) -> int:
        asked.append(draft)
        return len(draft.paragraphs)

    foreseen, draft = Foreseen(told), ferries()
    longer, _ = insert_after(draft, last_operative(draft), ParagraphKind.OPERATIVE, "Also notes this.")
    answers = [foreseen.of(one) for one in (draft, longer, draft, reword(draft, last_operative(draft), "Notes."))]
    assert answers == [len(draft.paragraphs), len(longer.paragraphs), len(draft.paragraphs), len(draft.paragraphs)]
    assert len(asked) == 2
