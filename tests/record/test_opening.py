"""A record that cannot be opened says why and what to do; one that can is open to many."""

from __future__ import annotations

import ctypes
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from onix.errors import RecordError
from onix.record import Query, Record, open_record, schema
from onix.record.lock import WriterLock
from tests.record.making import BUDGET, article, marked


def python(
    code: str, *arguments: object, before: Callable[[], None] | None = None
) -> subprocess.CompletedProcess[str]:
    """Run Python code in a process of its own, in which `before` is called first."""
    return subprocess.run(
        [sys.executable, "-c", code, *map(str, arguments)],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
        preexec_fn=before,
    )


def test_a_missing_record_says_how_to_make_one(path: Path) -> None:
    """The sentence has the command."""
    with pytest.raises(RecordError) as problem:
        open_record(path)
    assert str(problem.value) == (
        f"No record at {path}. Make one with: onix add ARTICLE --record {path}"
    )
    path.mkdir()
    with pytest.raises(RecordError, match="No record at"):
        open_record(path)
    (path / "record.sqlite").touch()  # its maker was stopped at once
    with pytest.raises(RecordError, match="No record at"):
        open_record(path)
    with open_record(path, create=True) as record:
        assert len(record) == 0


def test_a_record_is_made_where_folders_are_missing(tmp_path: Path) -> None:
    """`--record new/place/news.onix` needs no mkdir."""
    with open_record(tmp_path / "new" / "place" / "news.onix", create=True) as record:
        assert record.search(Query("anything")) == []
        assert record.verify().is_sound
        assert record.notices == ()


def test_a_file_or_a_folder_of_other_things_is_no_place_for_a_record(tmp_path: Path) -> None:
    """Nothing is strewn among a user's own files."""
    (tmp_path / "story.txt").write_text("x")
    with pytest.raises(RecordError, match=r"other things in it.*news\.onix"):
        open_record(tmp_path, create=True)
    with pytest.raises(RecordError, match="is a file, not a record"):
        open_record(tmp_path / "story.txt", create=True)
    with pytest.raises(RecordError, match="No record can be made"):
        open_record(tmp_path / "story.txt" / "news.onix", create=True)


def test_another_database_is_not_taken_for_a_record(path: Path) -> None:
    """A file of that name made by another program is left alone."""
    path.mkdir()
    with sqlite3.connect(path / "record.sqlite") as database:
        database.execute("CREATE TABLE theirs (x)")
    database.close()
    for write in (False, True):
        with pytest.raises(RecordError, match="not a record of Onix"):
            open_record(path, write=write)


def test_a_record_of_a_newer_version_is_left_alone(path: Path, record: Record) -> None:
    """The sentence says how to bring Onix up to date."""
    record.close()
    database = sqlite3.connect(path / "record.sqlite")
    database.execute(f"PRAGMA user_version = {len(schema.MIGRATIONS) + 1}")
    database.close()
    for write in (False, True):
        with pytest.raises(RecordError, match=r"newer Onix.*pip install --upgrade askonix"):
            open_record(path, write=write)


