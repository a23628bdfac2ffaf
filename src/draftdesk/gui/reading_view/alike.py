"""The doubts of a reading that are alike: a line for each group above the paragraphs, and what is done for all."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QItemSelectionModel, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from draftdesk.gui.appearance.fonts import ui_font
from draftdesk.gui.appearance.theme import CAPTION_SIZE, UI_SIZE
from draftdesk.gui.pairing import CHOICES
from draftdesk.gui.reading_view.paragraph_list import (
    KIND,
    LOW,
    NUMBER_ENDS,
    SIGN,
    TEXT,
    ReadingList,
    paint_cut,
    paint_doubt,
)
from draftdesk.gui.sides import at_end, placed
from draftdesk.gui.widgets.choice_box import ChoiceBox
from draftdesk.gui.widgets.entry_list import EntryDelegate, EntryModel
from draftdesk.translation import is_right_to_left, later, tr
from draftdesk.workbench.alike_doubts import Alike, AlikeDoubts
from draftdesk.workbench.paragraph_names import KIND_NAMES

_MOST: Final = 6
"""Groups in sight at once; more are scrolled to."""

_HELP: Final = later(
    "Space: all are right. Letters set the kind of all, as in the list. Ctrl+Z takes back what was said of all."
)
_HELP_WITHOUT_KIND: Final = later(
    "Space: all are right. No kind can be set for all, as it is not only the kind that is in doubt. "
    "Ctrl+Z takes back what was said of all."
)

_WORDS: Final = 8
"""Paragraphs of a group whose first words are shown beside it."""


class _Delegate(EntryDelegate[AlikeDoubts]):
    """Paints a group as a line of the list below it, with a sign for whether it is open."""

    height = LOW

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.open: Alike | None = None

    @override
    def draw(self, painter: QPainter, area: QRect, entry: AlikeDoubts) -> None:
        box = placed(QRectF(area.left() + SIGN, area.top() + 6, 16, 16), area)
        paint_doubt(painter, box, self.colors)
        self._in_line(painter, area, KIND, NUMBER_ENDS - KIND, entry.what, "ink2")
        self._in_line(painter, area, TEXT, area.width() - TEXT - 36, entry.told, "warn")
        painter.setFont(ui_font(UI_SIZE))
        painter.setPen(self.colors.color("ink2"))
        at = QRect(area.right() - 34, area.top(), 20, area.height())
        sign = "▾" if entry.key == self.open else "◂" if is_right_to_left() else "▸"
        painter.drawText(placed(at, area), Qt.AlignmentFlag.AlignVCenter | at_end(), sign)

    def _in_line(self, painter: QPainter, area: QRect, left: int, width: int, words: str, ink: str) -> None:
        painter.setFont(ui_font(CAPTION_SIZE))
        painter.setPen(self.colors.color(ink))
        paint_cut(painter, placed(QRect(area.left() + left, area.top(), width, area.height()), area), words)


class AlikeList(QWidget):
    """The groups and a line on how to use them; hidden where no doubts are alike."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self.model = EntryModel[AlikeDoubts](lambda group: f"{group.what}. {group.told}")
        self.list = ReadingList(self)
        self.delegate = _Delegate(self.list)
        self.list.setAccessibleName(tr("Doubts that are alike"))
        self.list.setModel(self.model)
        self.list.setItemDelegate(self.delegate)
        self._caption = QLabel(self)
        self._caption.setObjectName("quiet")
        self._caption.setContentsMargins(SIGN, 5, SIGN, 3)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._caption)
        layout.addWidget(self.list)

    def fill(self, groups: Sequence[AlikeDoubts], opened: Alike | None) -> None:
        """Other groups; the one in hand stays so, or the one that took its place."""
        row, before = self.list.currentIndex().row(), self.current
        self.delegate.open = opened
        self.model.fill(groups)
        self.list.setFixedHeight(LOW * min(len(groups), _MOST) + 2)
        self.setVisible(bool(groups))
        shut = tr("Doubts that are alike. G goes to them, Enter shows only the paragraphs of one.")
        self._caption.setText(
            shut if opened is None else tr("Only the paragraphs of one group are shown. Esc shows all.")
        )
        if groups:
            same = (k for k, group in enumerate(groups) if before is not None and group.key == before.key)
            self.list.setCurrentIndex(self.model.index(next(same, max(0, min(row, len(groups) - 1)))))

    @property
    def current(self) -> AlikeDoubts | None:
        """The group in hand."""
        row = self.list.currentIndex().row()
        return self.model.entries[row] if 0 <= row < len(self.model.entries) else None

    def enter(self, *, at_end: bool = False) -> None:
        """Take the keys, at the group in hand or at the last one."""
        if at_end and self.model.entries:
            self.list.setCurrentIndex(self.model.index(len(self.model.entries) - 1))
        self.list.setFocus()


