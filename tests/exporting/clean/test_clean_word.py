"""A clean Word file reads back as the draft it was made of, and stands in the New York form."""

import io
import re
import subprocess
import sys
import zipfile
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from draftdesk.errors import ExportError
from draftdesk.exporting.clean.word import write_clean
from draftdesk.model.draft import Draft, Note, NoteKind
from draftdesk.model.paragraph import (
    OBJECT,
    CellPlace,
    InlineObject,
    Mark,
    ObjectKind,
    Paragraph,
    ParagraphId,
    ParagraphKind,
    Run,
    Span,
)
from draftdesk.reading.receive import receive

K = ParagraphKind


def made(*contents: tuple, notes: tuple[Note, ...] = (), **fields: str) -> Draft:
    """A draft of (kind, number, text) or (kind, text)."""
    paragraphs = []
    for serial, content in enumerate(contents):
        kind, number, text = content if len(content) == 3 else (content[0], "", content[1])
        paragraphs.append(paragraph(kind, text, serial, number))
    return Draft("d", "draft", tuple(paragraphs), notes, **{"organ": "General Assembly", **fields})


def paragraph(kind: ParagraphKind, text: str, serial: int = 0, number: str = "", **fields) -> Paragraph:
    return Paragraph(ParagraphId("d", serial), kind, text, Span(0, len(text)), number, **fields)


FERRIES = made(
    (K.SESSION, "Eighty-first session"),
    (K.AGENDA, "Agenda item 183"),
    (K.SPONSORS, "Lacustria and Rivania: draft resolution"),
    (K.TITLE, "Safety of inland ferries"),
    (K.ENACTING, "The General Assembly,"),
    (K.PREAMBULAR, "Recalling also its resolution 75/903 of 21 December 2020,"),
    (K.PREAMBULAR, "Taking note of the Port Selmar Guidelines,"),
    (K.HEADING, "Prevention"),
    (K.OPERATIVE, "1", "Strongly urges Member States to provide life jackets;"),
    (K.OPERATIVE, "2", "Encourages Member States:"),
    (K.SUB1, "(a)", "To count the passengers;"),
    (K.SUB2, "(i)", "On lakes;"),
    (K.SUB2, "(ii)", "On rivers;"),
    (K.SUB1, "(b)", "To light the landing places;"),
    (K.OPERATIVE, "3", "Decides to remain seized of the matter."),
    title="Safety of inland ferries",
)


def read(data: bytes) -> Draft:
    return receive(data, "clean.docx").drafts[0]


def part(data: bytes, name: str) -> str:
    return zipfile.ZipFile(io.BytesIO(data)).read(name).decode()


def shown(draft: Draft) -> list[tuple]:
    return [(p.kind, p.number, p.text) for p in (draft.paragraphs[i] for i in draft.visible)]


def italics(draft: Draft) -> list[str]:
    return [
        run.span.of(p.text)
        for p in draft.paragraphs
        for run in p.runs_in_text()
        if Mark.ITALIC in run.marks and p.kind in (K.ENACTING, K.PREAMBULAR, K.OPERATIVE)
    ]


def test_the_file_reads_back_as_the_same_draft():
    again = read(write_clean(FERRIES))
    assert shown(again) == shown(FERRIES)
    assert (again.organ, again.title, again.session) == ("General Assembly", FERRIES.title, "Eighty-first session")


def test_numbers_are_typed_between_tabs():
    texts = [p.source_text for p in read(write_clean(FERRIES)).paragraphs]
    assert "\t2.\tEncourages Member States:" in texts
    assert "\t(a)\tTo count the passengers;" in texts
    assert "\t(ii)\tOn rivers;" in texts
    assert "w:numPr" not in part(write_clean(FERRIES), "word/document.xml")


def test_openings_without_italics_get_them_from_the_list_of_phrases():
    expected = ["The General Assembly", "Recalling also", "Taking note", "Strongly urges", "Encourages", "Decides"]
    assert italics(read(write_clean(FERRIES))) == expected


