"""The line below: what is the same and what changed, what was skipped, that all is saved, that nothing is sent."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QStatusBar, QWidget
from typing_extensions import override

from draftdesk.gui.appearance.icons import pixmap
from draftdesk.gui.appearance.theme import PALETTES
from draftdesk.gui.widgets.elided_label import ElidedLabel
from draftdesk.translation import tr, tr_count
from draftdesk.workbench.comments_beside import count_told
from draftdesk.workbench.decided_rows import told_statuses
from draftdesk.workbench.display.decided import standing
from draftdesk.workbench.display.doubtful_rows import doubtful_rows
from draftdesk.workbench.display.rows import DisplayRows
from draftdesk.workbench.small_differences import hint, rows_that_differ_slightly


class StatusLine(QStatusBar):
    """Permanent fields only; nothing flashes by."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeGripEnabled(False)
        self.setFixedHeight(26)
        self._rows = QLabel(tr("No drafts open"), self)
        self._skipped = ElidedLabel("", self)
        self._comments = QLabel("", self)
        self._busy = QLabel("", self)
        self._lines: dict[QLabel, QFrame] = {}
        self._saved_sign, self._offline_sign = QLabel(self), QLabel(self)
        self._saved = QLabel("", self)
        self._offline = QLabel(tr("Offline: no network code"), self)
        self._zoom = QLabel("100 %", self)
        self.addWidget(self._rows)
        for label in (self._comments, self._skipped, self._busy):
            line = _line(self)
            self.addWidget(line)
            self.addWidget(label, int(label is self._skipped))
            self._lines[label] = line
        for sign, label in ((self._saved_sign, self._saved), (self._offline_sign, self._offline)):
            pair = QWidget(self)
            box = QHBoxLayout(pair)
            box.setContentsMargins(6, 0, 4, 0)
            box.setSpacing(3)
            box.addWidget(sign)
            box.addWidget(label)
            self.addPermanentWidget(pair)
            self.addPermanentWidget(_line(self))
        self.addPermanentWidget(self._zoom)

    def set_theme(self, theme: str) -> None:
        """Draw the signs in the colours of a theme."""
        ink = PALETTES[theme].ink2
        self._saved_sign.setPixmap(pixmap("saved", ink, 2, 14))
        self._offline_sign.setPixmap(pixmap("offline", ink, 2, 14))

    def show_rows(self, view: DisplayRows | None, skipped: tuple[str, ...]) -> None:
        """The counts of an arrangement, and what reading left out."""
        if view is None:
            self._rows.setText(tr("No drafts open"))
        else:
            changed = len({row.table_row for row in view.rows if row.is_changed})
            slightly = rows_that_differ_slightly(view)
            same = len({row.table_row for row in view.rows}) - changed
            plain = tr_count("{count} paragraph", "{count} paragraphs", same)
            rows = _counted(view, same - slightly, changed)
            if slightly:
                rows += ", " + tr_count("{count} with small differences", "{count} with small differences", slightly)
            doubtful = len(doubtful_rows(view))
            rows += (
                ", " + tr_count("{count} doubtful pairing", "{count} doubtful pairings", doubtful) if doubtful else ""
            )
            said = told_statuses(standing(view))
            self._rows.setText(", ".join(filter(None, (plain if len(view.short) < 2 else rows, said))))
        self._rows.setToolTip(hint(view))
        self._comments.setText("" if view is None else count_told(view.drafts))
        self._skipped.setText("" if view is None else (skipped[0] if skipped else tr("Nothing skipped")))
        self._skipped.setToolTip("\n".join(skipped))
        self._dress()

    def keep_tip(self, told: Collection[str]) -> None:
        """A reason that is told where the pointer rests goes when it holds no longer: none of these."""
        if self.currentMessage() not in told:
            self.clearMessage()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.clearMessage()  # one that came before has not hidden the fields, which would be written over it

    def set_busy(self, what: str) -> None:
        """What is under way; "" for nothing."""
        self._busy.setText(what)
        self._dress()

    def _dress(self) -> None:
        """Lines stand only between fields that say something."""
        for label, line in self._lines.items():
            line.setVisible(bool(label.text()))

    def set_saved(self, when: datetime | None) -> None:
        """When the last decision reached the disk."""
        self._saved.setText(tr("Every change saved") if when is None else tr("Saved {time}", time=f"{when:%H:%M}"))

    def set_zoom(self, zoom: float) -> None:
        """The zoom in per cent."""
        self._zoom.setText(f"{round(zoom * 100)}\u00a0%")


def _counted(view: DisplayRows, same: int, changed: int) -> str:
    """How many rows are alike and how many are not; languages beside each other are not the same."""
    if view.comparison.table.versions:
        alike = tr_count("{count} row without differences", "{count} rows without differences", same)
        return f"{alike}, {tr_count('{count} with some', '{count} with some', changed)}"
    alike = tr_count("{count} row the same", "{count} rows the same", same)
    return f"{alike}, {tr_count('{count} changed', '{count} changed', changed)}"


def _line(parent: QWidget) -> QFrame:
    line = QFrame(parent)
    line.setObjectName("rule")
    line.setFixedWidth(1)
    line.setStyleSheet("max-height: 14px; min-height: 14px;")
    return line
