"""The dock at the right: pages with tabs, such as the list of changes and that of findings."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from draftdesk.gui.appearance.icons import icon
from draftdesk.gui.widgets.flow_layout import FlowLayout
from draftdesk.gui.widgets.small_button import small_button
from draftdesk.translation import is_right_to_left, tr


class SideDock(QWidget):
    """Pages with a tab each, some only while they are `asked_for`; `turned` after another page is in sight."""

    turned = Signal()
    fold_asked = Signal()

    def __init__(
        self, pages: Mapping[str, QWidget], asked_for: Mapping[str, QWidget], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self._pages = QStackedWidget(self)
        self._tabs: dict[QWidget, tuple[QPushButton, str]] = {}
        names = QWidget(self)
        names.setObjectName("panel")
        self._names = FlowLayout(names, 4)
        self._names.setContentsMargins(0, 0, 0, 0)
        row = QHBoxLayout()
        row.setContentsMargins(10, 7, 10, 4)
        row.setSpacing(4)
        row.addWidget(names, 1)
        self._fold = small_button(tr("Fold the dock (F10)"), self.fold_asked.emit, self)
        row.addWidget(self._fold, 0, Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(row)
        layout.addWidget(self._pages, 1)
        for name, page in (*pages.items(), *asked_for.items()):
            self._add(name, page)
        for page in asked_for.values():
            self.put_away(page)

    def _add(self, name: str, page: QWidget) -> None:
        tab = QPushButton(name, self)
        tab.setObjectName("chip")
        tab.setCheckable(True)
        tab.clicked.connect(lambda _=False: self.turn_to(page))
        self._names.addWidget(tab)
        self._tabs[page] = (tab, name)
        self._pages.addWidget(page)
        self._tick()

    def put_away(self, page: QWidget) -> None:
        """A page less; the first one comes into sight where it was there."""
        self._tabs[page][0].hide()
        if self._pages.currentWidget() is page:
            self.turn_to(next(iter(self._tabs)))

    def turn_to(self, page: QWidget) -> None:
        """Bring a page into sight."""
        self._tabs[page][0].show()
        changed = self._pages.currentWidget() is not page
        self._pages.setCurrentWidget(page)
        self._tick()
        if changed:
            self.turned.emit()

    def remark(self, page: QWidget, remark: str) -> None:
        """What stands after the name of a page, such as a number."""
        tab, name = self._tabs[page]
        tab.setText(f"{name}  {remark}" if remark else name)

    def _tick(self) -> None:
        for page, (tab, _) in self._tabs.items():
            tab.setChecked(page is self._pages.currentWidget())

    def set_theme(self, theme: str) -> None:
        """Draw the icon in the colours of a theme."""
        self._fold.setIcon(icon("left" if is_right_to_left() else "right", theme))
