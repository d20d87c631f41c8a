"""What the figures of a quarter are compared with: the same quarter, or the same months, before."""

from __future__ import annotations

import pytest

from tests.reading.times.test_times import shown

# All against Wednesday, 26 November 2025.
QUARTER = "In the third quarter it lost $3 million. "


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Nine months are compared with nine months: all that is sure of them is the year.
        (QUARTER + "In nine months it made $9 million, up from $8 million a year ago.", "2024"),
        (QUARTER + "For the six months, it made $9 million in the 2024 period.", "2024"),
        (QUARTER + "It had made $8 million a year ago.", "2024-Q3"),
        (QUARTER + "It made less in the 2024 period.", "2024-Q3"),
        # What it is compared with is not the quarter spoken of.
        (
            QUARTER + "It lost less than in the third quarter of 2024. It had made $8 a year ago.",
            "2024-Q3",
        ),
        # Nor is the month a figure is held against the one that is told of.
        ("Prices rose 3% in April, up from 2% in March, and 9% from a year earlier.", "2024-04"),
        ("Prices rose 3% in April, the same as in March, and 9% from a year earlier.", "2024-04"),
        ("Prices rose from 2% in March to 3% in April, and 9% from a year earlier.", "2024-04"),
        # The quarter of "three months ended Sept. 30" is one spoken of.
        ("It lost $3 in the three months ended Sept. 30. It made $8 a year earlier.", "2024-Q3"),
        ("It lost $3 in the nine months ended Sept. 30. It made $8 a year earlier.", "2024"),
        # "Last year" beside a sum that the quarter's is held against.
        ("Third-quarter profit rose to $3 million from $2 million last year.", "2024-Q3"),
        ("Third-quarter sales rose 3% from last year.", "2024-Q3"),
        ("In the third quarter it shut plants bought from Acme last year.", "2024"),
        (QUARTER + "It lost $30 million last year.", "2024"),
    ],
)
def test_a_comparison_is_with_the_same_part_of_a_year(text: str, expected: str) -> None:
    """A quarter's profit is compared with a quarter's, and that of nine months is not."""
    assert shown(text)[-1].endswith(f"= {expected}")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It lost $3 in the July-September period.", ["the July-September period = 2025-Q3"]),
        ("Sales in April-June rose.", ["April-June = 2025-Q2"]),
        ("It grew in October–December 2018.", ["October–December 2018 = 2018-Q4"]),
        ("The January-June period was poor.", ["The January-June period = 2025-H1"]),
        ("It shrank in the April-to-June quarter.", ["the April-to-June quarter = 2025-Q2"]),
        ("It shrank in the April to June period.", ["the April to June period = 2025-Q2"]),
        ("It was shut from April to June.", ["April = 2025-04", "June = 2025-06"]),
        ("It ran from July-September.", ["July = 2025-07", "September = 2025-09"]),
        ("It was shut May-July.", ["July = 2025-07"]),
    ],
)
def test_three_months_of_the_calendar_are_a_quarter(text: str, expected: list[str]) -> None:
    """One quarter is "the July-September period"; other months side by side are two."""
    assert shown(text) == expected
