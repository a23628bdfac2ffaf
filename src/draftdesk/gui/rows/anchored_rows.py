"""The lines of the columns in one scroll: their heights, places, and the line that stays at the top."""

from __future__ import annotations

import time
from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QRect, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget
from typing_extensions import override

from draftdesk.gui.appearance.theme import LIGHT, PALETTES, Palette
from draftdesk.gui.collection import spare_values
from draftdesk.gui.rows import geometry as g
from draftdesk.gui.rows.cell_layout import CellLayout, Style
from draftdesk.gui.rows.geometry import Geometry, geometry
from draftdesk.gui.rows.hit_marks import HitMarks
from draftdesk.gui.rows.layout_cache import CellSource, LayoutCache
from draftdesk.gui.rows.places import column_again, line_with, paragraphs_at, places_and_moves
from draftdesk.gui.rows.row_heights import NO_HEIGHTS, KeptHeights, RowHeights
from draftdesk.gui.rows.row_painter import CurrentChange
from draftdesk.gui.rows.selection import Selection
from draftdesk.model.paragraph import ParagraphId
from draftdesk.translation import is_right_to_left
from draftdesk.workbench.desk.place import Bookmark
from draftdesk.workbench.display.rows import DisplayRows
from draftdesk.workbench.display.values import CellContent, FoldLine, SectionLine, TextRow

IDLE_SLICE: Final = 0.006
"""Seconds of exact measuring in one turn of the event loop."""

TELL_PAUSE: Final = 0.2
"""Seconds between two messages that the whole became higher, for the strip beside the rows."""

WHEEL_STEP: Final = 60


Anchor = tuple[tuple[ParagraphId, ...], int]

_ANCHORS: Final = 24
"""So many lines are looked for in another arrangement; some are heads of parts, or are left out there."""


