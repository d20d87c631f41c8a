"""What happened to somebody is what most documents tell of them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from onix.jobs.ask import ask
from onix.jobs.ask.kinds.happened import Asked, asked_fate, most_told
from onix.reading import NewsReader
from onix.record import Query, Record, open_record
from tests.record.making import article

TOLD = (
    article(
        "Ada Brandt was attacked in her garden in Halden on Monday, the police said. The council "
        "sent flowers. She had bought the house in 2012.",
        id="attack", title="Brandt attacked", outlet="Courier", published="2025-03-11",
    ),
    article(
        "Neighbours heard a cry before Ada Brandt was attacked in her garden on Monday. Brandt met "
        "the engineers of the dam on Friday.",
        id="neighbours", title="What neighbours heard", outlet="Herald", published="2025-03-12",
    ),
    article(
        "A man was charged over the attack. Ada Brandt was attacked on Monday with a spade. Odd "
        "Roe spoke in Halden on Tuesday.",
        id="charge", title="Man charged", outlet="Ledger", published="2025-03-13",
    ),
)  # fmt: skip


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Record]:
    """Give a record of three reports."""
    with open_record(tmp_path_factory.mktemp("happened") / "r", create=True) as found:
        found.keep(list(NewsReader().read(TOLD)))
        yield found


@pytest.mark.parametrize(
    ("question", "asked"),
    [
        ("What happened to Ada Brandt?", Asked("Ada Brandt")),
        ("what became of the Tarn dam", Asked("Tarn dam")),
        ("What has happened in Halden?", Asked("Halden", is_place=True)),
        ("What happened to her?", None),
        ("What happened after the attack?", None),
        ("What happened to Brandt, and who did it?", None),
        ("Who happened to be in Halden?", None),
    ],
)
def test_questions_of_a_fate_are_told_from_others(question: str, asked: Asked | None) -> None:
    """Only what asks for what happened to one named thing."""
    assert asked_fate(question) == asked


def test_what_most_documents_tell_happened(record: Record) -> None:
    """The attack, with its day and all three that tell it; what one alone tells is not shown."""
    found = ask(record, "What happened to Ada Brandt?")
    (statement,) = found.statements
    assert statement.answer is not None
    assert "attacked" in statement.answer.text
    assert statement.when is not None
    assert statement.when.value == "2025-03-10"
    assert {each.outlet for each in statement.citations} == {"Courier", "Herald", "Ledger"}


def test_what_one_document_alone_tells_is_left_to_the_reader(record: Record) -> None:
    """A speech that one report mentions is not what became of Roe."""
    query = Query("What happened to Odd Roe?")
    assert most_told(record, query, Asked("Odd Roe"), limit=3) is None
