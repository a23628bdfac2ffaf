"""New texts: the forms of the organs in the File menu, and last year's text with updates to be ticked."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtGui import QActionGroup

from draftdesk.drafting.form import Form, TextKind
from draftdesk.errors import DraftdeskError
from draftdesk.gui.actions import Actions
from draftdesk.gui.session import Session
from draftdesk.gui.workplace import Workplace
from draftdesk.gui.writing.drafting import Drafting
from draftdesk.translation import language_in_use, tr
from draftdesk.workbench.new_text import FORM_NAMES, LANGUAGE_NAMES, TEXT_NAMES, UpdateEntry, update_entries
from draftdesk.workspace.preferences import language_of_new_texts, set_language_of_new_texts


class NewTexts(QObject):
    """Begins working drafts."""

    def __init__(self, session: Session, place: Workplace, drafting: Drafting, actions: Actions) -> None:
        super().__init__(session)
        self._session = session
        self._place = place
        self._drafting = drafting
        self._unfolds = actions["changes"]
        self._source = ""
        self.menu = actions.menus["&File"].addMenu(tr("New &working draft in the form of"))
        actions.menus["&File"].insertMenu(actions["rollover"], self.menu)
        for text in TextKind:
            for form in Form:
                if text is TextKind.RESOLUTION or form is not Form.SECURITY:
                    self._add(form, text)
            self.menu.addSeparator()
        self._add_languages()
        place.updates.decided.connect(self._begin)
        place.updates.left.connect(lambda: place.dock.put_away(place.updates))
        place.updates.shown.connect(self._go_to)

    def _add(self, form: Form, text: TextKind) -> None:
        entry = self.menu.addAction(tr(TEXT_NAMES[text], form=tr(FORM_NAMES[form])))
        entry.setObjectName(f"form_{form}{'' if text is TextKind.RESOLUTION else f'_{text}'}")
        entry.triggered.connect(lambda _=False: self._drafting.start_form(form, text=text))

    def _add_languages(self) -> None:
        """The languages in which a text can be begun; the choice is kept."""
        menu, group = self.menu.addMenu(tr("&Language of the text")), QActionGroup(self.menu)
        chosen = language_of_new_texts() or language_in_use()
        for code, name in LANGUAGE_NAMES.items():
            entry = menu.addAction(name)
            entry.setObjectName(f"text_language_{code}")
            entry.setCheckable(True)
            entry.setChecked(code == chosen)
            group.addAction(entry)
            keep = partial(set_language_of_new_texts, code)
            entry.triggered.connect(lambda _=False, keep=keep: self._session.attempt(keep))

    def offer(self) -> None:
        """Show what a new session changes in the text of the current column."""
        drafts = self._session.desk.file_drafts()
        if not drafts:
            return
        draft = drafts[max(0, min(self._place.rows.current_column, len(drafts) - 1))]
        try:
            entries = update_entries(draft)
        except DraftdeskError as error:
            self._session.refuse(error)
            return
        self._source = draft.id
        self._place.updates.show_updates(draft.name, entries)
        self._unfolds.setChecked(True)
        self._place.dock.turn_to(self._place.updates)
        self._place.updates.list.setFocus()

    def _begin(self, chosen: tuple[UpdateEntry, ...]) -> None:
        updates = [entry.update for entry in chosen]
        if self._session.attempt(partial(self._session.desk.start_rollover, self._source, updates)):
            self._place.dock.put_away(self._place.updates)
            self._place.rows.setFocus()

    def _go_to(self, entry: UpdateEntry) -> None:
        """Bring the paragraph of an update into sight; the focus stays in the list."""
        view, desk = self._place.view, self._session.desk
        column = next((k for k, draft in enumerate(desk.drafts) if draft.id == self._source), -1)
        if view is None or column < 0:
            return
        index = desk.drafts[column].index_of(entry.update.paragraph)
        row = next((row for row in view.rows if index in row.cells[column]), None)
        if row is not None:
            self._place.rows.select(self._place.bring(row.ordinal), column)
