"""Words run as their own letters do, in whatever column they stand, and their signs cover all of them."""

from __future__ import annotations

import pytest

from draftdesk.gui.app import application
from draftdesk.gui.rows.cell_layout import Style, lay_out, segments
from draftdesk.gui.rows.text_sides import runs_from_right
from draftdesk.workbench.display.values import Block, CellContent, Sign, Stretch

ARABIC = "إذ تشير إلى الوثيقة "


@pytest.mark.parametrize("column_does", [False, True])
@pytest.mark.parametrize(
    ("text", "from_right"),
    [
        ("Recalls its resolution 79/912,", False),
        ("大会，", False),
        ("إن الجمعية العامة،", True),
        ("79/912", None),
        ("إلى A/RES/65/230،", None),
        ("", None),
    ],
)
def test_a_text_of_one_way_keeps_it_and_others_follow_the_column(text, from_right, column_does):
    assert runs_from_right(text, column_does=column_does) is (column_does if from_right is None else from_right)


@pytest.mark.parametrize(
    "stretches",
    [
        [("Recalls its resolution 79/912 of 19 December 2024 and what followed it,", Sign.DELETED)],
        [(ARABIC, Sign.PLAIN), ("A/RES/65/230", Sign.INSERTED), ("،", Sign.PLAIN)],
        [(ARABIC, Sign.DELETED), ("A/RES/65/230", Sign.PLAIN)],
    ],
    ids=["another language", "a symbol", "its own"],
)
@pytest.mark.parametrize("language", ["ar", "en"])
def test_signs_cover_every_letter_that_they_stand_for(stretches, language):
    application()
    block = Block(tuple(Stretch(text, sign) for text, sign in stretches))
    laid = lay_out(CellContent((block,)), Style(240, language, 1.0, "light")).blocks[0]
    (signed,) = laid.ranges
    boxes = [one.box for one in segments(laid, signed.start, signed.end)]
    covered = sum(box.width() for box in boxes)
    lines = [laid.layout.lineAt(k) for k in range(laid.layout.lineCount())]
    runs = [run.boundingRect() for line in lines for run in line.glyphRuns(signed.start, signed.end - signed.start)]
    for run in runs:
        on_line = [box for box in boxes if box.top() - 4 <= laid.top + run.center().y() <= box.bottom() + 4]
        left, right = min(box.left() for box in on_line), max(box.right() for box in on_line)
        assert left - 2 <= laid.left + run.left()
        assert laid.left + run.right() <= right + 2
    assert covered <= sum(run.width() for run in runs) * 1.2, "and nothing beside them"


def lines_of(layout, text):
    lines = [layout.lineAt(k) for k in range(layout.lineCount())]
    return [text[one.textStart() : one.textStart() + one.textLength()].replace("\u2060", "").strip() for one in lines]


MIXED = (
    "Recalls the وإذ تلاحظ مع القلق عدد الحوادث في الأنهار والبحيرات، وإذ تشير إلى الوثيقة and the "
    "深为关切地注意到河流和湖泊上的事故数量，深为关切地注意到河流和湖泊上的事故数量 of ferries and of the lakes;"
)


def test_words_of_another_script_break_in_the_editor_where_they_break_in_the_cell(window, hands, tmp_path):
    hands.write_in(tmp_path / "mixed.txt", f"The General Assembly,\n\n1. {MIXED}\n\n2. Decides.\n".encode())
    hands.go_to("OP 1")
    rows = window.workplace.rows
    (laid,) = rows.cell(rows.text_row(), 1).blocks
    in_cell = lines_of(laid.layout, laid.layout.text())
    hands.press("F2")
    written = window.drafting.editor.document().firstBlock()
    assert len(in_cell) > 2
    assert lines_of(written.layout(), written.text()) == in_cell


def test_no_letter_of_the_last_line_is_cut_by_the_frame_of_the_editor(window, hands, tmp_path):
    hands.write_in(tmp_path / "mixed.txt", b"The General Assembly,\n\n1. Recalls\n\n2. Decides.\n")
    hands.go_to("OP 1")
    hands.press("F2")
    editor = window.drafting.editor
    editor.insertPlainText(" وإذ تلاحظ مع القلق")
    hands.settle()
    picture = editor.viewport().grab().toImage()
    inside = range(3, picture.width() - 3)
    last = picture.height() - 2
    ground = picture.pixelColor(picture.width() - 8, last)
    assert all(picture.pixelColor(x, last) == ground for x in inside)
