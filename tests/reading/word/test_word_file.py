"""Word files become drafts."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from draftdesk.model.draft import FINAL, ORIGINAL, Draft, View, ViewKind
from draftdesk.model.paragraph import Mark, ParagraphKind
from draftdesk.reading.receive import receive
from draftdesk.workbench.print_draft import as_flat_text, as_json
from making_word import deleted, footnotes, i, ins, note_mark, p, r, table, word_file

RESOLUTION = word_file(
    p("Seventy-ninth session"),
    p("Agenda item 14"),
    p(r("\t79/412.\tSafety of inland ferries", "<w:b/>")),
    p("\t", i("The General Assembly"), ","),
    p("\t", i("Recalling"), " its resolution 77/301,", note_mark(1)),
    p(""),
    p("\t1.\t", i("Urges"), " all States:"),
    p("\t(a)\tTo inspect ferries;"),
    p("\t(i)\tOnce a year;"),
    p("\t(ii)\tAfter each accident;"),
    p("\t(b)\tTo report;"),
    p("\t2.\t", i("Decides"), " to remain seized of the matter."),
    table(["Year", "Ferries"], ["2024", "12"]),
    p("54th plenary meeting", properties='<w:jc w:val="right"/>'),
    parts={"footnotes": footnotes("Resolution 77/301, annex."), "header": p("A/RES/79/412")},
)


def read(data: bytes = RESOLUTION, view: View = FINAL) -> Draft:
    return receive(data, "test.docx", view).drafts[0]


def test_each_paragraph_is_what_it_is():
    kinds = [(one.kind.value, one.level, one.number) for one in read().paragraphs if not one.is_hidden]
    assert kinds == [
        ("session", 0, ""),
        ("agenda", 0, ""),
        ("title", 0, "79/412"),
        ("enacting", 0, ""),
        ("preambular", 0, ""),
        ("operative", 0, "1"),
        ("sub1", 1, "(a)"),
        ("sub2", 2, "(i)"),
        ("sub2", 2, "(ii)"),
        ("sub1", 1, "(b)"),
        ("operative", 0, "2"),
        *[("cell", 0, "")] * 4,
        ("meeting_line", 0, ""),
    ]


def test_the_source_text_is_lossless_and_the_text_is_a_span_of_it():
    paragraph = next(one for one in read().paragraphs if one.number == "1")
    assert paragraph.source_text == "\t1.\tUrges all States:"
    assert (paragraph.prefix, paragraph.text) == ("\t1.\t", "Urges all States:")
    assert paragraph.number_span is not None
    assert paragraph.number_span.of(paragraph.source_text) == "1."


def test_the_opening_is_known_to_be_italic():
    paragraph = next(one for one in read().paragraphs if one.number == "1")
    (run,) = paragraph.runs_in_text()
    assert run.span.of(paragraph.text) == "Urges"
    assert run.marks == {Mark.ITALIC}


@pytest.mark.parametrize(
    ("properties", "is_highlighted"),
    [
        ('<w:highlight w:val="yellow"/>', True),
        ('<w:highlight w:val="none"/>', False),
        ('<w:shd w:val="clear" w:color="auto" w:fill="FFFF00"/>', True),
        ('<w:shd w:val="clear" w:color="auto" w:fill="auto"/>', False),
        ('<w:shd w:val="clear" w:color="auto" w:fill="FFFFFF"/>', False),
    ],
)
def test_the_marker_pen_is_read_whatever_its_colour_is_and_paper_is_no_colour(properties, is_highlighted):
    draft = receive(word_file(p("1. Urges ", r("[all]", properties), " States;")), "x.docx").drafts[0]
    highlighted = [run.span.of(draft.paragraphs[0].source_text) for run in draft.paragraphs[0].runs]
    assert highlighted == (["[all]"] if is_highlighted else [])


def test_blank_paragraphs_stay_and_are_hidden():
    assert [one.kind for one in read().paragraphs].count(ParagraphKind.BLANK) == 1


def test_a_footnote_is_tied_to_its_mark():
    described = as_json(receive(RESOLUTION, "test.docx"))
    (note,) = described["footnotes"]
    assert (note["mark"], note["text"]) == ("1", "Resolution 77/301, annex.")
    place = note["where"]
    assert described["paragraphs"][place["paragraph"]]["text"][place["at"]] == "\ufffc"


def test_a_mark_that_the_author_chose_is_printed_and_not_counted():
    chosen = '<w:r><w:footnoteReference w:customMarkFollows="1" w:id="1"/><w:t>*</w:t></w:r>'
    data = word_file(p("Egypt:", chosen), p("text", note_mark(2)), parts={"footnotes": footnotes("Group.", "Other.")})
    assert [note.mark for note in read(data).notes] == ["*", "1"]


def test_the_masthead_is_read_from_the_header():
    draft = read()
    assert (draft.symbol, draft.organ, draft.title) == (
        "A/RES/79/412",
        "General Assembly",
        "Safety of inland ferries",
    )


def test_cells_know_their_place_and_the_table_its_shape():
    cells = [one for one in read().paragraphs if one.place]
    assert [(one.place.row, one.place.column, one.text) for one in cells if one.place] == [
        (0, 0, "Year"),
        (0, 1, "Ferries"),
        (1, 0, "2024"),
        (1, 1, "12"),
    ]
    assert [shape.cells for shape in read().tables] == [(2, 2)]


def test_tracked_changes_are_read_as_asked():
    by_norden = [deleted("all", number=1), ins("some", number=2)]
    data = word_file(p("Urges ", *by_norden, ins(" coastal", author="Suden", number=3)))
    by_suden = View(ViewKind.BY_AUTHOR, "Suden")
    texts = {str(view): read(data, view).paragraphs[0].text for view in (FINAL, ORIGINAL, by_suden)}
    assert texts == {"final": "Urges some coastal", "original": "Urges all", "by:Suden": "Urges all coastal"}
    assert receive(data, "test.docx").authors == ("Norden", "Suden")
    assert receive(data, "test.docx").warnings


def test_automatic_numbers_are_not_in_the_source_text():
    level = '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>'
    lists = (
        f'<w:abstractNum w:abstractNumId="0">{level}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    numbered = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    data = word_file(p("The General Assembly,"), p("Urges States;", properties=numbered), parts={"numbering": lists})
    paragraph = read(data).paragraphs[1]
    assert (paragraph.number, paragraph.source_text, paragraph.has_automatic_number) == ("1", "Urges States;", True)
    assert paragraph.kind is ParagraphKind.OPERATIVE


def test_comments_are_kept_with_their_paragraph_and_their_author():
    comment = f'<w:comment w:id="4" w:author="Suden" w:date="2026-11-24T09:30:00Z">{p(r("Why all?"))}</w:comment>'
    mark = '<w:r><w:commentReference w:id="4"/></w:r>'
    data = word_file(p(r("Recalling,")), p(r("Urges all States;"), mark), parts={"comments": comment})
    draft = read(data)
    assert [(one.author, one.date, one.text) for one in draft.comments] == [
        ("Suden", "2026-11-24T09:30:00Z", "Why all?")
    ]
    assert draft.paragraphs[draft.index_of(draft.comments[0].paragraph)].text == "Urges all States;"
    assert [one.text for one in draft.paragraphs] == ["Recalling,", "Urges all States;"]


def test_a_bracket_before_a_typed_number_is_shown_and_the_file_is_as_it_was():
    draft = read(word_file(p("\t", i("The General Assembly"), ","), p("\t[12.\t", i("Urges"), " States to act;")))
    assert draft.paragraphs[1].kind is ParagraphKind.OPERATIVE
    assert draft.paragraphs[1].text == "[12.\tUrges States to act;"
    assert draft.paragraphs[1].source_text == "\t[12.\tUrges States to act;"


def test_word_files_of_many_makers_print_flat_as_the_judge_prints_them(shared, judge):
    files = sorted((shared / "corpus" / "word_files").rglob("*.docx"))[::4]
    assert files
    for path in files:
        if path.name == "strict-format.docx" or path.stat().st_size > 400_000:
            continue
        for view, side in ((ORIGINAL, "base"), (FINAL, "new")):
            flat = as_flat_text(receive(path.read_bytes(), path.name, view).drafts[0])
            assert flat.rstrip("\n") == judge.show_texts(path, side).rstrip("\n"), path.name


def test_official_files_print_flat_as_the_judge_prints_them(shared, judge):
    files = sorted((shared / "corpus" / "word_official").glob("*.DOC"))[::5]
    assert files
    for path in files:
        assert as_flat_text(read(path.read_bytes())) == judge.show_texts(path, "new"), path.name


@pytest.mark.parametrize(
    ("truth", "inputs", "floors"),
    [
        (
            "word",
            "../corpus/word_official/*.DOC",
            {"bound_f1": 1.0, "kind": 0.99, "number": 0.995, "note_text": 0.995},
        ),
        ("made", "inputs/made/docx/*.docx", {"bound_f1": 1.0, "kind": 0.995, "number": 0.995, "note_text": 0.995}),
    ],
)
def test_paragraphs_kinds_numbers_and_notes_are_right(shared, tmp_path, record_figures, truth, inputs, floors):
    bench = shared / "readbench"
    figures, outputs = tmp_path / "figures.json", tmp_path / "outputs"
    outputs.mkdir()
    for path in bench.glob(inputs):
        described = as_json(receive(path.read_bytes(), path.name))
        (outputs / f"{path.stem}.json").write_text(json.dumps(described), encoding="utf-8")
    score = [sys.executable, bench / "score.py", bench / "truth" / truth, outputs, "--quiet", "--json", figures]
    subprocess.run(score, capture_output=True, check=True)
    documents = json.loads(figures.read_text(encoding="utf-8"))["documents"]
    means = {
        name: sum(known) / len(known)
        for name in floors
        if (known := [one[name] for one in documents if one[name] is not None])
    }
    record_figures(f"readbench {truth}", means)
    assert {name: value for name, value in means.items() if value < floors[name]} == {}
