"""Values in a text: in come the marks of a document, out its shares, sums, numbers, lengths, days.

Of which sort a value is, is known of every figure and time that reading marked; here it is told in
the words of `asked/sorts.py`, so that it can be held against what a question asks for.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from onix.jobs.ask.asked.question import Question
from onix.jobs.ask.asked.sorts import SPEED, Sort, is_currency, sort_of
from onix.model import Figure, Marks, Span, TimeExpression
from onix.verify.facts.measures import kind
from onix.verify.facts.parts import SHARE

_POINTS: Final = re.compile(r"[\s-](?:percentage|basis)[\s-]points?\b", re.IGNORECASE)
_PARTS: Final = re.compile(r"(?:thirds?|quarters?|fifths?|sixths?|eighths?|tenths?)$")
# Sums whose sign reading does not know: "Rs 15 lakh", "R212-million"
_SIGNED: Final = re.compile(
    r"(?<![\w-])(?:Rs\.?|K?Sh|Ksh|Tk|RM|Rp|kr|R(?=\d+[\s-]?[mb])|[₦₱₵₺฿₫₭₲₡])\s?\d[\d.,]*\d?"
    r"(?:[\s-]?(?:lakh|crore|million|billion|m|bn)\b)?"
)
_SPEED: Final = re.compile(SPEED, re.IGNORECASE)
_CLOCK: Final = re.compile(r"T\d\d")
# In the words of a time of day: "Monday night", "noon on 3 May"
_WITH_DAY: Final = re.compile(
    r"day\b|\bnight\b|eve\b|(?:^|\s)\d{1,2}(?:st|nd|rd|th)?\s[A-Z]|[A-Z]\w+\.?\s\d", re.A
)
_CALENDAR: Final = re.compile(
    r"[\dX]{4}(?:-(?:(?P<month>[\dX]{2})(?:-(?P<day>[\dX]{2}))?|WXX-(?P<weekday>\d)))?(?:T[\w:]+)?$"
)
_IN_YEAR: Final = re.compile(r"\b\d{4}\b")
# Which values answer: "bare" is a number of which nobody says what it counts.
_SORTS: Final[dict[Sort, frozenset[str]]] = {
    "share": frozenset({"share"}),
    "money": frozenset({"money", "bare"}),
    "measure": frozenset({"measure", "distance", "bare", "number"}),
    "size": frozenset({"money", "share", "measure", "distance"}),
    "amount": frozenset({"money", "share", "measure", "distance", "number", "bare"}),
    "number": frozenset({"number", "bare"}),
    "length": frozenset({"length"}),
    "speed": frozenset({"speed"}),
    "extent": frozenset({"length", "distance"}),
    "clock": frozenset({"clock", "day and clock"}),
    "time": frozenset({"clock", "day and clock", "day", "month", "year", "time"}),
    "day": frozenset({"day", "day and clock"}),
    "month": frozenset({"day", "day and clock", "month"}),
    "year": frozenset({"year"}),
}

Place = tuple[int, int]  # half-open, in the text


@dataclass(frozen=True, slots=True)
class Value:
    """A value in the text of a window: where it stands, and of what sort it is."""

    place: Place
    sort: str


def values_of(question: Question, text: Span, document: Marks) -> list[Place] | None:
    """Give the places in a text of the values of the sort that is asked for; None for any sort."""
    sort = sort_of(question)
    if sort is None:
        return None
    return [each.place for each in values_in(text, document) if is_of(sort, each, text.text)]


def values_in(text: Span, document: Marks) -> list[Value]:
    """Give the values in a text of a document, in the order in which they stand."""
    found = [
        *(
            _figure(each, text.text, text.start)
            for each in document.figures
            if text.covers(each.span)
        ),
        *(_time(each, text.start) for each in document.times if text.covers(each.span)),
    ]
    parts = [Value(each.span(), "share") for each in SHARE.finditer(text.text)]
    parts += [Value(each.span(), "money") for each in _SIGNED.finditer(text.text)]
    parts += [Value(each.span(), "speed") for each in _SPEED.finditer(text.text)]
    kept = [
        each
        for each in found
        if not any(each.place[0] < p.place[1] and p.place[0] < each.place[1] for p in parts)
    ]
    return sorted([*kept, *parts], key=lambda each: each.place)


def is_of(sort: Sort, value: Value, text: str) -> bool:
    """Is a value of the sort asked for; any date with its year tells the year, too."""
    if value.sort in _SORTS[sort]:
        return True
    is_time = value.sort in _SORTS["time"]
    return sort == "year" and is_time and bool(_IN_YEAR.search(text[slice(*value.place)]))


def _figure(figure: Figure, text: str, start: int) -> Value:
    first, last = figure.span.start - start, figure.span.end - start
    if figure.unit is not None:
        sort = kind(figure.unit) or "measure"
        is_money = sort == "money" or figure.unit == "cent"
        is_distance = sort is not None and sort == kind("m")
        named = "share" if sort == "share" else "distance" if is_distance else "measure"
        return Value((first, last), "money" if is_money else named)
    if _POINTS.match(text, last):
        return Value((first, last), "share")
    if figure.of is None:
        return Value((first, last), "bare")
    counted = figure.of.text.lower()
    if _PARTS.search(counted):
        return Value((first, figure.of.end - start), "share")
    if is_currency(counted.split()[-1]):
        return Value((first, figure.of.end - start), "money")
    return Value((first, last), "number")


def _time(time: TimeExpression, start: int) -> Value:
    place = time.span.start - start, time.span.end - start
    if time.type == "DURATION":
        return Value(place, "length")
    words = time.span.text
    if _CLOCK.search(time.value):
        return Value(place, "day and clock" if _WITH_DAY.search(words) else "clock")
    found = _CALENDAR.match(time.value)
    if found is None:
        return Value(place, "time")
    return Value(
        place, "day" if found["day"] or found["weekday"] else "month" if found["month"] else "year"
    )
