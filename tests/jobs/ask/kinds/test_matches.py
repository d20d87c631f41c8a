"""A result has two sides, whichever of them its verb names."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from onix.jobs.ask import ask
from onix.record import Record
from tests.jobs.ask.asking import record_of

TOLD = (
    (
        "Court Side",
        "2025-03-10",
        "The Tarn Ravens lost 98-91 to the Halden Miners on Sunday, their fifth defeat in a row. "
        "Coach Odd Lund said his team needed help.",
    ),
    (
        "Post",
        "2025-03-14",
        "Skarn beat Lenn 84-79 without their captain on Thursday evening. Ada Moe lost her post at "
        "the bank to Eli Aas, and Per Roe defeated the mayor in the vote.",
    ),
)


@pytest.fixture(scope="module")
def record() -> Iterator[Record]:
    """A record of two matches."""
    with record_of(*TOLD) as record:
        yield record


@pytest.mark.parametrize(
    ("question", "side"),
    [
        ("Who won the game between Skarn and Lenn?", "Skarn"),
        ("Who lost the match between Skarn and Lenn?", "Lenn"),
        ("Who lost to Skarn?", "Lenn"),
        ("Who beat the Ravens?", "the Halden Miners"),
        ("Who lost the match on Sunday?", "The Tarn Ravens"),
        ("Who won on Thursday?", "Skarn"),
        ("Who lost the final?", None),
        ("Who won the match between Skarn and Tarn?", None),
    ],
)
def test_a_result_says_who_won_and_who_lost(
    record: Record, question: str, side: str | None
) -> None:
    """With "beat" and "lost to", from either side; of a final only where it is one."""
    found = ask(record, question).statements
    told = found[0].answer if found else None
    assert (told.text if told else None) == side
