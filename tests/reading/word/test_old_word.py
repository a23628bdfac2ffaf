"""Old Word files through LibreOffice, and the other dresses of Word files: strict, in one piece, with macros."""

import base64
import contextlib
import os
import re
import signal
import subprocess
import tempfile
import threading
import time
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from draftdesk.errors import ReadingError
from draftdesk.model.draft import SourceFormat
from draftdesk.reading.receive import receive
from draftdesk.reading.word import office_program
from draftdesk.reading.word import old as old_word
from draftdesk.workbench.worker import Worker
from making_word import p, word_file

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
OLD = OLE + b"\x00" * 1024 + "WordDocument".encode("utf-16-le")


def parts_of(data):
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def zipped(parts):
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return stream.getvalue()


def program(tmp_path, script):
    """A command that stands for LibreOffice."""
    path = tmp_path / "soffice"
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(0o755)
    return str(path)


def processes_with(words):
    """The ids of running processes with these words in their command."""
    found = set()
    for place in Path("/proc").glob("[0-9]*/cmdline"):
        with contextlib.suppress(OSError):
            if words in place.read_bytes():
                found.add(place.parent.name)
    return found


def test_an_old_file_is_read_through_libreoffice(soffice, shared):
    path = shared / "corpus" / "word_files" / "doc" / "footnote.doc"
    received = receive(path.read_bytes(), path.name)
    assert received.format is SourceFormat.OLD_WORD
    assert received.drafts[0].notes
    assert "read_through_office" in [said.code for said in received.warnings]


def test_without_libreoffice_the_user_is_told_what_to_do(monkeypatch):
    monkeypatch.setattr(old_word, "office_program", lambda: None)
    with pytest.raises(ReadingError, match=r"Save it as \.docx in Word, or install LibreOffice"):
        receive(OLD, "draft.doc")


@pytest.mark.skipif(os.name != "posix", reason="a shell script stands for LibreOffice")
def test_a_conversion_that_hangs_is_ended_with_all_it_started(monkeypatch, tmp_path):
    slow = program(tmp_path, "sleep 61.372 & wait")
    monkeypatch.setattr(old_word, "office_program", lambda: slow)
    monkeypatch.setattr(office_program, "OFFICE_TIMEOUT_SECONDS", 1.0)
    with pytest.raises(ReadingError, match="took more than 1 seconds"):
        receive(OLD, "draft.doc")
    waited = time.monotonic() + 10
    while processes_with(b"61.372") and time.monotonic() < waited:
        time.sleep(0.02)
    assert not processes_with(b"61.372")


@pytest.mark.skipif(os.name != "posix", reason="a shell script stands for LibreOffice")
def test_a_conversion_that_gives_nothing_is_said(monkeypatch, tmp_path):
    monkeypatch.setattr(old_word, "office_program", lambda: program(tmp_path, "exit 0"))
    with pytest.raises(ReadingError, match="LibreOffice could not read"):
        receive(OLD, "draft.doc")


def test_folders_that_killed_readers_left_are_swept(monkeypatch, tmp_path):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    old, new = tmp_path / "draftdesk-office-old", tmp_path / "draftdesk-office-new"
    old.mkdir()
    new.mkdir()
    os.utime(old, (0, 0))
    with pytest.raises(ReadingError):
        office_program.as_word_file(OLD, "draft.doc", program(tmp_path, "exit 0"))
    assert not old.exists()
    assert new.exists()


def test_a_spreadsheet_of_that_time_is_no_text():
    with pytest.raises(ReadingError, match="without a text"):
        receive(OLE + b"\x00" * 1024 + "Workbook".encode("utf-16-le"), "table.xls")


@pytest.mark.parametrize("sectors", [0, 3])
def test_an_old_file_with_a_password_is_known_without_libreoffice(monkeypatch, sectors):
    monkeypatch.setattr(old_word, "office_program", lambda: pytest.fail("nothing to convert"))
    fib = b"\xec\xa5" + b"\x00" * 8 + b"\x00\x01"
    with pytest.raises(ReadingError, match="password"):
        receive(OLE + b"\x00" * (504 + 512 * sectors) + fib + OLD, "draft.doc")


def test_a_strict_file_is_read_and_not_written_on():
    usual = re.compile(rb"http://schemas\.openxmlformats\.org/(wordprocessingml|officeDocument)/2006/")
    strict = {
        name: usual.sub(rb"http://purl.oclc.org/ooxml/\1/", data)
        for name, data in parts_of(word_file(p("\t1.\tUrges all States;"))).items()
    }
    received = receive(zipped(strict), "draft.docx")
    assert received.format is SourceFormat.STRICT_WORD
    assert [(one.number, one.text) for one in received.drafts[0].paragraphs] == [("1", "Urges all States;")]


def test_a_word_document_in_one_piece_is_read():
    namespace = "http://schemas.microsoft.com/office/2006/xmlPackage"
    inside = ""
    for name, data in parts_of(word_file(p("Urges all States;"))).items():
        if name.endswith((".xml", ".rels")):
            text = data.decode()
            content = f"<pkg:xmlData>{text.partition('?>')[2] or text}</pkg:xmlData>"
        else:
            content = f"<pkg:binaryData>{base64.b64encode(data).decode()}</pkg:binaryData>"
        inside += f'<pkg:part pkg:name="/{name}">{content}</pkg:part>'
    flat = f'<?xml version="1.0"?><pkg:package xmlns:pkg="{namespace}">{inside}</pkg:package>'
    assert [one.text for one in receive(flat.encode(), "draft.xml").drafts[0].paragraphs] == ["Urges all States;"]


def read_and_forget(worker, path):
    with contextlib.suppress(ReadingError):
        worker.read(path.read_bytes(), path.name)


def test_libreoffice_ends_with_a_killed_reader(soffice, shared):
    path = shared / "corpus" / "word_files" / "doc" / "footnote.doc"
    worker = Worker()
    worker.start()
    reading = threading.Thread(target=read_and_forget, args=(worker, path))
    reading.start()
    waited = time.monotonic() + 20
    while not (running := processes_with(b"/draftdesk-office-")) and time.monotonic() < waited:
        time.sleep(0.02)
    assert running
    os.kill(worker.process_id, signal.SIGKILL)
    reading.join(20)
    worker.close()
    while processes_with(b"/draftdesk-office-") & running and time.monotonic() < waited:
        time.sleep(0.05)
    assert not processes_with(b"/draftdesk-office-") & running


def test_macros_are_said_and_left_alone():
    with_macros = parts_of(word_file(p("Urges all States;"))) | {"word/vbaProject.bin": b"\x00"}
    received = receive(zipped(with_macros), "draft.docm")
    assert [said.code for said in received.not_read] == ["macros_ignored"]


def test_words_xml_of_2003_is_read_through_libreoffice(soffice, tmp_path):
    source = tmp_path / "a.docx"
    source.write_bytes(word_file(p("Urges all States;")))
    command = [soffice, f"-env:UserInstallation=file://{tmp_path}/profile", "--headless", "--convert-to"]
    subprocess.run(
        [*command, "xml:MS Word 2003 XML", "--outdir", str(tmp_path), str(source)], check=True, capture_output=True
    )
    received = receive((tmp_path / "a.xml").read_bytes(), "a.xml")
    assert [one.text for one in received.drafts[0].paragraphs if one.text] == ["Urges all States;"]
