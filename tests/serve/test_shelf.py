"""Stories kept open: unpacked once, never too many, never an old one."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from onix.model import Document, Marks
from onix.record import open_record
from onix.serve.shelf import Shelf


def test_a_story_is_unpacked_once(tmp_path: Path) -> None:
    """The second page of it gets the same marks; beyond the limit the oldest is let go."""
    documents = [Document(each, "article", each * 10) for each in "abc"]
    with open_record(tmp_path / "r.onix", create=True) as record:
        record.keep([Marks(each) for each in documents])
        shelf = Shelf(("quotes",), most=25)
        kept = [record.document(each) for each in "abc"]
        first = shelf.marks(record, kept[0])
        assert shelf.marks(record, kept[0]) is first
        shelf.marks(record, kept[1])
        assert len(shelf) == 2
        shelf.marks(record, kept[2])
        assert len(shelf) == 2
        assert shelf.marks(record, kept[0]) is not first


def test_what_came_back_as_another_text_is_read_anew(tmp_path: Path) -> None:
    """An id is no proof that nothing has changed."""
    with open_record(tmp_path / "r.onix", create=True) as record:
        record.keep([Marks(Document("a", "article", "old words"))])
        shelf = Shelf(("quotes",))
        shelf.marks(record, replace(record.document("a"), text="former words"))
        assert shelf.marks(record, record.document("a")).document.text == "old words"
