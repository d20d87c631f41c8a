"""Is a date of a draft the record's? A time of a line in, what the calendar and the record say out.

A day of the week is held against its date without any record; another date is a contradiction where
`other_days.py` finds that it surely should be the draft's.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from onix.model import TimeExpression
from onix.reading.times.dateline import is_only_dateline
from onix.verify.facts.findings import Found, disputed
from onix.verify.facts.likeliest import Likeliest, Place, one_each, told_otherwise
from onix.verify.facts.lines import Line
from onix.verify.facts.other_days import OtherDays, Told
from onix.verify.facts.whens import When, called_behind, other_weekday, when

_AGREE = -4.5  # odds, as a logarithm, from which on the same date bears the draft's out
_DATELINE = re.compile(r"[A-Z][A-Z\s/.,’'-]{2,}$")
_FROM_TODAY = re.compile(r"(?:yesterday|today|tomorrow)", re.IGNORECASE)
_APPOSED = re.compile(r",\s(?:on\s)?|\s\(|,\s(?:[A-Z][a-z]+day),?\s")
_STAMPED = frozenset({"updated", "published", "posted", "modified", "first", "last", "et", "gmt"})
_IN_FULL = re.compile(r"[A-Za-z]{3}.*\d|\d.*[A-Za-z]{3}")
_AGENCY = re.compile(r"\s\([A-Z]{2,}\)\s[-–—]")  # "Sept. 14 (AP) -"
_DASH = re.compile(r"\s[-–—]+\s")  # "30 April 2026 - " before all that is told


def dates_told(lines: Iterable[Line]) -> Told:
    """Give the lines that have times on the calendar, with them."""
    found = (
        (
            line,
            [
                one
                for each in line.times
                if not is_only_dateline(each, line.span, line.times) and (one := when(each))
            ],
        )
        for line in lines
    )
    return [(line, times) for line, times in found if times]


def verify_dates(days: OtherDays, line: Line) -> Iterator[Found]:
    """Give what calendar and record say of each date of a line that is no part of a quotation."""
    times = [(time, one) for time in line.times if (one := when(time)) is not None]
    years = {one.first.year for _, one in times if one.has_year}
    beside = [one for _, one in times]
    read = [(time, one) for time, one in times if not _is_outside(line, time, one)]
    found = [days.beside(line, one, beside) for _, one in read]
    rivals = [days.against(line, one, each) for (_, one), each in zip(read, found, strict=True)]
    settled = one_each(found, rivals, lambda each: each.span)
    for (time, one), (likeliest, rival) in zip(read, settled, strict=True):
        other = _explained(line, one, beside)
        if other is not None:
            span = line.document.span(one.span.start, other.span.end)
            compared = f"{one.told} and {other.told} are not the same day"
            yield Found("date", span, "contradicted", what="date", compared=compared)
            continue
        called, more = called_behind(line.behind(time.span.end))
        day = other_weekday(time, line.document.day, years, called=called)
        if day is not None:
            span = line.document.span(time.span.start, time.span.end + more)
            yield Found("date", span, "contradicted", what="date", weekday=day)
        else:
            yield _verify(one, likeliest, rival)


def _is_outside(line: Line, time: TimeExpression, one: When) -> bool:
    """Does a date say nothing by itself: of a quotation, a dateline, the draft's own day?"""
    before, behind = line.before(time.span.start), line.behind(time.span.end)
    opens = _DATELINE.match(before) if before else _DASH.match(behind)
    is_dateline = opens is not None or _AGENCY.match(behind) is not None
    return line.is_quoted(time.span) or is_dateline or _is_own(line, one)


def _explained(line: Line, one: When, times: Sequence[When]) -> When | None:
    """Give the date that says which day is meant, where it is another: "tomorrow, Nov. 22"."""
    if _FROM_TODAY.fullmatch(one.span.text) is None:
        return None
    return next(
        (
            each
            for each in times
            if each.length == "day"
            and _IN_FULL.search(each.span.text)
            and _APPOSED.fullmatch(line.document.text[one.span.end : each.span.start])
            and not one.meets(each)
        ),
        None,
    )


def _is_own(line: Line, one: When) -> bool:
    """Is it the day of the draft itself, on a line of its header: "By our staff, 6 March 2026"?

    Or of a line that says nothing but when the page was printed and brought up to date.
    """
    is_sentence = line.span.text.rstrip("\"'”’)").endswith((".", "!", "?"))
    if not is_sentence and all(word.is_value or word.low in _STAMPED for word in line.words):
        return True
    return one.has_day and one.first == line.document.day and not is_sentence


def _verify(one: When, found: Likeliest[When], rival: Place[When] | None) -> Found:
    agreeing = [each for each in found.own if each.odds >= _AGREE]
    if rival is None and agreeing and all(one.is_other_weekday(each.told) for each in agreeing):
        rival = agreeing[0]
    if rival is not None:
        compared = f"{one.told} here, {rival.told.told} in the record"
        place = rival.where, rival.told.span
        return Found("date", one.span, "contradicted", *place, compared=compared)
    if not agreeing:
        return Found("date", one.span, "not_in_record")
    best = max(agreeing, key=lambda each: each.odds)
    others = [(each.where, each.told.span) for each in told_otherwise(found, best)]
    return disputed("date", one.span, best.where, best.told.span, others)
