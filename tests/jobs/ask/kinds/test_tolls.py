"""A toll says how many have died, and the newest of several is shown first."""

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
        "At least four people were killed on Monday when a dam burst above Skarn. Dozens were "
        "missing. Police closed the road to Tarn.",
    ),
    (
        "Courier",
        "2025-03-11",
        "The number of people killed by the dam burst above Skarn rose to 11 on Tuesday. Nineteen "
        "people are still missing. Among the dead are two children.",
    ),
    (
        "Post",
        "2025-03-13",
        "The search in Skarn will end on Saturday, police said, as the death toll of the dam burst "
        "reached 17. Five people remain missing. The number of injured rose to 40.",
    ),
)


@pytest.fixture(scope="module")
def record() -> Iterator[Record]:
    """A record of three days of one disaster."""
    with record_of(*TOLD) as record:
        yield record


@pytest.mark.parametrize(
    ("question", "number"),
    [
        ("How many people died in the dam burst?", "17"),
        ("How many people have died in Skarn?", "17"),
        ("What is the death toll of the dam burst?", "17"),
        ("How many people are missing?", "Five people"),
        ("How many children died?", "two children"),
    ],
)
def test_the_newest_toll_is_the_answer(record: Record, question: str, number: str) -> None:
    """Each was right when it was told, so none disputes another."""
    answer = ask(record, question)
    first = answer.statements[0]
    assert first.answer is not None and first.answer.text == number
    assert answer.disagreements == ()


def test_a_toll_of_something_else_is_no_answer(record: Record) -> None:
    """All that the question names has to stand near it."""
    assert ask(record, "How many people died in the ferry fire?").statements == ()
