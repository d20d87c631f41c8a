"""What is taken out is gone for good, and a tombstone says so."""

from __future__ import annotations

from pathlib import Path

import pytest

from onix.errors import InputError
from onix.record import Query, Record, open_record
from onix.record.tombstones import bury
from tests.record.making import BUDGET, HARBOUR, article, marked

RARE = "Quillfeather"
ADDRESS = "https://courier.example/secret"


@pytest.fixture
def path_of_removed(path: Path, record: Record) -> Path:
    """Give the place of a record from which one of two documents was taken."""
    text = f"{RARE} Nightjar lives in Elm Lane. {RARE} was never charged. " + BUDGET
    document = article(text, id="secret", title="A name", address=ADDRESS)
    record.keep([marked(article()), marked(document, f"{RARE} Nightjar")])
    assert record.search(Query(RARE))
    stone = record.remove("secret", why="a court order")
    assert (stone.id, stone.title, stone.why) == ("secret", "A name", "a court order")
    assert len(stone.text_sha256) == 64
    return path


def test_removed_words_stand_in_no_file(path_of_removed: Path, record: Record) -> None:
    """Not in the database, its log, its free pages, nor in any file of the index."""
    for word in (RARE, RARE.lower(), "Nightjar", "nightjar"):
        for file in path_of_removed.rglob("*"):
            if file.is_file():
                assert word.encode() not in file.read_bytes(), file
    assert record.search(Query(RARE)) == []
    assert record.names(["Nightjar"]) == []
    assert record.search(Query("quay"))
    assert record.verify().is_sound
    assert [each.id for each in record.tombstones()] == ["secret"]
    with pytest.raises(InputError):
        record.document("secret")


@pytest.mark.usefixtures("path_of_removed")
def test_a_removed_text_is_kept_again_only_when_it_is_asked_for(record: Record) -> None:
    """`onix update` does not bring back what was taken out, neither by text nor by address."""
    text = f"{RARE} Nightjar lives in Elm Lane. {RARE} was never charged. " + BUDGET
    for document in (
        article(text, id="copy", title="Copy"),
        article("Another text.", id="secret", address=ADDRESS),
    ):
        placed = record.place(document)
        assert (placed.outcome, placed.of) == ("left out", "secret")
        assert placed.why is not None
        assert "taken out of the record" in placed.why
        assert "a court order" in placed.why
        assert "--again" in placed.why
        assert record.place(document, again=True).outcome == "kept"
    (kept,) = record.keep([marked(article(text, id="copy"))])
    assert (kept.outcome, kept.document_id) == ("left out", "copy")
    (kept,) = record.keep([marked(article(text, id="copy"))], again=True)
    assert kept.outcome == "kept"


def test_a_kill_between_database_and_index_leaves_no_words(path: Path, record: Record) -> None:
    """A removal that was stopped half-way is finished when the record is opened."""
    record.keep([marked(article()), marked(article(f"{RARE} spoke.", id="secret"))])
    assert record.search(Query(RARE))
    with record._store.transaction():
        bury(record._store, [record._row("secret")], why="order")
    record._follower._index = None
    record._lock.release()
    with open_record(path) as reader:
        assert reader.search(Query(RARE)) == []
    for file in (path / "index").rglob("*"):
        if file.is_file():
            assert RARE.lower().encode() not in file.read_bytes()


def test_a_chain_closes_around_a_version_that_was_taken_out(record: Record) -> None:
    """The versions before and after know each other; the newest left is the one found."""
    for number, text in enumerate((HARBOUR, HARBOUR + "More.", HARBOUR + "Still more."), 1):
        record.keep([marked(article(text, address=ADDRESS, published=f"2025-03-0{number}"))])
    record.remove("harbour@2", why="twice")
    assert record.document("harbour@3").version_of == "harbour"
    assert record.versions("harbour") == ("harbour", "harbour@3")
    assert [
        hit.citation.span.document_id
        for hit in record.search(Query("quay", as_of="2025-03-02", limit=1))
    ] == ["harbour"]
    record.remove("harbour@3", why="wrong")
    assert {hit.citation.span.document_id for hit in record.search(Query("quay"))} == {"harbour"}
    (kept,) = record.keep([marked(article(HARBOUR + "New.", address=ADDRESS))], again=True)
    assert kept.document_id == "harbour@2"


def test_a_group_goes_on_without_its_first_copy(record: Record) -> None:
    """Near-copies stay together when the one they were grouped under is taken out."""
    for outlet in ("A", "B", "C"):
        record.keep([marked(article(f"{outlet}. {HARBOUR}", id=outlet, outlet=outlet))])
    record.remove("A", why="withdrawn")
    assert record.near_copies("B") == ("C",)
    (kept,) = record.keep([marked(article(f"D. {HARBOUR}", id="D", outlet="D"))])
    assert (kept.outcome, kept.of) == ("near-duplicate", "B")


def test_all_or_none_are_removed(record: Record) -> None:
    """A typo in the second id leaves the first document where it is."""
    record.keep([marked(article())])
    with pytest.raises(InputError, match="typo"):
        record.remove_all(["harbour", "typo"], why="x")
    assert len(record) == 1
    assert record.tombstones() == []


def test_names_that_stand_elsewhere_stay_known(record: Record) -> None:
    """A name is forgotten with its last document."""
    record.keep(
        [
            marked(article(), "Ada Brandt"),
            marked(article("Ada Brandt and Piet Aldous.", id="b"), "Ada Brandt", "Piet Aldous"),
        ]
    )
    record.remove("b", why="x")
    assert record.names(["Brandt"])[0].documents == 1
    assert record.names(["Aldous"]) == []