def test_italics_of_the_source_are_kept_as_they_are():
    text = "Requests the Secretary-General to report in the Official Records;"
    runs = (Run(Span(0, 8), frozenset({Mark.ITALIC})), Run(Span(47, 63), frozenset({Mark.ITALIC})))
    draft = replace(FERRIES, paragraphs=(paragraph(K.OPERATIVE, text, number="1", runs=runs),))
    assert italics(read(write_clean(draft))) == ["Requests", text[47:63]]


def test_a_lone_operative_paragraph_has_no_number():
    draft = made((K.ENACTING, "The General Assembly"), (K.OPERATIVE, "Adopts the following declaration:"))
    assert shown(read(write_clean(draft))) == shown(draft)


def test_labels_of_the_negotiation_are_not_printed():
    draft = made((K.ENACTING, "The General Assembly,"), (K.PREAMBULAR, "PP 3", "Noting the report,"))
    assert [p.number for p in read(write_clean(draft)).paragraphs if p.kind is K.PREAMBULAR] == [""]


def test_blanks_and_furniture_stay_behind():
    draft = made((K.FURNITURE, "17-21313 (E)"), (K.BLANK, ""), (K.BODY, "Text."))
    data = write_clean(draft)
    assert "17-21313" not in part(data, "word/document.xml")
    assert shown(read(data)) == [(K.BODY, "", "Text.")]


def noted(*marks: tuple[str, str]) -> Draft:
    """One paragraph with a mark for each (id, printed mark), each with a note."""
    text = "Recalling the report," + OBJECT * len(marks)
    objects = tuple(
        InlineObject(21 + i, ObjectKind.FOOTNOTE_MARK, note_id, "⟦footnote⟧") for i, (note_id, _) in enumerate(marks)
    )
    notes = dict(marks)
    return replace(
        FERRIES,
        paragraphs=(FERRIES.paragraphs[4], paragraph(K.PREAMBULAR, text, objects=objects)),
        notes=tuple(
            Note(note_id, NoteKind.FOOTNOTE, mark, (paragraph(K.FOOTNOTE, f"A/81/{note_id}."),))
            for note_id, mark in notes.items()
        ),
    )


def test_footnotes_are_real_and_count_from_one():
    again = read(write_clean(noted(("917", "4"), ("926", "5"))))
    assert [(note.mark, note.text) for note in again.notes] == [("1", "A/81/917."), ("2", "A/81/926.")]


def test_a_second_mark_of_the_same_note_repeats_its_number():
    again = read(write_clean(noted(("917", "1"), ("917", "1"))))
    assert len(again.notes) == 1
    assert again.paragraphs[-1].text == f"Recalling the report,{OBJECT}1"


def test_an_asterisk_stays_an_asterisk():
    data = write_clean(noted(("917", "*")))
    assert 'w:customMarkFollows="1"' in part(data, "word/document.xml")
    assert "footnoteRef" not in part(data, "word/footnotes.xml")


def test_an_asterisk_that_word_has_typed_behind_its_mark_is_not_doubled():
    once = read(write_clean(noted(("917", "*"))))
    assert once.paragraphs[-1].text == f"Recalling the report,{OBJECT}*"
    again = read(write_clean(once))
    assert again.paragraphs[-1].text == once.paragraphs[-1].text


def test_a_draft_says_that_it_is_one_on_every_page():
    data = write_clean(FERRIES, date="2026-11-04")
    assert "DRAFT" in part(data, "word/header-first.xml")
    assert "4\u00a0November 2026" in part(data, "word/header-first.xml")
    assert "DRAFT" in part(data, "word/header-even.xml")
    assert "DRAFT" in part(data, "word/header-default.xml")


def test_an_issued_text_shows_its_symbol_and_distribution():
    data = write_clean(replace(FERRIES, symbol="A/RES/79/912"), issued=True)
    assert "DRAFT" not in part(data, "word/header-first.xml")
    assert "Distr.: General" in part(data, "word/header-first.xml")
    assert read(data).symbol == "A/RES/79/912"


def test_what_the_template_takes_for_a_sign_is_only_text():
    draft = replace(FERRIES, title="Cost of $safety\x07 & <care>", organ="R&D")
    header = part(write_clean(draft), "word/header-default.xml")
    assert "Cost of $safety &amp; &lt;care&gt;" in header


