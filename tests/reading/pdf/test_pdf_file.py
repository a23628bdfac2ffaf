"""PDF files with a text layer: what was printed is read as it was written."""

from __future__ import annotations

import contextlib
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from draftdesk.errors import ReadingError
from draftdesk.messages import render
from draftdesk.model.draft import Draft
from draftdesk.model.paragraph import Mark, ParagraphKind, Span
from draftdesk.reading.receive import receive
from making_pdf import Sheet, Shown, pdf_file, printed

LONG = (
    "_Recalling_ its resolution 79/1 of 22 September 2024 on the keepers of lighthouses, and stressing that people-"
    "centred measures are needed in every port and on every coast where ships pass at night or in fog, in particular "
    "for those who live there, as well as on all the rivers and lakes that ships use,"
)
RESOLUTION = (
    "_The General Assembly_,",
    "_Noting_ the report of the Secretary-General,{1} and the debate on it,",
    LONG,
    "1. _Decides_ to remain seized of the matter of the lighthouses and of all those who keep them lit;",
    "2. _Requests_ the Secretary-General:",
    "(a) To report on the lamps, the lenses and the clockwork of each of the lighthouses in the annex;",
    "(b) To publish the list.",
    "> 12th plenary meeting",
    "{1} A/79/22, annex II.",
)


def draft_of(data: bytes) -> Draft:
    return receive(data, "draft.pdf").drafts[0]


def texts(draft: Draft) -> list[str]:
    return [paragraph.text for paragraph in draft.paragraphs if not paragraph.is_hidden]


def plain(text: str) -> str:
    return re.sub(r"^(?:\d\.|\([ab]\)|>) ", "", text).replace("_", "").replace("{1}", "\ufffc")


@pytest.mark.parametrize("lines_on_page", [3, 4, 5, 6, 7, 8, 40])
def test_paragraphs_are_whole_wherever_a_page_ends(lines_on_page):
    draft = draft_of(printed(RESOLUTION, lines_on_page=lines_on_page))
    assert texts(draft) == [plain(text) for text in RESOLUTION if not text.startswith("{")]
    assert [paragraph.number for paragraph in draft.paragraphs if paragraph.number] == ["1", "2", "(a)", "(b)"]


def test_kinds_follow_from_what_is_printed():
    draft = draft_of(printed(RESOLUTION))
    assert [paragraph.kind.value for paragraph in draft.paragraphs if not paragraph.is_hidden] == [
        "enacting", "preambular", "preambular", "operative", "operative", "sub1", "sub1", "meeting_line",
    ]  # fmt: skip


def test_what_belongs_to_the_page_is_kept_as_furniture():
    draft = draft_of(printed(RESOLUTION, lines_on_page=6))
    furniture = [paragraph.text for paragraph in draft.paragraphs if paragraph.kind is ParagraphKind.FURNITURE]
    assert furniture.count("A/C.2/81/L.9") == 3
    assert furniture.count("26-01234") == 3
    assert {"1/9", "2/9", "3/9"} <= set(furniture)
    assert draft.symbol == "A/C.2/81/L.9"


def test_a_footnote_is_cut_out_and_tied_to_its_mark():
    draft = draft_of(printed(RESOLUTION, lines_on_page=3))
    (note,) = draft.notes
    assert (note.mark, note.text) == ("1", "A/79/22, annex II.")
    caller = next(paragraph for paragraph in draft.paragraphs if paragraph.objects)
    assert caller.text.startswith("Noting the report of the Secretary-General,\ufffc and")
    assert [item.target for item in caller.objects] == [note.id]


def test_a_mark_that_stands_again_stays_a_raised_figure():
    draft = draft_of(printed(["_Noting_ the report,{1}", "_Recalling_ the report,{1} again,", "{1} A/79/22."]))
    first, second = [paragraph for paragraph in draft.paragraphs if not paragraph.is_hidden]
    assert first.text == "Noting the report,\ufffc"
    assert second.text == "Recalling the report,1 again,"
    assert any(Mark.SUPERSCRIPT in run.marks for run in second.runs)


