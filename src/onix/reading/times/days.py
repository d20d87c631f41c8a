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
from onix.reading.times.cues import WILL
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
from onix.reading.times.which_year import (
    EACH_YEAR,
    FAR_DAY,
    FAR_MONTH,
    JUST_GONE,
    KNOWN_DAYS,
    LED,
    MISCOUNTED,
    NEAR,
    chosen,
    distance,
    goes_on,
    is_just_gone,
    is_told_of_page,
    was_to_come,
)
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
        day = date(year, month, number)
        added = known.is_page and known.anchor and 0 < (day - known.anchor).days <= MISCOUNTED
        basis = f"{WRITTEN}, {UPDATED}" if added and is_caption(found) else WRITTEN
        return Sense("DATE", day.isoformat(), basis)
    known_day, after_it = KNOWN_DAYS.get((month, number), ("", ""))
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
        told_in = known.entry.year_of(month, ahead=clause.tense == "future")
        value = f"{told_in:04}-{written}"
        if there := calendar.days(value):
            basis = f"{AGAINST_LAST}, {known.entry.year}: {OF_CHRONICLE}"
            is_added = known.entry.told and known.is_page
            if is_added and known.anchor and there[0] > known.anchor:
                basis = f"{basis}, {UPDATED}"
            return Sense("DATE", value, basis)
    in_picture = clause.tense != "past" and is_caption(found)
    if in_picture:
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
    just_gone = known.is_new_paragraph and is_just_gone(month, number, known)
    if known.past_year and clause.tense != "future" and not just_gone:
        value = f"{known.past_year}-{written}"
        if number is not None and goes_on(found, known, value):
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
    soon = distance(ahead[0], known.anchor) < NEAR  # "a 2023 budget by Dec. 16", told in October
    if known.year_ahead and clause.tense != "past" and calendar.days(of_it) and not soon:
        return Sense("DATE", of_it, known.against_last("of the year named there"))
    again = f"{known.years.get(written, '')}-{written}"
    is_new = distance(behind[-1], known.anchor) <= JUST_GONE or written in EACH_YEAR
    is_back = clause.tense != "future" or clause.cue == "would"  # "what would come on January 6"
    if is_back and not is_new and calendar.days(again) and again < str(known.anchor):
        return Sense("DATE", again, "the year stands where the day was first named")
    is_near = distance(behind[-1], known.anchor) < NEAR or clause.tense == "future"
    told = f"{known.last}-{tail[1:]}" if known.is_month_told(month) else ""
    if number is not None and calendar.days(told) and not is_near:
        why = known.against_last("a day of the month named there")
        return Sense("DATE", told, why)  # "in May 2006 … on May 20"
    far = FAR_MONTH if number is None else FAR_DAY
    will = not WILL.isdisjoint(found.tokens.words) and clause.close
    if number is not None and not is_new:
        will = will or (clause.cue in WILL and found.before() in LED)
    span, why = chosen(behind[-1], ahead[0], known.anchor, clause, far, will=will)
    if clause.tense == "future" and clause.plain and known.looks_ahead and span == behind[-1]:
        span, why = ahead[0], "so one after that named before it"  # "opens on May 1 and ends on …"
    if clause.tense == "future" and span == behind[-1] and was_to_come(found, known, span):
        span, why = ahead[0], "so one after that on which it was said"
    is_told = number is not None and clause.tense == "past"
    if is_told and is_told_of_page(found, known, behind[-1], ahead[0], in_picture=in_picture):
        span, why = ahead[0], f"and the last one is long gone, {UPDATED}"
    if not _fits(found, span[0]) and distance(span, known.anchor) > MISCOUNTED:
        fitting = [each for each in all_there if _fits(found, each[0])]
        if fitting:
            span = min(fitting, key=lambda each: distance(each, known.anchor))
            why = f"{OF_WEEKDAY} {WEEKDAYS[span[0].weekday()]}"
    value = span[0].isoformat() if number else span[0].isoformat()[:7]
    return Sense("DATE", value, known.against(f"{NO_YEAR}, {clause.says}, {why}"))


def _fits(found: Found, day: date) -> bool:
    """Is the day the weekday that stands before it, if one does?"""
    weekday = found.value("weekday")
    return not weekday or day.isoweekday() == int(weekday)


OF_CHRONICLE = "an entry of a chronicle"
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
