"""What weeks, years and what is told from now mean: last week, 2024, the year to come.

In come a rule's match and what is known, out comes a sense, or None when the words name no time
after all.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from functools import cache, partial

from onix.reading.grammar.numbers import number
from onix.reading.times import values as calendar
from onix.reading.times.counts import since_then, value_of
from onix.reading.times.found import Found
from onix.reading.times.sense import (
    PARTS_OF_DAY,
    WRITTEN,
    YEAR_WRITTEN,
    Known,
    Sense,
    moved,
    moved_from_last,
    phase,
    short_year,
    steps,
    tense_of,
)
from onix.reading.words import sections, words_of

_around = partial(words_of, "around_dates")


def _is_fiscal(found: Found) -> bool:
    return bool(re.match(r".*\b(?:fiscal\b|fy)", found.words_of()))


def _years(found: Found) -> tuple[str, calendar.Days | None]:
    """Give the value of "2024", "2024-25", "1914–18", and the days where the value tells too few.

    A range has the value of its first year. A fiscal year may begin in the year before the one it
    is named for, or end in the year after, and which it is the words do not say.
    """
    first, to = found.text("year"), found.text("to") or found.text("half")
    if _is_fiscal(found):
        return first, (date(int(first) - 1, 1, 1), date(int(first) + 1, 12, 31))
    if not to:
        return first, None
    last = int(to) if len(to) == 4 else int(first[:2] + to)
    if last <= int(first):
        return (f"{first}-{to}" if len(to) == 2 and 1 <= int(to) <= 12 else first), None
    return first, (date(int(first), 1, 1), date(last, 12, 31))


_SINCE = {"post", "pre"}  # "post-2010"
_DATES = {"dates", "dated", "dating", "back"}  # "It dates to 1789", "back to at least 2014"


def _since(found: Found) -> bool:
    """Does "since at least 2011", "dates back to about 2014" stand before a year, and no count?"""
    at = 2 if found.before(2) != "at" else 3
    before = found.before(at)
    return before in {"since", "until"} or (before == "to" and found.before(at + 1) in _DATES)


def year(found: Found, known: Known) -> Sense | None:
    """2024, early 2024, fiscal 1989, 2024-25."""
    text = found.text("year")
    before, codes = found.before(), found.tokens.codes
    around = codes[found.match.start() - 1 : found.match.start()], codes[found.match.end() :][:1]
    if around[0] == "-" and found.before(2) in _SINCE:
        around = "", around[1]
    if around[1] == "-" and not codes[found.match.end() + 1 :][:1].strip(" )"):
        around = around[0], ""  # "(1937- )"
    if "-" in around or "/" in around or around[0] in {".", ":", "$"} or around[1] == "%":
        return None
    next_word = "".join(found.tokens.words[found.match.end() + 1 : found.match.end() + 2])
    if found.is_before_christ:
        return None
    is_count = next_word in _around("counted") and before not in _around("takes_year")
    if is_count or (before in _around("takes_count") and not _since(found)):
        return None
    if (
        next_word in _around("cars")
        and found.after() == " "
        and before not in _around("takes_year")
    ):
        return None  # "a 2014 Toyota"
    if before in _OPENS and _CLOSES.match("".join(found.tokens.words[found.match.end() :][:2])):
        return None  # Orwell's “1984”
    old = before in _around("takes_year") or (before == "to" and found.before(2) in _DATES)
    old = old or (before == "of" and found.before(2) in _around("of_old"))
    if not 1900 <= int(text) <= 2100 and not old:
        return None
    value, days = _years(found)
    if days is None:
        return Sense("DATE", value, YEAR_WRITTEN, phase(found))
    fiscal = "a fiscal year as it is written, and its first month is not"
    says = fiscal if _is_fiscal(found) else "years as they are written"
    return Sense("DATE", value, says, phase(found), days)


_OPENS = {"'", "‘", "’", "“", '"'}
_CLOSES = re.compile(r"[,.]?[’'”\"]")


def shortened(found: Found, known: Known) -> Sense | None:
    """In '98, the class of '69; FY25."""
    before, digits = found.before(), found.text("short")
    if len(digits) != 2 or found.after() in {"%", "'", "’"}:
        return None
    if fiscal := "".join(found.words("fiscal")) if "fiscal" in found.match.groupdict() else "":
        first = f"20{digits}"
        days = (date(int(first) - 1, 1, 1), date(int(first) + 1, 12, 31))
        says = "a fiscal year as it is written, and its first month is not"
        return Sense("DATE", first, says, days=days) if fiscal == "FY" else None
    is_class = before == "of" and found.before(2) in _around("of_year")
    if not is_class and before not in _around("takes_year"):
        return None
    return Sense("DATE", short_year(digits, known), "a year in two figures")


def new_year(found: Found, known: Known) -> Sense | None:
    """The new year: the one that comes, or the one that has just come."""
    if found.value("unit") != "Y" or found.plural or found.after() in {"'", "’"}:
        return None
    is_new = known.anchor is not None and known.anchor.month <= _NEW
    sense = moved(known, "Y", 0 if is_new else 1, "the year that begins, or has just begun")
    return replace(sense, mod=phase(found) or "START", compared=True)


_NEW = 4  # the last month in which a year is a new one


def year_end(found: Found, known: Known) -> Sense | None:
    """Year's end, by week's end; where a clause tells of the past, "at year-end" of last year."""
    unit = found.value("unit")
    short = unit in {"W", "M"} and "s " in found.words_of() and found.before() in _TILL
    if (unit != "Y" and not short) or found.plural:
        return None
    if unit == "Y" and (told := _year_told(found, known)):
        return replace(told, mod="END")
    count = 0
    if unit == "Y" and known.anchor and known.anchor.month < _LATE and found.before() in _AT:
        count = -1 if tense_of(found).tense == "past" else 0
    return replace(moved(known, unit, count, f"the end of its {found.text('unit')}"), mod="END")


def _year_told(found: Found, known: Known) -> Sense | None:
    """Give the year that is told of: "Founded in 2004, it had two shops by the end of the year"."""
    near = known.anchor is not None and 0 <= known.sentence - known.last_in <= 1
    day = known.day if near else None
    if day is None or known.anchor is None or day.year >= known.anchor.year:
        return None
    is_over = tense_of(found).tense == "past"
    return moved_from_last(known, "Y", 0, "the year that is told of") if is_over else None


_TILL = {"by", "until", "till", "before", "through", "for"}
_AT = {"", "at", "since"}
_LATE = 10  # from this month on "year-end" is the coming one


def spoken_year(found: Found, known: Known) -> Sense | None:
    """Nineteen ninety-six."""
    century = number([found.text("century")])
    rest = [number([found.text(group)]) or 0 for group in ("tens", "ones")]
    if century not in {17, 18, 19, 20} or not 10 <= sum(rest) <= 99:
        return None
    if month := found.text("month") and found.value("month"):
        return Sense("DATE", f"{int(century):02}{int(sum(rest)):02}-{int(month):02}", WRITTEN)
    if century == 20 and found.before() not in _around("takes_year"):
        return None  # "twenty thirty-somethings"
    return Sense("DATE", f"{int(century):02}{int(sum(rest)):02}", "a year in words")


def year_in_words(found: Found, known: Known) -> Sense | None:
    """The year two thousand, the year two thousand and one."""
    text = found.words_of()
    count = number([word for word in found.words("words") if word.isalpha()])
    if not text.removeprefix("the ").startswith("year ") or count is None:
        return None
    return Sense("DATE", f"{int(count)}", "a year in words") if 1000 <= count < 2200 else None


_OWNERS = {"his", "her", "its", "their", "our", "my"}
_LONG = {"10Y", "100Y"}  # "the last decade" is the ten years up to now, "the next" those from now


def relative_unit(found: Found, known: Known) -> Sense | None:
    """Last week, this year, early next month; recent weeks, the past year."""
    which, unit = found.text("which"), found.value("unit")
    if unit.startswith("T") or which in {"following", "preceding", "previous", "prior"}:
        return None
    if found.is_title("unit"):
        return None  # "This Week" is a programme
    if found.plural:
        if which in {"these", "this"}:
            return None
        why = "how many is not said"
        return Sense("DURATION", f"PX{unit.lstrip('0123456789')}", why)
    if which == "latest" and unit in {"W", "M"} and found.before() in {"in", "for", "during"}:
        sense = moved(known, unit, -1, f'"{found.words_of()}", the last that is over')
        return replace(sense, compared=True)
    if unit == "D" or which in {"recent", "these", "latest"}:
        return None
    the_last = "the last " in found.words_of()
    one_of_it = the_last or (which == "last" and found.before() == "the")
    follows = found.next_word() if found.after() == " " else ""
    if one_of_it and (follows in _WHO or found.words_after(2)[1:] == ["which"]):
        return None  # "the last year we heard of it", "the last year in which they won"
    if which == "last" and found.before() in _OWNERS and not _is_object(found):
        return None  # "the apprentices are in their last year"
    if one_of_it and follows == "of":
        why = "how long, of something that is not the calendar"  # "the last year of the war"
        return None if unit == "WE" else Sense("DURATION", value_of(1, unit), why)
    part = found.before() == "of" and found.before(2) in _around(
        "part_of"
    )  # "most of the last year"
    is_stretch = part or found.before() in _around("takes_stretch") or unit in _LONG
    up_to_now = the_last and is_stretch
    if (which == "past" or up_to_now) and unit != "WE":
        return since_then(known, 1.5 if found.text("half") else 1, unit, -1)
    if "the next " in found.words_of():
        if unit in _LONG:
            return since_then(known, 1, unit, 1)
        clause = tense_of(found)
        is_past = clause.tense == "past" or (found.before() == "by" and clause.cue == "could")
        told = found.before() not in _around("takes_stretch") and is_past
        after_it = moved_from_last(known, unit, 1, "one unit after it") if told else None
        if after_it:  # "They lost the vote in May 2019. The next month, he left."
            return after_it
    if found.words_of() == "last year" and (compared := _of_last_year(found, known)):
        return compared
    step = steps(found)
    if unit == "WE" and which == "this" and _is_just_gone(found, known):
        step -= 1
    if unit == "W" and known.ends_the_week and (which == "last" or _is_coming(found)):
        step += 1
    sense = moved(known, unit, step, f'"{which} {found.text("unit")}"')
    return replace(sense, mod=phase(found))


def _is_object(found: Found) -> bool:
    """Is "her" whom something was done to: "he named |her| last year", not "in her last year"?"""
    verb = found.before(2)
    return found.before() == "her" and verb.endswith(("ed", "ing")) and verb != "during"


def _is_just_gone(found: Found, known: Known) -> bool:
    """Is "this weekend", told on a Monday as past, the one before it?"""
    day, clause = known.anchor.isoweekday() if known.anchor else 7, tense_of(found)
    return day <= _FRESH and clause.tense == "past" and clause.cue.lower() not in _SPEECH


_SPEECH = {"said", "told", "added"}  # “We may see it this weekend,” he said
_FRESH = 2  # the last day of the week on which the weekend before is still this one


def _is_coming(found: Found) -> bool:
    """Is "this week", said on a Sunday, that which begins the day after?"""
    later = found.text("phase").startswith("later")
    clause = tense_of(found)
    return found.text("which") == "this" and (later or (clause.tense == "future" and clause.plain))


_WHO = {"i", "we", "you", "he", "she", "they", "it", "that", "who"}
_COMPARES = {"from", "with", "against", "versus", "than"}


def _of_last_year(found: Found, known: Known) -> Sense | None:
    """Give the quarter of "third-quarter profit fell to $1 million from $2 million last year"."""
    before = {word.lower() for word in found.tokens.words[: found.match.start()]}
    is_sum = found.before() in _around("of_sums") or found.before().replace(",", "").isdigit()
    value = known.quarter_last_year
    if value is None or known.spoken_in != known.sentence or before.isdisjoint(_COMPARES):
        return None
    if not is_sum or "Q" not in value:
        return None
    basis = known.against(f"what the quarter spoken of, {known.quarter}, is compared with")
    return Sense("DATE", value, basis, compared=True)


def the_unit(found: Found, known: Known) -> Sense | None:
    """The weekend; earlier in the year; the end of the month."""
    unit, part = found.value("unit"), phase(found)
    if found.plural or unit.startswith("T"):
        return None
    if unit == "WE":
        return _weekend(found, known)
    if part is None or unit == "D":
        return None
    if unit == "Y" and part == "END" and (told := _year_told(found, known)):
        return replace(told, mod=part)
    return replace(moved(known, unit, 0, f"the {found.text('unit')} it is in"), mod=part)


def _weekend(found: Found, known: Known) -> Sense:
    clause = tense_of(found)
    ahead = clause.tense == "future" or known.anchor is None or known.anchor.isoweekday() > 5
    return moved(known, "WE", 0 if ahead else -1, clause.says)


def bare_weekend(found: Found, known: Known) -> Sense | None:
    """Weekend, as in "after weekend talks"; "at weekends" is each of them."""
    before = found.before()
    if found.plural and before in {"at", "on"}:
        return Sense("SET", "XXXX-WXX-WE", "each of them")
    if found.plural or before in _around("any_weekend") or not before.isalpha():
        return None
    if before.endswith("est") or found.before(2) in {"a", "an"}:
        return None  # "the deadliest weekend", "an exciting weekend"
    return _weekend(found, known) if found.next_word() and found.after() == " " else None


_THAT_ENDED = (["that", "ended"], ["that", "ends"])


@cache
def _months() -> frozenset[str]:
    names = (*sections("times")["month"], *sections("times")["month_or_word"])
    return frozenset(word for entry in names for word in entry.split(" = ")[0].split())


def whole_unit(found: Found, known: Known) -> Sense | None:
    """For the year, the full year, the week; "the year ended June 30" says how long."""
    unit = found.value("unit")
    if found.before() == "before" and found.words_after(2) in (["is", "out"], ["is", "over"]):
        # "Before the year is out"
        ends = not found.plural and not unit.startswith("T") and unit != "D"
        return moved(known, unit, 0, f"the {found.text('unit')} it is in") if ends else None
    if found.plural or unit not in {"Y", "M", "W"} or found.is_title("unit"):
        return None
    if set(found.words_of().split()) & {"additional", "further", "extra"}:
        return None
    following = found.words_after(2)
    ends = following[:1] in (["ended"], ["ending"]) or following in _THAT_ENDED
    ends = ends and following != ["ended", "in"]  # "The fiscal year ended in June"
    if ends or (following[:1] in (["to"], ["through"]) and following[-1] in _months()):
        return Sense("DURATION", f"P1{unit}", "how long, up to a day that is named")
    bare = found.words_of().count(" ") == 1
    of_it = found.before() == "of" and found.before(2) in _around("part_of")
    led = found.before() in {"for", "during", "throughout"} or found.before() in _EDGE_VERBS
    if bare and not of_it and not led:
        return None
    if following[:1] == ["of"] and following[-1] in _months():
        return None  # "for the month of August"
    return moved(known, unit, -_is_just_over(found, known), f"the {found.text('unit')} it is in")


_ENDED = {"ended", "finished", "closed", "ending"}
_EDGE_VERBS = _ENDED | {"began", "started"}


def _is_just_over(found: Found, known: Known) -> bool:
    """Is it said on a Monday, or in January, how a share or a firm "ended the week", "the year"?"""
    if known.anchor is None:
        return False
    for_it = found.before() == "for" and found.words_of() in {"the year", "the full year"}
    if for_it and known.anchor.month <= _REPORTS:
        return tense_of(found).tense == "past"  # "It reported a profit of $9 million for the year"
    if found.before() not in _ENDED:
        return False
    begun = known.anchor.timetuple().tm_yday if found.value("unit") == "Y" else known.anchor.day
    return (known.anchor.isoweekday() if found.value("unit") == "W" else begun) <= _BEGUN


_REPORTS = 2  # the last month in which a firm that tells of "the year" means the one that is over
_BEGUN = 3  # days of a week, month or year, in which the one that is over may be meant


def before_last(found: Found, known: Known) -> Sense | None:
    """The week before last, the night before last."""
    unit = found.value("unit")
    if found.text("last") != "last" or found.plural or unit.startswith("T"):
        return None
    if unit in PARTS_OF_DAY:
        sense = moved(known, "D", -2, f'"{found.words_of()}"')
        return replace(sense, type="TIME", value=f"{sense.value}T{unit}")
    return moved(known, unit, -2, f'"{found.words_of()}"')


RESOLVERS = {
    "year": year,
    "new_year": new_year,
    "year_end": year_end,
    "short_year": shortened,
    "fiscal_short": shortened,
    "spoken_year": spoken_year,
    "year_in_words": year_in_words,
    "month_of_spoken_year": spoken_year,
    "relative_unit": relative_unit,
    "whole_unit": whole_unit,
    "the_unit": the_unit,
    "bare_weekend": bare_weekend,
    "edge_of_unit": the_unit,
    "before_last": before_last,
}
