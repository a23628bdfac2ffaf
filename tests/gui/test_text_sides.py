"""Words run as their own letters do, in whatever column they stand, and their signs cover all of them."""

from __future__ import annotations

import pytest

from draftdesk.gui.app import application
from draftdesk.gui.rows.cell_layout import Style, lay_out, segments
from draftdesk.gui.rows.text_sides import runs_from_right
from draftdesk.workbench.display_values import Block, CellContent, Sign, Stretch

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
