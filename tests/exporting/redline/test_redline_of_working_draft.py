"""What a working draft has otherwise than its base is tracked in its redline: notes, and what a hand set in them."""

from __future__ import annotations

import io
import re
import zipfile

import pytest

from draftdesk.drafting import edits, notes, tables
from draftdesk.drafting.highlighted_brackets import brackets_highlighted
from draftdesk.errors import ProofError
from draftdesk.exporting.proof.proving import prove_draft
from draftdesk.model.draft import ORIGINAL
from draftdesk.model.paragraph import Mark, ParagraphKind, Span
from draftdesk.reading.receive import receive
from draftdesk.workbench.export_clean import export_clean
from draftdesk.workbench.export_redline import export_redline
from making_redlines import DATE, part
from making_word import footnotes, i, note_mark, p, r, table, word_file

BASE = word_file(
    p("\t", i("Recalling"), " its resolution 74/901", note_mark(1), " on lamps,"),
    p("\t1.\t", i("Urges"), " all States to fit lights on every ferry;"),
    p("\t2.\t", i("Invites"), " owners to lend a hand."),
    parts={"footnotes": footnotes(" Resolution 74/901.")},
)
BARE = word_file(p("\t1.\t", i("Urges"), " all States to fit lights;"), p("\t2.\t", i("Invites"), " owners."))


def read(data, view=None):
    return receive(data, "x.docx", view).drafts[0] if view else receive(data, "x.docx").drafts[0]


def redline(draft, base=BASE):
    data = export_redline(read(base), base, draft, None, "Norden", DATE).data
    return read(data), read(data, ORIGINAL)


def said(draft):
    return [(note.mark, note.text) for note in draft.notes if note.mark]


def test_an_edit_inside_a_note_is_tracked_there():
    draft = read(BASE)
    draft = edits.reword(draft, draft.notes[0].paragraphs[0].id.serial, "Resolution 74/901 of 12 May.")
    accepted, rejected = redline(draft)

    assert said(accepted) == [("1", "Resolution 74/901 of 12 May.")]
    assert said(rejected) == [("1", "Resolution 74/901.")]


def test_a_new_note_comes_with_its_mark_and_numbers_follow():
    draft = read(BASE)
    draft, serial = notes.add_note(draft, draft.paragraphs[0].id.serial, len("Recalling its"))
    draft = edits.reword(draft, serial, "See A/80/13.")
    accepted, rejected = redline(draft)

    assert said(accepted) == [("1", "See A/80/13."), ("2", "Resolution 74/901.")]
    assert said(rejected) == [("1", "Resolution 74/901.")]


def test_a_note_that_is_deleted_goes_with_its_mark():
    draft = read(BASE)
    accepted, rejected = redline(notes.delete_note(draft, draft.notes[0].paragraphs[0].id.serial))

    assert said(accepted) == []
    assert said(rejected) == [("1", "Resolution 74/901.")]


def test_numbers_that_are_typed_before_notes_count_on_and_are_tracked():
    base = word_file(
        p("\t1.\t", i("Urges"), " all States", note_mark(1), " to fit lights", note_mark(2), " by night;"),
        parts={"footnotes": footnotes("\t1 \tA/80/1.", "\t2 \tA/80/2.")},
    )
    draft = read(base)
    assert said(draft) == [("1", "A/80/1."), ("2", "A/80/2.")]
    accepted, rejected = redline(notes.delete_note(draft, draft.notes[0].paragraphs[0].id.serial), base)

    assert said(accepted) == [("1", "A/80/2.")]
    assert accepted.notes[0].paragraphs[0].source_text == "\t1 \tA/80/2."
    assert said(rejected) == said(draft)


