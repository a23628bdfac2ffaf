"""What a Word file holds beside its text is said, each by its kind and number."""

from __future__ import annotations

import io
import zipfile

from draftdesk.messages import render
from draftdesk.reading.receive import receive
from making_word import footnotes, p, r, word_file, zipped

PICTURE = '<w:r><w:drawing xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"/></w:r>'
BOX = f"<w:r><w:pict><w:txbxContent>{p('Not for circulation')}</w:txbxContent></w:pict></w:r>"
HIDING = '<w:style w:type="character" w:styleId="Quiet"><w:name w:val="Quiet"/><w:rPr><w:vanish/></w:rPr></w:style>'


def said(data: bytes, name: str = "x.docx") -> dict[str, object]:
    return {one.code: one.field("count") for one in receive(data, name).not_read}


def test_nothing_is_said_of_a_file_that_holds_text_only():
    assert said(word_file(p("Urges all States;"), parts={"footnotes": footnotes("x")})) == {}


def test_pictures_of_the_text_and_of_the_margins_are_told_apart():
    data = word_file(p("Urges", PICTURE), p(PICTURE), parts={"header": p("A/81/L.4", PICTURE)})
    assert said(data) == {"pictures_not_compared": 2, "margin_pictures_not_compared": 1, "margins_not_compared": 1}


def test_text_boxes_are_counted_as_boxes_and_not_as_pictures():
    received = receive(word_file(p("Urges", BOX)), "x.docx")
    assert {one.code for one in received.not_read} == {"text_boxes_not_read"}
    assert received.drafts[0].boxes[0][0].text == "Not for circulation"


def test_text_that_word_hides_is_read_and_said_however_it_is_hidden():
    shown = p(r("Urges ", '<w:vanish w:val="0"/>'), "all States;")
    by_run = p("Requests ", r("our fallback: invites ", "<w:vanish/>"), "the Secretary-General;")
    by_style = p(r("Do not accept less", '<w:rStyle w:val="Quiet"/>'))
    received = receive(word_file(shown, by_run, by_style, parts={"styles": HIDING}), "x.docx")
    assert [(one.code, one.field("count")) for one in received.not_read] == [("hidden_text_read", 2)]
    assert "our fallback" in received.drafts[0].paragraphs[1].text
    assert "hides" in render(received.not_read[0])


def test_macros_are_left_alone_and_said():
    with zipfile.ZipFile(io.BytesIO(word_file(p("Urges all States;")))) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    assert said(zipped({**parts, "word/vbaProject.bin": b"\xd0\xcf"}), "x.docm") == {"macros_ignored": None}
