"""Calendar arithmetic: what days a value covers, and what lies so many units away."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onix.reading.times import values as calendar

UNITS = ["D", "W", "WE", "M", "Q", "Y", "10Y", "100Y"]


@pytest.mark.parametrize(
    ("value", "mod", "expected"),
    [
        ("2025-11-26", None, ("2025-11-26", "2025-11-26")),
        ("2025-11-26T22:00", None, ("2025-11-26", "2025-11-26")),
        ("2025-11", None, ("2025-11-01", "2025-11-30")),
        ("2025-10", "END", ("2025-10-21", "2025-10-31")),
        ("2025-10", "START", ("2025-10-01", "2025-10-11")),
        ("2025-W48", None, ("2025-11-24", "2025-11-30")),
        ("2025-W48-WE", None, ("2025-11-29", "2025-11-30")),
        ("2025-W48-WE", "START", ("2025-11-29", "2025-11-30")),
        ("2025-Q4", None, ("2025-10-01", "2025-12-31")),
        ("2025-H1", None, ("2025-01-01", "2025-06-30")),
        ("2025-WI", None, ("2025-12-01", "2026-02-28")),
        ("9999-WI", None, ("9999-12-01", "9999-12-31")),
        ("2025", "MID", ("2025-05-02", "2025-09-01")),
        ("199", None, ("1990-01-01", "1999-12-31")),
        ("19", None, ("1900-01-01", "1999-12-31")),
        ("2025-02-30", None, None),
        ("0000", None, None),
        ("XXXX-10-14", None, None),
        ("PAST_REF", None, None),
    ],
)
def test_a_value_covers_its_days(
    value: str, mod: str | None, expected: tuple[str, str] | None
) -> None:
    """First and last day of each kind of value; parts are thirds; what is no day has none."""
    found = calendar.days(value, mod)
    assert (found and tuple(day.isoformat() for day in found)) == expected


@given(day=st.dates(date(2, 1, 1), date(9990, 1, 1)), unit=st.sampled_from(UNITS))
def test_a_day_lies_in_its_own_unit(day: date, unit: str) -> None:
    """The value of the unit a day lies in covers that day, weekends their whole week's end."""
    found = calendar.days(calendar.at(day, unit))
    if day.year >= 1000:
        assert found is not None
        assert found[0] <= day <= found[1] or unit == "WE"


@given(day=st.dates(), count=st.integers(-5000, 5000), unit=st.sampled_from(UNITS))
def test_a_shift_never_leaves_the_calendar(day: date, count: int, unit: str) -> None:
    """So many units on is a day of the calendar, later or earlier as the count says, or None."""
    there = calendar.shift(day, count, unit)
    if there is not None and count:
        assert (there > day) == (count > 0)


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        (date(2024, 1, 31), 1, date(2024, 2, 29)),
        (date(2025, 1, 31), 1, date(2025, 2, 28)),
        (date(2025, 3, 31), -4, date(2024, 11, 30)),
        (date(9999, 12, 1), 1, None),
    ],
)
def test_a_month_on_is_the_same_day_or_the_last_one(
    day: date, months: int, expected: date | None
) -> None:
    """A month after January 31 is the last day of February."""
    assert calendar.shift_months(day, months) == expected


@pytest.mark.parametrize(
    ("rule", "year", "expected"),
    [
        ("12-25", 2024, "2024-12-25"),
        ("easter 0", 2025, "2025-04-20"),
        ("easter -2", 2024, "2024-03-29"),
        ("11 4 4", 2025, "2025-11-27"),
        ("05 1 -1", 2025, "2025-05-26"),
        ("11 1 1 1", 2022, "2022-11-08"),
        ("2001-09-11", 2025, "2001-09-11"),
    ],
)
def test_holidays_fall_on_their_days(rule: str, year: int, expected: str) -> None:
    """Fixed days, days counted from Easter, and the n-th weekday of a month."""
    assert calendar.holiday(rule, year).isoformat() == expected
