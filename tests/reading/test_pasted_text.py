"""One resolution in many layouts, as it comes from the clipboard: all read as the same paragraphs."""

from __future__ import annotations

import pytest

from draftdesk.model.paragraph import Mark, ParagraphKind
from draftdesk.reading.text.plain import draft_of_text, read_text
from making_pastes import LAYOUTS, apart, essence, sample_lines, starred, wanted


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_layout_reads_as_the_same_paragraphs(layout):
    text = LAYOUTS[layout](sample_lines())
    assert essence(draft_of_text(text, "pasted", "d")) == wanted()


def test_greeting_and_signature_are_kept_as_furniture_and_told():
    read = read_text(LAYOUTS["in a message"](sample_lines()), "pasted", "d")

    furniture = [one.source_text for one in read.draft.paragraphs if one.kind is ParagraphKind.FURNITURE]
    assert "Dear colleagues," in furniture
    assert any("Permanent Mission of Norden" in line for line in furniture)
    assert [said.code for said in read.warnings] == ["around_text"]
    assert dict(read.warnings[0].fields)["first"] == "Dear colleagues,"


def test_a_text_that_came_in_no_message_has_nothing_left_out():
    assert read_text(apart(sample_lines()), "pasted", "d").warnings == ()


def test_lines_about_all_states_greet_nobody():
    text = (
        "The General Assembly,\n\n1. Decides as follows:\n\nAll States shall mark their ferries\n\nBest practices\n"
    )
    assert read_text(text, "pasted", "d").warnings == ()


def test_a_message_without_any_paragraph_of_a_resolution_is_all_shown():
    draft = draft_of_text("Dear Anna,\n\nwill you be in the room at nine\n\nBest,\nJoão", "pasted", "d")
    assert not any(one.is_hidden for one in draft.paragraphs)


@pytest.mark.parametrize("sign", ["*", "_", "**"])
def test_typed_marks_around_openings_are_italics(sign):
    draft = draft_of_text(starred(sign)(sample_lines()), "pasted", "d")

    first = next(one for one in draft.paragraphs if one.kind is ParagraphKind.OPERATIVE)
    italics = [run.span.of(first.source_text) for run in first.runs if Mark.ITALIC in run.marks]
    assert italics == ["Reaffirms its commitment"]
    assert not any(sign in one.source_text for one in draft.paragraphs)


def test_an_asterisk_that_marks_no_opening_stays():
    draft = draft_of_text("1. Urges all States* to act;\n2. Decides to *remain* seized.", "pasted", "d")
    assert [one.text for one in draft.paragraphs] == ["Urges all States* to act;", "Decides to *remain* seized."]


@pytest.mark.parametrize(
    ("label", "number"),
    [
        ("PP1", "PP1"),
        ("PP 3.", "PP 3"),
        ("OP1:", "OP1"),
        ("OP 3 bis", "OP 3 bis"),
        ("OP5 alt", "OP5 alt"),
        ("OP7bis.", "OP7bis"),
    ],
)
def test_labels_of_negotiators_are_numbers(label, number):
    paragraph = draft_of_text(f"{label} Urges all States to act;", "pasted", "d").paragraphs[0]
    assert (paragraph.number, paragraph.text) == (number, "Urges all States to act;")


def test_notes_below_a_pasted_text_are_footnotes_called_at_their_marks():
    text = (
        "The General Assembly,\n\nTaking note of the report of the Secretary-General,[1]\n\n"
        "1. Urges all States to mark their ferries[2] well;\n\n"
        "[1] A/81/917.\n[2] As defined in the Port Selmar\nGuidelines.\n"
    )
    draft = draft_of_text(text, "pasted", "d")

    assert [(note.mark, note.text) for note in draft.notes] == [
        ("1", "A/81/917."),
        ("2", "As defined in the Port Selmar Guidelines."),
    ]
    assert [one.text for one in draft.paragraphs if one.objects] == [
        "Taking note of the report of the Secretary-General,\ufffc",
        "Urges all States to mark their ferries\ufffc well;",
    ]


