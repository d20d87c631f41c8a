"""Killed at any moment, or out of space: what was reported as kept is kept."""

from __future__ import annotations

import errno
import os
import random
import resource
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from onix.errors import RecordError
from onix.record import Query, Record, open_record
from onix.record.schema import explained
from onix.record.search import Search
from tests.record.making import BUDGET, HARBOUR, article, marked

WRITER = """
import sys
from pathlib import Path
from onix.record import open_record, record
from tests.record.making import BUDGET, HARBOUR, article, marked

record.INDEX_EVERY = 0.05
first = int(sys.argv[2])
with open_record(Path(sys.argv[1]), create=True) as kept:
    print("open", flush=True)
    for number in range(first, first + 100_000):
        text = f"Report w{number}x. " + (HARBOUR if number % 2 else BUDGET)
        marks = marked(article(text, id=str(number), title=f"Report {number}"), "Ada Brandt")
        for each in kept.keep([marks]):
            print(each.document_id, flush=True)
"""


def test_killed_twenty_times_nothing_reported_is_lost(path: Path) -> None:
    """`kill -9` in the middle of keeping: all that was reported is there, the index has it all."""
    chance = random.Random(9)  # noqa: S311 - no secret
    reported: list[str] = []
    for _ in range(20):
        first = len(reported) and int(reported[-1]) + 2
        writer = subprocess.Popen(
            [sys.executable, "-c", WRITER, str(path), str(first)],
            stdout=subprocess.PIPE,
            text=True,
        )
        assert writer.stdout is not None
        assert writer.stdout.readline() == "open\n"
        for _ in range(chance.randrange(1, 25)):
            reported.append(writer.stdout.readline().strip())
        writer.send_signal(signal.SIGKILL)
        # What it had said before the signal came counts as reported, too.
        reported += [line.strip() for line in writer.stdout if line.endswith("\n")]
        writer.wait()
        writer.stdout.close()
    with open_record(path) as record:
        ids = set(record.ids())
        assert set(reported) <= ids
        assert len(ids) <= len(reported) + 20  # at most the one under way each time
        assert record.verify().is_sound
        assert record.notices == ()
        number = reported[-1]
        assert record.search(Query(f"w{number}x"))[0].citation.span.document_id == number


# -- a full disk -------------------------------------------------------------------------------


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """Give a file system of two megabytes; only root may make one."""
    place = tmp_path / "disk"
    place.mkdir()
    made = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", str(place)],  # noqa: S607
        capture_output=True,
        check=False,
    )
    if made.returncode:
        pytest.skip("mounting a small file system needs root with CAP_SYS_ADMIN")
    yield place
    subprocess.run(["umount", "--lazy", str(place)], check=True)  # noqa: S607


def test_a_full_disk_keeps_what_was_reported(small_disk: Path) -> None:
    """The sentence says to make room; once there is room, everything reported is found."""
    path = small_disk / "news.onix"
    reported: list[str] = []

    def fill() -> None:
        with open_record(path, create=True) as record:
            for number in range(1000):
                text = f"Report w{number}x. " + " ".join(f"n{number}m{n}" for n in range(800))
                reported.extend(
                    each.document_id
                    for each in record.keep([marked(article(text, id=str(number)))])
                )

    with pytest.raises(RecordError, match=r"disk is full.*reported as kept is kept"):
        fill()
    assert len(reported) > 20
    subprocess.run(
        ["mount", "-o", "remount,size=16m", str(small_disk)],  # noqa: S607
        check=True,
    )
    with open_record(path) as record:
        assert set(reported) <= set(record.ids())
        assert record.search(Query(f"w{reported[-1]}x"))
        assert record.verify().is_sound


def test_a_disk_that_fills_up_under_the_index_is_said_at_the_end(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Documents that are durable are reported as kept; closing says that the index lacks them."""

    def full(self: Search, sequence: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("onix.record.record.INDEX_EVERY", 0.0)
    record = open_record(path, create=True)
    with monkeypatch.context() as patch:
        patch.setattr(Search, "commit", full)
        (kept,) = record.keep([marked(article())])
        assert kept.outcome == "kept"
        with pytest.raises(RecordError, match=r"could not be written.*catches up"):
            record.search(Query("quay"))
        with pytest.raises(RecordError, match=r"could not be written.*catches up"):
            record.close()
    with open_record(path) as again:
        assert again.search(Query("quay"))
        assert again.notices == ()


def test_an_error_in_the_middle_is_not_hidden_by_one_at_the_end(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What went wrong first is what the user hears."""

    def full(self: Search, sequence: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with pytest.raises(ZeroDivisionError), open_record(path, create=True) as record:
        record.keep([marked(article())])
        monkeypatch.setattr(Search, "commit", full)
        raise ZeroDivisionError


def test_a_record_that_cannot_be_finished_is_not_left_locked(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A new record without room for its index is closed again."""

    def full(*arguments: object) -> Search:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(Search, "fresh", full)
        with pytest.raises(RecordError, match="could not be made anew"):
            open_record(path, create=True)
    with open_record(path, create=True) as record:
        assert record.search(Query("quay")) == []


def test_a_file_that_may_not_grow_is_explained(path: Path, record: Record) -> None:
    """A quota on file size is a failing disk to SQLite: the batch is not kept, the rest is."""
    record.keep([marked(article())])
    record.close()
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    before = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    with open_record(path, write=True) as again:
        try:
            size = (path / "record.sqlite").stat().st_size
            resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
            with pytest.raises(RecordError, match=r"reported as kept is kept"):
                again.keep([marked(article(f"w{n} {BUDGET * 60}", id=str(n))) for n in range(30)])
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
            signal.signal(signal.SIGXFSZ, before)
        assert list(again.ids()) == ["harbour"]
        assert again.keep([marked(article(HARBOUR + "Later.", id="later"))])


@pytest.mark.parametrize(
    ("code", "sentence"),
    [
        (sqlite3.SQLITE_FULL, "The disk is full"),
        (sqlite3.SQLITE_READONLY, "it is read-only"),
        (sqlite3.SQLITE_BUSY, "being written by another process"),
        (sqlite3.SQLITE_CANTOPEN, "Check that you may read"),
    ],
)
def test_every_failure_of_the_database_has_a_sentence(path: Path, code: int, sentence: str) -> None:
    """What SQLite reports in codes is said with a place and a remedy; a bug of ours stays one."""
    problem = sqlite3.OperationalError("x")
    problem.sqlite_errorcode = code
    with pytest.raises(RecordError, match=sentence), explained(path):
        raise problem
    with pytest.raises(sqlite3.OperationalError), explained(path):
        raise sqlite3.OperationalError("no such column")
    assert os.fspath(path)
