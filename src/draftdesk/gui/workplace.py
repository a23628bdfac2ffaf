"""The centre of the window: outline, heads, rows, overview, changes; one arrangement shown in all of them."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSplitter, QStackedWidget, QWidget

from draftdesk.gui.appearance.hand_legend import HandLegend
from draftdesk.gui.appearance.theme import panel_widths
from draftdesk.gui.changes.comment_panel import CommentPanel
from draftdesk.gui.changes.ladder_panel import LadderPanel
from draftdesk.gui.changes.panel import ChangePanel
from draftdesk.gui.column_heads import ColumnHeads
from draftdesk.gui.form.panel import FindingsPanel
from draftdesk.gui.form.submission_panel import SubmissionPanel
from draftdesk.gui.form.updates_panel import UpdatesPanel
from draftdesk.gui.heads_bar import heads_of
from draftdesk.gui.incremental import Incremental
from draftdesk.gui.matrix.page import MatrixPage
from draftdesk.gui.open_folds import OpenFolds
from draftdesk.gui.outline_panel import OutlinePanel
from draftdesk.gui.overview_strip import WIDTH as STRIP_WIDTH
from draftdesk.gui.overview_strip import OverviewStrip
from draftdesk.gui.rows.geometry import MIN_TEXT, geometry
from draftdesk.gui.rows.interactive_view import RowsView
from draftdesk.gui.rows.places import column_again
from draftdesk.gui.rows.row_painter import CurrentChange
from draftdesk.gui.widgets.folded_dock import FoldedDock
from draftdesk.gui.widgets.side_dock import SideDock
from draftdesk.gui.widgets.stacked import stacked
from draftdesk.model.decided import StatusKind
from draftdesk.model.paragraph import ParagraphId
from draftdesk.translation import tr
from draftdesk.workbench.change_list import ChangeEntry, EntriesByRow
from draftdesk.workbench.comments_beside import comments_beside
from draftdesk.workbench.desk.decisions import WORKING
from draftdesk.workbench.desk.desk import Desk
from draftdesk.workbench.display.decided import only_with_status, statuses_of_rows
from draftdesk.workbench.display.hands import hands_of
from draftdesk.workbench.display.rows import DisplayRows, arrange
from draftdesk.workbench.display.same_words import next_contested
from draftdesk.workbench.small_differences import hint

_AFTER_ROWS = 20
"""Milliseconds after which the outline follows another arrangement, so that the rows are painted before."""


class Workplace(QWidget):
    """Shows a desk; what is folded, filtered and current is its own."""

    arranged = Signal(object)
    decided = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = RowsView(self)
        self.heads = ColumnHeads(self.rows, self)
        self.strip = OverviewStrip(self.rows, self)
        self.matrix = MatrixPage(self.rows, self)
        self.pages = QStackedWidget(self)
        self.legend = HandLegend(self)
        self.outline = OutlinePanel(self)
        self.changes = ChangePanel(self)
        self.comments = CommentPanel(self.changes)
        self.changes.put_below(self.comments)
        self.changes_tab = FoldedDock(tr("Changes"), self)
        self.ladder = LadderPanel(self.rows, self.changes)
        self.changes.put_below(self.ladder, stretch=0)
        self.findings, self.updates, self.submission = FindingsPanel(self), UpdatesPanel(self), SubmissionPanel(self)
        asked_for = {tr("Updates"): self.updates, tr("Tabling"): self.submission}
        self.dock = SideDock({tr("Changes"): self.changes, tr("Form"): self.findings}, asked_for, self)
        self.view: DisplayRows | None = None
        self.folds = True
        self.only_changes = False
        self.only_status: frozenset[StatusKind | None] | None = None
        self.alone = -1
        self.manner = ""
        self.small = False
        self.by_author = False
        self.open_folds = OpenFolds()
        self._desk: Desk | None = None
        self._entries: Incremental[ChangeEntry] = Incremental(self)
        self._entries.finished.connect(self._show_changes)
        self._by_row = EntriesByRow()
        self._wanted: ChangeEntry | None = None
        self._outline = QTimer(self)
        self._outline.setSingleShot(True)
        self._outline.setInterval(_AFTER_ROWS)
        self._outline.timeout.connect(lambda: self.outline.show_rows(self.rows.source))
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        down, right = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        columns = stacked(self, down, self.heads, self.rows, stretched=self.rows)
        centre = stacked(self, right, columns, self.strip, stretched=columns)
        self.splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self.splitter.setHandleWidth(1)
        for page in (centre, self.matrix):
            self.pages.addWidget(page)
        middle = stacked(self, down, self.legend, self.pages, stretched=self.pages)
        for widget in (self.outline, middle, self.dock):
            self.splitter.addWidget(widget)
        self.splitter.setStretchFactor(1, 1)
        self.splitter.setCollapsible(1, False)
        self.outline.setMinimumWidth(120)
        self.dock.setMinimumWidth(200)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.splitter, 1)
        whole.addWidget(self.changes_tab)
        self.changes_tab.hide()

    def _connect(self) -> None:
        self.rows.fold_toggled.connect(self.toggle_fold)
        self.rows.current_moved.connect(self._on_current)
        self.matrix.menu_asked.connect(self.heads.menu_asked)
        self.outline.row_asked.connect(self.go_to_row)
        self.outline.shown_anew.connect(self._mark_in_outline)
        self.changes.change_asked.connect(self._go_to_change)
        self.changes.counted.connect(self.changes_tab.set_remark)

    def fold_changes(self, *, folded: bool) -> None:
        """The list of changes as a tab at the edge, or in full."""
        had_focus = self.dock.isAncestorOf(self.focusWidget()) if self.focusWidget() is not None else False
        self.dock.setVisible(not folded)
        self.changes_tab.setVisible(folded)
        if folded and had_focus:
            self.changes_tab.setFocus()

    def is_crowded(self, width: int, drafts: int) -> bool:
        """Whether so many columns need the room of the list of changes."""
        left, right = panel_widths(width)
        columns = geometry(width - left - right - STRIP_WIDTH, (False,) * drafts, 1.0)
        return drafts > 1 and (columns.is_scrolled or columns.columns[0].text_width < MIN_TEXT)

    def fit(self, width: int) -> None:
        """Panels as wide as the window allows."""
        left, right = panel_widths(width)
        self.splitter.setSizes([left, max(100, width - left - right), right])

    def set_theme(self, theme: str) -> None:
        """Paint all parts in the colours of a theme."""
        parts = (self.rows, self.heads, self.strip, self.outline, self.changes, self.changes_tab, self.matrix)
        for part in (*parts, self.findings, self.dock, self.legend):
            part.set_theme(theme)

    def set_fonts(self) -> None:
        """Lay all text out anew, in other fonts."""
        self.rows.cache.clear()
        self.rows.heights.forget()
        self.matrix.sheet.canvas.forget()
        self.set_zoom(self.rows.zoom)

    def set_zoom(self, zoom: float) -> None:
        """Scale the text of columns, matrix and sheet."""
        self.rows.set_zoom(zoom)
        self.heads.update()
        self.matrix.lay_out()

    @property
    def is_matrix(self) -> bool:
        """Whether the matrix is in sight."""
        return self.pages.currentWidget() is self.matrix

    def show_matrix(self, *, on: bool) -> None:
        """The matrix in place of the columns, with the keys that these had; or the columns again."""
        had_focus = self.pages.isAncestorOf(self.focusWidget()) if self.focusWidget() is not None else False
        self.pages.setCurrentIndex(int(on))
        self.rows.setFocusProxy(self.matrix.matrix if on else None)  # type: ignore[arg-type]
        if on:
            self.matrix.enter(self.heads.heads)
        if had_focus:
            self.rows.setFocus()
        else:
            self.rows.viewport().update()

    def show_alone(self, column: int) -> None:
        """One column by itself as a redline on the one that it is shown against; -1 for all beside each other."""
        if column != self.alone:
            self.alone = column
            self.again()

    # showing

    def show_desk(self, desk: Desk, arranged: DisplayRows | None = None) -> None:
        """Show what is on the desk now; `arranged` are rows that were put in order elsewhere."""
        self._desk = desk
        comparison, before = desk.comparison, self.view
        if self.alone >= 0 and before is not None and comparison is not None:
            self.alone = max(1, column_again(self.alone, before.drafts, comparison.drafts))
        self.view = (
            arrange(
                comparison,
                folds=self._folds_now(desk),
                opened=self.open_folds.opened,
                only=self.open_folds.sought if self.only_changes else None,
                small=self.small,
                before=arranged if arranged is not None and arranged.comparison is comparison else before,
                alone=self.alone,
            )
            if comparison is not None
            else None
        )
        self.view = self._dressed(self.view, desk) if self.view is not None else None
        if self.only_status is not None and self.view is not None:
            self.view = only_with_status(self.view, self.only_status)
        change = self.rows.current_change
        self.rows.show_rows(self.view)
        is_same = before is not None and self.view is not None and before.rows is self.view.rows
        self.rows.current_change = change if is_same else None
        if before is not None and self.view is not None and _begins_working(before, self.view):
            self.rows.reveal_column(len(self.view.short) - 1)
        self.changes.show_statuses(statuses_of_rows(self.view) if self.view is not None else {})
        self.decided.emit()
        self._show_comments()
        self.heads.show_heads(heads_of(desk, self.view))
        self.strip.show_rows(self.view)
        self.matrix.show_rows(self.heads.heads)
        if not is_same:
            self._outline.start()
            self._wanted = self.changes.current if change is not None else None
            self._entries.start(self._by_row.listed(self.view) if self.view is not None else iter(()))
        self.arranged.emit(self.view)

    def _dressed(self, view: DisplayRows, desk: Desk) -> DisplayRows:
        """With what was decided, and with whose hand each change is where that is coloured."""
        hands = hands_of(view.drafts, view.short, view.against) if self.by_author else None
        for part in (self.legend, self.changes):
            part.show_hands(hands)
        return replace(view, decided=desk.decided, hands=hands)

    def color_by_author(self, *, on: bool) -> None:
        """Colour changes by who made them, or by what happened."""
        if on != self.by_author:
            self.by_author = on
            self.again()

    def _folds_now(self, desk: Desk) -> bool:
        return self.folds and len(desk.drafts) > 1 and self.only_status is None

    def show_only_status(self, kinds: frozenset[StatusKind | None] | None) -> None:
        """Leave rows out whose status is none of these (None: those without one); None brings all back."""
        self.only_status = kinds
        self.again()

    def again(self) -> None:
        """Arrange anew after a change of folds or filters."""
        if self._desk is not None:
            self.show_desk(self._desk)

    def show_only_changes(self, *, on: bool) -> None:
        """Leave unchanged rows out, or bring them back."""
        self.only_changes = on
        self.open_folds.sought.clear()
        self.again()

    def toggle_fold(self, identity: ParagraphId) -> None:
        """Open or close a run of unchanged rows."""
        self.open_folds.toggle(identity)
        self.again()

    def unfold(self, paragraph: ParagraphId) -> None:
        """Open the fold that hides a paragraph."""
        if self.view is not None:
            self.open_folds.open_over(self.view, paragraph)
            self.again()

    def bring(self, ordinal: int, *, peek: bool = False) -> int:
        """The line that shows a text row; its fold is opened, and a row that the filter left out is shown.

        `peek`: a search passes by; the fold that it opened before is closed again.
        """
        if self.view is None or not 0 <= ordinal < len(self.view.rows):
            return -1
        self._show_pair_of(ordinal)
        item = self.rows.item_of_row(ordinal)
        found = self.view.items[item] if item >= 0 else None
        if self.open_folds.show(self.view.rows[ordinal], found, peek=peek):
            self.again()
        return self.rows.item_of_row(ordinal)

    def _show_pair_of(self, ordinal: int, column: int = -1) -> None:
        """Where one column is shown by itself, one that has the row: the given one, else any."""
        view = self.view
        if view is None or view.alone < 0:
            return
        row = view.rows[ordinal]
        columns = (column, view.alone, *range(1, len(row.cells)))
        self.show_alone(next((k for k in columns if k > 0 and (row.cells[k] or row.relations[k])), view.alone))

    def end_peeking(self, *, close: bool) -> None:
        """A search is over: the fold that it opened stays open, or is closed where it led to nothing."""
        if self.open_folds.end_peeking(close=close):
            self.again()

    # changes

    def _show_changes(self, entries: list[ChangeEntry]) -> None:
        self.changes.show_changes(entries, hint(self.view), compared=self.view is None or len(self.view.short) > 1)
        self.outline.count_changes(entry.row for entry in entries)
        if self._wanted is not None:
            self.changes.set_current(self._wanted)

    def is_settled(self) -> bool:
        """Whether changes and heights are all worked out."""
        is_working = self._entries.is_running or self._outline.isActive() or not self.outline.is_settled
        return not is_working and self.rows.is_settled() and self.matrix.matrix.is_settled()

    def step(self, by: int) -> None:
        """Go to the next or previous change, from the current row where no change is current."""
        self._entries.finish_now()
        row = self.rows.text_row()
        from_row = row.ordinal if row is not None and self.changes.current is None else None
        self.changes.step(by, from_row)

    def step_contested(self, by: int) -> bool:
        """Go to the next or previous row in which drafts change the same words; False where there is none."""
        row, view = self.rows.text_row(), self.view
        first = -1 if by > 0 else 0
        found = next_contested(view, row.ordinal if row is not None else first, by) if view is not None else None
        if found is not None:
            self.go_to_row(*found)
        return found is not None

    def _go_to_change(self, entry: ChangeEntry) -> None:
        view = self.view
        if view is None or entry.row >= len(view.rows):
            return
        self._show_pair_of(entry.row, entry.column)
        item = self.bring(entry.row)
        view = self.view
        if view is None or item < 0:
            return
        self.stand_on(entry)
        column = (
            entry.column
            if view.shows_both or view.rows[entry.row].cells[entry.column]
            else view.against[entry.column]
        )
        self.rows.select(item, column)
        self.rows.reveal_change()

    def stand_on(self, entry: ChangeEntry) -> None:
        """A change is the current one, in the list as soon as that is there; nothing is brought into sight."""
        if self.view is not None:
            against = self.view.against[entry.column]
            self._wanted = entry
            self.rows.current_change = CurrentChange(entry.row, entry.column, against, entry.change)
            self.changes.set_current(entry)

    def go_to_row(self, ordinal: int, column: int | None = None) -> None:
        """Bring a text row into sight and make it current."""
        item = self.bring(ordinal)
        if item < 0:
            return
        self.rows.current_change = None
        self.rows.select(item, column)
        QTimer.singleShot(0, self.rows.setFocus)

    def _mark_in_outline(self, is_first: bool) -> None:  # noqa: FBT001  the slot of a signal
        row = self.rows.text_row()
        if row is not None:
            self.outline.set_current(row.ordinal, bring=is_first)

    def _show_comments(self) -> None:
        """The comments on the paragraphs of the current row."""
        row = self.rows.text_row()
        beside = comments_beside(self.view, row) if self.view is not None and row is not None else ()
        self.comments.show_comments(beside)

    def _on_current(self, item: int, column: int) -> None:
        self._show_comments()
        if self.alone >= 0 and column != self.alone:
            self.show_alone(max(1, column))
            self.rows.current_column = self.alone
            item = self.rows.current_item
        row = self.rows.text_row(item)
        if row is None:
            return
        self.outline.set_current(row.ordinal)
        listed = self.changes.current
        if listed is not None and listed.row != row.ordinal:
            self.rows.current_change = None
            self.changes.set_current(None)


def _begins_working(before: DisplayRows, now: DisplayRows) -> bool:
    """Whether the working draft is new, which stands last and may be out of sight."""
    return now.drafts[-1].id == WORKING != before.drafts[-1].id
