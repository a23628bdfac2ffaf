"""Pages: of Word, of LibreOffice, of sites and of mail programs."""

import contextlib

import pytest

from draftdesk.errors import ReadingError
from draftdesk.model.draft import FINAL, ORIGINAL, SourceFormat, View, ViewKind
from draftdesk.model.paragraph import Mark, ParagraphKind
from draftdesk.reading.receive import receive

WORD = """<html xmlns:o="urn:schemas-microsoft-com:office:office"><head>
<meta http-equiv=Content-Type content="text/html; charset=windows-1252"></head><body><div class=WordSection1>
<p class=MsoNormal><i>The General Assembly</i>,</p>
<p class=MsoNormal><i>Recalling</i> its resolution 79/1,<a href="#_ftn1" name="_ftnref1"><span
class=MsoFootnoteReference><![if !supportFootnotes]>[1]<![endif]></span></a> and \u201cits\u201d report<o:p></o:p></p>
<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='mso-list:Ignore'>1.<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp; </span></span><![endif]>
<i>Urges</i> <ins cite="mailto:Suden">all </ins><del cite="mailto:Lacustria">most </del>States;</p></div>
<div style='mso-element:footnote-list'><hr><div id=ftn1><p class=MsoFootnoteText><a href="#_ftnref1"
name="_ftn1">[1]</a> A/79/1.</p></div></div></body></html>""".encode("cp1252")


def read(page, view=FINAL):
    data = page if isinstance(page, bytes) else page.encode()
    return receive(data, "draft.html", view)


def texts(page, view=FINAL):
    return [one.text for one in read(page, view).drafts[0].paragraphs]


def numbers(page):
    return [one.number for one in read(page).drafts[0].paragraphs]


def test_a_page_of_word_is_read_with_its_list_its_note_and_its_italics():
    received = read(WORD)
    draft = received.drafts[0]
    assert received.format is SourceFormat.HTML
    assert [(one.kind, one.number) for one in draft.paragraphs] == [
        (ParagraphKind.ENACTING, ""),
        (ParagraphKind.PREAMBULAR, ""),
        (ParagraphKind.OPERATIVE, "1"),
    ]
    assert draft.paragraphs[1].text == "Recalling its resolution 79/1,￼ and “its” report"
    assert [(note.mark, note.text) for note in draft.notes] == [("1", "A/79/1.")]
    assert draft.paragraphs[1].objects[0].target == draft.notes[0].id
    assert draft.paragraphs[0].runs[0].marks == {Mark.ITALIC}


def test_tracked_changes_of_word_are_read_by_view():
    assert texts(WORD)[2] == "Urges all States;"
    assert texts(WORD, ORIGINAL)[2] == "Urges most States;"
    assert texts(WORD, View(ViewKind.BY_AUTHOR, "Suden"))[2] == "Urges all most States;"
    assert read(WORD).authors == ("Suden", "Lacustria")


def test_a_mail_in_one_block_falls_into_its_paragraphs():
    page = (
        "<div>The General Assembly,<br><br>Recalling its resolution 79/1,<br>Noting the report,<br>"
        "1. Urges all States;<br>2. Requests the Secretary-General to report;</div>"
    )
    assert texts(page) == [
        "The General Assembly,",
        "Recalling its resolution 79/1,",
        "Noting the report,",
        "Urges all States;",
        "Requests the Secretary-General to report;",
    ]


def test_a_line_break_inside_a_paragraph_stays():
    assert texts("<p>37th plenary meeting<br>30 October 2026</p>") == ["37th plenary meeting\n30 October 2026"]


def test_lists_are_numbered_as_a_browser_does():
    page = (
        "<ol start=3><li>Urges<ol type=a><li>x</li><li value=5>y</li></ol></li><li><p>Second</p><p>more</p></li></ol>"
    )
    assert numbers(page) == ["3", "a", "e", "4", ""]
    assert numbers("<ol style='list-style-type: none'><li>(a) Urges</li></ol>") == ["(a)"]
    assert numbers("<ol><li>(a) Urges</li></ol>") == ["(a)"]


def test_what_belongs_to_the_site_is_kept_aside():
    text = "<main><p>Recalling its resolution 79/1,</p></main>"
    page = f"<nav>Home</nav><script>alert(1)</script>{text}<footer>Contact</footer>"
    draft = read(f"<html><body>{page}</body></html>").drafts[0]
    assert [one.text for one in draft.paragraphs] == ["Recalling its resolution 79/1,"]
    without_main = page.replace("main>", "article>")
    draft = read(f"<html><body>{without_main}</body></html>").drafts[0]
    assert [one.text for one in draft.paragraphs] == ["Recalling its resolution 79/1,"]
    assert [one.text for one in draft.margins[0].paragraphs] == ["Home", "Contact"]


