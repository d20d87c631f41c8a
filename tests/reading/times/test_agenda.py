"""The days that head what is to come on them."""

from __future__ import annotations

import pytest

from tests.reading.times.test_times import shown

FRIDAY = "2025-11-28"
WEEK = """The week ahead in Halden

Monday
- The council votes on the weir.
- Court hears the appeal of Odd Lund, 10 a.m.

Tuesday
Egg prices for October.
The school board meets at 7 p.m.

FRIDAY: Verdict due in the case of the barge.
"""


def test_the_days_of_an_agenda_lie_ahead_in_their_order() -> None:
    """Each heading is the next such day, and an hour below it is of it."""
    assert shown(WEEK, FRIDAY) == [
        "Monday = 2025-12-01",
        "10 a.m. = 2025-12-01T10:00",
        "Tuesday = 2025-12-02",
        "October = 2025-10",
        "7 p.m. = 2025-12-02T19:00",
        "FRIDAY = 2025-12-05",
    ]


def test_headings_with_their_date_keep_it_and_give_it_to_the_hours_below() -> None:
    """An hour is of the day above it, whatever date an item names."""
    text = (
        "Sunday, November 30\nPolls open at 8 a.m.\n\n"
        "Monday, 1 December\nThe trial, which began on May 3, resumes. A ruling is due by noon.\n"
    )
    assert shown(text, FRIDAY) == [
        "Sunday, November 30 = 2025-11-30",
        "8 a.m. = 2025-11-30T08:00",
        "Monday, 1 December = 2025-12-01",
        "May 3 = 2025-05-03",
        "noon = 2025-12-01T12:00",
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # A diary of what was.
        ("Monday\nThe mill burned.\nTuesday\nThe roof fell in.\n",
         ["Monday = 2025-11-24", "Tuesday = 2025-11-25"]),
        # One heading alone is no agenda, nor are dates that are of another week.
        ("Monday\nThe council votes on the weir.\n", ["Monday = 2025-11-24"]),
        ("Monday, Jan. 12\nThe council meets.\nTuesday, Jan. 13\nThe court sits.\n",
         ["Monday, Jan. 12 = 2026-01-12", "Tuesday, Jan. 13 = 2026-01-13"]),
        # When a place is open, each week.
        ("Opening hours\nMonday: Noon to 5\nTuesday: Closed\n",
         ["Monday = 2025-11-24", "Noon = 2025-11-24T12:00", "Tuesday = 2025-11-25"]),
        # Newest first.
        ("Sunday\nThe band is on now.\nSaturday\nThe tent is up.\n",
         ["Sunday = 2025-11-23", "now = PRESENT_REF", "Saturday = 2025-11-22"]),
        ("Monday\nMonday\nTuesday\n", ["Monday = 2025-11-24"] * 2 + ["Tuesday = 2025-11-25"]),
    ],
)  # fmt: skip
def test_other_lists_of_days_are_no_agenda(text: str, expected: list[str]) -> None:
    """Days that head what was, or nothing to come, are read as before."""
    assert shown(text, FRIDAY) == expected


def test_an_agenda_without_a_day_of_writing_has_no_dates() -> None:
    """No publication date, no calendar date."""
    assert shown("Monday\nThe council votes.\nTuesday\nThe court sits.\n", None) == [
        "Monday = XXXX-WXX-1",
        "Tuesday = XXXX-WXX-2",
    ]
