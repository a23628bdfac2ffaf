"""Widgets that touch each other, in one widget."""

from __future__ import annotations

from PySide6.QtWidgets import QBoxLayout, QWidget


def stacked(parent: QWidget, direction: QBoxLayout.Direction, *parts: QWidget, stretched: QWidget) -> QWidget:
    """Parts in a row or a column without gaps; `stretched`, one of them, takes the room that is left."""
    whole = QWidget(parent)
    layout = QBoxLayout(direction, whole)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(0)
    for part in parts:
        layout.addWidget(part, int(part is stretched))
    return whole
