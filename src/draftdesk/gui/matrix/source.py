"""The rows of the matrix, worked out when they are looked at and otherwise in idle moments."""

from __future__ import annotations

import time
from collections.abc import Iterator

from draftdesk.workbench.display.rows import DisplayRows
from draftdesk.workbench.display.values import TextRow
from draftdesk.workbench.matrix import MatrixRow, changed_rows, matrix_row


class MatrixSource:
    """Kept while the text rows are the same, whatever is folded."""

    def __init__(self, view: DisplayRows) -> None:
        self.view = view
        self.counts: tuple[int, ...] = ()
        self._kept: dict[int, MatrixRow] = {}

    def row(self, row: TextRow) -> MatrixRow:
        """The row of the matrix."""
        found = self._kept.get(row.ordinal)
        if found is None:
            found = self._kept[row.ordinal] = matrix_row(self.view, row)
        return found

    def row_before(self, row: TextRow, until: float) -> MatrixRow | None:
        """The row where it is known or there is time to work it out; `until` is a reading of the thread's clock."""
        found = self._kept.get(row.ordinal)
        return found if found is not None or time.thread_time() > until else self.row(row)

    def fill(self) -> Iterator[MatrixRow | None]:
        """All rows, with a pause after each; at the end the changed paragraphs of each draft are counted."""
        for row in self.view.rows:
            self.row(row)
            yield None
        self.counts = changed_rows(self.view, [self._kept[row.ordinal] for row in self.view.rows])
