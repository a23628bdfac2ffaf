"""The Geneva form: the same draft reads back, under the names and on the page of that office."""

from __future__ import annotations

import io
import zipfile

import pytest
from hypothesis import given, settings

from draftdesk.exporting.clean.word import write_clean
from draftdesk.model.draft import Draft
from draftdesk.model.paragraph import ParagraphKind as K
from draftdesk.workbench.export_clean import export_clean, usual_form
from exporting.clean.test_clean_reads_back import TEXTS, _one, read, resolutions, told

COUNCIL = [
    (K.SESSION, "", "Sixtieth session"),
    (K.AGENDA, "", "Agenda item 3"),
    (K.SPONSORS, "", "Lacustria and Rivania: draft resolution"),
    (K.TITLE, "60/…", "The right to safe crossings"),
    (K.ENACTING, "", "The Human Rights Council,"),
    (K.PREAMBULAR, "", "Recalling its resolution 59/903 of 4 July 2025,"),
    (K.OPERATIVE, "1", "Urges all States:"),
    (K.SUB1, "(a)", "To inspect ferries;"),
    (K.SUB2, "(i)", "On lakes;"),
    (K.OPERATIVE, "2", "Decides to remain seized of the matter."),
]


def made(rows: list[tuple[K, str, str]], **fields: str) -> Draft:
    return Draft("d", "draft", tuple(_one(serial, *row) for serial, row in enumerate(rows)), **fields)


FERRIES = made(COUNCIL, symbol="A/HRC/60/L.9", organ="Human Rights Council", title="The right to safe crossings")


def part(data: bytes, name: str) -> str:
    return zipfile.ZipFile(io.BytesIO(data)).read(f"word/{name}.xml").decode()


@given(resolutions())
@settings(max_examples=25)
def test_a_resolution_of_any_shape_reads_back_equal(draft):
    again = read(write_clean(draft, "geneva"))
    assert told(again) == told(draft)
    assert (again.organ, again.title) == (draft.organ, draft.title)


@pytest.mark.parametrize("language", TEXTS)
def test_a_resolution_in_any_official_language_reads_back_with_its_numbers(language):
    draft = made(TEXTS[language], language=language)
    again = read(write_clean(draft, "geneva"))
    assert again.language == language
    assert [(p.kind, p.number, p.text) for p in again.paragraphs if not p.is_hidden] == [
        (p.kind, p.number, p.text) for p in draft.paragraphs
    ]


def test_styles_have_the_names_of_geneva_on_a4():
    data = write_clean(FERRIES, "geneva")
    assert {p.style for p in read(data).paragraphs if p.kind is K.OPERATIVE} == {"_ Single Txt_G"}
    assert {p.style for p in read(data).paragraphs if p.kind is K.TITLE} == {"_ H_1_G"}
    assert part(data, "document").count('<w:pgSz w:w="11906" w:h="16838"/>') == 2


def test_the_assembly_stands_large_above_its_council():
    masthead = part(write_clean(FERRIES, "geneva"), "header-first")
    assert masthead.index(">General Assembly<") < masthead.index(">Human Rights Council<")
    assert ">A<" in masthead
    assert ">/HRC/60/L.9<" in masthead


def test_a_number_still_to_be_given_has_no_full_stop():
    once = read(write_clean(FERRIES, "geneva"))
    for again in (once, read(write_clean(once, "geneva"))):
        assert "\t60/…\tThe right to safe crossings" in [p.source_text for p in again.paragraphs]


def test_the_number_of_an_item_still_to_be_given_is_not_its_name():
    document = part(write_clean(made([(K.AGENDA, "", "Agenda item …"), *COUNCIL[4:]]), "geneva"), "document")
    assert "<w:b/>" not in document[: document.index("Agenda item")].rpartition("<w:p>")[2]


def test_session_and_item_are_bold_though_no_style_makes_them_so():
    document = part(write_clean(FERRIES, "geneva"), "document")
    session = document[: document.index("Sixtieth session")].rpartition("<w:p>")[2]
    number = document[: document.index("Agenda item 3")].rpartition("<w:p>")[2]
    assert "<w:b/>" in session
    assert "<w:b/>" not in number


@pytest.mark.parametrize(
    ("symbol", "organ", "form"),
    [
        ("A/HRC/60/L.9", "Human Rights Council", "geneva"),
        ("", "Conseil des droits de l'homme", "geneva"),
        ("TD/B/81/L.1", "Trade and Development Board", "geneva"),
        ("FCCC/PA/CMA/2026/L.1", "", "geneva"),
        ("A/C.3/81/L.9", "General Assembly", "newyork"),
        ("A/RES/60/251", "General Assembly", "newyork"),
        ("", "", "newyork"),
    ],
)
def test_the_form_that_is_usual_for_an_organ(symbol, organ, form):
    draft = made([(K.BODY, "", "Text")], symbol=symbol, organ=organ)
    assert usual_form(draft) == form
    width = "11906" if form == "geneva" else "12240"
    assert f'w:w="{width}"' in part(export_clean(draft), "document")
