"""The hours and days that head the entries of a live blog: a text in, out where they stand.

"11.55 The chief executive has resigned." tells a time of the day on which it was printed. One hour
at the start of a line may be anything, and so may those of a programme, which tells no sentences.
"12:35 am ET April 13, 2026" tells the day on which the entry below it was written.
"""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache
from itertools import pairwise
from typing import Final, NamedTuple

from onix.reading.times.digits import real

_FEWEST: Final = 3
_TOLD: Final = 0.7  # of the entries end as sentences do
_ENTRY: Final = re.compile(
    r"^(?P<written>[\[(]?(?P<hour>\d{1,2})[.:](?P<minute>[0-5]\d)(?:\s?(?P<half>[ap])\.?m\b\.?)?[\])]?)"
    r"(?=(?:\s(?:GMT|BST|CET|CEST|EST|EDT|ET|UTC))?:?[ \t]+(?:[-–—|][ \t]+)?[A-Z“\"][^\n]*$)",
    re.MULTILINE,
)
_ALONE: Final = re.compile(  # "17:42" in a line of its own, and the entry below it
    r"^(?P<written>(?P<hour>\d{1,2})[.:](?P<minute>[0-5]\d)(?:\s?(?P<half>[ap])\.?m\b\.?)?)"
    r"(?=(?:\s(?:GMT|BST|CET|CEST|EST|EDT|ET|UTC))?[ \t]*$)",
    re.MULTILINE,
)
_ENDS: Final = (".", "!", "?", "”", '"', "…", ")")


class Entry(NamedTuple):
    """Where the hour of an entry stands, and the time of the day: "11:55"."""

    start: int
    end: int
    clock: str


def entries(text: str) -> list[Entry]:
    """Give the hours that head the entries of a text, oldest or newest first; else none."""
    alone = [entry for each in _ALONE.finditer(text) if (entry := _entry(each)) is not None]
    if len(alone) >= _FEWEST and _in_order(alone):
        return alone
    matches = list(_ENTRY.finditer(text))
    found = [entry for each in matches if (entry := _entry(each)) is not None]
    if len(found) < _FEWEST or len(found) < len(matches):
        return []
    if not _in_order(found):
        return []
    if len(found) > _FEWEST and all(a.clock > b.clock for a, b in pairwise(found)):
        return found  # newest first, as no programme is
    lines = [text[each.end :].partition("\n")[0].rstrip() for each in found]
    return found if sum(line.endswith(_ENDS) for line in lines) >= _TOLD * len(lines) else []


_MONTH: Final = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?"
_STAMP: Final = re.compile(
    r"^[\[(]?\d{1,2}[:.]\d\d\s?(?:[ap]\.?m\.?)?(?:\s[A-Z]{2,4})?,?\s(?:on\s)?"
    rf"(?:(?P<month>{_MONTH}) (?P<day>\d{{1,2}})|(?P<first>\d{{1,2}}) (?P<then>{_MONTH})),? "
    r"(?P<year>\d{4})\b",
    re.MULTILINE,
)
_MONTHS: Final = "jan feb mar apr may jun jul aug sep oct nov dec"
_LONG: Final = 31  # days that a live blog goes on, and a chronicle is of other days


class Stamp(NamedTuple):
    """Where an entry begins that bears its own day."""

    start: int
    day: date


@lru_cache(maxsize=8)  # asked for each sentence of a document
def stamps(text: str, published: date | None) -> tuple[Stamp, ...]:
    """Give where the entries of a live blog begin, each with its day; () for any other text."""
    if published is None:
        return ()
    found = []
    for each in _STAMP.finditer(text):
        month = _MONTHS.index((each["month"] or each["then"])[:3].lower()) // 4 + 1
        day = real(int(each["year"]), month, int(each["day"] or each["first"]))
        if day is not None and abs((day - published).days) <= _LONG:
            found.append(Stamp(each.start(), day))
    return tuple(found) if len(found) >= _FEWEST else ()


def day_there(text: str, published: date | None, position: int) -> date | None:
    """Give the day on which the words at a place were written: of its entry, else publication."""
    before = [each for each in stamps(text, published) if each.start <= position]
    return before[-1].day if before else published


def _in_order(found: list[Entry]) -> bool:
    clocks = [each.clock for each in found]
    onward = all(a <= b for a, b in pairwise(clocks))
    return onward or all(a >= b for a, b in pairwise(clocks))


def _entry(match: re.Match[str]) -> Entry | None:
    hour = int(match["hour"])
    if match["half"]:
        hour = hour % 12 + (12 if match["half"] == "p" else 0)
    return Entry(*match.span("written"), f"{hour:02}:{match['minute']}") if hour < 24 else None
