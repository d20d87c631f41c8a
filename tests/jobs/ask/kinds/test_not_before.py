"""What the record knows of when something will be may be when it will not."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from onix.jobs.ask import ask
from onix.record import Record
from tests.jobs.ask.asking import record_of

TOLD = (
    (
        "Courier",
        "2025-03-10",
        "The Skarn tunnel has been closed since a fire in May. It will not reopen before 1 June, "
        "Odd Lund, who runs it, said on Monday.",
    ),
    (
        "Post",
        "2025-03-11",
        "The ferry to Tarn is being mended. The ferry is not expected to sail until April 3. The "
        "bakery was not sold before 2019.",
    ),
)


@pytest.fixture(scope="module")
def record() -> Iterator[Record]:
    """A record of two short reports."""
    with record_of(*TOLD) as record:
        yield record


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("When will the Skarn tunnel reopen?", "will not reopen before 1 June"),
        ("When will the bakery be sold?", None),
        ("When will the Skarn tunnel be sold?", None),
        ("When did the Skarn tunnel reopen?", None),
    ],
)
def test_before_which_day_it_will_not_be(record: Record, question: str, answer: str | None) -> None:
    """Of the very thing and deed, and only where what will be is asked for."""
    told = [each for each in ask(record, question).statements if each.answer is not None]
    bounds = [each for each in told if each.answer is not None and " not " in each.answer.text]
    assert [each.answer.text for each in bounds if each.answer] == ([answer] if answer else [])
    assert all(each.when is None for each in bounds)