def test_a_note_of_a_paragraph_that_moved_has_its_typed_number_anew():
    base = word_file(
        p("\t1.\t", i("Urges"), " all States", note_mark(1), " to fit lights on every ferry;"),
        *(p(f"\t{n}.\t", i("Requests"), f" the owners of lake {n} to report on it;") for n in range(2, 5)),
        p("\t5.\t", i("Invites"), " the owners of ferries", note_mark(2), " to lend a hand in all of this."),
        parts={"footnotes": footnotes("\t1 \tA/80/1.", "\t2 \tA/80/2.")},
    )
    draft = read(base)
    draft = notes.delete_note(draft, draft.notes[0].paragraphs[0].id.serial)
    draft = edits.reword(draft, draft.notes[0].paragraphs[0].id.serial, "A/80/3.")
    draft = edits.move(draft, draft.paragraphs[4].id.serial, draft.paragraphs[1].id.serial)
    accepted, rejected = redline(draft, base)

    assert said(accepted) == [("1", "A/80/3.")]
    assert [one.source_text for note in accepted.notes if note.mark for one in note.paragraphs] == ["\t1 \tA/80/3."]
    assert said(rejected) == said(read(base))


def test_the_second_part_of_a_paragraph_that_was_split_is_set_by_hand():
    base = word_file(p("\t1.\t", i("Urges"), " all States to fit lights on every ferry, and owners to lend a hand;"))
    draft = read(base)
    draft, second = edits.split(
        draft, draft.paragraphs[0].id.serial, len("Urges all States to fit lights on every ferry,")
    )
    text = draft.paragraphs[1].text
    draft = edits.reword(draft, second, text, [(Span(text.index("owners"), text.index(" to lend")), Mark.BOLD, True)])
    accepted, rejected = redline(draft, base)

    assert marked(accepted.paragraphs[1], Mark.BOLD) == ["owners"]
    assert [marked(one, Mark.BOLD) for one in rejected.paragraphs] == [[]]


def test_a_new_subparagraph_in_a_base_without_any_is_set_like_its_text_and_not_like_a_heading():
    bold = '<w:style w:type="paragraph" w:styleId="H"><w:name w:val="H"/><w:rPr><w:b/></w:rPr></w:style>'
    base = word_file(p("\t1.\t", i("Urges"), " all States to act;"), p("Training", style="H"), parts={"styles": bold})
    draft = read(base)
    draft, _ = edits.insert_after(draft, draft.paragraphs[1].id.serial, ParagraphKind.SUB1, "To train crews;")
    accepted, _ = redline(draft, base)

    assert [marked(one, Mark.BOLD) for one in accepted.paragraphs][1:] == [["Training"], []]


def test_a_file_without_notes_gets_its_first_one():
    draft = read(BARE)
    draft, serial = notes.add_note(draft, draft.paragraphs[0].id.serial, len("Urges all States"))
    accepted, rejected = redline(edits.reword(draft, serial, "See A/80/13."), BARE)

    assert said(accepted) == [("1", "See A/80/13.")]
    assert said(rejected) == []


def test_a_note_of_a_paragraph_that_moved_keeps_its_new_words():
    draft = read(BASE)
    first, last = draft.paragraphs[1].id.serial, draft.paragraphs[2].id.serial
    draft, serial = notes.add_note(draft, first, len("Urges all States"))
    draft = edits.move(edits.reword(draft, serial, "See A/80/13."), first, last)
    accepted, _ = redline(draft)

    assert said(accepted) == [("1", "Resolution 74/901."), ("2", "See A/80/13.")]


def test_the_proof_misses_a_note_with_other_words():
    draft = read(BASE)
    data = export_redline(
        draft, BASE, edits.reword(draft, 2, draft.paragraphs[1].text + " now"), None, "N", DATE
    ).data
    changed = edits.reword(draft, draft.notes[0].paragraphs[0].id.serial, "Resolution 75/1.")
    changed = edits.reword(changed, 2, draft.paragraphs[1].text + " now")

    with pytest.raises(ProofError):
        prove_draft(BASE, data, draft, changed, derived=True)


def marked(paragraph, mark):
    return [run.span.of(paragraph.text) for run in paragraph.runs_in_text() if mark in run.marks]


