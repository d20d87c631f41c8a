"""Which night "overnight" is: the one before the day of writing, or the one behind it.

In come a rule's match and what is known, out comes a sense that still looks for its day, as in
clock.py. It is its own file because the word names two days at once, and is none where it says how
fast something came ("an overnight success") or of what kind it is ("the overnight train").
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from functools import partial

from onix.reading.times import values as calendar
from onix.reading.times.found import Found
from onix.reading.times.sense import Known, Sense, moved, tense_of
from onix.reading.times.tokens import meaning
from onix.reading.words import words_of

_around = partial(words_of, "around_dates")

BEFORE = "the night before it, as what was overnight is over"
BEHIND = "the night behind it, as the clause looks ahead"
_THESE_DAYS = timedelta(days=7)
_DENIED = {"not", "never", "cannot", "t"}


def overnight(found: Found, known: Known) -> Sense | None:
    """Overnight, which tells when; also before what was done in one night ("overnight raids")."""
    begins = found.match.start()
    words = [word.lower() for word in found.tokens.words[max(0, begins - 16) : begins]]
    if found.before() in _around("so_fast") - {"an"} or not _DENIED.isdisjoint(words):
        return None  # "It will not change overnight"
    follows = found.next_word() if found.after() in {" ", "-"} else ""
    is_deed = follows in _around("done_overnight")
    is_when = not follows or follows in _around("goes_on") or _is_day(follows)
    if not is_deed and (not is_when or found.before() in _around("so_fast") | {"the", "a"}):
        return None
    clause = tense_of(found)
    ahead = clause.tense == "future"
    # "She is expected to stay overnight" may be of any day to come; weather is of the next night.
    told = _is_of_weather(found) if ahead else clause.tense == "past" or is_deed
    return Sense("TIME", "TNI", (BEHIND if ahead else BEFORE) if told else "", part=True)


def _is_of_weather(found: Found) -> bool:
    words = {word.lower() for word in found.tokens.words}
    return not words.isdisjoint(_around("of_weather") | _around("of_the_night"))


def _is_day(word: str) -> bool:
    return bool(re.fullmatch(r"-?\d", meaning(word)))


def alone(time: Sense, known: Known, before: Sequence[str]) -> Sense | None:
    """Give the night of "overnight" that has no day beside it; None where another day is near.

    "The truce of Monday was broken overnight" tells of no night of Monday, and a story of 2019 of
    none of this week.

    Args:
        before: The values of the times that its sentence names before it.
    """
    if known.anchor is None:
        return replace(time, value="XXXX-XX-XXTNI", basis=known.against(time.basis), part=False)
    if any(_DAY.match(each) and each[:10] != str(known.anchor) for each in before):
        return None
    if _is_long_ago(known):
        return None
    day = moved(known, "D", -1 if time.basis == BEFORE else 0, f'"overnight": {time.basis}')
    return Sense("TIME", f"{day.value}TNI", day.basis)


def into(time: Sense, day: Sense, between: str) -> Sense | None:
    """Give the night of "overnight into Tuesday": that of Monday."""
    covered = calendar.days(day.value) if day.type == "DATE" else None
    if time.basis not in {BEFORE, BEHIND} or between not in _INTO or covered is None:
        return None
    night = calendar.shift_days(covered[0], -1) if covered[0] == covered[1] else None
    basis = f"the night into that day; {day.basis}"
    return replace(time, value=f"{night}TNI", basis=basis, part=False) if night else None


_INTO = {" into ", " to ", " into the "}


_DAY = re.compile(r"\d{4}-\d\d-\d\d")


def _is_long_ago(known: Known) -> bool:
    """Has a story last told of another time than these days?"""
    covered = calendar.days(known.last or "")
    return bool(covered and known.anchor and covered[1] + _THESE_DAYS < known.anchor)


RESOLVERS = {"overnight": overnight}
