"""What is said of rows that show no change and differ all the same: in blanks, quotes, hyphens, how words are set."""

from __future__ import annotations

from draftdesk.translation import tr, tr_count
from draftdesk.workbench.display.rows import DisplayRows


def rows_that_differ_slightly(view: DisplayRows) -> int:
    """How many rows of the table have only such differences, which are not shown."""
    return len({row.table_row for row in view.rows if row.differs_slightly})


def hint(view: DisplayRows | None) -> str:
    """That there are such rows and which key shows them; "" where there are none."""
    count = 0 if view is None else rows_that_differ_slightly(view)
    if not count:
        return ""
    told = tr_count(
        "{count} row differs only in blanks, quotes, hyphens or italics.",
        "{count} rows differ only in blanks, quotes, hyphens or italics.",
        count,
    )
    return f"{told} {tr('Ctrl+Alt+D shows it.')}"
