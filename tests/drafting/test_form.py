from draftdesk.drafting.edits import insert_after, reword
from draftdesk.drafting.form import empty_form
from draftdesk.drafting.stops import finish_paragraph
from draftdesk.model.paragraph import ParagraphKind
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
