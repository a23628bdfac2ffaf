"""Tables within cells: paragraphs and rows that come there are tracked in their own place."""

from __future__ import annotations

import pytest

from draftdesk.drafting import edits, tables
from draftdesk.model.draft import ORIGINAL
from draftdesk.model.paragraph import ParagraphKind
from draftdesk.reading.receive import receive
from draftdesk.workbench.export_redline import export_redline
from making_redlines import DATE, drawing, drawn
from making_word import p, table, word_file

BEFORE, AFTER = p("\t1.\tUrges all States to act;"), p("\t2.\tDecides to meet.")
BOATS = table(["Rafts", "6"])


def outer(*rows: str) -> str:
    """A table of one column, each row with one cell of these blocks."""
    cells = "".join(f"<w:tr><w:tc>{row}</w:tc></w:tr>" for row in rows)
    return f"<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid>{cells}</w:tbl>"


SCHEDULE = p("Schedule") + BOATS + p("End of it")


@pytest.mark.parametrize(
    ("behind", "expected"),
    [
        ("Schedule", ["Schedule", "{+By night too+}¶+", "Rafts", "6", "End of it"]),
        ("Rafts", ["Schedule", "Rafts¶+", "{+By night too+}", "6", "End of it"]),
        ("6", ["Schedule", "Rafts", "6¶+", "{+By night too+}", "End of it"]),
        ("End of it", ["Schedule", "Rafts", "6", "End of it¶+", "{+By night too+}"]),
    ],
)
def test_a_paragraph_drafted_in_a_cell_with_a_table_in_it_comes_behind_its_neighbour(behind, expected):
    base = word_file(BEFORE, outer(SCHEDULE), AFTER)
    read = receive(base, "base.docx").drafts[0]
    neighbour = next(one for one in read.paragraphs if one.text == behind)
    draft, _ = edits.insert_after(read, neighbour.id.serial, ParagraphKind.CELL, "By night too")

    data = export_redline(read, base, draft, None, "Norden", DATE).data

    assert drawing(data)[1:-1] == expected
    rejected = receive(data, "redline.docx", ORIGINAL).drafts[0]
    assert [one.text for one in rejected.paragraphs] == [one.text for one in read.paragraphs]


def test_a_row_comes_with_the_table_that_its_cell_holds():
    arriving = p("Winter") + table(["Barges", "2"]) + p("End of winter")

    lines = drawn([BEFORE, outer(SCHEDULE), AFTER], [BEFORE, outer(SCHEDULE, arriving), AFTER])

    assert lines[1:5] == ["Schedule", "Rafts", "6", "End of it"]
    assert lines[5:9] == [f"row+ {{+{words}+}}¶+" for words in ("Winter", "Barges", "2", "End of winter")]


def test_a_table_within_a_cell_goes_row_by_row():
    lines = drawn([BEFORE, outer(SCHEDULE), AFTER], [BEFORE, outer(p("Schedule") + p("End of it")), AFTER])

    assert lines[1:5] == ["Schedule", "row- [-Rafts-]¶-", "row- [-6-]¶-", "End of it"]


FLEET = table(["Heron", "120"], ["Kestrel", "90"], ["Osprey", "55"])


def test_a_row_with_other_words_in_every_cell_is_edited_in_place():
    new = table(["Heron", "120"], ["Fulmar", "41"], ["Osprey", "55"])

    lines = drawn([BEFORE, FLEET, AFTER], [BEFORE, new, AFTER])

    assert lines[1:7] == ["Heron", "120", "[-Kestrel-]{+Fulmar+}", "[-90-]{+41+}", "Osprey", "55"]


def test_as_many_rows_as_come_at_one_place_are_edited_one_by_one():
    lines = drawn([BEFORE, FLEET, AFTER], [BEFORE, table(["Fulmar", "41"], ["Booby", "33"], ["Osprey", "55"]), AFTER])

    assert lines[1:5] == ["[-Heron-]{+Fulmar+}", "[-120-]{+41+}", "[-Kestrel-]{+Booby+}", "[-90-]{+33+}"]


def test_a_row_that_goes_where_two_come_goes_as_a_row():
    new = table(["Heron", "120"], ["Fulmar", "41"], ["Booby", "33"], ["Osprey", "55"])

    lines = drawn([BEFORE, FLEET, AFTER], [BEFORE, new, AFTER])

    assert [line for line in lines if line.startswith("row-")] == ["row- [-Kestrel-]¶-", "row- [-90-]¶-"]


def test_a_row_with_other_spans_goes_and_comes_as_a_row():
    wide = table(["Fulmar", "41"]).replace("<w:tc>", '<w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>')

    lines = drawn([BEFORE, table(["Kestrel", "90"]), AFTER], [BEFORE, wide, AFTER])

    assert lines[1:3] == ["row- [-Kestrel-]¶-", "row- [-90-]¶-"]


def test_paragraphs_in_a_cell_that_have_other_words_are_edited_in_place():
    names = (["Heron", "Tern"], ["Gull", "Auk"])
    old, new = (outer(p("Boats") + "".join(map(p, words)) + p("End")) for words in names)

    lines = drawn([BEFORE, old, AFTER], [BEFORE, new, AFTER])

    assert lines[1:5] == ["Boats", "[-Heron-]{+Gull+}", "[-Tern-]{+Auk+}", "End"]


def test_a_small_word_of_a_cell_stays_where_little_else_is_marked():
    old, new = table(["Boats with", "120"]), table(["with lamps", "120"])

    assert drawn([BEFORE, old, AFTER], [BEFORE, new, AFTER])[1] == "[-Boats -]with{+ lamps+}"


def test_a_row_that_was_drafted_where_another_was_deleted_comes_and_that_one_goes():
    base = word_file(BEFORE, FLEET, AFTER)
    read = receive(base, "base.docx").drafts[0]
    kestrel = next(one for one in read.paragraphs if one.text == "Kestrel")
    draft, first = tables.insert_row(read, kestrel.id.serial)
    draft = edits.reword(tables.delete_row(draft, kestrel.id.serial), first, "Fulmar")

    lines = drawing(export_redline(read, base, draft, None, "Norden", DATE).data)

    assert {"row- [-Kestrel-]¶-", "row+ {+Fulmar+}¶+"} <= set(lines)
