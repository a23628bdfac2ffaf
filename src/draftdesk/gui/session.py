"""The desk as the window has it: decisions are tried here, refusals become sentences, views hear of changes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from draftdesk.errors import DraftdeskError
from draftdesk.gui.background import Background, Job
from draftdesk.gui.collection import spare_values
from draftdesk.messages import render
from draftdesk.model.watch import Watch, unwatched
from draftdesk.settings import WRITE_MILLISECONDS
from draftdesk.workbench.compare_again import WorkingPreparation
from draftdesk.workbench.compare_drafts import Preparation, prepare_files
from draftdesk.workbench.desk.desk import Desk
from draftdesk.workbench.display.rows import DisplayRows, arrange
from draftdesk.workbench.freed_memory import give_back
from draftdesk.workbench.worker import Worker


class Session(QObject):
    """Joins the desk, the thread for long work and the worker process that reads foreign files."""

    changed = Signal()
    told = Signal(str, object, bool)
    warned = Signal(str, object)
    outdated = Signal(str)

    def __init__(self, desk: Desk, worker: Worker, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.worker = worker
        self.background = Background(self)
        self.checking = Background(self)
        self.comparing = Background(self)
        self._shown = 0
        self._step = ("", -1)
        self.changed.connect(self._count_shown)
        self.arranged: DisplayRows | None = None
        self.small = False
        self.on_language: Callable[[], bool] | None = None
        self._is_succeeded = False
        self._writing, self._written = QTimer(self), QTimer(self)
        for timer, milliseconds, turn in (
            (self._writing, WRITE_MILLISECONDS, self._make_ready),
            (self._written, 0, self._write),
        ):
            timer.setSingleShot(True)
            timer.setInterval(milliseconds)
            timer.timeout.connect(turn)
        desk.write_soon = self._writing.start

    def tell(self, sentence: str, ways_on: Sequence[tuple[str, Callable[[], None]]] = ()) -> None:
        """Say something that went well."""
        self.told.emit(sentence, ways_on, False)

    def tell_step(self, sentence: str) -> None:
        """Say what the last step did and that undo takes it back; true until there is another step."""
        self._step = (sentence, self.desk.last_step)
        self.tell(sentence)

    def warn(self, sentence: str, ways_on: Sequence[tuple[str, Callable[[], None]]] = ()) -> None:
        """Say what is doubtful and for the user to look at."""
        self.warned.emit(sentence, ways_on)

    def complain(self, sentence: str, ways_on: Sequence[tuple[str, Callable[[], None]]] = ()) -> None:
        """Say what was refused and what to do."""
        self.told.emit(sentence, ways_on, True)

    def refuse(self, error: DraftdeskError) -> None:
        """Say why something was refused."""
        self.complain(render(error.said))

    def attempt(self, decision: Callable[[], object]) -> bool:
        """Make a decision and show the desk after it; False where it was refused."""
        before = self.desk.dossier
        try:
            decision()
        except DraftdeskError as error:
            self.refuse(error)
            if self.desk.dossier is not before:
                self.refresh()
            return False
        self.refresh()
        return True

    def look_ahead(self) -> None:
        """Have what the next edit of whole paragraphs asks of the draft found out in a moment."""
        self._writing.start()

    def _make_ready(self) -> None:
        """Two short turns of the event loop instead of one."""
        self.desk.make_ready()
        self._written.start()

    def _write(self) -> None:
        """An edit of a long draft that is shown already; where the disk does not take it, it is shown as not made."""
        try:
            self.desk.write()
        except DraftdeskError as error:
            self.refuse(error)
            self.refresh()

    def attempt_quietly(self, wish: Callable[[], object]) -> None:
        """Do what is only a convenience; where it fails nothing is lost and nothing is said."""
        with suppress(DraftdeskError):
            wish()

    def refresh(self, job: Job | None = None) -> None:
        """Show the desk as it is now; files are compared in the background first where that is needed.

        `job`: that can be stopped; who gives it then has to bring the desk back to what was compared before.
        """
        if not self.desk.needs_preparing:
            self.changed.emit()
            return
        preparation = self.desk.preparation
        work = partial(_arranged, preparation, job.watch if job is not None else unwatched, small=self.small)
        self.background.run(work, partial(self._adopt, preparation), self.refuse, job)

    def attempt_soon(self, decision: Callable[[], object]) -> bool:
        """Make a decision, and show the desk after it when that is worked out; False where it was refused."""
        try:
            decision()
        except DraftdeskError as error:
            self.refuse(error)
            return False
        self.refresh_soon()
        return True

    def refresh_soon(self) -> None:
        """Show the desk as it is now; a working draft that takes long to compare is compared off the window's thread.

        What comes back is shown only where the desk has not moved on; where it has and nothing was shown since, this
        begins anew. So a later keystroke wins, and one comparison at most is under way.
        """
        there = None if self.desk.needs_preparing else self.desk.working_preparation
        if there is None or there.is_small or self.desk.compares_quickly:
            self.refresh()
        elif not self.comparing.is_busy:
            work = partial(_arranged_beside, there, small=self.small)
            self.comparing.run(work, partial(self._adopt_working, there, self._shown), self.refuse)

    def _adopt_working(self, preparation: WorkingPreparation, shown: int, arranged: DisplayRows) -> None:
        if arranged.small is self.small and self.desk.adopt_working(arranged.comparison, preparation):
            spare_values()
            self._show(arranged)
        elif shown == self._shown:
            self.refresh_soon()

    def _show(self, arranged: DisplayRows) -> None:
        """Show rows that were put in order elsewhere; kept no longer than that takes."""
        self.arranged = arranged
        self.changed.emit()
        self.arranged = None

    def _count_shown(self) -> None:
        self._shown += 1
        sentence, step = self._step
        if sentence and step != self.desk.last_step:
            self._step = ("", -1)
            self.outdated.emit(sentence)

    def show_small(self, *, on: bool) -> None:
        """Show differences that are none of words, or leave them out; looked for off the window's thread."""
        self.small, comparison = on, self.desk.comparison if not self.desk.needs_preparing else None
        if comparison is None:
            self.refresh()
            return
        self.background.run(partial(arrange, comparison, small=on), self._rearranged, self.refuse)

    def _rearranged(self, arranged: DisplayRows) -> None:
        if arranged.small is self.small:
            self._show(arranged)

    def _adopt(self, preparation: Preparation, arranged: DisplayRows) -> None:
        if self.desk.adopt(arranged.comparison, preparation):
            spare_values()
            self._show(arranged)
        else:
            self.refresh()

    def change_language(self) -> bool:
        """Have the window made anew; False where that has to wait for another start."""
        is_idle = not any(work.is_busy for work in (self.background, self.checking, self.comparing))
        return is_idle and self.on_language is not None and self.on_language()

    def successor(self) -> Session:
        """A session for another window on the same desk and reader, which this one leaves alone when it is closed."""
        self._is_succeeded = True
        return Session(self.desk, self.worker)

    def close(self) -> None:
        """End the thread and the process; the desk is on the disk already."""
        self.background.close()
        self.checking.close()
        self.comparing.close()
        if not self._is_succeeded:
            self.worker.close()
            self.desk.close()


def _arranged_beside(preparation: WorkingPreparation, *, small: bool) -> DisplayRows:
    """The working draft beside the files, its rows in order."""
    rows = arrange(preparation.compared(), small=small)
    give_back()
    return rows


def _arranged(preparation: Preparation, watch: Watch, *, small: bool) -> DisplayRows:
    """The files compared, and their rows in order, so that the window has only folds to lay out."""
    compared = prepare_files(*preparation, watch)
    watch("arranging", 0, 1)
    rows = arrange(compared, small=small)
    give_back()
    return rows
