"""The year of a day or month that is told further back: that year, the following year, again."""

from __future__ import annotations

import pytest

from tests.reading.times.test_times import shown

# All against Wednesday, 26 November 2025.


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1972 was wet. That year, a storm took the pier in June.", "June = 1972-06"),
        ("1972 was wet. That year, a storm came in June. The pier fell on June 19.",
         "June 19 = 1972-06-19"),
        ("He was born in 1950. The following year, in June, they left.", "June = 1951-06"),
        ("1972 was wet. That year, they will hear in March, was no worse.", "March = 2026-03"),
        ("They met in May 2003 and parted in June the following year.",
         "June the following year = 2004-06"),
        ("They met in May 2003. In June of the following year they parted.",
         "June of the following year = 2004-06"),
        ("They met in the autumn of 1997 and parted in spring of the following year.",
         "spring of the following year = 1998-SP"),
        ("June of the following year will be wet.", "June of the following year = 2026-06"),
        ("It opened in 2005. By the next year, anyone could join.", "the next year = 2006"),
    ],
)  # fmt: skip
def test_a_year_last_named_is_that_of_its_months(text: str, expected: str) -> None:
    """Not of what the sentence looks ahead to; with no date before it, publication counts."""
    assert shown(text)[-1] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They met on January 7, 2021. Nobody knew. Few were told. She went there on January 7.",
         "January 7 = 2021-01-07"),
        ("They met on January 7, 2021. Nobody knew. Few were told. She will go on January 7.",
         "January 7 = 2026-01-07"),
        ("They landed on November 20, 1944. Few came back. Some stayed. They met on November 20.",
         "November 20 = 2025-11-20"),
    ],
)  # fmt: skip
def test_a_day_named_again_is_of_the_year_first_written(text: str, expected: str) -> None:
    """Unless it is to come, or has just come round again."""
    assert shown(text)[-1] == expected


def test_a_range_from_one_month_to_another_is_two_days() -> None:
    """The stop of "Sept." ends no sentence behind the hyphen."""
    assert shown("They came Aug. 24-Sept. 1 and left.") == [
        "Aug. 24 = 2025-08-24",
        "Sept. 1 = 2025-09-01",
    ]
