"""Weeks and what lies weeks back: "last week" on a Sunday, nearly three weeks ago."""

from __future__ import annotations

import pytest

from tests.reading.times.test_times import shown, times

SUNDAY, MONDAY = "2025-11-30", "2025-12-01"


@pytest.mark.parametrize(
    ("text", "sunday", "monday"),
    [
        ("They met last week.", "2025-W48", "2025-W48"),
        ("They met on Tuesday of last week.", "2025-11-25", "2025-11-25"),
        ("They met this week.", "2025-W48", "2025-W49"),
        ("They will meet this week.", "2025-W49", "2025-W49"),
        ("They meet later this week.", "2025-W49", "2025-W49"),
        ("They will meet next week.", "2025-W49", "2025-W50"),
    ],
)
def test_on_a_sunday_the_week_just_gone_is_the_last(text: str, sunday: str, monday: str) -> None:
    """Readers count from Monday; whoever writes on a Sunday looks back on all of it."""
    for published, value in ((SUNDAY, sunday), (MONDAY, monday)):
        assert times(text, published)[0].value == value


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("It closed nearly three weeks ago.", ("2025-11-10", "2025-11-17")),
        ("It closed almost two years ago.", ("2023-12-01", "2024-12-01")),
        ("It closed less than two weeks ago.", ("2025-11-17", "2025-12-01")),
    ],
)
def test_what_was_nearly_so_long_ago_was_not_much_later(text: str, days: tuple[str, str]) -> None:
    """What was less long ago may have been at any time since."""
    (found,) = times(text, MONDAY)
    assert (found.earliest, found.latest) == days


def test_what_lasts_through_a_day_goes_on_to_the_next_such_day() -> None:
    """And what was two days earlier is not counted from a day to come."""
    text = (
        "Floods were possible in Lenn on Sunday, while winds threatened the Tarn through Monday. "
        "Two days earlier, the pier fell."
    )
    assert [each.value for each in times(text, SUNDAY)] == [
        "2025-11-30",
        "2025-12-01",
        "2025-11-28",
    ]


def test_days_of_opening_hours_and_of_a_timetable_are_of_each_week() -> None:
    """Whether the hours stand before or behind, and where hyphens join two days."""
    text = "Its hours are 6:30 a.m. to 5 p.m. Monday through Friday."
    assert [each for each in shown(text) if "day" in each] == [
        "Monday = XXXX-WXX-1",
        "Friday = XXXX-WXX-5",
    ]
    text = (
        "Hours: Monday to Friday, 9 a.m. to 5 p.m.; 10 a.m. to 1 p.m. on Saturday; closed Sunday."
    )
    assert {each.rpartition(" = ")[2] for each in shown(text)} == {
        *(f"XXXX-WXX-{day}" for day in (1, 5, 6, 7)),
        *(f"XXXX-XX-XXT{hour}:00" for hour in ("09", "17", "10", "13")),
    }
    assert shown("They keep a Monday-to-Thursday rota.") == [
        "Monday = XXXX-WXX-1",
        "Thursday = XXXX-WXX-4",
    ]
    assert shown("They meet every Tuesday, Thursday and Friday.")[1:] == [
        "Thursday = XXXX-WXX-4",
        "Friday = XXXX-WXX-5",
    ]


def test_one_of_many_such_days_is_none_of_the_calendar() -> None:
    """Which Sunday it was is not said; but "the one" may be somebody."""
    assert shown("Early one Sunday the pier fell.") == ["Sunday = XXXX-WXX-7"]
    assert shown("The pier fell like the one Sunday did.") == ["Sunday = 2025-11-23"]
