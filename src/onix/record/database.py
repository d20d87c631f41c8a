"""The database of a record: its connection, its transactions, and rows for questions.

Every way in which SQLite can fail comes out as a sentence (`schema.explained`). What the rows mean
is the business of `store.py`.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from onix.record.schema import connect, explained

Row = sqlite3.Row


class Database:
    """The database of the record in `folder`."""

    def __init__(self, folder: Path, *, write: bool, create: bool = False) -> None:
        self.folder = folder
        self._connection = connect(folder, write=write, create=create)
        self._connection.row_factory = sqlite3.Row

    def close(self) -> None:
        """Close the database."""
        with explained(self.folder):
            self._connection.close()

    def rows(self, sql: str, *values: object) -> list[Row]:
        """Give the rows of a query."""
        with explained(self.folder):
            return self._connection.execute(sql, values).fetchall()

    def row(self, sql: str, *values: object) -> Row | None:
        """Give the first row of a query, or None."""
        with explained(self.folder):
            found: Row | None = self._connection.execute(sql, values).fetchone()
        return found

    def number(self, sql: str, *values: object) -> int:
        """Give the one number that a query asks for; 0 for none."""
        row = self.row(sql, *values)
        return int(row[0] or 0) if row is not None else 0

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All of it or nothing; durable once it is left."""
        with explained(self.folder):
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield
                self._connection.execute("COMMIT")
            except BaseException:
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")
                self.rolled_back()
                raise

    def fold_log(self) -> None:
        """Write the log back into the database, so that removed text stands nowhere any more."""
        self.rows("PRAGMA wal_checkpoint(TRUNCATE)")

    def run(self, sql: str, values: tuple[object, ...] = ()) -> None:
        """Make a change, inside a transaction."""
        self._connection.execute(sql, values)

    def run_all(self, sql: str, values: Iterable[tuple[object, ...]]) -> None:
        """Make a change for each of these values, inside a transaction."""
        self._connection.executemany(sql, values)

    def rolled_back(self) -> None:
        """Forget what was remembered of a transaction that did not happen."""
