"""OpenDocument texts: words, marks, numbers as printed, notes, tables, and tracked changes by view."""

import subprocess

import pytest

from draftdesk.errors import ReadingError
from draftdesk.model.draft import FINAL, ORIGINAL, NoteKind, SourceFormat, View, ViewKind
from draftdesk.model.paragraph import Mark, ParagraphKind
from draftdesk.reading.receive import receive
from making_open_document import deleted, end, gone, inserted, open_document, p, start, tracked

ITALIC = (
    '<style:style style:name="T1" style:family="text"><style:text-properties fo:font-style="italic"/></style:style>'
)


def read(body, view=FINAL, **parts):
    return receive(open_document(body, **parts), "draft.odt", view)


def texts(body, view=FINAL, **parts):
    return [one.text for one in read(body, view, **parts).drafts[0].paragraphs]


def numbers(body, **parts):
    return [one.number for one in read(body, **parts).drafts[0].paragraphs]


def levels(*described):
    return "".join(
        f'<text:list-level-style-number text:level="{level}" style:num-format="{form}" {more}/>'
        for level, form, more in described
    )


def list_style(*described):
    return f'<text:list-style style:name="L1">{levels(*described)}</text:list-style>'


def a_list(*items, more=""):
    inside = "".join(f"<text:list-item>{item}</text:list-item>" for item in items)
    return f'<text:list text:style-name="L1" {more}>{inside}</text:list>'


def test_it_is_known_by_its_content():
    received = read(p("Recalling its resolution 79/1,"))
    assert received.format is SourceFormat.OPEN_DOCUMENT
    assert received.drafts[0].paragraphs[0].kind is ParagraphKind.PREAMBULAR


def test_white_space_is_what_the_format_says():
    assert texts(p("Urges  all\n States<text:s text:c='2'/>to<text:tab/>act<text:line-break/>now")) == [
        "Urges all States  to\tact\nnow"
    ]


def test_italics_stand_where_the_style_sets_them():
    draft = read(p('<text:span text:style-name="T1">Urges</text:span> all States;'), automatic=ITALIC).drafts[0]
    run = draft.paragraphs[0].runs[0]
    assert run.span.of(draft.paragraphs[0].source_text) == "Urges"
    assert run.marks == {Mark.ITALIC}


@pytest.mark.parametrize(("color", "is_highlighted"), [("#ffff00", True), ("transparent", False), ("#ffffff", False)])
def test_the_marker_pen_is_read_where_a_style_has_it(color, is_highlighted):
    style = ITALIC.replace('fo:font-style="italic"', f'fo:background-color="{color}"')
    draft = read(p('Urges <text:span text:style-name="T1">[all]</text:span> States;'), automatic=style).drafts[0]
    assert [run.marks for run in draft.paragraphs[0].runs] == ([{Mark.HIGHLIGHT}] if is_highlighted else [])


def test_numbers_are_those_that_are_printed():
    style = list_style((1, "1", 'style:num-suffix="."'), (2, "a", 'style:num-prefix="(" style:num-suffix=")"'))
    inner = a_list(p("First;"), p("Second;")).replace(' text:style-name="L1"', "")
    body = a_list(p("Urges all States:") + inner, p("Requests the Secretary-General to report;"))
    assert numbers(body, automatic=style) == ["1", "(a)", "(b)", "2"]


def test_a_list_begins_anew_unless_it_goes_on():
    style = list_style((1, "1", 'style:num-suffix="."'))
    body = a_list(p("Urges;")) + p("Between") + a_list(p("Requests;"), more='text:continue-numbering="true"')
    assert numbers(body, automatic=style) == ["1", "", "2"]
    assert numbers(a_list(p("Urges;")) + a_list(p("Requests;")), automatic=style) == ["1", "1"]


def test_a_second_paragraph_of_an_item_has_no_number():
    style = list_style((1, "1", 'style:num-suffix="."'))
    assert numbers(a_list(p("Urges;") + p("More"), p("Requests;")), automatic=style) == ["1", "", "2"]


def test_a_level_shows_the_levels_above():
    style = list_style((1, "1", ""), (2, "1", 'text:display-levels="2" style:num-suffix="."'))
    inner = f"<text:list><text:list-item>{p('Under')}</text:list-item></text:list>"
    assert numbers(a_list(p("Over") + inner), automatic=style)[1] == "1.1"


def test_a_footnote_is_tied_to_its_mark():
    note = (
        '<text:note text:id="ftn1" text:note-class="footnote"><text:note-citation>1</text:note-citation>'
        f"<text:note-body>{p('A/79/1.')}</text:note-body></text:note>"
    )
    draft = read(p(f"Recalling the report,{note} and")).drafts[0]
    assert draft.paragraphs[0].text == "Recalling the report,￼ and"
    assert [(one.kind, one.mark, one.text) for one in draft.notes] == [(NoteKind.FOOTNOTE, "1", "A/79/1.")]
    assert draft.paragraphs[0].objects[0].target == draft.notes[0].id


def test_cells_keep_their_places():
    cells = "".join(f"<table:table-cell>{p(text)}</table:table-cell>" for text in ("a", "b"))
    body = f"<table:table><table:table-row>{cells}</table:table-row></table:table>"
    draft = read(body).drafts[0]
    assert [(one.text, one.place.row, one.place.column) for one in draft.paragraphs] == [("a", 0, 0), ("b", 0, 1)]
    assert draft.tables[0].cells == (2,)


