"""What days and months mean: Oct. 14, last Friday, yesterday, the same day, Christmas.

In come a rule's match and what is known, out comes a sense, or None when the words name no time
after all. A date without a year takes it from tense and nearness to publication.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from functools import partial

from onix.reading.grammar.numbers import number as number_of
from onix.reading.times import values as calendar
from onix.reading.times.cues import REACH, WILL
from onix.reading.times.digits import real
from onix.reading.times.found import Found
from onix.reading.times.patterns import PARTS
from onix.reading.times.sense import (
    AGAINST_LAST,
    NO_YEAR,
    OF_WEEKDAY,
    OF_YEAR,
    UPDATED,
    WEEKDAYS,
    WRITTEN,
    Known,
    Sense,
    is_caption,
    phase,
    steps,
    tense_of,
    year_of,
)
from onix.reading.times.tense import Clause
from onix.reading.times.tokens import compiled, meaning
from onix.reading.words import words_of

_around = partial(words_of, "around_dates")


def month_day(found: Found, known: Known) -> Sense | None:
    """Oct. 14, with or without weekday and year.

    A day that its month does not have ("June 31") is read as the month; contradictions.py says so.
    """
    month, number = int(found.value("month")), found.number("day") or _spoken(found)
    if found.after() in {"%", "/"} or _SCORE.match(found.tokens.codes, found.match.start()):
        return None
    year = found.number("year")
    if real(year or 2000, month, number) is None:
        if not year and found.next_word() in _around("counted"):
            return None  # "in June 31 people died"
        value = f"{year:04}-{month:02}"
        sense = Sense("DATE", value, WRITTEN) if year else with_year(found, known, month, None)
        none = "; that month has no such day"
        return replace(sense, basis=sense.basis + none) if sense else None
    if year:
        return Sense("DATE", date(year, month, number).isoformat(), WRITTEN)
    known_day, after_it = _KNOWN_DAYS.get((month, number), ("", ""))
    following = "".join(found.tokens.words[found.match.end() : found.match.end() + 4])
    over = known.anchor is None or known.anchor.isoformat() >= known_day
    spoken_of = bool(known_day and _around("spoken_of") & {found.before(), found.before(2)})
    spoken_of = spoken_of or (month == 1 and "Capitol" in found.tokens.words)
    if known_day and over and (spoken_of or re.match(after_it, following, re.IGNORECASE)):
        return Sense("DATE", known_day, "a day known by this name")
    return with_year(found, known, month, number)


# "Kansas City 31 Sept. 27, 2009": what stands before the month is no day of it.
_SCORE = compiled(r"{day} MONTH {day}(?:,|\.|$)", PARTS)

_SHARED_YEAR = compiled(
    r"(?: ?- ?| {to} | {and} | {or} | {through} )"
    r"(?:MONTH(?: DAY)?|DAY(?: MONTH)?),? (?P<year>{year})",
    PARTS,
)

# "on 3 February last year", "between 3 May and 9 June of last year".
_YEAR_FOLLOWS = compiled(
    r"(?:(?: ?- ?| {to} | {and} | {or} | {through} )(?:MONTH(?: DAY)?|DAY(?: MONTH)?))?"
    r" (?:{of} )?(?P<which>{last|this|next}) (?P<unit>{unit})",
    PARTS,
)


# "In December that year", "on 3 May of the same year".
_THAT_YEAR = compiled(r" (?:{of} )?(?:{that}|{the} {same}) {unit}", PARTS)

# Days that are named after what happened on them, and what stands behind their names.
_KNOWN_DAYS = {
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


def leading_day(found: Found, known: Known) -> Sense | None:
    """The 3 of "between 3 and 5 June", "3-5 June 2021"."""
    if found.after() == "-" and found.number("day") >= found.number("to"):
        return None  # "won 3-2 June 5"
    before = found.before(2) if found.before() == "the" else found.before()
    if found.after() != "-" and before not in _around("opens_range"):
        return None
    return month_day(found, known)


def _spoken(found: Found) -> int:
    """Give the day of "the twenty-first of May"."""
    tens, _, last = found.text("day").rpartition("-")
    return int((number_of([tens]) if tens else 0) or 0) + int(meaning(last) or 0)


def with_year(found: Found, known: Known, month: int, number: int | None) -> Sense | None:
    """Choose the year of a month, or of a day of a month, by tense and nearness to publication."""
    tail = "" if number is None else f"-{number:02}"
    written = f"{month:02}{tail}"
    if shared := _SHARED_YEAR.match(found.tokens.codes, found.match.end()):
        year = found.tokens.words[shared.start("year")]
        if calendar.days(f"{year}-{written}"):
            return Sense("DATE", f"{year}-{written}", "the year stands at the end of the range")
    if follows := _YEAR_FOLLOWS.match(found.tokens.codes, found.match.end()):
        relative = Found(found.tokens, follows)
        year = year_of(relative, known) or ""
        if calendar.days(f"{year}-{written}"):
            why = known.against(f'"{relative.text("which")} year" follows')
            return Sense("DATE", f"{year}-{written}", why)
    if known.last and _THAT_YEAR.match(found.tokens.codes, found.match.end()):
        value = f"{known.last[:4]}-{written}"
        if calendar.days(value):
            return Sense("DATE", value, known.against_last('"that year" follows'))
    clause = tense_of(found)
    is_to_come = clause.plain and not WILL.isdisjoint(found.tokens.words[: found.match.start()])
    if known.entry and not is_to_come:
        year = known.entry.year_of(month, ahead=clause.tense == "future")
        value = f"{year:04}-{written}"
        if calendar.days(value):
            return Sense("DATE", value, f"{AGAINST_LAST}, {known.entry.year}: {OF_CHRONICLE}")
    if clause.tense != "past" and is_caption(found) and not _is_soon(month, number, known):
        clause = Clause("past", "as in the caption of a picture", close=True)
    held = set(found.words_after(2)) | set(found.words_after(2, owner=True))
    beside = {found.before(2)} if found.before() in {"in", "on"} else set()
    beside -= {"vote"}  # "the vote in March" may be of any kind, "the convention in July" is ahead
    if named := sorted(_around("held_ahead") & (held | beside)):
        if clause.tense == "unclear":
            clause = Clause("future", named[0], close=True, plain=True)
        elif clause.tense == "past" and not clause.close:
            clause = Clause("unclear")  # "He sought help before the convention in July"
    if number is None and clause.tense == "future" and _around("concluded") & held:
        clause = Clause("unclear")  # "to adopt the September agreement" tells of the last one
    if clause.cue.startswith("agreed to") and found.next_word() == "to" and found.after() == " ":
        clause = Clause("past", "agreed", close=True)  # "agreed to pay $2 million in May to settle"
    if _around("delivered") & held or "delivery" in beside:
        clause = Clause("future", "delivery", close=True, plain=True)
    if number is not None and _around("held_behind") & held:
        clause = Clause("past", found.words_after(2)[-1], close=True)
    just_gone = known.is_new_paragraph and _is_just_gone(month, number, known)
    if known.past_year and clause.tense != "future" and not just_gone:
        value = f"{known.past_year}-{written}"
        if number is not None and _goes_on(found, known, value):
            value = f"{int(known.past_year) + 1}-{written}"
        there = calendar.days(value)
        if there and known.anchor and there[0] <= known.anchor and _fits(found, there[0]):
            return Sense("DATE", value, known.against_last(OF_YEAR))
    if known.anchor is None:
        return Sense("DATE", f"XXXX-{written}", known.against("no year is given"))
    reach = 8 if written == "02-29" else 6  # eight years may lie between two leap days
    all_there = [
        span
        for year in range(known.anchor.year - reach, known.anchor.year + reach + 1)
        if 1 <= year <= 9999 and (span := calendar.days(f"{year:04}-{written}"))
    ]
    behind = [span for span in all_there if span[0] <= known.anchor]
    ahead = [span for span in all_there if span[1] >= known.anchor]
    if not behind or not ahead:
        return None
    of_it = f"{known.year_ahead}-{written}"
    soon = _distance(ahead[0], known.anchor) < NEAR  # "a 2023 budget by Dec. 16", told in October
    if known.year_ahead and clause.tense != "past" and calendar.days(of_it) and not soon:
        return Sense("DATE", of_it, known.against_last("of the year named there"))
    again = f"{known.years.get(written, '')}-{written}"
    is_new = _distance(behind[-1], known.anchor) <= JUST_GONE or written in _EACH_YEAR
    is_back = clause.tense != "future" or clause.cue == "would"  # "what would come on January 6"
    if is_back and not is_new and calendar.days(again) and again < str(known.anchor):
        return Sense("DATE", again, "the year stands where the day was first named")
    is_near = _distance(behind[-1], known.anchor) < NEAR or clause.tense == "future"
    told = f"{known.last}-{tail[1:]}" if known.is_month_told(month) else ""
    if number is not None and calendar.days(told) and not is_near:
        why = known.against_last("a day of the month named there")
        return Sense("DATE", told, why)  # "in May 2006 … on May 20"
    far = FAR_MONTH if number is None else FAR_DAY
    span, why = chosen(behind[-1], ahead[0], known.anchor, clause, far)
    if clause.tense == "future" and clause.plain and known.looks_ahead and span == behind[-1]:
        span, why = ahead[0], "so one after that named before it"  # "opens on May 1 and ends on …"
    if clause.tense == "future" and span == behind[-1] and _was_to_come(found, known, span):
        span, why = ahead[0], "so one after that on which it was said"
    is_told = number is not None and clause.tense == "past" and span == behind[-1]
    if is_told and _is_of_update(found, known, month, behind[-1], ahead[0]):
        span, why = ahead[0], f"and the last one is long gone, {UPDATED}"
    if not _fits(found, span[0]) and _distance(span, known.anchor) > MISCOUNTED:
        fitting = [each for each in all_there if _fits(found, each[0])]
        if fitting:
            span = min(fitting, key=lambda each: _distance(each, known.anchor))
            why = f"{OF_WEEKDAY} {WEEKDAYS[span[0].weekday()]}"
    value = span[0].isoformat() if number else span[0].isoformat()[:7]
    return Sense("DATE", value, known.against(f"{NO_YEAR}, {clause.says}, {why}"))


def _is_soon(month: int, number: int | None, known: Known) -> bool:
    """Is it a day so near ahead that a page with new pictures may have come to it?"""
    day = real(known.anchor.year, month, number) if known.anchor and number else None
    return bool(day and known.anchor and 0 <= (day - known.anchor).days <= MISCOUNTED)


def _goes_on(found: Found, known: Known, value: str) -> bool:
    """Is it of the year after: "On Dec. 14, 2021, she won. On Jan. 27, she left."?"""
    there, day = calendar.days(value), known.day if len(known.last or "") == 10 else None
    before = found.tokens.words[max(0, found.match.start() - REACH) : found.match.start()]
    return bool(there and day and (day - there[0]).days > FAR_DAY and "had" not in before)


def _was_to_come(found: Found, known: Known, span: calendar.Days) -> bool:
    """Was it to be, on a day named before it: "announced on May 3 that he would go on Jan. 9"?"""
    day = known.day if known.last_in == known.sentence and len(known.last or "") == 10 else None
    before = found.tokens.words[max(0, found.match.start() - REACH) : found.match.start()]
    if day is None or known.anchor is None or (known.anchor - day).days <= MISCOUNTED:
        return False  # "said on Tuesday that it would be safe on Jan. 6"
    return span[1] < day and "would" in before


OF_CHRONICLE = "an entry of a chronicle"
JUST_GONE = 31  # days
_EACH_YEAR = {"01-01", "07-04", "12-25"}


def _is_of_update(
    found: Found, known: Known, month: int, behind: calendar.Days, ahead: calendar.Days
) -> bool:
    """Does a page tell of a day soon after its own as gone by, as it is kept up to date?

    The last such day would be most of a year ago, and news gives the year of a day so far off.
    """
    whole = known.is_page and known.anchor_is == "publication"
    soon = 0 < _distance(ahead, known.anchor) <= KEPT_UP
    far = _distance(behind, known.anchor) > FAR_DAY
    at = month, ahead[0].day
    is_known = at in _KNOWN_DAYS or f"{at[0]:02}-{at[1]:02}" in _EACH_YEAR
    beside = found.tokens.words[max(0, found.match.start() - 40) : found.match.end() + 40]
    last_year = re.search(r"\blast year", "".join(beside), re.IGNORECASE)
    return whole and soon and far and not is_known and last_year is None


def _is_just_gone(month: int, number: int | None, known: Known) -> bool:
    """Was such a day so near behind that a new paragraph means it, and none of that year?"""
    if known.anchor is None or number is None:
        return False
    day = real(known.anchor.year, month, number)
    return day is not None and 0 <= (known.anchor - day).days <= JUST_GONE


# So many days off, a weekday that does not fit is a mistake; further off, a sign of another year.
MISCOUNTED = 14


def _fits(found: Found, day: date) -> bool:
    """Is the day the weekday that stands before it, if one does?"""
    weekday = found.value("weekday")
    return not weekday or day.isoweekday() == int(weekday)


# News leaves the year out where it is plain: far one way and near the other, the near one is meant.
FAR_DAY, FAR_MONTH, NEAR = 245, 300, 120
KEPT_UP = 60  # days: a page of the web may be brought up to date for so long
FAR_PLANNED = 240  # "It was set to expire in May", "she agreed to meet in May": seldom so far off


def chosen(
    behind: calendar.Days, ahead: calendar.Days, published: date, clause: Clause, far: int
) -> tuple[calendar.Days, str]:
    """Choose between the last such date and the next one, by tense where both are plausible."""
    back, forth = _distance(behind, published), _distance(ahead, published)
    if clause.tense == "past" and (clause.close or not (back > far and forth < NEAR)):
        return behind, "so the last one on or before it"
    # A bare month may be the one just gone for all that, and so may be a day to which a picture or
    # an order belongs ("she arrives on March 12", "effective March 24").
    sure = clause.close and clause.plain and far == FAR_DAY and clause.cue.lower() not in _AT_HAND
    sure = sure or clause.cue == "delivery"
    if not clause.plain and clause.cue.lower() not in _around("wishes"):
        far = min(far, FAR_PLANNED)
    if clause.tense == "future" and (sure or not (forth > far and back < NEAR)):
        return ahead, "so the next one on or after it"
    nearest = behind if back <= forth else ahead
    return nearest, "so the nearest one"


def _distance(span: calendar.Days, day: date | None) -> int:
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
_FROM_THERE = {"following", "previous", "preceding", "prior"}
_OF_A_MONTH = {"was", "is", "has", "had", "saw", "will", "brought", "ended"}  # "March was dry"


def month(found: Found, known: Known) -> Sense | None:
    """October, last May, late October."""
    name = found.text("month")
    marked = found.text("which") or found.text("phase")
    may_be_a_name = meaning(name) in {"3", "5"} or len(name) == 3
    if len(name) == 3 and not marked and found.before() == "-":
        return None  # "Chung Sung-Jun"
    following = "".join(found.tokens.words[found.match.end() + 1 : found.match.end() + 2])
    heads = name == "march" and found.match.start() == 0 and following in _OF_A_MONTH
    # "The hottest March on record", "the wettest May since 1967"
    ranked = found.before().endswith("est") and following in {"on", "since", "in", "for", "ever"}
    is_one = heads or ranked or found.before() in _around("takes_month")
    if may_be_a_name and not marked and not is_one:
        return None
    if len(name) == 3 and found.after() == "-" and following == "a":
        return None  # "Mar-a-Lago"
    if following in {"Madness", *_around("streets")} or _is_march(found, following):
        return None
    led = marked or found.before() in _around("takes_month") - {"and", "or", "for", "a"}
    if (
        following[:1].isupper()
        and found.after() == " "
        and not (found.text("phase") or (led and len(name) > 3))
    ):
        return None  # "to Jan Novak", "June Carter"
    number, which = int(found.value("month")), found.text("which")
    if not which or known.anchor is None:
        sense = with_year(found, known, number, None)
    else:
        from_last = which in _FROM_THERE and known.day is not None
        anchor = known.day if from_last and known.day else known.anchor
        year = anchor.year
        if steps(found) < 0 and number >= anchor.month:
            year -= 1
        elif steps(found) > 0 and number <= anchor.month:
            year += 1
        why = f'"{which}" names the year'
        basis = known.against_last(why) if from_last else known.against(why)
        sense = Sense("DATE", f"{year:04}-{number:02}", basis)
    # "rose in February from January, and by 2% from a year earlier": a year before February
    beside = found.before() in {"from", "than"} and known.month_here is not None
    return replace(sense, mod=phase(found), compared=beside) if sense else None


def _is_march(found: Found, following: str) -> bool:
    """Is it a march with a name: "the March on Rome", "the March for Life"?"""
    name = "".join(found.tokens.words[found.match.end() + 3 : found.match.end() + 4])
    is_one = found.words_of() == "march" and found.before() == "the" and name[:1].isupper()
    return is_one and following in {"on", "for", "of"}


def month_of_year(found: Found, known: Known) -> Sense | None:
    """October 2024, June of last year."""
    year = year_of(found, known)
    if year is None:
        return None
    if found.text("which") in _FROM_THERE and known.day is not None:
        there = known.day.year + steps(found)
        value = f"{there:04}-{int(found.value('month')):02}"
        why = known.against_last(f'"{found.text("which")}" year')
        return Sense("DATE", value, why, phase(found))
    value = f"{year}-{int(found.value('month')):02}"
    written = bool(found.text("year") or found.text("short"))
    basis = WRITTEN if written else known.against(f'"{found.text("which")} year"')
    return Sense("DATE", value, basis, phase(found))


RESOLVERS = {
    "month_day": month_day,
    "day_month": month_day,
    "leading_day": leading_day,
    "spoken_day": month_day,
    "month": month,
    "month_of_year": month_of_year,
}
