"""What foreign bytes turn out to be, and the sentence for each that cannot be read."""

from __future__ import annotations

import zipfile
from io import BytesIO

import pytest

from draftdesk.errors import ReadingError
from draftdesk.model.draft import ORIGINAL, SourceFormat, View, ViewKind
from draftdesk.reading.receive import receive
from making_pdf import printed
from making_word import p, word_file, zipped

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
DOCTYPE = b'<!DOCTYPE w:document [<!ENTITY a "aaaaaaaaaa">]><w:document/>'


def changed_part(part: str, data: bytes) -> bytes:
    with zipfile.ZipFile(BytesIO(word_file(p("Text")))) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    return zipped(parts | {part: data})


def test_a_word_file_is_known_by_its_content():
    received = receive(word_file(p("\t1.\tUrges all States;")), "N2600001.DOC")
    assert received.format is SourceFormat.WORD
    assert [paragraph.text for paragraph in received.drafts[0].paragraphs] == ["Urges all States;"]


def test_a_text_is_known_by_its_content():
    assert receive(b"1. Urges all States;", "strange.docx").format is SourceFormat.TEXT


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "is empty"),
        (b" \r\n\n", "is empty"),
        (b"PK\x03\x04" + b"\x00" * 40, "damaged"),
        (word_file(p("Text"))[:400], "damaged"),
        (OLE + b"\x00" * 512 + "EncryptedPackage".encode("utf-16-le"), "password"),
        (OLE + b"\x00" * 512 + "__substg1.0_1000001F".encode("utf-16-le"), "Outlook"),
        (zipped({"readme.txt": b"hello"}), "not a Word document"),
        (zipped({"xl/workbook.xml": b"<workbook/>"}), "a spreadsheet, a presentation"),
        (changed_part("word/document.xml", DOCTYPE), "document type declaration"),
        (changed_part("word/styles.xml", DOCTYPE), "document type declaration"),
        (changed_part("word/document.xml", b"<w:document"), "damaged"),
        (b"%PDF-1.7\n", "damaged and cannot be read as a PDF"),
        (bytes(range(256)) * 20, "not a document that draftdesk can read"),
        (b"\x89PNG\r\n\x1a\n" + b"\x00\x01\x02" * 200, "not a document that draftdesk can read"),
        (b"\x89PNG\r\n", "not a document that draftdesk can read"),
        (b"\xff\xd8\xff\xe0ab", "not a document that draftdesk can read"),
    ],
)
def test_each_bad_file_is_refused_with_one_clear_sentence(data, says):
    with pytest.raises(ReadingError) as refused:
        receive(data, "draft.docx")
    sentence = str(refused.value)
    assert says in sentence
    assert "draft.docx" in sentence
    assert sentence.endswith(".")
    assert "\n" not in sentence


def test_a_zip_bomb_is_not_unpacked():
    bomb = changed_part("word/document.xml", b"<w:document>" + b" " * (64 * 1024 * 1024))
    assert len(bomb) < 200_000
    with pytest.raises(ReadingError, match="unreasonable size"):
        receive(bomb, "draft.docx")


def test_a_text_has_no_other_view():
    with pytest.raises(ReadingError, match="no tracked changes"):
        receive(b"1. Urges all States;", "draft.txt", ORIGINAL)


def test_a_pdf_is_known_by_its_content_and_has_no_other_view():
    data = printed(["_The General Assembly_,"])
    assert receive(data, "draft.docx").format is SourceFormat.PDF
    with pytest.raises(ReadingError, match="no tracked changes"):
        receive(data, "draft.pdf", ORIGINAL)


def test_an_author_who_changed_nothing_is_refused_by_name():
    with pytest.raises(ReadingError, match="no changes by Suden"):
        receive(word_file(p("Text")), "draft.docx", View(ViewKind.BY_AUTHOR, "Suden"))
