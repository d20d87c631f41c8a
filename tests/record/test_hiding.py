"""Where files lay on a machine is not told to those who read its record from elsewhere."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onix.record import open_record
from onix.record.hiding import file_name, without_folders
from tests.record.making import HARBOUR, article, marked


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        ("/srv/council/minutes.docx", "minutes.docx"),
        ("C:\\Council\\minutes.docx", "minutes.docx"),
        ("file:///srv/council/minutes.docx", "minutes.docx"),
        ("council/minutes.docx", "minutes.docx"),
        ("minutes.docx", "minutes.docx"),
        ("/srv/council/", "council"),
        ("https://paper.example/a/b", "https://paper.example/a/b"),
        (None, None),
    ],
)
def test_a_file_goes_by_its_name(address: str | None, shown: str | None) -> None:
    """Paths and `file:` addresses become names; what is on the web stays as it is."""
    assert file_name(address) == shown


@given(st.lists(st.text(st.characters(exclude_characters="/\\", codec="utf-8"), min_size=1)))
def test_no_folder_is_left_of_a_path(parts: list[str]) -> None:
    """Whatever a path is made of, only its last part is left."""
    shown = file_name("/" + "/".join(parts))
    assert shown is None or "/" not in shown
    assert shown == (parts[-1] if parts else None)


def test_a_sentence_names_the_record_and_not_its_folder(tmp_path: Path) -> None:
    """An error says which record, and not where it lies."""
    record = tmp_path / "news.onix"
    assert without_folders(f"No record at {record}.", record) == "No record at news.onix."
    assert without_folders("No record at news.onix.", Path("news.onix")) == (
        "No record at news.onix."
    )


def test_only_the_reader_who_may_not_see_paths_is_kept_from_them(tmp_path: Path) -> None:
    """The record keeps the path; it is left out as it is read, also of what was removed."""
    folder = tmp_path / "news.onix"
    path = "/srv/council/minutes.docx"
    with open_record(folder, create=True) as record:
        record.keep([marked(article(HARBOUR, id="minutes", address=path))])
    for paths, shown in ((True, path), (False, "minutes.docx")):
        with open_record(folder, paths=paths) as record:
            assert record.document("minutes").address == shown
            assert record.citation("minutes", 0, 5).address == shown
            assert record.find("minutes.docx").id == "minutes"
    with open_record(folder, write=True) as record:
        record.remove("minutes", why="asked for")
    with open_record(folder, paths=False) as record:
        assert [each.address for each in record.tombstones()] == ["minutes.docx"]
