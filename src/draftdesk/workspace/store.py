"""One SQLite file per dossier: received bytes and their readings, what is decided, and the journal of it.

Each decision is one transaction, on the disk when the call returns. The file is held while it is open, so
that two windows cannot write over each other; a killed process leaves nothing behind that bars the next.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Final, Self

from draftdesk.errors import WorkspaceError, refusal
from draftdesk.messages import Message
from draftdesk.model.dossier import Dossier
from draftdesk.model.draft import Draft, Received
from draftdesk.workspace import journal
from draftdesk.workspace.codec import CodecError, from_bytes, from_json, packed, to_bytes, to_json, unpacked
from draftdesk.workspace.entries import ALL_STATUSES, Entries, changed_entries, changed_values, with_entries
from draftdesk.workspace.faults import faults_of

_APPLICATION: Final = 0x64726674
"""Tells a desk from other SQLite files."""

_VERSION: Final = 2
"""2: words may be highlighted, which a program that writes 1 cannot read. A desk of 1 is one of 2."""

_REMEMBERED: Final = (
    "CREATE TABLE IF NOT EXISTS remembered (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID"
)
"""Desks of the first days do not have this table yet."""

_SCHEMA: Final = f"""
BEGIN;
CREATE TABLE received (digest TEXT PRIMARY KEY, data BLOB NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE reading (draft TEXT PRIMARY KEY, value BLOB NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE entry (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
{_REMEMBERED};
CREATE TABLE counter (name TEXT PRIMARY KEY, value INTEGER NOT NULL) STRICT, WITHOUT ROWID;
{journal.SCHEMA}
PRAGMA application_id = {_APPLICATION};
PRAGMA user_version = {_VERSION};
COMMIT;
"""


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


@dataclass(frozen=True)
class Ready:
    """A decision that is ready to be written: what is decided before and after it, and the entries that differ.

    `before` and `texts` hold them as JSON.
    """

    old: Dossier
    new: Dossier
    before: Mapping[str, str]
    after: Entries
    texts: Mapping[str, str]


_NOTHING: Final[Mapping[str, str]] = MappingProxyType({})


def ready(old: Dossier, new: Dossier, stored: Mapping[str, str] = _NOTHING) -> Ready:
    """A decision made ready; pure, and 40 ms for a new draft of 2,400 paragraphs, so a window does it elsewhere.

    `stored`: what the desk's file has of `old`, so that this need not be made once more.
    """
    changes = list(changed_values(old, new))
    after = {key: packed(value) for key, _, value in changes}
    made = {key: packed(value) for key, value, _ in changes if key not in stored}
    known = _texts(made)
    before = {key: stored.get(key) or known[key] for key in after}
    return Ready(old, new, before, after, _texts(after))


def _texts(entries: Entries) -> dict[str, str]:
    return {key: to_json(value) for key, value in entries.items()}


class Workspace:
    """The file of a desk, open. `dossier` is what is decided; all methods raise WorkspaceError."""

    def __init__(self, path: Path, database: sqlite3.Connection, dossier: Dossier, stored: Mapping[str, str]) -> None:
        self.path = path
        self._database = database
        self._dossier = dossier
        self._stored = dict(stored)
        self._may_widen = False
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
                _prepare(database, path)
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
        """Gives the file free; what was decided is in it already."""
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
    ) -> None:
        """Keeps a new dossier, and the file that came with it, as one decision.

        `widen`: the decision goes on with the last one, so that undo takes both back; where the last
        one was made before the file was opened or undone in the meantime, it is a decision of its own.
        `made`: the same decision made ready elsewhere; another one is passed over.
        """
        if made is None or made.old is not self._dossier or made.new is not dossier:
            made = ready(self._dossier, dossier, self._stored)
        before, after, texts = made.before, made.after, made.texts
        if not after and came is None:
            return
        with self._transaction() as database:
            if came is not None:
                _keep(database, came)
            self._put(after, texts)
            highest = _highest_serial(dossier.working)
            if highest > self._highest:
                database.execute("INSERT OR REPLACE INTO counter VALUES ('serial', ?)", (highest,))
            if widen and self._may_widen and self._ends.last is not None:
                journal.widen(database, self._ends.last, before, after)
            else:
                journal.write(database, said, before, texts, spares=came is not None)
            ends = _ends(database)
        self._dossier, self._ends = dossier, ends
        self._note(after, texts)
        self._highest = max(highest, self._highest)
        self._may_widen = True

    def undo(self) -> bool:
        """Takes the last decision back; False where there is none."""
        return self._step(self._ends.last, undone=True)

    def redo(self) -> bool:
        """Makes the decision again that was undone last; False where there is none."""
        return self._step(self._ends.next, undone=False)

    def retract(self) -> None:
        """Takes the last decision back for good: it cannot be made again.

        Where a file came with it, what could be redone before can be redone again.
        """
        decision = self._ends.last
        if decision is not None:
            self._take(decision, journal.forget, undone=True)

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
            database.execute(_REMEMBERED)
            database.execute("INSERT OR REPLACE INTO remembered VALUES (?, ?)", (name, value))

    def remembered(self, name: str) -> str | None:
        """What was kept under a name; None for nothing."""
        with faults_of(self.path):
            self._database.execute(_REMEMBERED)
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
            before, after = journal.entries_of(database, decision)
            entries = before if undone else after
            dossier = with_entries(self._dossier, entries)
            # One entry for all statuses, of a desk of the first days, stands for many.
            entries = changed_entries(self._dossier, dossier)[1] if ALL_STATUSES in entries else entries
            texts = _texts(entries)
            self._put(entries, texts)
            note(database, decision)
            ends = _ends(database)
        self._dossier, self._ends = dossier, ends
        self._note(entries, texts)
        self._may_widen = False

    def _put(self, entries: Entries, texts: Mapping[str, str]) -> None:
        """Stores entries; `texts` are all of them as JSON."""
        gone = [(key,) for key, value in entries.items() if value is None]
        kept = [(key, texts[key]) for key, value in entries.items() if value is not None]
        self._database.executemany("DELETE FROM entry WHERE key = ?", gone)
        self._database.executemany("INSERT OR REPLACE INTO entry VALUES (?, ?)", kept)

    def _note(self, entries: Entries, texts: Mapping[str, str]) -> None:
        """What the file holds now, once the transaction is through."""
        for key, value in entries.items():
            if value is None:
                self._stored.pop(key, None)
            else:
                self._stored[key] = texts[key]

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
    texts = _texts(changed_entries(Dossier(), dossier)[1])
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


def _prepare(database: sqlite3.Connection, path: Path) -> None:
    """Holds the file for this process; makes what is in a new one, refuses one that is not a desk."""
    database.execute("PRAGMA locking_mode = EXCLUSIVE")
    database.execute("PRAGMA journal_mode = WAL")
    database.execute("PRAGMA synchronous = FULL")
    database.execute("BEGIN IMMEDIATE")
    database.execute("COMMIT")
    application, version = _pragma(database, "application_id"), _pragma(database, "user_version")
    tables = database.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    if application == 0 and version == 0 and tables == 0:
        database.executescript(_SCHEMA)
        return
    if application != _APPLICATION:
        raise refusal(WorkspaceError, "workspace_foreign", name=path.name)
    if version > _VERSION:
        raise refusal(WorkspaceError, "workspace_newer", name=path.name)
    if version < _VERSION:
        database.execute(f"PRAGMA user_version = {_VERSION}")


def _pragma(database: sqlite3.Connection, name: str) -> int:
    return int(database.execute(f"PRAGMA {name}").fetchone()[0])
