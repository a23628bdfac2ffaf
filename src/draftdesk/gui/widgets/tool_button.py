"""A button of the tool bar: exactly as wide as its icon and its words, with the same gap between in any style."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QStyle, QStyleOptionToolButton, QStylePainter, QToolButton
from typing_extensions import override

from draftdesk.gui.sides import as_placed, at_start, placed

_ICON: Final = 16
_GAP: Final = 6
_SIDE: Final = 9
_BARE_SIDE: Final = 8
_HEIGHT: Final = 28


class ToolButton(QToolButton):
    """Qt leaves room for a larger icon than it draws and none behind it; here both are measured."""

    @property
    def _is_bare(self) -> bool:
        return self.toolButtonStyle() is Qt.ToolButtonStyle.ToolButtonIconOnly

    @override
    def sizeHint(self) -> QSize:
        words = 0 if self._is_bare else _GAP + self.fontMetrics().horizontalAdvance(self.text())
        return QSize(2 * (_BARE_SIDE if self._is_bare else _SIDE) + _ICON + words, _HEIGHT)

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        option = QStyleOptionToolButton()
        self.initStyleOption(option)
        option.text, option.icon = "", QIcon()
        painter = QStylePainter(self)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ToolButton, option)
        as_placed(painter)
        self._contents(painter)
        painter.end()

    def _contents(self, painter: QPainter) -> None:
        whole = self.rect()
        left = (whole.width() - _ICON) // 2 if self._is_bare else _SIDE
        sign = placed(QRect(left, (whole.height() - _ICON) // 2, _ICON, _ICON), whole)
        mode = QIcon.Mode.Normal if self.isEnabled() else QIcon.Mode.Disabled
        scale = max(1.0, painter.deviceTransform().m11())  # of a picture, where that is finer than the screen
        painter.drawPixmap(sign, self.icon().pixmap(sign.size(), scale, mode))
        if self._is_bare:
            return
        group = QPalette.ColorGroup.Active if self.isEnabled() else QPalette.ColorGroup.Disabled
        painter.setPen(self.palette().color(group, QPalette.ColorRole.ButtonText))
        painter.setFont(self.font())
        start = left + _ICON + _GAP
        words = placed(QRect(start, 0, whole.width() - start, whole.height()), whole)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | at_start(), self.text())
