"""A timeline drawn: where on a line of time each event stands, and which days are written below.

In: a timeline. Out: places in percent, for whoever draws them; a script can zoom them, as each mark
knows its days.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from math import ceil

from onix.jobs.timeline.saying import period
from onix.model import Event, Timeline

NARROW = 0.8  # percent, the least width of a mark
LANES = 8
LANE = 19
LOWEST = 146
MOST = 0.8  # of the events, that a drawing opens on
SMALL = 4  # times as long at least is the whole, where it opens on a part
MARGIN = 0.1  # of that part, shown on either side of it
SHOWN_BESIDE = 3.0  # days at least on either side
EPOCH = date(1970, 1, 1).toordinal()
TICKS = 9  # at most
LAST_LABEL = 92  # percent of the width; further right a label would be cut off


@dataclass(frozen=True, slots=True)
class Mark:
    """An event on the line.

    Attributes:
        number: Of the event, from 1: those that happened first, then the announced ones.
        first: Its earliest day, as the number of days since 1970; `last` its latest.
        x: In percent, as `width` is; `y` in pixels.
    """

    number: int
    event: Event
    first: int
    last: int
    x: float
    width: float
    y: int

    @property
    def is_ahead(self) -> bool:
        """Was it still to come when it was told?"""
        return self.event.kind == "announced"

    @property
    def label(self) -> str:
        """When, and what."""
        when = period(self.event.when) if self.event.when else ""
        return f"{when}: {self.event.what.text}"


@dataclass(frozen=True, slots=True)
class Drawing:
    """The line of time from `begin` to `end` (days since 1970), its marks and what is below.

    Attributes:
        opens_on: The days that a script shows at first, where most events are near one another
            and a few long before or after.
    """

    begin: float
    end: float
    marks: tuple[Mark, ...]
    ticks: tuple[tuple[float, str], ...]
    opens_on: tuple[float, float]


def numbers(found: Timeline) -> dict[int, int]:
    """Give the number of each dated event, by its identity."""
    return {id(each): n for n, each in enumerate((*found.happened, *found.announced), start=1)}


def drawing(found: Timeline) -> Drawing | None:
    """Give where each dated event stands; None when there is none."""
    days = [
        (_number(each.when.earliest), _number(each.when.latest), each)
        for each in found.events
        if each.when and each.when.earliest and each.when.latest
    ]
    if not days:
        return None
    first, last = min(a for a, _, _ in days), max(b for _, b, _ in days) + 1
    margin = max(1.0, (last - first) * 0.02)
    begin, end = first - margin, last + margin

    def x(number: float) -> float:
        return (number - begin) / (end - begin) * 100

    numbered = numbers(found)
    ends = [float("-inf")] * LANES
    marks = []
    for start, stop, event in sorted(days, key=lambda each: (each[0], each[1])):
        left = x(start)
        width = max(NARROW, x(stop + 1) - left)
        lane = next((n for n, right in enumerate(ends) if right < left), None)
        if lane is None:
            lane = min(range(LANES), key=ends.__getitem__)
        ends[lane] = left + width
        number = numbered[id(event)]
        marks.append(Mark(number, event, start, stop, left, width, LOWEST - LANE * lane))
    ticks = tuple(
        (at, label if at <= LAST_LABEL else "")
        for at, label in ((x(number), label) for number, label in _labels(begin, end))
    )
    return Drawing(begin, end, tuple(marks), ticks, _opens_on(marks, (begin, end)))


def _opens_on(marks: Sequence[Mark], whole: tuple[float, float]) -> tuple[float, float]:
    """Give the shortest time with most events in it, where that is a small part of the whole."""
    middles = sorted((each.first + each.last + 1) / 2 for each in marks)
    most = ceil(MOST * len(middles))
    first, last = min(
        zip(middles, middles[most - 1 :], strict=False), key=lambda each: each[1] - each[0]
    )
    margin = max(SHOWN_BESIDE, (last - first) * MARGIN)
    near = max(whole[0], first - margin), min(whole[1], last + margin)
    return near if (near[1] - near[0]) * SMALL <= whole[1] - whole[0] else whole


def _number(day: str) -> int:
    """Give a day as the number of days since 1970, as the script counts."""
    return date.fromisoformat(day).toordinal() - EPOCH


def _labels(begin: float, end: float) -> list[tuple[int, str]]:
    first = date.fromordinal(max(date.min.toordinal(), int(begin) + EPOCH))
    last = date.fromordinal(min(date.max.toordinal(), int(end) + EPOCH))
    days = (last - first).days
    if days <= TICKS * 7:
        step = 1 if days <= TICKS else 7
        found = [date.fromordinal(n) for n in range(first.toordinal(), last.toordinal() + 1, step)]
        return [(each.toordinal() - EPOCH, f"{each.day} {each:%b %Y}") for each in found]
    if days <= TICKS * 31:
        months = [(y, m) for y in range(first.year, last.year + 1) for m in range(1, 13)]
        return [
            (at, f"{date(y, m, 1):%b %Y}")
            for y, m in months
            if begin <= (at := date(y, m, 1).toordinal() - EPOCH) <= end
        ]
    step = next((n for n in (1, 2, 5, 10, 20, 50, 100, 200, 500) if days / 365 / n <= TICKS), 2000)
    return [
        (at, str(year))
        for year in range(first.year - first.year % step, last.year + 1, step)
        if year > 0 and begin <= (at := date(year, 1, 1).toordinal() - EPOCH) <= end
    ]
