"""Dates are read only where they can be read one way."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onix.intake.dates import date_in, date_in_path, in_own_zone, iso_date


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("2025-11-26", "2025-11-26"),
        ("2020/04/19", "2020-04-19"),
        ("2025.4.9", "2025-04-09"),
        ("20251126", "2025-11-26"),
        (" 2025-11-26T09:30:00.123Z ", "2025-11-26T09:30:00+00:00"),
        ("2025-11-26T09:30-0500", "2025-11-26T09:30:00-05:00"),
        ("2025-11-26 09:30", "2025-11-26T09:30:00"),
        ("Wed, 26 Nov 2025 09:30:00 GMT", "2025-11-26T09:30:00+00:00"),
        ("Wed, 26 Nov 2025 09:30:00 -0500", "2025-11-26T09:30:00-05:00"),
        ("November 26, 2025", "2025-11-26"),
        ("Nov. 26, 2025", "2025-11-26"),
        ("26th November 2025", "2025-11-26"),
        ("Tuesday, March 4, 2025", "2025-03-04"),
        ("11/26/2025", "2025-11-26"),
        ("26.11.2025", "2025-11-26"),
        ("05/05/2025", "2025-05-05"),
    ],
)
def test_a_date_that_says_one_day_is_read(written: str, meant: str) -> None:
    """What machines and editors write becomes ISO, exactly as precise as it was."""
    assert iso_date(written) == meant


@pytest.mark.parametrize(
    "written",
    [
        "04/05/2025",
        "yesterday",
        "2025-11",
        "2025",
        "2025-02-30",
        "31/31/2025",
        "0001-01-01",
        "",
        "Wed, 99 Nov 2025 09:30:00 GMT",
        "Wed, 26 Nov 2025 99:99:00 GMT",
        "26 Foo 2025",
        "12:30:00 and more",
        "x" * 90,
    ],
)
def test_a_date_that_could_be_two_days_or_none_stays_unknown(written: str) -> None:
    """April 5 or May 4: nobody knows, so Onix does not either."""
    assert iso_date(written) is None


@pytest.mark.parametrize("given", [None, 20251126, 1.5, ["2025-11-26"], {"@value": "2025-11-26"}])
def test_what_is_no_string_is_no_date(given: object) -> None:
    """A number could be anything."""
    assert iso_date(given) is None


@given(st.text(max_size=40))
def test_any_text_gives_an_iso_day_or_nothing(text: str) -> None:
    """Whatever comes back begins with a day of the calendar."""
    for found in (iso_date(text), date_in(text), date_in_path(text)):
        if found is not None:
            assert 1000 <= date.fromisoformat(found[:10]).year <= 2999


@given(st.dates(min_value=date(1000, 1, 1), max_value=date(2999, 12, 31)))
def test_every_day_written_out_comes_back(day: date) -> None:
    """English months, in either order."""
    months = "January February March April May June July August September October November"
    month = [*months.split(), "December"][day.month - 1]
    assert iso_date(f"{month} {day.day}, {day.year:04}") == day.isoformat()
    assert date_in(f"Posted {day.day} {month[:3]}. {day.year:04} by us") == day.isoformat()


def test_a_line_with_two_days_names_none() -> None:
    """ "Published 3 May | Updated 4 May" needs a reader."""
    assert date_in("Published 3 May 2025 | Updated 4 May 2025") is None
    assert date_in("Published: May 3, 2025, 9:30 a.m. EDT") == "2025-05-03"
    assert date_in("12/31/2024") == "2024-12-31"


def test_an_address_may_carry_the_day() -> None:
    """Outlets file by day; an article's number is no day."""
    assert date_in_path("/2025/11/26/politics/ferry") == "2025-11-26"
    assert date_in_path("/2025/99/26/politics/ferry") is None
    assert date_in_path("/story/20251126") is None


def test_the_outlets_own_zone_decides_the_day() -> None:
    """Ten past two at night in London is the evening before in New York."""
    here = "2025-11-26T21:10:00-05:00"
    assert in_own_zone(["2025-11-27T02:10:00+00:00", "2025-11-27", here]) == here
    assert in_own_zone(["2025-11-27T03:10:00+00:00", here]) == "2025-11-27T03:10:00+00:00"
    assert in_own_zone(["2025-11-27"]) == "2025-11-27"
    assert in_own_zone([]) is None
