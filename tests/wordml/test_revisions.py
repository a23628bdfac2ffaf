"""Tracked changes resolved to one side."""

from __future__ import annotations

import pytest

from draftdesk.wordml.names import w
from draftdesk.wordml.package import open_package
from draftdesk.wordml.revisions import authors_of_revisions, has_revisions, resolve
from draftdesk.wordml.walker import pieces_of, walk
from making_word import deleted, ins, mark, p, table, word_file


def texts(data: bytes, *, accepted: bool | str) -> list[str]:
    package = open_package(data, "test.docx")
    root = package.xml(package.main_part)
    resolve(root, lambda author: author == accepted if isinstance(accepted, str) else accepted)
    assert not has_revisions(root)
    return [paragraph.text for paragraph in walk(root.find(w("body")))]


def test_words_come_and_go():
    data = word_file(p("Urges ", deleted("all"), ins("some"), " States"))
    assert texts(data, accepted=False) == ["Urges all States"]
    assert texts(data, accepted=True) == ["Urges some States"]


def test_only_one_author_is_accepted():
    data = word_file(p("A", ins("b", author="Norden", number=1), ins("c", author="Suden", number=2)))
    assert texts(data, accepted="Suden") == ["Ac"]


def test_an_inserted_paragraph_goes_as_a_whole_when_rejected():
    data = word_file(p("One"), p(ins("Two"), properties=mark("ins")), p("Three"))
    assert texts(data, accepted=False) == ["One", "Three"]
    assert texts(data, accepted=True) == ["One", "Two", "Three"]


def test_a_deleted_mark_joins_two_paragraphs():
    data = word_file(p("First half, ", properties=mark("del")), p("second half."))
    assert texts(data, accepted=True) == ["First half, second half."]
    assert texts(data, accepted=False) == ["First half, ", "second half."]


def test_a_deleted_last_paragraph_leaves_nothing():
    data = word_file(p("One"), p(deleted("Two"), properties=mark("del")))
    assert texts(data, accepted=True) == ["One"]


def test_a_cell_keeps_the_paragraph_that_it_needs():
    cell = f"<w:tc>{p(deleted('word'), properties=mark('del'))}</w:tc>"
    data = word_file(f"<w:tbl><w:tr>{cell}</w:tr></w:tbl>", p("After"))
    assert texts(data, accepted=True) == ["", "After"]


def test_a_tracked_row_goes():
    row = f'<w:tr><w:trPr><w:del w:id="1" w:author="Norden"/></w:trPr><w:tc>{p(deleted("old"))}</w:tc></w:tr>'
    data = word_file(table(["kept"]).replace("</w:tbl>", f"{row}</w:tbl>"), p("After"))
    assert texts(data, accepted=True) == ["kept", "After"]
    assert texts(data, accepted=False) == ["kept", "old", "After"]


def test_former_properties_come_back_when_rejected():
    change = '<w:pPrChange w:id="3" w:author="Norden"><w:pPr><w:jc w:val="right"/></w:pPr></w:pPrChange>'
    package = open_package(word_file(p("Text", properties=f'<w:jc w:val="left"/>{change}')), "test.docx")
    root = package.xml(package.main_part)
    resolve(root, lambda _author: False)
    assert [jc.get(w("val")) for jc in root.iter(w("jc"))] == ["right"]


def test_authors_come_in_the_order_of_their_first_change():
    changes = [ins("x", author=author, number=k) for k, author in enumerate(["Suden", "Norden", "Suden"])]
    package = open_package(word_file(p(*changes)), "test.docx")
    assert authors_of_revisions(package.xml(package.main_part)) == ["Suden", "Norden"]


@pytest.mark.parametrize(("accepted", "side"), [(False, "base"), (True, "new")])
def test_real_files_read_as_the_judge_reads_them(shared, judge, accepted, side):
    folder = shared / "corpus" / "word_files"
    files = [path for path in sorted(folder.rglob("*.docx")) if path.read_bytes()[:2] == b"PK"]
    compared = 0
    for path in files:
        try:
            expected = judge.read_input(path, side, "auto").flow
        except judge.UnusableInput:
            continue
        package = open_package(path.read_bytes(), path.name)
        root = package.xml(package.main_part)
        resolve(root, lambda _author: accepted)
        read = ["".join(piece.shown or piece.text for piece in pieces_of(one)) for one in walk(root.find(w("body")))]
        assert read == expected, path.name
        compared += 1
    assert compared > 50
