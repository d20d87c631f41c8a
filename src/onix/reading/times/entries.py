"""The hours that head the entries of a live blog: a text in, out where they stand.

"11.55 The chief executive has resigned." tells a time of the day on which it was printed. One hour
at the start of a line may be anything, and so may those of a programme, which tells no sentences.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Final, NamedTuple

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


def _in_order(found: list[Entry]) -> bool:
    clocks = [each.clock for each in found]
    onward = all(a <= b for a, b in pairwise(clocks))
    return onward or all(a >= b for a, b in pairwise(clocks))


def _entry(match: re.Match[str]) -> Entry | None:
    hour = int(match["hour"])
    if match["half"]:
        hour = hour % 12 + (12 if match["half"] == "p" else 0)
    return Entry(*match.span("written"), f"{hour:02}:{match['minute']}") if hour < 24 else None
