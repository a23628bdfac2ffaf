"""From which side words run, which may be another one than that of the column they stand in."""

from __future__ import annotations

import unicodedata
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextOption

_FROM_RIGHT: Final = frozenset({"R", "AL"})


def runs_from_right(text: str, *, column_does: bool) -> bool:
    """Whether words are set from right to left: as their own letters run, where all of them run one way.

    A deleted paragraph of another language would otherwise have its full stop on the wrong side. Figures and signs
    alone run as the column does, and so does a text of both.
    """
    ways = {unicodedata.bidirectional(sign) for sign in text}
    has_right, has_left = bool(ways & _FROM_RIGHT), "L" in ways
    return column_does if has_right is has_left else has_right


def option_of(text: str, *, column_from_right: bool) -> QTextOption:
    """Set words as they run, at the side of their column."""
    option = QTextOption()
    from_right = runs_from_right(text, column_does=column_from_right)
    sides = Qt.LayoutDirection
    option.setTextDirection(sides.RightToLeft if from_right else sides.LeftToRight)
    option.setAlignment(Qt.AlignmentFlag.AlignRight if column_from_right else Qt.AlignmentFlag.AlignLeft)
    return option
