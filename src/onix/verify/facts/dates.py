"""Is a date of a draft the record's? A time of a line in, what the calendar and the record say out.

A day of the week is held against its date without any record. Two dates contradict one another
where nothing is in both and the words around them are of the same event.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from onix.model import Span, TimeExpression
from onix.reading.words import sections
from onix.verify.facts.findings import Found, disputed
from onix.verify.facts.lines import Line
from onix.verify.facts.shelf import Shelf, key_of

# Odds, as logarithms, that two dates are of the same event, from which on they
_AGREE = -4.5  # bear one another out, where they are the same,
_DIFFER = -1.0  # contradict one another,
_SLIP = -2.5  # or do so where they differ in one part,
_OF_PEN = -4.0  # or in digits alone, in the same words;
_CLOSELY = -2.8  # and where the sentences tell of the same thing;
_CLOSE = 6.5  # from which on they do
_SURER = 1.5  # and how much better they have to be than those of the same date elsewhere.
_DATELINE = re.compile(r"[A-Z][A-Z\s/.,’'-]{2,}$")
_CLOCK = re.compile(r"T(\d\d):(\d\d)")
_CLOCK_WORDS = re.compile(
    r"\d{1,2}(?:[.:]\d\d)?\s?(?:[ap]\.?m\.?|o.clock)|\d\d:\d\d", re.IGNORECASE
)
_DAY = re.compile(
    r"\d(?:st|nd|rd|th)?\s+[A-Z]|[A-Z][a-z]+\.?\s+\d|day\b|yesterday|morning|night|evening"
)


@cache
def _weekdays() -> dict[str, int]:
    """Give the days of the week, Monday first, as they are written."""
    found: dict[str, int] = {}
    for entry in sections("times")["weekday"]:
        words, _, value = entry.partition("=")
        found |= dict.fromkeys(words.split(), int(value))
    return found


@dataclass(frozen=True, slots=True)
class When:
    """A time that can be compared.

    Attributes:
        first: The first day, `last` the last.
        minutes: After midnight; None where no time of the day is named.
        has_day: A day, month or year is named, and not a time of the day alone.
        has_year: A year is named.
        weekday: The day of the week that is named, Monday 1; `is_bare` when nothing else is.
    """

    span: Span
    first: date
    last: date
    minutes: int | None
    has_day: bool
    has_year: bool
    weekday: int | None
    is_bare: bool

    def meets(self, other: When) -> bool:
        """Can both be one time?"""
        if self._same_days(other):
            if self.minutes is None or other.minutes is None:
                return self.has_day and other.has_day
            return abs(self.minutes - other.minutes) <= _ROUNDED
        return False

    def _same_days(self, other: When) -> bool:
        if not (self.has_day and other.has_day):
            return True
        if self.is_bare or other.is_bare:
            # "until Monday": whether the last or the next one is meant, words seldom tell.
            days = [each.weekday or each.first.isoweekday() for each in (self, other)]
            if self.length == other.length:
                return days[0] == days[1]
            return self.first - _A_WEEK <= other.last and other.first - _A_WEEK <= self.last
        if self.first <= other.last and other.first <= self.last:
            return True
        if self.has_year and other.has_year:
            return False
        mine, theirs = ((each.first.month, each.first.day) for each in (self, other))
        return self.length == other.length and mine == theirs

    @property
    def length(self) -> str:
        """Is it a day, a month or two, or longer?"""
        days = (self.last - self.first).days
        return "day" if days < 1 else "week" if days < 10 else "months" if days < 100 else "years"

    def is_like(self, other: When) -> bool:
        """Are both told as finely, so that one can be in the other's place?"""
        if not (self.has_day and other.has_day):
            return self.minutes is not None and other.minutes is not None
        return self.length == other.length

    def is_slip_of_pen(self, other: When) -> bool:
        """Are only the digits others, in the same words, or in another order: 1956 for 1965?"""
        mine, theirs = (_DIGITS.sub("", each.span.text).lower() for each in (self, other))
        words = [_without_days(each) for each in (mine, theirs)]
        if words[0] == words[1] and len(words[0]) > 1:
            return True
        digits = ["".join(_DIGITS.findall(each.span.text)) for each in (self, other)]
        return words == [[], []] and sorted(digits[0]) == sorted(digits[1])

    def is_slip(self, other: When) -> bool:
        """Do they differ in the day, in the month or in the year alone?"""
        if self.is_bare or other.is_bare or not (self.has_day and other.has_day):
            return False
        one, two = self.first, other.first
        return (one.year != two.year) + (one.month != two.month) + (one.day != two.day) == 1


_DIGITS = re.compile(r"\d+")
_A_WEEK = timedelta(days=7)
_ROUNDED = 10  # minutes
_A_DAY = 24 * 60


def _without_days(text: str) -> list[str]:
    return [word for word in re.findall(r"[a-z]+", text) if word not in _weekdays()]


