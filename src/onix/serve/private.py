"""The file of the desk: who may come in and what they did, in `desk.sqlite` beside the record.

It is no part of the record, because records are copied, published and passed on, and keys must not
travel with them; because a login must not wait for whoever is adding; and because the log has to
outlive what is removed. Made when something is first kept, readable by its owner alone.
"""

from __future__ import annotations

import os
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from onix.errors import RecordError

FILE = "desk.sqlite"
VERSION = 1
_TABLES = f"""
CREATE TABLE owner (one INTEGER PRIMARY KEY CHECK (one = 1), password TEXT NOT NULL);
CREATE TABLE sessions (hash BLOB PRIMARY KEY, made REAL NOT NULL, seen REAL NOT NULL);
CREATE TABLE tokens (
    name TEXT PRIMARY KEY, hash BLOB NOT NULL UNIQUE, scopes TEXT NOT NULL,
    made REAL NOT NULL, used REAL
);
CREATE TABLE log (
    number INTEGER PRIMARY KEY, at REAL NOT NULL, who TEXT NOT NULL, address TEXT,
    did TEXT NOT NULL, about TEXT NOT NULL
);
PRAGMA user_version = {VERSION};
"""


class Private:
    """The private file of the record in `folder`; threads and processes may share it."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / FILE
        self._lock = threading.Lock()
        self._connection: sqlite3.Connection | None = None

    def rows(self, sql: str, *values: object) -> list[sqlite3.Row]:
        """Give the rows of a query; none where nothing was ever kept."""
        with self._lock, self._explained():
            if self._connection is None and not self._path.exists():
                return []
            return self._opened().execute(sql, values).fetchall()

    def run(self, sql: str, *values: object) -> int:
        """Make one change, durable once this returns; give how many rows it touched."""
        with self._lock, self._explained():
            return self._opened().execute(sql, values).rowcount

    def insert(self, sql: str, *values: object) -> int:
        """Make a row; give its number."""
        with self._lock, self._explained():
            return self._opened().execute(sql, values).lastrowid or 0

    def close(self) -> None:
        """Let go of the file."""
        with self._lock:
            if self._connection is not None:
                self._connection.close()
                self._connection = None

    def _opened(self) -> sqlite3.Connection:
        if self._connection is None:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            # Made here and not by SQLite, so that it is never readable by others, not for a moment.
            os.close(os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600))
            if self._path.stat().st_mode & 0o077:  # it was copied here
                self._path.chmod(0o600)
            # Without a statement cache between threads: the lock sees to it that one is at it.
            connection = sqlite3.connect(
                self._path, timeout=10, isolation_level=None, check_same_thread=False
            )
            try:
                connection.row_factory = sqlite3.Row
                self._prepare(connection)
            except BaseException:
                connection.close()
                raise
            self._connection = connection
        return self._connection

    def _prepare(self, connection: sqlite3.Connection) -> None:
        connection.execute("BEGIN IMMEDIATE")
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        if version > VERSION:
            raise RecordError(
                f"{self._path} is of a newer version of Onix. Install that: pip install -U askonix"
            )
        if version == 0:
            for statement in _TABLES.split(";"):
                connection.execute(statement)
        connection.execute("COMMIT")

    @contextmanager
    def _explained(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.IntegrityError:
            raise
        except (sqlite3.Error, OSError) as problem:
            raise RecordError(
                f"The file of keys and of the log, {self._path}, cannot be used: {problem}. "
                "Check who may write there; if it is damaged, move it away and set the password "
                "and the tokens anew."
            ) from problem
