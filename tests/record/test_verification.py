"""`onix record verify` finds what is not as it was kept, and `onix record` shows what there is."""

from __future__ import annotations

import dataclasses
import sqlite3
import zlib
from pathlib import Path

import pytest

from onix.errors import RecordError
from onix.record import Record, Source, open_record
from onix.record.following import Follower
from onix.record.search import IndexDamagedError, Search
from tests.record.making import BUDGET, HARBOUR, article, marked


@pytest.fixture
def kept(path: Path, record: Record) -> Path:
    """Give the place of a closed record with two documents."""
    record.keep(
        [marked(article(), "Ada Brandt"), marked(article(BUDGET, id="budget", title="Budget"))]
    )
    assert record.verify().is_sound
    record.close()
    return path


def tampered(path: Path, sql: str, *values: object) -> Record:
    """Give the record after somebody changed the database by hand."""
    database = sqlite3.connect(path / "record.sqlite")
    with database:
        database.execute(sql, values)
    database.close()
    return open_record(path)


@pytest.mark.parametrize(
    ("sql", "values", "why"),
    [
        ("UPDATE texts SET text = replace(text, 'nine', 'six')", (), "SHA-256 differs"),
        ("UPDATE texts SET marks = ?", (b"nonsense",), "marks cannot be read"),
        ("UPDATE texts SET marks = ?", (zlib.compress(b"[[1,9999,1],[]]"),), "marks cannot"),
        ("UPDATE passages SET end = 9999", (), "passage 0 does not lie inside its text"),
    ],
)
def test_a_document_that_was_changed_is_named(
    kept: Path, sql: str, values: tuple[object, ...], why: str
) -> None:
    """The report names the document, the damage and the remedy."""
    sql += " WHERE document = (SELECT key FROM documents WHERE id = 'harbour')"
    with tampered(kept, sql, *values) as record:
        found = record.verify()
        assert not found.is_sound
        assert found.damaged[0].document_id == "harbour"
        assert why in " ".join(each.why for each in found.damaged)
        assert found.remedy is not None
        assert "onix remove" in found.remedy
        assert found.documents == 2


def test_marks_that_cannot_be_read_are_an_error_with_a_remedy(kept: Path) -> None:
    """Whoever asks for them hears what to do."""
    with (
        tampered(kept, "UPDATE texts SET marks = x'00'") as record,
        pytest.raises(RecordError, match="onix record verify"),
    ):
        record.marks("harbour")


@pytest.mark.parametrize(
    ("sql", "why"),
    [
        ("DELETE FROM passages WHERE document = 1", "holds 1 of its 0 passages"),
        ("DELETE FROM documents WHERE key = 1", "It holds 2 passages, the record 1"),
    ],
)
def test_an_index_that_differs_is_named(kept: Path, sql: str, why: str) -> None:
    """Passages too many or too few lead to a rebuild."""
    database = sqlite3.connect(kept / "record.sqlite")
    with database:
        database.execute("PRAGMA foreign_keys = ON")
        database.execute(sql)
    database.close()
    with open_record(kept) as record:
        found = record.verify()
        assert why in found.index[0].why
        assert found.remedy == "Make the index anew with: onix record rebuild"


def test_an_index_that_cannot_be_read_is_named(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Verification reports; it does not stop at the first torn page."""

    def torn(self: Search, document_id: str, *, expected: int) -> list[int]:
        raise IndexDamagedError("torn")

    monkeypatch.setattr(Search, "numbers", torn)
    with open_record(kept) as record:
        assert "cannot be read: torn" in record.verify().index[0].why


def test_the_contents_say_what_is_there(path: Path, record: Record) -> None:
    """Counts, dates, and lists of what a journalist should look at."""
    feed = Source("https://courier.example/feed", fetched="2025-03-05T00:00:00+00:00")
    record.remember_source(feed)
    unread = dataclasses.replace(
        marked(article("Le quai.", id="quai", outlet=None)), unread="not English: fr"
    )
    record.keep(
        [
            marked(article()),
            marked(article("Copy. " + HARBOUR, id="copy", outlet="Post", cut=True)),
            marked(article(BUDGET, id="b", published="2025-02-28", corrected=True)),
            marked(article("Snow fell.", id="snow", published=None)),
            unread,
        ]
    )
    record.keep([marked(article("The quay is open again.", id="harbour"))])
    record.remove("snow", why="wrong")
    record.keep([marked(article("Hail fell.", id="hail", published=None, address="/hail.txt"))])
    found = record.contents()
    assert (found.documents, found.versions, found.first, found.last) == (
        6,
        1,
        "2025-02-28",
        "2025-03-04",
    )
    assert found.outlets == (("Lunmouth Courier", 4), (None, 1), ("Post", 1))
    assert found.kinds == (("article", 6),)
    assert [(each.id, each.address) for each in found.undated] == [("hail", "/hail.txt")]
    assert [(each.id, each.why) for each in found.unread] == [("quai", "not English: fr")]
    assert [each.id for each in found.cut] == ["copy"]
    assert [each.id for each in found.corrected] == ["b"]
    assert found.groups == (("copy", "harbour@2"),)
    assert found.sources == (feed,)
    assert [each.id for each in found.removed] == ["snow"]
    assert found.passages >= 6
    assert found.words > 100
    assert found.size > 10_000


def test_a_record_takes_little_more_room_than_its_text(path: Path, record: Record) -> None:
    """Text, marks, names and index together stay below four times the text."""
    texts = [
        " ".join(
            f"{word}{n if place % 9 == 0 else ''}"
            for place, word in enumerate((HARBOUR + BUDGET).split() * 4)
        )
        for n in range(60)
    ]
    record.keep([marked(article(text, id=str(n), kind="plan")) for n, text in enumerate(texts)])
    record.close()
    with open_record(path) as reader:
        assert reader.contents().size < 4 * sum(len(text.encode()) for text in texts)


def test_files_that_go_while_the_size_is_taken_do_no_harm(
    record: Record, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The index tidies up in the background."""
    record.keep([marked(article())])
    (path / "gone").symlink_to(path / "nowhere")
    assert record.contents().size > 0
    assert isinstance(record._follower, Follower)
