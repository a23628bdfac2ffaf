import pytest

from draftdesk.drafting.edits import insert_after, reword
from draftdesk.drafting.form import Form, TextKind, empty_form
from draftdesk.drafting.stops import finish_paragraph
from draftdesk.errors import DraftingError
from draftdesk.model.paragraph import Mark, ParagraphKind
from making_drafts import italics


def form():
    return empty_form("working", "Working draft", 10)


def serial(draft, kind):
    return next(p.id.serial for p in draft.paragraphs if p.kind is kind)


def test_a_form_has_a_place_for_each_thing_and_the_enacting_line():
    kinds = [p.kind.value for p in form().paragraphs]

    assert kinds == ["session", "agenda", "title", "enacting", "preambular", "operative"]
    assert [italics(p) for p in form().paragraphs if p.text] == [["The General Assembly"]]


def test_title_and_session_become_those_of_the_draft():
    draft = reword(form(), serial(form(), ParagraphKind.TITLE), "Safety of")
    draft = reword(draft, serial(draft, ParagraphKind.TITLE), "Safety of ferries")
    draft = reword(draft, serial(draft, ParagraphKind.SESSION), "Eightieth session")

    assert (draft.title, draft.session) == ("Safety of ferries", "Eightieth session")


def test_the_first_operative_paragraph_stands_alone_until_a_second_comes():
    draft = reword(form(), serial(form(), ParagraphKind.OPERATIVE), "Urges States to act")
    draft = finish_paragraph(draft, serial(draft, ParagraphKind.OPERATIVE))
    assert [p.source_text for p in draft.paragraphs[-1:]] == ["\tUrges States to act."]

    draft, new = insert_after(draft, serial(draft, ParagraphKind.OPERATIVE), ParagraphKind.OPERATIVE)
    draft = finish_paragraph(reword(draft, new, "Welcomes the offer"), new)
    assert [p.source_text for p in draft.paragraphs[-2:]] == [
        "\t1.\tUrges States to act;",
        "\t2.\tWelcomes the offer.",
    ]
    assert [italics(p) for p in draft.paragraphs[-2:]] == [["Urges"], ["Welcomes"]]


@pytest.mark.parametrize(
    ("form", "organ", "kinds"),
    [
        (Form.PLENARY, "The General Assembly,", "session agenda title enacting preambular operative"),
        (Form.COMMITTEE, "The General Assembly,", "session agenda agenda title enacting preambular operative"),
        (Form.ECOSOC, "The Economic and Social Council,", "session agenda title enacting preambular operative"),
        (Form.HUMAN_RIGHTS, "The Human Rights Council,", "session agenda title enacting preambular operative"),
        (Form.SECURITY, "The Security Council,", "enacting preambular operative operative"),
    ],
)
def test_each_organ_has_its_own_form(form, organ, kinds):
    made = empty_form("working", "Working draft", form=form)

    assert [p.kind.value for p in made.paragraphs] == kinds.split(" ")
    enacting = next(p for p in made.paragraphs if p.kind is ParagraphKind.ENACTING)
    assert (enacting.text, italics(enacting)) == (organ, [organ.rstrip(",")])
    assert organ == f"The {made.organ},"


def test_a_decision_has_no_preamble_so_the_organ_has_no_comma_and_its_paragraph_no_number():
    made = empty_form("working", "Working draft", form=Form.ECOSOC, text=TextKind.DECISION)

    assert [p.kind.value for p in made.paragraphs] == ["session", "agenda", "title", "enacting", "operative"]
    assert [p.text for p in made.paragraphs if p.text] == ["The Economic and Social Council"]
    assert not any(p.number for p in made.paragraphs)
    with pytest.raises(DraftingError, match="Security Council"):
        empty_form("working", "Working draft", form=Form.SECURITY, text=TextKind.DECISION)


def test_a_council_remains_seized_and_a_paragraph_before_that_finds_its_number():
    made = empty_form("working", "Working draft", form=Form.SECURITY)
    first = next(p.id.serial for p in made.paragraphs if p.kind is ParagraphKind.OPERATIVE)
    made = finish_paragraph(reword(made, first, "Demands that all parties comply"), first)

    assert [p.source_text for p in made.paragraphs[-2:]] == [
        "\t1.\tDemands that all parties comply;",
        "\t2.\tDecides to remain seized of the matter.",
    ]


@pytest.mark.parametrize(
    ("language", "enacting", "organ", "marks"),
    [
        ("fr", "Le Conseil des droits de l’homme,", "Conseil des droits de l’homme", {Mark.ITALIC}),
        ("es", "El Consejo de Derechos Humanos,", "Consejo de Derechos Humanos", {Mark.ITALIC}),
        ("ru", "Совет по правам человека,", "Совет по правам человека", {Mark.ITALIC}),
        ("zh", "人权理事会，", "人权理事会", {Mark.BOLD}),
        ("ar", "إن مجلس حقوق الإنسان،", "مجلس حقوق الإنسان", {Mark.BOLD, Mark.ITALIC}),
    ],
)
def test_a_form_speaks_its_language_and_sets_the_organ_apart_as_that_does(language, enacting, organ, marks):
    made = empty_form("working", "Working draft", form=Form.HUMAN_RIGHTS, language=language)
    line = next(p for p in made.paragraphs if p.kind is ParagraphKind.ENACTING)
    assert (line.text, made.organ, made.language) == (enacting, organ, language)
    assert [set(run.marks) for run in line.runs] == [marks]


def test_there_is_no_form_in_another_language():
    with pytest.raises(DraftingError) as refused:
        empty_form("working", "Working draft", language="de")
    assert refused.value.said.code == "no_form_language"


def test_a_chinese_opening_is_in_bold_once_it_is_known():
    draft = empty_form("working", "Working draft", language="zh")
    draft = reword(draft, serial(draft, ParagraphKind.PREAMBULAR), "回顾其关于渡轮安全的决定")
    run = next(p for p in draft.paragraphs if p.kind is ParagraphKind.PREAMBULAR).runs_in_text()[0]
    assert (run.span.start, run.span.end, set(run.marks)) == (0, 2, {Mark.BOLD})


def test_an_amendment_says_over_the_title_what_it_amends_and_has_no_enacting_line():
    made = empty_form("working", "Working draft", form=Form.COMMITTEE, text=TextKind.AMENDMENT)
    assert [(p.kind.value, p.text) for p in made.paragraphs] == [
        ("session", ""),
        ("agenda", "… Committee"),
        ("agenda", ""),
        ("sponsors", "…: amendment to draft resolution …"),
        ("title", ""),
        ("body", "In operative paragraph …, replace “…” with “…”."),
    ]