def test_a_cell_repeated_a_million_times_is_not_a_million_cells():
    cell = f'<table:table-cell table:number-columns-repeated="1000000">{p("a")}</table:table-cell>'
    body = (
        f'<table:table><table:table-row table:number-rows-repeated="1000000">{cell}</table:table-row></table:table>'
    )
    assert len(read(body).drafts[0].paragraphs) < 10_000


def test_comments_are_kept_beside_their_paragraph():
    comment = f"<office:annotation><dc:creator>Suden</dc:creator>{p('Why?')}</office:annotation>"
    draft = read(p("Recalling,") + p(f"Urges{comment} all States;")).drafts[0]
    assert [one.text for one in draft.paragraphs] == ["Recalling,", "Urges all States;"]
    assert [(one.author, one.text) for one in draft.comments] == [("Suden", "Why?")]
    assert draft.paragraphs[draft.index_of(draft.comments[0].paragraph)].text == "Urges all States;"


def test_a_text_box_and_a_picture_are_said():
    box = f"<draw:frame><draw:text-box>{p('Box')}</draw:text-box></draw:frame>"
    received = read(p(f"Urges{box}<draw:frame><draw:image/></draw:frame>"))
    assert {said.code for said in received.not_read} == {"text_boxes_not_read", "pictures_not_compared"}
    assert [one.text for box in received.drafts[0].boxes for one in box] == ["Box"]


def test_text_boxes_are_named_by_their_order_alone():
    boxes = [f"<draw:frame><draw:text-box>{p(text)}</draw:text-box></draw:frame>" for text in ("First", "Second")]
    read_twice = [read(p(f"Urges{''.join(boxes)}")).drafts[0].boxes for _ in range(2)]
    assert read_twice[0] == read_twice[1]
    assert [box[0].origin.part for box in read_twice[0]] == ["box 1", "box 2"]


REPLACED = tracked(inserted("i", "Lacustria"), deleted("d", "Suden", p("all"))) + p(
    f"Urges {gone('d')}{start('i')}most{end('i')} States;"
)


def test_each_view_shows_its_own_text():
    assert texts(REPLACED) == ["Urges most States;"]
    assert texts(REPLACED, ORIGINAL) == ["Urges all States;"]
    assert texts(REPLACED, View(ViewKind.BY_AUTHOR, "Lacustria")) == ["Urges allmost States;"]
    assert read(REPLACED).authors == ("Lacustria", "Suden")


def test_an_inserted_paragraph_end_goes_when_it_is_rejected():
    body = tracked(inserted("i", "Suden")) + p(f"Urges{start('i')};") + p(f"Requests{end('i')} all States;")
    assert texts(body) == ["Urges;", "Requests all States;"]
    assert texts(body, ORIGINAL) == ["Urges all States;"]


def test_deleted_paragraphs_come_back_as_paragraphs():
    body = tracked(deleted("d", "Suden", p("first;") + p("Second;") + p("Third "))) + p(f"Urges {gone('d')}States;")
    assert texts(body) == ["Urges States;"]
    assert texts(body, ORIGINAL) == ["Urges first;", "Second;", "Third States;"]


def test_text_that_one_author_inserted_and_another_deleted_was_never_in_the_original():
    body = tracked(deleted("d", "Suden", p("some "), inserter="Lacustria")) + p(f"Urges {gone('d')}States;")
    assert texts(body, ORIGINAL) == ["Urges States;"]
    assert texts(body, View(ViewKind.BY_AUTHOR, "Lacustria")) == ["Urges some States;"]


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (open_document("")[:300], "damaged"),
        (open_document("</text:p>"), "damaged"),
        (open_document(p("a"), **{"META-INF/manifest.xml": "<encryption-data/>"}), "password"),
        (open_document(p("a")).replace(b"content.xml", b"contant.xml"), "without a text"),
    ],
)
def test_a_bad_file_is_refused_in_one_sentence(data, says):
    with pytest.raises(ReadingError, match=says) as refused:
        receive(data, "draft.odt")
    assert "\n" not in str(refused.value)


def test_nesting_without_end_is_refused():
    with pytest.raises(ReadingError):
        read("<text:section>" * 3000 + p("a") + "</text:section>" * 3000)


def test_readbench_texts_are_read_as_they_are(judged_reading):
    figures = judged_reading("odt")
    assert figures["bound_f1"] >= 0.995
    assert figures["kind"] >= 0.99
    assert figures["number"] >= 0.995
    assert figures["note_text"] >= 0.98
    assert figures["missing"] <= 1
    assert figures["extra"] <= 1


def test_tracked_changes_are_those_that_libreoffice_took_over(shared, soffice, tmp_path):
    names = ("001-DeletedRun", "002-DeletedNumberedParagraphs", "009-InsertedParagraph", "013-DeletedParagraph")
    sources = [shared / "corpus" / "word_files" / "tracked_small" / f"{name}.docx" for name in names]
    command = [soffice, f"-env:UserInstallation=file://{tmp_path}/profile", "--headless", "--convert-to", "odt"]
    subprocess.run([*command, "--outdir", str(tmp_path), *map(str, sources)], check=True, capture_output=True)
    for source in sources:
        for view in (ORIGINAL, FINAL):
            word = receive(source.read_bytes(), source.name, view).drafts[0]
            made = tmp_path / f"{source.stem}.odt"
            opened = receive(made.read_bytes(), made.name, view).drafts[0]
            shown = [[(one.number, one.text) for one in draft.paragraphs if one.text] for draft in (word, opened)]
            assert shown[0] == shown[1], (source.name, view)
