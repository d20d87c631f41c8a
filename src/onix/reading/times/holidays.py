"""Holidays and feasts, and the days counted from them: Thanksgiving, two days before Easter.

In come a rule's match and what is known, out comes a sense, as in days.py. Feasts whose days
the moon tells have no calendar date here.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import partial

from onix.reading.grammar.numbers import number as number_of
from onix.reading.times import values as calendar
from onix.reading.times.counts import count_of
from onix.reading.times.cues import WILL
from onix.reading.times.found import Found
from onix.reading.times.sense import (
    Known,
    Sense,
    steps,
    tense_of,
)
from onix.reading.times.tense import Clause
from onix.reading.times.tokens import meaning
from onix.reading.times.which_year import FAR_DAY, JUST_GONE, LED, NEAR, chosen
from onix.reading.words import sections, words_of

_around = partial(words_of, "around_dates")


# Feasts of the moon, seen or reckoned: what is known of their days without a table.
VAGUE = {"some day": "XXXX-XX-XX", "some month": "XXXX-XX"}


def holiday(found: Found, known: Known) -> Sense | None:
    """Thanksgiving, Christmas 2024, last Easter."""
    rule = meaning("".join(found.tokens.words[found.match.start("name")]))
    if found.next_word() in _around("names_on"):
        return None
    if rule.count("-") == 2 and found.tokens.words[: found.match.start()][-1:] == ["/"]:
        return None  # "7/9/11"
    if rule == _INDEPENDENCE and found.text("name").startswith("in") and _is_of_others(found):
        return Sense("DATE", VAGUE["some day"], "a day of another country")
    if rule in VAGUE:
        if found.text("year"):
            return Sense("DATE", found.text("year"), "a feast whose days the words do not say")
        return Sense("DATE", VAGUE[rule], "a feast whose days the calendar alone does not tell")
    if rule.count("-") == 2:
        return Sense("DATE", rule, "a day known by this name")
    if year := found.number("year") or found.number("in_year"):
        day = calendar.holiday(rule, year)
        return Sense("DATE", day.isoformat(), "a holiday of the year named")
    if known.anchor is None:
        return Sense("DATE", "XXXX-XX-XX", known.against("no year is given"))
    number = known.anchor.year
    if not 2 <= number <= 9998:
        return None
    there = [calendar.holiday(rule, number + step) for step in (-1, 0, 1)]
    clause = tense_of(found)
    if counted := _counted(found, known, rule):
        return counted
    behind = max(day for day in there if day <= known.anchor)
    ahead = min(day for day in there if day >= known.anchor)
    before, soon = found.before(), (ahead - known.anchor).days <= SOON
    if soon and clause.tense == "past" and before.isalpha() and before != clause.cue.lower():
        clause = clause if before in _ON else Clause("unclear")  # "dressed in Halloween costumes"
    is_just_over = (known.anchor - behind).days < NEAR < (ahead - known.anchor).days
    if is_just_over and clause.cue.lower().startswith(tuple(sections("tense")["towards"])):
        clause = Clause("unclear")  # in January: "They took on staff in the run-up to Christmas"
    will = clause.cue in WILL and before in LED and (known.anchor - behind).days > JUST_GONE
    span, why = chosen((behind, behind), (ahead, ahead), known.anchor, clause, FAR_DAY, will=will)
    basis = known.against(f"a holiday, no year given, {clause.says}, {why}")
    return Sense("DATE", span[0].isoformat(), basis)


_INDEPENDENCE = "07-04"
_OURS = {"america", "nation", "us", "states", "s", "american", "it", "that", "this", "today"}


def _is_of_others(found: Found) -> bool:
    """Is it the "Independence Day" of Ukraine, of India, or of "the country" told of?"""
    words = found.tokens.words[max(0, found.match.start() - 6) : found.match.start()]
    near = "".join(words).rstrip()
    owner = re.search(r"(\w+)['’]s$|\b([A-Z][a-z]+(?:an|ish|ese|i))$", near)
    return bool(owner and (owner[1] or owner[2]).lower() not in _OURS)


SOON = 60  # days before a feast, when what is told of it is told of that to come
# Before a feast that is when something was: "on Halloween", but "in Halloween costumes".
_ON = {"on", "at", "over", "since", "until", "till", "before", "after", "by", "during", "around"}
_ON |= {"from", "past", "and", "or", "through"}
# "Christmas last year", "last year's Christmas".
_YEAR_BEFORE = re.compile(r"\b(last|this|next) year['’]s $", re.IGNORECASE)
_YEAR_BEHIND = re.compile(r",? (?:of )?(last|this|next) year\b", re.IGNORECASE)
_STEPS = {"last": -1, "this": 0, "next": 1}
_FROM_THERE = {"following", "previous", "preceding", "prior"}


def _counted(found: Found, known: Known, rule: str) -> Sense | None:
    """Last Christmas, the following Christmas, Christmas of last year; None where none is said."""
    words, (begins, ends) = found.tokens.words, found.match.span()
    of_year = _YEAR_BEFORE.search("".join(words[max(0, begins - 6) : begins])) or (
        _YEAR_BEHIND.match("".join(words[ends : ends + 6]))
    )
    which = found.text("which")
    from_there = which in _FROM_THERE and known.day is not None
    point = known.day if from_there else known.anchor
    if point is None or not 2 <= point.year <= 9998:
        return None
    there = [calendar.holiday(rule, point.year + step) for step in (-1, 0, 1)]
    if of_year and not which:
        day = there[1 + _STEPS[of_year[1].lower()]]
        return Sense("DATE", day.isoformat(), known.against(f'of "{of_year[1].lower()} year"'))
    if not which or steps(found) == 0:
        return None
    if steps(found) < 0:
        day = max(each for each in there if each < point)
    else:
        day = min(each for each in there if each > point)
    why = f'"{which}", so the one {"before" if steps(found) < 0 else "after"} it'
    return Sense(
        "DATE", day.isoformat(), known.against_last(why) if from_there else known.against(why)
    )


def holidays_ago(found: Found, known: Known) -> Sense | None:
    """Two Christmases ago: the one before the last."""
    count, rule = count_of(found)[0], found.value("name")
    if count is None or count != round(count) or count < 1 or known.anchor is None:
        return None
    number = known.anchor.year
    is_over = calendar.holiday(rule, number) < known.anchor
    day = calendar.holiday(rule, number + is_over - round(count))
    return Sense("DATE", day.isoformat(), known.against(f'"{found.words_of()}"'))


def holiday_week(found: Found, known: Known) -> Sense | None:
    """Easter week, Labor Day weekend: the week of the day, or the weekend next to it."""
    feast, unit = holiday(found, known), found.value("unit")
    span = calendar.days(feast.value) if feast else None
    if feast is None or span is None or unit not in {"W", "WE"} or found.plural:
        return None
    is_early = unit == "WE" and span[0].isoweekday() < 3  # Monday and Tuesday end a weekend
    day = calendar.shift_days(span[0], -3) if is_early else span[0]
    return replace(feast, value=calendar.at(day, unit)) if day else None


def before_holiday(found: Found, known: Known) -> Sense | None:
    """The day before Thanksgiving, two weeks after Easter."""
    unit, feast = found.value("unit"), holiday(found, known)
    count = 1.0 if found.text("count") in {"", "a", "an"} else number_of(found.words("count"))
    span = calendar.days(feast.value) if feast else None
    if feast is None or span is None or count is None or unit not in {"D", "W", "2W"}:
        return None
    step = -1 if found.text("way") == "before" else 1
    day = calendar.shift(span[0], step * round(count), unit)
    return replace(feast, value=calendar.at(day, unit)) if day else None


RESOLVERS = {
    "holiday": holiday,
    "holidays_ago": holidays_ago,
    "holiday_week": holiday_week,
    "before_holiday": before_holiday,
}
