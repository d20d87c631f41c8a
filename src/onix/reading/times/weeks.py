"""Days and weeks that are told by weeks: Tuesday week, three Sundays ago, the week of Dec. 8.

In come a rule's match and what is known, out comes a sense, as in weekdays.py. Which day it is
hangs on counting alone, and on no tense.
"""

from __future__ import annotations

from dataclasses import replace

from onix.reading.times import values as calendar
from onix.reading.times.counts import count_of
from onix.reading.times.days import month_day
from onix.reading.times.found import Found
from onix.reading.times.sense import WEEKDAYS, Known, Sense, moved, tense_of
from onix.reading.times.tokens import compiled


def weekday_week(found: Found, known: Known) -> Sense | None:
    """Tuesday week, a week on Tuesday: a week after the next one, as the British say it."""
    if found.value("unit") != "W" or found.plural:
        return None
    if found.text("on") and tense_of(found).tense != "future":
        return None  # "He left for a week on Tuesday"
    number = int(found.value("weekday"))
    ahead = 7 + ((number - known.anchor.isoweekday()) % 7 or 7) if known.anchor else 0
    return _day(known, number, ahead, f"a week after the next {WEEKDAYS[number - 1]}")


def weekdays_ago(found: Found, known: Known) -> Sense | None:
    """Three Sundays ago, the Tuesday before last."""
    if found.text("last") not in {"", "last"}:
        return None
    count = count_of(found)[0] if found.text("count") else 2
    if count is None or count != round(count) or count < 1:
        return None
    number = int(found.value("weekday"))
    back = (known.anchor.isoweekday() - number) % 7 or 7 if known.anchor else 0
    return _day(known, number, 7 - 7 * round(count) - back, f'"{found.words_of()}"')


def weekday_after_next(found: Found, known: Known) -> Sense | None:
    """The Monday after next: a week after the next one."""
    number = int(found.value("weekday"))
    ahead = (number - known.anchor.isoweekday()) % 7 or 7 if known.anchor else 0
    return _day(known, number, 7 + ahead, f'"{found.words_of()}"') if _is_next(found) else None


def after_next(found: Found, known: Known) -> Sense | None:
    """The week after next."""
    unit = found.value("unit")
    if found.plural or unit.startswith("T") or unit == "D" or not _is_next(found):
        return None
    return moved(known, unit, 2, f'"{found.words_of()}"')


def _is_next(found: Found) -> bool:
    return found.text("next") == "next"


def _day(known: Known, number: int, days: int, why: str) -> Sense | None:
    if known.anchor is None:
        return Sense("DATE", f"XXXX-WXX-{number}", known.against("a weekday"))
    day = calendar.shift_days(known.anchor, days)
    return Sense("DATE", day.isoformat(), known.against(why)) if day else None


_BEGINS = {"of", "beginning", "starting", "commencing"}
_RANGE = compiled(r" ?- ?|(?: {to} | {through} )", {})


def week_of(found: Found, known: Known) -> Sense | None:
    """The week of Dec. 8, the week beginning 8 December: the one in which that day lies.

    That of a Sunday begins with it.
    """
    if _BEGINS.isdisjoint(found.words_of().split()) or found.value("unit") not in {"W", "WE"}:
        return None  # "the week Dec. 8 came", "the year of Dec. 8"
    day = month_day(found, known)
    span = calendar.days(day.value) if day else None
    if day is None or span is None or span[0] != span[1] or found.plural:
        return None
    if _RANGE.match(found.tokens.codes, found.match.end()):
        return None  # "the week of Dec. 8-14" tells its days
    is_sunday = found.value("unit") == "W" and span[0].isoweekday() == 7
    inside = calendar.shift_days(span[0], 1) if is_sunday else span[0]
    if inside is None:
        return None
    value = calendar.at(inside, found.value("unit"))
    return replace(day, value=value, basis=f"{day.basis}; the {found.text('unit')} it lies in")


RESOLVERS = {
    "after_next": after_next,
    "weekday_after_next": weekday_after_next,
    "weekday_week": weekday_week,
    "week_on_weekday": weekday_week,
    "weekdays_ago": weekdays_ago,
    "weekday_before_last": weekdays_ago,
    "week_of_month_day": week_of,
    "week_of_day_month": week_of,
}