class AnchoredRows(QAbstractScrollArea):
    """Lays arranged rows out; keeps the row at the top in its place when anything is laid out again."""

    scrolled = Signal()
    current_moved = Signal(int, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        self.view: DisplayRows | None = None
        self.source: CellSource | None = None
        self.palette_used: Palette = LIGHT
        self.zoom = 1.0
        self.columns: Geometry = geometry(100, (), 1.0)
        self.heights = RowHeights(self._measure)
        self.cache = LayoutCache()
        self.current_item = -1
        self.current_column = 0
        self.current_change: CurrentChange | None = None
        self.hits: HitMarks | None = None
        self.selection: Selection | None = None
        self.reserved: dict[ParagraphId, int] = {}
        self._anchor: tuple[int, int] = (0, 0)
        self._settling = False
        self._told = 0.0
        self._places: dict[int, int] = {}
        self._moves: list[tuple[int, int, int]] = []
        self._idle = QTimer(self)
        self._idle.setInterval(0)
        self._idle.timeout.connect(self._fill)
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        self.horizontalScrollBar().valueChanged.connect(self._repaint)

    # what is shown

    def show_rows(self, view: DisplayRows | None) -> None:
        """Show another arrangement; the paragraph at the top stays where it is if it is still there."""
        before, anchors = self.view, self._anchors()
        known = NO_HEIGHTS
        current, was_fold = paragraphs_at(before, self.current_item), self._is_fold(self.current_item)
        if before is not None and view is not None:
            is_like = (len(before.short), before.alone) == (len(view.short), view.alone)
            known = self.heights.known(before, view, self.reserved) if is_like else NO_HEIGHTS
        self.view = view
        if self.source is None or view is None or not self.source.follow(view):
            self.source = CellSource(view) if view is not None else None
        self.selection = None
        self.hits = None
        self.current_change = None
        self._places, self._moves = places_and_moves(view)
        self._lay_out(known)
        self.current_item = self._again_current(current, was_fold=was_fold)
        if view is not None:
            self.current_column = column_again(self.current_column, before.drafts if before else (), view.drafts)
        self._restore(anchors)

    def _is_fold(self, item: int) -> bool:
        return (
            self.view is not None and 0 <= item < len(self.view.items) and isinstance(self.view.items[item], FoldLine)
        )

    def _again_current(self, known: Sequence[ParagraphId], *, was_fold: bool) -> int:
        """Where the line that was current is now; a fold that was opened stays current itself."""
        if self.view is None:
            return -1
        folds = (k for k, item in enumerate(self.view.items) if isinstance(item, FoldLine) and item.identity in known)
        fold = next(folds, -1) if was_fold else -1
        return fold if fold >= 0 else line_with(self.view, known, self.current_item)

    def set_zoom(self, zoom: float) -> None:
        """Scale text, padding and lane together."""
        self._again(zoom=zoom)

    def set_theme(self, theme: str) -> None:
        """Paint in the colours of a theme."""
        self.palette_used = PALETTES[theme]
        self.cache.clear()
        self.viewport().update()

    def _again(self, zoom: float | None = None) -> None:
        item, offset = self._anchor
        ratio = (zoom or self.zoom) / self.zoom
        self.zoom = zoom or self.zoom
        self._lay_out(NO_HEIGHTS)
        self._settle(item, round(offset * ratio))

    def _lay_out(self, known: KeptHeights) -> None:
        rtl = [draft.is_right_to_left for draft in self.view.drafts] if self.view is not None else []
        alone = self.view.alone if self.view is not None else -1
        self.columns = geometry(self.viewport().width(), rtl, self.zoom, alone, mirrored=is_right_to_left())
        if self.view is None:
            self._idle.stop()
            return
        width = self.columns.columns[0].text_width
        self.heights.reset(self.view, width, self.zoom, known)
        self._idle.start()

    # places

    def item_of(self, identity: ParagraphId) -> int:
        """The line that shows a paragraph, or the fold that hides it; -1 for none."""
        return line_with(self.view, (identity,))

    def item_of_row(self, ordinal: int) -> int:
        """The line that shows a text row, or the fold that hides it; -1 where it is left out."""
        return self._places.get(ordinal, -1)

    def text_row(self, item: int | None = None) -> TextRow | None:
        """The text row of a line (of the current one by default)."""
        number = self.current_item if item is None else item
        if self.view is None or not 0 <= number < len(self.view.items):
            return None
        found = self.view.items[number]
        return found if isinstance(found, TextRow) else None

    def top_of(self, item: int) -> int:
        """Where a line begins in the viewport."""
        return self.heights.offsets.top(item) - self.verticalScrollBar().value()

    def cell_area(self, item: int, column: int) -> QRect:
        """The text area of a cell in the viewport, without the margins."""
        box = self.columns.placed(column, self.horizontalScrollBar().value())
        return QRect(box.text_left, self.top_of(item), box.text_width, self.heights.offsets.height(item))

    def cell(self, row: TextRow, column: int) -> CellLayout:
        """The layout of a cell."""
        assert self.source is not None
        return self.cache.get(self.source.content(row, column), self.cell_style(row, column))

    def cell_style(self, row: TextRow, column: int) -> Style:
        """What the layout of a cell depends on beside its words."""
        assert self.view is not None
        width, language = self.columns.columns[column].text_width, self.view.comparison.drafts[column].language
        return Style(width, language, self.zoom, self.palette_used.name, row.level > 0)

    def cells(self, row: TextRow) -> list[CellLayout]:
        """The layouts of a row."""
        assert self.view is not None
        alone, nothing = self.view.alone, CellLayout(CellContent())
        return [self.cell(row, k) if alone in {-1, k} else nothing for k in range(len(row.cells))]

    def visible_items(self) -> range:
        """The lines that are at least partly in sight."""
        if self.view is None or not len(self.heights.offsets):
            return range(0)
        top = self.verticalScrollBar().value()
        first = self.heights.offsets.row_at(top)
        last = self.heights.offsets.row_at(top + self.viewport().height() - 1)
        return range(first, last + 1)

    def select(self, item: int, column: int | None = None, *, at_top: bool = False) -> None:
        """Make a line current and bring it into sight."""
        if self.view is None or not 0 <= item < len(self.view.items):
            return
        self.current_item = item
        if column is not None:
            self.current_column = max(0, min(column, len(self.view.short) - 1))
        self.reveal(item, at_top=at_top)
        self.reveal_column(self.current_column)
        self.viewport().update()
        self.current_moved.emit(item, self.current_column)

    def reveal(self, item: int, *, at_top: bool = False) -> None:
        """Scroll so that the whole line shows and some of what stands beyond it; a third down from afar."""
        for near in range(max(0, item - 30), item + 1):
            self.heights.exact(near)
        self._place(*self._anchor)  # what is above became exact: what is in sight stays where it is
        top, height = self.heights.offsets.top(item), self.heights.offsets.height(item)
        bar, page = self.verticalScrollBar(), self.viewport().height()
        if at_top:
            bar.setValue(top)
        elif top < bar.value() or top + height > bar.value() + page:
            near = -page < top - bar.value() < 2 * page
            if near and height < page:
                beyond = min(page // 5, page - height)
                bar.setValue(max(0, top - beyond) if top < bar.value() else top + height - page + beyond)
            else:
                bar.setValue(max(0, top - page // 3))

    def reveal_column(self, column: int) -> None:
        """Scroll sideways until a column stands beside the frozen first one."""
        bar = self.horizontalScrollBar()
        if 0 < column < len(self.columns.columns) and bar.maximum():
            near, far = self.columns.from_start(column)
            frozen = self.columns.from_start(0)[1]
            least, most = far - self.viewport().width(), near - frozen
            wanted = max(min(bar.value(), most), least)
            if wanted != bar.value():
                starts = [self.columns.from_start(k)[0] - frozen for k in range(1, len(self.columns.columns))]
                wanted = next((start for start in starts if wanted <= start <= most), wanted)
            bar.setValue(wanted)

    # heights

    def _measure(self, number: int) -> int:
        assert self.view is not None
        item = self.view.items[number]
        if isinstance(item, SectionLine):
            return round(g.SECTION_HEIGHT * self.zoom)
        if isinstance(item, FoldLine):
            return round(g.FOLD_HEIGHT * self.zoom)
        assert self.source is not None
        columns = range(len(item.cells)) if self.view.alone < 0 else (self.view.alone,)
        different = dict.fromkeys((self.source.content(item, k), self.cell_style(item, k)) for k in columns)
        height = max(self.cache.height(*one) for one in different)
        letters = max(len(self.source.letters(item, column)) for column in columns)
        if letters:
            stack = g.LETTER_TOP - g.TIGHT * (item.level > 0) + letters * (g.LETTER + g.LETTER_GAP)
            height = max(height, round((stack + 3) * self.zoom))
        return max([height, *(self.reserved.get(paragraph, 0) for paragraph in item.identity)]) + 1

    def remeasure(self, item: int) -> None:
        """Lay a line out again, when an editor over it grew."""
        self.heights.again(item)
        self._limits()
        self.viewport().update()

    def _fill(self) -> None:
        """Work out some heights; what is in sight stays as it is, so nothing is painted for that."""
        done, _ = self.heights.fill(IDLE_SLICE, 0)
        self._place(*self._anchor)
        spare_values()
        now = time.monotonic()
        if done or now - self._told > TELL_PAUSE:
            self._told = now
            self.scrolled.emit()
        if done:
            self._idle.stop()

    def is_settled(self) -> bool:
        """Whether all heights are exact."""
        return not self._idle.isActive()

    # the anchor: the line at the top and how much of it is above the edge

    def _anchors(self) -> list[Anchor]:
        """The lines from the top on: what each is known by, and how far above the edge it begins."""
        (item, offset), tops = self._anchor, self.heights.offsets
        lines = range(item, min(item + _ANCHORS, len(self.view.items) if self.view else 0))
        every = [(paragraphs_at(self.view, near), offset + tops.top(item) - tops.top(near)) for near in lines]
        return [anchor for anchor in every if anchor[0]]

    def bookmark(self) -> Bookmark:
        """Where one is now, to come back to."""
        known, offset = next(iter(self._anchors()), ((), self._anchor[1]))
        current = paragraphs_at(self.view, self.current_item)
        return Bookmark(next(iter(known), None), offset, next(iter(current), None), self.current_column)

    def return_to(self, bookmark: Bookmark) -> None:
        """The place of a bookmark, as far as its paragraphs are still there."""
        if self.view is None:
            return
        top = self.item_of(bookmark.top) if bookmark.top is not None else 0
        self.current_item = self.item_of(bookmark.current) if bookmark.current is not None else -1
        self.current_column = max(0, min(bookmark.column, len(self.view.short) - 1))
        self._settle(max(0, top), bookmark.offset if top >= 0 else 0)
        self.reveal_column(self.current_column)
        self.current_moved.emit(self.current_item, self.current_column)

    def _restore(self, anchors: Sequence[Anchor]) -> None:
        """The line that was at the top, or the next one that is still there, where it was but never out of sight."""
        there = ((line_with(self.view, known, self._anchor[0]), offset) for known, offset in anchors)
        item, offset = next((one for one in there if one[0] >= 0), (-1, 0))
        if item < 0 or self._anchor == (0, 0):
            self._settle(0, 0)
            return
        place = self.heights.offsets.top(item) + offset
        found = item if offset >= 0 else self.heights.offsets.row_at(max(0, place))
        self._settle(found, max(0, place) - self.heights.offsets.top(found))

    def _settle(self, item: int, offset: int) -> None:
        self._place(item, offset)
        self.viewport().update()
        self.scrolled.emit()

    def _place(self, item: int, offset: int) -> None:
        self._settling = True
        self._limits()
        if self.view is not None and self.view.items:
            item = max(0, min(item, len(self.view.items) - 1))
            self._scroll_to(item, offset)
            self._anchor = (item, offset)
        self._settling = False

    def _scroll_to(self, item: int, offset: int) -> None:
        """Into a line, not beyond it where it became lower than it was."""
        self.heights.exact(item)
        inside = min(offset, max(0, self.heights.offsets.height(item) - 1))
        self.verticalScrollBar().setValue(self.heights.offsets.top(item) + inside)

    def _limits(self) -> None:
        page = self.viewport().height()
        total = self.heights.offsets.total if self.view is not None else 0
        bar = self.verticalScrollBar()
        bar.setRange(0, max(0, total + (60 if total > page else 0) - page))
        bar.setPageStep(page)
        bar.setSingleStep(WHEEL_STEP)
        side = self.horizontalScrollBar()
        side.setRange(0, max(0, self.columns.total - self.viewport().width()))
        side.setPageStep(self.viewport().width())

    def _on_scrolled(self, value: int) -> None:
        if self._settling:
            return
        if self.view is not None and len(self.heights.offsets):
            item = self.heights.offsets.row_at(value)
            self._anchor = (item, value - self.heights.offsets.top(item))
        self.viewport().update()
        self.scrolled.emit()

    @override
    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """What has to be painted is asked for where the bars are followed."""

    def _repaint(self) -> None:
        self.viewport().update()
        self.scrolled.emit()

    def make_visible_exact(self) -> None:
        """Exact heights of what is in sight, before it is painted."""
        item, offset = self._anchor
        for _ in range(3):
            shift = sum(self.heights.exact(number) for number in self.visible_items())
            if not shift:
                return
            self._settling = True
            self._limits()
            self._scroll_to(item, offset)
            self._settling = False

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._again()
        else:
            self._limits()
