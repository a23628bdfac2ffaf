"""The file of a desk as SQLite has it: its tables, how it is told from other files, and how it is held."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Final

from draftdesk.errors import WorkspaceError, refusal
from draftdesk.workspace import journal

_APPLICATION: Final = 0x64726674
"""Tells a desk from other SQLite files."""

_VERSION: Final = 2
"""2: words may be highlighted, which a program that writes 1 cannot read. A desk of 1 is one of 2."""

REMEMBERED: Final = (
    "CREATE TABLE IF NOT EXISTS remembered (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID"
)
"""Desks of the first days do not have this table yet."""

_SCHEMA: Final = f"""
BEGIN;
CREATE TABLE received (digest TEXT PRIMARY KEY, data BLOB NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE reading (draft TEXT PRIMARY KEY, value BLOB NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE entry (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
{REMEMBERED};
CREATE TABLE counter (name TEXT PRIMARY KEY, value INTEGER NOT NULL) STRICT, WITHOUT ROWID;
{journal.SCHEMA}
PRAGMA application_id = {_APPLICATION};
PRAGMA user_version = {_VERSION};
COMMIT;
"""


def prepare(database: sqlite3.Connection, path: Path) -> None:
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
