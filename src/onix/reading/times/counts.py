"""What counted units mean: durations and sets: two weeks, an 8-month-old truce, twice a year.

In come a rule's match and what is known, out comes a sense, as in days.py and
periods.py. A duration has calendar days only where it ends or begins at a known day; how far off
something lies ("three weeks ago") is in distances.py.
"""

from __future__ import annotations

import math
import re
from dataclasses import replace
from functools import cache, partial

from onix.reading.grammar.numbers import number
from onix.reading.times import values as calendar
from onix.reading.times.found import Found
from onix.reading.times.sense import Known, Sense, moved, steps, tense_of
from onix.reading.times.tokens import meaning
from onix.reading.words import sections, words_of

_around = partial(words_of, "around_dates")

LASTS = "how long, with no day of its own"


def value_of(count: float | None, unit: str) -> str:
    """Give the TIMEX3 value of so many units; None is "some"."""
    letter = unit.lstrip("0123456789T")
    marker = "PT" if unit.startswith("T") else "P"
    if count is None:
        return f"{marker}X{letter}"
    times = float(unit[: -len(letter)].lstrip("T") or 1)
    return f"{marker}{count * times:.12g}{letter}"


def count_of(found: Found) -> tuple[float | None, str | None]:
    """Give the count, None for "several", and the modifier of a range ("two to three")."""
    words = [word.lower() for word in found.words("count") if not word.isspace()]
    if words[-1] in {"plus", "+"}:  # "90-plus minutes", "90+ minutes"
        return number([word for word in words[:-1] if word != "-"]), "EQUAL_OR_MORE"
    for join in ("to", "or"):
        if join in words:
            first = [word for word in words[: words.index(join)] if word != "-"]
            return number(first), "EQUAL_OR_MORE"  # "two to three", "two- or three-year"
    if len(words) == 3 and words[0][0].isdigit() and words[2][0].isdigit():
        return number(words[:1]), "EQUAL_OR_MORE"  # "12-18"
    if words in (["a", "quarter"], ["quarter"]):
        return 0.25, None
    if words[-2:-1] == ["of"] and words[1].startswith("quarter"):
        return 0.25 * (number(words[:1]) or 1), None  # "three quarters of an hour"
    if words in (["half", "a"], ["half", "an"], ["a", "half"]):
        return 0.5, None
    if "couple" in words or "pair" in words:
        return 2.0, "APPROX"
    return 1.0 if words in (["a"], ["an"]) else number(words), None


def about(found: Found) -> str | None:
    """Give the modifier that "about", "at least", "no more than" before a count makes."""
    words = found.text("about")
    if not words and _OR_SO.search(found.words_of()):
        return "APPROX"
    if not words and (or_more := _OR_MORE.search(found.words_of())):
        return "EQUAL_OR_" + meaning(or_more[1]).removesuffix("_THAN")
    if not words:
        return "EQUAL_OR_LESS" if found.before() == "within" else None
    if words.startswith(("no ", "not ")):
        return "EQUAL_OR_LESS"
    if words.startswith("up "):
        return "EQUAL_OR_LESS"
    if words == "some ":
        return "APPROX"
    return found.value("about") or None


_OR_MORE = re.compile(r" or (more|longer|less|fewer|shorter)$")
_OR_SO = re.compile(r" or (?:so|two|three)\b")


def is_while(found: Found) -> bool:
    """Does "over" say during ("stole from her over six years"), and not more than?"""
    if not re.fullmatch("over ", found.text("about")):
        return False
    if found.text("way"):
        return found.before() in {
            "take",
            "takes",
            "took",
            "taken",
            "taking",
        }  # took over a year ago
    is_more = found.before() in _around("takes_over") and found.next_word() != "ago"
    return not is_more or count_of(found)[0] is None


