"""The dates that head the entries of a chronicle: a text in, out where each stands and its year.

"2017" in a line of its own, "October 2017:" and "Jan. 5:" before what was then. Lines without a
year have that of the lines around them, and go on into the next year where their months begin
anew. It is its own file because a date elsewhere takes its year from tense, and a chronicle tells
everything in the present.
"""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache
from itertools import pairwise
from typing import Final, NamedTuple

_MONTH: Final = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
    r"|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\b\.?"
)
_DATE: Final = (
    rf"(?P<month>{_MONTH})(?: (?P<day>\d\d?)(?:st|nd|rd|th)?)?(?:,? (?P<year>(?:19|20)\d\d))?"
    rf"|(?P<first>\d\d?)(?:st|nd|rd|th)? (?P<named>{_MONTH})(?:,? (?P<its>(?:19|20)\d\d))?"
    r"|(?P<alone>(?:19|20)\d\d)"
)
_HEADING: Final = re.compile(
    rf"^[^\w\n]{{0,4}}(?P<date>{_DATE})[ \t*_]*(?:(?:[:–—]|[ \t]-)(?:[ \t*_]|$)|$)", re.MULTILINE
)
_NAMES: Final = "janfebmaraprmayjunjulaugsepoctnovdec"
_FEWEST: Final = 3


class Entry(NamedTuple):
    """Where a date stands that heads an entry, the year and month it is of, where the entry ends.

    A year alone has the month 0. Of a calendar of what is all to come nothing is told.
    """

    start: int
    end: int
    year: int
    month: int
    reaches: int
    told: bool = True

    def year_of(self, month: int, *, ahead: bool) -> int:
        """Give the year of a month that is told of in the entry: the nearest, or the next one."""
        if not self.month:
            return self.year
        if ahead:
            return self.year + (month < self.month)
        away = month - self.month
        return self.year + (away < -_HALF) - (away > _HALF)


_HALF: Final = 6
_MANY, _MOSTLY = 6, 0.8  # headings, and the share of them that stand in their order


@lru_cache(maxsize=8)  # asked for each sentence of a document
def entries(text: str, published: date | None = None) -> tuple[Entry, ...]:
    """Give the entries of a chronicle; () for any other text.

    Where no heading has a year it is that of publication, if most of the days are gone by then, or
    none is.
    """
    found = [each for each in _HEADING.finditer(text) if _is_date(each)]
    if len(found) < _FEWEST or sum(not each["alone"] for each in found) < _FEWEST - 1:
        return ()
    if any(_year(each) for each in found):
        years = _years(found)
    elif published and _is_of_one_year(found, published) and not _is_calendar(text, published):
        years = [published.year] * len(found)
    else:
        return ()
    if years != sorted(years) and years != sorted(years, reverse=True):
        return ()  # "July 4", and below it what was on that day in many years
    first = min((year, *_day(each)) for each, year in zip(found, years, strict=True))
    told = published is None or first <= (published.year, published.month, published.day)
    ends = [each.start() for each in found[1:]]
    longest = max(end - each.start() for each, end in zip(found, ends, strict=False))
    line = text.find("\n", found[-1].end() + 1)
    ends.append(max(found[-1].start() + longest, line if line >= 0 else len(text)))
    return tuple(
        Entry(each.start("date"), each.end("date"), year, _month(each), end, told)
        for each, year, end in zip(found, years, ends, strict=True)
        if year
    )


def entry_at(text: str, published: date | None, position: int) -> Entry | None:
    """Give the entry of a chronicle that a place stands in or heads, if any."""
    over = entries(text, published)
    return next((each for each in over if each.start <= position < each.reaches), None)


def heading_of(text: str, published: date | None, sentence: int) -> Entry | None:
    """Give the entry whose first sentence below its own line begins at a place, if one does."""
    entry = entry_at(text, published, sentence)
    line = text.find("\n", entry.end) if entry else -1
    is_first = 0 <= line < sentence and not text[line:sentence].strip()
    return entry if entry and is_first else None


def _is_of_one_year(found: list[re.Match[str]], published: date) -> bool:
    """Do days without a year follow one another, once or more, most of them before publication?"""
    days = [_day(each) for each in found]
    gone = sum(each <= (published.month, published.day) for each in days)
    if len(days) < _MANY or 0 < 2 * gone < len(days):
        return False
    onward = sum(one <= other for one, other in pairwise(days))
    falls = onward < len(days) / 2
    if (onward if not falls else len(days) - 1 - onward) < _MOSTLY * (len(days) - 1):
        return False
    # "… Dec. 28, Jan. 5, Jan. 12" goes on into the next year, and what goes on to July begins anew.
    begun = [n for n, (one, other) in enumerate(pairwise(days), start=1) if one > other]
    return falls or all(max(days[n:])[0] > _HALF for n in begun)


def _is_calendar(text: str, published: date) -> bool:
    """Is the year to come spoken of more than that of publication?"""
    return text.count(str(published.year + 1)) > max(1, text.count(str(published.year)))


def _years(found: list[re.Match[str]]) -> list[int]:
    """Give each heading its year; 0 where nothing tells it."""
    months = [_month(each) for each in found if not _year(each) or not each["alone"]]
    steps = [(b - a + _HALF) % 12 - _HALF for a, b in pairwise(months) if a and b]
    falls = sum(step < 0 for step in steps) > sum(step > 0 for step in steps)  # newest first
    years: list[int] = []
    last, last_month = 0, 0
    for each in found:
        month, written = _month(each), _year(each)
        if written:
            last = written
        elif last and last_month and month:
            last += (-1 if month > last_month else 0) if falls else (month < last_month)
        years.append(last)
        last_month = month
    first = next((n for n, year in enumerate(years) if year), len(years))
    for number in range(first - 1, -1, -1):  # headings above the first year
        after = _month(found[number + 1])
        before = (_month(found[number]) > after) if after else 0
        years[number] = years[number + 1] - before if not falls and after else 0
    return years


def _day(found: re.Match[str]) -> tuple[int, int]:
    """Give the month and the day of a heading; those that it leaves out are the first."""
    return _month(found), int(found["day"] or found["first"] or 1)


def _month(found: re.Match[str]) -> int:
    name = (found["month"] or found["named"] or "")[:3].lower()
    return _NAMES.index(name) // 3 + 1 if name else 0


def _year(found: re.Match[str]) -> int:
    return int(found["year"] or found["its"] or found["alone"] or 0)


def _is_date(found: re.Match[str]) -> bool:
    """Is it a day that its month has, and no "May" that is a name?"""
    day = int(found["day"] or found["first"] or 1)
    try:
        date(2000, _month(found) or 1, day)
    except ValueError:
        return False
    return True
