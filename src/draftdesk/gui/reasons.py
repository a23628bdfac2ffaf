"""Menus that say why something cannot be done: in the line at the bottom, and where the pointer rests."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from draftdesk.gui.actions import Actions
from draftdesk.gui.writing.drafting import Drafting
from draftdesk.translation import tr
from draftdesk.workbench.why_not import OF_PARAGRAPH, why_not


class Reasons:
    """What can be done with the paragraph in hand is asked when a menu opens; keys always ask the desk."""

    def __init__(self, window: QMainWindow, actions: Actions, drafting: Drafting) -> None:
        self._actions = actions
        self._drafting = drafting
        for menu in window.menuBar().findChildren(QMenu):
            self.watch(menu)

    def watch(self, menu: QMenu) -> None:
        """Let a menu say it, too."""
        menu.setToolTipsVisible(True)
        menu.aboutToShow.connect(self._say)
        menu.aboutToHide.connect(self._forget)

    def _say(self) -> None:
        drafting = self._drafting
        explain(self._actions, why_not(drafting.draft, drafting.serial, is_open=drafting.is_editing), OF_PARAGRAPH)

    def _forget(self) -> None:
        for name in OF_PARAGRAPH:
            self._actions[name].setEnabled(True)


def explain(actions: Actions, reasons: Mapping[str, str], names: tuple[str, ...]) -> None:
    """Disable what has a reason, and say it; what has none can be done."""
    for name in names:
        action, reason = actions[name], tr(reasons.get(name, ""))
        keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        caption = action.text().replace("&", "").rstrip("…")
        action.setEnabled(not reason)
        action.setStatusTip(reason)
        action.setToolTip(reason or (f"{caption} ({keys})" if keys else caption))
