"""RTF files: characters, paragraphs, numbers as printed, notes, tables, tracked changes by view."""

import pytest

from draftdesk.errors import ReadingError
from draftdesk.model.draft import FINAL, ORIGINAL, NoteKind, SourceFormat, View, ViewKind
from draftdesk.model.paragraph import Mark
from draftdesk.reading.receive import receive

HEAD = (
    r"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0\fcharset0 Times;}{\f1\fcharset204 Times Cyr;}}"
    r"{\stylesheet{\s0 Normal;}{\s5\b Heading 1;}{\*\cs9 Strong;}}{\*\revtbl {Unknown;}{Lacustria;}{Suden;}}"
    "\n"
)


def read(body, view=FINAL):
    return receive((HEAD + body + "}").encode("latin-1"), "draft.rtf", view)


def texts(body, view=FINAL):
    return [one.text for one in read(body, view).drafts[0].paragraphs]


def test_it_is_known_by_its_content():
    assert read(r"\pard Urges all States;\par").format is SourceFormat.RTF


@pytest.mark.parametrize(
    ("written", "text"),
    [
        (r"Egal\'e9", "Egalé"),
        (r"\u8220?x\u8221\'94", "“x”"),
        (r"{\uc2\u1040\'c0\'c0}x", "Аx"),
        (r"{\f1\'c3\'e5\'ed}", "Ген"),
        (r"\u-10179?\u-8705?", "\U0001f5ff"),
        (r"non\_proliferation 30\~October", "non‑proliferation 30\u00a0October"),
        (r"re\-solution \{x\}\\", "resolution {x}\\"),
        (r"a\line b\tab c\emdash d", "a\nb\tc—d"),
        ("Ur\r\nges", "Urges"),
    ],
)
def test_characters(written, text):
    assert texts(rf"\pard {written}\par") == [text]


def test_marks_and_styles():
    draft = read(r"\pard\s5 {\i Urges} {\highlight7 [all]} {\ul\b States\highlight0}\par").drafts[0]
    paragraph = draft.paragraphs[0]
    assert paragraph.style == "Heading 1"
    assert [(run.span.of(paragraph.source_text), run.marks) for run in paragraph.runs] == [
        ("Urges", {Mark.ITALIC}),
        ("[all]", {Mark.HIGHLIGHT}),
        ("States", {Mark.BOLD, Mark.UNDERLINE}),
    ]


def test_numbers_are_those_that_are_printed():
    body = r"\pard{\listtext\pard\plain 12.\tab}Urges:\par\pard{\*\pn x}{\pntext (a)\tab}To act;\par"
    assert [(one.number, one.text) for one in read(body).drafts[0].paragraphs] == [
        ("12", "Urges:"),
        ("(a)", "To act;"),
    ]


def test_notes_are_tied_to_their_marks():
    body = (
        r"\pard Recalling{\super\chftn{\footnote\pard\plain{\super\chftn} A/79/1.}} and"
        r"{\super *{\*\footnote\pard\plain * Typed.}}{\chftn{\footnote\ftnalt\pard {\chftn}End.}} so\par"
    )
    draft = read(body).drafts[0]
    assert draft.paragraphs[0].text == "Recalling￼ and*￼￼ so"
    assert [(one.kind, one.mark, one.text) for one in draft.notes] == [
        (NoteKind.FOOTNOTE, "1", "A/79/1."),
        (NoteKind.FOOTNOTE, "*", "* Typed."),
        (NoteKind.ENDNOTE, "1", "End."),
    ]


def test_cells_keep_their_places():
    first, second = r"\trowd\pard\intbl a\cell b\par b2\cell\row", r"\trowd\pard\intbl c\cell d\cell\row"
    body = rf"\pard before\par{first}{second}\pard after\par"
    draft = read(body).drafts[0]
    places = [(one.text, one.place and (one.place.row, one.place.column)) for one in draft.paragraphs]
    assert places == [
        ("before", None),
        ("a", (0, 0)),
        ("b", (0, 1)),
        ("b2", (0, 1)),
        ("c", (1, 0)),
        ("d", (1, 1)),
        ("after", None),
    ]


def test_links_headers_comments_boxes_and_pictures_go_where_they_belong():
    body = (
        r"{\header\pard A/80/L.1\par}\pard See {\field{\*\fldinst{HYPERLINK "
        r'"https://undocs.org/A/79/1"}}{\fldrslt{A/79/1}}}'
        r"{\*\atnid LA}{\*\atnauthor Suden}\chatn{\*\annotation\pard Why?}{\pict\wmetafile8 010009}"
        r"{\shp{\*\shpinst{\sp{\sn x}{\sv 1}}{\shptxt\pard Box\par}}{\shprslt again}}\par"
    )
    received = read(body)
    draft = received.drafts[0]
    assert draft.paragraphs[0].text == "See A/79/1￼"
    assert draft.paragraphs[0].runs[0].link == "https://undocs.org/A/79/1"
    assert draft.symbol == "A/80/L.1"
    assert [(one.author, one.text) for one in draft.comments] == [("Suden", "Why?")]
    assert [one.text for box in draft.boxes for one in box] == ["Box"]
    assert {said.code for said in received.not_read} == {"pictures_not_compared", "text_boxes_not_read"}


TRACKED = (
    r"\pard Urges {\deleted\revauthdel2 all}{\revised\revauth1 most} States{\revised\revauth1\par}\pard to act;\par"
)


def test_each_view_shows_its_own_text():
    assert texts(TRACKED) == ["Urges most States", "to act;"]
    assert texts(TRACKED, ORIGINAL) == ["Urges all Statesto act;"]
    assert texts(TRACKED, View(ViewKind.BY_AUTHOR, "Suden")) == ["Urges  Statesto act;"]
    assert set(read(TRACKED).authors) == {"Lacustria", "Suden"}


def test_a_file_without_changes_has_no_other_view():
    with pytest.raises(ReadingError, match="no tracked changes"):
        read(r"\pard Urges\par", ORIGINAL)


@pytest.mark.parametrize("body", ["", r"{\pict 00}", "{" * 50_000, r"\par" * 10])
def test_a_file_without_text_is_refused(body):
    with pytest.raises(ReadingError, match="without a text"):
        read(body)


def test_a_file_that_is_cut_off_gives_what_it_has():
    data = (HEAD + r"\pard Urges all {\b States").encode()
    assert [one.text for one in receive(data, "draft.rtf").drafts[0].paragraphs] == ["Urges all States"]


def test_readbench_texts_are_read_as_they_are(judged_reading):
    figures = judged_reading("rtf")
    assert figures["bound_f1"] >= 0.995
    assert figures["kind"] >= 0.99
    assert figures["number"] >= 0.995
    assert figures["note_text"] >= 0.98
    assert figures["missing"] <= 1
    assert figures["extra"] <= 1
