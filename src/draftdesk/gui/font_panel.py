"""A little window beside the drafts: their font and its size, seen at once; a button leads back to ours."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QDialog, QFontComboBox, QFormLayout, QHBoxLayout, QLabel, QPushButton, QWidget

from draftdesk.gui.appearance.fonts import POINTS, SIZES, families
from draftdesk.gui.widgets.choice_box import ChoiceBox, FontChoice
from draftdesk.translation import figure, tr
from draftdesk.workspace.looks import LooksKept


class FontPanel(QDialog):
    """It stays open while one looks; `choose` is called with family and size, "" and 0 for ours."""

    def __init__(self, kept: LooksKept, choose: Callable[[str, int], None], parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Font of the drafts"))
        self._choose = choose
        self.family = FontChoice(self)
        self.family.setFontFilters(QFontComboBox.FontFilter.ScalableFonts)
        self.family.setWritingSystem(QFontDatabase.WritingSystem.Latin)
        self.family.setEditable(False)
        self.size_ = ChoiceBox(self)
        for points in SIZES:
            self.size_.addItem(figure(points) + tr(" pt at 100 %"), points)
        self.ours = QPushButton(tr("&As at first"), self)
        close = QPushButton(tr("&Close"), self)
        close.setDefault(True)
        self._lay_out(close)
        self._show(kept.family, kept.points)
        self.family.currentFontChanged.connect(lambda _: self._changed())
        self.size_.currentIndexChanged.connect(lambda _: self._changed())
        self.ours.clicked.connect(self._as_at_first)
        close.clicked.connect(self.close)

    def _lay_out(self, close: QPushButton) -> None:
        form = QFormLayout(self)
        form.setContentsMargins(16, 16, 16, 12)
        form.setSpacing(10)
        form.addRow(tr("&Font"), self.family)
        form.addRow(tr("&Size"), self.size_)
        said = QLabel(tr("Arabic and Chinese keep a font that has their letters."), self)
        said.setObjectName("quiet")
        said.setWordWrap(True)
        form.addRow(said)
        buttons = QHBoxLayout()
        buttons.addWidget(self.ours)
        buttons.addStretch(1)
        buttons.addWidget(close)
        form.addRow(buttons)

    def _show(self, family: str, points: int) -> None:
        for field in (self.family, self.size_):
            field.blockSignals(True)  # it is only shown
        self.family.setCurrentFont(QFont(family or next(filter(QFontDatabase.hasFamily, families("en")), "")))
        self.size_.setCurrentIndex(self.size_.findData(points or POINTS))
        for field in (self.family, self.size_):
            field.blockSignals(False)

    def _changed(self) -> None:
        self._choose(self.family.currentFont().family(), self.size_.currentData())

    def _as_at_first(self) -> None:
        self._choose("", 0)
        self._show("", 0)
