"""Rules of italics and of references that a line of text cannot show."""

from __future__ import annotations

from dataclasses import replace

from draftdesk.checking.checks import check
from draftdesk.checking.mending import all_mended
from draftdesk.drafting.edits import delete
from draftdesk.model.draft import Draft
from draftdesk.model.finding import Grade
from draftdesk.model.paragraph import Mark, Run, Span
from making_drafts import make_draft

LINES = ("PP: Recalling its earlier work on shared rivers,", "OP: Urges all States to adopt common rules for them.")


def with_italics(draft: Draft, index: int, *spans: Span) -> Draft:
    paragraph = draft.paragraphs[index]
    start = paragraph.text_span.start
    runs = tuple(Run(Span(s.start + start, s.end + start), frozenset({Mark.ITALIC})) for s in spans)
    changed = replace(paragraph, runs=runs)
    return replace(draft, paragraphs=(*draft.paragraphs[:index], changed, *draft.paragraphs[index + 1 :]))


def italics(draft: Draft, index: int) -> list[str]:
    paragraph = draft.paragraphs[index]
    return [run.span.of(paragraph.text) for run in paragraph.runs_in_text() if Mark.ITALIC in run.marks]


def test_an_upright_opening_is_found_and_set_in_italics() -> None:
    draft = with_italics(make_draft(*LINES), 0)
    assert [finding.rule for finding in check(draft)] == ["opening_italics"]
    assert italics(all_mended(draft), 0) == ["Recalling"]


def test_a_file_without_any_italics_is_not_asked_for_them() -> None:
    draft = with_italics(with_italics(make_draft(*LINES), 0), 1)
    assert check(draft) == ()


def test_a_paragraph_all_in_italics_keeps_those_of_its_opening_only() -> None:
    draft = make_draft(*LINES)
    draft = with_italics(draft, 0, Span(0, len(draft.paragraphs[0].text)))
    assert [finding.rule for finding in check(draft)] == ["italics_too_long"]
    assert italics(all_mended(draft), 0) == ["Recalling"]


def test_inter_alia_in_italics_is_set_upright() -> None:
    draft = make_draft("PP: Recalling, inter alia, its earlier work,", LINES[1])
    draft = with_italics(draft, 0, Span(0, 9), Span(11, 21))
    assert [finding.rule for finding in check(draft)] == ["inter_alia"]
    assert italics(all_mended(draft), 0) == ["Recalling"]


def test_a_reference_to_a_deleted_paragraph_is_an_error() -> None:
    draft = make_draft(
        "OP 1: Urges all States to adopt rules;",
        "OP 2: Calls upon all States to publish them;",
        "OP 3: Requests the Secretary-General to report on paragraph 2 above.",
    )
    found = check(delete(draft, 2))
    assert [(finding.rule, finding.grade) for finding in found] == [("lost_reference", Grade.ERROR)]


def test_labels_and_brackets_are_hints_until_the_text_is_tabled() -> None:
    draft = make_draft("OP 1: Urges all States to adopt [binding] rules;", "OP 1 bis: Decides to remain seized.")
    assert {finding.grade for finding in check(draft)} == {Grade.HINT}
    assert {finding.grade for finding in check(draft, submission=True)} == {Grade.ERROR}


def test_a_rule_can_be_switched_off() -> None:
    assert check(make_draft("PP: Recalling its earlier work."), without={"preambular_comma"}) == ()


def test_annexed_texts_are_left_alone() -> None:
    draft = make_draft(*LINES, "AN: Annex", "DP 1: The member states shall co-operate")
    assert check(draft) == ()


def test_what_is_quoted_is_left_alone() -> None:
    draft = make_draft("PP: Recalling the report entitled “Organisation of 3 states: 5% more”,", LINES[1])
    assert check(draft) == ()


def test_french_paragraphs_are_asked_for_their_final_marks_and_not_for_english_words() -> None:
    draft = make_draft(
        "PP: Rappelant ses travaux sur les centers;", "OP 1: Décide de rester saisie de la question.", language="fr"
    )
    assert [finding.rule for finding in check(draft, {"unknown_word"})] == [
        "preambular_comma",
        "lone_number",
    ]
