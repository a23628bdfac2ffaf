"""Damaged files of every format: each is read or refused in one sentence, in time and without a traceback."""

import time

from damaging_files import damaged_files
from draftdesk.errors import ReadingError
from draftdesk.reading.receive import receive
from making_open_document import open_document
from making_open_document import p as odt_paragraph
from making_word import p, word_file

SECONDS = 10


def outcome(data, name):
    """The sentence of a refusal, "" for a file that was read."""
    started = time.perf_counter()
    try:
        receive(data, name)
    except ReadingError as refused:
        sentence = str(refused)
    else:
        sentence = ""
    assert time.perf_counter() - started < SECONDS, name
    return sentence


def test_small_files_of_our_own_are_read_or_refused(tmp_path):
    made = {
        "a.docx": word_file(p("\t1.\tUrges all States;"), p("Requests the Secretary-General to report;")),
        "b.odt": open_document(odt_paragraph("Urges all States;")),
        "c.rtf": rb"{\rtf1\ansi{\fonttbl{\f0 Times;}}\pard{\listtext 1.\tab}Urges{\footnote x} all;\par}",
        "d.html": b"<html><ol><li>Urges<a href='#fn1' id=r>1</a></ol><p id=fn1><a href='#r'>1</a> x</html>",
        "e.xml": b"<akomaNtoso><mainBody><paragraph><num>1.</num><p>Urges;</p></paragraph></mainBody></akomaNtoso>",
    }
    paths = []
    for name, data in made.items():
        paths.append(tmp_path / name)
        paths[-1].write_bytes(data)
    for name, data in damaged_files(paths, seed=3, count=200):
        assert "\n" not in outcome(data, name), name


def test_real_files_are_read_or_refused(shared):
    folder = shared / "corpus" / "word_files"
    paths = sorted(path for path in folder.rglob("*") if path.suffix in (".docx", ".odt", ".rtf"))
    refused = 0
    for name, data in damaged_files(paths, seed=11, count=80):
        sentence = outcome(data, name)
        assert "\n" not in sentence, name
        refused += bool(sentence)
    assert 0 < refused < 80


def test_files_that_once_crashed_readers_are_read_or_refused(shared):
    paths = sorted(path for path in (shared / "corpus" / "word_files" / "poi").rglob("*.docx"))
    assert paths
    for path in paths:
        assert "\n" not in outcome(path.read_bytes(), path.name), path.name
