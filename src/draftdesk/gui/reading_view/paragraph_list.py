"""The list of a draft as it was read: sign, kind, number, first words or the reason for a doubt."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Any, Final

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QFont, QFontMetrics, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget
from typing_extensions import override

from draftdesk.gui.appearance.fonts import text_font, ui_font
from draftdesk.gui.appearance.theme import CAPTION_SIZE, LIGHT, UI_SIZE, Palette
from draftdesk.gui.sides import as_placed, at_end, at_start, placed
from draftdesk.translation import tr
from draftdesk.workbench.reading_lines import ReadingLine

Index = QModelIndex | QPersistentModelIndex

LINE_ROLE: Final = Qt.ItemDataRole.UserRole
HEIGHT: Final = 46
LOW: Final = 27
SIGN: Final = 14
KIND: Final = 44
NUMBER_ENDS: Final = 246
TEXT: Final = 258
_INDENT: Final = 22
_END: Final = 14
_SIZE: Final = 15
_WORDS: Final = 400
"""Characters of a paragraph that its line may need; more does not fit into it."""


class ReadingModel(QAbstractListModel):
    """The lines of a draft."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: Sequence[ReadingLine] = ()

    def fill(self, lines: Sequence[ReadingLine]) -> None:
        """Other lines."""
        self.beginResetModel()
        self.lines = lines
        self.endResetModel()

    @override
    def rowCount(self, parent: Index | None = None) -> int:
        return len(self.lines)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        line = self.lines[index.row()]
        if role == LINE_ROLE:
            return line
        if role == Qt.ItemDataRole.DisplayRole:
            doubt = " " + tr("Doubtful: {reasons}", reasons=" ".join(line.reasons)) if line.reasons else ""
            return f"{line.what} {line.number}: {line.text[:_WORDS]}{doubt}"
        return None


def paint_doubt(painter: QPainter, box: QRectF, colors: Palette) -> None:
    """The sign of a doubt."""
    painter.fillRect(box, colors.color("warn_bg"))
    painter.setPen(QPen(colors.color("warn"), 1.4))
    painter.drawRect(box)
    painter.setFont(ui_font(11, weight=QFont.Weight.Bold))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, "?")


def paint_cut(painter: QPainter, at: QRect, words: str) -> None:
    """Words of the interface in one line from its start, cut where they do not fit."""
    said = QFontMetrics(painter.font()).elidedText(words, Qt.TextElideMode.ElideRight, at.width())
    painter.drawText(at, Qt.AlignmentFlag.AlignVCenter | at_start(), said)


