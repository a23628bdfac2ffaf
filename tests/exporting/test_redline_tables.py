"""Tables within cells: paragraphs and rows that come there are tracked in their own place."""

from __future__ import annotations

import pytest

from draftdesk.drafting import edits
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