def test_an_older_record_is_brought_up_to_date(
    path: Path, record: Record, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Opening it is enough, for reading, too; what was in it stays."""
    record.keep([marked(article())])
    record.close()
    monkeypatch.setattr(schema, "MIGRATIONS", (*schema.MIGRATIONS, "CREATE TABLE more (x);"))
    with open_record(path) as reader:
        assert len(reader) == 1
        with pytest.raises(RecordError, match="for reading only"):
            reader.keep([])
    database = sqlite3.connect(path / "record.sqlite")
    assert database.execute("PRAGMA user_version").fetchone() == (len(schema.MIGRATIONS),)
    assert database.execute("SELECT count(*) FROM more").fetchone() == (0,)
    database.close()


@pytest.mark.parametrize("damage", ["no database", "torn page"])
def test_a_damaged_database_says_what_to_do(path: Path, record: Record, damage: str) -> None:
    """Nothing is guessed about a torn file; the user is told of copies and of .recover."""
    record.keep([marked(article(f"Line {n}. {BUDGET}", id=str(n))) for n in range(50)])
    record.close()
    file = path / "record.sqlite"
    data = bytearray(file.read_bytes())
    if damage == "no database":
        data[:] = b"This is a text about a database." * 100
    else:
        for page in range(2, len(data) // 4096):
            data[page * 4096 : page * 4096 + 64] = b"\xff" * 64
    file.write_bytes(data)
    with (
        pytest.raises(RecordError, match=r"is damaged.*\.recover"),
        open_record(path) as reader,
    ):
        reader.marks("7")


def test_one_process_writes_at_a_time(path: Path, record: Record) -> None:
    """The second writer is told which process is at it; readers are welcome."""
    code = (
        "import sys; from pathlib import Path; from onix.record import *\n"
        "with open_record(Path(sys.argv[1])) as reader: print(len(reader))\n"
        "try: open_record(Path(sys.argv[1]), write=True)\n"
        "except Exception as error: print(type(error).__name__, error)\n"
    )
    record.keep([marked(article())])
    said = python(code, path).stdout
    assert said.startswith("1\nRecordError")
    assert f"is being written by process {os.getpid()}. Wait until it is done" in said
    with pytest.raises(RecordError, match=f"by process {os.getpid()}"):
        open_record(path, write=True)
    record.close()
    record.close()  # twice does no harm
    with open_record(path, write=True) as again:
        assert len(again) == 1


def test_another_process_at_work_is_named_here(path: Path, record: Record) -> None:
    """The refusal comes from the other process's lock, and goes when that process does."""
    record.close()
    code = (
        "import os, sys; from pathlib import Path; from onix.record import *\n"
        "record = open_record(Path(sys.argv[1]), write=True)\n"
        "print(os.getpid(), flush=True); sys.stdin.read()\n"
    )
    other = subprocess.Popen(
        [sys.executable, "-c", code, str(path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert other.stdout is not None
    writer = other.stdout.readline().strip()
    with pytest.raises(RecordError, match=f"being written by process {writer}"):
        open_record(path, write=True)
    other.communicate("")
    with open_record(path, write=True):
        pass


def test_a_lock_of_a_dead_process_blocks_nobody(path: Path, record: Record) -> None:
    """The lock goes with its process, and its file is only a note of who it was."""
    record.close()
    (path / "lock").write_text("999999")
    with open_record(path, write=True):
        assert (path / "lock").read_text() == str(os.getpid())


def test_a_lock_is_free_for_others_only_when_it_is_released(path: Path) -> None:
    """Trying tells; releasing twice does no harm."""
    path.mkdir()
    first, second = WriterLock(path), WriterLock(path)
    assert first.try_take()
    assert not second.try_take()
    first.release()
    first.release()
    assert second.try_take()
    assert second.is_held
    second.release()


def test_readers_see_what_is_kept_while_a_writer_is_at_it(path: Path, record: Record) -> None:
    """A reader that was open before finds the new documents, texts and words."""
    record.keep([marked(article())])
    with open_record(path) as reader:
        assert reader.search(Query("quay")) == []  # indexed within seconds, or when closed
        record.search(Query("quay"))
        assert reader.search(Query("quay"))
        record.keep([marked(article(BUDGET, id="budget"))])
        assert reader.document("budget").text == BUDGET
        assert reader.search(Query("budget")) == []
        record.close()
        assert reader.search(Query("budget"))


def test_a_reader_replays_what_the_index_lacks(path: Path, record: Record) -> None:
    """A writer that was killed leaves an index that is behind; the next reader mends it."""
    code = (
        "import os, sys; from pathlib import Path; from onix.record import *\n"
        "from tests.record.making import *\n"
        "record = open_record(Path(sys.argv[1]), write=True)\n"
        "record.keep([marked(article())]); os._exit(9)\n"
    )
    record.close()
    assert python(code, path).returncode == 9
    with open_record(path) as reader:
        assert reader.search(Query("quay"))
        assert reader.notices == ()
        assert reader.verify().is_sound


# -- a folder that cannot be written -----------------------------------------------------------


@pytest.fixture
def sealed() -> Iterator[Path]:
    """Give a record in a folder whose permissions a test takes away."""
    folder = Path(tempfile.mkdtemp(prefix="onix-sealed-"))
    folder.chmod(0o755)
    path = folder / "news.onix"
    with open_record(path, create=True) as record:
        record.keep([marked(article(), "Ada Brandt")])
    yield path
    shutil.rmtree(folder)


READ = """
import sys
from pathlib import Path
from onix.record import *
try:
    with open_record(Path(sys.argv[1]), write=len(sys.argv) > 2) as record:
        print(len(record), len(record.search(Query("quay"))), record.verify().is_sound)
        print(*record.notices)
except Exception as error:
    print(type(error).__name__, error)
"""


def bound_by_permissions(path: Path, *more: str) -> str:
    """Read the record where it may not be written, and give what is said."""
    for each in (path, *path.rglob("*")):
        each.chmod(0o555 if each.is_dir() else 0o444)
    done = python(READ, path, *more, before=_give_up_override if os.geteuid() == 0 else None)
    return done.stdout + done.stderr


def _give_up_override() -> None:
    """Make root a user like others: one whom permissions bind (Linux, kept over exec)."""
    drop_from_bounding_set, override = 24, 1  # PR_CAPBSET_DROP, CAP_DAC_OVERRIDE
    if ctypes.CDLL(None).prctl(drop_from_bounding_set, override, 0, 0, 0) != 0:
        os._exit(77)


def test_a_record_in_a_read_only_folder_can_be_read(sealed: Path) -> None:
    """An archive on a read-only disk is searched as it is."""
    said = bound_by_permissions(sealed)
    assert said.startswith("1 1 True\n"), said
    assert "made anew" not in said


def test_a_record_in_a_read_only_folder_cannot_be_written(sealed: Path) -> None:
    """The sentence says so."""
    said = bound_by_permissions(sealed, "write")
    assert said.startswith("RecordError"), said
    assert "cannot be written" in said


def test_a_damaged_index_in_a_read_only_folder_is_made_anew_elsewhere(sealed: Path) -> None:
    """Searching works, and the user hears where the index stands."""
    (sealed / "index" / "current").write_text("nonsense")
    said = bound_by_permissions(sealed)
    assert said.startswith("1 1 True\n"), said
    assert "in a temporary folder" in said


def test_an_index_that_is_behind_in_a_read_only_folder_is_made_anew_elsewhere(
    sealed: Path,
) -> None:
    """Whoever archived a record too early still finds everything."""
    shutil.copytree(sealed / "index", sealed.parent / "index")
    with open_record(sealed, write=True) as record:
        record.keep([marked(article("The quay is open again.", id="open", title="Open"))])
    shutil.rmtree(sealed / "index")
    shutil.move(sealed.parent / "index", sealed / "index")
    said = bound_by_permissions(sealed)
    assert said.startswith("2 2 True\n"), said
    assert "lacks the last changes" in said


def test_changes_not_folded_in_are_not_passed_over(sealed: Path) -> None:
    """A read-only copy of a record that was being written says that it is not whole."""
    copy = sealed.parent / "copy.onix"
    with open_record(sealed, write=True) as record:
        record.keep([marked(article(BUDGET, id="budget"))])
        shutil.copytree(sealed, copy)
    (copy / "record.sqlite-shm").unlink()
    said = bound_by_permissions(copy)
    assert "RecordError" in said, said
    assert "not closed properly" in said


def test_opening_a_record_loads_no_part_that_only_reading_or_searching_needs() -> None:
    """A cold command does not wait for the parser, numpy, the index or MinHash."""
    code = (
        "import sys, onix.record\n"
        "print(*(name for name in ('spacy', 'numpy', 'tantivy', 'rensa') if name in sys.modules))"
    )
    assert python(code).stdout.strip() == ""