def test_a_table_that_only_places_text_is_text():
    page = "<table><tr><td><p>Recalling its resolution 79/1,</p><p>Urges all States;</p></td></tr></table>"
    assert all(one.place is None for one in read(page).drafts[0].paragraphs)
    page = "<table><tr><td>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></table>"
    draft = read(page).drafts[0]
    assert [(one.text, one.place.row, one.place.column) for one in draft.paragraphs][3] == ("d", 1, 1)
    assert draft.tables[0].cells == (2, 2)


def test_a_class_of_the_style_sheet_sets_italics():
    page = "<style>.c3{font-style:italic}</style><p><span class=c3>Urges</span> all</p>"
    assert read(page).drafts[0].paragraphs[0].runs[0].marks == {Mark.ITALIC}


@pytest.mark.parametrize(
    ("page", "is_highlighted"),
    [
        ("<p>Urges <mark>[all]</mark> States</p>", True),
        ("<p>Urges <span style='background:yellow;mso-highlight:yellow'>[all]</span> States</p>", True),
        ("<p>Urges <span style='background-color: rgb(255, 255, 0)'>[all]</span> States</p>", True),
        ("<p>Urges <span style='background-color: rgb(255, 255, 255)'>[all]</span> States</p>", False),
        ("<p>Urges <span style='background:white'>[all]</span> States</p>", False),
        ("<p>Urges <a href='https://x.test' style='background:yellow'>[all]</a> States</p>", False),
        ("<p style='background:yellow'>Urges [all] States</p>", False),
        ("<p>Urges <span style='background:url(x.png)'>[all]</span> States</p>", False),
    ],
)
def test_the_marker_pen_is_read_and_the_looks_of_the_page_are_not(page, is_highlighted):
    paragraph = read(page).drafts[0].paragraphs[0]
    highlighted = [run.span.of(paragraph.source_text) for run in paragraph.runs if Mark.HIGHLIGHT in run.marks]
    assert highlighted == (["[all]"] if is_highlighted else [])


def test_a_link_within_the_page_is_no_footnote_by_itself():
    page = '<p>See <a href="#a">part A</a> and <a href="#b">2</a>.</p><h2 id=a>A</h2><p id=b>Text</p>'
    draft = read(page).drafts[0]
    assert not draft.notes
    assert "Text" in [one.text for one in draft.paragraphs]


def test_hidden_text_and_pictures_are_said():
    received = read("<p>Urges<span style='display:none'>secret</span> all <img src=x></p>")
    assert received.drafts[0].paragraphs[0].text == "Urges all"
    assert {said.code for said in received.not_read} == {"hidden_text_not_read", "pictures_not_compared"}


def test_entities_and_encodings_become_letters():
    assert texts("<p>Egal&eacute;&nbsp;&#8220;x&rdquo;&shy;y</p>") == ["Egalé\u00a0“x”y"]
    page = '<html><head><meta charset="windows-1251"></head><body><p>Генеральная Ассамблея,</p></body></html>'
    assert texts(page.encode("cp1251")) == ["Генеральная Ассамблея,"]
    assert texts(page.replace("windows-1251", "utf-16").encode("utf-16")) == ["Генеральная Ассамблея,"]


def test_the_clipboard_of_windows_is_a_page():
    head = "Version:0.9\r\nStartHTML:00000097\r\nEndHTML:00000170\r\nStartFragment:1\r\n"
    assert texts(head + "<html><body><p>Urges</p></body></html>") == ["Urges"]


def test_a_text_that_speaks_of_tags_is_no_page():
    assert receive(b"Urges <b>all</b> States;", "draft.txt").format is SourceFormat.TEXT


@pytest.mark.parametrize(
    "page", ["<html><body><script>x</script></body></html>", "<html>", "<html><body><img></body>"]
)
def test_a_page_without_text_is_refused(page):
    with pytest.raises(ReadingError, match="without a text"):
        read(page)


def test_a_page_nested_without_end_takes_no_harm():
    page = "<div>" * 20_000 + "Urges" + "</div>" * 20_000
    with contextlib.suppress(ReadingError):
        assert texts(page) == ["Urges"]


def test_readbench_texts_are_read_as_they_are(judged_reading):
    figures = judged_reading("html")
    assert figures["bound_f1"] >= 0.995
    assert figures["kind"] >= 0.99
    assert figures["number"] >= 0.995
    assert figures["note_text"] >= 0.98
    assert figures["note_mark"] >= 0.98
    assert figures["missing"] <= 1
    assert figures["extra"] <= 1


def test_a_page_with_fields_of_its_site_on_top_is_a_page():
    data = b"---\nlayout: default\n---\n\n<table><tr><td>12-&#8203;dec</td><td>29-jan</td></tr></table>\n"
    received = receive(data, "page.html")
    assert received.format is SourceFormat.HTML
    assert [one.text for one in received.drafts[0].paragraphs] == ["12-dec", "29-jan"]