def test_notes_at_the_foot_of_pages_are_cut_out_of_the_sentence():
    page = (
        "1. Urges all riparian States to see to it that every ferry on inland waters is\n"
        "marked on both sides, 1 and that its crew\n1\n\n26-12345 (E)\n\nA/81/917.\n\n\f\nA/RES/81/9\n\n"
        "is trained twice in each year before the winter season begins;\n2. Decides to look at the matter again.\n"
    )
    draft = draft_of_text(page, "pages.txt", "d")

    shown = [one.text for one in draft.paragraphs if not one.is_hidden]
    assert shown[0].startswith("Urges all riparian States")
    assert "both sides,\ufffc and that its crew is trained twice" in shown[0]
    assert shown[1] == "Decides to look at the matter again."
    assert [note.text for note in draft.notes] == ["A/81/917."]


def test_a_hyphen_lost_at_the_end_of_a_line_comes_back():
    text = (
        "1. Requests the Secretary-General to report on the safety of all inland ferries at\n"
        "the session, and the SecretaryGeneral\n"
        "to inform all States;\n\f2. Decides to return to it at the seventythird\nsession.\n"
    )
    shown = [one.text for one in draft_of_text(text, "pages.txt", "d").paragraphs]
    assert "and the Secretary-General to inform" in shown[0]
    assert shown[1].endswith("seventy-third session.")


@pytest.mark.parametrize(("line", "number"), [("3.Urges", "3"), ("5 bis.Urges", "5 bis"), ("(a)Urges", "(a)")])
def test_a_blank_that_was_forgotten_after_a_number_is_no_matter(line, number):
    paragraph = draft_of_text(f"{line} all States to act;", "pasted", "d").paragraphs[0]
    assert (paragraph.number, paragraph.text) == (number, "Urges all States to act;")


def test_a_wrapped_line_that_names_the_organ_is_no_enacting_line():
    text = (
        "The General Assembly,\nRecalling that the report on the safety of inland ferries was transmitted to\n"
        "the General Assembly,\nNoting that it was discussed at length by the Second Committee of the\n"
        "Assembly in the autumn,\n"
    )
    kinds = [one.kind.value for one in draft_of_text(text, "pasted", "d").paragraphs]
    assert kinds == ["enacting", "preambular", "preambular"]


def test_notes_below_the_rules_of_a_text_without_pages_are_cut_out_too():
    text = (
        "A/RES/81/9\n1. Urges all riparian States to see to it that every ferry on inland waters is\n"
        "marked on both sides,1 and that its crew, under the Port Selmar Guidelines,2\n_______________\n \n"
        "1 A/81/917.\n \n2 As revised at the Fourth Meeting of Riparian Authorities, held at\nSaint Aurel.\n"
        "A/RES/81/9\n \n2/3\n26-12345 \n \n"
        "is trained twice in each year before the winter season begins;\n2. Decides to look at the matter again.\n"
    )
    draft = draft_of_text(text, "copied", "d")

    first, second = (one.text for one in draft.paragraphs if not one.is_hidden)
    assert (
        "marked on both sides,\ufffc and that its crew, under the Port Selmar Guidelines,\ufffc is trained" in first
    )
    assert second == "Decides to look at the matter again."
    assert [(note.mark, note.text) for note in draft.notes] == [
        ("1", "A/81/917."),
        ("2", "As revised at the Fourth Meeting of Riparian Authorities, held at Saint Aurel."),
    ]


def test_a_numbered_paragraph_that_speaks_of_a_meeting_is_no_meeting_line():
    text = "The General Assembly,\n\n1. Decides to hold a meeting on this during its eighty-\nsecond session.\n"
    assert draft_of_text(text, "draft.txt", "d").paragraphs[-1].text.endswith("its eighty-second session.")
