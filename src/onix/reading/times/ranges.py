"""Two dates that belong together have their years from one another: "from Saturday to Jan. 15".

In come two senses and the words between them, out come both: the second is not before the first.
It is its own file because a date alone takes its year from tense (days.py).
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from onix.reading.times import values as calendar
from onix.reading.times.sense import NO_YEAR, Sense

_RANGE = re.compile(r" (?:to|until|till|through|and through) (?:on )?")
_DASH = re.compile(r" ?[-–—] ?")
_LIST = re.compile(r" (?:and|or)(?: again)? (?:in )?")
_TOLD = re.compile(r"past tense \(\"(?!said|told|added)")  # and not only what somebody said of it
LONGEST = len(" and through on ")
_BESIDE = 62  # days: "late March or early April"; two days so near that go back are a mistake


def in_order(first: Sense, second: Sense, between: str, anchor: date | None) -> tuple[Sense, Sense]:
    """Give both dates with years in which the second is not before the first.

    Where neither has a year of its own, the nearest two are meant, but none to come of what a
    clause tells as over: in October, "from mid-June to Sept. 20".
    """
    ours, theirs = calendar.days(first.value), calendar.days(second.value)
    if NO_YEAR not in second.basis or first.type != "DATE" or not ours or not theirs or not anchor:
        return first, second
    dash = len(first.value) > len("2026") and _DASH.fullmatch(between)
    lists = NO_YEAR in first.basis and _LIST.fullmatch(between)
    if theirs[1] >= ours[0] or not (dash or lists or _RANGE.fullmatch(between)):
        return first, second
    if (ours[0] - theirs[1]).days <= _BESIDE:
        return first, second  # "from 5 to 3 June"
    onward = _moved(second, first, 1)
    if NO_YEAR not in first.basis:
        return first, onward or second
    back = _moved(first, second, -1)
    ends = calendar.days(onward.value) if onward else None
    begins = calendar.days(back.value) if back else None
    if not back or not begins or not onward or not ends:
        return first, onward or second
    if lists and (ends[0] - ours[1]).days > _BESIDE:
        return first, second
    told = bool(_TOLD.search(first.basis) and _TOLD.search(second.basis))
    told = told and ends[0] > anchor and (bool(lists) or ours[0] <= anchor)
    if told or _away(begins[0], theirs[1], anchor) < _away(ours[0], ends[1], anchor):
        return back, second
    return first, onward


def _moved(sense: Sense, other: Sense, way: int) -> Sense | None:
    """Give a date in the nearest year in which it is after the other, or before it."""
    there = calendar.days(other.value)
    for years in range(9):
        value = f"{int(other.value[:4]) + way * years:04}{sense.value[4:]}"
        days = calendar.days(value)
        if days and there and (days[1] >= there[0] if way > 0 else days[0] <= there[1]):
            basis = f"{sense.basis}; the date beside it says which year"
            return replace(sense, value=value, basis=basis)
    return None


def _away(begins: date, ends: date, anchor: date) -> int:
    return max(0, (begins - anchor).days, (anchor - ends).days)
