"""Is something as long before another as a draft says? A line in, what the record has of it out.

"It was turned down three months before the fire": the record is asked when it was turned down, and
that day has to be three months before a day on which it tells of the fire. Where it says that one
was three months after the other, that stands against it, too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta

from onix.model import Span, TimeExpression
from onix.reading.grammar import lexicon
from onix.verify.facts.asked import answers
from onix.verify.facts.durations import days_of
from onix.verify.facts.findings import Found
from onix.verify.facts.lines import Line, words_in
from onix.verify.facts.shelf import Shelf, key_of
from onix.verify.facts.tellings import Tellings
from onix.verify.facts.whens import When

_FROM = re.compile(r"\s(?P<way>before|after)\s(?P<event>(?:the|its|his|her|their)\s[^,.;:—–()]+)")
_WAY = re.compile(
    r"\s(?P<way>before|ahead\sof|prior\sto|after|following)\s(?P<other>[^,;:]+)(?P<rest>[^;:]*)"
)
_NEAR = 400  # characters before and behind a span of time, in which stands what it is between
_STRAIGHT = 0.15  # of the weight of their words, that what is on the same sides has more in common
_TELLS = re.compile(r"\s(?:had|has|have|was|were|is|are)\b")  # "after the researcher had left"
_ASKED = 4.5  # how likely two sentences tell of the same thing, for one to be asked when it was,
_ANSWERS = 2.5  # and how well a date then has to answer
_ROUNDED = 0.35  # of the time between: "three months" for 80 to 120 days
_FEWEST = 7  # days that are rounded; "two days" are two

Told = Sequence[tuple[Line, Sequence[When]]]


def verify_counted(shelf: Shelf, tellings: Tellings, told: Told, line: Line) -> Iterator[Found]:
    """Give the spans of time from one event to another that the record's dates do not bear out."""
    for time in line.times:
        yield from _turned(shelf, tellings, line, time)
        found = _FROM.match(line.behind(time.span.end, 90))
        days = days_of(time)
        if found is None or days is None or days < _FEWEST or line.is_quoted(time.span):
            continue
        if time.mod is not None or _TELLS.search(found["event"]):
            continue
        wrong = _verify(
            shelf, tellings, told, line, time, days if found["way"] == "after" else -days, found
        )
        if wrong is not None:
            yield wrong


def _turned(shelf: Shelf, tellings: Tellings, line: Line, time: TimeExpression) -> Iterator[Found]:
    """Give a span of time before something that the record has after it, or the other way round."""
    mine = _sides(line, time)
    if mine is None or line.is_quoted(time.span):
        return
    for score, where in tellings.nearest(line):
        for other in where.times if score >= _ASKED else ():
            theirs = _sides(where, other)
            if theirs is None or days_of(other) != days_of(time):
                continue
            if theirs.is_before == mine.is_before:
                return
            one, two = (shelf.shared(each, theirs.first) for each in (mine.first, mine.other))
            ahead = shelf.shared(mine.other, theirs.other) - two
            ahead += one - shelf.shared(mine.first, theirs.other)
            if ahead >= _STRAIGHT:
                found = [_with(line, time, mine), _with(where, other, theirs)]
                compared = f"“{found[0].text}” here, “{found[1].text}” in the record"
                yield Found("date", found[0], "contradicted", where, found[1], compared=compared)
                return


@dataclass(frozen=True, slots=True)
class _Sides:
    """What a span of time is between, and which way round: "A, two days before B"."""

    first: str
    way: str
    other: str

    @property
    def is_before(self) -> bool:
        return self.way not in ("after", "following")


def _with(line: Line, time: TimeExpression, sides: _Sides) -> Span:
    return line.document.span(time.span.start, time.span.end + 1 + len(sides.way))


def _sides(line: Line, time: TimeExpression) -> _Sides | None:
    way = _WAY.match(line.behind(time.span.end, _NEAR))
    if way is None or days_of(time) is None:
        return None
    # "Two days after the board met, it resigned", "the board, two days after it met, resigned"
    before = line.before(time.span.start, _NEAR)
    first = before + way["rest"] if before.endswith(", ") or not before else before
    return _Sides(first, way["way"], way["other"])


def _verify(
    shelf: Shelf,
    tellings: Tellings,
    told: Told,
    line: Line,
    time: TimeExpression,
    days: float,
    found: re.Match[str],
) -> Found | None:
    close = {key_of(where) for score, where in tellings.nearest(line) if score >= _ASKED}
    places = [(where, each) for where, times in told for each in times if key_of(where) in close]
    slot = line.document.span(time.span.start, time.span.end + found.end())
    weights = answers(line, slot, "when", [(where, each.span) for where, each in places])
    best = max(zip(weights, places, strict=True), key=lambda each: each[0], default=None)
    if best is None or best[0] < _ANSWERS:
        return None
    where, day = best[1]
    if any(days_of(each) == abs(days) for each in where.times):
        return None  # it says so itself
    events = [each for each in _days_of(told, found["event"]) if each.first != day.first]
    slack = timedelta(days=1 + _ROUNDED * abs(days))
    first, last = (each - timedelta(days=days) for each in (day.first, day.last))
    if not events or any(
        each.first - slack <= last and first <= each.last + slack for each in events
    ):
        return None
    span: Span = line.document.span(time.span.start, time.span.end + found.end("way"))
    near = min(events, key=lambda each: abs((each.first - first).days))
    compared = f"{day.told} and {near.told} in the record"
    return Found("date", span, "contradicted", where, day.span, compared=compared)


def _days_of(told: Told, event: str) -> Iterator[When]:
    """Give the days on which the record tells of an event, by its noun."""
    noun = words_in(event.split(" of ")[0])[-1]
    for line, times in told:
        if any(not each.is_value and lexicon.match(each.low, noun) for each in line.words):
            yield from (each for each in times if each.has_day and each.length == "day")
