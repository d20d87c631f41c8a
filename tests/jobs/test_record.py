"""`onix record` and `onix remove` on a record of a few documents."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from onix.errors import InputError
from onix.jobs.amend import amend
from onix.jobs.record import contents, rebuild, verify
from onix.jobs.remove import remove
from onix.record import Record, open_record
from tests.jobs.light import light_reader
from tests.record.making import BUDGET, HARBOUR, article, marked


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    """Give a record of two stories, one of them in two versions."""
    with open_record(tmp_path / "news.onix", create=True) as found:
        found.keep([marked(article()), marked(article(BUDGET, id="budget", title="Budget"))])
        found.keep([marked(article(HARBOUR + "Corrected.", title="East quay to close"))])
        yield found


def test_a_record_is_shown_verified_and_rebuilt(record: Record) -> None:
    """The three forms of `onix record`."""
    assert contents(record).documents == 3
    assert verify(record).is_sound
    assert rebuild(record) == verify(record).passages


def test_all_versions_of_a_story_are_removed(record: Record) -> None:
    """Whoever takes a story out means its older versions, too."""
    stones = remove(record, "East quay to close", why=" court order ")
    assert [each.id for each in stones] == ["harbour", "harbour@2"]
    assert {each.why for each in stones} == {"court order"}
    assert list(record.ids()) == ["budget"]


def test_one_version_can_be_removed(record: Record) -> None:
    """The others stay and are found."""
    stones = remove(record, "harbour", why="twice", only_this_version=True)
    assert [each.id for each in stones] == ["harbour"]
    assert list(record.ids()) == ["budget", "harbour@2"]


def test_a_removal_needs_a_reason_and_a_document(record: Record) -> None:
    """Nothing goes without a word on why."""
    with pytest.raises(InputError, match="--why"):
        remove(record, "budget", why=" ")
    with pytest.raises(InputError, match="nowhere"):
        remove(record, "nowhere", why="x")
    assert len(record) == 3


def test_a_document_is_given_another_date_and_outlet(record: Record) -> None:
    """What is not given stays; the same again changes nothing."""
    amended = amend(record, "budget", published="9 March 2025", reader=light_reader)
    assert (amended.outcome, amended.document_id) == ("amended", "budget")
    found = record.document("budget")
    assert (found.published, found.outlet) == ("2025-03-09", "Lunmouth Courier")
    before = record.sequence
    again = amend(record, "budget", published="2025-03-09", reader=light_reader)
    assert (again.outcome, record.sequence) == ("already kept", before)


@pytest.mark.parametrize(
    ("document", "given", "says"),
    [
        ("budget", {}, "--published"),
        ("budget", {"published": "soon"}, "no date"),
        ("harbour", {"outlet": "X"}, "newer version.*harbour@2"),
    ],
)
def test_what_cannot_be_amended_is_said(
    record: Record, document: str, given: dict[str, str], says: str
) -> None:
    """And nothing is changed."""
    before = record.sequence
    with pytest.raises(InputError, match=says):
        amend(record, document, reader=light_reader, **given)
    assert record.sequence == before
