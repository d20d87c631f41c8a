"""What years mean: 2024, '98, FY25, the new year, by year's end, nineteen ninety-six.

In come a rule's match and what is known, out comes a sense, as in periods.py. It is its own file
because four figures may as well be a count or a model of a car.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from functools import partial

from onix.reading.grammar.numbers import number
from onix.reading.times import values as calendar
from onix.reading.times.found import Found
from onix.reading.times.sense import (
    WRITTEN,
    YEAR_WRITTEN,
    Known,
    Sense,
    moved,
    moved_from_last,
    phase,
    short_year,
    tense_of,
)
from onix.reading.words import words_of

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
    begins = found.match.start()
    listed = _LISTED.search("".join(found.tokens.words[max(0, begins - 8) : begins]))
    is_class = before == "of" and found.before(2) in _around("of_year")
    if not is_class and not listed and before not in _around("takes_year"):
        return None
    return Sense("DATE", short_year(digits, known), "a year in two figures")


# "In 2016, '18 and '20"
_LISTED = re.compile(r"(?:\b[12]\d{3}|['’‘]\d\d)(?:,? (?:and|or)|,) $")


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
    if found.text("year"):
        return Sense("DATE", found.text("year"), YEAR_WRITTEN, "END") if unit == "Y" else None
    if unit == "Y" and (told := year_told(found, known)):
        return replace(told, mod="END")
    count = 0
    if unit == "Y" and known.anchor and known.anchor.month < _LATE and found.before() in _AT:
        count = -1 if tense_of(found).tense == "past" else 0
    return replace(moved(known, unit, count, f"the end of its {found.text('unit')}"), mod="END")


def year_told(found: Found, known: Known) -> Sense | None:
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


RESOLVERS = {
    "year": year,
    "new_year": new_year,
    "year_end": year_end,
    "short_year": shortened,
    "fiscal_short": shortened,
    "spoken_year": spoken_year,
    "year_in_words": year_in_words,
    "month_of_spoken_year": spoken_year,
}
