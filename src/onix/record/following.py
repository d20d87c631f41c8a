"""The index follows the store: in come both, out goes an index that has all the store has.

What the index lacks is replayed from the store by sequence number; an index that is missing,
damaged or of another format is made anew. A removal makes it anew, too, because tantivy keeps a
deleted passage's words in its files until it happens to merge them.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from contextlib import suppress
from pathlib import Path

from onix.errors import RecordError
from onix.record.database import Row
from onix.record.lock import WriterLock
from onix.record.query import Standing
from onix.record.search import IndexDamagedError, Search
from onix.record.store import Store


class Follower:
    """The index of the record in `store.folder`, kept level with it; `notices` is for the user."""

    def __init__(self, store: Store, lock: WriterLock) -> None:
        self.notices: list[str] = []
        self._store = store
        self._lock = lock
        self._home = store.folder / "index"
        self._index: Search | None = None
        self._away: tempfile.TemporaryDirectory[str] | None = None

    def level(self) -> Search:
        """Give the index with everything that the store has, as far as this process may.

        1. Open what is there; make it anew when that cannot be used.
        2. Replay what it lacks. While another process writes, that is its work, not ours.
        """
        try:
            # 1. Open
            if self._index is None or not self._index.is_current():
                self._index = self._open()
            # 2. Replay
            self._index.refresh()
            if self._index.sequence() < self._store.sequence():
                return self._replayed(self._index)
        except IndexDamagedError:
            is_first = self._store.sequence() == 0 or not self._home.exists()
            return self.anew(None if is_first else "was damaged")
        return self._index

    def _open(self) -> Search:
        if self._home.is_dir() and not os.access(self._home, os.W_OK):
            elsewhere = self._place() / "borrowed"
            shutil.rmtree(elsewhere, ignore_errors=True)
            elsewhere.mkdir()
            return Search.borrowed(self._home, elsewhere)
        return Search.open(self._home)

    def _replayed(self, index: Search) -> Search:
        borrowed = False
        if not self._lock.is_held:
            try:
                borrowed = self._lock.try_take()
            except OSError:  # a folder that cannot be written
                return self.anew("lacks the last changes")
            if not borrowed:
                if index.folder.parent != self._home:  # made elsewhere before there was one here
                    self._index = index = Search.open(self._home)
                return index
        try:
            removed = self._store.number(
                "SELECT count(*) FROM tombstones WHERE sequence > ?", index.sequence()
            )
            if removed:
                return self.anew(None)
            self._feed(index)
            if borrowed:
                index.close()
        finally:
            if borrowed:
                self._lock.release()
        return index

    def _feed(self, index: Search) -> None:
        """Give the index every change that it lacks, and make that durable."""
        last = self._store.sequence()
        try:
            for row in self._store.changes(index.sequence()):
                if index.sequence():
                    index.remove(row["id"])
                self._add(index, row)
            index.commit(last)
        except OSError as problem:
            index.abandon()
            raise RecordError(
                f"The index of {self._store.folder} could not be written: {problem}. All that was "
                "reported as kept is kept. Make room; the index catches up when it is opened."
            ) from problem

    def _add(self, index: Search, row: Row) -> None:
        document = self._store.document(row)
        index.add(
            [(passage, document) for passage in self._store.passages(document, row["key"])],
            standing=Standing(row["appears"], row["superseded"]),
        )

    def anew(self, why: str | None) -> Search:
        """Give an index made from the store alone; with `why` the user is told of it.

        Where the record cannot be written, or another process is writing it, the new index
        stands in a temporary folder for as long as this record is open.
        """
        borrowed = False
        try:
            borrowed = not self._lock.is_held and self._lock.try_take()
            home = self._home if self._lock.is_held else self._place()
        except OSError:
            home = self._place()
        try:
            self._drop()
            try:
                index = Search.fresh(home)
            except OSError as problem:
                raise RecordError(
                    f"The index of {self._store.folder} could not be made anew: {problem}. "
                    "All that was reported as kept is kept. Make room or mend the permissions of "
                    f"{home}, then run: onix record rebuild"
                ) from problem
            try:
                self._feed(index)
                index.close()
            except BaseException:
                index.abandon()
                shutil.rmtree(index.folder, ignore_errors=True)
                raise
            index.publish()
        finally:
            if borrowed:
                self._lock.release()
        self._index = index
        if why is not None:
            where = "" if home == self._home else ", in a temporary folder,"
            self.notices.append(
                f"The index of {self._store.folder} {why} and has been made anew{where} from the "
                f"record ({index.size()} passages). Nothing is lost."
            )
        return index

    def _place(self) -> Path:
        if self._away is None:
            self._away = tempfile.TemporaryDirectory(prefix="onix-index-")
        return Path(self._away.name)

    def _drop(self) -> None:
        if self._index is not None:
            self._index.abandon()
            self._index = None

    def close(self) -> None:
        """Bring the index level if this process is the writer, and let go of it."""
        try:
            if self._lock.is_held:
                self.level()
        finally:
            if self._index is not None:
                with suppress(IndexDamagedError, OSError):  # only tantivy's own tidying is left
                    self._index.close()
            self._index = None
            if self._away is not None:
                self._away.cleanup()
                self._away = None
