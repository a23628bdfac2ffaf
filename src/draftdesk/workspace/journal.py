"""The journal of decisions: what was decided, with the entries before and after. Undo and redo are this.

Functions on an open database inside a transaction that the caller holds; nothing here commits.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass

from draftdesk.messages import Message
from draftdesk.workspace.codec import (
    CodecError,
    compressed,
    from_bytes,
    from_json,
    joined,
    packed,
    to_bytes,
    to_json,
    unpacked,
)
from draftdesk.workspace.entries import Entries

SCHEMA = """
CREATE TABLE journal (
    id INTEGER PRIMARY KEY,
    said TEXT NOT NULL,
    before BLOB NOT NULL,
    after BLOB NOT NULL,
    undone INTEGER NOT NULL DEFAULT 0
) STRICT;
"""
"""`undone`: 0 for what stands, 1 for what redo makes again; else the id of the decision that laid it aside."""


@dataclass(frozen=True)
class Decision:
    """One step of the journal: `said` names it for the user. What it changed is read when that is asked for."""

    id: int
    said: Message


def last_done(database: sqlite3.Connection) -> Decision | None:
    """The decision that undo takes back; None at the beginning."""
    return _decision(database, "WHERE undone = 0 ORDER BY id DESC LIMIT 1")


def first_undone(database: sqlite3.Connection) -> Decision | None:
    """The decision that redo makes again; None where nothing was undone."""
    return _decision(database, "WHERE undone = 1 ORDER BY id LIMIT 1")


def next_id(database: sqlite3.Connection) -> int:
    """What the next decision will be told by."""
    return int(database.execute("SELECT coalesce(max(id), 0) + 1 FROM journal").fetchone()[0])


def write(
    database: sqlite3.Connection,
    said: Message,
    before: Mapping[str, str],
    after: Mapping[str, str],
    *,
    spares: bool = False,
) -> None:
    """A new decision; what was undone before it cannot be redone any more. The entries are JSON already.

    `spares`: the decision may be forgotten soon, as if it was never made; what was undone is laid aside for that.
    """
    number = next_id(database)
    if not spares:
        database.execute("DELETE FROM journal WHERE undone > 0")
    elif first_undone(database) is not None:
        database.execute("DELETE FROM journal WHERE undone > 1")
        database.execute("UPDATE journal SET undone = ? WHERE undone = 1", (number,))
    database.execute(
        "INSERT INTO journal (id, said, before, after) VALUES (?, ?, ?, ?)",
        (number, to_json(packed(said)), compressed(joined(before)), compressed(joined(after))),
    )


def widen(database: sqlite3.Connection, last: Decision, before: Mapping[str, str], after: Entries) -> None:
    """The last decision goes on: its oldest `before`, which is JSON already, and the newest `after` count."""
    was, became = entries_of(database, last)
    was = {key: from_json(text) for key, text in before.items() if key not in was} | was
    database.execute("DELETE FROM journal WHERE undone > 0")
    database.execute(
        "UPDATE journal SET before = ?, after = ? WHERE id = ?",
        (to_bytes(was), to_bytes(became | after), last.id),
    )


def entries_of(database: sqlite3.Connection, decision: Decision) -> tuple[Entries, Entries]:
    """The entries before and after a decision; raises CodecError."""
    row = database.execute("SELECT before, after FROM journal WHERE id = ?", (decision.id,)).fetchone()
    before, after = from_bytes(row[0]), from_bytes(row[1])
    if not isinstance(before, dict) or not isinstance(after, dict):
        raise CodecError("a decision does not hold entries")
    return before, after


def undone(database: sqlite3.Connection, decision: Decision) -> None:
    """Notes that a decision was taken back."""
    database.execute("UPDATE journal SET undone = 1 WHERE id = ?", (decision.id,))


def redone(database: sqlite3.Connection, decision: Decision) -> None:
    """Notes that a decision was made again."""
    database.execute("UPDATE journal SET undone = 0 WHERE id = ?", (decision.id,))


def forget(database: sqlite3.Connection, decision: Decision) -> None:
    """Takes a decision out; what could be redone before it can be redone again."""
    database.execute("DELETE FROM journal WHERE id = ?", (decision.id,))
    database.execute("UPDATE journal SET undone = 1 WHERE undone > 1 AND undone = ?", (decision.id,))


def _decision(database: sqlite3.Connection, where: str) -> Decision | None:
    row = database.execute(f"SELECT id, said FROM journal {where}").fetchone()
    return None if row is None else Decision(row[0], unpacked(Message, from_json(row[1])))
