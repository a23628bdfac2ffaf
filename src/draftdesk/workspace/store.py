"""One SQLite file per dossier: received bytes and their readings, what is decided, and the journal of it.

Each decision is one transaction, on the disk when the call returns. The file is held while it is open, so
that two windows cannot write over each other; a killed process leaves nothing behind that bars the next.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Self

from draftdesk.errors import WorkspaceError, refusal
from draftdesk.messages import Message
from draftdesk.model.dossier import Dossier
from draftdesk.model.draft import Draft, Received
from draftdesk.workspace import journal
from draftdesk.workspace.codec import CodecError, from_bytes, from_json, packed, to_bytes, unpacked
from draftdesk.workspace.entries import ALL_STATUSES, changed_entries, with_entries
from draftdesk.workspace.faults import faults_of
from draftdesk.workspace.ready import NOT_THERE, Ready, ready, texts_of
from draftdesk.workspace.schema import REMEMBERED, prepare


@dataclass(frozen=True, slots=True)
class Arrival:
    """A file that comes onto the desk: its bytes, what reading them gave, and that as it is kept, if it is made."""

    received: Received
    data: bytes
    reading: bytes = b""


@dataclass(frozen=True, slots=True)
class _Ends:
    """The decisions that undo and redo would take."""

    last: journal.Decision | None
    next: journal.Decision | None


@dataclass(frozen=True, slots=True)
class _Waiting:
    """A decision that holds already and is not in the file yet: its name, and what there was before it."""

    said: Message
    dossier: Dossier
    ends: _Ends
    highest: int
    may_widen: bool


@dataclass(frozen=True, slots=True)
class _Recent:
    """The decision that was written last, so that taking it back need not read it."""

    id: int
    made: Ready

    def leads(self, decision: journal.Decision, dossier: Dossier, *, undone: bool) -> bool:
        """Whether a step back, or on, from a dossier is one between the two that it stands between."""
        return decision.id == self.id and dossier is (self.made.new if undone else self.made.old)


class Workspace:
    """The file of a desk, open. `dossier` is what is decided; all methods raise WorkspaceError."""

    def __init__(self, path: Path, database: sqlite3.Connection, dossier: Dossier, stored: Mapping[str, str]) -> None:
        self.path = path
        self._database = database
        self._dossier = dossier
        self._stored = dict(stored)
        self._may_widen = False
        self._waiting: _Waiting | None = None
        self._made: Ready | None = None
        self._recent: _Recent | None = None
        self._ends = _ends(database)
        row = database.execute("SELECT value FROM counter WHERE name = 'serial'").fetchone()
        self._highest: int = row[0] if row else -1

    @classmethod
    def open(cls, path: Path) -> Self:
        """The desk kept in a file; a file that is not there is made. Raises WorkspaceError."""
        with faults_of(path, "workspace_not_opened"):
            path.parent.mkdir(parents=True, exist_ok=True)
            database = sqlite3.connect(path, isolation_level=None, timeout=0.5)
            try:
                prepare(database, path)
                stored = dict(database.execute("SELECT key, value FROM entry").fetchall())
                dossier = with_entries(Dossier(), {key: from_json(value) for key, value in stored.items()})
                if ALL_STATUSES in stored:
                    del stored[ALL_STATUSES]
                    stored |= _part_statuses(database, dossier)
                return cls(path, database, dossier, stored)
            except BaseException:
                database.close()
                raise

    def close(self) -> None:
        """Gives the file free; what was decided is in it then."""
        try:
            self.write()
        finally:
            with faults_of(self.path):
                self._database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def dossier(self) -> Dossier:
        """What is decided."""
        return self._dossier

    @property
    def highest_serial(self) -> int:
        """The highest serial that a paragraph or note of the working draft ever had; -1 before the first."""
        return self._highest

    @property
    def undoable(self) -> Message | None:
        """The name of the decision that undo takes back."""
        return None if self._ends.last is None else self._ends.last.said

    @property
    def last_step(self) -> int:
        """Tells the decision that undo takes back from all others; -1 where there is none."""
        return -1 if self._ends.last is None else self._ends.last.id

    @property
    def redoable(self) -> Message | None:
        """The name of the decision that redo makes again."""
        return None if self._ends.next is None else self._ends.next.said

    def decide(
        self,
        said: Message,
        dossier: Dossier,
        came: Arrival | None = None,
        *,
        widen: bool = False,
        made: Ready | None = None,
        later: bool = False,
    ) -> None:
        """Keeps a new dossier, and the file that came with it, as one decision.

        `widen`: the decision goes on with the last one, so that undo takes both back; where the last
        one was made before the file was opened or undone in the meantime, it is a decision of its own.
        `made`: the same decision made ready elsewhere; another one is passed over.
        `later`: it holds at once, and who decides has it written in a moment (`write`).
        """
        self.write()
        if later:
            self._waiting = _Waiting(said, self._dossier, self._ends, self._highest, self._may_widen)
            with faults_of(self.path):
                decision = journal.Decision(journal.next_id(self._database), said)
            self._dossier, self._ends, self._may_widen = dossier, _Ends(decision, None), True
            self._highest = max(_highest_serial(dossier.working), self._highest)
            return
        if made is None or made.old is not self._dossier or made.new is not dossier:
            made = ready(self._dossier, dossier, self._stored)
        if made.after or came is not None:
            self._keep(said, made, came, widen=widen and self._may_widen)

    def make_ready(self) -> None:
        """The part of `write` that needs no file, for one who has it done before."""
        if self._waiting is not None:
            self._made = ready(self._waiting.dossier, self._dossier, self._stored)

    def write(self) -> None:
        """Writes a decision that waits for it; where that is refused, what was before it holds again."""
        waiting, self._waiting = self._waiting, None
        made, self._made = self._made, None
        if waiting is not None:
            made = made or ready(waiting.dossier, self._dossier, self._stored)
            self._dossier, self._ends = waiting.dossier, waiting.ends
            self._highest, self._may_widen = waiting.highest, waiting.may_widen
            self._keep(waiting.said, made)

    def _keep(self, said: Message, made: Ready, came: Arrival | None = None, *, widen: bool = False) -> None:
        last = self._ends.last if widen else None
        with self._transaction() as database:
            if came is not None:
                _keep(database, came)
            self._put(made.texts)
            highest = _highest_serial(made.new.working)
            if highest > self._highest:
                database.execute("INSERT OR REPLACE INTO counter VALUES ('serial', ?)", (highest,))
            if last is not None:
                journal.widen(database, last, made.before, made.after)
            else:
                journal.write(database, said, made.before, made.texts, spares=came is not None)
            ends = _ends(database)
        self._dossier, self._ends = made.new, ends
        self._note(made.texts)
        self._highest = max(highest, self._highest)
        self._may_widen = True
        self._recent = None
        if last is None and came is None and ends.last is not None:
            self._recent = _Recent(ends.last.id, replace(made, after={}))

    def undo(self) -> bool:
        """Takes the last decision back; False where there is none."""
        self.write()
        return self._step(self._ends.last, undone=True)

    def redo(self) -> bool:
        """Makes the decision again that was undone last; False where there is none."""
        self.write()
        return self._step(self._ends.next, undone=False)

    def retract(self) -> None:
        """Takes the last decision back for good: it cannot be made again.

        Where a file came with it, what could be redone before can be redone again.
        """
        self.write()
        decision = self._ends.last
        if decision is not None:
            self._take(decision, journal.forget, undone=True)
            self._recent = None

    def reading(self, draft_id: str) -> Received | None:
        """What reading a file gave on the day it came, so that its paragraphs keep their ids; None for none.

        One that this version cannot make out is None, too: the file can be read again.
        """
        with faults_of(self.path):
            row = self._database.execute("SELECT value FROM reading WHERE draft = ?", (draft_id,)).fetchone()
        try:
            return None if row is None else unpacked(Received, from_bytes(row[0]))
        except CodecError:
            return None

    def remember(self, name: str, value: str) -> None:
        """Keeps something that is no decision, such as where one was; not in the journal."""
        with self._transaction() as database:
            database.execute(REMEMBERED)
            database.execute("INSERT OR REPLACE INTO remembered VALUES (?, ?)", (name, value))

    def remembered(self, name: str) -> str | None:
        """What was kept under a name; None for nothing."""
        with faults_of(self.path):
            self._database.execute(REMEMBERED)
            row = self._database.execute("SELECT value FROM remembered WHERE name = ?", (name,)).fetchone()
        return None if row is None else str(row[0])

    def received(self, digest: str) -> bytes:
        """The bytes that were received under a digest."""
        with faults_of(self.path):
            row = self._database.execute("SELECT data FROM received WHERE digest = ?", (digest,)).fetchone()
        if row is None:
            raise refusal(
                WorkspaceError, "workspace_damaged", name=self.path.name, reason=f"{digest[:16]} is missing"
            )
        return bytes(row[0])

    def _step(self, decision: journal.Decision | None, *, undone: bool) -> bool:
        if decision is None:
            return False
        self._take(decision, journal.undone if undone else journal.redone, undone=undone)
        return True

    def _take(
        self,
        decision: journal.Decision,
        note: Callable[[sqlite3.Connection, journal.Decision], None],
        *,
        undone: bool,
    ) -> None:
        with self._transaction() as database:
            dossier, texts = self._led_to(decision, undone=undone)
            self._put(texts)
            note(database, decision)
            ends = _ends(database)
        self._dossier, self._ends = dossier, ends
        self._note(texts)
        self._may_widen = False

    def _led_to(self, decision: journal.Decision, *, undone: bool) -> tuple[Dossier, Mapping[str, str]]:
        """What a decision that is taken back, or made again, leads to, and the entries for that."""
        recent = self._recent
        if recent is not None and recent.leads(decision, self._dossier, undone=undone):
            made = recent.made
            return (made.old, made.before) if undone else (made.new, made.texts)
        entries = journal.entries_of(self._database, decision)[0 if undone else 1]
        dossier = with_entries(self._dossier, entries)
        # One entry for all statuses, of a desk of the first days, stands for many.
        entries = changed_entries(self._dossier, dossier)[1] if ALL_STATUSES in entries else entries
        return dossier, texts_of(entries)

    def _put(self, texts: Mapping[str, str]) -> None:
        """Stores entries, which are JSON already."""
        gone = [(key,) for key, text in texts.items() if text == NOT_THERE]
        kept = [(key, text) for key, text in texts.items() if text != NOT_THERE]
        self._database.executemany("DELETE FROM entry WHERE key = ?", gone)
        self._database.executemany("INSERT OR REPLACE INTO entry VALUES (?, ?)", kept)

    def _note(self, texts: Mapping[str, str]) -> None:
        """What the file holds now, once the transaction is through."""
        for key, text in texts.items():
            if text == NOT_THERE:
                self._stored.pop(key, None)
            else:
                self._stored[key] = text

    @contextmanager
    def _transaction(self) -> Iterator[sqlite3.Connection]:
        with faults_of(self.path):
            self._database.execute("BEGIN IMMEDIATE")
            try:
                yield self._database
                self._database.execute("COMMIT")
            except BaseException:
                if self._database.in_transaction:
                    self._database.execute("ROLLBACK")
                raise


def _keep(database: sqlite3.Connection, came: Arrival) -> None:
    received = came.received
    database.execute("INSERT OR IGNORE INTO received VALUES (?, ?)", (received.digest, came.data))
    reading = came.reading or kept_reading(received)
    database.execute("INSERT OR REPLACE INTO reading VALUES (?, ?)", (received.drafts[0].id, reading))


def kept_reading(received: Received) -> bytes:
    """A reading as it is kept; 50 ms for 2,400 paragraphs, so a window has it made elsewhere."""
    return to_bytes(packed(received))


def _part_statuses(database: sqlite3.Connection, dossier: Dossier) -> dict[str, str]:
    """Stores the statuses of a desk of the first days one by one, so that a mark writes nothing but itself."""
    texts = texts_of(changed_entries(Dossier(), dossier)[1])
    database.execute("BEGIN IMMEDIATE")
    database.execute("DELETE FROM entry WHERE key = ?", (ALL_STATUSES,))
    database.executemany("INSERT OR REPLACE INTO entry VALUES (?, ?)", texts.items())
    database.execute("COMMIT")
    return texts


def _highest_serial(working: Draft | None) -> int:
    if working is None:
        return -1
    notes = (p for note in working.notes for p in note.paragraphs)
    return max((p.id.serial for p in (*working.paragraphs, *notes)), default=-1)


def _ends(database: sqlite3.Connection) -> _Ends:
    return _Ends(journal.last_done(database), journal.first_undone(database))
