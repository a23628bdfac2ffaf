"""Below the list of changes: what can be decided about the current row, and the field for a private comment."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QPushButton, QToolButton, QVBoxLayout, QWidget

from draftdesk.gui.widgets.flow_layout import FlowLayout
from draftdesk.model.decided import ParagraphStatus, PrivateNote, StatusKind
from draftdesk.translation import later, tr
from draftdesk.workbench.decided_rows import told_status

_STATUSES = {
    StatusKind.AGREED: (later("Agreed"), "Alt+1"),
    StatusKind.AD_REFERENDUM: (later("Ad ref"), "Alt+2"),
    StatusKind.PENDING: (later("Pending"), "Alt+3"),
    StatusKind.RESERVED: (later("Reserved"), "Alt+4"),
}


class DecisionPanel(QFrame):
    """It says what was asked for and decides nothing itself."""

    take_asked = Signal()
    whole_asked = Signal()
    leave_asked = Signal()
    status_asked = Signal(object)
    note_written = Signal(str)
    note_dropped = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        rule = QFrame(self)
        rule.setObjectName("rule")
        self._head = QLabel(self)
        self._head.setObjectName("head")
        self._head.setWordWrap(True)
        self.take = self._button(tr("This change"), tr("Take this change (Alt+Enter)"), self.take_asked.emit)
        self.whole = self._button(tr("All of it"), tr("Take this wording (Alt+Shift+Enter)"), self.whole_asked.emit)
        self.leave = self._button(tr("Leave"), tr("Leave as it is (Alt+Delete)"), self.leave_asked.emit)
        self.statuses = {
            kind: self._button(tr(caption), f"{tr(caption)} ({keys})", partial(self.status_asked.emit, kind))
            for kind, (caption, keys) in _STATUSES.items()
        }
        for chip in self.statuses.values():
            chip.setCheckable(True)
        self._said = QLabel(self)
        self._said.setObjectName("quiet")
        self._said.setWordWrap(True)
        self.field = QLineEdit(self)
        self.field.setPlaceholderText(tr("Private comment"))
        self.field.setAccessibleName(tr("Private comment on this paragraph"))
        self.field.returnPressed.connect(self._written)
        self.field.setAcceptDrops(False)  # files are for the window
        self._notes = QVBoxLayout()
        self._notes.setSpacing(2)
        self._shown: Sequence[PrivateNote] = ()
        self._lay_out(rule)
        self.hide()

    def _lay_out(self, rule: QFrame) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(rule)
        inner = QVBoxLayout()
        inner.setContentsMargins(12, 6, 8, 8)
        inner.setSpacing(5)
        inner.addWidget(self._head)
        inner.addWidget(self._flow((self.take, self.whole, self.leave)))
        inner.addWidget(self._flow(tuple(self.statuses.values())))
        inner.addWidget(self._said)
        inner.addLayout(self._notes)
        inner.addWidget(self.field)
        layout.addLayout(inner)

    def _flow(self, buttons: Sequence[QPushButton]) -> QWidget:
        box = QWidget(self)
        box.setObjectName("panel")
        flow = FlowLayout(box, 6)
        flow.setContentsMargins(0, 0, 0, 0)
        for button in buttons:
            flow.addWidget(button)
        return box

    def _button(self, caption: str, tip: str, asked: Callable[[], object]) -> QPushButton:
        button = QPushButton(caption, self)
        button.setObjectName("chip")
        button.setToolTip(tip)
        button.setAccessibleName(tip)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(lambda _=False: asked())
        return button

    def show_row(
        self, *, name: str, has_change: bool, status: ParagraphStatus | None, notes: Sequence[PrivateNote]
    ) -> None:
        """`name`: the draft whose proposal can be taken, "" where none is current."""
        self._head.setText(tr("Take from {name}", name=name) if name else tr("This paragraph"))
        self.take.setVisible(bool(name) and has_change)
        self.whole.setVisible(bool(name))
        self.leave.setVisible(bool(name))
        for kind, chip in self.statuses.items():
            chip.setChecked(status is not None and status.kind is kind)
        self._said.setText(f"{told_status(status)[0].upper()}{told_status(status)[1:]}" if status else "")
        self._said.setVisible(status is not None and bool(status.who))
        if notes != self._shown:
            self._show_notes(notes)
        self.show()

    def _show_notes(self, notes: Sequence[PrivateNote]) -> None:
        self._shown = notes
        while (item := self._notes.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for note in notes:
            self._notes.addWidget(self._line(note))

    def _line(self, note: PrivateNote) -> QWidget:
        line = QWidget(self)
        line.setObjectName("panel")
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        said = tr("Private. On “{words}”: {note}") if note.about else tr("Private. {note}")
        words = QLabel(said.format(words=note.about[:40], note=note.text), line)
        words.setObjectName("second")
        words.setTextFormat(Qt.TextFormat.PlainText)
        words.setWordWrap(True)
        drop = QToolButton(line)
        drop.setText("×")
        drop.setToolTip(tr("Delete this private comment"))
        drop.setAccessibleName(tr("Delete this private comment"))
        drop.clicked.connect(lambda _=False: self.note_dropped.emit(note))
        row.addWidget(words, 1)
        row.addWidget(drop, 0, Qt.AlignmentFlag.AlignTop)
        return line

    def begin_note(self) -> None:
        """The caret into the field."""
        self.field.setFocus()

    def _written(self) -> None:
        text = self.field.text().strip()
        self.field.clear()
        if text:
            self.note_written.emit(text)
