"""Line icons from `resources/icons`, drawn in the ink of the theme."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from draftdesk.gui.appearance.theme import PALETTES
from draftdesk.resources import resource

_SIZE = 16
_SCALES = (1, 2)


@cache
def icon(name: str, theme: str, ink: str = "ink") -> QIcon:
    """The icon of a name in a colour of the theme; a paler one where it is disabled."""
    made = QIcon()
    palette = PALETTES[theme]
    for mode, color in ((QIcon.Mode.Normal, getattr(palette, ink)), (QIcon.Mode.Disabled, palette.out_of_reach)):
        for scale in _SCALES:
            made.addPixmap(pixmap(name, color, scale), mode)
    return made


def pixmap(name: str, color: str, scale: float = 1, size: int = _SIZE) -> QPixmap:
    """An icon in one colour; `size` in device-independent pixels."""
    drawing = resource("icons", f"{name}.svg").read_text(encoding="utf-8").replace("#000", color)
    picture = QPixmap(round(size * scale), round(size * scale))
    picture.setDevicePixelRatio(scale)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    QSvgRenderer(QByteArray(drawing.encode())).render(painter, QRectF(0, 0, size, size))
    painter.end()
    return picture


@cache
def window_icon() -> QIcon:
    """The sign of the program."""
    return QIcon(str(resource("icons", "draftdesk.svg")))
