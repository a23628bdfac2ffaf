"""A wheel's turns counted in notches, for a touch pad reports parts of one; with Ctrl they ask for another size."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QWheelEvent

_NOTCH: Final = 120
"""What a wheel reports for one notch, in eighths of a degree; a touch pad reports less at a time."""


class Notches:
    """What was turned and not yet acted upon."""

    def __init__(self) -> None:
        self._turned = 0

    def turn(self, by: int) -> int:
        """The whole notches after another turn, more than 0 away from the hand."""
        self._turned += by
        steps = int(self._turned / _NOTCH)
        self._turned -= steps * _NOTCH
        return steps

    def zooms(self, event: QWheelEvent, ask: Callable[[int], object]) -> bool:
        """Whether it was turned with Ctrl; `ask` is called with 1 for larger letters, with -1 for smaller ones."""
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            return False
        steps = self.turn(event.angleDelta().y())
        if steps:
            ask(1 if steps > 0 else -1)
        event.accept()
        return True
