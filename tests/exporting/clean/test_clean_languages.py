"""Typography of the six languages in clean Word files of both forms, and what screen readers are told."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace

import pytest
from lxml import etree

from draftdesk.exporting.clean.word import write_clean
from draftdesk.model.draft import Draft
from draftdesk.model.paragraph import CellPlace
from draftdesk.model.paragraph import ParagraphKind as K
from draftdesk.wordml.names import VAL, R, w
from exporting.clean.test_clean_reads_back import TEXTS, _one

FORMS = ("newyork", "geneva")
PARTS = ("document", "header-first", "header-default", "footer-default")


def made(language: str) -> Draft:
    rows = TEXTS.get(language, [(K.TITLE, "", "Ferries"), (K.ENACTING, "", "The General Assembly,")])
    title = next(text for kind, _, text in rows if kind is K.TITLE)
    paragraphs = tuple(_one(serial, *row) for serial, row in enumerate(rows))
    return Draft("d", "draft", paragraphs, language=language, symbol="A/HRC/60/L.9", title=title)


def part(data: bytes, name: str) -> etree._Element:
    return etree.fromstring(zipfile.ZipFile(io.BytesIO(data)).read(f"{name}.xml"))


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize(
    ("language", "script", "tag"),
    [
        ("en", "val", "en-GB"),
        ("fr", "val", "fr-FR"),
        ("es", "val", "es-ES"),
        ("ru", "val", "ru-RU"),
        ("zh", "eastAsia", "zh-CN"),
        ("ar", "bidi", "ar-SA"),
    ],
)
def test_every_run_says_its_language_and_the_schema_takes_it(shared, judge, tmp_path, form, language, script, tag):
    file = tmp_path / "clean.docx"
    file.write_bytes(write_clean(made(language), form, date="2026-11-04"))
    for name in PARTS:
        runs = list(part(file.read_bytes(), f"word/{name}").iter(R))
        assert runs
        assert {one.find(f"{w('rPr')}/{w('lang')}").get(w(script)) for one in runs} == {tag}, name
    assert judge.lint(file, xsd=shared / "oracle" / "xsd").failed == []


@pytest.mark.parametrize("form", FORMS)
def test_chinese_has_a_font_by_name_wide_signs_and_no_italics(form):
    data = write_clean(made("zh"), form)
    assert part(data, "word/styles").find(f".//{w('rFonts')}").get(w("eastAsia")) == "SimSun"
    assert list(part(data, "word/styles").iter(w("i"))) == []
    assert list(part(data, "word/document").iter(w("i"))) == []
    assert {one.get(w("hint")) for one in part(data, "word/document").iter(w("rFonts"))} == {"eastAsia"}


@pytest.mark.parametrize("form", FORMS)
def test_arabic_paragraphs_and_runs_go_from_right_to_left_and_its_date_does_not(form):
    data = write_clean(made("ar"), form, date="2026-11-04")
    document, masthead = part(data, "word/document"), part(data, "word/header-first")
    paragraphs = [one for one in document.iter(w("p")) if one.find(R) is not None]
    assert all(one.find(f"{w('pPr')}/{w('bidi')}") is not None for one in paragraphs)
    assert all(one.find(f"{w('rPr')}/{w('rtl')}") is not None for one in document.iter(R))
    dates = [text for text in masthead.itertext() if "2026" in text]
    assert dates == ["\u200e4\u00a0November 2026"]


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("language", ["fr", "ar"])
def test_title_language_headings_and_heads_of_tables_are_told(form, language):
    draft = made(language)
    cells = tuple(
        replace(_one(90 + serial, K.CELL, "", "12"), place=CellPlace(0, *divmod(serial, 2))) for serial in range(4)
    )
    data = write_clean(replace(draft, paragraphs=draft.paragraphs + cells), form)
    core = "".join(part(data, "docProps/core").itertext())
    assert draft.title in core
    assert {"fr": "fr-FR", "ar": "ar-SA"}[language] in core
    styles = {one.get(w("styleId")): one for one in part(data, "word/styles").iter(w("style"))}
    document = part(data, "word/document")
    title = document.find(f"{w('body')}/{w('p')}[2]/{w('pPr')}/{w('pStyle')}").get(VAL)
    ranks = [styles[title]]
    while ranks[-1].find(w("basedOn")) is not None:
        ranks.append(styles[ranks[-1].find(w("basedOn")).get(VAL)])
    assert "0" in [one.get(VAL) for style in ranks for one in style.iter(w("outlineLvl"))]
    rows = list(document.iter(w("tr")))
    assert [row.find(f"{w('trPr')}/{w('tblHeader')}") is not None for row in rows] == [True, False]
    assert (document.find(f".//{w('tblPr')}/{w('bidiVisual')}") is not None) is (language == "ar")
