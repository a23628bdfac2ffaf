"""Annexes that are written here: their lines, their numbers, and what is written in them."""

from __future__ import annotations

import pytest

from draftdesk.drafting.annexes import begin_annex, is_in_annex, kind_there
from draftdesk.drafting.edits import insert_after, reword
from draftdesk.model.draft import Draft
from draftdesk.model.paragraph import ParagraphKind as Kind
from making_drafts import make_draft


def small(language: str = "en") -> Draft:
    return make_draft(
        "EN: The General Assembly,", "PP: Recalling,", "OP 1: Decides;", "OP 2: Requests.", language=language
    )


def texts(draft: Draft) -> list[str]:
    return [paragraph.text for paragraph in draft.paragraphs]


def test_an_annex_begins_at_the_end_with_a_heading_to_be_written():
    draft, title = begin_annex(small())
    assert texts(draft)[-2:] == ["Annex", ""]
    assert [paragraph.kind for paragraph in draft.paragraphs[-2:]] == [Kind.ANNEX_TITLE, Kind.HEADING]
    assert draft.paragraphs[-1].id.serial == title


def test_the_second_annex_gives_the_first_its_number():
    once, title = begin_annex(small())
    twice, _ = begin_annex(reword(once, title, "Rules for landing places"))
    thrice, _ = begin_annex(twice)
    lines = [paragraph.text for paragraph in thrice.paragraphs if paragraph.kind is Kind.ANNEX_TITLE]
    assert lines == ["Annex I", "Annex II", "Annex III"]


def test_an_annex_with_a_name_of_its_own_keeps_it():
    draft, title = begin_annex(small())
    line = draft.paragraphs[-2].id.serial
    named = reword(reword(draft, line, "Annex A"), title, "Rules")
    assert [p.text for p in begin_annex(named)[0].paragraphs if p.kind is Kind.ANNEX_TITLE] == ["Annex A", "Annex II"]


@pytest.mark.parametrize(
    ("language", "lines"),
    [
        ("fr", ["Annexe I", "Annexe II"]),
        ("es", ["Anexo I", "Anexo II"]),
        ("ru", ["Приложение I", "Приложение II"]),
        ("zh", ["附件一", "附件二"]),
        ("ar", ["المرفق الأول", "المرفق الثاني"]),
    ],
)
def test_annexes_are_named_in_the_language_of_the_draft(language, lines):
    draft, _ = begin_annex(begin_annex(small(language))[0])
    assert [p.text for p in draft.paragraphs if p.kind is Kind.ANNEX_TITLE] == lines


def test_paragraphs_of_an_annex_count_from_one_and_leave_the_operative_ones_alone():
    draft, title = begin_annex(small())
    draft = reword(draft, title, "Rules for landing places")
    kind = kind_there(draft, title, Kind.OPERATIVE)
    draft, first = insert_after(draft, title, kind, "Crews are trained.")
    draft, _ = insert_after(draft, first, kind_there(draft, first, Kind.OPERATIVE), "Places are lit.")
    numbers = [(paragraph.kind, paragraph.number) for paragraph in draft.paragraphs if paragraph.number]
    assert numbers == [
        (Kind.OPERATIVE, "1"),
        (Kind.OPERATIVE, "2"),
        (Kind.DECLARATION, "1"),
        (Kind.DECLARATION, "2"),
    ]


def test_the_last_operative_paragraph_keeps_its_full_stop_before_an_annex():
    draft, _ = begin_annex(small())
    assert draft.paragraphs[3].text == "Requests."


def test_only_what_stands_below_the_line_is_in_the_annex():
    draft, title = begin_annex(small())
    assert is_in_annex(draft, title)
    assert not is_in_annex(draft, draft.paragraphs[3].id.serial)
    assert kind_there(draft, draft.paragraphs[3].id.serial, Kind.OPERATIVE) is Kind.OPERATIVE
