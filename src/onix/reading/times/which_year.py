"""Which year a month or day is of, where none is written: in come days, out comes a choice.

Tense says whether it lies behind or ahead, and nearness which of two is meant; what is told of a
day soon after that of its page was added to the page. It is its own file because holidays take
their year so, too.
"""

from __future__ import annotations

import re
from datetime import date
from functools import partial

from onix.reading.times import values as calendar
from onix.reading.times.cues import REACH
from onix.reading.times.digits import real
from onix.reading.times.found import Found
from onix.reading.times.sense import Known
from onix.reading.times.tense import Clause
from onix.reading.words import words_of

_around = partial(words_of, "around_dates")

# Days that are named after what happened on them, and what stands behind their names.
KNOWN_DAYS = {
    (9, 11): (
        "2001-09-11",
        r" (?:terror(?:ist)? )?(?:attacks?|hijack|memorial|museum|commission|victims|families)",
    ),
    (10, 7): ("2023-10-07", r" (?:Hamas |terror(?:ist)? )?(?:attacks?|massacres?|assault)"),
    (1, 6): (
        "2021-01-06",
        r" (?:House |Capitol |select )?(?:attack|riot|insurrection|committee|hearing|panel|mob"
        r"|investigation|probe|commission|violence)",
    ),
}


# So many days off, a weekday that does not fit is a mistake; further off, a sign of another year.
MISCOUNTED = 14


# News leaves the year out where it is plain: far one way and near the other, the near one is meant.
FAR_DAY, FAR_MONTH, NEAR = 245, 300, 120
KEPT_UP = 60  # days: a page of the web may be brought up to date for so long
FAR_PLANNED = 240  # "It was set to expire in May", "she agreed to meet in May": seldom so far off


# Before a day of what is told: "will be shown through Sept. 20", but not "the Sept. 20 vote".
LED = {"on", "by", "through", "until", "till", "from", "for", "after", "before"}


def chosen(
    behind: calendar.Days,
    ahead: calendar.Days,
    published: date,
    clause: Clause,
    far: int,
    *,
    will: bool = False,
) -> tuple[calendar.Days, str]:
    """Choose between the last such date and the next one, by tense where both are plausible.

    Args:
        will: What will be is told of it, and it is no day of something else ("the May 3 vote").
    """
    back, forth = distance(behind, published), distance(ahead, published)
    if clause.tense == "past" and (clause.close or not (back > far and forth < NEAR)):
        return behind, "so the last one on or before it"
    # A bare month may be the one just gone for all that, and so may be a day to which a picture or
    # an order belongs ("she arrives on March 12", "effective March 24").
    sure = clause.close and clause.plain and far == FAR_DAY and clause.cue.lower() not in _AT_HAND
    sure = sure or clause.cue == "delivery" or (will and clause.plain)
    if not clause.plain and clause.cue.lower() not in _around("wishes"):
        far = min(far, FAR_PLANNED)
    if clause.tense == "future" and (sure or not (forth > far and back < NEAR)):
        return ahead, "so the next one on or after it"
    nearest = behind if back <= forth else ahead
    return nearest, "so the nearest one"


def distance(span: calendar.Days, day: date | None) -> int:
    """Give how many days lie between a day and some others; 0 where it is one of them."""
    if day is None or span[0] <= day <= span[1]:
        return 0
    return (span[0] - day).days if span[0] > day else (day - span[1]).days


_AT_HAND = {
    "effective",
    "starting",
    "beginning",
    "arrives",
    "visits",
    "returns",
    "travels",
    "holds",
}
_AT_HAND |= {"meets", "hosts", "heads", "turns", "testifies", "debuts", "awaits", "competes"}


def goes_on(found: Found, known: Known, value: str) -> bool:
    """Is it of the year after: "On Dec. 14, 2021, she won. On Jan. 27, she left."?"""
    there, day = calendar.days(value), known.day if len(known.last or "") == 10 else None
    before = found.tokens.words[max(0, found.match.start() - REACH) : found.match.start()]
    return bool(there and day and (day - there[0]).days > FAR_DAY and "had" not in before)


def was_to_come(found: Found, known: Known, span: calendar.Days) -> bool:
    """Was it to be, on a day named before it: "announced on May 3 that he would go on Jan. 9"?"""
    day = known.day if known.last_in == known.sentence and len(known.last or "") == 10 else None
    before = found.tokens.words[max(0, found.match.start() - REACH) : found.match.start()]
    if day is None or known.anchor is None or (known.anchor - day).days <= MISCOUNTED:
        return False  # "said on Tuesday that it would be safe on Jan. 6"
    return span[1] < day and "would" in before


JUST_GONE = 31  # days
EACH_YEAR = {"01-01", "07-04", "12-25"}


def is_told_of_page(
    found: Found,
    known: Known,
    behind: calendar.Days,
    ahead: calendar.Days,
    *,
    in_picture: bool = False,
) -> bool:
    """Does a page tell of a day soon after its own as gone by, as it is kept up to date?

    The last such day would be most of a year ago, and news gives the year of a day so far off.
    Pictures are added only for some days.
    """
    whole = known.is_page and known.anchor_is == "publication"
    soon = 0 < distance(ahead, known.anchor) <= (MISCOUNTED if in_picture else KEPT_UP)
    far = distance(behind, known.anchor) > FAR_DAY
    at = ahead[0].month, ahead[0].day
    is_known = at in KNOWN_DAYS or f"{at[0]:02}-{at[1]:02}" in EACH_YEAR
    beside = found.tokens.words[max(0, found.match.start() - 40) : found.match.end() + 40]
    last_year = re.search(r"\blast year", "".join(beside), re.IGNORECASE)
    return whole and soon and far and (in_picture or not is_known) and last_year is None


def is_just_gone(month: int, number: int | None, known: Known) -> bool:
    """Was such a day so near behind that a new paragraph means it, and none of that year?"""
    if known.anchor is None or number is None:
        return False
    day = real(known.anchor.year, month, number)
    return day is not None and 0 <= (known.anchor - day).days <= JUST_GONE
