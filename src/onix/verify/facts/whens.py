"""What a time of a text says: a time expression in, what can be compared on the calendar out.

"Tuesday", "12 December", "last month", "noon tomorrow": a time has days or a time of the day. Two
times meet where both can be one; whether they are of the same event is decided in `dates.py`.
"""

from __future__ import annotations

import re
from collections.abc import Set
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from onix.model import Span, TimeExpression
from onix.reading.times.which_year import FAR_DAY
from onix.reading.words import sections

_CLOCK = re.compile(r"T(\d\d):(\d\d)")
_CLOCK_WORDS = re.compile(
    r"\d{1,2}(?:[.:]\d\d)?\s?(?:[ap]\.?m\.?|o.clock)|\d\d:\d\d", re.IGNORECASE
)
_DAY = re.compile(
    r"\d(?:st|nd|rd|th)?\s+[A-Z]|[A-Z][a-z]+\.?\s+\d|(?<!mid)day\b|tomorrow|morning|night|evening"
)
# "half past nine in the evening" is of any day
_OF_ANY_DAY = re.compile(
    r"(?:(?!tomorrow|yesterday|today|this|last|next)[\da-z][\da-z.:'’]*\s){1,4}(?:in\sthe|at)\s"
    r"(?:morning|afternoon|evening|night)"
)
_COUNTED_ON = re.compile(
    r"\b(?:later|earlier|before|after|that|same|following|the next)\b", re.IGNORECASE
)
_CALLED = re.compile(
    r"(?:,?\s(?:which\s|that\s)?(?:was|is|falls\son|fell\son|will\sbe)|,|\s\()\s?an?\s"
    r"(?P<day>[A-Z][a-z]+day)\b(?!\s[a-z]*(?:morning|afternoon|evening|night))"
)
_LENGTHS = ("day", "week", "months", "years")
# Counted from the day of the text, so that the year is plain: "February last year", "last month".
_FROM_NOW = re.compile(r"\b(?:last|this|next)\s(?:year|month)\b|\bago\b", re.IGNORECASE)
_COMING = re.compile(r"\b(?:this\scoming|tomorrow|yesterday)\b", re.IGNORECASE)
_YEARS_AGO = re.compile(r"\byears?\sago\b", re.IGNORECASE)
_HALF_A_YEAR = timedelta(days=183)  # by which "two years ago" is told of more and of less


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
        has_year: A year is named, or plain: "last year", "two years ago".
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
            return self._same_clock(other)
        return False

    def _same_clock(self, other: When) -> bool:
        """Are two times of the day one, as far as they are told: "a quarter past eight", 8.15pm?"""
        one, two = self.minutes or 0, other.minutes or 0
        around = _A_DAY if self.is_of_half and other.is_of_half else _A_DAY // 2
        apart = (one - two) % around
        slack = _ROUNDED_HOUR if 0 in (one % 60, two % 60) else _ROUNDED
        return min(apart, around - apart) <= slack

    @property
    def is_of_half(self) -> bool:
        """Is it plain whether a time of the day is before noon or after?"""
        return (self.minutes or 0) >= _ONE_PM or bool(_HALF.search(self.span.text))

    def _same_days(self, other: When) -> bool:
        if not (self.has_day and other.has_day):
            return True
        if self.is_bare or other.is_bare:
            # "until Monday": whether the last or the next one is meant, words seldom tell.
            days = [each.weekday or each.first.isoweekday() for each in (self, other)]
            if self.length == other.length:
                return days[0] == days[1]
            return self.first - _A_WEEK <= other.last and other.first - _A_WEEK <= self.last
        if self.has_year and other.has_year:
            return self._overlaps(other, 0)
        # Of which year a day is, is read from the day of print, and may be the one beside it; what
        # is the same day or month of the calendar may be of any.
        near = {-1, 0, 1, self.first.year - other.first.year}
        return any(self._overlaps(other, years) for years in near)

    def _overlaps(self, other: When, years: int) -> bool:
        first, last = (each + years * _A_YEAR for each in (other.first, other.last))
        slack = timedelta(days=abs(years))  # leap years
        return self.first <= last + slack and first - slack <= self.last

    @property
    def told(self) -> str:
        """The time in words: "12:00 on Tuesday 3 June 2025", "June 2025", "2025"."""
        clock = "" if self.minutes is None else f"{self.minutes // 60}:{self.minutes % 60:02}"
        if not self.has_day:
            return clock
        one, other = self.first, self.last
        forms = {"day": "%A {day} %B %Y", "months": "%B %Y", "years": "%Y"}
        form = forms.get(self.length, "{day} %B %Y")
        ends = list(
            dict.fromkeys(each.strftime(form).format(day=each.day) for each in (one, other))
        )
        return " ".join(filter(None, [clock, "on" if clock else "", " to ".join(ends)]))

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

    def is_wide_of(self, other: When) -> bool:
        """Is it told less finely, and the other still sure beside it: "last month", 12 December?"""
        lengths = [_LENGTHS.index(each.length) for each in (self, other)]
        is_near = lengths[0] - lengths[1] in (1, 2) and self.has_day and other.has_day
        return is_near and self.length != "years" and not (self.is_bare or other.is_bare)

    def is_year_beside(self, other: When) -> bool:
        """Is it a year, told or plain, and the other a day of which the year is: "in 2021"?"""
        return self.length == "years" and self.has_year and other.has_year

    @property
    def is_counted(self) -> bool:
        """Is it counted from another time of the text, and so less sure: "a week later"?"""
        return bool(_COUNTED_ON.search(self.span.text))

    def is_of_another_week(self, other: When) -> bool:
        """Is one told by the day of the week alone, and the other more than a week away?

        Who takes a day of the week for another takes one of the same week.
        """
        is_day = self.length == other.length == "day" and self.has_day and other.has_day
        return (
            is_day and (self.is_bare or other.is_bare) and abs(self.first - other.first) > _A_WEEK
        )

    def is_other_weekday(self, other: When) -> bool:
        """Is it the other's day but for the year, and called another day of the week?"""
        is_day = self.length == other.length == "day" and not (self.is_bare or other.is_bare)
        is_told = other.has_year and not self.has_year and self.weekday is not None
        is_day = is_day and abs(self.first - other.first) <= _OF_NEXT_YEAR
        return is_day and is_told and other.first.isoweekday() != self.weekday

    def is_finer(self, other: When) -> bool:
        """Is it told so much more finely that the other cannot bear it out: a day of a month?"""
        return (
            self.has_day
            and other.has_day
            and _LENGTHS.index(self.length) < _LENGTHS.index(other.length)
        )

    def is_slip_of_date(self, other: When) -> bool:
        """Are both days, or months of which both say the year, and differ in one part alone?"""
        is_month = self.length == "months" and self.has_year and other.has_year
        is_told = self.length == other.length and (is_month or self.length == "day")
        return is_told and self.is_slip(other)

    def is_slip(self, other: When) -> bool:
        """Do they differ in the day, in the month or in the year alone?"""
        if self.is_bare or other.is_bare or not (self.has_day and other.has_day):
            return False
        one, two = self.first, other.first
        return (one.year != two.year) + (one.month != two.month) + (one.day != two.day) == 1


