"""How a draft was read, as a page in the place of the columns: the list of its paragraphs and the one in hand."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from draftdesk.gui.appearance.theme import PALETTES
from draftdesk.gui.reading_view.alike import AlikeList, AlikePanel, mark_current
from draftdesk.gui.reading_view.paragraph import ParagraphPanel
from draftdesk.gui.reading_view.paragraph_list import ReadingDelegate, ReadingList, ReadingModel
from draftdesk.model.paragraph import ParagraphKind
from draftdesk.translation import tr
from draftdesk.workbench.alike_doubts import Alike, alike_doubts, of_group
from draftdesk.workbench.reading_lines import ReadingLine, next_doubtful, summary

_PANEL: Final = 400
_KIND_KEYS: Final = {
    "p": ParagraphKind.PREAMBULAR,
    "o": ParagraphKind.OPERATIVE,
    "s": ParagraphKind.SUB1,
    "h": ParagraphKind.HEADING,
    "t": ParagraphKind.TITLE,
    "c": ParagraphKind.CLOSING,
    "b": ParagraphKind.BODY,
}
_LETTERS: Final = {"j": "join"}


class ReadingView(QWidget):
    """Shows lines and says what was asked of the one in hand, or of all that a group of alike doubts stands for."""

    asked = Signal(str)
    kind_asked = Signal(object)
    alike_asked = Signal(object, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("paper")
        self._language = "en"
        self.every: Sequence[ReadingLine] = ()
        self._open: Alike | None = None
        self._title = QLabel(self)
        self._title.setObjectName("head")
        self._counts = QLabel(self)
        self._counts.setObjectName("quiet")
        self.next_button = QPushButton(tr("Next doubtful one  F8"), self)
        self.next_button.clicked.connect(lambda: self.step(1))
        self.leave_button = QPushButton(tr("Back to the comparison  Esc"), self)
        self.leave_button.clicked.connect(lambda: self.asked.emit("leave"))
        self.model = ReadingModel()
        self.list = ReadingList(self)
        self._delegate = ReadingDelegate(self.list)
        self.list.setModel(self.model)
        self.list.setItemDelegate(self._delegate)
        self.list.key_pressed.connect(self._key)
        self.list.activated.connect(lambda _: self._key("text"))
        self.list.selectionModel().currentChanged.connect(self._moved)
        self.panel = ParagraphPanel(self)
        self.panel.asked.connect(self._key)
        self.panel.kind_asked.connect(self.kind_asked)
        self.alike = AlikeList(self)
        self.alike_panel = AlikePanel(self)
        self._connect_alike()
        self._lay_out()

    def _connect_alike(self) -> None:
        alike = self.alike.list
        alike.key_pressed.connect(self._alike_key)
        alike.activated.connect(lambda _: self._alike_key("text"))
        alike.selectionModel().currentChanged.connect(self._show_panel)
        alike.entered.connect(lambda: self._take_in_hand(self.alike_panel))
        alike.passed.connect(lambda by: self.list.setFocus() if by > 0 else None)
        self.list.entered.connect(lambda: self._take_in_hand(self.panel))
        self.list.passed.connect(lambda by: self.go_to_alike(at_end=True) if by < 0 else None)
        self.alike_panel.asked.connect(self._alike_key)
        self.alike_panel.kind_asked.connect(lambda kind: self.alike_asked.emit(self.alike.current, kind))

    def _lay_out(self) -> None:
        names = QVBoxLayout()
        names.setSpacing(1)
        names.addWidget(self._title)
        names.addWidget(self._counts)
        head = QWidget(self)
        head.setObjectName("panel")
        row = QHBoxLayout(head)
        row.setContentsMargins(16, 7, 14, 7)
        row.addLayout(names, 1)
        row.addWidget(self.next_button)
        row.addWidget(self.leave_button)
        split = QSplitter(Qt.Orientation.Horizontal, self)
        split.setHandleWidth(1)
        lists = QWidget(self)
        column = QVBoxLayout(lists)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.alike)
        column.addWidget(self.list, 1)
        self.beside = QStackedWidget(self)
        self.beside.addWidget(self.panel)
        self.beside.addWidget(self.alike_panel)
        split.addWidget(lists)
        split.addWidget(self.beside)
        split.setStretchFactor(0, 1)
        split.setSizes([1000, _PANEL])
        split.setCollapsible(0, False)
        self.beside.setMinimumWidth(300)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(head)
        layout.addWidget(split, 1)

    def set_theme(self, theme: str) -> None:
        """Paint in the colours of a theme."""
        self._delegate.colors = self.alike.delegate.colors = PALETTES[theme]
        for one in (self.list, self.alike.list):
            one.viewport().update()

    # showing

    def show_lines(
        self, title: str, lines: Sequence[ReadingLine], language: str, left_out: Sequence[str] = ()
    ) -> None:
        """The lines of a draft; the one in hand stays so, or the one that took its place.

        `left_out`: what reading left out or warned of, in sentences.
        """
        self._language = self._delegate.language = language
        self._title.setText(title)
        self._counts.setText(summary(lines))
        self.panel.show_left_out(left_out)
        self.next_button.setEnabled(any(line.reasons for line in lines))
        self.every = lines
        self._fill()

    def show_only(self, key: Alike | None) -> None:
        """Only the paragraphs of a group of alike doubts, or all; the keys go to where one reads on."""
        self._open = key
        self._fill()
        (self.list if key is not None or not self.alike.isVisible() else self.alike.list).setFocus()

    def _fill(self) -> None:
        row, serial = self.index, self.current.serial if self.current is not None else None
        groups = alike_doubts(self.every, self._open)
        self._open = self._open if any(group.key == self._open for group in groups) else None
        self.alike.fill(groups, self._open)
        lines = of_group(self.every, self._open)
        self.model.fill(lines)
        same = next((k for k, line in enumerate(lines) if line.serial == serial), -1)
        self.go_to(same if same >= 0 else max(0, min(row, len(lines) - 1)))
        if self.beside.currentWidget() is self.alike_panel and not groups:
            self.list.setFocus()
            self._take_in_hand(self.panel)
        self._take_in_hand(self.beside.currentWidget() or self.panel)

    def _take_in_hand(self, panel: QWidget) -> None:
        """Beside the lists stands what is said of a paragraph, or of a group; the other list marks nothing."""
        self.beside.setCurrentWidget(panel)
        mark_current(self.list, is_marked=panel is self.panel)
        mark_current(self.alike.list, is_marked=panel is self.alike_panel)
        self._show_panel()

    def _show_panel(self) -> None:
        group = self.alike.current
        if group is not None:
            self.alike_panel.show_group(group, is_open=group.key == self._open)

    @property
    def lines(self) -> Sequence[ReadingLine]:
        """The lines that are shown, in order; `every` has those that are not, too."""
        return self.model.lines

    @property
    def index(self) -> int:
        """The place of the line in hand; -1 for none."""
        return self.list.currentIndex().row()

    @property
    def place(self) -> int:
        """The place of the line in hand among all; -1 for none."""
        return next((k for k, line in enumerate(self.every) if line is self.current), -1)

    @property
    def current(self) -> ReadingLine | None:
        """The line in hand."""
        return self.lines[self.index] if 0 <= self.index < len(self.lines) else None

    def go_to(self, index: int) -> None:
        """Take a line in hand, which brings it into sight."""
        if 0 <= index < len(self.lines):
            self.list.setCurrentIndex(self.model.index(index))
        if not self.lines:
            self.panel.show_line(None, self._language)

    def go_to_alike(self, *, at_end: bool = False) -> None:
        """Take a group of alike doubts in hand, the last or that which was; nothing where there is none."""
        if self.alike.model.entries:
            self.alike.enter(at_end=at_end)
            self._take_in_hand(self.alike_panel)

    def go_to_serial(self, serial: int) -> None:
        """The same for a paragraph."""
        self.go_to(next((k for k, line in enumerate(self.lines) if line.serial == serial), -1))

    def step(self, by: int) -> None:
        """Go to the next or previous doubtful paragraph."""
        found = next_doubtful(self.lines, self.index, by)
        if found >= 0:
            self.go_to(found)
            self.list.setFocus()

    def _moved(self, _current: QModelIndex, _before: QModelIndex) -> None:
        self.panel.show_line(self.current, self._language)

    # keys

    def _alike_key(self, word: str) -> None:
        group = self.alike.current
        if word == "leave" and self._open is None:
            self.asked.emit(word)
        elif word == "leave":
            self.show_only(None)
        elif group is not None and word == "text":
            self.show_only(group.key if group.key != self._open else None)
        elif group is not None and word == "right":
            self.alike_asked.emit(group, group.key.kind)
        elif group is not None and word in _KIND_KEYS and group.is_of_kind:
            self.alike_asked.emit(group, _KIND_KEYS[word])

    def _key(self, word: str) -> None:
        if word == "leave" and self._open is not None:
            self.show_only(None)
        elif word == "g":
            self.go_to_alike()
        elif word in _KIND_KEYS:
            self.kind_asked.emit(_KIND_KEYS[word])
        elif word == "text":
            self.panel.words.setFocus()
        elif word == "list":
            self.list.setFocus()
        else:
            self.asked.emit(_LETTERS.get(word, word))
