"""Days named by their number in a month that is not named: "the 28th", "Sunday, the 28th".

In comes a rule's match and what is known, out comes a sense, as in days.py. A weekday beside it
says which month it is; otherwise the tense of the clause does.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from onix.reading.times import values as calendar
from onix.reading.times.found import Found
from onix.reading.times.sense import WEEKDAYS, Known, Sense, moved, steps, tense_of
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


def day_of_this_month(found: Found, known: Known) -> Sense | None:
    """The 1st of next month; "the 15th of the month", which may be that of any."""
    number = _number(found)
    is_day = "-" in found.text("day") or bool(found.number("day"))  # "the first of the month"
    if found.value("unit") != "M" or found.plural or not 1 <= number <= 31 or not is_day:
        return None
    any_one = f"XXXX-XX-{number:02}"
    if found.text("every"):
        return Sense("SET", any_one, "each of them")
    told = tense_of(found).tense == "past" or bool(found.text("which"))
    if not told or known.anchor is None:
        return Sense("DATE", any_one, "which month it is of is not said")
    sense = moved(known, "M", steps(found), f"the month named, {found.words_of()}")
    day = f"{sense.value}-{number:02}"
    return replace(sense, value=day) if calendar.days(day) else None


def weekday_of_number(found: Found, known: Known) -> Sense | None:
    """Saturday 29, as a list of what is on has it: the nearest that is both.

    Within a sentence only so near that hardly any other number would be: "shut on Sunday 24."
    """
    number, weekday = found.number("day"), found.value("weekday")
    alone = found.match.start() == 0 and found.match.end() == len(found.tokens.codes)
    anchor = known.anchor
    if not (alone or found.after() in {"", ".", ",", ";"}) or not 1 <= number <= 31 or not anchor:
        return None
    reach = _FURTHEST if alone else _NEAR
    near = [_first(_days(anchor, way, reach), number, weekday) for way in (-1, 1)]
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


RESOLVERS = {
    "weekday_of_number": weekday_of_number,
    "day_of_month": day_of_month,
    "day_of_this_month": day_of_this_month,
}
