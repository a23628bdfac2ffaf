"""Heights of all lines of a view: estimated at once, exact when shown, the rest filled in idle time."""

from __future__ import annotations

import time
from collections.abc import Callable, Collection, Hashable, Sequence
from dataclasses import dataclass

from draftdesk.gui.appearance.fonts import text_size
from draftdesk.gui.rows import geometry as g
from draftdesk.gui.rows.row_offsets import RowOffsets
from draftdesk.model.draft import LostReference
from draftdesk.model.paragraph import ParagraphId
from draftdesk.workbench.display.rows import DisplayRows
from draftdesk.workbench.display.values import DisplayItem, FoldLine, SectionLine, TextRow
from draftdesk.workbench.note_changes import notes_in

_AVERAGE_ADVANCE = 0.415
"""Mean width of a letter of the serif as a part of its size; measured over English drafts."""


class RowHeights:
    """Offsets and the flags of what is exact; `measure` gives the exact height of an item."""

    def __init__(self, measure: Callable[[int], int]) -> None:
        self._measure = measure
        self._weighed: tuple[DisplayRows | None, list[_Weight | int | None]] = (None, [])
        self.offsets = RowOffsets(())
        self._exact: list[bool] = []
        self._next = 0

    def reset(self, view: DisplayRows, text_width: int, zoom: float, kept: KeptHeights) -> None:
        """Heights for a new view or width: `kept` ones as far as they go, estimates for the rest."""
        if self._weighed[0] is not view:
            self._weighed = (view, [None] * len(view.items))
        heights: list[int] = []
        self._exact = []
        weights, sizes = self._weighed[1], [text_size(draft.language) for draft in view.comparison.drafts]
        for number, item in enumerate(view.items):
            height = kept.of(view, number)
            self._exact.append(height is not None)
            if height is None and isinstance(item, TextRow):
                height = kept.likely.get(id(item.identity))
            if height is None:
                weight = weights[number]
                if weight is None:
                    weight = weights[number] = _weight(view, item, sizes)
                height = _estimate(weight, text_width, zoom)
                self._exact[-1] = isinstance(weight, int)
            heights.append(height)
        self.offsets = RowOffsets(heights)
        self._next = 0

    def forget(self) -> None:
        """Weigh all anew when next asked, after a change of fonts."""
        self._weighed = (None, [])

    def exact(self, item: int) -> int:
        """Make an item's height exact; returns by how much it changed."""
        if self._exact[item]:
            return 0
        self._exact[item] = True
        return self.offsets.set_height(item, self._measure(item))

    def again(self, item: int) -> int:
        """Measure an item again, after its content or its editor changed."""
        self._exact[item] = True
        return self.offsets.set_height(item, self._measure(item))

    def fill(self, seconds: float, above: int) -> tuple[bool, int]:
        """Exact heights for as long as allowed; returns (all done, change of what is before `above`)."""
        until = time.perf_counter() + seconds
        shift = 0
        while self._next < len(self._exact):
            if not self._exact[self._next]:
                difference = self.exact(self._next)
                shift += difference if self._next < above else 0
                if time.perf_counter() > until:
                    return False, shift
            self._next += 1
        return True, shift

    def known(self, before: DisplayRows, view: DisplayRows, apart: Collection[ParagraphId]) -> KeptHeights:
        """The heights in a view for the one after it.

        Exact ones by the row itself where both share it, else by `stamp`; of rows with the same paragraphs that stand
        elsewhere or have another number, they are as good as measured. Rows in `apart` have room for an editor.
        """
        looks_alike = before.decided is view.decided and before.hands == view.hands
        is_otherwise = before.hands != view.hands or _lost(before) != _lost(view)
        if is_otherwise or before.names[:-1] != view.names[:-1]:
            return NO_HEIGHTS
        now = {id(item.identity): number for number, item in enumerate(view.items) if isinstance(item, TextRow)}
        serials = {identity.serial for identity in apart}
        kept = KeptHeights({}, {}, {})
        for number, item in enumerate(before.items):
            if not isinstance(item, TextRow):
                continue
            if serials and not serials.isdisjoint([one.serial for one in item.identity]):
                continue
            place, height = now.get(id(item.identity)), self.offsets.height(number)
            if place is None:
                if self._exact[number]:
                    kept.stamped[stamp(before, number)] = height
                continue
            kept.likely[id(item.identity)] = height
            if self._exact[number] and (
                (looks_alike and view.items[place] is item)
                or (_has_same_objects(before, number, view, place) and stamp(before, number) == stamp(view, place))
            ):
                kept.exact[id(view.items[place])] = height
        return kept


