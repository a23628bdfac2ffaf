"""Joins the find field to the columns: hits are marked, counted and walked; paragraphs are gone to by name."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject

from draftdesk.gui.find_field import FindField
from draftdesk.gui.incremental import Incremental
from draftdesk.gui.rows.hit_marks import HitMarks
from draftdesk.gui.workplace import Workplace
from draftdesk.translation import tr, tr_count
from draftdesk.workbench.desk.place import Bookmark
from draftdesk.workbench.find_text import FoldedDrafts, Found, find
from draftdesk.workbench.go_to import paragraph_named


class Finding(QObject):
    """Holds the search that is under way; it goes on when the drafts are arranged anew."""

    def __init__(self, field: FindField, place: Workplace) -> None:
        super().__init__(place)
        self._field = field
        self._place = place
        self._folded = FoldedDrafts()
        self._folding: Incremental[None] = Incremental(self)
        self._found: Found | None = None
        self._number = -1
        self._from_row = 0
        self._began: Bookmark | None = None
        field.words_changed.connect(self._search)
        field.stepped.connect(self.step)
        field.place_asked.connect(self._go)
        field.left.connect(self.leave)
        place.arranged.connect(lambda _: self._again())

    # what the keys ask for

    def begin(self) -> None:
        """Ctrl+F: type what is to be found; words that are selected are taken over."""
        self._field.manner(goes=False)
        self._prepare()
        if self._found is None:
            self._from_row, self._began = self._row_in_sight(), self._place.rows.bookmark()
        chosen = self._place.rows.copied_line()
        if chosen and chosen != self._field.line.text():
            self._field.line.setText(chosen)
        self._field.take_focus()

    def begin_going(self) -> None:
        """Ctrl+G: type the name of a paragraph."""
        self._field.manner(goes=True)
        self._field.say("")
        self._field.take_focus()

    def leave(self) -> None:
        """Esc: the marks go, the place stays."""
        self._began = None
        self._place.end_peeking(close=False)
        self._field.manner(goes=False)
        self._field.line.clear()
        self._show(None)
        self._place.rows.setFocus()

    def step(self, by: int) -> None:
        """The next or previous hit, around the ends."""
        found = self._found
        if found is None:
            self.begin()
            return
        if not found.count:
            return
        start = self._number if self._number >= 0 else found.first_from(self._row_in_sight()) - (by > 0)
        self._go_to_hit((start + by) % found.count)

    def _search(self, words: str) -> None:
        view = self._place.view
        found = find(view, words, self._folded) if view is not None else None
        if found is not None and found.count:
            self._found = found
            self._go_to_hit(found.first_from(self._from_row))
            return
        self._show(found if found is not None and found.words else None)
        if self._began is not None:
            self._place.end_peeking(close=True)
            self._place.rows.return_to(self._began)

    def _again(self) -> None:
        """After another arrangement: the same words, without moving anything."""
        words, view = self._field.words, self._place.view
        if not words or view is None:
            self._show(None)
            return
        if self._found is not None and self._found.view.rows is view.rows:
            found = replace(self._found, view=view)
            self._show(found, self._number)
        else:
            self._show(find(view, words, self._folded))

    def _go_to_hit(self, number: int) -> None:
        assert self._found is not None
        self._number = number
        hit = self._found.hit(number)
        self._place.bring(hit.row, peek=True)
        self._show(self._found, number)
        rows = self._place.rows
        rows.current_change = None
        rows.select(rows.item_of_row(hit.row), hit.column)
        rows.reveal_hit()

    def _show(self, found: Found | None, number: int = -1) -> None:
        self._found, self._number = found, number
        rows = self._place.rows
        current = found.hit(number) if found is not None and 0 <= number < found.count else None
        rows.show_hits(HitMarks(found, current) if found is not None and found.words else None)
        self._place.strip.show_hits(found.rows if found is not None else ())
        self._field.say(_said(found, number, len(self._place.view.short) if self._place.view else 0))

    def _prepare(self) -> None:
        if self._place.view is not None:
            self._folding.start(self._folded.prepare(self._place.view.comparison.drafts))

    def _row_in_sight(self) -> int:
        """The text row that a search starts from: the current one, else the first in sight."""
        rows = self._place.rows
        row = rows.text_row()
        if row is not None:
            return row.ordinal
        for item in rows.visible_items():
            row = rows.text_row(item)
            if row is not None:
                return row.ordinal
        return 0

    def _go(self, words: str) -> None:
        view = self._place.view
        if view is None or not words.strip():
            return
        found = paragraph_named(view.names, words, self._place.rows.current_column)
        column, index = found if found is not None else (0, -1)
        row = next((row.ordinal for row in view.rows if index in row.cells[column]), -1)
        if row < 0:
            self._field.say(tr("There is no {what}", what=words.strip()))
            return
        self._field.manner(goes=False)
        self._field.say("")
        self._place.go_to_row(row, column)


def _said(found: Found | None, number: int, drafts: int) -> str:
    if found is None or not found.words:
        return ""
    if not found.count:
        return tr("Not found")
    of = _place(number, found.count)
    return tr_count("{of} in {count} draft", "{of} in {count} drafts", found.drafts, of=of) if drafts > 2 else of


def _place(number: int, count: int) -> str:
    """Which hit of how many; only how many where none is current."""
    if number < 0:
        return tr_count("{count} hit", "{count} hits", count)
    return tr("{number} of {count}", number=number + 1, count=count)
