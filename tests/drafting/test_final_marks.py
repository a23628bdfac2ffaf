import pytest

from draftdesk.drafting.edits import delete, insert_after, promote, reword
from draftdesk.drafting.punctuation import ends_with, final_marks, with_final_mark
from draftdesk.drafting.stops import finish_paragraph
from draftdesk.model.paragraph import OBJECT, ParagraphKind
from making_drafts import ferries, make_draft, serial_of


def texts(draft):
    return [paragraph.text for paragraph in draft.paragraphs]


def written(draft, after, kind, text):
    draft, serial = insert_after(draft, after, kind)
    return finish_paragraph(reword(draft, serial, text), serial)


def test_issued_text_already_has_the_marks_of_its_places():
    draft = ferries()
    marks = final_marks(draft)

    wrong = [p.text for p in draft.paragraphs if p.id.serial in marks and not p.text.endswith(marks[p.id.serial])]

    assert len(marks) == 10
    assert wrong == ["To train the crews;"]


@pytest.mark.parametrize(
    ("after", "kind", "text", "expected"),
    [
        ("Recalling", ParagraphKind.PREAMBULAR, "Recalling also the pact", "Recalling also the pact,"),
        ("Urges", ParagraphKind.OPERATIVE, "Notes the report ", "Notes the report;"),
        ("Urges", ParagraphKind.OPERATIVE, "Notes the report.", "Notes the report;"),
        ("Decides", ParagraphKind.OPERATIVE, "Notes the report;", "Notes the report."),
        ("In winter", ParagraphKind.SUB2, "In spring", "In spring;"),
        ("Training", ParagraphKind.HEADING, "Follow-up", "Follow-up"),
        ("Urges", ParagraphKind.OPERATIVE, "Notes boats, rafts, etc.", "Notes boats, rafts, etc.;"),
    ],
)
def test_a_new_paragraph_ends_with_the_mark_of_its_place(after, kind, text, expected):
    draft = ferries()

    assert expected in texts(written(draft, serial_of(draft, after), kind, text))


def test_what_was_last_is_so_no_longer():
    draft = ferries()
    draft = written(draft, serial_of(draft, "Decides"), ParagraphKind.OPERATIVE, "Invites States to report")

    assert texts(draft)[-3:-1] == ["Decides to remain seized of the matter;", "Invites States to report."]


def test_a_paragraph_that_gets_its_first_subparagraph_ends_with_a_colon():
    draft = ferries()
    draft = written(draft, serial_of(draft, "Requests"), ParagraphKind.SUB1, "To report")

    assert "Requests the Secretary-General to report:" in texts(draft)
    assert "To report;" in texts(draft)


def test_text_from_a_file_gets_a_mark_only_where_it_has_none():
    draft = ferries()
    serial = serial_of(draft, "Urges")

    odd = finish_paragraph(reword(draft, serial, "Urges States."), serial)
    bare = finish_paragraph(reword(draft, serial, "Urges States"), serial)

    assert "Urges States." in texts(odd)
    assert "Urges States;" in texts(bare)


def test_the_first_letter_of_an_unfinished_paragraph_does_not_move_the_full_stop():
    draft, _ = insert_after(ferries(), 14, ParagraphKind.OPERATIVE)

    assert "Decides to remain seized of the matter." in texts(draft)


@pytest.mark.parametrize("note", ["\ufffc", "7", "12,14", "3–21"])
def test_a_note_mark_stays_behind_the_final_mark(note):
    assert with_final_mark(f"Takes note of the report,{note}", ";", add=True) == f"Takes note of the report;{note}"


def test_a_number_at_the_end_is_no_note_mark():
    assert with_final_mark("Decides to pay $1,000", ";", add=True) == "Decides to pay $1,000;"


def test_marks_are_those_of_the_language():
    draft = make_draft("OP 1: 呼吁各国；", "OP 2: 决定。", language="zh")

    assert list(final_marks(draft).values()) == ["；", "。"]


def test_a_paragraph_between_headings_and_tables_has_its_mark_and_what_is_no_sentence_has_none():
    draft = make_draft("TITLE: Ferries", "OP 1: Urges;", "H: Training", "OP 2: Notes.", "AN: Annex", "DP 1: We hope.")

    assert final_marks(draft) == {2: ";", 4: ".", 6: "."}


def test_the_only_subparagraph_that_is_promoted_leaves_no_colon_behind():
    draft = make_draft("OP 1: Urges States:", "S1 (a): To act.")

    assert texts(promote(draft, 2)) == ["Urges States;", "To act."]


def test_a_mark_that_was_odd_before_stays_odd():
    draft = make_draft("OP 1: Urges States,", "OP 2: Notes the report.")

    assert texts(delete(draft, 2)) == ["Urges States,"]


@pytest.mark.parametrize(
    ("language", "text", "mark", "finished"),
    [
        ("en", f"the report{OBJECT}", ";", f"the report;{OBJECT}"),
        ("zh", f"报告{OBJECT}", "；", f"报告；{OBJECT}"),
        ("fr", f"le rapport{OBJECT}", "\u00a0;", f"le rapport{OBJECT}\u00a0;"),
        ("es", f"el informe{OBJECT}", ";", f"el informe{OBJECT};"),
        ("ar", f"التقرير{OBJECT}", "؛", f"التقرير{OBJECT}؛"),
    ],
)
def test_a_mark_that_is_added_stands_where_the_language_has_it_beside_the_mark_of_a_note(
    language, text, mark, finished
):
    assert with_final_mark(text, mark, add=True, language=language) == finished


def test_a_french_mark_takes_its_blank_along():
    assert with_final_mark("le rapport\u00a0;", ",") == "le rapport,"
    assert with_final_mark("le rapport,", "\u00a0;") == "le rapport\u00a0;"
    assert ends_with("le rapport;", "\u00a0;")
