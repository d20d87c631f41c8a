"""Watched checks are kept in the record, also in one that was made before there were any."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from onix.errors import RecordError
from onix.record import Record, WatchedCheck, open_record, schema
from tests.record.making import article, marked

CHECK = WatchedCheck("ferry", "2025-05-06T12:00:00+00:00", '{"claims": []}', ("a@2",))


def test_a_check_is_kept_as_it_was_given(record: Record, path: Path) -> None:
    """And in place of what was kept under its name, also when the record is opened anew."""
    record.watch(CHECK, replace(CHECK, name="bridge"))
    record.watch(replace(CHECK, seen=("a@3",)))
    record.close()
    with open_record(path, write=True) as again:
        assert [(each.name, each.seen) for each in again.watched()] == [
            ("bridge", ("a@2",)),
            ("ferry", ("a@3",)),
        ]
        assert again.unwatch("bridge")
        assert not again.unwatch("bridge")
        assert again.watched() == [replace(CHECK, seen=("a@3",))]


def test_who_only_reads_watches_nothing(record: Record, path: Path) -> None:
    """The writer's right is needed, as for everything that stays."""
    record.close()
    with open_record(path) as reader:
        assert reader.watched() == []
        with pytest.raises(RecordError, match="for reading only"):
            reader.watch(CHECK)


def test_a_record_from_before_can_watch(path: Path) -> None:
    """It is brought up to date when it is opened, and keeps what it had."""
    with open_record(path, create=True) as old:
        old.keep([marked(article())])
    with closing(sqlite3.connect(path / schema.FILE)) as database:
        database.executescript(
            "DROP TABLE checks; DROP TABLE left_out; ALTER TABLE documents DROP COLUMN modified;"
            "ALTER TABLE documents DROP COLUMN kept;"
            "PRAGMA user_version = 1;"
        )
    with open_record(path, write=True) as record:
        record.watch(CHECK)
        assert record.watched() == [CHECK]
        assert len(record) == 1
        assert record.verify().is_sound


def test_documents_are_found_by_their_text_and_told_from_older_versions(record: Record) -> None:
    """By the hash that `onix check --save` writes."""
    from hashlib import sha256

    first = marked(article())
    (kept,) = record.keep([first])
    digest = sha256(first.document.text.encode()).hexdigest()
    assert record.with_text(digest) == (kept.document_id,)
    assert record.with_text("0" * 64) == ()
    assert record.superseded() == frozenset()
