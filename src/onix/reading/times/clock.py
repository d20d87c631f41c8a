"""Clock times and parts of the day, and how they join the day they stand next to.

In come a rule's match and what is known, out comes a sense that still looks for its day; `joined`
gives the one expression that "10 p.m. Wednesday" or "Friday night" is.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from functools import partial

from onix.model import TimeExpression
from onix.reading.grammar.numbers import number
from onix.reading.times import values as calendar
from onix.reading.times.found import Found
from onix.reading.times.sense import EACH, Known, Sense, moved, steps, tense_of
from onix.reading.times.tokens import meaning
from onix.reading.words import words_of

_around = partial(words_of, "around_dates")

# What may stand between a day and a time of that day.
BETWEEN = re.compile(r",? (?:(?:at |on )(?:about |around |exactly )?|in the |, )?")
_PARTED = re.compile(r"(\d{1,2})\.([0-5]\d)")  # "6.05"
_OWN = "a part of its own day"  # basis of "morning" in "morning trading"
OF = " of "  # "the night of Jan. 9", "the early hours of Monday"


def clock(found: Found, known: Known) -> Sense | None:
    """10 p.m., 9:30 a.m. EST, 14:30, 0930 GMT, 8 o'clock."""
    written, half = found.text("hour"), found.text("half")
    following = "".join(found.tokens.words[found.match.end() : found.match.end() + 8])
    if not half and found.before() != "at" and _OF_A_MATCH.match(following):
        return None  # "with 4:42 left" to play
    hour: float | None
    if re.fullmatch(r"\d{1,2}\.\d\d", written):
        hour, minute = float(written[:-3]), int(written[-2:])
    elif re.fullmatch(r"\d{4}", written) and not half:
        hour, minute = float(written[:2]), int(written[2:])
    elif re.fullmatch(r"\d{1,2}|[a-z]+", written):
        hour, minute = number([written]), found.number("minute")
    else:
        return None
    if hour is None or minute > 59 or hour > (12 if half else 24):
        return None
    if not half and not found.text("zone") and _is_length(found, following):
        return None
    if not half and (
        other := _OF_OTHER_ZONE.search("".join(found.tokens.words[: found.match.start()]))
    ):
        half = other[1].lower()  # "8 p.m. ET/5 PT"
    if half:
        hour = hour % 12 + (12 if half.startswith("p") else 0)
    zone = found.text("zone")
    if not half and re.fullmatch(r"[1-6]", written) and _is_held(found):
        hour += _NOON
    says = f"a clock time, {zone.upper() if ' ' not in zone else zone}" if zone else "a clock time"
    return Sense("TIME", f"T{int(hour):02}:{minute:02}", says, part=True)


def clock_there(found: Found, known: Known) -> Sense | None:
    """9 a.m. Tokyo time, 1430 New York time: the place has a capital."""
    place = "".join(found.words("there"))
    if not all(word[0].isupper() for word in place.split()):
        return None
    sense = clock(found, known)
    return replace(sense, basis=f"{sense.basis}, {place} time") if sense else None


def _is_held(found: Found) -> bool:
    """Is it when something is to begin in America, where hours are counted to twelve: "1 ET"?"""
    american = found.text("zone") in _AMERICAN
    return american and tense_of(found).tense != "past"


_AMERICAN = {"et", "est", "edt", "ct", "cst", "cdt", "mt", "mst", "mdt", "pt", "pst", "pdt"}


_OF_OTHER_ZONE = re.compile(r"\b([ap])\.?m\.?(?: [A-Z]{2,4})?/$", re.IGNORECASE)


def _is_length(found: Found, following: str) -> bool:
    """Is it how long a film beside the text is ("02:31 - Source: CNN")?"""
    led = found.before() in _around("before_an_hour") | {"and", "to", "or", "the", "between", "on"}
    bare = found.text("hour").startswith("0") and found.before().isalpha() and not led
    is_day = bool(meaning(found.before()))  # "Sunday 09:00"
    return following.startswith((" - Source", " • Source")) or (bare and not is_day)


_OF_A_MATCH = re.compile(
    r" (?:(?:and|or) \d\d?:\d\d )?(?:left|remaining|mark|into|to (?:go|play)|in the (?:first|second"
    r"|third|fourth|half|quarter|period|game))\b"
)


def leading_hour(found: Found, known: Known) -> Sense | None:
    """The 4 of "4-7 p.m.", the 11 of "between 11 and 1 p.m.", which is in the half before."""
    if found.after() != "-" and found.before() not in {"from", "between"}:
        return None
    hour, to = found.number("hour"), found.number("to")
    half = found.text("half").startswith("p")
    if hour > 12 or to > 12 or found.number("minute") > 59:
        return None
    if hour % 12 > to % 12:
        half = not half
    hour = hour % 12 + (12 if half else 0)
    return Sense("TIME", f"T{hour:02}:{found.number('minute'):02}", "a clock time", part=True)


