"""Laid-out cells, shared where content and width are equal, the least used ones dropped."""

from __future__ import annotations

from collections import OrderedDict
from typing import Final

from draftdesk.gui.rows.cell_layout import CellLayout, Style, lay_out
from draftdesk.workbench.display.cells import cell_content, lane_letters
from draftdesk.workbench.display.rows import DisplayRows
from draftdesk.workbench.display.values import CellContent, Letter, TextRow

_LAYOUTS: Final = 300
_CONTENTS: Final = 1000


class LayoutCache:
    """Layouts by content and style; one screen holds under a hundred, so three screens stay warm."""

    def __init__(self, limit: int = _LAYOUTS) -> None:
        self._limit = limit
        self._kept: OrderedDict[tuple[CellContent, Style], CellLayout] = OrderedDict()

    def get(self, content: CellContent, style: Style) -> CellLayout:
        """The layout of a content, laid out when first asked for."""
        key = (content, style)
        found = self._kept.get(key)
        if found is None:
            found = self._kept[key] = lay_out(content, style)
            if len(self._kept) > self._limit:
                self._kept.popitem(last=False)
        else:
            self._kept.move_to_end(key)
        return found

    def height(self, content: CellContent, style: Style) -> int:
        """The height of a content; one that is not in sight is not kept, so that those in sight are."""
        found = self._kept.get((content, style))
        return (found or lay_out(content, style)).height

    def clear(self) -> None:
        """Forget all, after a change of theme or fonts."""
        self._kept.clear()


class CellSource:
    """Contents and letters of one arranged view, computed when first looked at."""

    def __init__(self, view: DisplayRows) -> None:
        self.view = view
        self._contents: OrderedDict[tuple[int, int], CellContent] = OrderedDict()
        self._letters: dict[int, dict[int, tuple[Letter, ...]]] = {}

    def follow(self, view: DisplayRows) -> bool:
        """Go on with another arrangement, as far as its rows are the very same; False where too much differs."""
        known = self.view
        same = known.shows_both is view.shows_both and known.decided is view.decided and known.hands == view.hands
        if not same or known.short != view.short:
            return False
        pairs = enumerate(zip(known.rows, view.rows, strict=False))
        kept = {ordinal for ordinal, (one, now) in pairs if one is now}
        self._contents = OrderedDict(one for one in self._contents.items() if one[0][0] in kept)
        self._letters = {ordinal: letters for ordinal, letters in self._letters.items() if ordinal in kept}
        self.view = view
        return True

    def content(self, row: TextRow, column: int) -> CellContent:
        """What a cell shows."""
        key = (row.ordinal, column)
        found = self._contents.get(key)
        if found is None:
            found = self._contents[key] = cell_content(self.view, row, column)
            if len(self._contents) > _CONTENTS:
                self._contents.popitem(last=False)
        return found

    def letters(self, row: TextRow, column: int) -> tuple[Letter, ...]:
        """The letters in a cell's lane."""
        of_row = self._letters.setdefault(row.ordinal, {})
        found = of_row.get(column)
        if found is None:
            found = of_row[column] = lane_letters(self.view, row, column)
        return found

    def hand(self, column: int) -> int:
        """Whose the changes of a draft are, where they are coloured by author and are all of one hand; else -1."""
        return self.view.hands.of_column[column] if self.view.hands is not None else -1
