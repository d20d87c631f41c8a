"""The index is derived: whatever happens to it, it is what the record says."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from onix.errors import RecordError
from onix.model import Document, Passage
from onix.record import Query, Record, analysis, open_record, search
from onix.record.search import IndexDamagedError, Search, is_disk_full
from onix.seams import Index
from tests.record.making import BUDGET, article, marked


def files(path: Path) -> list[Path]:
    """Give the files of the index that hold something, the largest first."""
    found = [each for each in (path / "index").rglob("*") if each.is_file()]
    return sorted(found, key=lambda each: -each.stat().st_size)


@pytest.fixture
def kept(path: Path, record: Record) -> Path:
    """Give the place of a record with three documents, closed."""
    record.keep(
        [
            marked(article()),
            marked(article(BUDGET, id="budget", title="Budget")),
            marked(article("Rain fell in Sollen.", id="rain", title="Rain")),
        ]
    )
    record.close()
    return path


@pytest.mark.parametrize(
    "name", ["current", "meta.json", ".managed.json", "*.idx", "*.term", "*.store", "*.fast"]
)
def test_a_damaged_index_is_made_anew_and_said(kept: Path, name: str) -> None:
    """A torn file of the index costs a moment and a notice, and never an answer."""
    for file in files(kept):
        if file.match(name):
            os.truncate(file, file.stat().st_size // 2)
    with open_record(kept) as reader:
        assert [hit.citation.span.document_id for hit in reader.search(Query("rain"))] == ["rain"]
        assert len(reader.notices) == 1
        assert "was damaged and has been made anew from the record" in reader.notices[0]
        assert "Nothing is lost" in reader.notices[0]
        assert reader.verify().is_sound
    with open_record(kept) as reader:
        assert reader.search(Query("budget"))
        assert reader.notices == ()


def test_a_missing_index_is_made_without_a_word(kept: Path) -> None:
    """A record without an index is whole: whoever copied only the database finds everything."""
    shutil.rmtree(kept / "index")
    with open_record(kept) as reader:
        assert reader.search(Query("rain"))
        assert reader.notices == ()


def test_an_index_of_another_format_is_made_anew(
    kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """After an update that indexes differently, nobody has to know."""
    monkeypatch.setattr(search, "FORMAT", analysis.FORMAT + 1)
    with open_record(kept) as reader:
        assert reader.search(Query("rain"))
    assert (kept / "index" / "current").read_text().endswith(f"format-{analysis.FORMAT + 1}\n")


def test_an_index_that_breaks_while_it_is_searched_is_made_anew(
    kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Damage that shows only at a question is mended then and there."""
    found = Search.search

    def broken(self: Search, *arguments: object, **options: object) -> object:
        monkeypatch.setattr(Search, "search", found)
        raise IndexDamagedError("torn")

    monkeypatch.setattr(Search, "search", broken)
    with open_record(kept) as reader:
        assert reader.search(Query("rain"))
        assert "was damaged" in reader.notices[0]


def test_a_panic_of_the_library_is_damage_and_other_stops_are_not() -> None:
    """A bug in tantivy on torn data makes the index anew; Ctrl-C stays Ctrl-C."""
    panic = type("PanicException", (BaseException,), {})
    with pytest.raises(IndexDamagedError), search._read_soundly():
        raise panic("index out of bounds")
    with pytest.raises(KeyboardInterrupt), search._read_soundly():
        raise KeyboardInterrupt
    with pytest.raises(OSError, match="No space left"), search._read_soundly():
        raise ValueError("IoError: No space left on device (os error 28)")
    assert not is_disk_full(ValueError("Footer magic byte mismatch"))


def test_an_index_made_anew_by_another_process_is_used(kept: Path) -> None:
    """A reader that stays open follows to the new folder."""
    with open_record(kept) as reader:
        assert reader.search(Query("rain"))
        with open_record(kept, write=True) as writer:
            assert writer.rebuild() == 3
            writer.keep([marked(article("Hail fell.", id="hail", title="Hail"))])
        assert reader.search(Query("hail"))
        assert [each.name for each in (kept / "index").iterdir() if each.is_dir()] == ["2"]


def test_a_rebuilt_index_finds_the_same(kept: Path) -> None:
    """Scores and places are those of the index that grew."""
    with open_record(kept, write=True) as record:
        before = record.search(Query("quay budget rain", limit=50))
        record.rebuild()
        assert record.search(Query("quay budget rain", limit=50)) == before


def test_a_rebuild_that_fails_leaves_the_old_index(
    kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Half an index never takes the place of a whole one."""

    def full(*arguments: object, **options: object) -> None:
        raise OSError("No space left on device")

    with open_record(kept, write=True) as record:
        with monkeypatch.context() as patch:
            patch.setattr(Search, "add", full)
            with pytest.raises(RecordError, match=r"could not be written.*Make room"):
                record.rebuild()
            patch.setattr(Search, "fresh", full)
            with pytest.raises(RecordError, match=r"could not be made anew.*onix record rebuild"):
                record.rebuild()
        assert record.search(Query("rain"))
        assert len([each for each in (kept / "index").iterdir() if each.is_dir()]) == 1


def test_the_index_is_committed_while_much_is_kept(
    record: Record, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Readers find what was kept seconds ago although the writer goes on."""
    from onix.record import record as module

    with open_record(path) as reader:
        monkeypatch.setattr(module, "INDEX_EVERY", 3600.0)
        record.keep([marked(article())])
        assert reader.search(Query("quay")) == []
        monkeypatch.setattr(module, "INDEX_EVERY", 0.0)
        record.keep([marked(article(BUDGET, id="budget"))])
        assert reader.search(Query("quay"))


def test_a_reader_elsewhere_comes_back_to_the_record(path: Path, record: Record) -> None:
    """Whoever opened a record while its first index was being made uses it once it is there."""
    record.keep([marked(article())])
    shutil.rmtree(path / "index")
    with open_record(path) as reader:
        assert reader.search(Query("quay"))  # from a temporary index: another is the writer
        assert record.search(Query("quay"))
        record.keep([marked(article("Hail fell.", id="hail", title="Hail"))])
        assert record.search(Query("hail"))
        assert reader.search(Query("hail"))


def test_the_index_serves_the_seam_alone(tmp_path: Path) -> None:
    """Five calls, no store: another index could stand in its place."""
    index: Index = Search.fresh(tmp_path)
    document = Document("d", "article", "Rain fell. Snow fell.", title="Weather")
    first = Passage(document.span(0, 10), 0)
    second = Passage(document.span(11, 21), 1)
    assert index.sequence() == 0
    index.add([(first, document), (second, document)])
    index.commit(7)
    assert index.sequence() == 7
    assert [(id, number) for id, number, _ in index.search("snow", limit=5)] == [("d", 1)]
    index.remove("d")
    index.commit(8)
    assert index.search("snow", limit=5) == []
    with pytest.raises(IndexDamagedError):
        Search.open(tmp_path / "nothing")