def unit_of(found: Found) -> str | None:
    """Give the unit's letters; None where the words are no unit here ("two second halves")."""
    word = found.text("unit")
    if word == "second":
        joined = found.tokens.codes[found.match.start("unit") - 1] == "-"
        return "TS" if joined or count_of(found)[0] == 1 else None
    unit = found.value("unit")
    if unit in {"SU", "WI", "FA", "SP"}:
        return unit if word.endswith("s") else None
    if found.is_title("unit") or (unit == "Q" and found.text("count") in {"one", "three", "some"}):
        return None  # "60 Minutes" is a programme, "three-quarters" a share, "some quarters" people
    return unit


def _is_verb(found: Found) -> bool:
    """Is "last" a verb here ("talks could last two years")?"""
    return found.words_of().startswith("last") and found.before() in _around("verb")


def duration(found: Found, known: Known) -> Sense | None:
    """Two weeks, a 10-year plan, more than four hours, an 8-month-old truce, 52 years old.

    "A 52-year-old" says who it is and not how long; annotators leave it unmarked, and it is read
    as a figure.
    """
    unit = unit_of(found)
    if unit is None or (found.text("old") and unit == "Y") or _is_verb(found) or is_while(found):
        return None
    if found.words_of() == "one day" and _is_some_day(found):
        return Sense("DATE", "FUTURE_REF", "some day after the time of writing")
    if not found.plural and (found.text("count") == "some" or _is_year(found)):
        return None  # "some day"
    count, mod = _as_many(found) if found.before() == "as" else count_of(found)
    basis = "an age" if found.text("old") or found.text("old_too") else LASTS
    return Sense("DURATION", value_of(count, unit), basis, about(found) or mod)


def _is_some_day(found: Found) -> bool:
    """Is "one day" no length but a day to come: "One day, they will ask", "may one day be"?"""
    opens = found.match.start() == 0 and (found.after() == "," or found.next_word() in _PERSONS)
    return found.before() in _MAY or (opens and tense_of(found).tense == "future")


_MAY = {"will", "may", "might", "could"}
_PERSONS = {"i", "we", "you", "he", "she", "they", "it"}


def _is_year(found: Found) -> bool:
    """Is it the quarter or summer of a year ("comparable 1997 quarter"), and no count of them?"""
    of_a_year = found.value("unit") in {"Q", "SU", "WI", "FA", "SP"}
    return of_a_year and bool(re.fullmatch(r"\d{4}", found.text("count"))) and found.after() != "-"


def _as_many(found: Found) -> tuple[float | None, str | None]:
    """Give how many "two wins in as many weeks" are: as many as the last number before them."""
    before = [word.lower() for word in found.tokens.words[: found.match.start()]]
    if found.text("count") != "many" or found.before(2) != "in":
        return count_of(found)
    counts = (_ordinals().get(word) or number([word]) for word in reversed(before) if word.strip())
    return next((count for count in counts if count), None), None


@cache
def _ordinals() -> dict[str, float]:
    """Give what the ordinals in words are worth."""
    of_each = (entry.split(" = ") for entry in sections("times")["ordinal"])
    return {"second": 2.0, **{word: float(value) for word, value in of_each}}


def leading_count(found: Found, known: Known) -> Sense | None:
    """The three of "between three and 70 days": how long it is at least."""
    return duration(found, known) if found.before() == "between" else None


_IN_A_YEAR = {"M": 12, "Q": 4}
_LAST = {"last", "final"}


def first_span(found: Found, known: Known) -> Sense | None:
    """The first three months of 2020, the last two quarters of this year: how long, and when."""
    if found.before() == "a" and found.text("nth") not in _LAST:
        return None  # "up from a third two years before"
    sense, count = duration(found, known), count_of(found)[0] or 0
    nth, in_a_year = found.text("nth"), _IN_A_YEAR.get(found.value("unit"), 0)
    year = found.text("year")
    if found.value("of_unit") == "Y":
        year = moved(known, "Y", steps(found), "").value
    whole = calendar.days(year) if year else None
    is_edge = nth in _LAST or nth == "first"
    if sense is None or sense.mod or not whole or not is_edge or not 0 < count < in_a_year:
        return sense
    months = 12 * round(count) // in_a_year
    first = calendar.shift_months(whole[0], 12 - months if nth in _LAST else 0) or whole[0]
    after = calendar.shift_months(first, months)
    ends = calendar.shift_days(after, -1) if after else None
    says = f"how long, of {year}"
    basis = says if found.text("year") else known.against(says)
    return replace(sense, basis=basis, days=(first, ends or whole[1]))


