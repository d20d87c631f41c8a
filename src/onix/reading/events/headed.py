"""The date that heads what a chronicle tells: in comes a sentence, out comes a time above it.

"Feb. 9: Lund is tried", and below it what was on that day. It is its own file because the date
stands in another sentence than the event.
"""

from __future__ import annotations

from bisect import bisect_left

from onix.model import Marks, Span, TimeExpression
from onix.reading.times.chronicle import heading_of


def headed(marks: Marks, sentence: Span) -> TimeExpression | None:
    """Give the date that heads an entry of a chronicle, for the first sentence below it.

    Not where the sentence has a day of its own.
    """
    document = marks.document
    entry = heading_of(document.text, document.day, sentence.start)
    if entry is None or _has_day(marks, sentence):
        return None
    place = bisect_left(marks.times, entry.start, key=_start)
    found = marks.times[place] if place < len(marks.times) else None
    is_there = found is not None and found.span.start < entry.end and found.earliest is not None
    return found if is_there else None


def _has_day(marks: Marks, sentence: Span) -> bool:
    first = bisect_left(marks.times, sentence.start, key=_start)
    behind = bisect_left(marks.times, sentence.end, key=_start)
    return any(each.earliest for each in marks.times[first:behind])


def _start(time: TimeExpression) -> int:
    return time.span.start
