"""Files come onto the desk: read by the worker, added one after the other, each refusal one sentence."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from draftdesk.errors import DraftdeskError
from draftdesk.gui.background import Job
from draftdesk.gui.session import Session
from draftdesk.messages import Message, message, render
from draftdesk.model.dossier import Dossier, OpenedFile
from draftdesk.model.draft import Draft, Received
from draftdesk.translation import tr
from draftdesk.workbench.draft_order import DraftOrder, draft_order, place_of
from draftdesk.workbench.files import LoadedFile, bytes_of, named_file
from draftdesk.workbench.mixed_languages import languages_told
from draftdesk.workbench.on_disk import changed_since
from draftdesk.workbench.opening import files_inside, versions_by_author
from draftdesk.workbench.pasted import CLIPBOARD, NO_PATH, receive_pasted
from draftdesk.workbench.reading_doubts import unsure_told
from draftdesk.workbench.worker import Worker
from draftdesk.workspace.store import kept_reading

_MOST_WAYS: Final = 3
"""More buttons do not fit beside a sentence."""


@dataclass(eq=False)
class _Batch:
    """Files that were opened together: how many are still to come, and those that are read.

    `added` of them are on the desk, which `became` this by the last one; where something else was decided in between
    (`is_mixed`) they are not taken back. When all are on the desk and only to be compared yet, it `is_placed`.
    """

    expected: int
    keep_order: bool
    loaded: list[LoadedFile] = field(default_factory=list)
    waiting: list[int] = field(default_factory=list)
    order: DraftOrder | None = None
    is_first: bool = False
    added: int = 0
    became: Dossier | None = None
    is_stopped: bool = False
    is_mixed: bool = False
    is_placed: bool = False


class OpenFiles(QObject):
    """Opens files by path, and reads those of an earlier day again."""

    begun = Signal()
    progress = Signal(str)
    stoppable_changed = Signal()
    unsure = Signal(str)

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self._pending = 0
        self._told: set[str] = set()
        self._batches: list[_Batch] = []
        self._tells_languages = False
        session.changed.connect(self._end_placed)
        session.changed.connect(self._tell_languages)

    @property
    def is_busy(self) -> bool:
        """Whether files are still being read."""
        return self._pending > 0

    def open(self, paths: Sequence[str], *, keep_order: bool = False) -> None:
        """Read files, or those in a folder, and put them on the desk: oldest draft first, or in the given order."""
        found = files_inside(paths)
        batch = _Batch(len(found), keep_order)
        for path in found:
            self._read(batch, partial(_load, self._session.worker, path))

    def paste(self, text: str, html: str) -> None:
        """A draft of the clipboard's text onto the desk, read like a file."""
        self._read(
            _Batch(1, keep_order=False),
            partial(self._session.worker.call, CLIPBOARD, receive_pasted, text, html),
        )

    def _read(self, batch: _Batch, work: Callable[[], object]) -> None:
        self._pending += 1
        if batch not in self._batches:
            if not self._batches:
                self.begun.emit()
            self._batches.append(batch)
            self.stoppable_changed.emit()
        job = Job(self._reading_stopped)
        self._session.background.run(work, partial(self._arrived, batch), partial(self._refused, batch), job)

    @property
    def is_stoppable(self) -> bool:
        """Whether files are on their way onto the desk."""
        return bool(self._batches)

    def stop(self) -> None:
        """Files that came together and are not all shown yet do not come: the desk is as it was before them."""
        for batch in reversed(self._batches):
            batch.is_stopped = True
            if batch.added and not batch.is_mixed and self._session.desk.dossier is batch.became:
                self._session.desk.retract(batch.added)
        self._batches.clear()
        self.progress.emit("")
        self.stoppable_changed.emit()

    def _end_placed(self) -> None:
        """The desk is shown: what was put on it and compared can only be taken back by undo now."""
        if any(batch.is_placed for batch in self._batches):
            self._batches = [batch for batch in self._batches if not batch.is_placed]
            self.stoppable_changed.emit()

    def _reading_stopped(self, was_read: bool) -> None:  # noqa: FBT001  the call of a Job
        if was_read:
            self._session.worker.abort()
        self._one_done()

    def _comparing_stopped(self, _was_done: bool) -> None:  # noqa: FBT001
        self._session.refresh()

    def restore(self) -> None:
        """Read the files of an earlier day again, from the bytes that the desk keeps."""
        for file in self._session.desk.waiting:
            self._pending += 1
            data = self._session.desk.bytes_of(file)
            work = partial(self._session.worker.read, data, file.name, file.view)
            self._session.background.run(work, partial(self._supply, file), partial(self._lost, file))

    def look_at_disk(self) -> None:
        """Say once of each file that changed on the disk, with the way to open it again."""
        files = self._session.desk.dossier.files
        self._session.background.run(partial(changed_since, files), self._changed, self._session.refuse)

    def _changed(self, files: tuple[OpenedFile, ...]) -> None:
        for file in files:
            if file.digest not in self._told:
                self._told.add(file.digest)
                again = [(tr("Open it again"), partial(self.open, [file.path]))]
                self._session.complain(render(message("file_changed", name=file.name)), again)

    def _arrived(self, batch: _Batch, loaded: LoadedFile) -> None:
        batch.loaded.append(loaded)
        self._batch_done(batch)

    def _refused(self, batch: _Batch, error: DraftdeskError) -> None:
        self._session.refuse(error)
        self._batch_done(batch)

    def _batch_done(self, batch: _Batch) -> None:
        batch.expected -= 1
        done = len(batch.loaded)
        if batch.expected:
            self.progress.emit(tr("{done} of {total} files read", done=done, total=done + batch.expected))
            self._one_done()
            return
        self.progress.emit("")
        batch.order = draft_order([one.draft for one in batch.loaded])
        batch.is_first = not self._session.desk.dossier.files
        batch.waiting = list(range(done)) if batch.keep_order else list(batch.order.order)
        self._put_next(batch)

    def _put_next(self, batch: _Batch) -> None:
        """One file onto the desk, then a pause, for each is written to the disk."""
        if batch.is_stopped:
            self._one_done()
            return
        if not batch.waiting:
            batch.is_placed = True
            if not self._ask_order(batch) and not self._say_languages():
                self._say_unsure(batch)
            self._one_done()
            return
        loaded = batch.loaded[batch.waiting.pop(0)]
        behind = batch.keep_order or batch.is_first
        self._add(batch, loaded, None if behind else place_of(self._session.desk.file_drafts(), loaded.draft))
        QTimer.singleShot(0, partial(self._put_next, batch))

    def _ask_order(self, batch: _Batch) -> bool:
        """Ask what is doubtful about the order of files that came together; whether there was something to ask."""
        found = batch.order
        if found is None or not batch.is_first or batch.keep_order or not found.is_doubtful:
            return False
        doubt = found.doubts[0]
        name = batch.loaded[doubt.draft].draft.name
        sentence = message("order_doubtful", name=name, symbol=doubt.symbol, said=doubt.said)
        by_symbols = [batch.loaded[k].draft.id for k in found.by_symbols]
        self._session.warn(render(sentence), [(tr("Order by symbols"), partial(self._order_by_symbols, by_symbols))])
        return True

    def _say_languages(self) -> bool:
        """Say that the desk has drafts of several languages; whether it has."""
        is_mixed = len({draft.language for draft in self._session.desk.file_drafts()}) > 1
        self._tells_languages = is_mixed
        self._tell_languages()
        return is_mixed

    def _tell_languages(self) -> None:
        """Once it is compared, whether drafts in several languages are versions of one text."""
        desk = self._session.desk
        if not self._tells_languages or desk.needs_preparing or desk.comparison is None:
            return
        self._tells_languages = False
        told = languages_told(desk.comparison)
        if told is not None:
            say = self._session.warn if told.code == "languages_mixed" else self._session.tell
            say(render(told))

    def _order_by_symbols(self, draft_ids: Sequence[str]) -> None:
        if self._session.attempt(partial(self._session.desk.order_columns, draft_ids)):
            self._session.tell(render(message("order_by_symbols")))

    def _add(self, batch: _Batch, loaded: LoadedFile, at: int | None) -> None:
        try:
            batch.is_mixed |= bool(batch.added) and self._session.desk.dossier is not batch.became
            path = str(Path(loaded.named.path).absolute()) if loaded.named.path else NO_PATH
            self._session.desk.add(loaded.received, path, loaded.data, at, reading=loaded.reading)
            batch.added, batch.became = batch.added + 1, self._session.desk.dossier
        except DraftdeskError as error:
            self._session.refuse(error)
            return
        versions = versions_by_author(loaded.received, loaded.named.path)
        if versions:
            self._session.tell(
                render(message("many_authors", name=loaded.named.name, count=len(versions) - 1)),
                [(tr("Open one version per author"), partial(self.open, versions, keep_order=True))],
            )

    def _say_unsure(self, batch: _Batch) -> None:
        """Where the reading of files is unsure, say so; looked for off the window's thread."""
        here = {one.draft.id for one in batch.loaded}
        drafts = [draft for draft in self._session.desk.file_drafts() if draft.id in here]
        self._session.background.run(
            partial(_unsure, drafts), partial(self._tell_unsure, batch), self._session.refuse
        )

    def _tell_unsure(self, batch: _Batch, unsure: Sequence[tuple[Draft, Message]]) -> None:
        """Name the files that are read unsurely, with the ways to look at it."""
        if not unsure or batch.is_stopped:
            return
        names = ", ".join(draft.name for draft, _ in unsure)
        said = unsure[0][1] if len(unsure) == 1 else message("readings_unsure", names=names)
        look = tr("Look at how it was read") if len(unsure) == 1 else tr("Look at {name}")
        ways = [
            (look.format(name=draft.name), partial(self.unsure.emit, draft.id)) for draft, _ in unsure[:_MOST_WAYS]
        ]
        self._session.warn(render(said), ways)

    def _supply(self, file: OpenedFile, received: Received) -> None:
        self._session.desk.supply(file, received)
        self._one_done()

    def _lost(self, file: OpenedFile, error: DraftdeskError) -> None:
        self._session.desk.supply(file, error.said)
        self._session.refuse(error)
        self._one_done()

    def _one_done(self) -> None:
        self._pending -= 1
        if self._pending:
            return
        self._session.refresh(Job(self._comparing_stopped) if self._batches else None)

    @property
    def skipped(self) -> tuple[str, ...]:
        """What reading left out, in sentences."""
        return tuple(render(said) for said in self._session.desk.left_out)


def _unsure(drafts: Sequence[Draft]) -> list[tuple[Draft, Message]]:
    """The drafts whose reading is unsure, each with the sentence that says so."""
    return [(draft, said) for draft in drafts if (said := unsure_told(draft)) is not None]


def _load(worker: Worker, path: str) -> LoadedFile:
    named = named_file(path)
    data = bytes_of(named)
    received = worker.read(data, named.name, named.view)
    return LoadedFile(named, data, received, kept_reading(received))