@dataclass(frozen=True)
class KeptHeights:
    """Heights of an earlier view: exact ones by the row or by `stamp`, likely ones by the very identity of a row."""

    exact: dict[int, int]
    likely: dict[int, int]
    stamped: dict[Hashable, int]

    def of(self, view: DisplayRows, number: int) -> int | None:
        """The exact height of a line; None where it has to be measured."""
        item = view.items[number]
        found = self.exact.get(id(item))
        if found is not None or not self.stamped or not isinstance(item, TextRow) or id(item.identity) in self.likely:
            return found
        return self.stamped.get(stamp(view, number))


NO_HEIGHTS = KeptHeights({}, {}, {})


def _has_same_objects(before: DisplayRows, number: int, view: DisplayRows, place: int) -> bool:
    """Whether two rows hold the very same paragraphs of the last draft; told before more is asked."""
    cells = []
    for rows, at in ((before, number), (view, place)):
        item = rows.items[at]
        assert isinstance(item, TextRow)
        paragraphs = rows.comparison.drafts[-1].paragraphs
        cells.append([paragraphs[i] for i in rows.comparison.table.rows[item.table_row].cells[-1]])
    return len(cells[0]) == len(cells[1]) and all(one is other for one, other in zip(*cells, strict=True))


def stamp(view: DisplayRows, number: int) -> Hashable:
    """What the height of a text row depends on beside width, zoom, hands and what is gone, while both views live.

    A draft that was edited shares the paragraphs that it did not touch, so the objects tell them; the counted
    number in the last one may differ all the same. Those of the others are looked at as a whole.
    """
    item = view.items[number]
    if not isinstance(item, TextRow):
        return None
    row = view.comparison.table.rows[item.table_row]
    drafts = view.comparison.drafts
    paragraphs = tuple([id(drafts[c].paragraphs[i]) for c, cell in enumerate(row.cells) for i in cell])
    notes = [id(note) for c, cell in enumerate(row.cells) if drafts[c].notes for note in notes_in(drafts[c], cell)]
    shape = tuple([len(cell) for cell in item.cells])
    margin = view.names[-1][row.cells[-1][0]].margin if row.cells[-1] else ""
    decided = view.decided.stamp(item.identity)
    return (paragraphs, tuple(notes), shape, margin, item.relations, item.partner, decided)


def _lost(view: DisplayRows) -> list[tuple[LostReference, ...]]:
    """What the drafts name that is gone; told in rows that no words changed in."""
    return [draft.lost for draft in view.comparison.drafts]


_Weight = tuple[float, int, int]
"""Of the cell that is probably highest: pixels of text at 100 % in one line, paragraphs, pitch."""


def _weight(view: DisplayRows, item: DisplayItem, sizes: Sequence[tuple[float, int]]) -> _Weight | int:
    """What the estimate of a row starts from; the height of a line that is no row. `sizes` are those of the columns.

    Asked of each cell of a new arrangement before it is painted, so one paragraph in a cell, as usual, is quick.
    """
    if isinstance(item, SectionLine):
        return g.SECTION_HEIGHT
    if isinstance(item, FoldLine):
        return g.FOLD_HEIGHT
    drafts = view.comparison.drafts
    heaviest = (0.0, 0, 0)
    for column, cell in enumerate(item.cells):
        if cell:
            size, pitch = sizes[column]
            paragraphs, span = drafts[column].paragraphs, drafts[column].paragraphs[cell[0]].text_span
            letters = span.end - span.start
            if len(cell) > 1:
                letters = sum([len(paragraphs[i].text_span) for i in cell])
            text = letters * size * _AVERAGE_ADVANCE
            if text >= heaviest[0]:
                heaviest = max(heaviest, (text, len(cell), pitch))
    return heaviest


def _estimate(weight: _Weight | int, width: int, zoom: float) -> int:
    if isinstance(weight, int):
        return round(weight * zoom)
    text, paragraphs, pitch = weight
    lines = max(1, round(text * zoom / max(1, width) + 0.6 * paragraphs))
    return round((max(lines * pitch, 22) + g.PAD_TOP + g.PAD_BOTTOM) * zoom)
