"""Which view of the desk is in sight: columns, one draft inline, the matrix; chosen by key, kept with the desk."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QActionGroup

from draftdesk.gui.actions import Actions
from draftdesk.gui.workplace import Workplace
from draftdesk.workbench.desk.desk import Desk
from draftdesk.workbench.desk.place import MANNERS, manner_for
from draftdesk.workbench.why_not import OF_PARAGRAPH

_PANELS = ("outline", "changes")
"""What gives its room to the matrix, which names the paragraphs itself."""

_IN_COLUMNS = (
    *OF_PARAGRAPH,
    *("new_same", "new_operative", "new_preambular", "new_sub", "new_heading", "new_annex", "new_closing"),
    *("working", "new_form", "pair", "confirm", "next_doubtful", "previous_doubtful"),
)
"""What is done over the columns, so that these come first."""


class Manners(QObject):
    """Made before the actions are joined to what they do, so that the columns are there when one writes."""

    def __init__(self, actions: Actions, place: Workplace) -> None:
        super().__init__(place)
        self._actions = actions
        self._place = place
        self._desk: Desk | None = None
        self._shown = "columns"
        self._panels: dict[str, bool] = {}
        group = QActionGroup(self)
        for name in MANNERS:
            group.addAction(actions[name])
            actions[name].triggered.connect(lambda _=False, manner=name: self.choose(manner))
        actions["columns"].setChecked(True)
        for name in _IN_COLUMNS:
            actions[name].triggered.connect(lambda _=False: self.show_columns())
        place.rows.edit_asked.connect(self.show_columns)

    @property
    def shown(self) -> str:
        """The view in sight."""
        return self._shown

    def choose(self, manner: str) -> None:
        """The view that is asked for, now and when the desk is opened again."""
        self._place.manner = manner
        self._show(manner)

    def show_columns(self) -> None:
        """Columns for what is done in them; nothing where they are in sight."""
        if self._shown != "columns":
            self.choose("columns")

    def follow(self, desk: Desk) -> None:
        """After another arrangement: the view that was chosen, else the one that suits so many drafts.

        Who works in the sheet of the matrix, and takes a proposal from there, has chosen it by that.
        """
        if self._shown == "matrix" and self._place.matrix.sheet.isVisible() and len(desk.columns) > 1:
            self._place.manner = self._place.manner or "matrix"
        chosen = self._place.manner
        self._show(manner_for(len(desk.columns), chosen, is_writing=desk.working_draft is not None))

    def _show(self, manner: str) -> None:
        if manner == self._shown:
            return
        before, self._shown = self._shown, manner
        self._actions[manner].setChecked(True)
        place = self._place
        place.show_alone(max(1, place.rows.current_column) if manner == "inline" else -1)
        if "matrix" in {before, manner}:
            self._make_room(on=manner == "matrix")
            place.show_matrix(on=manner == "matrix")

    def _make_room(self, *, on: bool) -> None:
        """Outline and list of changes give way to the matrix; with the columns they are as they were."""
        if on:
            self._panels = {name: self._actions[name].isChecked() for name in _PANELS}
        for name in _PANELS:
            self._actions[name].setChecked(not on and self._panels.get(name, True))