def set_by_hand(draft, number, words, mark, *, on=True):
    """The draft with a mark put on words of a paragraph, or taken off."""
    paragraph = draft.paragraphs[number]
    start = paragraph.text.index(words)
    span = Span(start, start + len(words))
    return edits.reword(draft, paragraph.id.serial, paragraph.text, [(span, mark, on)])


def document(data):
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read("word/document.xml").decode()


@pytest.mark.parametrize("mark", [Mark.BOLD, Mark.ITALIC, Mark.HIGHLIGHT])
def test_what_is_set_by_hand_is_tracked_as_a_change_of_formatting_and_no_word_comes_or_goes(mark):
    draft = set_by_hand(read(BASE), 1, "lights", mark)
    result = export_redline(read(BASE), BASE, draft, None, "Norden", DATE)

    assert marked(read(result.data).paragraphs[1], mark)[-1] == "lights"
    assert "lights" not in marked(read(result.data, ORIGINAL).paragraphs[1], mark)
    assert document(result.data).count("<w:rPrChange ") == 1
    assert not {"<w:ins ", "<w:del "} & set(re.findall("<w:[a-z]+ ", document(result.data)))
    assert [(one.code, one.field("count")) for one in result.remarks] == [("formatting_tracked", 1)]


@pytest.mark.parametrize("mark", [Mark.BOLD, Mark.ITALIC, Mark.HIGHLIGHT])
def test_what_is_taken_off_by_hand_is_tracked(mark):
    marks = {Mark.BOLD: "<w:b/>", Mark.ITALIC: "<w:i/>", Mark.HIGHLIGHT: '<w:highlight w:val="green"/>'}
    base = word_file(p("\t1.\t", i("Urges"), " the owners of ", r("Norden", marks[mark]), " to fit lights."))
    accepted, rejected = redline(set_by_hand(read(base), 0, "Norden", mark, on=False), base)

    assert marked(accepted.paragraphs[0], mark) == (["Urges"] if mark is Mark.ITALIC else [])
    assert marked(rejected.paragraphs[0], mark)[-1] == "Norden"


def test_a_mark_that_a_style_gives_can_be_taken_off():
    strong = '<w:style w:type="character" w:styleId="Strong"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>'
    run = r("Norden", '<w:rStyle w:val="Strong"/>')
    base = word_file(p("\t1.\t", i("Urges"), " the owners of ", run, " to act."), parts={"styles": strong})
    accepted, rejected = redline(set_by_hand(read(base), 0, "Norden", Mark.BOLD, on=False), base)

    assert marked(accepted.paragraphs[0], Mark.BOLD) == []
    assert marked(rejected.paragraphs[0], Mark.BOLD) == ["Norden"]


def test_arabic_letters_are_bold_by_the_property_of_their_script_too():
    base = word_file(p("1 -\t", r("يحث جميع الدول على التصرف.", "<w:rtl/>")))
    draft = set_by_hand(read(base), 0, "الدول", Mark.BOLD)
    data = export_redline(read(base), base, draft, None, "Norden", DATE).data

    assert "<w:b/><w:bCs/><w:rtl/><w:rPrChange " in document(data)
    assert marked(read(data).paragraphs[0], Mark.BOLD) == ["الدول"]


def test_brackets_and_words_that_are_new_beside_them_are_both_as_they_were_set():
    base = word_file(p("\t1.\t", i("Urges"), " States to fit [green] lights."))
    draft = brackets_highlighted(read(base))
    draft = edits.reword(draft, draft.paragraphs[0].id.serial, "Urges all States to fit [green] lights.")
    accepted, rejected = redline(draft, base)

    assert marked(accepted.paragraphs[0], Mark.HIGHLIGHT) == ["[", "]"]
    assert marked(rejected.paragraphs[0], Mark.HIGHLIGHT) == []
    assert rejected.paragraphs[0].text == "Urges States to fit [green] lights."


