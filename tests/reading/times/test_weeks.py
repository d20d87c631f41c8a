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


WEDNESDAY = "2026-11-25"


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("The court adjourned until a week on Thursday.", "a week on Thursday", "2026-12-03"),
        ("The court will sit again on Friday week.", "Friday week", "2026-12-04"),
        ("He left on the Tuesday before last.", "the Tuesday before last", "2026-11-17"),
        ("Three Sundays ago the church burned.", "Three Sundays ago", "2026-11-08"),
        ("Two years ago to the day, the ferry sank.", "Two years ago to the day", "2024-11-25"),
        ("The week of Dec. 8 will see two hearings.", "The week of Dec. 8", "2026-W50"),
        (
            "It ran in the week beginning 9 March 2026.",
            "the week beginning 9 March 2026",
            "2026-W11",
        ),
        ("It will run the week of Sunday, Dec. 13.", "the week of Sunday, Dec. 13", "2026-W51"),
        ("Fares rose over the past decade and a half.", "the past decade and a half", "P15Y"),
        ("The port closed in the early noughties.", "the early noughties", "200"),
        ("Come spring, the lake will be drained.", "spring", "2027-SP"),
    ],
)
def test_what_is_told_by_weeks_and_halves(text: str, words: str, value: str) -> None:
    """Counted from the day of writing, and no more exact than the words."""
    (found,) = times(text, WEDNESDAY)
    assert (found.span.text, found.value) == (words, value)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        # How long, and from when.
        ("He left for a week on Thursday.", ["P1W", "2026-11-19"]),
        # Seven days up to it, which are seldom those of the calendar.
        ("Sales fell in the week ending Nov. 19.", ["P1W", "2026-11-19"]),
        ("Tours ran in the week of Nov. 2-6.", ["2026-11-02", "2026-11-06"]),
        ("The quarter-century-old dispute ended.", ["P25Y"]),
        ("It was calm the day before last Monday's vote.", ["2026-11-16"]),
        ("It was high noon for the miners.", []),
        ("It dates from the 18th and 19th centuries.", ["17", "18"]),
    ],
)
def test_what_only_looks_so_is_read_as_before(text: str, values: list[str]) -> None:
    """A week away, a week up to a day, days that are named."""
    assert [each.value for each in times(text, WEDNESDAY)] == values


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The talks resume on Monday.", "2026-11-30"),
        ("The talks, now in their third week, resume on Monday.", "2026-11-30"),
        ("The new law comes into force on Sunday.", "2026-11-29"),
        ("His book, published by Tarn, comes out on Tuesday.", "2026-12-01"),
        ("The new coach, appointed in May, takes charge on Monday.", "2026-11-30"),
        # The verb may be governed by what was, or be that of a chronicle.
        ("Ministers were allowed to meet on Monday.", "2026-11-23"),
        ("Envoys of both sides meet on Nov. 1 in Halden.", "2026-11-01"),
    ],
)
def test_what_is_fixed_for_a_day_is_to_come(text: str, value: str) -> None:
    """The present tense of a plan is no present."""
    assert times(text, WEDNESDAY)[-1].value == value


def test_a_holiday_says_why_once() -> None:
    """The sentence that tells the basis reads as a sentence."""
    (found,) = times("School starts again after Easter.", WEDNESDAY)
    assert found.basis is not None and "so so" not in found.basis
    assert found.basis.endswith(", so the next one on or after it")
