"""Footnotes of a proposal taken into the working draft: new words, notes that came or went, the text left alone."""

from __future__ import annotations

import pytest

from draftdesk.errors import DraftdeskError
from draftdesk.reading.receive import receive
from draftdesk.resources import resource
from draftdesk.workbench.desk.desk import Desk
from draftdesk.workspace.store import Workspace

_NAMES = ("issued.docx", "rev1.docx")


@pytest.fixture
def desk(tmp_path):
    opened = Desk(Workspace.open(tmp_path / "a.desk"))
    for name in _NAMES:
        data = resource("samples", name).read_bytes()
        opened.add(receive(data, name), f"/d/{name}", data)
    yield opened
    opened.close()


def row(desk, words):
    comparison = desk.comparison
    return next(n for n in range(len(comparison.table.rows)) if words in comparison.cell_text(n, 0))


def notes(draft):
    return [" ".join(note.text.split()) for note in draft.notes]


def test_a_note_that_was_replaced_as_a_whole_is_taken_in_its_place(desk):
    desk.start_working(desk.columns[0].draft_id)
    before = notes(desk.working_draft)
    desk.take_notes(row(desk, "Taking note of the report"), 1)
    assert before[0] == "A/79/931."
    assert notes(desk.working_draft) == ["A/81/917 and A/81/917/Corr.1.", *before[1:]]


def test_the_words_above_a_note_that_is_taken_stay_as_they_are(desk):
    desk.start_working(desk.columns[0].draft_id)
    texts = [p.text for p in desk.working_draft.paragraphs]
    desk.take_notes(row(desk, "Port Selmar Guidelines"), 1)
    assert [p.text for p in desk.working_draft.paragraphs] == texts
    assert notes(desk.working_draft)[1] == "A/81/926, annex II."


def test_a_row_that_differs_in_its_note_only_can_be_taken_whole(desk):
    desk.start_working(desk.columns[0].draft_id)
    desk.take(row(desk, "Taking note of the report"), 1)
    assert notes(desk.working_draft)[0] == "A/81/917 and A/81/917/Corr.1."


def test_a_note_is_taken_once(desk):
    desk.start_working(desk.columns[0].draft_id)
    at = row(desk, "Taking note of the report")
    desk.take_notes(at, 1)
    with pytest.raises(DraftdeskError) as refused:
        desk.take_notes(at, 1)
    assert refused.value.said.code == "taken_already"


def test_a_note_that_somebody_reworded_is_not_written_over(desk):
    desk.start_working(desk.columns[0].draft_id)
    note = desk.working_draft.notes[0].paragraphs[0]
    desk.reword(note.id.serial, "A/80/1.")
    with pytest.raises(DraftdeskError) as refused:
        desk.take_notes(row(desk, "Taking note of the report"), 1)
    assert refused.value.said.code == "take_words_gone"
    assert notes(desk.working_draft)[0] == "A/80/1."


def test_undo_takes_a_note_back(desk):
    desk.start_working(desk.columns[0].draft_id)
    before = notes(desk.working_draft)
    desk.take_notes(row(desk, "Taking note of the report"), 1)
    desk.undo()
    assert notes(desk.working_draft) == before