def test_words_of_a_cell_and_of_a_note_are_set_by_hand():
    base = word_file(
        p("\t", i("Recalling"), " its resolution 74/901", note_mark(1), " on lamps,"),
        table(["Lamp", "Watt"], ["Bow", "60"]),
        parts={"footnotes": footnotes(" Resolution 74/901.")},
    )
    draft = read(base)
    cell = next(one for one in draft.paragraphs if one.text == "Bow")
    note = draft.notes[0].paragraphs[0]
    draft = edits.reword(draft, cell.id.serial, "Bow", [(Span(0, 3), Mark.BOLD, True)])
    draft = edits.reword(draft, note.id.serial, note.text, [(Span(0, 10), Mark.HIGHLIGHT, True)])
    accepted, rejected = redline(draft, base)

    def told(draft):
        cell = next(one for one in draft.paragraphs if one.text == "Bow")
        return marked(cell, Mark.BOLD), marked(draft.notes[0].paragraphs[0], Mark.HIGHLIGHT)

    assert told(accepted) == (["Bow"], ["Resolution"])
    assert told(rejected) == ([], [])


def test_a_paragraph_that_moved_comes_as_it_was_set_by_hand_and_goes_back_as_it_was():
    base = word_file(
        *(
            p(f"\t{n}.\t", i("Urges"), f" the owners of every ferry on lake {n} to fit new lights;")
            for n in range(1, 6)
        )
    )
    draft = set_by_hand(read(base), 0, "new lights", Mark.BOLD)
    draft = edits.move(draft, draft.paragraphs[0].id.serial, draft.paragraphs[3].id.serial)
    accepted, rejected = redline(draft, base)

    assert [marked(one, Mark.BOLD) for one in accepted.paragraphs] == [[], [], [], ["new lights"], []]
    assert [marked(one, Mark.BOLD) for one in rejected.paragraphs] == [[]] * 5


def test_where_anothers_change_of_formatting_is_pending_the_base_is_resolved_first():
    former = '<w:rPrChange w:id="7" w:author="Sylvania" w:date="2026-01-02T03:04:05Z"><w:rPr/></w:rPrChange>'
    base = word_file(p("\t1.\t", i("Urges"), " the owners of ", r("Norden", f"<w:i/>{former}"), " to act."))
    result = export_redline(read(base), base, set_by_hand(read(base), 0, "Norden", Mark.BOLD), None, "Norden", DATE)

    accepted, rejected = read(result.data), read(result.data, ORIGINAL)
    assert marked(accepted.paragraphs[0], Mark.BOLD) == ["Norden"]
    assert marked(rejected.paragraphs[0], Mark.BOLD) == []
    assert "Sylvania" not in document(result.data)


SCHEDULE = word_file(
    p("\t1.\t", i("Urges"), " all States to apply the schedule;"),
    table(["Vessel", "Months", "By"], ["Rafts of wood", "", "Owners"], ["Steel ferries", "6", "States"]),
    p("\t2.\t", i("Decides"), " to meet."),
)


def rows(draft):
    found = {}
    for one in draft.paragraphs:
        if one.place is not None:
            found.setdefault((one.place.row, one.place.column), []).append(one.text)
    count = 1 + max(row for row, _ in found)
    return [["/".join(found[row, column]) for column in range(3)] for row in range(count)]


def cell(draft, row, column):
    places = {(one.place.row, one.place.column): one.id.serial for one in draft.paragraphs if one.place is not None}
    return places[row, column]


def rewritten(draft, serial, text):
    return edits.reword(tables.with_open_cell(draft, serial), serial, text)


def with_a_row(draft):
    draft, first = tables.insert_row(draft, cell(draft, 1, 0))
    draft = edits.reword(draft, first, "Canoes")
    return rewritten(draft, cell(draft, 2, 2), "Nobody")


def without_a_row(draft):
    return tables.delete_row(draft, cell(draft, 1, 2))


def with_words_in_an_empty_cell(draft):
    return rewritten(draft, cell(draft, 1, 1), "12")


def with_a_second_paragraph(draft):
    return edits.insert_after(draft, cell(draft, 2, 2), ParagraphKind.CELL, "and owners")[0]


