"""The list of findings at the right: counts, the draft that is looked at, steps, and what can be done with one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from draftdesk.gui.appearance.icons import icon
from draftdesk.gui.appearance.theme import PALETTES
from draftdesk.gui.form.finding_delegate import FindingDelegate
from draftdesk.gui.widgets.entry_list import EntryModel, draft_choice, entry_list
from draftdesk.gui.widgets.flow_layout import FlowLayout
from draftdesk.gui.widgets.small_button import small_button
from draftdesk.translation import tr
from draftdesk.workbench.draft_findings import DraftFindings, FindingEntry, counts_told
from draftdesk.workbench.spelling import UNKNOWN_WORD, spellings


class FindingsPanel(QWidget):
    """Shows the findings of one draft; what is asked for goes out as signals."""

    finding_asked = Signal(object)
    mend_asked = Signal(object)
    mend_all_asked = Signal(object)
    rule_off_asked = Signal(object)
    keep_word_asked = Signal(object)
    others_asked = Signal()
    rules_asked = Signal()
    step_asked = Signal(int)
    draft_asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self.findings: DraftFindings | None = None
        self._model = EntryModel[FindingEntry](lambda entry: f"{entry.where}. {entry.said}")
        self._delegate = FindingDelegate(self)
        self._list = entry_list(tr("Findings of form"), self._model, self._delegate, self)
        self._list.clicked.connect(lambda index: self.finding_asked.emit(self._model.entries[index.row()]))
        self._list.activated.connect(lambda index: self.mend_asked.emit(self._model.entries[index.row()]))
        self._list.selectionModel().currentChanged.connect(lambda *_: self._show_ways())
        self.counter = QLabel("", self)
        self.counter.setObjectName("head")
        self.counter.setWordWrap(True)
        self._drafts = draft_choice(tr("Form of which draft"), self)
        self._drafts.activated.connect(lambda _: self.draft_asked.emit(self._drafts.currentData()))
        self._previous = small_button(tr("Previous finding (Shift+F4)"), lambda: self.step_asked.emit(-1), self)
        self._next = small_button(tr("Next finding (F4)"), lambda: self.step_asked.emit(1), self)
        self._rule = QLabel("", self)
        self._rule.setWordWrap(True)
        self._rule.setTextFormat(Qt.TextFormat.PlainText)
        self.mend = QPushButton(tr("Put right"), self)
        self.mend.setToolTip(tr("Put right (Ctrl+. or Enter in the list)"))
        self.mend_all = QPushButton(tr("Put all right"), self)
        self.others = QPushButton(tr("Other spellings…"), self)
        self.keep_word = QPushButton(tr("Add to my words"), self)
        self.rule_off = QPushButton(tr("Do not follow this rule"), self)
        self.rules = QPushButton(tr("Rules…"), self)
        self.rules.setObjectName("plain")
        self.rules.setToolTip(tr("Rules that are followed, and those that are not"))
        self._lay_out()
        for button, asked in (
            (self.mend, self.mend_asked),
            (self.mend_all, self.mend_all_asked),
            (self.keep_word, self.keep_word_asked),
            (self.rule_off, self.rule_off_asked),
        ):
            button.clicked.connect(lambda _=False, asked=asked: self.current and asked.emit(self.current))
        self.others.clicked.connect(self.others_asked.emit)
        self.rules.clicked.connect(self.rules_asked.emit)
        self._show_ways()

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setContentsMargins(12, 9, 10, 7)
        top.addWidget(self._drafts, 1)
        top.addWidget(self.rules)
        steps = QHBoxLayout()
        steps.setContentsMargins(12, 0, 8, 6)
        steps.setSpacing(1)
        steps.addWidget(self.counter, 1)
        steps.addWidget(self._previous)
        steps.addWidget(self._next)
        key = QLabel("F4", self)
        key.setObjectName("quiet")
        steps.addWidget(key)
        self.ways = QWidget(self)
        self.ways.setObjectName("panel")
        below = QVBoxLayout(self.ways)
        below.setContentsMargins(0, 8, 0, 2)
        self._rule.setContentsMargins(12, 0, 10, 0)
        below.addWidget(self._rule)
        buttons = QWidget(self.ways)
        buttons.setObjectName("panel")
        flow = FlowLayout(buttons, 6)
        for button in (self.mend, self.others, self.keep_word, self.rule_off, self.mend_all):
            flow.addWidget(button)
        below.addWidget(buttons)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(top)
        layout.addLayout(steps)
        layout.addWidget(self._list, 1)
        layout.addWidget(self.ways)

    def set_theme(self, theme: str) -> None:
        """Paint in the colours of a theme."""
        self._delegate.colors = PALETTES[theme]
        self._previous.setIcon(icon("up", theme))
        self._next.setIcon(icon("down", theme))
        self._list.viewport().update()

    # content

    @property
    def entries(self) -> Sequence[FindingEntry]:
        """The findings that are shown."""
        return self._model.entries

    @property
    def current(self) -> FindingEntry | None:
        """The finding that the list stands on."""
        row = self._list.currentIndex().row()
        return self._model.entries[row] if 0 <= row < len(self._model.entries) else None

    def show_drafts(self, drafts: Sequence[tuple[str, str]], chosen: str) -> None:
        """The drafts that can be looked at, (id, title), and which one is."""
        self._drafts.clear()
        for draft_id, title in drafts:
            self._drafts.addItem(title, draft_id)
        self._drafts.setCurrentIndex(max(0, self._drafts.findData(chosen)))

    def show_findings(self, findings: DraftFindings | None, *, checked: bool = True) -> None:
        """What was found; the list stays on the finding where it was, else on the one in its place."""
        before, row = self.current, self._list.currentIndex().row()
        self.findings = findings
        entries = findings.entries if findings is not None else ()
        self._model.fill(entries)
        self.counter.setText(
            counts_told(findings.counts) if findings is not None and checked else tr("Being looked at…")
        )
        if before is not None and entries:
            same = next((k for k, entry in enumerate(entries) if entry == before), min(row, len(entries) - 1))
            self._list.setCurrentIndex(self._model.index(same))
        self._show_ways()

    def set_current(self, entry: FindingEntry) -> None:
        """Stand on a finding without asking for it."""
        index = self._model.index(list(self._model.entries).index(entry))
        self._list.setCurrentIndex(index)
        self._list.scrollTo(index)

    def _show_ways(self) -> None:
        entry = self.current
        self.ways.setVisible(entry is not None)
        if entry is None or self.findings is None:
            return
        count = self.findings.mendable(entry.finding.rule)
        self._rule.setText(entry.rule)
        self.mend.setEnabled(entry.can_be_mended)
        self.mend_all.setVisible(count > 1)
        self.keep_word.setVisible(entry.finding.rule == UNKNOWN_WORD)
        self.others.setVisible(len(spellings(entry)) > 1)
        self.mend_all.setText(tr("Put all {count} right", count=count))
