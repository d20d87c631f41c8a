"""Shapes that are read seldom: the week after next, two Christmases ago, Q3 FY25, noon GMT."""

from __future__ import annotations

import pytest

from tests.reading.times.test_times import shown, times

WEDNESDAY = "2026-06-10"


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("The school reopens the week after next.", "the week after next", "2026-W26"),
        ("He is back the weekend after next.", "the weekend after next", "2026-W26-WE"),
        ("It sits again the Monday after next.", "the Monday after next", "2026-06-22"),
        ("It resumes a fortnight from Friday.", "a fortnight from Friday", "2026-06-26"),
        ("It ends a year from today.", "a year from today", "2027-06-10"),
        ("They married two Christmases ago.", "two Christmases ago", "2024-12-25"),
        ("They married two Easters ago.", "two Easters ago", "2025-04-20"),
        ("Prices doubled since the turn of the year.", "the turn of the year", "2026"),
        ("It will end by the turn of the year.", "the turn of the year", "2027"),
        ("Sales fell in Q3 FY25.", "Q3 FY25", "2025-Q3"),
        ("Sales fell in Q1 of FY2026.", "Q1 of FY2026", "2026-Q1"),
        ("Sales fell in Q2'25.", "Q2'25", "2025-Q2"),
        ("It runs for an hour and twenty minutes.", "an hour and twenty minutes", "PT1H20M"),
        ("It ran an hour and twenty-five minutes.", "an hour and twenty-five minutes", "PT1H25M"),
        ("It was the wettest May since 1967.", "May", "2026-05"),
        ("It was the hottest March on record.", "March", "2026-03"),
        ("The market is held every second Tuesday.", "every second Tuesday", "XXXX-WXX-2"),
        ("They meet every third week.", "every third week", "P3W"),
        ("A deal will come before the year is out.", "the year", "2026"),
        ("A deal will come before the decade is out.", "the decade", "202"),
        ("Claims rose in the latest week.", "the latest week", "2026-W23"),
        ("The polls open at noon GMT.", "noon GMT", "2026-06-10T12:00"),
        ("It will end on the last day of the month.", "the last day of the month", "2026-06-30"),
        ("They were given until Friday to leave.", "Friday", "2026-06-12"),
        ("The court gave him until 5 p.m. on Monday.", "5 p.m. on Monday", "2026-06-15T17:00"),
    ],
)  # fmt: skip
def test_what_is_written_seldom(text: str, words: str, value: str) -> None:
    """Each has its value, and stands whole."""
    assert (words, value) in [(each.span.text, each.value) for each in times(text, WEDNESDAY)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("He was held until Friday.", "2026-06-05"),
        ("They were given a home until Friday.", "2026-06-05"),
        ("The staff had until Friday to sign.", "2026-06-05"),
        ("They were given until Tuesday to leave.", "2026-06-09"),
    ],
)
def test_a_day_that_may_be_gone_is_not_put_off(text: str, value: str) -> None:
    """Only who was given time was given it for what is to come, and not up to yesterday."""
    assert [each.value for each in times(text, WEDNESDAY)] == [value]


def test_a_range_of_days_may_stand_before_a_noun() -> None:
    """ "Its July 28-29 meeting" is on two days."""
    found = times("The bank will decide at its July 28-29 meeting.", WEDNESDAY)
    assert [each.value for each in found] == ["2026-07-28", "2026-07-29"]


@pytest.mark.parametrize(
    "text", ["It begins on the 25th day of the month of Kislev.", "It was a wet May morning."]
)
def test_what_names_no_day(text: str) -> None:
    """The month of another calendar, and a month of no year that is meant."""
    assert shown(text, WEDNESDAY) == []