class ReadingDelegate(QStyledItemDelegate):
    """Paints a line; signs first, colour second."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.colors: Palette = LIGHT
        self.language = "en"

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        line: ReadingLine = index.data(LINE_ROLE)
        list_ = self.parent()
        width = list_.viewport().width() if isinstance(list_, QListView) else 0
        return QSize(100, LOW if self._fits(line, width) else HEIGHT)

    def _fits(self, line: ReadingLine, width: int) -> bool:
        """Whether one line is enough, for the words and as nothing is said of them."""
        room = width - TEXT - _INDENT * line.level - _END - 1  # as is painted
        words = line.text[:_WORDS].replace("\n", " ").replace("\t", " ")
        return not line.reasons and _advance(words, self.language) <= room

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line: ReadingLine = index.data(LINE_ROLE)
        area: QRect = option.rect
        is_current = bool(option.state & option.state.State_Selected)
        painter.save()
        as_placed(painter)
        if is_current:
            painter.fillRect(area, self.colors.color("sel"))
            bar = placed(QRect(area.left(), area.top(), 3, area.height()), area)
            painter.fillRect(bar, self.colors.color("ink"))
        painter.setPen(QPen(self.colors.color("rule2"), 1))
        painter.drawLine(area.left(), area.bottom(), area.right(), area.bottom())
        self._sign(painter, area, line)
        self._head(painter, area, line)
        self._text(painter, area, line)
        painter.restore()

    def _sign(self, painter: QPainter, area: QRect, line: ReadingLine) -> None:
        box = placed(QRectF(area.left() + SIGN, area.top() + 6, 16, 16), area)
        if line.reasons:
            paint_doubt(painter, box, self.colors)
        elif line.is_put_right:
            painter.setPen(self.colors.color("ok"))
            painter.setFont(ui_font(UI_SIZE, weight=QFont.Weight.Bold))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, "✓")

    def _head(self, painter: QPainter, area: QRect, line: ReadingLine) -> None:
        """What it is, and its number as printed."""
        painter.setFont(ui_font(CAPTION_SIZE))
        painter.setPen(self.colors.color("ink3" if line.is_quiet else "ink2"))
        room = NUMBER_ENDS - KIND - QFontMetrics(painter.font()).horizontalAdvance(line.number) - 8
        kind = QRect(area.left() + KIND, area.top() + 5, room, 18)
        paint_cut(painter, placed(kind, area), line.what)
        painter.setFont(ui_font(UI_SIZE, weight=QFont.Weight.Medium))
        number = QRect(area.left() + KIND, area.top() + 5, NUMBER_ENDS - KIND, 18)
        painter.drawText(placed(number, area), Qt.AlignmentFlag.AlignVCenter | at_end(), line.number)

    def _text(self, painter: QPainter, area: QRect, line: ReadingLine) -> None:
        """Two lines of the text; one, where the other says why it is doubtful."""
        left = area.left() + TEXT + _INDENT * line.level
        width = area.right() - left - _END
        font = text_font(self.language, _SIZE)
        painter.setFont(font)
        painter.setPen(self.colors.color("ink3" if line.is_quiet else "ink"))
        metrics = QFontMetrics(font)
        words = line.text[:_WORDS].replace("\n", " ").replace("\t", " ")
        head, rest = _broken(words, metrics, width)
        if line.reasons and rest:
            head = metrics.elidedText(words, Qt.TextElideMode.ElideRight, width)
        is_arabic = self.language == "ar"
        align = Qt.AlignmentFlag.AlignVCenter | (
            Qt.AlignmentFlag.AlignRight if is_arabic else Qt.AlignmentFlag.AlignLeft
        )
        painter.drawText(placed(QRect(left, area.top() + 4, width, 20), area), align, head)
        below = placed(QRect(left, area.top() + 23, width, 19), area)
        if line.reasons:
            painter.setFont(ui_font(CAPTION_SIZE))
            painter.setPen(self.colors.color("warn"))
            paint_cut(painter, below, line.reasons[0])
        elif rest:
            painter.drawText(below, align, metrics.elidedText(rest, Qt.TextElideMode.ElideRight, width))


@lru_cache(maxsize=4096)
def _advance(words: str, language: str) -> int:
    """The width of words in one line, in pixels; kept, as each resize asks for that of every line."""
    return QFontMetrics(text_font(language, _SIZE)).horizontalAdvance(words)


def _broken(words: str, metrics: QFontMetrics, width: int) -> tuple[str, str]:
    """A first line that fits, broken at a blank where there is one, and what is left."""
    if metrics.horizontalAdvance(words) <= width:
        return words, ""
    low, high = 0, len(words)
    while low + 1 < high:
        middle = (low + high) // 2
        low, high = (middle, high) if metrics.horizontalAdvance(words[:middle]) <= width else (low, middle)
    at = words.rfind(" ", 0, low + 1)
    at = at if at > 0 else low
    return words[:at], words[at:].lstrip()


class ReadingList(QListView):
    """The list with its keys: letters choose a kind, others ask for what the buttons do.

    `entered`: it has the focus now; `passed`: an arrow goes above the first line (-1) or below the last (1).
    """

    key_pressed = Signal(str)
    entered = Signal()
    passed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("paper")
        self.setAccessibleName(tr("The draft as it was read"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setResizeMode(QListView.ResizeMode.Adjust)

    @override
    def event(self, event: QEvent) -> bool:
        """Keys that mean something else in the columns are taken before the actions of the window get them."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            alt = event.modifiers() & Qt.KeyboardModifier.AltModifier
            plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
            if Qt.Key(event.key()) in (_WITH_ALT if alt else _NAMED if plain else {}):
                event.accept()
                return True
        return super().event(event)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.entered.emit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        by = _STEPS.get(Qt.Key(event.key()), 0)
        if by and self.model().rowCount() and not self.model().hasIndex(self.currentIndex().row() + by, 0):
            self.passed.emit(by)
            return
        if event.key() in _MOVES and not event.modifiers() & Qt.KeyboardModifier.AltModifier:
            super().keyPressEvent(event)
            return
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()
            return
        named = _NAMED.get(Qt.Key(event.key()))
        if event.modifiers() & Qt.KeyboardModifier.AltModifier:
            named = _WITH_ALT.get(Qt.Key(event.key()))
        word = named or (event.text().lower() if event.text().isalpha() else "")
        if word:
            self.key_pressed.emit(word)
        else:
            event.ignore()


_STEPS: Final = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_MOVES: Final = frozenset(
    {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Home, Qt.Key.Key_End}
)
_NAMED: Final = {
    Qt.Key.Key_Return: "text",
    Qt.Key.Key_Enter: "text",
    Qt.Key.Key_F2: "text",
    Qt.Key.Key_Space: "right",
    Qt.Key.Key_Delete: "hide",
    Qt.Key.Key_Backspace: "back",
    Qt.Key.Key_Escape: "leave",
}
_WITH_ALT: Final = {Qt.Key.Key_Right: "deeper", Qt.Key.Key_Left: "higher"}
