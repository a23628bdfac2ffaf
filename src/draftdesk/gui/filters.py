"""What of the drafts is shown: only changes, folds of unchanged paragraphs, small differences."""

from __future__ import annotations

from PySide6.QtCore import QObject

from draftdesk.gui.actions import Actions
from draftdesk.gui.session import Session
from draftdesk.gui.workplace import Workplace


class Filters(QObject):
    """Joins the ticks in the menu to the columns."""

    def __init__(self, session: Session, place: Workplace, actions: Actions) -> None:
        super().__init__(place)
        self._session = session
        self._place = place
        self._actions = actions
        self._had_working = session.desk.working_draft is not None
        if self._had_working:
            place.folds = False
        slots = {"only_changes": self._only_changes, "fold": self._fold, "small": self._small}
        for name, slot in slots.items():
            actions[name].toggled.connect(slot)

    def follow_working(self) -> None:
        """Folds open when a working draft begins and close when it is gone."""
        has_working = self._session.desk.working_draft is not None
        if has_working != self._had_working:
            self._had_working = has_working
            self._place.folds = not has_working
            self._actions.tick("fold", on=not has_working)

    def _only_changes(self, on: bool) -> None:  # noqa: FBT001  the slot of a checkable action
        self._place.show_only_changes(on=on)

    def _small(self, on: bool) -> None:  # noqa: FBT001
        self._place.small = on
        self._session.show_small(on=on)

    def _fold(self, on: bool) -> None:  # noqa: FBT001
        self._place.folds = on
        self._place.again()