def with_a_parted_cell(draft):
    return edits.split(draft, cell(draft, 1, 0), 5)[0]


def with_an_emptied_cell(draft):
    return tables.emptied(draft, cell(draft, 2, 1))


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        (with_a_row, [["Rafts of wood", "", "Owners"], ["Canoes", "", "Nobody"], ["Steel ferries", "6", "States"]]),
        (without_a_row, [["Steel ferries", "6", "States"]]),
        (with_words_in_an_empty_cell, [["Rafts of wood", "12", "Owners"], ["Steel ferries", "6", "States"]]),
        (with_a_second_paragraph, [["Rafts of wood", "", "Owners"], ["Steel ferries", "6", "States/and owners"]]),
        (with_a_parted_cell, [["Rafts/of wood", "", "Owners"], ["Steel ferries", "6", "States"]]),
        (with_an_emptied_cell, [["Rafts of wood", "", "Owners"], ["Steel ferries", "", "States"]]),
    ],
)
def test_rows_and_cells_of_a_table_are_tracked_and_rejected_are_those_of_the_base(written, expected):
    draft = written(read(SCHEDULE))
    assert rows(draft)[1:] == expected
    accepted, rejected = redline(draft, SCHEDULE)
    assert rows(accepted) == rows(draft)
    assert rows(rejected) == rows(read(SCHEDULE))
    clean = read(export_clean(draft))
    assert rows(clean) == rows(draft)


def test_a_row_that_says_other_words_now_is_the_same_row_still():
    draft = read(SCHEDULE)
    for column, text in enumerate(("Canoes", "24", "Nobody")):
        draft = rewritten(draft, cell(draft, 1, column), text)
    draft, first = tables.insert_row(draft, cell(draft, 0, 0))
    draft = edits.reword(draft, first, "Rafts of wood")
    data = export_redline(read(SCHEDULE), SCHEDULE, draft, None, "Norden", DATE).data

    assert rows(read(data)) == rows(draft)
    assert document(data).count("<w:trPr><w:ins ") == 1
    assert "<w:trPr><w:del " not in document(data)


def test_a_new_row_goes_on_no_cell_above_it_though_the_last_row_does():
    def merged(text, how):
        return f"<w:tc><w:tcPr><w:vMerge{how}/></w:tcPr>{p(text)}</w:tc>"

    def row(first, second):
        return f"<w:tr>{first}<w:tc>{p(second)}</w:tc></w:tr>"

    lines = row(merged("Ferries", ' w:val="restart"'), "of wood") + row(merged("", ""), "of steel")
    base = word_file(p("\t1.\t", i("Urges"), " all;"), f"<w:tbl><w:tblPr/><w:tblGrid/>{lines}</w:tbl>")
    draft, first = tables.insert_row(read(base), cell(read(base), 1, 1))
    draft = edits.reword(draft, first, "Rafts")
    data = export_redline(read(base), base, draft, None, "Norden", DATE).data

    assert document(data).count("<w:vMerge") == 2
    assert "Rafts" in [one.text for one in read(data).paragraphs]
    assert "Rafts" not in [one.text for one in read(data, ORIGINAL).paragraphs]


def test_words_of_a_table_within_a_cell_are_changed_in_their_place():
    inner = table(["Rafts", "6"], ["Ferries", "12"])
    outer = f"<w:tbl><w:tblPr/><w:tblGrid/><w:tr><w:tc>{p('Schedule')}{inner}{p('End')}</w:tc></w:tr></w:tbl>"
    base = word_file(p("\t1.\t", i("Urges"), " all States to act;"), outer, p("\t2.\t", i("Decides"), " to meet."))
    draft = read(base)
    rafts = next(one for one in draft.paragraphs if one.text == "Rafts")
    end = next(one for one in draft.paragraphs if one.text == "End")
    draft = edits.reword(draft, rafts.id.serial, "Rafts of wood")
    draft = edits.reword(draft, end.id.serial, "End", [(Span(0, 3), Mark.BOLD, True)])
    data = export_redline(read(base), base, draft, None, "Norden", DATE).data

    assert [one.text for one in read(data).paragraphs] == [one.text for one in draft.paragraphs]
    assert document(data).count("<w:tbl>") == 2
    assert len(re.findall("<w:(?:ins|del) ", document(data))) == 1
    assert "End" in marked(next(one for one in read(data).paragraphs if one.text == "End"), Mark.BOLD)


