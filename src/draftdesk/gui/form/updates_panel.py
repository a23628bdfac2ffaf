"""The updates proposed for last year's text, each with a tick; those that are ticked are made in one step."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QListWidget, QListWidgetItem, QPushButton, QVBoxLayout, QWidget

from draftdesk.gui.widgets.flow_layout import FlowLayout
from draftdesk.gui.widgets.tick_delegate import TickDelegate
from draftdesk.translation import tr
from draftdesk.workbench.new_text import UpdateEntry


class UpdatesPanel(QWidget):
    """Space or a click ticks; `decided` carries the updates that are ticked, `left` follows a refusal of all."""

    decided = Signal(object)
    left = Signal()
    shown = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self._entries: Sequence[UpdateEntry] = ()
        self._head = QLabel("", self)
        self._head.setObjectName("head")
        self._head.setWordWrap(True)
        self._head.setContentsMargins(12, 9, 10, 7)
        self.list = QListWidget(self)
        self.list.setWordWrap(True)
        self.list.setSpacing(3)
        self.list.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.list.setItemDelegate(TickDelegate(self.list))
        self.list.setAccessibleName(tr("Updates proposed"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.itemChanged.connect(lambda _: self._count())
        self.list.currentRowChanged.connect(self._ask)
        self.begin = QPushButton("", self)
        self.begin.setObjectName("main")
        self.begin.clicked.connect(lambda: self.decided.emit(self.chosen))
        self.stop = QPushButton(tr("Not now"), self)
        self.stop.clicked.connect(self.left.emit)
        buttons = QWidget(self)
        buttons.setObjectName("panel")
        flow = FlowLayout(buttons, 6)
        flow.addWidget(self.begin)
        flow.addWidget(self.stop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 4)
        layout.setSpacing(4)
        layout.addWidget(self._head)
        layout.addWidget(self.list, 1)
        layout.addWidget(buttons)

    def show_updates(self, name: str, entries: Sequence[UpdateEntry]) -> None:
        """The updates of a text, all ticked."""
        self._entries = entries
        self._head.setText(tr("What a new session changes in {name}", name=name))
        self.list.clear()
        for entry in entries:
            words = f"{entry.where} ({entry.reason})\n{entry.before}{entry.old} → {entry.new}"
            item = QListWidgetItem(words)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked)
            self.list.addItem(item)
        self._count()

    @property
    def chosen(self) -> tuple[UpdateEntry, ...]:
        """The entries that are ticked."""
        ticked = (self.list.item(k).checkState() is Qt.CheckState.Checked for k in range(self.list.count()))
        return tuple(entry for entry, is_ticked in zip(self._entries, ticked, strict=True) if is_ticked)

    def _count(self) -> None:
        if self.list.count() == len(self._entries):
            self.begin.setText(
                tr(
                    "Begin with {chosen} of {total} updates",
                    chosen=len(self.chosen),
                    total=len(self._entries),
                )
            )

    def _ask(self, row: int) -> None:
        if 0 <= row < len(self._entries):
            self.shown.emit(self._entries[row])
