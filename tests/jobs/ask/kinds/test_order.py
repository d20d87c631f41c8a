"""What came before or after something, and when something was by the event itself."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from onix.jobs.ask import ask
from onix.jobs.ask.kinds.order import Asked, asked_order
from onix.reading import NewsReader
from onix.record import Record, open_record
from tests.record.making import article

DAM = article(
    "Ada Brandt closed the Tarn dam on Monday. She met the engineers in Halden on Wednesday. "
    "Brandt left for Riga on Friday. Ada Brandt had joined the board in 2012. "
    "The pump in the north tower failed in 2019, and nobody was told. "
    "The council will vote on the new pump on 3 June.",
    id="dam", title="Tarn dam closed", outlet="Courier", published="2025-03-15",
)  # fmt: skip


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Record]:
    """Give a record of one story."""
    with open_record(tmp_path_factory.mktemp("order") / "r", create=True) as found:
        found.keep(list(NewsReader().read([DAM])))
        yield found


@pytest.mark.parametrize(
    ("question", "asked"),
    [
        ("What happened after the vote?", Asked("after", "the vote")),
        ("what happened right before Ada Brandt resigned", Asked("before", "Ada Brandt resigned")),
        ("What else happened following the crash?", Asked("after", "the crash")),
        ("What happened in Riga?", None),
        ("When did the vote happen?", None),
        ("What did Brandt say after the vote?", None),
    ],
)
def test_questions_of_order_are_told_from_others(question: str, asked: Asked | None) -> None:
    """Only what asks for events beside an event."""
    assert asked_order(question) == asked


def test_what_came_after_is_given_in_order_with_its_days(record: Record) -> None:
    """The nearest first, and nothing of the day itself."""
    found = ask(record, "What happened after Ada Brandt closed the Tarn dam?")
    assert [each.when.value if each.when else None for each in found.statements] == [
        "2025-03-12",
        "2025-03-14",
    ]
    assert found.abstained is None


def test_what_came_before_goes_back_from_there(record: Record) -> None:
    """Here to the year in which she joined."""
    found = ask(record, "What happened before Ada Brandt closed the Tarn dam?", limit=1)
    assert [each.when.value if each.when else None for each in found.statements] == ["2012"]


def test_where_nobody_took_part_the_story_is_followed(record: Record) -> None:
    """The pump has no name; what else its story tells came after it."""
    found = ask(record, "What happened after the pump in the north tower failed?", limit=2)
    assert [each.when.value if each.when else None for each in found.statements] == [
        "2025-03-10",
        "2025-03-12",
    ]


@pytest.mark.parametrize(
    ("question", "says"),
    [
        ("What happened after the moon landing?", "surely this one"),
        ("What happened before Ada Brandt joined the board?", "no dated event of Ada Brandt"),
        ("What happened after it?", "surely this one"),
    ],
)
def test_where_the_record_has_no_order_it_says_so(record: Record, question: str, says: str) -> None:
    """An event it does not know, or one with nothing beside it."""
    found = ask(record, question)
    assert found.statements == ()
    assert found.abstained is not None
    assert says in found.abstained.says


def test_when_is_answered_by_the_events_own_date(record: Record) -> None:
    """Where reading is not sure, grammar may be."""
    found = ask(record, "When did the pump in the north tower of the Tarn dam fail?")
    assert [each.when.value if each.when else None for each in found.statements] == ["2019"]


def test_when_of_what_is_not_told_stays_open(record: Record) -> None:
    """Another event's date is no answer."""
    found = ask(record, "When did the mayor of Ostrel resign?")
    assert found.abstained is not None
