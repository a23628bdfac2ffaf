"""Deciding in the window: what is taken from a proposal, how far a paragraph is, what one notes for oneself."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import Final

from PySide6.QtCore import QObject

from draftdesk.errors import DraftdeskError
from draftdesk.gui.actions import Actions
from draftdesk.gui.changes.decision_panel import DecisionPanel
from draftdesk.gui.message_bar import MessageBar, WayOn
from draftdesk.gui.rows.row_painter import CurrentChange
from draftdesk.gui.session import Session
from draftdesk.gui.workplace import Workplace
from draftdesk.messages import render
from draftdesk.model.change import Change, ChangeClass
from draftdesk.model.decided import PrivateNote, StatusKind
from draftdesk.translation import tr
from draftdesk.workbench.display.cells import changes_of
from draftdesk.workbench.display.values import TextRow
from draftdesk.workbench.proposals_here import Proposed, proposal_here

STATUSES: Final = {
    "agreed": StatusKind.AGREED,
    "ad_referendum": StatusKind.AD_REFERENDUM,
    "pending": StatusKind.PENDING,
    "reserved": StatusKind.RESERVED,
}
_NOT_AGREED: Final = frozenset({None, StatusKind.PENDING, StatusKind.RESERVED, StatusKind.AD_REFERENDUM})
_COLLIDED: Final = frozenset({"take_words_gone", "take_no_paragraph"})


class Deciding(QObject):
    """Decisions about the current row, change and column."""

    def __init__(
        self,
        session: Session,
        workplace: Workplace,
        bar: MessageBar,
        actions: Actions,
    ) -> None:
        super().__init__(session)
        self._session = session
        self._place = workplace
        self._bar = bar
        self._refused = ""
        self._actions = actions
        actions["only_open"].toggled.connect(self.show_only_open)
        self.panel = DecisionPanel(workplace.changes)
        workplace.changes.put_below(self.panel, stretch=0)
        self.panel.take_asked.connect(self.take)
        self.panel.whole_asked.connect(self.take_whole)
        self.panel.leave_asked.connect(self.leave)
        self.panel.status_asked.connect(self.set_status)
        self.panel.note_written.connect(self.write_note)
        self.panel.note_dropped.connect(self.delete_note)
        workplace.rows.current_moved.connect(lambda *_: self.follow())
        workplace.decided.connect(self.follow)
        workplace.changes.change_asked.connect(lambda _: self._forget())

    def handlers(self) -> dict[str, Callable[[], object]]:
        """What the actions do, by their names."""
        marks = {name: partial(self.set_status, kind) for name, kind in STATUSES.items()}
        return {
            "take": self.take,
            "take_whole": self.take_whole,
            "leave": self.leave,
            "no_status": lambda: self.set_status(None),
            "private_note": self.begin_note,
            **marks,
        }

    def show_only_open(self, on: bool) -> None:  # noqa: FBT001  the slot of a checkable action
        """Leave rows out that are agreed, or bring them back."""
        self._place.show_only_status(_NOT_AGREED if on else None)

    # what is current

    def _here(self) -> tuple[TextRow, Proposed | None] | None:
        row, view = self._place.rows.text_row(), self._place.view
        if row is None or view is None:
            return None
        return row, proposal_here(view, row, self._place.rows.current_column)

    def _change(self, row: TextRow) -> tuple[int, Change] | None:
        """The current change of words, with its column."""
        current, view = self._place.rows.current_change, self._place.view
        if current is None or view is None or view.rows[current.row].table_row != row.table_row:
            return None
        changes = changes_of(view, row, current.old, current.column)
        return (current.column, changes[current.change]) if 0 <= current.change < len(changes) else None

    def follow(self) -> None:
        """The panel shows what can be decided about the current row."""
        here, view = self._here(), self._place.view
        if here is None or view is None:
            self.panel.hide()
            return
        row, proposed = here
        change = self._change(row)
        column = change[0] if change is not None else proposed.column if proposed is not None else -1
        self.panel.show_row(
            name=view.short[column] if column >= 0 else "",
            has_change=change is not None,
            status=view.decided.status(row.identity),
            notes=view.decided.notes(row.identity),
        )

    # what is refused

    def _refuse(self, sentence: str, ways_on: Sequence[WayOn] = ()) -> None:
        """Say why a change is not taken; that goes with the next one."""
        self._forget()
        self._refused = sentence
        self._session.complain(sentence, ways_on)

    def _forget(self) -> None:
        self._bar.take_back(self._refused)
        self._refused = ""

    # taking

    def take(self) -> None:
        """The current change into the working draft; where none is current, all that the draft makes of the row."""
        here = self._here()
        change = self._change(here[0]) if here is not None else None
        entry = self._place.changes.current
        if change is None and entry is not None and entry.change_class is ChangeClass.NUMBER:
            self._refuse(tr("A new number is not taken: the working draft counts its paragraphs by itself."))
        elif change is None and here is not None and entry is not None and entry.is_note:
            self._take(here[0], entry.column, None, is_note=True)
        elif change is None:
            self.take_whole()
        elif here is not None:
            self._take(here[0], *change)

    def take_whole(self, *, over_others: bool = False) -> None:
        """The wording of a draft into the working draft."""
        here = self._here()
        change = self._change(here[0]) if here is not None else None
        if here is None or (here[1] is None and change is None):
            self._refuse(tr("Go to a paragraph that a draft changes. What it says there can be taken."))
            return
        column = change[0] if change is not None else here[1].column if here[1] is not None else 0
        self._take(here[0], column, None, over_others=over_others)

    def _take(
        self, row: TextRow, column: int, change: Change | None, *, over_others: bool = False, is_note: bool = False
    ) -> None:
        current, entry, desk = self._place.rows.current_change, self._place.changes.current, self._session.desk
        try:
            name = (
                desk.take_notes(row.table_row, column)
                if is_note
                else desk.take(row.table_row, column, change, over_others=over_others)
            )
        except DraftdeskError as error:
            if error.said.code in _COLLIDED:
                ways = [(tr("Take the whole wording"), lambda: self.take_whole(over_others=True))]
                self._refuse(render(error.said), ways)
            else:
                self._refuse(render(error.said))
            return
        self._session.refresh()
        ordinal = self._stay(row, current, column)
        if entry is not None and current is not None and ordinal is not None:
            self._place.stand_on(replace(entry, row=ordinal))
        self._session.tell_step(tr("Taken from {name}. Ctrl+Z takes that back.", name=name))

    def _stay(self, row: TextRow, current: CurrentChange | None, column: int) -> int | None:
        """The same row, change and column are current in the new arrangement; the ordinal of the row there."""
        view, rows = self._place.view, self._place.rows
        if view is None:
            return None
        same = (one.ordinal for one in view.rows if one.cells[: len(row.cells)] == row.cells)
        ordinal = next(same, None)
        if ordinal is None:
            return None
        item = self._place.bring(ordinal)
        if item >= 0:
            if current is not None:
                rows.current_change = replace(current, row=ordinal)
            rows.select(item, column)
        return ordinal

    def leave(self) -> None:
        """The current change, or all that the draft makes of the row, is not taken."""
        here = self._here()
        if here is None:
            return
        change = self._change(here[0])
        if change is None and here[1] is None:
            self._session.complain(tr("Go to a paragraph that a draft changes."))
            return
        column, words = change if change is not None else (here[1].column if here[1] is not None else 0, None)
        current = self._place.rows.current_change
        self._decide(lambda: self._session.desk.leave(here[0].table_row, column, words))
        self._stay(here[0], current, column)

    # statuses and notes

    def set_status(self, kind: StatusKind | None) -> None:
        """Mark the current paragraph; the mark that it has already is taken off."""
        here, view = self._here(), self._place.view
        if here is None or view is None:
            self._session.complain(tr("Go to a paragraph first. Its status can be marked there."))
            return
        row, column = here[0], self._place.rows.current_column
        desk, known = self._session.desk, view.decided.status(row.identity)
        if kind is not None and known is not None and known.kind is kind:
            kind = None
        if kind is StatusKind.RESERVED:
            self._bar.ask(
                tr("Who reserves the position? Enter alone names nobody."),
                "",
                lambda who: self._decide(lambda: desk.set_status(row.table_row, column, StatusKind.RESERVED, who)),
            )
            return
        self._decide(lambda: desk.set_status(row.table_row, column, kind))

    def begin_note(self) -> None:
        """The field of the panel, to write a private comment on the current paragraph."""
        if self._here() is None:
            self._session.complain(tr("Go to a paragraph first. A private comment stands at it."))
            return
        self._actions["changes"].setChecked(True)
        self.follow()
        self.panel.begin_note()

    def write_note(self, text: str) -> None:
        """A private comment on the current change or paragraph."""
        here = self._here()
        if here is None:
            return
        row, change = here[0], self._change(here[0])
        column = change[0] if change is not None else self._place.rows.current_column
        words = change[1] if change is not None else None
        self._decide(lambda: self._session.desk.write_private_note(row.table_row, column, text, words))
        self._place.rows.setFocus()

    def delete_note(self, note: PrivateNote) -> None:
        """A private comment less."""
        self._decide(lambda: self._session.desk.delete_private_note(note))

    def _decide(self, decision: Callable[[], object]) -> None:
        """A decision that leaves all rows as they are, so that what is current stays so."""
        current = self._place.rows.current_change
        if self._session.attempt(decision) and current is not None:
            self._place.rows.current_change = current
            self._place.rows.viewport().update()
