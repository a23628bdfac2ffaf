"""A list of entries at the right, such as changes or findings: its model, its frame, the choice of a draft."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Final, Generic, TypeVar

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QComboBox, QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget
from typing_extensions import override

from draftdesk.gui.appearance.theme import LIGHT, Palette
from draftdesk.gui.sides import as_placed, placed
from draftdesk.gui.widgets.choice_box import ChoiceBox

ENTRY_ROLE: Final = Qt.ItemDataRole.UserRole
_WIDTH: Final = 100
_SPOKEN: Final = frozenset({Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole})

Index = QModelIndex | QPersistentModelIndex
Entry = TypeVar("Entry")


class EntryModel(QAbstractListModel, Generic[Entry]):
    """The entries in order; `said` gives the words of one, for the ear and the tip."""

    def __init__(self, said: Callable[[Entry], str]) -> None:
        super().__init__()
        self.entries: Sequence[Entry] = ()
        self._said = said

    def fill(self, entries: Sequence[Entry]) -> None:
        """Other entries in place of all."""
        self.beginResetModel()
        self.entries = entries
        self.endResetModel()

    @override
    def rowCount(self, parent: Index | None = None) -> int:
        return len(self.entries)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        entry = self.entries[index.row()]
        if role == ENTRY_ROLE:
            return entry
        return self._said(entry) if role in _SPOKEN else None


class EntryDelegate(QStyledItemDelegate, Generic[Entry]):
    """The frame of an entry: its height, the ground of the current one, the rule below; `draw` fills it."""

    height = 48

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.colors: Palette = LIGHT

    def draw(self, painter: QPainter, area: QRect, entry: Entry) -> None:
        """Paint one entry into its area."""
        raise NotImplementedError

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(_WIDTH, self.height)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        area: QRect = option.rect
        painter.save()
        as_placed(painter)
        if option.state & option.state.State_Selected:
            painter.fillRect(area, self.colors.color("sel"))
            bar = placed(QRect(area.left(), area.top(), 3, area.height()), area)
            painter.fillRect(bar, self.colors.color("ink"))
        painter.setPen(QPen(self.colors.color("rule2"), 1))
        painter.drawLine(area.left(), area.bottom(), area.right(), area.bottom())
        self.draw(painter, area, index.data(ENTRY_ROLE))
        painter.restore()


class _EntryList(QListView):
    """Keeps the current entry in sight when something takes height above or below."""

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        current, before = self.currentIndex(), event.oldSize().height()
        was_seen = current.isValid() and 0 <= self.visualRect(current).top() < before
        super().resizeEvent(event)
        if was_seen and event.size().height() < before:
            self.scrollTo(current)


def entry_list(name: str, model: EntryModel[Any], delegate: EntryDelegate[Any], parent: QWidget) -> QListView:
    """A list of lines that are all as high as each other; `name` is for the ear."""
    made = _EntryList(parent)
    made.setModel(model)
    made.setUniformItemSizes(True)
    made.setAccessibleName(name)
    made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    made.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
    made.setItemDelegate(delegate)
    return made


def draft_choice(name: str, parent: QWidget) -> ChoiceBox:
    """A choice among drafts that gives way in a narrow panel; `name` is for the ear."""
    made = ChoiceBox(parent)
    made.setAccessibleName(name)
    made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    made.setMinimumContentsLength(8)
    return made
