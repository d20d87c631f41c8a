"""What days and months mean: Oct. 14, last Friday, yesterday, the same day, Christmas.

In come a rule's match and what is known, out comes a sense, or None when the words name no time
after all. A date without a year takes it from tense and nearness to publication.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from functools import partial

from onix.reading import times_values as calendar
from onix.reading.numbers import number as number_of
from onix.reading.times_patterns import PARTS
from onix.reading.times_sense import (
    WEEKDAYS,
    WRITTEN,
    Found,
    Known,
    Sense,
    moved,
    moved_from_last,
    phase,
    steps,
    tense_of,
    year_of,
)
from onix.reading.times_tense import Clause
from onix.reading.times_tokens import compiled, meaning
from onix.reading.words import words_of

_around = partial(words_of, "around_dates")


def _real(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def iso_day(found: Found, known: Known) -> Sense | None:
    """2025-11-26."""
    day = _real(found.number("year"), found.number("month"), found.number("day"))
    return Sense("DATE", day.isoformat(), WRITTEN) if day else None


def slashed_day(found: Found, known: Known) -> Sense | None:
    """11/26/2025, and nothing that could be read two ways."""
    first, second = found.number("first"), found.number("second")
    written = found.text("year")
    year = found.number("year")
    if len(written) == 2:
        year += 2000 if year < 70 else 1900
    if len(written) not in {2, 4} or (first <= 12) == (second <= 12):
        return None
    day = _real(year, *((first, second) if first <= 12 else (second, first)))
    return Sense("DATE", day.isoformat(), f"{WRITTEN}; only one reading is a day") if day else None


def dotted_day(found: Found, known: Known) -> Sense | None:
    """26.11.2025: with stops the day comes first."""
    parts = re.fullmatch(r"(\d\d?)\.(\d\d?)", found.text("day"))
    day = _real(found.number("year"), int(parts[2]), int(parts[1])) if parts else None
    return Sense("DATE", day.isoformat(), WRITTEN) if day else None


def month_day(found: Found, known: Known) -> Sense | None:
    """Oct. 14, with or without weekday and year."""
    month, number = int(found.value("month")), found.number("day") or _spoken(found)
    after = found.after()
    if (number > 29 and _real(2000, month, number) is None) or after in {"%", "/"}:
        return None
    weekday = found.value("weekday")
    if found.text("year"):
        day = _real(found.number("year"), month, number)
        sense = Sense("DATE", day.isoformat(), WRITTEN) if day else None
    else:
        sense = _with_year(found, known, month, number)
    if sense and weekday and (span := calendar.days(sense.value)):
        actual = span[0].isoweekday()
        if actual != int(weekday):
            says = f"; the text calls it a {WEEKDAYS[int(weekday) - 1]}, but that day is a "
            sense = replace(sense, basis=sense.basis + says + WEEKDAYS[actual - 1])
    return sense


_SHARED_YEAR = compiled(
    r"(?: ?- ?| {to} | {and} | {or} | {through} )"
    r"(?:MONTH(?: DAY)?|DAY(?: MONTH)?),? (?P<year>{year})",
    PARTS,
)


def _spoken(found: Found) -> int:
    """Give the day of "the twenty-first of May"."""
    tens, _, last = found.text("day").rpartition("-")
    return int((number_of([tens]) if tens else 0) or 0) + int(meaning(last) or 0)


def _with_year(found: Found, known: Known, month: int, number: int | None) -> Sense | None:
    """Choose the year of a month, or of a day of a month, by tense and nearness to publication."""
    tail = "" if number is None else f"-{number:02}"
    written = f"{month:02}{tail}"
    if shared := _SHARED_YEAR.match(found.tokens.codes, found.match.end()):
        year = found.tokens.words[shared.start("year")]
        if calendar.days(f"{year}-{written}"):
            return Sense("DATE", f"{year}-{written}", "the year stands at the end of the range")
    clause = tense_of(found)
    if known.past_year and clause.tense != "future":
        value = f"{known.past_year}-{written}"
        if calendar.days(value):
            return Sense("DATE", value, known.against_last("of the year written there"))
    if known.published is None:
        return Sense("DATE", f"XXXX-{written}", known.against("no year is given"))
    reach = 8 if written == "02-29" else 1  # eight years may lie between two leap days
    there = [
        span
        for year in range(known.published.year - reach, known.published.year + reach + 1)
        if 1 <= year <= 9999 and (span := calendar.days(f"{year:04}-{written}"))
    ]
    behind = [span for span in there if span[0] <= known.published]
    ahead = [span for span in there if span[1] >= known.published]
    if not behind or not ahead:
        return None
    far = FAR_MONTH if number is None else FAR_DAY
    span, why = chosen(behind[-1], ahead[0], known.published, clause, far)
    value = span[0].isoformat() if number else span[0].isoformat()[:7]
    return Sense("DATE", value, known.against(f"no year given, {clause.says}, so {why}"))


# News leaves the year out where it is plain: far one way and near the other, the near one is meant.
FAR_DAY, FAR_MONTH, NEAR = 245, 300, 120


def chosen(
    behind: calendar.Days, ahead: calendar.Days, published: date, clause: Clause, far: int
) -> tuple[calendar.Days, str]:
    """Choose between the last such date and the next one, by tense where both are plausible."""
    back, forth = _distance(behind, published), _distance(ahead, published)
    if clause.tense == "past" and (clause.close or not (back > far and forth < NEAR)):
        return behind, "the last one on or before it"
    if clause.tense == "future" and not (forth > far and back < NEAR):
        return ahead, "the next one on or after it"
    nearest = behind if back <= forth else ahead
    return nearest, "the nearest one"


def _distance(span: calendar.Days, day: date | None) -> int:
    if day is None or span[0] <= day <= span[1]:
        return 0
    return (span[0] - day).days if span[0] > day else (day - span[1]).days


def month(found: Found, known: Known) -> Sense | None:
    """October, last May, late October."""
    name = found.text("month")
    marked = found.text("which") or found.text("phase")
    may_be_a_name = meaning(name) in {"3", "5"} or len(name) == 3
    if may_be_a_name and not marked and found.before() not in _around("takes_month"):
        return None
    following = "".join(found.tokens.words[found.match.end() + 1 : found.match.end() + 2])
    if len(name) == 3 and name != "may" and following[:1].isupper():
        return None  # "to Jan Novak"
    number, which = int(found.value("month")), found.text("which")
    if not which or known.published is None:
        sense = _with_year(found, known, number, None)
    else:
        year = known.published.year
        if steps(found) < 0 and number >= known.published.month:
            year -= 1
        elif steps(found) > 0 and number <= known.published.month:
            year += 1
        sense = Sense("DATE", f"{year:04}-{number:02}", known.against(f'"{which}" names the year'))
    return replace(sense, mod=phase(found)) if sense else None


def month_of_year(found: Found, known: Known) -> Sense | None:
    """October 2024, June of last year."""
    year = year_of(found, known)
    if year is None:
        return None
    value = f"{year}-{int(found.value('month')):02}"
    basis = WRITTEN if found.text("year") else known.against(f'"{found.text("which")} year"')
    return Sense("DATE", value, basis, phase(found))


def weekday(found: Found, known: Known) -> Sense | None:
    """Tuesday, last Friday, next Monday."""
    number, which = int(found.value("weekday")), found.text("which")
    name = WEEKDAYS[number - 1]
    before = found.before()
    if before == "a" or (before == "the" and found.next_word() in {"before", "after"}):
        return Sense("DATE", f"XXXX-WXX-{number}", f"which {name} is not said")
    if known.published is None:
        return Sense("DATE", f"XXXX-WXX-{number}", known.against("a weekday"), phase(found))
    back = (known.published.isoweekday() - number) % 7
    ahead = (number - known.published.isoweekday()) % 7
    if which:
        count = {-1: -(back or 7), 0: ahead if back > 3 else -back, 1: ahead or 7}[steps(found)]
        why = f'"{which}", so the {name} {"before" if count < 0 else "on or after"} it'
    else:
        clause = tense_of(found)
        looks_ahead = clause.tense == "future" or before == "for"  # "summoned for Tuesday"
        count = ahead if looks_ahead else -back
        why = f"{clause.says}, so the {name} {'after' if looks_ahead else 'before'} or on it"
    day = calendar.shift_days(known.published, count)
    return Sense("DATE", day.isoformat(), known.against(why), phase(found)) if day else None


def weekday_week(found: Found, known: Known) -> Sense | None:
    """Tuesday week: a week after the next Tuesday, as the British say it."""
    if found.value("unit") != "W" or found.plural:
        return None
    number = int(found.value("weekday"))
    if known.published is None:
        return Sense("DATE", f"XXXX-WXX-{number}", known.against("a weekday"))
    ahead = (number - known.published.isoweekday()) % 7 or 7
    day = calendar.shift_days(known.published, ahead + 7)
    why = f"a week after the next {WEEKDAYS[number - 1]}"
    return Sense("DATE", day.isoformat(), known.against(why)) if day else None


def day_word(found: Found, known: Known) -> Sense | None:
    """Today, yesterday, tonight."""
    word = found.text("word")
    sense = moved(known, "D", int(meaning(word)), f'"{word}"')
    if word == "tonight":
        return replace(sense, type="TIME", value=sense.value + "TNI")
    return replace(sense, mod=phase(found))


def the_day_before(found: Found, known: Known) -> Sense | None:
    """The day before yesterday; the year after."""
    count, unit = (-1 if found.text("way") == "before" else 1), found.value("unit")
    if word := found.text("word"):
        return moved(known, "D", count + int(meaning(word)), f'"{word}"')
    if found.tokens.codes[found.match.end() : found.match.end() + 2].strip(" ,.;:)"):
        return None  # "the day before the vote" hangs on the vote
    return moved_from_last(known, unit, count, "one unit away from it")


def holiday(found: Found, known: Known) -> Sense | None:
    """Thanksgiving, Christmas 2024."""
    rule = meaning("".join(found.tokens.words[found.match.start("name")]))
    if rule.count("-") == 2:
        return Sense("DATE", rule, "a day known by this name")
    if found.text("year"):
        day = calendar.holiday(rule, found.number("year"))
        return Sense("DATE", day.isoformat(), "a holiday of the year named")
    if known.published is None:
        return Sense("DATE", "XXXX-XX-XX", known.against("no year is given"))
    number = known.published.year
    if not 2 <= number <= 9998:
        return None
    there = [calendar.holiday(rule, number + step) for step in (-1, 0, 1)]
    clause = tense_of(found)
    behind = max(day for day in there if day <= known.published)
    ahead = min(day for day in there if day >= known.published)
    span, why = chosen((behind, behind), (ahead, ahead), known.published, clause, FAR_DAY)
    basis = known.against(f"a holiday, no year given, {clause.says}, so {why}")
    return Sense("DATE", span[0].isoformat(), basis)


RESOLVERS = {
    "iso_day": iso_day,
    "slashed_day": slashed_day,
    "month_day": month_day,
    "day_month": month_day,
    "spoken_day": month_day,
    "dotted_day": dotted_day,
    "month": month,
    "month_of_year": month_of_year,
    "weekday": weekday,
    "weekday_week": weekday_week,
    "day_word": day_word,
    "the_day_before": the_day_before,
    "holiday": holiday,
}
