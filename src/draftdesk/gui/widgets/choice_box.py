"""A choice among a few, with the sign that all menus of the window have."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QComboBox, QFontComboBox
from typing_extensions import override

from draftdesk.gui.sides import as_placed, at_end


class ChoiceBox(QComboBox):
    """A choice with the same sign as the heads of the columns, in the ink of the theme."""

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        _paint_sign(self)


class FontChoice(QFontComboBox):
    """A choice of a font, with that sign."""

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        _paint_sign(self)


def _paint_sign(box: QComboBox) -> None:
    painter = QPainter(box)
    as_placed(painter)
    painter.drawText(box.rect().adjusted(8, 0, -8, 0), Qt.AlignmentFlag.AlignVCenter | at_end(), "▾")
    painter.end()
