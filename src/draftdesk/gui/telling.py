"""What a screen reader hears of a view that paints itself: kept as its description, and said at once."""

from __future__ import annotations

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget


def tell(widget: QWidget, said: str) -> None:
    """Describe what is current in a widget; setting a description tells of it, an announcement is spoken."""
    if widget.accessibleDescription() == said:
        return
    widget.setAccessibleDescription(said)
    if said and widget.isVisible() and QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, said))