_WITHIN = {"Y": {"M": 12, "W": 53, "D": 366}, "M": {"W": 5, "D": 31}, "W": {"D": 7}}
_WITHIN |= {"D": {"TH": 24}, "TH": {"TM": 60, "TS": 60}, "TM": {"TS": 60}}


def compound(found: Found, known: Known) -> Sense | None:
    """Four hours, 42 minutes; two years and three months."""
    unit, less = found.value("unit"), found.value("less")
    more = 1.0 if found.text("more") in {"a", "an"} else number(found.words("more"))
    count = count_of(found)[0]
    if count is None or more is None or not more < _WITHIN.get(unit, {}).get(less, 0):
        return None
    if count != round(count) or found.next_word() in {"ago", "later", "earlier"}:
        return None
    rest = value_of(more, less).removeprefix("P")
    value = value_of(count, unit) + (rest.removeprefix("T") if unit.startswith("T") else rest)
    return Sense("DURATION", value, LASTS, about(found))


_JOINS = {"in", "of"}  # "$2.5 million in revenue a year"


# "It comes a week after the vote" is no rate of weeks.
_FROM_AN_EVENT = {"after", "before", "since", "into", "later", "earlier", "ahead"}


def a_unit(found: Found, known: Known) -> Sense | None:
    """A week; but "$5 a day" and "two hours a week" are sets."""
    unit, before = found.value("unit"), found.before()
    if found.plural or _is_speed(found) or is_while(found):
        return None
    if found.text("half"):
        return Sense("DURATION", value_of(1.5, unit), LASTS, about(found))
    if found.next_word() in _FROM_AN_EVENT:
        return Sense("DURATION", value_of(1, unit), LASTS, about(found))
    per = before in _around("takes_rate") or bool(re.fullmatch(r"\d[\d,]*(?:\.\d+)?", before))
    if found.before(2) in _JOINS and before not in _around("no_rate"):
        per = per or bool(_around("takes_rate") & {found.before(3), found.before(4)})
    if per or (before.endswith("s") and before not in _around("no_plural")):
        if found.text("about"):
            return None
        return Sense("SET", value_of(1, unit), "so much in each of them")
    is_length = " or " in found.words_of() and before in _around("takes_over") | _around("no_rate")
    if unit.startswith("TS") or (unit == "D" and not is_length):
        return None  # "a day or two later", but "a pack a day or more"
    return Sense("DURATION", value_of(1, unit), LASTS, about(found))


def _is_speed(found: Found) -> bool:
    """Is it the hour of "90 miles an hour"? "14,000 miles a year" tells how often."""
    return found.value("unit").startswith("T") and found.before() in _around("speed")


def rate(found: Found, known: Known) -> Sense | None:
    """Per year; two calls a day; but "miles per hour" is a speed."""
    if found.text("quarter"):
        return Sense("SET", "P1Q", "so much in each of them")
    if _is_speed(found):
        return None
    if found.tokens.words[found.match.start()].lower() == "per":
        return Sense("SET", value_of(1, found.value("unit")), "so much in each of them")
    return None


_SPOKEN = frozenset({"talks", "call"})
_NEAR = 14  # pieces: "of the Oct. 21 meeting"


def _are_written(found: Found) -> bool:
    """Are the minutes those that are taken of a meeting, which say what was said?"""
    if found.text("unit").lower() != "minutes":
        return False
    first, *_ = [*found.words_after(1), ""]
    ends = found.match.end()
    behind = {word.lower() for word in found.tokens.words[ends : ends + _NEAR]}
    kept = _around("has_minutes")
    if first in _around("minutes_do") or (first == "of" and not kept.isdisjoint(behind)):
        return True
    # "The minutes of the call", but "after minutes of talks"
    led = found.match.start() == 0 or found.before() in _around("records_minutes")
    return led and first in ("of", "from") and not (kept | _SPOKEN).isdisjoint(behind)


