"""The list before a text is tabled."""

from __future__ import annotations

from dataclasses import replace

import pytest

from draftdesk.messages import render
from draftdesk.model.paragraph import ParagraphKind
from draftdesk.reading.receive import receive
from draftdesk.resources import resource
from draftdesk.workbench.desk.desk import Desk
from draftdesk.workbench.submission import Submission, SubmissionItem, submission_of
from draftdesk.workspace.store import Workspace
from making_drafts import make_draft
from making_word import i, p, word_file


def lines_of(draft, **settled):
    return {line.item: line for line in Submission(draft, None, None, **settled).lines()}


@pytest.fixture
def desk(tmp_path):
    made = Desk(Workspace.open(tmp_path / "new.desk"))
    for name in ("issued.docx", "rev1.docx"):
        path = resource("samples", name)
        made.add(receive(path.read_bytes(), name), str(path), path.read_bytes())
    yield made
    made.close()


def test_a_working_draft_on_the_issued_file_is_tracked_and_proved(desk):
    desk.start_working(desk.drafts[0].id)
    working = desk.working_draft
    operative = next(p for p in working.paragraphs if p.kind is ParagraphKind.OPERATIVE)
    desk.reword(operative.id.serial, operative.text.replace(";", " every year;"))

    lines = {line.item: line for line in submission_of(desk, "Belmarine", cleans=True).lines()}

    assert list(lines) == list(SubmissionItem)
    assert render(lines[SubmissionItem.BASE].said) == "The base is A/RES/79/912."
    assert lines[SubmissionItem.TRACKED].is_done
    assert "changes: 1" in render(lines[SubmissionItem.TRACKED].said)
    assert lines[SubmissionItem.METADATA].is_done
    assert not lines[SubmissionItem.SPONSORS].is_done


def test_what_cannot_be_tracked_says_why_and_what_to_do(tmp_path):
    desk = Desk(Workspace.open(tmp_path / "text.desk"))
    for name, text in (("old.txt", "1. Urges States to act."), ("new.txt", "1. Invites States to act.")):
        desk.add(receive(text.encode(), name), name, text.encode())
    lines = {line.item: line for line in submission_of(desk, "Belmarine").lines()}
    assert not lines[SubmissionItem.TRACKED].is_done
    assert not lines[SubmissionItem.BASE].is_done
    assert "base" in render(lines[SubmissionItem.TRACKED].to_do)
    desk.close()


def test_brackets_and_labels_are_told_even_where_the_user_does_not_follow_their_rules():
    draft = make_draft("EN: The General Assembly,", "PP: Recalling its resolution 79/912 of 8 January 2025,",
                       "OP 1: Urges [all] States to act;", "OP 1 bis: Invites States to report.")  # fmt: skip
    lines = lines_of(draft, without=("negotiation_bracket", "negotiation_label"))
    assert not lines[SubmissionItem.BRACKETS].is_done
    assert "OP 1" in render(lines[SubmissionItem.BRACKETS].said)
    assert not lines[SubmissionItem.LABELS].is_done


def test_a_new_text_in_form_with_sponsors_has_nothing_left_to_do_but_what_one_wishes():
    made = receive(
        word_file(p("The General Assembly,"), p("\t", i("Urges"), " all States to act.")), "new.docx"
    ).drafts[0]
    lines = lines_of(replace(made, sponsors="Belmarine: draft resolution"))
    assert [item for item, line in lines.items() if not line.is_done] == [SubmissionItem.METADATA]


def test_a_desk_without_a_draft_has_nothing_to_table(tmp_path):
    desk = Desk(Workspace.open(tmp_path / "empty.desk"))
    assert submission_of(desk, "Belmarine") is None
    desk.close()
