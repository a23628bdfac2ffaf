"""A small button with a sign and no words, named for the ear and in its tip."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QToolButton, QWidget


def small_button(name: str, pressed: Callable[[], None], parent: QWidget) -> QToolButton:
    """A button; `name` says what it does and which key does the same."""
    button = QToolButton(parent)
    button.setObjectName("small")
    button.setAccessibleName(name)
    button.setToolTip(name)
    button.clicked.connect(lambda _=False: pressed())
    return button
