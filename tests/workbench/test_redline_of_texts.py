"""A text, a message or a PDF against the Word file that it says the words of: only what was edited is shown."""

from __future__ import annotations

import textwrap
from pathlib import Path

import pytest

from draftdesk.reading.receive import receive
from draftdesk.resources import resource
from draftdesk.workbench.export_redline import RedlineResult, export_redline
from making_edits import shown_changes, typed_edits
from making_pastes import LAYOUTS, sample_lines
from making_redlines import DATE

SAMPLE = resource("samples", "rev1.docx").read_bytes()


def redline(base: bytes, new: bytes, name: str) -> RedlineResult:
    drafts = [receive(base, "base.docx").drafts[0], receive(new, name).drafts[0]]
    return export_redline(drafts[0], base, drafts[1], new, "Norden", DATE)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_pasted_text_that_says_the_same_shows_no_change(layout):
    result = redline(SAMPLE, LAYOUTS[layout](sample_lines()).encode(), "pasted")
    assert (result.changes, shown_changes(result.data)) == (0, [])


@pytest.mark.parametrize("layout", ["a line each", "quoted", "PP1 and OP1", "tabs and straight quotes", "asterisks"])
def test_one_word_and_one_paragraph_in_a_pasted_text_are_two_changes_and_the_numbers_that_follow(layout):
    lines = sample_lines()
    at = next(n for n, line in enumerate(lines) if line.text.startswith("Urges riparian States"))
    lines[at] = type(lines[at])(lines[at].kind, lines[at].number, lines[at].text.replace("shared", "common"))
    lines[-1] = type(lines[-1])(lines[-1].kind, "21.", lines[-1].text)
    lines.insert(-1, type(lines[-1])(lines[-1].kind, "20.", "Thanks the “pilots” of the ferries;"))

    result = redline(SAMPLE, LAYOUTS[layout](lines).encode(), "pasted")

    assert shown_changes(result.data) == [
        ("shared", "common"),
        ("", "20. Thanks the “pilots” of the ferries;"),
        ("20", "21"),
    ]


def test_pdf_files_of_the_word_files_show_no_change(shared):
    for pdf in sorted((shared / "readbench" / "inputs" / "pdf").glob("*.pdf"))[::3]:
        base = (shared / "corpus" / "word_official" / f"{pdf.stem}.DOC").read_bytes()
        result = redline(base, pdf.read_bytes(), pdf.name)
        assert (result.changes, shown_changes(result.data)) == (0, []), pdf.stem


@pytest.mark.parametrize("width", [0, 74])
def test_ten_edits_typed_into_the_text_of_a_pdf_are_the_ten_changes(shared, width):
    count = 0
    for pdf in sorted((shared / "readbench" / "inputs" / "pdf").glob("*.pdf"))[1 if width else 2 :: 3]:
        base = Path(shared / "corpus" / "word_official" / f"{pdf.stem}.DOC").read_bytes()
        text = receive(pdf.read_bytes(), pdf.name).drafts[0]
        edited = typed_edits(receive(base, pdf.stem).drafts[0], text, pdf.stem)
        lines = [textwrap.fill(line, width) for line in edited.lines] if width else edited.lines
        result = redline(base, "\n\n".join(lines).encode(), "typed.txt")
        assert sorted(shown_changes(result.data)) == sorted(edited.wanted), pdf.stem
        count += len(edited.wanted)
    assert count > 60
