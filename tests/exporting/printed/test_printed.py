"""What leaves as .docx, .html, .csv and .md: escaped, the same each time, nothing loaded from elsewhere."""

import csv
import io
import re
import subprocess
import sys
import zipfile
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from draftdesk.exporting.printed.page import printed_page
from draftdesk.exporting.printed.text import printed_csv, printed_markdown, printed_text
from draftdesk.exporting.printed.values import (
    Cell,
    Heading,
    Line,
    Printed,
    Role,
    Row,
    RowKind,
    Sheet,
    Table,
    Tint,
    Words,
    said,
)
from draftdesk.exporting.printed.word import printed_word
from draftdesk.model.paragraph import Mark
from draftdesk.reading.receive import receive

NASTY = '<script>alert("x")</script> & \x07 =1+1'


def document(text: str = "Urges States", *, language: str = "en", columns: int = 2) -> Printed:
    line = Line(
        (Words(text, Tint.INSERTED, frozenset({Mark.ITALIC})), Words(" gone", Tint.DELETED)), language=language
    )
    row = Row((Cell((line,)),) * columns)
    fold = Row((Cell((said("OP 2 to OP 4: unchanged"),)),), RowKind.FOLD, (row,))
    part = Row((Cell((said("Preamble", Role.NAME), said("2 paragraphs"))),), RowKind.SECTION)
    head = tuple(Cell((said(f"Draft {k}", Role.NAME), said("base"))) for k in range(columns))
    table = Table(head, (part, row, fold), (1,) * columns, right_to_left=language == "ar")
    return Printed(
        "A & B", (said(text), Line((Words("Key"),), Role.KEY)), (Heading("Part", 1), line, table), Sheet.LONG
    )


def part(data: bytes, name: str) -> str:
    return zipfile.ZipFile(io.BytesIO(data)).read(name).decode()


class Tags(HTMLParser):
    """Every start tag with its attributes, and whether all are closed in order."""

    def __init__(self) -> None:
        super().__init__()
        self.started: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []

    def handle_starttag(self, tag, attrs):
        self.started.append((tag, dict(attrs)))
        if tag not in ("meta", "br", "col"):
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag


def tags(data: bytes) -> list[tuple[str, dict[str, str | None]]]:
    parser = Tags()
    parser.feed(data.decode())
    parser.close()
    assert parser.open == []
    return parser.started


def test_the_page_is_well_formed_and_marks_changes_as_such():
    names = [tag for tag, _ in tags(printed_page(document()))]
    assert {"ins", "del", "details", "summary", "th", "h1", "h2"} <= set(names)


def test_the_page_loads_nothing_and_runs_nothing():
    data = printed_page(document(NASTY)).decode()
    assert all(tag not in ("script", "link", "img", "iframe", "object") for tag, _ in tags(data.encode()))
    assert not any({"src", "href", "onclick"} & set(attributes) for _, attributes in tags(data.encode()))
    assert "url(" not in data
    assert "@import" not in data
    assert "default-src 'none'" in data


def test_whatever_a_text_holds_is_only_text():
    data = printed_page(document(NASTY)).decode()
    assert "<script>" not in data
    assert "&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; &amp;  =1+1" in data


def test_arabic_words_say_their_language_and_direction():
    lines = [attributes for tag, attributes in tags(printed_page(document(language="ar"))) if tag == "p"]
    assert {("ar", "rtl")} == {(a["lang"], a["dir"]) for a in lines if "lang" in a}
    assert '<table dir="rtl"' in printed_page(document(language="ar")).decode()


def test_the_first_of_many_columns_stays_in_sight():
    assert 'class="scroll many"' in printed_page(document(columns=7)).decode()
    assert 'class="scroll many"' not in printed_page(document(columns=3)).decode()


def test_the_word_file_reads_back_with_all_its_words():
    again = receive(printed_word(document("Urges States")), "table.docx").drafts[0]
    cells = [p.text for p in again.paragraphs if p.place is not None]
    assert cells == [
        "Draft 0",
        "base",
        "Draft 1",
        "base",
        "Preamble",
        "2 paragraphs",
        *["Urges States gone"] * 2,
        "OP 2 to OP 4: unchanged",
    ]


def test_changes_in_word_are_looks_and_not_tracked_changes():
    data = printed_word(document())
    assert not receive(data, "table.docx").authors
    body, styles = part(data, "word/document.xml"), part(data, "word/styles.xml")
    assert '<w:rStyle w:val="WordsInserted"/><w:i/></w:rPr><w:t xml:space="preserve">Urges' in body
    assert re.search(r'styleId="WordsInserted">.{0,200}<w:u w:val="single"', styles, re.DOTALL)
    assert re.search(r'styleId="WordsDeleted">.{0,200}<w:strike/>', styles, re.DOTALL)


@pytest.mark.parametrize("write", [printed_word, printed_page, printed_csv, printed_markdown, printed_text])
def test_the_same_document_gives_the_same_bytes(write):
    assert write(document()) == write(document())


def test_csv_cells_are_no_formulas():
    rows = list(csv.reader(io.StringIO(printed_csv(document("=HYPERLINK()")).decode("utf-8-sig"))))
    assert rows[0] == ["Draft 0 base", "Draft 1 base"]
    assert rows[1] == ["'=HYPERLINK() gone"] * 2
    assert len(rows) == 3


def test_plain_text_has_signs_for_what_came_and_went():
    assert "- Draft 0: {+Urges States+}{- gone-}" in printed_text(document()).decode()


def test_markdown_escapes_its_own_signs():
    assert r"{+\*\*bold\*\* \<b\> \[x\]+}" in printed_markdown(document("**bold** <b> [x]")).decode()


@given(st.text(st.characters(codec="utf-8"), max_size=50))
@settings(max_examples=60)
def test_any_text_can_be_written(text):
    made = document(text)
    receive(printed_word(made), "any.docx")
    tags(printed_page(made))
    for write in (printed_csv, printed_markdown, printed_text):
        write(made).decode()


@pytest.mark.parametrize(("language", "columns"), [("en", 2), ("ar", 3), ("zh", 10)])
def test_word_can_open_it_by_the_schema(shared, tmp_path, language, columns):
    file = tmp_path / "table.docx"
    file.write_bytes(printed_word(document(NASTY, language=language, columns=columns)))
    oracle = shared / "oracle" / "redline_oracle.py"
    command = [sys.executable, str(oracle), "lint", str(file), "--xsd", str(shared / "oracle" / "xsd")]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_the_heading_row_is_repeated_on_every_page():
    body = part(printed_word(document()), "word/document.xml")
    assert len(re.findall("<w:tblHeader/>", body)) == 1
    assert '<w:pgSz w:w="15840" w:h="12240" w:orient="landscape"/>' in body
