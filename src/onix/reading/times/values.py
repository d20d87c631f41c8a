"""Calendar arithmetic on TIMEX3 values: what days a value covers, what lies so many units away.

In come values and dates, out come values and dates; no text is read here.
A day outside the years 1 to 9999 has no date: functions give None for it.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

Days = tuple[date, date]

# First month of each season as news in English counts them; winter runs into the next year.
SEASON_BEGINS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
MONTHS_OF = {"M": 1, "Q": 3, "Y": 12, "10Y": 120, "100Y": 1200}

_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
_WEEK = re.compile(r"(\d{4})-W(\d\d)(-WE)?")
_MONTH = re.compile(r"(\d{4})-(\d\d)")
_PART = re.compile(r"(\d{4})-(?:([QH])(\d)|(SP|SU|FA|WI))")
_YEARS = re.compile(r"\d{2,4}")


def shift_months(day: date, months: int) -> date | None:
    """Give the same day of the month so many months on, or the last one that month has."""
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    return _within(year, month + 1, day.day) if 1 <= year <= 9999 else None


def _within(year: int, month: int, day: int) -> date:
    for last in range(day, 28, -1):
        try:
            return date(year, month, last)
        except ValueError:
            continue
    return date(year, month, min(day, 28))


def shift_days(day: date, days: int) -> date | None:
    """Give the day so many days on."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return None


def shift(day: date, count: int, unit: str) -> date | None:
    """Give the day `count` units on; hours and shorter move nothing."""
    if unit in MONTHS_OF:
        return shift_months(day, count * MONTHS_OF[unit])
    return shift_days(day, count * {"D": 1, "W": 7, "WE": 7, "2W": 14}.get(unit, 0))


def at(day: date, unit: str) -> str:
    """Give the value of the unit that `day` lies in: its day, week, month, quarter, year …"""
    year, week, _ = day.isocalendar()
    return {
        "W": f"{year:04}-W{week:02}",
        "2W": f"{year:04}-W{week:02}",
        "WE": f"{year:04}-W{week:02}-WE",
        "M": f"{day.year:04}-{day.month:02}",
        "Q": f"{day.year:04}-Q{(day.month + 2) // 3}",
        "Y": f"{day.year:04}",
        "10Y": f"{day.year // 10:03}",
        "100Y": f"{day.year // 100:02}",
    }.get(unit, day.isoformat())


def days(value: str, mod: str | None = None) -> Days | None:
    """Give the first and the last day that a value can mean, or None when it names no calendar day.

    "START", "MID" and "END" of something longer than a day are taken as its thirds.
    """
    span = _whole(value)
    if span is None or mod not in {"START", "MID", "END"}:
        return span
    third = (span[1] - span[0]).days // 3
    if third == 0:
        return span
    cut = timedelta(days=third)
    if mod == "START":
        return span[0], span[0] + cut
    if mod == "END":
        return span[1] - cut, span[1]
    return span[0] + cut, span[1] - cut


def _whole(value: str) -> Days | None:
    try:
        if found := _DAY.match(value):
            day = date(int(found[1]), int(found[2]), int(found[3]))
            return day, day
        if found := _WEEK.fullmatch(value):
            first = date.fromisocalendar(int(found[1]), int(found[2]), 6 if found[3] else 1)
            return first, first + timedelta(days=1 if found[3] else 6)
        if found := _MONTH.fullmatch(value):
            return _months(int(found[1]), int(found[2]), 1)
        if found := _PART.fullmatch(value):
            if found[4]:
                return _months(int(found[1]), SEASON_BEGINS[found[4]], 3)
            length = 3 if found[2] == "Q" else 6
            return _months(int(found[1]), (int(found[3]) - 1) * length + 1, length)
        if _YEARS.fullmatch(value):
            missing = 4 - len(value)
            first_year = int(value + "0" * missing)
            return date(first_year, 1, 1), date(first_year + 10**missing - 1, 12, 31)
    except (ValueError, OverflowError):  # a day that the calendar does not have
        return None
    return None


def _months(year: int, month: int, count: int) -> Days:
    first = date(year, month, 1)
    after = shift_months(first, count)
    return first, after - timedelta(days=1) if after else date(9999, 12, 31)


def easter(year: int) -> date:
    """Give Easter Sunday of the western churches (Meeus, Jones and Butcher)."""
    a, (b, c) = year % 19, divmod(year, 100)
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    i, k = divmod(c, 4)
    rest = (32 + 2 * (b % 4) + 2 * i - h - k) % 7
    month, day = divmod(h + rest - 7 * ((a + 11 * h + 22 * rest) // 451) + 114, 31)
    return date(year, month, day + 1)


def holiday(rule: str, year: int) -> date:
    """Give the day of a holiday: "12-25", "easter -2", "11 4 4" (the fourth Thursday).

    A whole date is a day of that year only.
    """
    if rule.startswith("easter"):
        return easter(year) + timedelta(days=int(rule.split()[1]))
    if len(rule) == len("2001-09-11"):
        return date.fromisoformat(rule)
    if "-" in rule and " " not in rule:
        return date(year, int(rule[:2]), int(rule[3:]))
    month, weekday, nth, *further = (int(part) for part in rule.split())
    if nth > 0:
        first = date(year, month, 1)
        day = first + timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * (nth - 1))
    else:
        last = _months(year, month, 1)[1]
        day = last - timedelta(days=(last.isoweekday() - weekday) % 7)
    return day + timedelta(days=sum(further))