def nested_schedule():
    inner = table(["Rafts of wood", "6"], ["Ferries", "12"])
    outer = f"<w:tbl><w:tblPr/><w:tblGrid/><w:tr><w:tc>{p('Schedule')}{inner}{p('End')}</w:tc></w:tr></w:tbl>"
    return word_file(p("\t1.\t", i("Urges"), " all States to act;"), outer, p("\t2.\t", i("Decides"), " to meet."))


def serial_of(draft, text):
    return next(one.id.serial for one in draft.paragraphs if one.text == text)


def added(draft, after, text):
    return edits.insert_after(draft, serial_of(draft, after), ParagraphKind.CELL, text)[0]


def depths(data):
    """Of each paragraph of a Word file in how many tables it stands."""
    names = {"w": part(data).nsmap["w"]}
    return [
        int(one.xpath("count(ancestor::w:tbl)", namespaces=names))
        for one in part(data).xpath("//w:body//w:p", namespaces=names)
    ]


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        (lambda draft: added(draft, "6", "or more"), [0, 1, 2, 2, 2, 2, 2, 1, 0]),
        (lambda draft: added(draft, "12", "or more"), [0, 1, 2, 2, 2, 2, 2, 1, 0]),
        (lambda draft: added(draft, "Schedule", "of ferries"), [0, 1, 1, 2, 2, 2, 2, 1, 0]),
        (lambda draft: added(draft, "End", "Total: 18"), [0, 1, 2, 2, 2, 2, 1, 1, 0]),
        (lambda draft: edits.split(draft, serial_of(draft, "Rafts of wood"), 5)[0], [0, 1, 2, 2, 2, 2, 2, 1, 0]),
        (
            lambda draft: added(added(added(draft, "6", "or more"), "Schedule", "A"), "End", "B"),
            [0, 1, 1, 2, 2, 2, 2, 2, 1, 1, 0],
        ),
    ],
    ids=["in a cell", "in the last cell", "before the table", "at the end", "parted", "several"],
)
def test_a_paragraph_that_is_added_in_a_cell_with_a_table_stands_where_it_was_typed(written, expected):
    base = nested_schedule()
    draft = written(read(base))
    data = export_redline(read(base), base, draft, None, "Norden", DATE).data

    assert [one.text for one in read(data).paragraphs] == [one.text for one in draft.paragraphs]
    assert [one.text for one in read(data, ORIGINAL).paragraphs] == [one.text for one in read(base).paragraphs]
    assert depths(data) == expected
    assert "<w:trPr>" not in document(data)


def test_words_beside_a_picture_in_a_cell_leave_the_picture_where_it_is():
    picture = "<w:r><w:pict/></w:r>"
    lines = f"<w:tr><w:tc>{p(picture)}</w:tc><w:tc>{p('Emblem')}</w:tc></w:tr>"
    base = word_file(p("\t1.\t", i("Urges"), " all;"), f"<w:tbl><w:tblPr/><w:tblGrid/>{lines}</w:tbl>")
    draft = read(base)
    serial = cell(draft, 0, 0)
    text = draft.paragraphs[draft.index_of(serial)].source_text
    draft = edits.reword(tables.with_open_cell(draft, serial), serial, f"{text} of the Organization")
    data = export_redline(read(base), base, draft, None, "Norden", DATE).data

    assert document(data).count("<w:pict/>") == 1
    assert "<w:del " not in document(data)
    assert '<w:t xml:space="preserve"> of the Organization</w:t>' in document(data)
