"""What was worked out is given again as long as the record is as it was, and never longer."""

from __future__ import annotations

from datetime import date
from functools import partial
from pathlib import Path

import pytest

from onix.errors import InputError
from onix.model import Document, Marks
from onix.record import Record, open_record
from onix.serve.desk import Desk, Serving
from onix.serve.kept import Kept
from onix.settings import Settings

TODAY = date(2026, 11, 27)
_ran: list[str] = []


def titles(record: Record, name: str) -> bytes:
    """Something made of the record; notes that it was."""
    _ran.append(name)
    return f"{name}: {len(record)}".encode()


def refuses(record: Record) -> bytes:
    """Something that cannot be made of it."""
    _ran.append("refuses")
    raise InputError(f"{record.path} has no such thing.")


def test_what_was_not_asked_for_longest_goes_first() -> None:
    """What is kept has a bound in bytes, and whatever is asked for again stays."""
    kept = Kept(10)
    for each in "abc":
        kept.put((1, TODAY), each, each.encode() * 4)
        kept.find((1, TODAY), "b")
    assert [kept.find((1, TODAY), each) for each in "abc"] == [None, b"bbbb", b"cccc"]
    kept.put((1, TODAY), "long", b"l" * 50)
    assert len(kept) == 1
    assert kept.find((1, TODAY), "long") == b"l" * 50


def test_another_state_of_the_record_is_another_question() -> None:
    """Nothing of an older record, nor of another day, is given."""
    kept = Kept(100)
    kept.put((1, TODAY), "who", b"Ada")
    kept.put((1, TODAY), "who", b"Ida")
    assert kept.find((1, TODAY), "who") == b"Ida"
    assert kept.find((2, TODAY), "who") is None
    assert kept.find((1, date(2026, 11, 28)), "who") is None


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """A desk over a record of one document."""
    folder = tmp_path / "r.onix"
    with open_record(folder, create=True) as record:
        record.keep([Marks(Document("a", "article", "Ada spoke."))])
    _ran.clear()
    return Desk(Serving(Settings(record=folder)))


def test_what_is_asked_again_is_made_once_for_each_state_of_the_record(desk: Desk) -> None:
    """Other values are another question; a document that came in makes all of them anew."""
    first = partial(titles, name="first")
    assert desk.kept(first) == desk.kept(partial(titles, name="first"), soon=True) == b"first: 1"
    assert desk.kept(partial(titles, name="other")) == b"other: 1"
    assert _ran == ["first", "other"]
    with desk.writing() as record:
        record.keep([Marks(Document("b", "article", "Ida spoke."))])
    assert desk.kept(first) == b"first: 2"
    desk.close()


def test_what_could_not_be_made_is_tried_again(desk: Desk) -> None:
    """A refusal is no result."""
    for _ in range(2):
        with pytest.raises(InputError, match="no such thing"):
            desk.kept(refuses)
    assert _ran == ["refuses", "refuses"]
    desk.close()
