"""Days and weeks counted in a month: the first Tuesday of May, the last week of April 2024.

In come a rule's match and what is known, out comes a sense, as in days.py.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from onix.reading.times import values as calendar
from onix.reading.times.days import with_year
from onix.reading.times.found import Found
from onix.reading.times.sense import WRITTEN, Known, Sense, moved, steps, tense_of

_WILL = {"will", "ll", "shall"}
_ASIDE = timedelta(days=3)  # that the week of the calendar may lie off


def counted_day(found: Found, known: Known) -> Sense | None:
    """The first Tuesday of November, the last day of August 2024, the first week of 1975."""
    if found.text("whole"):
        return _of_a_year(found)
    year, month = found.text("year"), int(found.value("month"))
    sense = (
        Sense("DATE", f"{year}-{month:02}", WRITTEN)
        if year
        else with_year(found, known, month, None)
    )
    if sense is None or (found.text("unit") and found.value("unit") not in {"D", "W"}):
        return None
    span = calendar.days(sense.value)
    if span is None:
        return replace(sense, value=f"{sense.value}-XX")
    if found.value("unit") == "W":
        return _counted_week(found, sense, span)
    day = _nth_of(found, span, int(found.value("counted") or 0))
    return replace(sense, value=day.isoformat()) if day else None


def _of_a_year(found: Found) -> Sense | None:
    """Give the day, week or month of that number in the year that is written."""
    year, unit = found.number("whole"), found.value("unit")
    whole = calendar.days(f"{year:04}")
    nth = found.number("nth") or int(found.value("nth") or 0)
    is_last = found.text("nth") in {"last", "final"}
    if whole is None or found.plural or not (is_last or nth) or found.text("counted"):
        return None
    if unit == "D":
        day = calendar.shift_days(whole[1] if is_last else whole[0], 0 if is_last else nth - 1)
        return Sense("DATE", day.isoformat(), WRITTEN) if day and day <= whole[1] else None
    if unit == "M" and (is_last or nth <= _MONTHS):
        return Sense("DATE", f"{year:04}-{_MONTHS if is_last else nth:02}", WRITTEN)
    if unit == "W" and (is_last or nth == 1):
        # weeks of the calendar need not begin with the year
        days = (whole[1] - _WEEK, whole[1]) if is_last else (whole[0], whole[0] + _WEEK)
        last = date(year, 12, 28).isocalendar().week
        return Sense("DATE", f"{year:04}-W{last if is_last else 1:02}", WRITTEN, days=days)
    return None


_MONTHS = 12
_WEEK = timedelta(days=6)


def _nth_of(found: Found, span: calendar.Days, weekday: int) -> date | None:
    """Give the day so many from the beginning or end of a month; 0 is any day of the week."""
    days = [span[0] + timedelta(days=n) for n in range((span[1] - span[0]).days + 1)]
    days = [day for day in days if not weekday or day.isoweekday() == weekday]
    nth = found.number("nth") or int(found.value("nth") or 0)
    is_last = found.text("nth") in {"last", "final"}
    if not is_last and not 1 <= nth <= len(days):
        return None
    return days[-1 if is_last else nth - 1]


def _counted_week(found: Found, sense: Sense, span: calendar.Days) -> Sense | None:
    """Give the first week of May, whose days may be those of the calendar or not: a part of May."""
    is_last = found.text("nth") in {"last", "final"}
    nth = found.number("nth") or int(found.value("nth") or 0)
    if found.plural or not (is_last or 1 <= nth <= 4):
        return None
    begins = span[1] - timedelta(days=6) if is_last else span[0] + timedelta(days=7 * (nth - 1))
    days = max(span[0], begins - _ASIDE), min(span[1], begins + timedelta(days=6) + _ASIDE)
    mod = "END" if is_last else {1: "START"}.get(nth, "MID")
    return replace(sense, mod=mod, days=days)


def counted_here(found: Found, known: Known) -> Sense | None:
    """The last Saturday of the month, the first Friday of next month; of no month, any such day."""
    if found.value("unit") != "M" or found.plural:
        return None
    weekday = found.value("counted") or "0"
    any_one = Sense("DATE", f"XXXX-WXX-{weekday}", "which month it is of is not said")
    will = not _WILL.isdisjoint(word.lower() for word in found.tokens.words)
    is_one = will or bool(found.text("which")) or tense_of(found).tense == "past"
    if found.text("day"):
        # "The last day of the month", but not "the 25th day of the month of Kislev"
        is_of_it = found.value("day") == "D" and found.next_word() not in {"of", "in"}
        if known.anchor is None or not is_one or not is_of_it:
            return None
    if known.anchor is None or not is_one:
        return any_one  # "It meets on the third Tuesday of the month"
    sense = moved(known, "M", steps(found), f"the month named, {found.words_of()}")
    span = calendar.days(sense.value)
    day = _nth_of(found, span, int(weekday)) if span else None
    return replace(sense, value=day.isoformat()) if day else None


RESOLVERS = {"counted_day": counted_day, "counted_here": counted_here}
