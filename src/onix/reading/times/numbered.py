"""Days named by their number in a month that is not named: "the 28th", "Sunday, the 28th".

In comes a rule's match and what is known, out comes a sense, as in days.py. A weekday beside it
says which month it is; otherwise the tense of the clause does.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from onix.reading.times.sense import WEEKDAYS, Found, Known, Sense, tense_of
from onix.reading.times.tokens import meaning
from onix.reading.words import words_of

_FURTHEST = 400  # days: a weekday and a number fall together at least once in so many
_NEAR = 40  # days: a number comes again in fewer
_JUST = 2  # sentences since a day was mentioned
_AFTER_IT = "the first day of that number after it"
_ENDS = frozenset(".,;:!?)”’\"'–—-")  # what may stand behind it, or its sentence ends


def day_of_month(found: Found, known: Known) -> Sense | None:
    """The 28th; Sunday the 28th; the Sunday, the twenty-eighth."""
    number = _number(found)
    weekday = found.value("weekday")
    if not 1 <= number <= 31 or not _stands_alone(found):
        return None
    if not weekday and found.before() not in words_of("around_dates", "on_a_day"):
        return None
    if not weekday and not found.number("day") and "-" not in found.text("day"):
        return None  # "on the second", "by the tenth" may be of anything
    if known.anchor is None:
        value = f"XXXX-WXX-{weekday}" if weekday else f"XXXX-XX-{number:02}"
        return Sense("DATE", value, known.against("no month is given"))
    clause = tense_of(found)
    way = 1 if clause.tense == "future" else -1
    if way < 0 and not weekday and (last := _spoken_of(known)):
        day = _first(_days(last, 1, _NEAR), number, "")
        return Sense("DATE", day.isoformat(), known.against_last(_AFTER_IT)) if day else None
    day = _first(_days(known.anchor, way, _FURTHEST), number, weekday)
    if day is None or (known.last_in == known.sentence and known.last and len(known.last) < 7):
        return None  # "in 1990, on the 12th"
    name = WEEKDAYS[day.weekday()] if weekday else "day"
    side = "next" if way > 0 else "last"
    why = f"{clause.says}, so the {side} {name} that is number {number} in its month"
    return Sense("DATE", day.isoformat(), known.against(why))


def weekday_of_number(found: Found, known: Known) -> Sense | None:
    """Saturday 29, as the heading of a list of what is on: the nearest that is both."""
    number, weekday = found.number("day"), found.value("weekday")
    alone = found.match.start() == 0 and found.match.end() == len(found.tokens.codes)
    anchor = known.anchor
    if not alone or not 1 <= number <= 31 or anchor is None:
        return None
    near = [_first(_days(anchor, way, _FURTHEST), number, weekday) for way in (-1, 1)]
    days = [day for day in near if day is not None]
    day = min(days, key=lambda each: abs(each - anchor), default=None)
    why = f"the nearest {WEEKDAYS[int(weekday) - 1]} that is number {number} in its month"
    return Sense("DATE", day.isoformat(), known.against(why)) if day else None


def _spoken_of(known: Known) -> date | None:
    """Give the day that was just mentioned, where it is so far behind that the next is near it."""
    if known.day is None or known.last is None or len(known.last) < 10 or known.anchor is None:
        return None
    is_near = known.sentence - known.last_in <= _JUST and (known.anchor - known.day).days > _NEAR
    return known.day if is_near else None


def _first(days: Iterator[date], number: int, weekday: str) -> date | None:
    return next(
        (
            day
            for day in days
            if day.day == number and (not weekday or day.isoweekday() == int(weekday))
        ),
        None,
    )


def _number(found: Found) -> int:
    """Give the number: of "28th", "second", "twenty-eighth"."""
    if digits := found.number("day"):
        return digits
    tens, _, last = found.text("day").rpartition("-")
    return int(meaning(tens) or 0) + int(meaning(last) or 0)


def _stands_alone(found: Found) -> bool:
    """Is nothing counted by it: not "the 28th floor", not "Sunday, the second in a row"?"""
    after = found.after()
    if not after or after in _ENDS:
        return True
    # "on the Saturday, the second he saw it"
    is_plain = bool(found.number("day")) or "-" in found.text("day")
    return is_plain and found.next_word() in words_of("around_dates", "after_a_day")


def _days(anchor: date, way: int, reach: int) -> Iterator[date]:
    for count in range(reach):
        try:
            yield anchor + timedelta(days=way * count)
        except OverflowError:
            return


RESOLVERS = {"weekday_of_number": weekday_of_number, "day_of_month": day_of_month}
