"""A part of the record: which documents are of an outlet, a domain, or are named themselves."""

from __future__ import annotations

from pathlib import Path

import pytest

from onix.errors import InputError
from onix.record import Record, open_record
from tests.record.making import BUDGET, HARBOUR, article, marked

DAY = "2025-06-01"
HALDEN = "The port of Halden ordered two cranes from a yard in Sollen on Monday. " * 3
SKERRY = "The keeper of the light on Skerry bought a red bicycle and rode it home. " * 3


@pytest.fixture
def record(tmp_path: Path) -> Record:
    """Give a record of four stories of three outlets, one with two versions, one a draft."""
    made = open_record(tmp_path / "news.onix", create=True)
    quay = "https://www.courier.example/quay"
    made.keep(
        [
            marked(article(HARBOUR, address=quay, fetched="2025-03-04T10:00:00+00:00")),
            marked(article(BUDGET, id="budget", outlet="The Sollen Gazette", address="http://[")),
            marked(article(HALDEN, id="cranes", outlet=None, address="https://port.example/a")),
            marked(article(SKERRY, id="draft", kind="draft")),
        ]
    )
    made.keep(
        [
            marked(
                article(
                    HARBOUR.replace("nine million", "eleven million"), id="harbour-2", address=quay,
                    published="2025-03-05", fetched="2025-03-05T08:00:00+00:00",
                )
            )
        ]
    )  # fmt: skip
    return made


@pytest.mark.parametrize(
    ("outlets", "documents", "ids"),
    [
        (["lunmouth courier"], [], {"harbour-2"}),
        (["Sollen Gazette"], [], {"budget"}),
        (["courier.example"], [], {"harbour-2"}),
        (["www.courier.example"], [], {"harbour-2"}),
        (["Example"], [], {"harbour-2", "cranes"}),
        (["urier.example"], [], set()),
        ([], ["cranes"], {"cranes"}),
        ([], ["harbour"], {"harbour-2"}),
        ([], ["https://www.courier.example/quay"], {"harbour-2"}),
        ([], ["draft"], set()),
        (["port.example"], ["budget"], {"cranes", "budget"}),
    ],
)
def test_what_is_in_a_part(
    record: Record, outlets: list[str], documents: list[str], ids: set[str]
) -> None:
    """By outlet, by domain with what is below it, by id of any version, by address; no draft."""
    part = record.part(outlets=outlets, documents=documents, as_of=DAY)
    kept = {record.document(each).id for each in part.ids}
    newest = {each if each != "harbour-2" else record.versions("harbour")[-1] for each in ids}
    assert kept == newest
    assert part.missing == (() if ids else (*outlets, *documents))


def test_a_title_is_no_name_of_a_document(record: Record) -> None:
    """The next document might have the same, and would come in with it."""
    part = record.part(documents=["East quay to close", "quay"], as_of=DAY)
    assert part.ids == ()
    assert part.missing == ("East quay to close", "quay")


def test_how_current_a_part_is(record: Record) -> None:
    """By the last of its own documents: when that was published, and when it came in."""
    part = record.part(outlets=["Lunmouth Courier"], as_of=DAY)
    assert (part.newest, part.updated) == ("2025-03-05", "2025-03-05T08:00:00+00:00")
    assert record.part(outlets=["port.example"], as_of=DAY).updated is None
    before = record.part(outlets=["Lunmouth Courier"], as_of="2025-03-04")
    assert before.ids == ("harbour",)


def test_near_copies_outside_of_a_part_are_not_told(tmp_path: Path) -> None:
    """Who else carries a text, and who was first, is told from the part alone."""
    with open_record(tmp_path / "copies.onix", create=True) as record:
        record.keep(
            [
                marked(article(HARBOUR, id="wire", outlet="Wire", published="2025-03-03")),
                marked(article(HARBOUR + "More soon.", id="copy", outlet="Courier")),
            ]
        )
        whole = record.citations(["copy"])["copy"]
        assert (whole.copies, whole.origin, whole.copy_of) == (2, "Wire", "wire")
        part = record.part(outlets=["Courier"], as_of=DAY)
        told = record.citations(["copy"], among=part)["copy"]
        assert (told.copies, told.origin, told.copy_of) == (1, None, None)


def test_many_documents_are_named_at_once(record: Record) -> None:
    """Ids stay what they are, other names are looked for, and one that fits nothing is named."""
    assert record.ids_of(["budget", "https://port.example/a"]) == ("budget", "cranes")
    with pytest.raises(InputError, match="No document 'nothing'"):
        record.ids_of(["budget", "nothing"])