def hour_in(found: Found, known: Known) -> Sense | None:
    """At six in the morning, at 6.05 on Monday morning; "six in the morning" may be of anything."""
    written = found.text("hour") or found.text("on")
    parted = _PARTED.fullmatch(written)
    if found.text("on") and parted is None:
        return None
    hour = float(parted[1]) if parted else number([written])
    told = parted is not None and found.before() in _around("before_a_parted_hour")
    if (
        not (told or found.before() in _around("before_an_hour"))
        or hour is None
        or not 1 <= hour <= 12
    ):
        return None
    minutes = parted[2] if parted else "00"
    return Sense("TIME", f"T{int(hour):02}:{minutes}", "a clock time", part=True)


def past_the_hour(found: Found, known: Known) -> Sense | None:
    """Half past nine, a quarter to six, ten past four."""
    part, side = found.text("part"), found.text("side")
    hour = number([found.text("hour")])
    minutes = {"half": 30.0, "quarter": 15.0}.get(part) or number([part])
    if side not in {"past", "to"} or hour is None or minutes is None or not 1 <= hour <= 12:
        return None
    behind = found.next_word() if found.after() == " " else ""
    led = found.before() in _around("before_an_hour") - {"by", "from"}  # "won by ten to one"
    is_time = led and behind in _BEHIND_AN_HOUR
    if (side == "to" and part != "quarter" and not is_time) or minutes > 30:
        return None  # "ten to one" is a vote
    whole = hour * 60 + (minutes if side == "past" else -minutes)
    value = f"T{int(whole // 60):02}:{int(whole % 60):02}"
    return Sense("TIME", value, "a clock time", part=True)


_BEHIND_AN_HOUR = {"", "and", "when", "in", "on", "this", "that", "yesterday", "today"}


def hour_word(found: Found, known: Known) -> Sense | None:
    """Noon, midnight; "high noon" is a manner of speaking, "Midnight Cowboy" a title."""
    behind = "".join(found.tokens.words[found.match.end() : found.match.end() + 2])
    is_title = behind[:1] == " " and behind[1:2].isupper() and not meaning(behind[1:])
    is_title = is_title or found.before() in {'"', "“", "‘", "'"}
    if found.before() == "high" or (found.words("word")[0].istitle() and is_title):
        return None
    return Sense("TIME", f"T{meaning(found.text('word'))}", "a clock time", part=True)


def day_part(found: Found, known: Known) -> Sense | None:
    """This morning, last night; "morning" alone looks for its day."""
    which, part = found.text("which"), found.value("part")
    if which and found.in_name("part"):
        return None  # "CBS This Morning"
    if which in {"this", "last"}:
        sense = moved(known, "D", steps(found), f'"{which} {found.text("part")}"')
        return replace(sense, type="TIME", value=f"{sense.value}T{part}", mod=_edge(found))
    begins = found.match.start()
    if which or found.tokens.codes[max(0, begins - 2) : begins] == "x-":
        return None  # "a draft-night trade"
    if found.text("part").endswith("s"):
        return Sense("SET", f"T{part}", "each of them", part=True)
    # "In early afternoon trading" is today's; "in the afternoon" alone may be any.
    by_then = found.before() == "by" and found.text("phase")  # "By mid-morning"
    own = _OWN if by_then or found.next_word() in _around("after_day_part") else ""
    return Sense("TIME", f"T{part}", own, _edge(found), part=True)


def small_hours(found: Found, known: Known) -> Sense | None:
    """The early hours, of a day that follows."""
    if found.value("unit") != "TH" or not found.plural or found.text("phase") not in _HOURS:
        return None
    if found.value("part") not in {"", "MO"}:
        return None
    return Sense("TIME", "TMO", "the hours after midnight", "START", part=True)


_HOURS = {"early", "small", "wee"}


def _edge(found: Found) -> str | None:
    words = found.text("phase")
    return {"earlier": "START", "later": "END"}.get(words) or found.value("phase") or None


def joined(one: Sense, other: Sense) -> Sense | None:
    """Give the time on a day that two neighbours make; None when they are not a day and a time."""
    clock_time = re.fullmatch(r"(.*T)(\d\d)(:\d\d)", one.value)
    if clock_time and other.part and other.value in {"TMO", "TAF", "TEV", "TNI"}:
        hour = int(clock_time[2]) + (12 if other.value != "TMO" and clock_time[2] < "12" else 0)
        return replace(one, value=f"{clock_time[1]}{hour:02}{clock_time[3]}")
    if other.part and not one.part and one.value.endswith(other.value):
        return one  # "the early hours of Thursday morning"
    day, time = (other, one) if one.part else (one, other)
    if day.part or not time.part or day.type == "DURATION":
        return None
    if time.type == "SET":
        return _each(day, time)
    if day.type == "SET":  # "every Sunday evening"
        is_each = day.basis == EACH and re.fullmatch(r"XXXX-WXX-\d", day.value)
        return replace(day, value=day.value + time.value) if is_each else None
    part = day.value[-3:] if day.value.endswith(_PARTS) else ""
    value = day.value.removesuffix(part)
    if not re.fullmatch(r"\d{4}-\d\d-\d\d|XXXX-XX-XX|XXXX-WXX-\d|XXXX-\d\d-\d\d", value):
        return None
    shown = re.fullmatch(r"T(\d\d)(:\d\d)", time.value)
    if part and part != "TNI" and shown is None:
        return None
    late = shown is not None and _FROM.get(part, _NOON) <= int(shown[1]) < _NOON
    told = f"T{int(shown[1]) + _NOON}{shown[2]}" if shown and late else time.value
    return replace(day, type="TIME", value=value + told, mod=time.mod or day.mod)


