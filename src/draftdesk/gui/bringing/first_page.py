"""The first page: open, drop, the samples one click away, desks used before."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from draftdesk.gui.appearance.icons import icon, pixmap
from draftdesk.gui.appearance.theme import LIGHT, PALETTES, Palette
from draftdesk.gui.dates import used_told
from draftdesk.gui.sides import placed
from draftdesk.translation import later, tr
from draftdesk.workbench.recent_desks import RecentDesk

_WHAT_IT_DOES: Final = later("They stand side by side by paragraph, with what changed, moved or was renumbered.")
_PRIVATE: Final = later(
    "The program holds no network code. Files are read where they lie; nothing is sent, nothing is counted."
)


@dataclass(frozen=True, slots=True)
class Entry:
    """A line that can be clicked: title, a sentence under it, a remark at the right."""

    title: str
    detail: str
    remark: str = ""


def entries_of(desks: Sequence[RecentDesk]) -> list[Entry]:
    """Desks used before, as lines."""
    today = datetime.now().astimezone().date()
    return [
        Entry(
            desk.title,
            " · ".join([", ".join(desk.files[1:4]) or tr("one draft"), *([tr("working draft")] * desk.has_working)]),
            used_told(desk.used, today),
        )
        for desk in desks
    ]


class _DropField(QWidget):
    """The dashed field."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.colors: Palette = LIGHT

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
        painter.setBrush(self.colors.color("win"))
        painter.setPen(QPen(self.colors.color("line"), 1.6, Qt.PenStyle.DashLine))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 3, 3)
        painter.end()


_Strokes = tuple[tuple[float, float, float, str], ...]

_PAIR: Final[_Strokes] = tuple(
    (9 + column * 51, 11 + k * 10, 44, color)
    for k, colors in enumerate(
        (("rule", "rule"), ("deleted", "ins"), ("rule", "rule"), ("move", "move"), ("rule", "rule"))
    )
    for column, color in enumerate(colors)
)
_CELLS: Final = ("2.1..3.", ".4..1.2", "1..ii..", ".3..2.1", "2.4..1d")
_MATRIX: Final[_Strokes] = tuple(
    (9 + column * 14, 11 + k * 10, 11, {".": "rule", "i": "ins", "d": "deleted"}.get(cell, f"heat{cell}"))
    for k, cells in enumerate(_CELLS)
    for column, cell in enumerate(cells)
)
_PAGE: Final[_Strokes] = (
    (9, 11, 50, "ink2"),
    (9, 21, 24, "ok"),
    (37, 21, 66, "rule"),
    (9, 31, 24, "ok"),
    (37, 31, 40, "rule"),
    (9, 41, 1.5, "ink"),
)
"""What the ways to begin look like: strokes from the left and the top, with their length and colour."""


class _Thumbnail(QWidget):
    """A small picture of what comes when the line beside it is chosen."""

    def __init__(self, strokes: _Strokes, parent: QWidget) -> None:
        super().__init__(parent)
        self._strokes = strokes
        self.colors: Palette = LIGHT
        self.setFixedSize(QSize(112, 66))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(QPen(self.colors.color("rule"), 1))
        painter.setBrush(self.colors.color("field"))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        for left, top, length, color in self._strokes:
            stroke = placed(QRectF(left, top, length, 4), self.rect())
            painter.fillRect(stroke, self.colors.color(color))
        painter.end()


class _Line(QFrame):
    """An entry that can be clicked or pressed."""

    def __init__(self, entry: Entry, act: Callable[[], None], picture: QWidget | None, parent: QWidget) -> None:
        super().__init__(parent)
        self._act = act
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(f"{entry.title}. {entry.detail}")
        title = QPushButton(entry.title, self)
        title.setObjectName("plain")
        title.setStyleSheet("text-align: left; padding: 1px 3px; font-weight: 600;")
        title.clicked.connect(act)
        self.setFocusProxy(title)
        detail = QLabel(entry.detail, self)
        detail.setObjectName("second")
        detail.setWordWrap(True)
        detail.setIndent(4)
        remark = QLabel(entry.remark, self)
        remark.setObjectName("quiet")
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addStretch(1)
        words.addWidget(title, 0, Qt.AlignmentFlag.AlignLeft)
        words.addWidget(detail)
        words.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(4, 4, 4, 5)
        row.setSpacing(12)
        if picture is not None:
            picture.setParent(self)
            row.addWidget(picture)
        row.addLayout(words, 1)
        row.addWidget(remark, 0, Qt.AlignmentFlag.AlignTop)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._act()


_LOW: Final = 600
_VERY_LOW: Final = 480
"""Pixels of height under which not all fits, and under which the words alone do."""

_NARROW: Final = 1100
"""Pixels of width under which nothing is left free at the sides."""


