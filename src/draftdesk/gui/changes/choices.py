"""Whose changes the list shows: of a draft, by an author, of paragraphs with a status; choices that say how many."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from draftdesk.gui.widgets.choice_box import ChoiceBox
from draftdesk.gui.widgets.entry_list import draft_choice
from draftdesk.model.decided import StatusKind
from draftdesk.translation import figure, tr
from draftdesk.workbench.change_filter import (
    NO_STATUS,
    NOT_TRACKED,
    ChangeFilter,
    counts_by_author,
    counts_by_draft,
    counts_by_status,
)
from draftdesk.workbench.change_list import ChangeEntry
from draftdesk.workbench.decided_rows import STATUS_NAMES


class ChangeChoices(QWidget):
    """Each choice is in sight while there is something to choose; `wanted` is what is chosen.

    `asked`: the user chose, after `changed`, which also tells what the view in sight brings along.
    """

    changed = Signal()
    asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.wanted = ChangeFilter()
        self._alone = (-1, "")
        self._before: int | None = None
        self.drafts = draft_choice(tr("Changes of which draft"), self)
        self.authors = draft_choice(tr("Changes by which author"), self)
        self.statuses = draft_choice(tr("Changes of paragraphs with which status"), self)
        for box in (self.drafts, self.authors, self.statuses):
            box.activated.connect(self._chosen)
        below = QHBoxLayout()
        below.setSpacing(6)
        for box in (self.authors, self.statuses):
            below.addWidget(box, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 0, 10, 7)
        layout.setSpacing(6)
        layout.addWidget(self.drafts)
        layout.addLayout(below)

    def _chosen(self) -> None:
        column, author, status = (box.currentData() for box in (self.drafts, self.authors, self.statuses))
        self.choose(replace(self.wanted, column=column, author=author, status=status))
        self.asked.emit()

    def choose(self, wanted: ChangeFilter) -> None:
        """Choose a draft, an author or a status."""
        self.wanted = wanted
        self.changed.emit()

    def show_alone(self, column: int, name: str) -> None:
        """Offer the changes of the draft that is shown by itself; -1 for those that were chosen before.

        Where all were chosen meanwhile they stay, so that one can be led from draft to draft.
        """
        was, self._alone = self._alone[0], (column, name)
        if column == was:
            return
        if was < 0:
            self._before = self.wanted.column
        if column < 0:
            self.choose(replace(self.wanted, column=self._before))
        elif was < 0 or self.wanted.column is not None:
            self.choose(replace(self.wanted, column=column))

    def fill(self, entries: Sequence[ChangeEntry], statuses: Mapping[int, StatusKind]) -> None:
        """Offer what the changes have; what was chosen and is not there any more is given up."""
        drafts, authors = counts_by_draft(entries), counts_by_author(entries)
        kinds = counts_by_status(entries, statuses)
        alone, name = self._alone
        if alone >= 0:
            drafts = {alone: (name, 0), **drafts}
        wanted = replace(self.wanted, statuses=statuses)
        self.wanted = replace(
            wanted,
            column=wanted.column if wanted.column in drafts else None,
            author=wanted.author if wanted.author in authors else None,
            status=wanted.status if wanted.status in kinds else None,
        )
        by_author = {one: (one if one != NOT_TRACKED else tr("not tracked"), n) for one, n in authors.items()}
        by_status = {
            kind: (tr("no status") if kind == NO_STATUS else tr(STATUS_NAMES[StatusKind(kind)]), n)
            for kind, n in kinds.items()
        }
        every, wanted = sum(not entry.is_repeated for entry in entries), self.wanted
        _fill(self.drafts, (tr("All drafts"), every), drafts, wanted.column)
        _fill(self.authors, (tr("All authors"), every), by_author, wanted.author)
        _fill(self.statuses, (tr("Any status"), every), by_status, wanted.status)
        self.setVisible(any(box.count() > 1 for box in (self.drafts, self.authors, self.statuses)))


def _fill(box: ChoiceBox, first: tuple[str, int], others: Mapping[Any, tuple[str, int]], chosen: object) -> None:
    """Entries with their counts; with fewer than two there is nothing to choose."""
    box.clear()
    for key, (name, count) in {None: first, **others}.items():
        box.addItem(f"{name}  {figure(count)}", key)
        if key is not None and key == chosen:
            box.setCurrentIndex(box.count() - 1)
    if len(others) < 2 and chosen is None:
        box.clear()
    box.setVisible(box.count() > 1)
