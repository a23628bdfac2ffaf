"""The list before a text is tabled, worked out off the window's thread whenever it is asked for."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction

from draftdesk.gui.exporting import Exporting
from draftdesk.gui.form_checks import FormChecks
from draftdesk.gui.session import Session
from draftdesk.gui.workplace import Workplace
from draftdesk.model.draft import Draft
from draftdesk.workbench.submission import SubmissionItem, SubmissionLine, submission_of
from draftdesk.workspace.preferences import author_of_changes, rules_switched_off


class Submitting(QObject):
    """Shows the list and follows its buttons."""

    def __init__(
        self, session: Session, place: Workplace, exporting: Exporting, form: FormChecks, cleans: QAction
    ) -> None:
        super().__init__(session)
        self._session = session
        self._place = place
        self._exporting = exporting
        self._form = form
        self._cleans = cleans
        self._looked_at: Draft | None = None
        place.submission.again_asked.connect(self.look)
        place.submission.way_asked.connect(self._follow)
        session.changed.connect(self._tell_old)

    def look(self) -> None:
        """Bring the list into sight and work it out."""
        panel = self._place.submission
        found = submission_of(
            self._session.desk, author_of_changes(), rules_switched_off(), cleans=self._exporting.cleans
        )
        if found is None:
            return
        self._form.unfold()
        self._place.dock.turn_to(panel)
        self._looked_at = found.draft
        panel.show_lines(found.draft.name, ())
        self._session.background.run(found.lines, partial(self._show, found.draft), self._session.refuse)

    def _show(self, draft: Draft, lines: tuple[SubmissionLine, ...]) -> None:
        self._place.submission.show_lines(draft.name, lines)
        self._tell_old()

    def _tell_old(self) -> None:
        drafts = self._session.desk.drafts
        if self._looked_at is not None and (not drafts or drafts[-1] is not self._looked_at):
            self._place.submission.tell_old(self._looked_at.name)

    def _follow(self, item: SubmissionItem) -> None:
        if item is SubmissionItem.METADATA:
            self._cleans.trigger()
            self.look()
        else:
            self._form.choose(self._looked_at.id if self._looked_at is not None else "")
            self._form.show()
