"""The paragraph that waits for its counterpart, marked in its cell while a pair is made by hand."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPen

from draftdesk.gui.appearance.theme import Palette
from draftdesk.model.paragraph import ParagraphId
from draftdesk.workbench.display.rows import DisplayRows
from draftdesk.workbench.display.values import TextRow


@dataclass(frozen=True, slots=True)
class PairMark:
    """A paragraph by its draft and its id there, for a working draft bears the ids of the draft it came from."""

    draft_id: str
    paragraph: ParagraphId

    def is_in(self, view: DisplayRows, row: TextRow, column: int) -> bool:
        """Whether the cell of a row in a column holds the paragraph."""
        draft = view.drafts[column]
        return draft.id == self.draft_id and any(
            draft.paragraphs[index].id == self.paragraph for index in row.cells[column]
        )


def draw_pair_mark(painter: QPainter, frame: QRect, palette: Palette) -> None:
    """A broken frame around the words, bolder than that of the current cell."""
    painter.save()
    painter.setPen(QPen(palette.color("ink"), 2, Qt.PenStyle.DashLine))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(frame)
    painter.restore()