def bare_units(found: Found, known: Known) -> Sense | None:
    """Weeks, months, years: some of them."""
    word, unit = found.text("unit"), found.value("unit")
    if not word.endswith("s") or unit.startswith("TS") or word in {"secs", "mins", "hrs", "yrs"}:
        return None
    if found.before() in _around("owns_units") or found.is_title("unit") or _are_written(found):
        return None
    beside = found.tokens.words[max(0, found.match.start() - 8) : found.match.start() - 1]
    of_somebody = "the" in beside and beside[-1].istitle()
    is_own = found.next_word() not in _FROM_AN_EVENT | {"ago", "prior", "or"}
    begins = found.match.start()
    of_a_kind = begins > 3 and found.tokens.codes[begins - 3 : begins] in {"-x ", "- "}
    if (of_somebody or of_a_kind) and is_own:
        return None  # "the Lund years", "fee-free days"
    heads = found.match.start() == 0 and found.after() == ":"  # "Hours: Monday to Friday"
    if unit == "TH" and (heads or found.before() in _around("owns_hours")):
        return None
    return Sense(
        "DURATION", value_of(None, unit.lstrip("0123456789") or unit), "how many is not said"
    )


def long(found: Found, known: Known) -> Sense | None:
    """A day-long meeting, years-long talks, a centuries-old feud."""
    unit = found.value("unit")
    if found.text("old") and (found.before() == "-" or number([found.before() or "-"])):
        return None  # "a 52-year-old"
    return Sense("DURATION", value_of(None if found.plural else 1, unit), LASTS)


def one_word_long(found: Found, known: Known) -> Sense:
    """A monthslong inquiry."""
    return Sense("DURATION", meaning(found.text("word")), LASTS)


def age(found: Found, known: Known) -> Sense | None:
    """Aged 52."""
    return Sense("DURATION", f"P{found.number('age')}Y", "an age")


_WHOSE = {"the", "his", "her", "its", "their", "our", "my", "a", "last", "this", "next"}


def _is_part(following: list[str]) -> bool:
    """Does "of" with what it is a part of follow: "the last two weeks of the campaign"?"""
    return following[:1] == ["of"] and not _WHOSE.isdisjoint(following)


def span_to_now(found: Found, known: Known) -> Sense | None:
    """The past three weeks, the next two years."""
    unit = unit_of(found)
    count, mod = count_of(found)
    following = found.words_after(2)
    if unit is None or _is_verb(found) or (found.text("which") == "last" and _is_part(following)):
        return None
    if unit in {"SU", "WI", "FA", "SP"}:
        return Sense("SET", f"XXXX-{unit}", "each of those seasons")
    way = 1 if steps(found) > 0 else -1
    return replace(since_then(known, count, unit, way), mod=about(found) or mod)


def since_then(known: Known, count: float | None, unit: str, way: int) -> Sense:
    """Give a duration that ends or begins with publication ("the past three weeks")."""
    value = value_of(count, unit)
    why = "the time up to it" if way < 0 else "the time from it on"
    if unit in {"TM", "TS"}:
        return Sense(
            "DURATION", value, LASTS
        )  # "the last ten seconds" of the match, not of the day
    if known.anchor is None or count is None:
        return Sense("DURATION", value, known.against(why))
    if unit == "TH":  # the past 24 hours reach into the day before
        count, unit = math.ceil(count / 24), "D"
    there = calendar.shift(known.anchor, way * max(1, round(count)), unit)
    if there is None:
        return Sense("DURATION", value, known.against(why))
    days = min(there, known.anchor), max(there, known.anchor)
    return Sense("DURATION", value, known.against(why), days=days)


RESOLVERS = {
    "duration": duration,
    "leading_count": leading_count,
    "first_span": first_span,
    "compound": compound,
    "a_unit": a_unit,
    "rate": rate,
    "bare_units": bare_units,
    "long": long,
    "one_word_long": one_word_long,
    "age": age,
    "span_to_now": span_to_now,
}
