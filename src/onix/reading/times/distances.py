"""How far off something lies: three weeks ago, two days later, a week from Sunday.

In come a rule's match and what is known, out comes a sense, as in counts.py. It is counted from the
anchor, or where the words say so from the date last mentioned.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from onix.reading.times import values as calendar
from onix.reading.times.counts import about, count_of, is_while, since_then, value_of
from onix.reading.times.found import Found
from onix.reading.times.patterns import PARTS
from onix.reading.times.sense import (
    NO_DATE,
    SOON_AFTER,
    Known,
    Sense,
    moved,
    moved_from_last,
    tense_of,
)
from onix.reading.times.tokens import compiled, meaning

# "Two days ago, on Friday"; but "Two days ago, in the hall, …"
_DAY_FOLLOWS = compiled(r", (?:{on|in}) (?:{the} |{early} )?(?:WEEKDAY|MONTH|DAY|{year})", PARTS)
_NEARLY = {"nearly", "almost"}
_DAY_WORDS = {"today", "tomorrow", "yesterday", "tonight"}


def distance(found: Found, known: Known) -> Sense | None:
    """Three weeks ago, two days later, a month from now."""
    unit, way = found.value("unit"), found.text("way")
    if way == "before" and not found.text("count"):
        return None  # "He had left weeks before"
    if not found.text("count") and (not found.plural or not way or found.is_title("unit")):
        return None
    if is_while(found) or (way in {"earlier", "later"} and found.next_word() == "than"):
        return None
    count = count_of(found)[0] if found.text("count") else None
    mod = about(found)
    back = way in {"ago", "earlier", "before"}
    counts_from_now = way in {"ago", "hence", ""}
    if found.text("on") and found.before() not in {"in", "within"}:
        return None  # "two weeks time" alone
    vague = Sense("DATE", "PAST_REF" if back else "FUTURE_REF", "how many is not said")
    if not counts_from_now:
        vague = Sense("DURATION", value_of(None, unit), "how many is not said")
    if unit == "WE":
        unit = "W"
    if count is None:
        return _some_hours(found, known, vague, back=back) if unit in {"TH", "TM"} else vague
    day = found.text("from_now").rpartition(" ")[2]
    if day and day != "now":
        return _from_day(known, day, round(count), unit)
    goes_on = found.after() == "," and found.next_word() in {"on", "in"}
    if goes_on and (way != "ago" or _DAY_FOLLOWS.match(found.tokens.codes, found.match.end())):
        return Sense("DURATION", value_of(count, unit), "how long; the day itself follows", mod)
    whole, step = round(count), (-1 if back else 1)
    if unit.startswith("T"):
        return _hours(known, counts_from_now, way)
    if unit == "D" and count != whole:
        return vague
    if count != whole and unit in {"Y", "10Y", "100Y"}:
        months = count * calendar.MONTHS_OF[unit]
        unit, whole = ("M", round(months)) if months % 12 else ("Y", round(months / 12))
    if unit in {"10Y", "100Y"} and not counts_from_now and known.last and known.last[:4].isdigit():
        unit, whole = "Y", whole * int(unit[:-1])  # "founded in 1889, sold a century later"
    why = f"{found.words_of()}"
    if counts_from_now:
        sense = moved(known, unit, step * whole, why)
        within = since_then(known, whole, unit, step).days if mod == "LESS_THAN" else None
        if within and back and whole > 1 and found.text("about").strip() in _NEARLY:
            next_to = calendar.shift(within[1], 1 - whole, unit)  # "nearly three weeks ago"
            within = (within[0], next_to or within[1])
        return replace(sense, mod=mod, days=within or sense.days)
    if back:
        known = known.on_its_side(tense_of(found))  # two days before what was
    sense_from = moved_from_last(known, unit, step * whole, why)
    if sense_from is None and known.last is None and back and known.anchor:
        return replace(moved(known, unit, -whole, f"{why}, and no date before it"), mod=mod)
    if sense_from is None:
        return Sense("DATE", NO_DATE[unit], "no date before it to count from", mod)
    there = calendar.days(sense_from.value)
    if unit == "Y" and known.anchor and there and there[0] > known.anchor:
        sense_from = moved(known, "Y", 0, f"{why}, and now")  # "Sixty years later, they met again"
    return replace(sense_from, mod=mod)


def _from_day(known: Known, name: str, count: int, unit: str) -> Sense | None:
    """A week from Sunday, two weeks from tomorrow: so many after that day."""
    if known.anchor is None or unit not in {"D", "W", "2W", "M", "Y"}:
        return None
    ahead = int(meaning(name))
    if name not in _DAY_WORDS:
        ahead = (ahead - known.anchor.isoweekday()) % 7 or 7
    there = calendar.shift_days(known.anchor, ahead)
    day = calendar.shift(there, count, unit) if there else None
    why = f"so long after {name if name in _DAY_WORDS else f'the next {name.capitalize()}'}"
    return Sense("DATE", day.isoformat(), known.against(why)) if day else None


def ago_to_the_day(found: Found, known: Known) -> Sense | None:
    """A year ago this week, four years ago next month, ten years ago today."""
    unit, count = found.value("unit"), count_of(found)[0]
    if count is not None and unit in {"10Y", "100Y"}:
        unit, count = "Y", count * int(unit[:-1])  # "half a century ago this week"
    if count is None or count != round(count) or unit.startswith("T") or known.anchor is None:
        return None
    weekday = found.text("weekday")
    day: date | None = known.anchor
    if weekday:  # the last one, or of longer ago the nearest one
        back = (known.anchor.isoweekday() - int(found.value("weekday"))) % 7
        near = -back if back <= 3 or unit in {"D", "W", "2W"} else 7 - back
        day = calendar.shift_days(known.anchor, near)
    elif word := found.text("word"):
        day = calendar.shift_days(known.anchor, int(found.value("word")))
        if word == "tonight":
            return None
    there = calendar.shift(day, -round(count), unit) if day else None
    part = found.value("part") or "D"
    if there is None or part.startswith("T"):
        return None
    aside = bool(found.text("next")) - bool(found.text("back"))
    there = calendar.shift(there, aside, part) if aside else there
    if there is None:
        return None
    return Sense("DATE", calendar.at(there, part), known.against(found.words_of()), about(found))


def _hours(known: Known, from_now: bool, way: str) -> Sense:
    """Hours and minutes move nothing that is known only to the day."""
    day = known.anchor if from_now else known.day
    if day is None or not (from_now or len(known.last or "") == 10):
        return Sense("TIME", "XXXX-XX-XXTXX", known.against("some hours away"))
    basis = known.against if from_now else known.against_last
    return Sense("TIME", f"{day}TXX", basis("hours away, at most a day off"), days=_near(day))


def _some_hours(found: Found, known: Known, vague: Sense, *, back: bool) -> Sense:
    """Give "hours later" with the day it is counted from, or the next, as the days it can mean.

    What is told on that very day cannot have been on the next.
    """
    day = known.day
    is_near = known.sentence - known.last_in <= SOON_AFTER and len(known.last or "") == 10
    if day is None or not is_near or vague.type != "DURATION":
        return vague
    days = _near(day)
    if known.anchor == day and tense_of(found).tense != "future":
        days = days[0], day
    basis = known.against_last("some hours away, at most a day off")
    return replace(vague, basis=basis, days=(days[0], day) if back else (day, days[1]))


def _near(day: date) -> calendar.Days:
    return calendar.shift_days(day, -1) or day, calendar.shift_days(day, 1) or day


RESOLVERS = {"distance": distance, "ago_to_the_day": ago_to_the_day}
