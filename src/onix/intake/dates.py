"""A date as somebody wrote it, as an ISO string exactly as precise as it is; else nothing.

In: "2025/11/26", "Wed, 26 Nov 2025 09:30:00 GMT", "November 26, 2025". Out: ISO 8601, or None.
Strict on purpose: a wrong date is worse than none. "04/05/2025" means two days and stays unknown.
"""

from __future__ import annotations

import re
from datetime import date, datetime
from email.utils import parsedate_to_datetime

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"
    r"sep(?:t(?:ember)?)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>\d{4})"
_WEEKDAY = r"(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,?\s+)?"

_NUMBERS = re.compile(r"(\d{4})[/.-](\d{1,2})[/.-](\d{1,2})")
_SLASHED = re.compile(r"(\d{1,2})[/.](\d{1,2})[/.](\d{4})")
_WORDS = (
    re.compile(rf"{_WEEKDAY}\b{_MONTH}\s+{_DAY},?\s+{_YEAR}\b", re.IGNORECASE),
    re.compile(rf"{_WEEKDAY}\b{_DAY}\s+{_MONTH},?\s+{_YEAR}\b", re.IGNORECASE),
)
_IN_PATH = re.compile(r"/((?:19|20)\d\d)/(\d\d?)/(\d\d?)(?=/|$)")
_EARLIEST, _LATEST = 1000, 2999


def iso_date(value: object) -> str | None:
    """Give the ISO date or date-time that `value` states; None when it is none or is ambiguous."""
    if not isinstance(value, str) or not 8 <= len(value.strip()) <= 60:
        return None
    text = value.strip()
    return _iso(text) or _numbers(text) or _words(text) or _mail(text)


def _iso(text: str) -> str | None:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    if not _EARLIEST <= moment.year <= _LATEST:
        return None
    has_clock = re.search(r"\d[T ]\d", text) is not None
    return moment.isoformat(timespec="seconds") if has_clock else moment.date().isoformat()


def _numbers(text: str) -> str | None:
    if match := _NUMBERS.fullmatch(text):
        return _day(*(int(each) for each in match.groups()))
    if match := _SLASHED.fullmatch(text):
        first, second, year = (int(each) for each in match.groups())
        readings = {_day(year, first, second), _day(year, second, first)} - {None}
        return readings.pop() if len(readings) == 1 else None
    return None


def _words(text: str) -> str | None:
    return next((_named(match) for each in _WORDS if (match := each.fullmatch(text))), None)


def _named(match: re.Match[str]) -> str | None:
    month = _MONTHS.index(match["month"][:3].lower()) + 1
    return _day(int(match["year"]), month, int(match["day"]))


def _mail(text: str) -> str | None:
    """Read the dates of mail and RSS ("Wed, 26 Nov 2025 09:30:00 -0500")."""
    day = date_in(text) if ":" in text else None
    if day is None:
        return None
    try:
        moment = parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    # That parser guesses; what it gives counts only if the words name the same day.
    return moment.isoformat() if moment.date().isoformat() == day else None


def _day(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat() if _EARLIEST <= year <= _LATEST else None
    except ValueError:
        return None


def date_in(text: str) -> str | None:
    """Give the one day that a short line names ("Published: November 26, 2025, 9:30 a.m. EST").

    None when it names none, or two.
    """
    found = {_named(match) for each in _WORDS for match in each.finditer(text)}
    found |= {_numbers(match[0]) for match in _NUMBERS.finditer(text)}
    found |= {_numbers(match[0]) for match in _SLASHED.finditer(text)}
    return found.pop() if len(found) == 1 else None


def date_in_path(path: str) -> str | None:
    """Give the day that an address carries ("/2025/11/26/politics/…"): outlets file by day."""
    match = _IN_PATH.search(path)
    return _day(*(int(each) for each in match.groups())) if match else None


def in_own_zone(stated: list[str]) -> str | None:
    """Give the first of several stated dates, in the outlet's own zone where another has that.

    Pages often say one moment twice, as "…T02:10:00Z" for machines and "…T21:10:00-05:00" as the
    outlet counts; the day before is the day its readers saw.
    """
    if not stated:
        return None
    first = _aware(stated[0])
    if first is not None and not first.utcoffset():
        for other in stated[1:]:
            moment = _aware(other)
            if moment is not None and moment.utcoffset() and moment == first:
                return other
    return stated[0]


def _aware(text: str) -> datetime | None:
    moment = datetime.fromisoformat(text)
    return moment if moment.tzinfo is not None else None
