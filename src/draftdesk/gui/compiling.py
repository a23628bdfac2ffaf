"""Proposals of all columns in one file: made off the window's thread, with its progress; Escape stops it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from threading import Event
from typing import Final

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut

from draftdesk.errors import DraftdeskError
from draftdesk.gui.exporting import Exporting, Kept, elsewhere, kept
from draftdesk.gui.session import Session
from draftdesk.messages import Message, render
from draftdesk.model.watch import Stopped
from draftdesk.translation import later, tr
from draftdesk.workbench.compile_desk import compile_proposals, proposals_on
from draftdesk.workbench.compile_printed import WRITERS, CompiledForm
from draftdesk.workbench.compile_versions import CompiledFile
from draftdesk.workspace.preferences import author_of_changes

FORMS: Final[dict[str, CompiledForm | None]] = {
    "compile": None,
    "brackets": CompiledForm.BRACKETS,
    "proposals": CompiledForm.TABLE,
}
"""The actions that compile, and the form that each makes; None is the tracked file."""

_TITLES: Final = {
    "compile": later("Compile proposals into one tracked file"),
    "brackets": later("Proposals in brackets"),
    "proposals": later("Proposals beside the base"),
}


class Compiling(QObject):
    """One compilation at a time."""

    progress = Signal(str)

    def __init__(self, session: Session, exporting: Exporting, say_busy: Callable[[str], None]) -> None:
        super().__init__(session)
        self._session = session
        self._exporting = exporting
        self._stop = Event()
        self._escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), exporting.window, self.stop)
        self._escape.setEnabled(False)
        self.progress.connect(say_busy)

    def stop(self) -> None:
        """What Escape does."""
        self._stop.set()

    def compile(self, action: str) -> None:
        """Ask where to, then make the file of the base and all other columns."""
        desk, form = self._session.desk, FORMS[action]
        if len(desk.drafts) < 2:
            self._session.complain(
                tr("There are no proposals yet. Open the versions of delegations beside the base.")
            )
            return
        try:
            proposals = proposals_on(desk, author_of_changes())
        except DraftdeskError as error:
            self._session.refuse(error)
            return
        suffixes = (".docx",) if form is None else tuple(WRITERS[form])
        place = self._exporting.place(_TITLES[action], "compiled" if form is None else action, suffixes)
        if not place:
            return
        date = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        make = partial(compile_proposals, proposals, author_of_changes(), date, form, Path(place).name)
        self._stop.clear()
        self._escape.setEnabled(True)
        work = partial(_made, Path(place), make, self._watch, cleans=self._exporting.cleans)
        self._session.background.run(work, self._done, self._refused)

    def _watch(self, _step: str, done: int, total: int) -> None:
        """Called in the thread that works."""
        if self._stop.is_set():
            raise Stopped
        self.progress.emit(tr("Compiling: {done} of {total}. Esc stops.", done=done, total=total))

    def _done(self, made: tuple[tuple[Message, ...], Kept] | None) -> None:
        self._escape.setEnabled(False)
        if made is None:
            self._session.tell(tr("Stopped. Nothing was written."), [])
            return
        messages, saved = made
        told = " ".join(render(one) for one in messages[:2] if not str(one.code).startswith("contested"))
        self._session.tell(f"{told} {saved.path.name}{elsewhere(saved)}", self._exporting.ways(saved.path))

    def _refused(self, error: DraftdeskError) -> None:
        self._escape.setEnabled(False)
        self._session.refuse(error)


def _made(
    place: Path, make: Callable[..., CompiledFile], watch: Callable[[str, int, int], None], *, cleans: bool
) -> tuple[tuple[Message, ...], Kept] | None:
    """What was made and where it is; None where it was stopped."""
    try:
        made = make(watch)
        watch("compiling", 1, 1)
    except Stopped:
        return None
    return made.messages, kept(place, made.data, cleans=cleans)
