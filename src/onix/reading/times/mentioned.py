"""Times read against the date last mentioned: the same day, that night, the same month last year.

In come a rule's match and what is known, out comes a sense, as in periods.py. Where no date that
the words could mean stands before them, they have a value without a day of the calendar.
"""

from __future__ import annotations

import re
from dataclasses import replace

from onix.reading.times.found import Found
from onix.reading.times.sense import (
    NO_DATE,
    PARTS_OF_DAY,
    Known,
    Sense,
    moved,
    moved_from_last,
    phase,
    steps,
    tense_of,
    year_of,
)

_ASIDES = {"previous", "prior", "preceding"}  # what stands beside the story
_OPENS = {"", ",", "“", '"'}  # before "That night", where "that night" may be of another kind


def anaphor(found: Found, known: Known) -> Sense | None:
    """The same day, that year, the following week: read against the last date mentioned."""
    which, unit = found.text("which"), found.value("unit")
    if which == "that" and unit in {"D", "W", "M"}:
        known = known.at_last_day(unit)
    if found.plural or unit.startswith("T") or which in {"past", "latest"}:
        return None
    if which in {"last", "coming", "upcoming"}:
        return None  # "the last day to register" is none before it
    if which == "next" and unit not in PARTS_OF_DAY | {"D"}:
        return None
    if which in _ASIDES and found.before() in {"any", "a", "every", "each", "no"}:
        return None  # "more than in any previous year"
    if unit == "D" and which in {"last", "next"} and found.next_word() == "of":
        return None  # "the last day of the season"
    count = 0 if which in {"same", "that"} else steps(found)
    if unit in PARTS_OF_DAY:
        sense = moved_from_last(known, "D", count, "that day")
        the_one = found.words_of().startswith("the ") or found.before() in _OPENS
        if sense is None and the_one:
            sense = Sense("DATE", NO_DATE["D"], "no date before it that it could mean")
        return replace(sense, type="TIME", value=f"{sense.value}T{unit}") if sense else None
    same = f"the {found.text('unit')} it names" if count == 0 else "one unit away from it"
    sense = moved_from_last(known, unit, count, same)
    is_over = unit == "D" and found.before() not in {"after", "by", "until", "before", "from"}
    if sense and known.anchor and is_over and sense.value > str(known.anchor):
        # "They spoke on Wednesday. When she woke the next day, …", told on that Wednesday
        sense = None if tense_of(found).tense == "past" else sense
    if sense is None and which in {"previous", "prior"}:
        sense = moved(known, unit, -1, f'"{which}" and no date before it')
    if sense is None:
        basis = "no date before it that it could mean"
        sense = Sense("DATE", NO_DATE[unit], basis)
    return replace(sense, mod=phase(found), compared=which in _ASIDES)


def in_the_day(found: Found, known: Known) -> Sense | None:
    """Earlier in the day, later in the day: of the day this sentence or the last one names."""
    if found.value("unit") != "D" or found.plural:
        return None
    part = phase(found)
    named = known.last if known.last and known.sentence - known.last_in <= 1 else None
    if named and len(named) == 10:
        return Sense("DATE", named, known.against_last("the day it is in"), part)
    return replace(moved(known, "D", 0, "the day it is in"), mod=part)


def same_of_year(found: Found, known: Known) -> Sense | None:
    """The same period last year, the corresponding quarter of 2010, the same month a year ago."""
    name = found.text("name")
    this = known.month_here if name == "period" else None
    if this is None and name in {"quarter", "period"}:
        this = known.quarter
    if this is None and known.last and _is_one(name, known.last):
        this = known.last
    if this is None and name == "quarter" and known.anchor:
        this = moved(known, "Q", -1, "").value  # the last one that ended
    if this is None:
        return _of_another_year(found, known) if name == "period" else None
    year = f"{int(this[:4]) - 1:04}"  # "a year earlier", "of the previous year"
    if found.text("back"):
        if not found.text("back").startswith("year"):
            return None
    elif found.text("which") not in {"previous", "preceding", "prior"}:
        named = year_of(found, known)
        if named is None:
            return None
        if named != this[:4]:  # in January "the same month last year" is none of the year just gone
            year = named
    basis = known.against_last(f"the same {name} of another year")
    return Sense("DATE", year + this[4:], basis, compared=True)


def _of_another_year(found: Found, known: Known) -> Sense | None:
    """Give the year of "the same period last year", where nothing tells which part of it."""
    is_year = found.value("unit") == "Y" or found.text("year")
    year = year_of(found, known) if is_year and not found.text("back") else None
    why = "a year as it is written" if found.text("year") else known.against("its year is named")
    return Sense("DATE", year, why, compared=True) if year else None


# What "the same month" may be the same as; of a period it is a part of a year.
_KINDS = {"month": r"\d\d", "week": r"W\d\d", "quarter": r"Q\d", "weekend": r"W\d\d-WE"}


def _is_one(name: str, value: str) -> bool:
    kind = _KINDS.get(name, r"(?:[QH]\d|SP|SU|FA|WI)")
    return bool(re.fullmatch(rf"\d{{4}}-{kind}", value))


RESOLVERS = {
    "anaphor": anaphor,
    "in_the_day": in_the_day,
    "same_of_year": same_of_year,
}