def test_italics_are_kept():
    draft = draft_of(printed(["1. _Decides_ to go on."]))
    paragraph = next(paragraph for paragraph in draft.paragraphs if not paragraph.is_hidden)
    assert [(run.span, run.marks) for run in paragraph.runs_in_text()] == [(Span(0, 7), frozenset({Mark.ITALIC}))]


def test_a_paragraph_tells_its_page_and_lines():
    draft = draft_of(printed(RESOLUTION, lines_on_page=6))
    decides = next(paragraph for paragraph in draft.paragraphs if paragraph.text.startswith("Decides"))
    assert (decides.origin.part, decides.origin.first_line) == ("page 2", 5)


def test_pages_of_a_scan_are_named_and_a_whole_scan_is_refused():
    text, scan = Sheet().put("1. Decides to go on.", 123, 700), Sheet(pictures=1)
    received = receive(pdf_file([text, scan, scan]), "draft.pdf")
    assert [render(said) for said in received.not_read] == [
        "Pages without text, perhaps scans, are not compared: 2, 3."
    ]
    with pytest.raises(ReadingError, match="is a scan: its pages hold pictures of a text, and no text"):
        receive(pdf_file([scan, scan]), "draft.pdf")


def test_words_struck_out_are_marked_and_said():
    page = Sheet().put("1. Decides firmly to go on.", 123, 700)
    page.rules.append((123 + 11 * 6, 703, 36))
    received = receive(pdf_file([page]), "draft.pdf")
    (paragraph,) = received.drafts[0].paragraphs
    assert [run.span.of(paragraph.source_text) for run in paragraph.runs if Mark.STRIKE in run.marks] == ["firmly"]
    assert [said.code for said in received.warnings] == ["struck_out_read"]


def test_a_line_under_words_underlines_them_and_a_rule_over_the_page_does_not():
    page = Sheet().put("1. Decides to go on.", 123, 700).put("Text of the annex", 123, 660)
    page.rules += [(123 + 18, 698.5, 42), (60, 658.5, 400)]
    paragraphs = receive(pdf_file([page]), "draft.pdf").drafts[0].paragraphs
    underlined = [run.span.of(p.source_text) for p in paragraphs for run in p.runs if Mark.UNDERLINE in run.marks]
    assert underlined == ["Decides"]


def test_pictures_among_the_text_and_tables_are_said():
    page = Sheet(pictures=1).put("1. Decides to go on.", 123, 700).put("2. Also decides to rest.", 123, 100)
    for row in range(4):
        for column in range(3):
            page.put(f"cell {row}", 123 + 120 * column, 250 - 14 * row)
    said = receive(pdf_file([page]), "draft.pdf").not_read
    assert [one.code for one in said] == ["pictures_not_compared", "tables_by_line"]


def test_the_masthead_of_a_draft_ends_before_the_session():
    page = Sheet()
    page.put("United Nations", 60, 740, 14).put("A/C.2/81/L.9", 440, 740)
    page.put("General Assembly", 60, 700, 20, "b").put("DRAFT", 440, 705)
    page.put("18 November 2026", 440, 693)
    page.put("Eighty-first session", 60, 600, 10, "b").put("Second Committee", 60, 588, 10, "b")
    page.put("Agenda item 18 (a)", 60, 576).put("Draft resolution submitted by the Chair", 123, 540, 10, "b")
    page.put("_The General Assembly_,", 147, 500)
    draft = draft_of(pdf_file([page]))
    assert texts(draft)[:2] == ["Eighty-first session", "Second Committee"]
    assert (draft.agenda, draft.sponsors) == ("Agenda item 18 (a)", "Draft resolution submitted by the Chair")
    assert (draft.symbol, draft.session, draft.date) == ("A/C.2/81/L.9", "Eighty-first session", "18 November 2026")


def test_a_blank_under_the_next_letter_is_none():
    page = Sheet().put("1. Recalls the years 2015\u2013 ", 123, 700).put("2030 and after.", 123 + 26 * 6, 700)
    assert texts(draft_of(pdf_file([page]))) == ["Recalls the years 2015\u20132030 and after."]