def test_the_page_is_letter_with_a_first_page_of_its_own():
    document = part(write_clean(FERRIES), "word/document.xml")
    assert document.count('<w:pgSz w:w="12240" w:h="15840"/>') == 2
    assert "w:titlePg" in document


def test_chinese_openings_are_bold():
    draft = made((K.ENACTING, "大会，"), (K.PREAMBULAR, "回顾其第75/903号决议，"), language="zh", organ="大会")
    again = read(write_clean(draft))
    bold = [run.span.of(p.text) for p in again.paragraphs for run in p.runs_in_text() if Mark.BOLD in run.marks]
    assert bold == ["大会", "回顾"]


def test_arabic_runs_from_right_to_left():
    draft = replace(made((K.BODY, "نص")), language="ar")
    document = part(write_clean(draft), "word/document.xml")
    assert "<w:bidi/>" in document
    assert "<w:rtl/>" in document


ARABIC = made(
    (K.TITLE, "سلامة العبارات النهرية"),
    (K.ENACTING, "إن الجمعية العامة،"),
    (K.OPERATIVE, "1", "تحث الدول الأعضاء على تفتيش العبارات؛"),
    language="ar",
    organ="إن الجمعية العامة",
    symbol="A/C.2/81/L.9",
    title="سلامة العبارات النهرية",
)


def test_an_arabic_masthead_is_arabic_and_mirrored():
    masthead = part(write_clean(ARABIC), "word/header-first.xml")
    assert "United Nations" not in masthead
    assert "الأمم المتحدة" in masthead
    assert ">الجمعية العامة<" in masthead
    assert "مشروع" in masthead
    assert masthead.count("<w:bidiVisual/>") == 1
    assert masthead.count("<w:p>") == masthead.count("<w:bidi/>")


def test_a_symbol_in_an_arabic_masthead_is_not_turned():
    masthead = part(write_clean(ARABIC), "word/header-first.xml")
    run = masthead[: masthead.index("/C.2/81/L.9")].rpartition("<w:r>")[2]
    assert "<w:rtl/>" not in run


def test_arabic_headings_are_bold_and_as_large_as_others():
    styles = part(write_clean(ARABIC), "word/styles.xml")
    assert styles.count("<w:bCs/>") == styles.count("<w:b/>")
    assert 'w:lineRule="exact"' not in styles
    assert "<w:bCs/>" not in part(write_clean(FERRIES), "word/styles.xml")


def test_arabic_numbers_have_a_dash_and_read_back():
    again = read(write_clean(ARABIC))
    assert "\t1 -\tتحث" in [p.source_text[:8] for p in again.paragraphs]
    assert shown(again) == shown(ARABIC)


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("fr", ("Nations Unies", "PROJET", "4\u00a0novembre 2026", "Original : français")),
        ("es", ("Naciones Unidas", "PROYECTO", "4\u00a0de noviembre de 2026", "Original: español")),
        ("zh", ("联合国", "草案", "Original: Chinese")),
        ("ru", ("Организация Объединенных Наций", "ПРОЕКТ", "Original: Russian")),
    ],
)
def test_the_masthead_is_in_the_language_of_the_text(language, words):
    masthead = part(write_clean(made((K.BODY, "…"), language=language), date="2026-11-04"), "word/header-first.xml")
    assert [word for word in words if word not in masthead] == []


def test_links_to_documents_stay_links():
    text = "Recalling its resolution 75/903,"
    link = "https://undocs.org/en/A/RES/75/903"
    runs = (Run(Span(0, 9), frozenset({Mark.ITALIC})), Run(Span(25, 31), frozenset(), link))
    draft = replace(FERRIES, paragraphs=(paragraph(K.PREAMBULAR, text, runs=runs),))
    again = read(write_clean(draft)).paragraphs[-1]
    assert [(run.span.of(again.text), run.link) for run in again.runs_in_text() if run.link] == [("75/903", link)]


def test_links_into_the_computer_of_the_writer_do_not_leave_it():
    runs = (Run(Span(0, 4), frozenset(), "file:///C:/Users/delegate/private.docx"),)
    data = write_clean(replace(FERRIES, paragraphs=(paragraph(K.BODY, "Text", runs=runs),)))
    assert "private" not in part(data, "word/_rels/document.xml.rels")


