"""The tables of the record and how an older record becomes a current one; out goes a connection.

SQLite is the truth. It is its own file so that the form of the data can be read in one place,
and so that every way in which SQLite can fail is turned into a sentence here and nowhere else.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from onix.errors import RecordError

APPLICATION_ID = 0x4F4E4958  # "ONIX"
FILE = "record.sqlite"

# One script a version, never changed after a release; a record runs those it has not run yet.
MIGRATIONS = (
    """
    CREATE TABLE meta (name TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID;
    INSERT INTO meta VALUES ('sequence', 0);

    -- `chain` is the id of the first version and is shared by all of them; `copies` is the key of
    -- the first document of a group of near-copies, its own key where there is no other.
    -- Days are proleptic ordinals: `day` of publication, `appears` when this version was there,
    -- `superseded` when the next one was (NULL: it is the newest).
    CREATE TABLE documents (
        key INTEGER PRIMARY KEY AUTOINCREMENT,
        id TEXT NOT NULL UNIQUE,
        chain TEXT NOT NULL,
        version INTEGER NOT NULL,
        copies INTEGER NOT NULL,
        sequence INTEGER NOT NULL,
        kind TEXT NOT NULL,
        title TEXT,
        address TEXT,
        outlet TEXT,
        authors TEXT NOT NULL,
        published TEXT,
        fetched TEXT,
        language TEXT,
        raw_sha256 TEXT,
        version_of TEXT,
        corrected INTEGER NOT NULL,
        cut INTEGER NOT NULL,
        unread TEXT,
        credit TEXT,
        words INTEGER NOT NULL,
        text_sha256 BLOB NOT NULL,
        day INTEGER,
        appears INTEGER,
        superseded INTEGER
    );
    CREATE INDEX documents_chain ON documents (chain, version);
    CREATE INDEX documents_copies ON documents (copies);
    CREATE INDEX documents_sequence ON documents (sequence);
    CREATE INDEX documents_address ON documents (address) WHERE address IS NOT NULL;
    CREATE INDEX documents_text ON documents (text_sha256);
    CREATE INDEX documents_day ON documents (day);

    CREATE TABLE layouts (number INTEGER PRIMARY KEY, fields TEXT NOT NULL UNIQUE);
    CREATE TABLE texts (
        document INTEGER PRIMARY KEY REFERENCES documents ON DELETE CASCADE,
        text TEXT NOT NULL,
        turns BLOB,
        marks BLOB NOT NULL,
        layout INTEGER NOT NULL REFERENCES layouts
    );
    CREATE TABLE passages (
        document INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
        number INTEGER NOT NULL,
        start INTEGER NOT NULL,
        end INTEGER NOT NULL,
        PRIMARY KEY (document, number)
    ) WITHOUT ROWID;

    CREATE TABLE names (
        key INTEGER PRIMARY KEY,
        name TEXT NOT NULL,
        kind TEXT NOT NULL,
        documents INTEGER NOT NULL,
        UNIQUE (name, kind)
    );
    -- No keys to other tables here: checking them would take as much room again.
    CREATE TABLE name_words (
        word TEXT NOT NULL,
        name INTEGER NOT NULL,
        PRIMARY KEY (word, name)
    ) WITHOUT ROWID;
    CREATE TABLE name_documents (
        name INTEGER NOT NULL,
        document INTEGER NOT NULL,
        PRIMARY KEY (name, document)
    ) WITHOUT ROWID;

    -- The bands of each document's MinHash: documents that share one may be near-copies.
    CREATE TABLE bands (
        band INTEGER NOT NULL,
        document INTEGER NOT NULL,
        PRIMARY KEY (band, document)
    ) WITHOUT ROWID;

    CREATE TABLE sources (
        address TEXT PRIMARY KEY,
        kind TEXT NOT NULL,
        outlet TEXT,
        etag TEXT,
        last_modified TEXT,
        fetched TEXT
    ) WITHOUT ROWID;

    CREATE TABLE tombstones (
        sequence INTEGER PRIMARY KEY,
        id TEXT NOT NULL,
        title TEXT,
        address TEXT,
        text_sha256 BLOB NOT NULL,
        removed TEXT NOT NULL,
        why TEXT NOT NULL
    );
    CREATE INDEX tombstones_text ON tombstones (text_sha256);
    CREATE INDEX tombstones_address ON tombstones (address) WHERE address IS NOT NULL;
    """,
    """
    -- Checks that are watched. `about` is JSON and holds no words of a document, so that what is
    -- removed is gone from here, too; `seen` is JSON: the versions that were last reported.
    CREATE TABLE checks (
        name TEXT PRIMARY KEY,
        added TEXT NOT NULL,
        about TEXT NOT NULL,
        seen TEXT NOT NULL
    );
    """,
    """
    -- What was left out when it was last to be added, and why; gone from here once it is kept.
    CREATE TABLE left_out (
        address TEXT PRIMARY KEY,
        why TEXT NOT NULL,
        tried TEXT NOT NULL
    ) WITHOUT ROWID;
    """,
    """
    ALTER TABLE documents ADD COLUMN modified TEXT;
    """,
    """
    -- When a version was kept (ISO date-time, UTC): a file does not say since when it reads so.
    ALTER TABLE documents ADD COLUMN kept TEXT;
    """,
)


class OutdatedError(RecordError):
    """The record has an older form, and was opened in a way that cannot change it."""


@contextmanager
def explained(folder: Path) -> Iterator[None]:
    """Turn what SQLite reports into a RecordError with a remedy; bugs of ours pass as they are."""
    try:
        yield
    except sqlite3.DatabaseError as problem:
        sentence = _sentences(folder).get(getattr(problem, "sqlite_errorcode", 0) & 0xFF)
        if sentence is None:
            raise
        raise RecordError(sentence) from problem


def _sentences(folder: Path) -> dict[int, str]:
    damaged = (
        f"The record {folder} is damaged: {FILE} is not a sound database. Put back a copy of it, "
        f"or save what can be read with: sqlite3 {folder / FILE} .recover"
    )
    return {
        sqlite3.SQLITE_FULL: (
            f"The disk is full: {folder} could not take the last documents. "
            "All that was reported as kept is kept. Make room and add the rest again."
        ),
        sqlite3.SQLITE_IOERR: (
            f"The disk failed while {folder} was read or written. All that was reported as kept "
            "is kept if the disk is sound. Check the disk (space, cable, quota) and try again."
        ),
        sqlite3.SQLITE_CORRUPT: damaged,
        sqlite3.SQLITE_NOTADB: damaged,
        sqlite3.SQLITE_READONLY: (
            f"The record {folder} cannot be written: it is read-only. "
            "Change its permissions, or copy it to a folder of yours."
        ),
        sqlite3.SQLITE_CANTOPEN: (
            f"The record {folder} cannot be opened. Check that you may read {folder / FILE}."
        ),
        sqlite3.SQLITE_BUSY: (
            f"The record {folder} is being written by another process. Try again in a moment."
        ),
    }


def connect(folder: Path, *, write: bool, create: bool = False) -> sqlite3.Connection:
    """Give a connection to the record in `folder`, brought to the current form where it may be.

    A reader gets one that cannot change anything; in a folder that cannot be written it works
    without SQLite's side files. Raises RecordError for a foreign, damaged or newer record.
    """
    with explained(folder):
        if write:
            connection = _open(folder / FILE, "rwc" if create else "rw")
        else:
            connection = _open_reader(folder)
        try:
            _prepare(connection, folder, write=write)
        except BaseException:
            connection.close()
            raise
    return connection


def _open(path: Path, mode: str) -> sqlite3.Connection:
    connection = sqlite3.connect(
        f"{path.resolve().as_uri()}?mode={mode}",
        uri=True,
        timeout=10,
        isolation_level=None,
        check_same_thread=False,
    )
    try:
        connection.execute("PRAGMA schema_version").fetchone()  # touches the file
    except BaseException:
        connection.close()
        raise
    return connection


def _open_reader(folder: Path) -> sqlite3.Connection:
    path = folder / FILE
    for mode in ("rw", "ro"):
        try:
            return _open(path, mode)
        except sqlite3.OperationalError as problem:
            if problem.sqlite_errorcode & 0xFF not in (
                sqlite3.SQLITE_CANTOPEN,
                sqlite3.SQLITE_READONLY,
            ):
                raise
    # "immutable" does without the write-ahead log, so it may only be used when that is empty.
    log = path.with_name(FILE + "-wal")
    if log.exists() and log.stat().st_size:
        raise RecordError(
            f"The record {folder} was not closed properly and its folder cannot be written, so "
            "its last changes cannot be read. Copy the whole folder to a place of yours and open "
            "it there."
        )
    return _open(path, "ro&immutable=1")


def _prepare(connection: sqlite3.Connection, folder: Path, *, write: bool) -> None:
    application = connection.execute("PRAGMA application_id").fetchone()[0]
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    is_empty = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0] == 0
    if application != APPLICATION_ID and not (is_empty and write):
        raise RecordError(
            f"{folder / FILE} is not a record of Onix. Name another folder with --record."
        )
    if version > len(MIGRATIONS):
        raise RecordError(
            f"The record {folder} was written by a newer Onix (its form is {version}, this one "
            f"reads up to {len(MIGRATIONS)}). Bring Onix up to date with: "
            "pip install --upgrade askonix"
        )
    if write:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA secure_delete = ON")
        connection.execute("PRAGMA wal_autocheckpoint = 4000")
        for number, script in enumerate(MIGRATIONS[version:], start=version + 1):
            connection.executescript(
                f"BEGIN IMMEDIATE; {script} PRAGMA application_id = {APPLICATION_ID};"
                f"PRAGMA user_version = {number}; COMMIT;"
            )
    elif version < len(MIGRATIONS):
        raise OutdatedError(
            f"The record {folder} was written by an older Onix and must be brought up to date "
            "once, but it cannot be written now. Make it writable, or copy it to a folder of yours."
        )
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA cache_size = -64000")
    if not write:
        connection.execute("PRAGMA query_only = ON")