_A_WEEK = timedelta(days=7)
_FAR = timedelta(days=FAR_DAY)
_A_YEAR = timedelta(days=365)
_OF_NEXT_YEAR = timedelta(days=366)
_ROUNDED, _ROUNDED_HOUR = 10, 20  # minutes; "shortly after three o'clock" is 3.15
_ONE_PM = 13 * 60
_HALF = re.compile(
    r"\d\s?[ap]\.?\s?m\b|\b0\d[:.]\d\d|midday|noon|night|morning|evening", re.IGNORECASE
)
_A_DAY = 24 * 60


def when(time: TimeExpression) -> When | None:
    """Give a time on the calendar; None for durations and what is only "recently"."""
    if time.type not in ("DATE", "TIME") or not time.earliest or not time.latest:
        return None
    clock = _CLOCK.search(time.value)
    minutes = (60 * int(clock[1]) + int(clock[2])) % _A_DAY if clock else None
    first, last = date.fromisoformat(time.earliest), date.fromisoformat(time.latest)
    if first.year == last.year and _YEARS_AGO.search(time.span.text):
        first, last = first - _HALF_A_YEAR, last + _HALF_A_YEAR
    words = re.findall(r"[a-z]+", time.span.text.lower())
    named = [_weekdays()[word] for word in words if word in _weekdays()]
    is_of_any_day = (
        minutes is not None and _OF_ANY_DAY.fullmatch(time.span.text.lower()) is not None
    )
    has_day = bool(named) or (
        not is_of_any_day and (minutes is None or bool(_DAY.search(time.span.text)))
    )
    has_number = bool(re.search(r"\d", _CLOCK_WORDS.sub("", time.span.text)))
    return When(
        time.span,
        first,
        last,
        minutes,
        has_day,
        bool(re.search(r"\d{4}", time.span.text)) or bool(_FROM_NOW.search(time.span.text)),
        named[0] if len(named) == 1 else None,
        bool(named) and not has_number and _COMING.search(time.span.text) is None,
    )


def other_weekday(
    time: TimeExpression,
    published: date | None,
    told: Set[int] = frozenset(),
    *,
    called: int | None = None,
) -> int | None:
    """Give the day of the week, Monday 1, that a date has, where the text calls it another.

    Without a year the date is the one nearest to publication, or another that news would leave the
    year of out: in October "Saturday, May 13" is of the spring to come.

    Args:
        told: Years of other dates beside it: "from Sunday, March 10, 2024, to Sunday, Nov. 3".
        called: The day of the week that it is called elsewhere: "9 June, which was a Saturday".
    """
    one = when(time)
    if one is None or one.first != one.last or one.is_bare:
        return None
    called = one.weekday or called
    if called is None:
        return None
    day = one.first
    if not one.has_year and published is not None:
        years = [_in_year(day, published.year + more) for more in (-1, 0, 1)]
        days = sorted(filter(None, years), key=lambda each: abs(each - published))
        near = [each for each in days if abs(each - published) <= _FAR]
        near += [each for year in sorted(told) if (each := _in_year(day, year)) is not None]
        day = next((each for each in near if each.isoweekday() == called), days[0])
    return None if day.isoweekday() == called else day.isoweekday()


def called_behind(text: str) -> tuple[int | None, int]:
    """Give the day of the week that a date is called behind it, and how far that reaches.

    "…, which was a Saturday", "… (a Saturday)"; None and 0 where it is called none.
    """
    found = _CALLED.match(text)
    day = None if found is None else _weekdays().get(found["day"].lower())
    return day, 0 if found is None or day is None else found.end()


def _in_year(day: date, year: int) -> date | None:
    try:
        return day.replace(year=year)
    except ValueError:
        return None  # February 29
