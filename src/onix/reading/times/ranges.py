"""The second of two dates that belong together takes its year from the first.

In come two senses and the words between them, out comes the second: "from Saturday through Jan. 15"
does not go back. It is its own file because a date alone takes its year from tense (days.py).
"""

from __future__ import annotations

import re
from dataclasses import replace

from onix.reading.times import values as calendar
from onix.reading.times.sense import NO_YEAR, Sense

_RANGE = re.compile(r" ?(?:-|–|—|to|until|till|through|and through) ?(?:on )?")
_LIST = re.compile(r" (?:and|or) (?:in )?")
_BESIDE = 62  # days: "late March or early April"


def later_date(first: Sense, second: Sense, between: str) -> Sense:
    """Give the second of "Saturday through Jan. 15", "in March or April" its year by the first."""
    ours, theirs = calendar.days(first.value), calendar.days(second.value)
    if NO_YEAR not in second.basis or first.type != "DATE" or not ours or not theirs:
        return second
    if 0 < (ours[0] - theirs[1]).days <= _BESIDE:
        return second  # "from 5 to 3 June" is a mistake
    tail = second.value[4:]
    there = (f"{ours[0].year + more:04}{tail}" for more in range(9))
    onward = next((v for v in there if (d := calendar.days(v)) and d[1] >= ours[0]), "")
    days = calendar.days(onward)
    near = days is not None and (days[0] - ours[1]).days <= _BESIDE
    if not days or not (_RANGE.fullmatch(between) or (near and _LIST.fullmatch(between))):
        return second
    if onward == second.value or (_LIST.fullmatch(between) and NO_YEAR not in first.basis):
        return second
    return replace(second, value=onward, basis=f"{second.basis}, not before that which it follows")
