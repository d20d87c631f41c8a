"""The days that head what is to come on them: a text in, out where each stands and how far it goes.

"Monday" in a line of its own, or before a colon, says nothing of before or after. Two such lines
whose items tell nothing of the past are an agenda: its days come in their order, the first on or
after the day of writing, and an hour below one of them is of that day.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import lru_cache
from itertools import pairwise
from typing import Final, NamedTuple

from onix.reading.times.tense import tense_at
from onix.reading.times.tokens import tokens

_DAYS: Final = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_NAMED: Final = "|".join(each for day in _DAYS for each in (day.capitalize(), day.upper()))
_HEADING: Final = re.compile(
    rf"^\W*(?P<day>{_NAMED})\b(?:,? [A-Za-z]{{3,9}}\.? (?P<date>\d\d?)(?:st|nd|rd|th)?"
    r"|,? (?P<first>\d\d?)(?:st|nd|rd|th)? [A-Za-z]{3,9})?[ \t*_]*"
    r"(?:[:–—][ \t*_]*(?=[A-Z])|:?[ \t*_]*$)",
    re.MULTILINE,
)
# "Hours: Monday 9 a.m. to 5 p.m." are those of each week.
_HOURS: Final = re.compile(r"\b(?:hours|every week|weekly)\b", re.IGNORECASE)
_ABOVE: Final = 120  # characters above the first heading that tell what the list is
_CLOCK: Final = re.compile(r"\W*(?:\d{1,2}(?:[:.]\d\d)?|noon|closed)\b", re.IGNORECASE)
_LINE: Final = re.compile(r"\s*[^\n]*")
_FEWEST: Final = 2
_STEP: Final = 4  # days from one heading to the next


class Heading(NamedTuple):
    """Where the name of a day stands, the day that it is, and where what it heads ends."""

    start: int
    end: int
    day: date
    reaches: int


@lru_cache(maxsize=8)  # asked for each sentence of a document
def headings(text: str, published: date | None) -> tuple[Heading, ...]:
    """Give the headings of an agenda with their days; () for any other text."""
    found = list(_HEADING.finditer(text)) if published else []
    if published is None or len(found) < _FEWEST or _HOURS.search(_above(text, found[0].start())):
        return ()
    begins = [each.end() for each in found]
    ends = [each.start() for each in found[1:]]
    longest = max(end - begin for begin, end in zip(begins, ends, strict=False))
    # Where the last of them ends nothing tells: its first line, or as much as below another.
    line = _LINE.match(text, begins[-1])
    ends.append(min(len(text), max(begins[-1] + longest, line.end() if line else 0)))
    items = [text[begin:end] for begin, end in zip(begins, ends, strict=True)]
    if sum(_is_told(each) for each in items) * 2 > len(items) or all(map(_CLOCK.match, items)):
        return ()
    days = [_DAYS.index(each["day"].lower()) + 1 for each in found]
    if any(not 0 < (other - one) % 7 <= _STEP for one, other in pairwise(days)):
        return ()  # "Sunday", "Saturday": of what was, newest first
    placed = []
    day = published
    for number, each, reaches in zip(days, found, ends, strict=True):
        day += timedelta((number - day.isoweekday()) % 7)
        if int(each["date"] or each["first"] or day.day) != day.day:
            return ()  # its dates are of another week, and tell it themselves
        placed.append(Heading(each.start("day"), each.end("day"), day, reaches))
    return tuple(placed)


def heading_at(text: str, published: date | None, position: int) -> Heading | None:
    """Give the heading that a place stands behind or in, if any."""
    over = [each for each in headings(text, published) if each.start <= position < each.reaches]
    return over[-1] if over else None


def _above(text: str, position: int) -> str:
    return text[max(0, position - _ABOVE) : position]


def _is_told(items: str) -> bool:
    """Does the first sentence below a heading tell of what was?"""
    words = tokens(items.strip().partition("\n")[0]).words
    return tense_at(words, 0, 0).tense == "past" if words else False