class FirstPage(QScrollArea):
    """Shown while the desk is empty; it scrolls where even its words do not fit."""

    open_asked = Signal()
    samples_asked = Signal()
    proposals_asked = Signal()
    form_asked = Signal()
    recent_asked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page = QWidget(self)
        self._page.setObjectName("paper")
        self._page.setAttribute(Qt.WidgetAttribute.WA_StyledBackground, True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._drop = _DropField(self)
        self._thumbnails = tuple(_Thumbnail(strokes, self) for strokes in (_PAIR, _MATRIX, _PAGE))
        self._picture = QLabel(self._drop)
        self.open_button = QPushButton(tr("  Open files…   Ctrl+O"), self._drop)
        self.open_button.setObjectName("main")
        self.open_button.clicked.connect(self.open_asked)
        self._recent = QVBoxLayout()
        self._recent.setSpacing(0)
        self._theme = "light"
        self._lay_out()
        self.setWidget(self._page)

    def _add_beginnings(self, column: QVBoxLayout) -> None:
        """Ways to begin without files."""
        sample = Entry(
            tr("Two drafts of one resolution"),
            tr("A move with an edit inside, a split, a weaker verb, technical updates. Three minutes."),
        )
        form = Entry(
            tr("Write a resolution from nothing"), tr("An empty form, filled in from the top.   Ctrl+Shift+N")
        )
        proposals = Entry(
            tr("Six delegations on one revision"), tr("Five of them touch the same verb; two propose the same words.")
        )
        for line in (
            _Line(sample, self.samples_asked.emit, self._thumbnails[0], self),
            _Line(proposals, self.proposals_asked.emit, self._thumbnails[1], self),
            _Line(form, self.form_asked.emit, self._thumbnails[2], self),
        ):
            column.addWidget(line)
            column.addWidget(_rule())

    def _lay_out(self) -> None:
        left, right = QVBoxLayout(), QVBoxLayout()
        for column in (left, right):
            column.setSpacing(8)
        left.addWidget(_label(tr("Open two or more drafts"), "large"))
        left.addWidget(_label(tr(_WHAT_IT_DOES), "second"))
        left.addSpacing(8)
        left.addWidget(self._drop_field())
        left.addSpacing(12)
        left.addWidget(_label(tr("Try it on a worked sample"), "head"))
        left.addWidget(_rule())
        self._add_beginnings(left)
        left.addStretch(1)
        right.addWidget(_label(tr("Recent"), "head"))
        right.addWidget(_rule())
        right.addLayout(self._recent)
        right.addSpacing(24)
        right.addWidget(_label(tr("Private by construction"), "head"))
        right.addWidget(_rule())
        right.addWidget(_label(tr(_PRIVATE), "second"))
        right.addStretch(1)
        self._grid = grid = QGridLayout(self._page)
        grid.setContentsMargins(40, 32, 40, 12)
        grid.setHorizontalSpacing(56)
        grid.setColumnStretch(0, 2)
        grid.setColumnStretch(3, 2)
        for number, column in ((1, left), (2, right)):
            holder = QWidget(self)
            holder.setLayout(column)
            column.setContentsMargins(0, 0, 0, 0)
            holder.setMaximumWidth(600 if number == 1 else 464)
            holder.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
            grid.setColumnStretch(number, 6 if number == 1 else 5)
            grid.addWidget(holder, 0, number)
        self.show_recent(())

    def _drop_field(self) -> QWidget:
        self._inner = inner = QVBoxLayout(self._drop)
        inner.setContentsMargins(24, 22, 24, 22)
        inner.setSpacing(8)
        centre = Qt.AlignmentFlag.AlignHCenter
        inner.addWidget(self._picture, 0, centre)
        inner.addWidget(_label(tr("Drop files here"), "drop"), 0, centre)
        inner.addWidget(_label(tr("Word, PDF, OpenDocument, e-mail, plain text"), "second"), 0, centre)
        inner.addSpacing(4)
        inner.addWidget(self.open_button, 0, centre)
        return self._drop

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a low window, or below a message, pictures give their room to the words."""
        super().resizeEvent(event)
        is_low = event.size().height() < _LOW
        self._picture.setVisible(not is_low)
        for picture in self._thumbnails:
            picture.setVisible(event.size().height() >= _VERY_LOW)
        for side in (0, 3):
            self._grid.setColumnStretch(side, 2 if event.size().width() >= _NARROW else 0)
        self._grid.setContentsMargins(40, 12 if is_low else 32, 40, 4 if is_low else 12)
        self._inner.setContentsMargins(24, 8 if is_low else 22, 24, 8 if is_low else 22)

    def set_theme(self, theme: str) -> None:
        """Paint in the colours of a theme."""
        self._theme = theme
        self._drop.colors = PALETTES[theme]
        for picture in self._thumbnails:
            picture.colors = PALETTES[theme]
        self._picture.setPixmap(pixmap("document", PALETTES[theme].ink2, 2, 36))
        self.open_button.setIcon(icon("open", theme, "paper"))
        self.update()

    def show_recent(self, entries: Sequence[Entry]) -> None:
        """The desks used before, the latest first."""
        while self._recent.count():
            item = self._recent.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()  # it goes a moment later, and would shine through until then
                widget.deleteLater()
        for number, entry in enumerate(entries):
            self._recent.addWidget(_Line(entry, partial(self.recent_asked.emit, number), None, self))
            self._recent.addWidget(_rule())
        if not entries:
            self._recent.addWidget(_label(tr("Nothing yet. What you open is kept and found here again."), "second"))


def _label(text: str, name: str) -> QLabel:
    label = QLabel(text)
    label.setObjectName(name)
    label.setWordWrap(name == "second" and len(text) > 50)
    return label


def _rule() -> QFrame:
    rule = QFrame()
    rule.setObjectName("rule")
    return rule
