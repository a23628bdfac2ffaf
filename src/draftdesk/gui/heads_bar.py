"""A bar of heads over drafts: which one is in hand, its keys, its tip and its menu; the painting is its user's."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePath

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QToolTip, QWidget
from typing_extensions import override

from draftdesk.gui.appearance.theme import LIGHT, PALETTES, Palette
from draftdesk.gui.sides import onward
from draftdesk.translation import tr
from draftdesk.workbench.desk.columns import shown_against
from draftdesk.workbench.desk.desk import Desk
from draftdesk.workbench.display.rows import DisplayRows
from draftdesk.workbench.mixed_languages import language_name
from draftdesk.workbench.paragraph_names import WORKING_NAME, draft_titles

HEIGHT = 46


@dataclass(frozen=True, slots=True)
class ColumnHead:
    """Two lines: a title with date and file, then what the column is shown against."""

    title: str
    remark: str
    second: str


def heads_of(desk: Desk, view: DisplayRows | None) -> list[ColumnHead]:
    """The heads of a desk's drafts, in the order of the columns."""
    if view is None:
        return []
    heads = []
    for number, (title, draft) in enumerate(zip(draft_titles(desk.drafts), desk.drafts, strict=True)):
        file = draft.name if PurePath(draft.name).stem != title and draft.name != WORKING_NAME else ""
        second = _shown_beside(view, number) or shown_against(view.short, view.against, number)
        symbol = draft.symbol if draft.called else ""
        heads.append(ColumnHead(title, " · ".join(filter(None, (symbol, draft.date, file))), second))
    return heads


def _shown_beside(view: DisplayRows, column: int) -> str:
    """The second line of a draft on a desk of several languages; "" on others."""
    table = view.comparison.table
    if not table.versions:
        return ""
    language, beside = language_name(view.drafts[column].language), table.beside(column)
    if beside >= 0:
        return tr("{language}, beside {name}", language=language, name=view.short[beside])
    return f"{language}, {shown_against(view.short, view.against, column)}"


class HeadsBar(QWidget):
    """Left and right go from head to head; a click, or Space, asks for the menu of one."""

    menu_asked = Signal(int, QPoint)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._palette: Palette = LIGHT
        self._heads: Sequence[ColumnHead] = ()
        self._current = 0
        self.setFixedHeight(HEIGHT)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def set_theme(self, theme: str) -> None:
        """Paint in the colours of a theme."""
        self._palette = PALETTES[theme]
        self.update()

    def show_heads(self, heads: Sequence[ColumnHead]) -> None:
        """The heads, in the order of the drafts."""
        self._heads = heads
        self.setAccessibleName("; ".join(f"{head.title}, {head.second}" for head in heads))
        self.update()

    # what the bar asks of its user

    def column_at(self, x: int) -> int:
        """The draft at a place across the bar; -1 for none."""
        raise NotImplementedError

    def menu_left(self, column: int) -> int:
        """Where the menu of a head begins, across the bar."""
        raise NotImplementedError

    def tip_beside(self) -> str:
        """The tip where there is no head."""
        return ""

    # keys and mouse

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, count = event.key(), len(self._heads)
        if key in {Qt.Key.Key_Left, Qt.Key.Key_Right} and count:
            self.go_to(max(0, min(self._current + onward(key), count - 1)))
        elif key in {Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down}:
            self.ask_menu(self._current)
        else:
            super().keyPressEvent(event)

    def go_to(self, column: int) -> None:
        """Take a head in hand."""
        self._current = column
        self._say_current()

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._say_current()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def _say_current(self) -> None:
        if 0 <= self._current < len(self._heads):
            head = self._heads[self._current]
            self.setAccessibleDescription(
                tr("{title}, {second}. Press Space for its menu.", title=head.title, second=head.second)
            )
        self.update()

    def ask_menu(self, column: int) -> None:
        """Ask for the menu of a head."""
        if 0 <= column < len(self._heads):
            self.menu_asked.emit(column, self.mapToGlobal(QPoint(self.menu_left(column), self.height() - 2)))

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.ask_menu(self.column_at(event.position().toPoint().x()))

    @override
    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            column = self.column_at(event.pos().x())
            head = self._heads[column] if 0 <= column < len(self._heads) else None
            tip = "\n".join(filter(None, (head.title, head.remark, head.second))) if head else self.tip_beside()
            if tip:
                QToolTip.showText(event.globalPos(), tip)
                return True
        return super().event(event)