def when(time: TimeExpression) -> When | None:
    """Give a time on the calendar; None for durations and what is only "recently"."""
    if time.type not in ("DATE", "TIME") or not time.earliest or not time.latest:
        return None
    clock = _CLOCK.search(time.value)
    minutes = (60 * int(clock[1]) + int(clock[2])) % _A_DAY if clock else None
    first, last = date.fromisoformat(time.earliest), date.fromisoformat(time.latest)
    words = re.findall(r"[a-z]+", time.span.text.lower())
    named = [_weekdays()[word] for word in words if word in _weekdays()]
    has_day = minutes is None or bool(named) or bool(_DAY.search(time.span.text))
    has_number = bool(re.search(r"\d", _CLOCK_WORDS.sub("", time.span.text)))
    return When(
        time.span,
        first,
        last,
        minutes,
        has_day,
        bool(re.search(r"\d{4}", time.span.text)),
        named[0] if len(named) == 1 else None,
        bool(named) and not has_number,
    )


def other_weekday(time: TimeExpression, published: date | None) -> int | None:
    """Give the day of the week, Monday 1, that a date has, where the text calls it another.

    Without a year the date is the one nearest to publication.
    """
    one = when(time)
    if one is None or one.first != one.last or one.weekday is None or one.is_bare:
        return None
    day = one.first
    if not one.has_year and published is not None:
        years = [_in_year(day, published.year + more) for more in (-1, 0, 1)]
        day = min(filter(None, years), key=lambda each: abs((each - published).days))
    return None if day.isoweekday() == one.weekday else day.isoweekday()


def _in_year(day: date, year: int) -> date | None:
    try:
        return day.replace(year=year)
    except ValueError:
        return None  # February 29


Told = Sequence[tuple[Line, Sequence[When]]]


def dates_told(lines: Iterable[Line]) -> Told:
    """Give the lines that have times on the calendar, with them."""
    found = ((line, [one for each in line.times if (one := when(each))]) for line in lines)
    return [(line, times) for line, times in found if times]


def verify_dates(shelf: Shelf, told: Told, line: Line) -> Iterator[Found]:
    """Give what calendar and record say of each date of a line that is no part of a quotation."""
    times = [(time, one) for time in line.times if (one := when(time)) is not None]
    for time, one in times:
        if line.is_quoted(time.span) or _DATELINE.match(line.before(time.span.start)):
            continue
        day = other_weekday(time, line.document.day)
        if day is not None:
            yield Found("date", time.span, "contradicted", what="date", weekday=day)
        else:
            yield _verify(shelf, told, line, one, [each for _, each in times])


def _needed(one: When, other: When, *, is_close: bool) -> float:
    """Give the odds that two dates need to contradict one another."""
    if one.is_slip_of_pen(other):
        return _OF_PEN
    if is_close and one.length == other.length:
        return _CLOSELY
    return _SLIP if one.is_slip(other) else _DIFFER


def _is_slip_beside(one: When, other: When, beside: Sequence[When], times: Sequence[When]) -> bool:
    """Is one part of a date another, and a date beside both the same: "from May 2021 to June"?"""
    return one.is_slip(other) and any(
        mine is not one and theirs is not other and mine.is_like(theirs) and mine.meets(theirs)
        for mine in beside
        for theirs in times
    )


def _is_of_report(one: When, line: Line) -> bool:
    """Is it the day of the report, so that "by Tuesday" may be said of what stands in it?"""
    day = line.document.day
    return day is not None and one.first <= day <= one.last


def _verify(shelf: Shelf, told: Told, line: Line, one: When, beside: Sequence[When]) -> Found:
    agreeing: list[tuple[float, Line, When]] = []
    differing: list[tuple[float, Line, When]] = []
    close = {key_of(where) for score, where in shelf.counterparts(line)[:1] if score >= _CLOSE}
    for where, times in told:
        for other in times:
            odds = shelf.odds(line, one.span, where, other.span)
            if one.meets(other) and odds >= _AGREE:
                agreeing.append((odds, where, other))
            elif (
                one.is_like(other)
                and not _is_of_report(one, where)
                and (
                    (odds >= _AGREE and _is_slip_beside(one, other, beside, times))
                    or (
                        shelf.is_plausible(line, where)
                        and odds >= _needed(one, other, is_close=key_of(where) in close)
                    )
                )
                and not any(each.is_like(other) and each.meets(other) for each in beside)
            ):
                differing.append((odds, where, other))
    agreeing.sort(key=lambda each: -each[0])
    differing.sort(key=lambda each: (not one.is_slip(each[2]), -each[0]))
    surer = agreeing and differing and differing[0][0] > agreeing[0][0] + _SURER
    if agreeing and not surer:
        _, where, other = agreeing[0]
        others = [(at, each.span) for odds, at, each in differing if odds >= agreeing[0][0]]
        return disputed("date", one.span, where, other.span, others)
    if differing:
        _, where, other = differing[0]
        return Found("date", one.span, "contradicted", where, other.span)
    return Found("date", one.span, "not_in_record")
