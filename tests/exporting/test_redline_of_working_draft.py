"""Footnotes and italics that a working draft has otherwise than its base are tracked in its redline."""

from __future__ import annotations

import pytest

from draftdesk.drafting import edits, notes
from draftdesk.errors import ProofError
from draftdesk.exporting.proof import prove_draft
from draftdesk.model.draft import ORIGINAL
from draftdesk.model.paragraph import Span
from draftdesk.reading.receive import receive
from draftdesk.workbench.export_redline import export_redline
from making_drafts import italics
from making_redlines import DATE
from making_word import footnotes, i, note_mark, p, word_file

BASE = word_file(
    p("\t", i("Recalling"), " its resolution 74/901", note_mark(1), " on lamps,"),
    p("\t1.\t", i("Urges"), " all States to fit lights on every ferry;"),
    p("\t2.\t", i("Invites"), " owners to lend a hand."),
    parts={"footnotes": footnotes(" Resolution 74/901.")},
)
BARE = word_file(p("\t1.\t", i("Urges"), " all States to fit lights;"), p("\t2.\t", i("Invites"), " owners."))


def read(data, view=None):
    return receive(data, "x.docx", view).drafts[0] if view else receive(data, "x.docx").drafts[0]


def redline(draft, base=BASE):
    data = export_redline(read(base), base, draft, None, "Norden", DATE).data
    return read(data), read(data, ORIGINAL)


def said(draft):
    return [(note.mark, note.text) for note in draft.notes if note.mark]


def test_an_edit_inside_a_note_is_tracked_there():
    draft = read(BASE)
    draft = edits.reword(draft, draft.notes[0].paragraphs[0].id.serial, "Resolution 74/901 of 12 May.")
    accepted, rejected = redline(draft)

    assert said(accepted) == [("1", "Resolution 74/901 of 12 May.")]
    assert said(rejected) == [("1", "Resolution 74/901.")]


def test_a_new_note_comes_with_its_mark_and_numbers_follow():
    draft = read(BASE)
    draft, serial = notes.add_note(draft, draft.paragraphs[0].id.serial, len("Recalling its"))
    draft = edits.reword(draft, serial, "See A/80/13.")
    accepted, rejected = redline(draft)

    assert said(accepted) == [("1", "See A/80/13."), ("2", "Resolution 74/901.")]
    assert said(rejected) == [("1", "Resolution 74/901.")]


def test_a_note_that_is_deleted_goes_with_its_mark():
    draft = read(BASE)
    accepted, rejected = redline(notes.delete_note(draft, draft.notes[0].paragraphs[0].id.serial))

    assert said(accepted) == []
    assert said(rejected) == [("1", "Resolution 74/901.")]


def test_a_file_without_notes_gets_its_first_one():
    draft = read(BARE)
    draft, serial = notes.add_note(draft, draft.paragraphs[0].id.serial, len("Urges all States"))
    accepted, rejected = redline(edits.reword(draft, serial, "See A/80/13."), BARE)

    assert said(accepted) == [("1", "See A/80/13.")]
    assert said(rejected) == []


def test_a_note_of_a_paragraph_that_moved_keeps_its_new_words():
    draft = read(BASE)
    first, last = draft.paragraphs[1].id.serial, draft.paragraphs[2].id.serial
    draft, serial = notes.add_note(draft, first, len("Urges all States"))
    draft = edits.move(edits.reword(draft, serial, "See A/80/13."), first, last)
    accepted, _ = redline(draft)

    assert said(accepted) == [("1", "Resolution 74/901."), ("2", "See A/80/13.")]


def test_the_proof_misses_a_note_with_other_words():
    draft = read(BASE)
    data = export_redline(
        draft, BASE, edits.reword(draft, 2, draft.paragraphs[1].text + " now"), None, "N", DATE
    ).data
    changed = edits.reword(draft, draft.notes[0].paragraphs[0].id.serial, "Resolution 75/1.")
    changed = edits.reword(changed, 2, draft.paragraphs[1].text + " now")

    with pytest.raises(ProofError):
        prove_draft(BASE, data, draft, changed, derived=True)


def test_italics_set_by_hand_are_tracked_though_no_word_changed():
    draft = read(BASE)
    index = draft.index_of(draft.paragraphs[1].id.serial)
    words = draft.paragraphs[index].text
    start = words.index("lights")
    draft = edits.reword(draft, draft.paragraphs[index].id.serial, words, [(Span(start, start + 6), True)])
    accepted, rejected = redline(draft)

    assert italics(accepted.paragraphs[1]) == ["Urges", "lights"]
    assert italics(rejected.paragraphs[1]) == ["Urges"]


def test_italics_taken_off_a_kept_word_are_tracked():
    draft = read(BASE)
    text = draft.paragraphs[1].text + " Now"
    draft = edits.reword(draft, draft.paragraphs[1].id.serial, text, [(Span(0, 5), False)])
    accepted, rejected = redline(draft)

    assert italics(accepted.paragraphs[1]) == []
    assert italics(rejected.paragraphs[1]) == ["Urges"]