_NOON = 12
_PARTS = ("TMO", "TAF", "TEV", "TNI")
# "At 8 o'clock last night" is in the evening; the hour from which on a part of a day has it so.
_FROM = {"TAF": 1, "TEV": 4, "TNI": 6}


def _each(day: Sense, times: Sense) -> Sense | None:
    """Give the set of "Thursday nights"; None for "nights Nov. 27"."""
    if not day.weekday:
        return None
    weekday = date.fromisoformat(day.value[:10]).isoweekday()
    return replace(times, value=f"XXXX-WXX-{weekday}{times.value}", part=False)


UNTIL = re.compile(r" ?(?:-|–|—|to|until|till|through) ?")
BETWEEN_AND = " and "  # "between 10 p.m. and 5 a.m."


def overnight(begins: Sense, ends: Sense) -> Sense:
    """Give the end of "from 11 p.m. to 5 a.m." the day after, as it lies past midnight."""
    first, last = (re.fullmatch(r"(\d{4}-\d\d-\d\d)T(\d\d:\d\d)", s.value) for s in (begins, ends))
    if not first or not last or first[1] != last[1] or last[2] >= first[2]:
        return ends
    day = calendar.shift_days(date.fromisoformat(last[1]), 1)
    basis = f"{ends.basis}, past midnight"
    return replace(ends, value=f"{day}T{last[2]}", basis=basis) if day else ends


def alone(time: Sense, known: Known, *, is_over: bool = False) -> Sense | None:
    """Give a clock time that has no day next to it the day last mentioned; None for "morning".

    The midnight that a clause in the past tells of (`is_over`) is the one that began the day of
    writing, as the one that ends it is still to come.

    "Morning trading" is that of the day its sentence names, else of the day it was written. Where
    that is not known, a day of another paragraph may as well lie ahead of the time: minutes end on
    "The meeting closed at 9.40 pm" below what is to be done by May.
    """
    is_clock = time.value[1].isdigit()
    if not is_clock and time.basis != _OWN:
        return None
    if not is_clock and not (known.last and known.last_in == known.sentence):
        day = moved(known, "D", 0, time.basis)
        return replace(day, type="TIME", value=day.value + time.value, mod=time.mod)
    if is_clock and not is_over:
        known = known.behind_a_year()  # "It is on March 15. The 2026 fair opens at 6 p.m."
    is_near = known.anchor is not None or known.last_in >= known.line
    if known.last and len(known.last) == 10 and is_near:
        basis = known.against_last(f"{time.basis} on that day")
        return replace(time, value=known.last + time.value, basis=basis, part=False)
    began = is_over and time.value == "T24:00"
    day = moved(known, "D", -1 if began else 0, f"{time.basis} {_NO_DAY}")
    return replace(day, type="TIME", value=day.value + time.value)


_IN_ORDER = ("MO", "AF", "EV", "NI")
_ALSO = {" and ", " or ", " to ", " into ", " through ", "-"}


def further_part(first: Sense, second: Sense, between: str) -> Sense | None:
    """Give the evening of "Friday afternoon and evening", of the day of the first part."""
    day = re.fullmatch(r"(\d{4}-\d\d-\d\d)T(MO|AF|EV|NI)", first.value)
    if day is None or between not in _ALSO or second.value[1:] not in _IN_ORDER:
        return None
    if _IN_ORDER.index(day[2]) >= _IN_ORDER.index(second.value[1:]):
        return None  # "Monday night and morning commuters"
    return replace(second, value=day[1] + second.value, basis=first.basis, part=False)


def of_each_day(time: Sense) -> Sense | None:
    """Give a clock time that is of each day, or of each Sunday, that its sentence names."""
    if not time.value[1].isdigit():
        return None
    return replace(time, value=f"XXXX-XX-XX{time.value}", basis="of each of the days", part=False)


_NO_DAY = "with no day near it"


def is_of_no_day(time: TimeExpression) -> bool:
    """Is it an hour of a day that the text nowhere names: "shot at 10 p.m.", months ago?"""
    return (time.basis or "").endswith(_NO_DAY)


RESOLVERS = {
    "clock": clock,
    "leading_hour": leading_hour,
    "clock_24": clock,
    "clock_there": clock_there,
    "clock_zone": clock,
    "oclock": clock,
    "hour_in": hour_in,
    "past_the_hour": past_the_hour,
    "hour_word": hour_word,
    "day_part": day_part,
    "small_hours": small_hours,
}
