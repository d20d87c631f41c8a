"""How long something takes, in any words: "24 months", "the two-year limit" in, months out."""

from __future__ import annotations

from onix.model import Document
from onix.reading.times.times import find_times
from onix.verify.facts.durations import count_of, unit_of

# Years and months are never a whole number of days.
_IN = {"Y": ("month", 12.0), "M": ("month", 1.0), "W": ("day", 7.0), "D": ("day", 1.0)}
_HOUR = ("hour", 1.0)


def lengths(text: str) -> set[tuple[str, float]]:
    """Give the stretches of time of a text: months, or days where no month is a whole number."""
    document = Document("text", "plan", text)
    times = find_times(document, [document.span(0, len(text))])
    found: set[tuple[str, float]] = set()
    for each in times:
        told = unit_of(each) if each.type == "DURATION" else None
        if told is not None:
            unit, many = _IN.get(told, _HOUR)
            found.add((unit, count_of(each) * many))
    return found
