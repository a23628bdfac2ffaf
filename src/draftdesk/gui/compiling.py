"""Proposals of all columns in one file: made off the window's thread, with its progress; Escape stops it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from draftdesk.errors import DraftdeskError
from draftdesk.gui.background import Job
from draftdesk.gui.exporting import Exporting, Kept, elsewhere, kept
from draftdesk.gui.session import Session
from draftdesk.messages import Message, render
from draftdesk.model.watch import Watch
from draftdesk.translation import later, tr, tr_count
from draftdesk.workbench.compiling.desk import compile_proposals, proposals_on
from draftdesk.workbench.compiling.printed import WRITERS, CompiledForm
from draftdesk.workbench.compiling.versions import CompiledFile
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
        self.progress.connect(say_busy)

    def stop(self) -> None:
        """What Escape does."""
        self._session.background.stop()

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
        job = self._exporting.job()
        work = partial(_made, Path(place), make, partial(self._watch, job), job, cleans=self._exporting.cleans)
        self._session.background.run(work, self._done, self._session.refuse, job)

    def _watch(self, job: Job, step: str, done: int, total: int) -> None:
        """Called in the thread that works."""
        job.watch(step, done, total)
        self.progress.emit(tr("Compiling: {done} of {total}. Esc stops.", done=done, total=total))

    def _done(self, made: tuple[CompiledFile, Kept]) -> None:
        compiled, saved = made
        told = " ".join(render(one) for one in compiled.messages[:2])
        ways = self._exporting.ways(saved.path)
        if compiled.places:
            ways.append((tr("Copy the list of places"), partial(self._copy, compiled.places)))
        self._session.tell(f"{told} {saved.path.name}{elsewhere(saved)}", ways)

    def _copy(self, places: Sequence[Message]) -> None:
        """Put what is contested, alike or numbered otherwise on the clipboard, a line each."""
        QGuiApplication.clipboard().setText("\n".join(map(render, places)))
        told = tr_count("One place is on the clipboard.", "{count} places are on the clipboard.", len(places))
        self._session.tell(told)


def _made(
    place: Path, make: Callable[..., CompiledFile], watch: Watch, job: Job, *, cleans: bool
) -> tuple[CompiledFile, Kept]:
    """What was made and where it is."""
    made = make(watch)
    return made, kept(place, made.data, job, cleans=cleans)
