"""From change to change: what the view in sight has to show, and a word where there are no more."""

from __future__ import annotations

from PySide6.QtCore import QObject

from draftdesk.gui.message_bar import MessageBar
from draftdesk.gui.workplace import Workplace
from draftdesk.translation import tr
from draftdesk.workbench.display.rows import DisplayRows


class ChangeSteps(QObject):
    """A draft shown by itself has its changes in the list; where changes end, that is said before it goes round.

    Both are what people know from Word, which walks the changes of the text in sight and stops at its end.
    """

    def __init__(self, place: Workplace, bar: MessageBar) -> None:
        super().__init__(place)
        self._place = place
        self._bar = bar
        self._said = ""
        place.arranged.connect(self._follow)
        place.changes.choices.changed.connect(self._show_chosen)
        place.changes.ended.connect(self._say_end)
        place.changes.change_asked.connect(lambda _: self._take_back())

    def _follow(self, view: DisplayRows | None) -> None:
        alone = view.alone if view is not None and len(view.short) > 2 else -1
        name = view.short[alone] if view is not None and alone >= 0 else ""
        self._place.changes.choices.show_alone(alone, name)

    def _show_chosen(self) -> None:
        """Another draft chosen in the list, while one is shown by itself, is the one to show."""
        wanted = self._place.changes.choices.wanted.column
        if self._place.alone >= 0 and wanted is not None and wanted != self._place.alone:
            self._place.show_alone(wanted)

    def _say_end(self, by: int) -> None:
        if by > 0:
            self._said = tr("No more changes below. F8 once more goes on at the top.")
        elif by < 0:
            self._said = tr("No more changes above. F7 once more goes on at the bottom.")
        else:
            self._said = tr("There is no change to go to.")
        self._bar.tell(self._said)

    def _take_back(self) -> None:
        """What was said of the end is not true any more."""
        self._bar.take_back(self._said)
        self._said = ""
