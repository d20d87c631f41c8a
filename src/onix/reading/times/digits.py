"""Days written in figures alone: 2025-11-26, 26/11/2025, 26.11.2025, 26-11-2025.

In come a rule's match and what is known, out comes a sense, as in days.py. Which of two figures is
the month, the outlet knows: a date that can be read in one way only tells how its others are read.
"""

from __future__ import annotations

import re
from datetime import date

from onix.reading.times.found import Found
from onix.reading.times.sense import WRITTEN, Known, Sense


def real(year: int, month: int, day: int) -> date | None:
    """Give the date, or None where the calendar has none."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def iso_day(found: Found, known: Known) -> Sense | None:
    """2025-11-26."""
    day = real(found.number("year"), found.number("month"), found.number("day"))
    return Sense("DATE", day.isoformat(), WRITTEN) if day else None


def slashed_day(found: Found, known: Known) -> Sense | None:
    """11/26/2025, and nothing that could be read two ways, unless a date before it tells which."""
    first, second = found.number("first"), found.number("second")
    written = found.text("year")
    year = found.number("year")
    if len(written) == 2:
        year += 2000 if year < 70 else 1900
    if len(written) not in {2, 4} or (first > 12 and second > 12):
        return None
    is_plain = first > 12 or second > 12
    if is_plain:
        known.day_first = first > 12
    if known.day_first is None and first != second:
        return None
    day = real(year, *((second, first) if known.day_first else (first, second)))
    why = "only one reading is a day" if is_plain else "read as the date before it"
    return Sense("DATE", day.isoformat(), f"{WRITTEN}; {why}") if day else None


def dotted_day(found: Found, known: Known) -> Sense | None:
    """26.11.2025: with stops the day comes first."""
    parts = re.fullmatch(r"(\d\d?)\.(\d\d?)", found.text("day"))
    day = real(found.number("year"), int(parts[2]), int(parts[1])) if parts else None
    return Sense("DATE", day.isoformat(), WRITTEN) if day else None


RESOLVERS = {
    "iso_day": iso_day,
    "slashed_day": slashed_day,
    "dashed_day": slashed_day,
    "dotted_day": dotted_day,
}
