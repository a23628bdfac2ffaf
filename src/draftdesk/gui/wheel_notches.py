"""A wheel's turns counted in notches: a touch pad reports parts of one."""

from __future__ import annotations

from typing import Final

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
