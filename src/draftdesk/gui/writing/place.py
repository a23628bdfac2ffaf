"""Where the editor stands: over the words of its paragraph in the working column, the row as high as it needs."""

from __future__ import annotations

from draftdesk.gui.rows.geometry import PAD_BOTTOM, PAD_TOP
from draftdesk.gui.rows.interactive_view import RowsView
from draftdesk.gui.session import Session
from draftdesk.gui.writing.cell_editor import CellEditor
from draftdesk.model.paragraph import ParagraphId
from draftdesk.workbench.display.values import FoldLine, TextRow
from draftdesk.workbench.working_places import holder_of, paragraph_of

_RISE = 2
"""Pixels by which lines of a fixed height sit lower in an editor than in the painted row."""

_BELOW = 8
"""Pixels below the last line, for signs that hang deep, as in Arabic; the next paragraph begins no nearer."""


class EditorPlace:
    """Finds rows of the working draft and fits the editor to one of them."""

    def __init__(self, session: Session, rows: RowsView) -> None:
        self._session = session
        self._rows = rows

    @property
    def column(self) -> int:
        """The column of the working draft."""
        return len(self._session.desk.drafts) - 1

    def current_serial(self, *, before: bool) -> int | None:
        """The working paragraph of the current row; `before`: or of the nearest row above that has one."""
        draft, view = self._session.desk.working_draft, self._rows.view
        if draft is None or view is None:
            return None
        item = self._rows.current_item
        while item >= 0:
            found = view.items[item]
            row = view.rows[found.rows[-1]] if isinstance(found, FoldLine) else found
            if isinstance(row, TextRow) and any(row.cells[self.column : self.column + 1]):
                return draft.paragraphs[row.cells[self.column][-1]].id.serial
            if not before:
                return None
            item -= 1
        return None

    def stand_in_sight(self) -> None:
        """Where no row is current, make the first one in sight so that the working draft has."""
        if self._rows.current_item >= 0:
            return
        for item in self._rows.visible_items():
            row = self._rows.text_row(item)
            if row is not None and any(row.cells[self.column : self.column + 1]):
                self._rows.select(item, self.column)
                return

    def item(self, serial: int) -> int:
        """The line that shows a working paragraph, or the one with the mark of its note; -1 for none."""
        draft, view = self._session.desk.working_draft, self._rows.view
        holder = holder_of(draft, serial) if draft is not None else None
        if draft is None or view is None or holder is None:
            return -1
        index, column = draft.index_of(holder), self.column
        for row in view.rows:
            if len(row.cells) > column and index in row.cells[column]:
                return self._rows.item_of_row(row.ordinal)
        return -1

    def is_folded(self, item: int) -> bool:
        """Whether a line is a run of unchanged rows."""
        return item >= 0 and self._rows.view is not None and isinstance(self._rows.view.items[item], FoldLine)

    def bring(self, item: int) -> None:
        """Make a line current, in sight, with the lower part of the view free for what is written next."""
        self._rows.select(item, self.column)
        self._rows.reveal(item)
        page, bar = self._rows.viewport().height(), self._rows.verticalScrollBar()
        below = self._rows.top_of(item) + self._rows.heights.offsets.height(item) - round(page * 0.62)
        if below > 0:
            bar.setValue(bar.value() + below)

    def fit(self, editor: CellEditor, serial: int) -> None:
        """Fit the editor to its cell and the row to the editor."""
        item, draft = self.item(serial), self._session.desk.working_draft
        row, paragraph = self._rows.text_row(item), paragraph_of(draft, serial)
        if row is None or paragraph is None or draft is None:
            return
        area = self._rows.cell_area(item, self.column)
        cell = self._rows.cell(row, self.column)
        place = next((k for k, laid in enumerate(cell.blocks) if laid.block.paragraph == paragraph.id), None)
        block = cell.blocks[place] if place is not None else None
        top, left = (block.top, block.left) if block is not None else (round(PAD_TOP * self._rows.zoom), 0)
        below = cell.height - block.top - block.height if block is not None else round(PAD_BOTTOM * self._rows.zoom)
        editor.set_width(area.width() - left + sum(editor.sides))
        needed = top + editor.needed_height() + below
        holder = holder_of(draft, serial)
        held = paragraph_of(draft, holder) if holder is not None else None
        if held is not None and self._rows.reserved.get(held.id) != needed:
            self._reserve(held.id, needed, item)
            area = self._rows.cell_area(item, self.column)
        last = place is None or place == len(cell.blocks) - 1
        with_deepest = editor.needed_height() + round(_BELOW * self._rows.zoom)
        height = max(with_deepest, area.height() - top - 3) if last else with_deepest
        editor.setFixedHeight(height)
        editor.move(area.x() + left - editor.sides[0], area.y() + top - round(_RISE * self._rows.zoom))

    def _reserve(self, identity: ParagraphId, height: int, item: int) -> None:
        before = [one for one in self._rows.reserved if one != identity]
        self._rows.reserved = {identity: height}
        for other in [self.item(one.serial) for one in before]:
            if other >= 0:
                self._rows.remeasure(other)
        self._rows.remeasure(item)

    def release(self) -> None:
        """The rows as high as their words again."""
        self._rows.reserved = {}
        if self._rows.current_item >= 0:
            self._rows.remeasure(self._rows.current_item)