def mark_current(list_: ReadingList, *, is_marked: bool) -> None:
    """Show the line in hand of a list as such, or as one that is in hand no longer while another list is."""
    if is_marked:
        list_.selectionModel().select(list_.currentIndex(), QItemSelectionModel.SelectionFlag.ClearAndSelect)
    else:
        list_.clearSelection()


class AlikePanel(QWidget):
    """The group in hand: why, its first paragraphs, and what is said of all of them at once."""

    asked = Signal(str)
    kind_asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self.kinds = ChoiceBox(self)
        self.kinds.setAccessibleName(tr("What all these paragraphs are"))
        for kind in CHOICES:
            self.kinds.addItem(tr(KIND_NAMES[kind]))
        self.kinds.activated.connect(lambda place: self.kind_asked.emit(CHOICES[place]))
        self._counted, self._reason, self._first, self._help = (QLabel(self) for _ in range(4))
        for label, name in ((self._counted, "second"), (self._reason, "reason"), (self._help, "quiet")):
            label.setObjectName(name)
        for label in (self._reason, self._first, self._help):
            label.setWordWrap(True)
        self._first.setTextFormat(Qt.TextFormat.PlainText)
        self.right_button = QPushButton(tr("All are right"), self)
        self.right_button.setToolTip(f"{tr('All are right')} ({tr('Space')})")
        self.right_button.clicked.connect(lambda: self.asked.emit("right"))
        self.show_button = QPushButton(self)
        self.show_button.clicked.connect(lambda: self.asked.emit("text"))
        self._lay_out()

    def _lay_out(self) -> None:
        head, buttons = QHBoxLayout(), QHBoxLayout()
        head.addWidget(self.kinds, 1)
        head.addWidget(self._counted)
        buttons.setSpacing(6)
        buttons.addWidget(self.right_button, 1)
        buttons.addWidget(self.show_button, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 12, 14, 12)
        layout.setSpacing(9)
        layout.addLayout(head)
        layout.addWidget(self._reason)
        layout.addWidget(self._first)
        layout.addLayout(buttons)
        layout.addWidget(self._help)
        layout.addStretch(1)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)

    def show_group(self, group: AlikeDoubts, *, is_open: bool) -> None:
        """Another group, or the same with fewer paragraphs."""
        kind = group.key.kind
        choice = CHOICES.index(kind) if kind in CHOICES else -1
        if choice >= 0:
            self.kinds.setItemText(choice, group.what)
        self.kinds.setCurrentIndex(choice)
        self.kinds.setPlaceholderText(group.what)
        self.kinds.setEnabled(group.is_of_kind)
        self._counted.setText(group.counted)
        self._reason.setText(f"? {group.reason}")
        more = len(group.serials) - _WORDS
        self._first.setText("\n".join([*group.first[:_WORDS], *(["…"] if more > 0 else [])]))
        self.show_button.setText(tr("Show all again") if is_open else tr("Show only these"))
        self._help.setText(tr(_HELP if group.is_of_kind else _HELP_WITHOUT_KIND))