def test_headings_on_different_edges_are_two_and_the_lines_of_one_are_one():
    page = Sheet().put("The General Assembly,", 147, 700)
    page.put("Sustainable transport:", 60, 600, 10, "b").put("safety of ferries", 60, 588, 10, "b")
    page.put("Belmarine and Lacustria: draft", 123, 576, 10, "b").put("resolution", 123, 564, 10, "b")
    for number in range(4):
        page.put("all those who keep them lit at night", 123, 400 - 12 * number)
    assert texts(draft_of(pdf_file([page])))[1:3] == [
        "Sustainable transport: safety of ferries", "Belmarine and Lacustria: draft resolution",
    ]  # fmt: skip


@pytest.mark.parametrize("step", [1, 5])
def test_line_numbers_in_the_margin_are_furniture(step):
    page = Sheet()
    lines = [
        "Decides to remain seized of the matter of lighthouses and of",
        *["all those who keep them lit at night"] * 24,
    ]
    page.put("1.", 123, 700)
    for number, line in enumerate(lines, start=1):
        page.put(line, 160 if number == 1 else 123, 712 - 12 * number)
        if number % step == 0:
            page.put(f"{number:>2}", 90, 712 - 12 * number, 8)
    paragraphs = draft_of(pdf_file([page])).paragraphs
    (shown,) = [paragraph for paragraph in paragraphs if not paragraph.is_hidden]
    assert (shown.number, shown.text) == ("1", " ".join(lines))
    assert sum(paragraph.kind is ParagraphKind.FURNITURE for paragraph in paragraphs) == 25 // step


def test_a_page_that_is_written_across_is_read():
    page = Sheet()
    for number, line in enumerate(["1. Decides to remain seized of the matter of", "lighthouses."]):
        page.shown.append(Shown(line, 100 + 12 * number, 100, turned=True))
    assert texts(draft_of(pdf_file([page]))) == ["Decides to remain seized of the matter of lighthouses."]


def test_a_watermark_is_furniture():
    page = Sheet().put("1. Decides to go on.", 123, 700)
    page.shown.append(Shown("DRAFT", 300, 300, 60, turned=True))
    assert texts(draft_of(pdf_file([page]))) == ["Decides to go on."]


@settings(max_examples=60)
@given(st.data())
def test_no_bytes_make_it_fall_over(data):
    whole = bytearray(printed(RESOLUTION, lines_on_page=6))
    for place in data.draw(st.lists(st.integers(0, len(whole) - 1), min_size=1, max_size=12)):
        whole[place] = data.draw(st.integers(0, 255))
    with contextlib.suppress(ReadingError):
        receive(bytes(whole), "draft.pdf")


def test_a_password_is_said():
    handler = f"<< /Filter /Standard /V 1 /R 2 /O <{'41' * 32}> /U <{'42' * 32}> /P -4 >>".encode()
    locked = pdf_file([[Shown("Text", 100, 700)]], trailer="/Encrypt 1000 0 R /ID [<00> <00>]", extra=[handler])
    with pytest.raises(ReadingError, match="protected by a password"):
        receive(locked, "draft.pdf")


def test_a_cut_file_is_said_to_be_damaged():
    with pytest.raises(ReadingError, match="damaged and cannot be read as a PDF"):
        receive(printed(RESOLUTION)[:300], "draft.pdf")


def test_an_amendment_has_its_title_below_the_line_of_who_tables_it():
    front = ["# Agenda item 67", "# Andor and Belmark: amendment to draft resolution A/C.2/81/L.5/Rev.1"]
    body = "In operative paragraph 2, replace “all ferries that carry passengers” with “ferries”. " * 4
    whole = printed([*front, "# Safety of inland ferries", body.strip()])
    draft = receive(whole, "x.pdf").drafts[0]
    assert draft.title == "Safety of inland ferries"
    assert draft.sponsors.startswith("Andor and Belmark: amendment")
