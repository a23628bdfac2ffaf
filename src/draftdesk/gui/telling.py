"""What a screen reader hears of a view that paints itself: kept as its description, and said at once."""

from __future__ import annotations

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget


def tell(widget: QWidget, said: str, *, aloud: bool = True) -> None:
    """Describe what is current in a widget; setting a description tells of it, an announcement is spoken.

    Without `aloud` it is only described, for where another widget speaks.
    """
    if widget.accessibleDescription() == said:
        return
    widget.setAccessibleDescription(said)
    if aloud and said and widget.isVisible() and QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, said))
