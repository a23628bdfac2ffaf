"""The list of changes at the right, with its filters and the counter."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from draftdesk.gui.appearance.icons import icon
from draftdesk.gui.appearance.theme import PALETTES
from draftdesk.gui.changes.choices import ChangeChoices
from draftdesk.gui.changes.delegate import ChangeDelegate
from draftdesk.gui.widgets.entry_list import EntryModel, entry_list
from draftdesk.gui.widgets.flow_layout import FlowLayout
from draftdesk.gui.widgets.small_button import small_button
from draftdesk.model.change import ChangeClass
from draftdesk.model.decided import StatusKind
from draftdesk.translation import figure, tr, tr_count
from draftdesk.workbench.change_filter import ChangeFilter, counts_by_class
from draftdesk.workbench.change_list import ChangeEntry
from draftdesk.workbench.display.hands import Hands


def _said(entry: ChangeEntry) -> str:
    words = f"{entry.before} → {entry.after}" if entry.before and entry.after else entry.before or entry.after
    place = f"{entry.draft}, {entry.label}" if entry.draft else entry.label
    return f"{place}, {tr(entry.change_class.value)}: {words}"


class ChangePanel(QWidget):
    """Filters by class, draft, author and status, the list, and steps through it."""

    change_asked = Signal(object)
    counted = Signal(str)
    ended = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self._theme = "light"
        self._ended = 0
        self._every: Sequence[ChangeEntry] = ()
        self._class: ChangeClass | None = None
        self._statuses: Mapping[int, StatusKind] = {}
        self._chips: dict[ChangeClass | None, QPushButton] = {}
        self._model = EntryModel[ChangeEntry](_said)
        self._delegate = ChangeDelegate(self)
        self._list = entry_list(tr("Changes"), self._model, self._delegate, self)
        self._list.clicked.connect(self._clicked)
        self._list.activated.connect(self._clicked)
        self._list.selectionModel().currentChanged.connect(lambda *_: self._count())
        self.counter = QLabel(tr("No changes"), self)
        self.counter.setObjectName("head")
        self._previous = small_button(tr("Previous change (F7)"), lambda: self.step(-1), self)
        self._next = small_button(tr("Next change (F8)"), lambda: self.step(1), self)
        self._steps: list[QWidget] = []
        self._compared = True
        self._remark = QLabel(self)
        self._remark.setObjectName("quiet")
        self._remark.setWordWrap(True)
        self._remark.setContentsMargins(12, 0, 12, 8)
        self._remark.hide()
        self._filters = QWidget(self)
        self._filters.setObjectName("panel")
        self._flow = FlowLayout(self._filters, 6)
        self.choices = ChangeChoices(self)
        self.choices.hide()
        self.choices.changed.connect(self._choose_anew)
        self.choices.asked.connect(self._lead)
        self._build()
        self.set_theme("light")

    def _build(self) -> None:
        rule = QWidget(self)
        steps = QHBoxLayout()
        steps.setContentsMargins(12, 8, 8, 6)
        steps.setSpacing(1)
        steps.addWidget(self.counter, 1)
        for caption, button in (("F7", self._previous), ("F8", self._next)):
            label = QLabel(caption, self)
            label.setObjectName("quiet")
            for part in (button, label):
                steps.addWidget(part)
                self._steps.append(part)
        rule.setLayout(steps)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addSpacing(7)
        layout.addWidget(self.choices)
        layout.addWidget(self._filters)
        layout.addWidget(rule)
        layout.addWidget(self._remark)
        layout.addWidget(self._list, 1)

    def put_below(self, widget: QWidget, *, stretch: int = 1) -> None:
        """Another panel below the list; it takes a third of the height at most, without stretch what it needs."""
        layout = self.layout()
        assert isinstance(layout, QVBoxLayout)
        layout.addWidget(widget, stretch)
        layout.setStretch(layout.indexOf(self._list), 2)

    def set_theme(self, theme: str) -> None:
        """Paint in the colours of a theme."""
        self._theme = theme
        self._delegate.colors = PALETTES[theme]
        self._previous.setIcon(icon("up", theme))
        self._next.setIcon(icon("down", theme))
        self._list.viewport().update()

    def show_hands(self, hands: Hands | None) -> None:
        """Changes in the colours of who made them, or of what happened."""
        self._delegate.hands = hands
        self._list.viewport().update()

    # content

    @property
    def entries(self) -> Sequence[ChangeEntry]:
        """The changes that pass the filter."""
        return self._model.entries

    @property
    def current(self) -> ChangeEntry | None:
        """The change that the list stands on."""
        row = self._list.currentIndex().row()
        return self._model.entries[row] if 0 <= row < len(self._model.entries) else None

    def show_changes(self, entries: Sequence[ChangeEntry], remark: str = "", *, compared: bool = True) -> None:
        """All changes of an arrangement; the remark stands where there are none. One draft is not `compared`."""
        self._every = entries
        self._compared = compared
        for part in self._steps:
            part.setVisible(compared)
        remark = remark if compared else tr("Open a second draft, and what changed stands here.")
        self._remark.setText(remark)
        self._remark.setVisible(bool(remark) and not entries)
        self._choose_anew()

    def show_statuses(self, statuses: Mapping[int, StatusKind]) -> None:
        """The status of rows by their ordinals."""
        if statuses != self._statuses:
            self._statuses = statuses
            self._choose_anew()

    def _choose_anew(self) -> None:
        self.choices.fill(self._every, self._statuses)
        self._fill_chips()
        self._filter()

    def _fill_chips(self) -> None:
        of_draft = self.choices.wanted.of(self._every)
        counts = counts_by_class(of_draft)
        if self._class is not None and self._class not in counts:
            self._class = None
        wanted: dict[ChangeClass | None, int] = {None: len(of_draft)}
        wanted |= dict(counts.items())
        for key in [key for key in self._chips if key not in wanted]:
            self._flow.removeWidget(self._chips[key])
            self._chips.pop(key).deleteLater()
        for key, count in wanted.items():
            if key not in self._chips:
                self._chips[key] = self._chip(key)
            self._chips[key].setText(f"{tr(key.value).capitalize() if key else tr('All')}  {count}")
            self._chips[key].setChecked(key is self._class)
        for key in wanted:
            self._flow.removeWidget(self._chips[key])
            self._flow.addWidget(self._chips[key])
            self._chips[key].show()
        self._filters.setVisible(bool(self._every))

    def _chip(self, key: ChangeClass | None) -> QPushButton:
        chip = QPushButton(self._filters)
        chip.setObjectName("chip")
        chip.setCheckable(True)
        chip.clicked.connect(lambda: self.set_filter(key))
        return chip

    def set_filter(self, change_class: ChangeClass | None) -> None:
        """Show the changes of one class, or all."""
        self._class = change_class
        for key, chip in self._chips.items():
            chip.setChecked(key is change_class)
        self._filter()
        self._lead()

    @property
    def _wanted(self) -> ChangeFilter:
        return replace(self.choices.wanted, change_class=self._class)

    def _filter(self) -> None:
        current = self.current
        self._model.fill(self._wanted.of(self._every))
        self.set_current(current)

    def _lead(self) -> None:
        """To the first change that a filter leaves, unless it leaves the one where the user is."""
        if self._wanted.is_narrow and self.current is None and self._model.entries:
            self._choose(0)

    def _count(self) -> None:
        row, total = self._list.currentIndex().row(), len(self._model.entries)
        if not total:
            said = tr("No changes") if self._compared else tr("Nothing compared yet")
        elif row >= 0:
            said = tr("Change {number} of {total}", number=figure(row + 1), total=figure(total))
        else:
            said = tr_count("{count} change", "{count} changes", total)
        self.counter.setText(said)
        self.counted.emit(said[0].lower() + said[1:])

    # steps

    def step(self, by: int, from_row: int | None = None) -> None:
        """Go to the next or previous change, from the current one or from a text row.

        Behind the last one `ended` says so first (by 0 where there is none); the next step goes round.
        """
        entries = self._model.entries
        current = self._list.currentIndex().row()
        if current >= 0 and from_row is None:
            target = current + by
        elif by > 0:
            target = next((k for k, e in enumerate(entries) if e.row >= (from_row or 0)), len(entries))
        else:
            target = sum(e.row < (from_row if from_row is not None else 1 << 30) for e in entries) - 1
        if entries and (0 <= target < len(entries) or self._ended == by):
            self._choose(target % len(entries))
            return
        self._ended = by
        self.ended.emit(by if entries else 0)

    def set_current(self, entry: ChangeEntry | None) -> None:
        """Mark a change without asking for it."""
        place = entry.place if entry is not None else None
        row = next((k for k, other in enumerate(self._model.entries) if other.place == place), -1)
        self._list.setCurrentIndex(self._model.index(row) if row >= 0 else QModelIndex())
        self._count()

    def _choose(self, row: int) -> None:
        self._ended = 0
        index = self._model.index(row)
        self._list.setCurrentIndex(index)
        self._list.scrollTo(index)
        self.change_asked.emit(self._model.entries[row])

    def _clicked(self, index: QModelIndex) -> None:
        self._choose(index.row())
