"""How a record is opened: in comes its folder, out comes the record, or what is in the way."""

from __future__ import annotations

from contextlib import closing, suppress
from pathlib import Path
from shutil import rmtree

from onix.errors import RecordError
from onix.record.lock import WriterLock
from onix.record.record import Record
from onix.record.schema import FILE, OutdatedError
from onix.record.store import Store

# What may lie in the folder before the record does; desk.sqlite is where `onix serve` keeps keys.
OURS = frozenset({"lock", "index", "desk.sqlite", "desk.sqlite-journal"})


def open_record(
    path: Path, *, create: bool = False, write: bool = False, paths: bool = True
) -> Record:
    """Give the record at `path`, to be closed by `with`.

    Args:
        path: Its folder.
        create: Make it if it is not there; implies `write`.
        write: Hold the right to change it until it is closed: one process at a time.
        paths: Say where on this machine files lay; without, only their names (`hiding.py`).

    Raises:
        RecordError: It is missing, locked, damaged, foreign, or of a newer version.
    """
    write = write or create
    is_new = not (path / FILE).is_file()
    missing = f"No record at {path}. Make one with: onix add ARTICLE --record {path}"
    if is_new:
        if path.exists() and not path.is_dir():
            raise RecordError(f"{path} is a file, not a record. Name a folder with --record.")
        if not create:
            raise RecordError(missing)
        if path.is_dir() and any(each.name not in OURS for each in path.iterdir()):
            raise RecordError(
                f"{path} is a folder with other things in it. Name a folder of its own with "
                f"--record, such as {path / 'news.onix'}."
            )
        try:
            path.mkdir(parents=True, exist_ok=True)
        except OSError as problem:
            raise RecordError(
                f"No record can be made at {path}: {problem.strerror}. "
                "Name another folder with --record."
            ) from problem
    elif not create and (path / FILE).stat().st_size == 0:
        raise RecordError(missing)  # its maker was stopped before anything was in it
    lock = WriterLock(path)
    if write:
        _lock(lock, path)
    try:
        store = _open_store(path, lock, write=write, create=create, paths=paths)
        record = Record(path, lock, store)
    except BaseException:
        lock.release()
        raise
    if is_new:  # readers have an index from the start
        try:
            record.rebuild()
        except BaseException:
            with suppress(RecordError):
                record.close()
            raise
    return record


def discard_if_empty(path: Path) -> None:
    """Remove a record into which nothing has come, with its folder: no document, nothing to fetch.

    One that somebody else is writing to stays.
    """
    ours = OURS | {FILE, f"{FILE}-wal", f"{FILE}-shm"}
    lock = WriterLock(path)
    if not (path / FILE).is_file() or not lock.try_take():
        return
    try:
        with closing(Store(path, write=False)) as store:
            rows = ("SELECT 1 FROM documents", "SELECT 1 FROM sources", "SELECT 1 FROM tombstones")
            is_empty = all(store.row(f"{each} LIMIT 1") is None for each in rows)
        if is_empty and all(each.name in ours for each in path.iterdir()):
            rmtree(path)
    finally:
        lock.release()


def _lock(lock: WriterLock, path: Path) -> None:
    try:
        lock.take()
    except OSError as problem:
        raise RecordError(
            f"The record {path} cannot be written: {problem.strerror}. "
            "Change its permissions, or name another folder with --record."
        ) from problem


def _open_store(path: Path, lock: WriterLock, *, write: bool, create: bool, paths: bool) -> Store:
    try:
        return Store(path, write=write, create=create, paths=paths)
    except OutdatedError:
        _lock(lock, path)
        Store(path, write=True).close()
        lock.release()
        return Store(path, write=False, paths=paths)
