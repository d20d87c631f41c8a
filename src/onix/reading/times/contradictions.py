"""Where dates contradict each other: a Tuesday that was a Monday, two days that were three.

In come a document and its time expressions, out come the places with a sentence that says why.
It is its own file because it judges what times.py only reads; it says what cannot be true at once,
never which half of it is wrong.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

from onix.model import Contradiction, Document, TimeExpression
from onix.reading.times import values as calendar
from onix.reading.times.sense import WEEKDAYS
from onix.reading.words import sections

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_MONTH = re.compile(r"(\d{4}|XXXX)-(\d\d)")
_NUMBER = re.compile(r"(?<![\d.:])(\d{1,2})(?:st|nd|rd|th)?(?![\d.:])")
_LATER = re.compile(r"(?P<count>P\d+[DW])\|.*\b(?P<way>later|earlier)")
_SAME = re.compile(r",? \(|, (?:on )?|,")  # the second words name the same day again
_RANGE = re.compile(r" ?(?:-|–|—| to | through | until | and ) ?")
_LISTED = re.compile(r"(?:day|\b[A-Z][a-z]{2,3}\.?)(?:\s?[-–—/&,]\s?|\s(?:to|and|through|or)\s)$")
RECALLED = 4  # days named before, from any of which "two days later" may count
MANY = 2  # weekdays off, beyond which it is the date of publication that does not fit
MISCOUNTED = 2  # days; what is further off counts from a day that was not read


def find_contradictions(
    document: Document, times: Sequence[TimeExpression]
) -> tuple[Contradiction, ...]:
    """Give what cannot be true at once in the times of a document, in the order it stands.

    1. A weekday that its date does not have, and a day that its month does not have.
    2. Two names of one day that are two days ("yesterday, Oct. 14").
    3. A count of days that does not lead to the day it names ("two days later, on March 9").
    4. A range that ends before it begins.

    Args:
        times: What `find_times` gave for the document.
    """
    found = [*_in_one(document, times)]
    for number, (one, other) in enumerate(pairwise(times)):
        between = document.text[one.span.end : other.span.start]
        if _SAME.fullmatch(between):
            before = _before(document, one)
            if not _LISTED.search(before) and not before.endswith("ago "):
                found += _same_day(one, other)
            found += _counted(one, other, times[:number])
        elif _RANGE.fullmatch(between):
            found += _backwards(one, other, _before(document, one))
    return tuple(sorted(found, key=lambda each: each.span.start))


def _in_one(document: Document, times: Sequence[TimeExpression]) -> Iterator[Contradiction]:
    inferred: list[Contradiction] = []
    for time in times:
        day, weekday = _day(time), _weekday(time)
        # After "Friday-" a Sunday is the end of a range, and not the day of the date after it.
        listed = _LISTED.search(_before(document, time))
        if day and weekday and day.isoweekday() != weekday and _names_a_month(time) and not listed:
            why = f"{_written(day)} is a {WEEKDAYS[day.weekday()]}, not a {WEEKDAYS[weekday - 1]}."
            found = Contradiction(time.span, why)
            if _is_written(time):
                yield found
            else:
                inferred.append(found)
        if month := _MONTH.fullmatch(time.value):
            yield from _no_such_day(time, month[1], month[2])
    if len(inferred) <= MANY:
        yield from inferred
    else:  # an old page with a new date: it is said once
        more = f"{len(inferred)} weekdays of this text do not fit its date of publication: "
        yield replace(inferred[0], why=more + inferred[0].why)


def _no_such_day(time: TimeExpression, year: str, month: str) -> Iterator[Contradiction]:
    last = calendar.days(f"{2000 if year == 'XXXX' else year}-{month}")
    numbers = [int(each) for each in _NUMBER.findall(time.span.text)]
    if last and any(last[1].day < number <= 31 for number in numbers):
        name = f"{last[0]:%B} {year}" if month == "02" and year != "XXXX" else f"{last[0]:%B}"
        yield Contradiction(time.span, f"{name} has only {last[1].day} days.")


def _same_day(one: TimeExpression, other: TimeExpression) -> Iterator[Contradiction]:
    first, second = _day(one), _day(other)
    if first and second and first != second and _names_a_month(one) != _names_a_month(other):
        relative = other if _names_a_month(one) else one
        named = "holiday" in (relative.basis or "")  # "Ash Wednesday"
        if relative.type == "DATE" and _has(relative, "day_word", "weekday") and not named:
            why = f"“{one.span.text}” is {_written(first)}, “{other.span.text}” {_written(second)}."
            yield Contradiction(one.span, why, other.span)


def _counted(
    one: TimeExpression, other: TimeExpression, before: Sequence[TimeExpression]
) -> Iterator[Contradiction]:
    count, named = _LATER.match(f"{one.value}|{one.span.text}"), _day(other)
    if count is None or named is None or one.mod:
        return
    days = int(count["count"][1:-1]) * (7 if count["count"].endswith("W") else 1)
    step = days if count["way"] == "later" else -days
    from_days = [(each, day) for each in before if (day := _day(each))][-RECALLED:]
    there = [day + timedelta(days=step) for _, day in from_days]
    if not there or any(day.strftime("%m-%d") == named.strftime("%m-%d") for day in there):
        return
    if abs((named - there[-1]).days) > MISCOUNTED:
        return
    last, day = from_days[-1]
    gone = abs((named - day).days)
    why = (
        f"“{one.span.text}”, but {_written(named)} is {gone} day{'s' * (gone != 1)} "
        f"{'after' if named > day else 'before'} {_written(day)} (“{last.span.text}”)."
    )
    yield Contradiction(one.span, why, other.span)


def _backwards(one: TimeExpression, other: TimeExpression, text: str) -> Iterator[Contradiction]:
    first, second = _day(one), _day(other)
    opens = re.search(r"\b(?:from|between)\s+(?:the\s+)?$", text, re.IGNORECASE)
    sure = one.span.text.isdigit() or (_is_written(one) and _is_written(other))
    if first and second and second < first and opens and sure:
        why = f"{_written(second)} is before {_written(first)}."
        yield Contradiction(one.span, why, other.span)


def _before(document: Document, time: TimeExpression) -> str:
    """The few characters before a time: enough for a word, and as many in a long text."""
    return document.text[max(0, time.span.start - 24) : time.span.start]


def _day(time: TimeExpression) -> date | None:
    """The one day that a date means, or None."""
    if time.type not in {"DATE", "TIME"} or not _DAY.match(time.value):
        return None
    if time.earliest is None or time.earliest != time.latest:
        return None
    return date.fromisoformat(time.earliest)


def _weekday(time: TimeExpression) -> int | None:
    lists = sections("times")
    listed = {
        spelling: int(entry.partition("=")[2])
        for section in ("weekday", "weekday_short")
        for entry in lists[section]
        for spelling in _spellings(entry)
    }
    words = re.findall(r"[a-z]+", time.span.text.lower())
    return next((listed[word] for word in words if word in listed), None)


def _names_a_month(time: TimeExpression) -> bool:
    """Are the words a date of the calendar and not "yesterday" or "Tuesday"?"""
    return _has(time, "month", "month_short", "month_or_word")


def _has(time: TimeExpression, *of: str) -> bool:
    """Is any of the words in one of these sections of the list of times?"""
    lists = sections("times")
    listed = {word for section in of for entry in lists[section] for word in _spellings(entry)}
    return not listed.isdisjoint(re.findall(r"[a-z]+", time.span.text.lower()))


def _spellings(entry: str) -> list[str]:
    return entry.partition("=")[0].split()


def _is_written(time: TimeExpression) -> bool:
    """Does the day not hang on a year that was only inferred?"""
    return time.value[:4] in time.span.text


def _written(day: date) -> str:
    return f"{day.day} {day:%B} {day.year}"
