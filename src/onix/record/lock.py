"""One writer at a time: in comes the record's folder, out goes a hold on it or a clear refusal.

It is its own file because the operating system's rules are the only subject here. The lock is a
POSIX record lock: it goes with the process that took it, however that process ends, and a
forked reading worker does not inherit it, so that nothing stale can block the next writer.
"""

from __future__ import annotations

import fcntl
import os
from pathlib import Path

from onix.errors import RecordError

# POSIX locks belong to the process, so two records in one process are told apart here.
_held: set[Path] = set()


class WriterLock:
    """The right to write to the record in `folder`, from `take` to `release`."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._path = (folder / "lock").resolve()
        self._descriptor: int | None = None

    def take(self) -> None:
        """Take the lock, or raise RecordError saying which process is writing."""
        if not self.try_take():
            writer = self._path.read_text() if self._path not in _held else str(os.getpid())
            raise RecordError(
                f"The record {self._folder} is being written by process {writer.strip() or '?'}. "
                "Wait until it is done, or stop it, and try again."
            )

    def try_take(self) -> bool:
        """Take the lock if nobody holds it. Raises OSError where the folder cannot be written."""
        if self._path in _held:
            return False
        descriptor = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o644)
        try:
            fcntl.lockf(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except (BlockingIOError, PermissionError):
            os.close(descriptor)
            return False
        os.ftruncate(descriptor, 0)
        os.write(descriptor, str(os.getpid()).encode())
        self._descriptor = descriptor
        _held.add(self._path)
        return True

    def release(self) -> None:
        """Let the next writer in."""
        if self._descriptor is not None:
            _held.discard(self._path)
            os.close(self._descriptor)
            self._descriptor = None

    @property
    def is_held(self) -> bool:
        """Does this very object hold the lock?"""
        return self._descriptor is not None