def test_cells_become_a_table():
    cells = [(0, 0, "Basin", 2), (1, 0, "Lake Aurel", 1), (1, 1, "12", 1)]
    draft = made((K.BODY, "Before"))
    placed = tuple(
        paragraph(K.CELL, text, i + 1, place=CellPlace(0, row, column, span))
        for i, (row, column, text, span) in enumerate(cells)
    )
    again = read(write_clean(replace(draft, paragraphs=draft.paragraphs + placed)))
    assert [(p.text, p.place.row, p.place.column_span) for p in again.paragraphs if p.place] == [
        ("Basin", 0, 2),
        ("Lake Aurel", 1, 1),
        ("12", 1, 1),
    ]


def test_the_same_draft_gives_the_same_bytes():
    assert write_clean(FERRIES) == write_clean(FERRIES)


def test_an_unknown_form_is_refused_in_a_sentence():
    with pytest.raises(ExportError, match="not built yet"):
        write_clean(FERRIES, "vienna")


@given(st.text(st.characters(codec="utf-8", exclude_characters="\ufffc\r"), max_size=60))
@settings(max_examples=60)
def test_any_text_can_be_written(text: str):
    written = write_clean(made((K.BODY, f"x{text}x")))
    kept = re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f\u00ad\ufffe\uffff]", "", f"x{text}x")
    assert kept in [p.source_text for p in read(written).paragraphs]


def test_word_can_open_it_by_the_schema(shared, tmp_path):
    file = tmp_path / "clean.docx"
    file.write_bytes(write_clean(noted(("917", "1"), ("926", "*"))))
    oracle = shared / "oracle" / "redline_oracle.py"
    command = [sys.executable, str(oracle), "lint", str(file), "--xsd", str(shared / "oracle" / "xsd")]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def lines_of(data: bytes) -> list[str]:
    """The flat texts of a Word file that hold something."""
    return [one.source_text for one in receive(data, "x.docx").drafts[0].paragraphs if one.source_text.strip()]


def test_the_number_of_a_section_stands_above_its_title_and_beside_it_in_an_annex():
    sections = made(
        (K.TITLE, "Oceans"),
        (K.ENACTING, "The General Assembly,"),
        (K.HEADING, "II", "Capacity-building"),
        (K.OPERATIVE, "1", "Decides to act;"),
        (K.ANNEX_TITLE, "Annex"),
        (K.HEADING, "I", "Our vision"),
    )
    lines = lines_of(write_clean(sections))
    assert "\t\tII\nCapacity-building" in lines
    assert "\tI.\tOur vision" in lines
    assert told_numbers(write_clean(sections)) == ["II", "1", "I"]


def told_numbers(data: bytes) -> list[str]:
    return [one.number for one in receive(data, "x.docx").drafts[0].paragraphs if one.number]


@pytest.mark.parametrize(
    ("style", "wanted"), [("Title_H1", "TitleH1"), ("Title_H_CH", "TitleHCH"), ("_ H_1", "H1"), ("", "TitleH1")]
)
def test_a_title_keeps_its_rank_and_its_number(style, wanted):
    title = replace(paragraph(K.TITLE, "Jerusalem", 1, "72/15"), style=style)
    enacting = paragraph(K.ENACTING, "The General Assembly,", 2)
    data = write_clean(Draft("d", "draft", (title, enacting), (), organ="General Assembly"))
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        document = package.read("word/document.xml").decode()
    at = document.index("Jerusalem")
    assert f'<w:pStyle w:val="{wanted}"/>' in document[document.rindex("<w:p>", 0, at) : at]
    assert "\t72/15.\tJerusalem" in lines_of(data)


@pytest.mark.parametrize(
    ("date", "width"),
    [("13 December 2017", 9907), ("14 December 2017", 9850), ("4\u00a0January 2018", 9850), ("2026-11-04", 9850)],
)
def test_the_masthead_has_the_width_of_its_time(date, width):
    with zipfile.ZipFile(io.BytesIO(write_clean(FERRIES, date=date))) as package:
        masthead = package.read("word/header-first.xml").decode()
    assert f'<w:tblW w:w="{width}"' in masthead
