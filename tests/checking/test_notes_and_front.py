"""Rules of footnotes and of the list of sponsors."""

from __future__ import annotations

from dataclasses import replace

from draftdesk.checking.checks import check
from draftdesk.checking.mending import all_mended
from draftdesk.drafting.edits import reword
from draftdesk.drafting.notes import add_note
from draftdesk.model.draft import Draft, Note, NoteKind
from draftdesk.model.paragraph import OBJECT, InlineObject, ObjectKind, Paragraph, ParagraphId, ParagraphKind, Span
from making_drafts import make_draft


def with_note(draft: Draft, text: str) -> Draft:
    """The draft with a note for the mark in its first paragraph."""
    first = draft.paragraphs[0]
    at = first.source_text.index(OBJECT)
    marked = replace(first, objects=(InlineObject(at, ObjectKind.FOOTNOTE_MARK, "1", "1"),))
    noted = Paragraph(ParagraphId(draft.id, 90), ParagraphKind.FOOTNOTE, text, Span(0, len(text)))
    return replace(
        draft, paragraphs=(marked, *draft.paragraphs[1:]), notes=(Note("1", NoteKind.FOOTNOTE, "1", (noted,)),)
    )


def test_a_note_mark_before_the_comma_is_put_behind_it() -> None:
    draft = with_note(make_draft(f"PP: Recalling the 2030 Agenda{OBJECT}, and its goals,"), "Resolution 70/1.")
    assert [finding.rule for finding in check(draft)] == ["note_mark_place"]
    mended = all_mended(draft)
    assert mended.paragraphs[0].text == f"Recalling the 2030 Agenda,{OBJECT} and its goals,"
    assert mended.paragraphs[0].objects_in_text()[0].target == "1"


def test_a_blank_before_a_note_mark_is_taken_out() -> None:
    draft = with_note(make_draft(f"PP: Recalling the 2030 Agenda, {OBJECT} and its goals,"), "Resolution 70/1.")
    assert [finding.rule for finding in check(draft)] == ["note_mark_place"]
    assert all_mended(draft).paragraphs[0].text == f"Recalling the 2030 Agenda,{OBJECT} and its goals,"


def test_a_note_without_a_full_stop_gets_one() -> None:
    draft = with_note(make_draft(f"PP: Recalling the 2030 Agenda,{OBJECT} and its goals,"), "Resolution 70/1")
    assert [finding.rule for finding in check(draft)] == ["note_full_stop"]
    assert all_mended(draft).notes[0].text == "Resolution 70/1."


def sponsored(text: str) -> Draft:
    draft = make_draft("B: Sponsors", "PP: Recalling its earlier work,")
    line = replace(
        draft.paragraphs[0], kind=ParagraphKind.SPONSORS, source_text=text, text_span=Span(0, len(text)), runs=()
    )
    return replace(draft, paragraphs=(line, *draft.paragraphs[1:]))


def test_sponsors_are_put_in_english_alphabetical_order() -> None:
    draft = sponsored("Norway, Côte d’Ivoire, Brazil and Åland: draft resolution")
    assert [finding.rule for finding in check(draft)] == ["sponsor_order"]
    assert all_mended(draft).paragraphs[0].text == "Åland, Brazil, Côte d’Ivoire and Norway: draft resolution"


def test_sponsors_in_order_are_left_alone() -> None:
    assert check(sponsored("Brazil, Côte d’Ivoire and Norway: draft resolution")) == ()


def test_the_note_of_a_sponsor_goes_with_its_name_and_two_notes_are_left_to_the_writer() -> None:
    draft, note = add_note(sponsored("Norway, Egypt and Brazil: draft resolution"), 1, len("Norway, Egypt"))
    draft = reword(draft, note, "On behalf of the members of the Group of Rivers.")
    assert all_mended(draft).paragraphs[0].text == f"Brazil, Egypt{OBJECT} and Norway: draft resolution"
    draft, _ = add_note(draft, 1, len("Norway"))
    assert [(finding.rule, finding.mend) for finding in check(draft)] == [("sponsor_order", None)]


def test_names_with_an_and_in_them_and_observers_at_the_end_are_in_order() -> None:
    listed = "Antigua and Barbuda, Chile, United Kingdom of Great Britain and Northern Ireland, Zambia and Holy See"
    assert check(sponsored(f"{listed}: draft resolution")) == ()


def test_paragraphs_that_an_amendment_brings_may_be_last_or_not_and_need_no_numbers() -> None:
    body = ("B: After operative paragraph 4, insert:", "OP: Requests a report on ferries;", "OP: Thanks the towns;")
    draft = make_draft(*body)
    assert {finding.rule for finding in check(draft)} >= {"operative_mark"}
    assert check(replace(draft, sponsors="Norway: amendment to draft resolution A/81/L.9")) == ()
