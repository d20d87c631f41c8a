"""Counts over time: every date falls into one period, and no period in between is missing."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onix.jobs.quotes.counting import MOST_DAYS, MOST_MONTHS, over_time

DATES = st.dates(date(1990, 1, 1), date(2040, 12, 31)).map(str)


@pytest.mark.parametrize(
    ("dates", "unit", "periods"),
    [
        ([], "year", 0),
        (["2025-05-06"], "day", 1),
        (["2025-05-30", "2025-06-02"], "day", 4),
        (["2025-05-06", "2025-08-01"], "month", 4),
        (["2025-05", "2025-05-06"], "month", 1),
        (["2019-12-31", "2026-01-01"], "year", 8),
        (["2024", "2025-05-06"], "month", 1),
    ],
)
def test_the_unit_fits_the_time(dates: list[str], unit: str, periods: int) -> None:
    """A few weeks are counted by day, a few years by month, more by year."""
    found = over_time(dates)
    assert (found.unit, len(found.periods)) == (unit, periods)


def test_a_date_that_does_not_say_the_period_is_counted_apart() -> None:
    """A year alone is no month, and nobody's date is nobody's."""
    found = over_time(["2024", "2025-05-06", "2025-07-30", None])
    assert found.unit == "month"
    assert found.periods == (("2025-05", 1), ("2025-06", 0), ("2025-07", 1))
    assert found.undated == 2


@given(st.lists(st.one_of(DATES, st.none()), max_size=40))
def test_every_date_is_counted_once(dates: list[str | None]) -> None:
    """Bars and those without a date add up, and the bars stay few enough for a chart."""
    found = over_time(dates)
    assert sum(count for _, count in found.periods) + found.undated == len(dates)
    if found.unit != "year":
        assert len(found.periods) <= max(MOST_DAYS, MOST_MONTHS + 1)
    names = [each for each, _ in found.periods]
    assert names == sorted(set(names))


def test_charts_of_one_page_have_the_same_periods() -> None:
    """One speaker's bars stand under the days of all, also where there are none."""
    everybody = over_time(["2025-05-01", "2025-05-04"])
    one = over_time(["2025-05-04", None], like=everybody)
    assert [each for each, _ in one.periods] == [each for each, _ in everybody.periods]
    assert one.most == 1 and one.undated == 1
