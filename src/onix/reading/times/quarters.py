"""Quarters and halves of a year, and the ones they are compared with: Q3, a year earlier.

In come a rule's match and what is known, out comes a sense, as in periods.py. In a report on
a quarter "the quarter" is that one, and "a year earlier" the same one of the year before.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from functools import partial

from onix.reading.times import values as calendar
from onix.reading.times.found import Found
from onix.reading.times.sense import (
    Known,
    Sense,
    moved,
    moved_from_last,
    steps,
    tense_of,
    year_of,
)
from onix.reading.words import words_of

_around = partial(words_of, "around_dates")


def quarter(found: Found, known: Known) -> Sense | None:
    """The third quarter, Q3 2024, last year's first half."""
    letter = "H" if found.text("name") in {"half", "h"} else "Q"
    nth = 4 if found.text("nth") == "last" else found.number("nth") or int(found.value("nth") or 0)
    if not 1 <= nth <= (2 if letter == "H" else 4):
        return None
    if found.text("of_unit") and found.value("of_unit") != "Y":
        return None  # "the second half of the week"
    if found.text("name") == "q" and _is_question(found):
        return None
    if found.words_of() in {"1h", "2h"}:
        return None  # "It took 2h"
    year = year_of(found, known)
    if known.of_a_match and not year and not found.text("of_unit") and not _of_money(found):
        return None  # "They led by ten in the third quarter"
    bare_half = found.text("name") == "half" and not year and not found.text("of_unit")
    if bare_half and found.next_word() not in _around("reported") and not _is_of_money(found):
        return None  # "a first-half goal"
    return _nth(found, known, letter, nth)


def _nth(found: Found, known: Known, letter: str, nth: int) -> Sense:
    """Give the quarter or half of that number, in the year named or that the tense tells."""
    if year := year_of(found, known):
        written = bool(found.text("year") or found.text("before"))
        basis = "a year as it is written" if written else known.against("its year is named")
        value = f"{year}-{letter}{nth}"
        # "Sales rose in the second quarter, from 3 million in the second quarter of 2021."
        earlier = known.quarter is not None and letter == "Q" and value < known.quarter
        return Sense("DATE", value, basis, compared=written and earlier)
    if known.anchor is None:
        return Sense("DATE", f"XXXX-{letter}{nth}", known.against("no year is given"))
    clause = tense_of(found)
    start = date(known.anchor.year, nth * 3 - 2 if letter == "Q" else nth * 6 - 5, 1)
    if found.text("back"):
        year_of_it = known.anchor.year - (start > known.anchor) - 1
        value = f"{year_of_it:04}-{letter}{nth}"
        return Sense("DATE", value, known.against("a year before it"), compared=True)
    if clause.tense == "future":
        over = int(calendar.at(known.anchor, "Q")[-1]) - nth
        number, why = known.anchor.year + (over > 1), f"{clause.says}, so the next one"
    else:
        number, why = known.anchor.year - (start > known.anchor), "the last one begun"
    value = f"{number:04}-{letter}{nth}"
    told = clause.tense == "past" and clause.cue.lower() not in _STILL
    return Sense("DATE", value, known.against(why), reported=told)


def _is_question(found: Found) -> bool:
    """Is it the number of a question: "Q3. Did you see him?", "Q1: How many came?"?"""
    words, end = found.tokens.words, found.match.end()
    first = not "".join(words[: found.match.start()]).strip()
    asks = found.after() == ":" and "?" in words
    asker = _ASKER.match("".join(words[end : end + 12]))  # "Q3 Ann Lee: When was that?"
    is_named = asker and _around("reported").isdisjoint(asker[0].lower().rstrip(":").split())
    return asks or (first and (found.after() in {".", ")"} or bool(is_named)))


_ASKER = re.compile(r" [A-Z][\w.’'-]*(?:,? [A-Z][\w.’'-]*)*:")


def months_of_quarter(found: Found, known: Known) -> Sense | None:
    """July-September, the January-June period of 2020: the quarter or half of a year they make."""
    first, last = int(found.value("first")), int(found.value("last_month"))
    months = last - first + 1
    if found.before() == "from" or months not in {3, 6} or (first - 1) % months:
        return None
    return _nth(found, known, "Q" if months == 3 else "H", (first - 1) // months + 1)


def _is_of_money(found: Found) -> bool:
    """Does a sentence with "in the first half" tell of a business, and of no match?"""
    return found.before() in {"in", "for", "over"} and _of_money(found)


def _of_money(found: Found) -> bool:
    words = {word.lower() for word in found.tokens.words}
    return not _around("of_money").isdisjoint(words)


_OF_A_MATCH = re.compile(
    r"\b(touchdown|quarterback|halftime|rebounds|3-pointer|three-pointer|layup|free throw"
    r"|field goal|linebacker|fumble|interception|yard line|end zone|wide receiver|point guard)s?\b"
)
_SIGNS = 2  # different words of a game


def of_a_match(text: str) -> bool:
    """Does a text with quarters tell of a game that is played in them?"""
    return "quarter" in text and len(set(_OF_A_MATCH.findall(text))) >= _SIGNS


def the_quarter(found: Found, known: Known) -> Sense | None:
    """The quarter: the one last spoken of, else the last that ended; the 1988 period."""
    year, name = year_of(found, known), found.text("name")
    if known.of_a_match and not year and not _of_money(found):
        return None
    if name.endswith("s") or (name == "period" and not (year and known.quarter)):
        return None
    if known.quarter:
        value = f"{year}{known.quarter[4:]}" if year else known.quarter
        if year and name == "period" and known.months_in == known.sentence:
            value = year  # "in the first nine months, against a loss in the 1988 period"
        return Sense(
            "DATE",
            value,
            known.against(f"the quarter spoken of, {known.quarter}"),
            compared=bool(year),
        )
    if year:
        return Sense("DATE", f"{year}-QX", "a quarter of the year as it is written")
    return moved(known, "Q", -1, "the last quarter that ended")


def quarter_ended(found: Found, known: Known) -> Sense | None:
    """The quarter ended Sept. 30: the one of the calendar in which its middle month lies.

    One that was called the first before stays the first: a fiscal year may begin in July.
    """
    ended = found.next_word()
    if ended not in {"ended", "ending"} or found.text("name") != "quarter" or known.quarter:
        return None
    value = _ended_in(found, known, is_over=ended == "ended")
    why = "the month in which it ends"
    basis = why if found.text("year") else known.against(why)
    return Sense("DATE", value, basis) if value else None


def _ended_in(found: Found, known: Known, *, is_over: bool) -> str | None:
    """Give the quarter whose last month is the one that follows."""
    last, year = int(found.value("month")), found.number("year")
    if not year and known.anchor is None:
        return None
    if not year and known.anchor:
        is_gone = last <= known.anchor.month if is_over else last < known.anchor.month
        year = known.anchor.year + (is_gone - 1 if is_over else is_gone)
    middle = last - 1 or 12
    return f"{year - (middle == 12):04}-Q{(middle + 2) // 3}"


def months_ended(found: Found, known: Known) -> Sense | None:
    """Three months, where "ended June 30" follows: how long, and the quarter that is spoken of."""
    value = _ended_in(found, known, is_over=True)
    three = found.words_of().removeprefix("the ") in {"three months", "3 months"}
    if found.next_word() != "ended" or not three or not value:
        return None
    known.spoken_of, known.spoken_in = value, known.sentence
    span = calendar.days(value)
    return Sense("DURATION", "P3M", f"how long, up to a day that is named: {value}", days=span)


def this_quarter(found: Found, known: Known) -> Sense | None:
    """This quarter, the latest quarter."""
    if found.text("name") == "period" and found.text("which") != "latest":
        return None
    if found.text("name") == "quarters":
        return Sense("DURATION", "PXQ", "how many is not said")
    if found.text("which") == "latest" and known.quarter:
        return Sense("DATE", known.quarter, known.against("the quarter spoken of"))
    return moved(known, "Q", steps(found), f'"{found.text("which")}"')


_STILL = {"has", "have", "ve"}  # "has no estimate of fourth-quarter results"
_COMPARES = {"from", "than", "with", "to", "versus", "vs", "on"}  # "up 3 percent on a year ago"


def back_period(found: Found, known: Known) -> Sense | None:
    """A year ago, the year-earlier quarter: of the quarter spoken of, where there is one."""
    words = found.words_of()
    if "year" not in words:
        return None
    if value := known.quarter_last_year:
        basis = known.against(f"a year before the quarter spoken of, {known.quarter}")
        return Sense("DATE", value, basis, compared=True)
    if _is_compared(found) and (month := known.month_here):
        value = f"{int(month[:4]) - 1:04}{month[4:]}"
        return Sense("DATE", value, known.against_last("a year before"), compared=True)
    if found.text("name") == "quarter":
        why = "the last quarter that ended, a year before"
        return replace(moved(known, "Q", -5, why), compared=True)
    if re.search("year.(?:earlier|before)", words) and (
        sense := moved_from_last(known, "Y", -1, "a year before")
    ):
        return replace(sense, compared=True)
    return replace(moved(known, "Y", -1, "a year before it"), compared=True)


def _is_compared(found: Found) -> bool:
    """Is it what a month is held against: "than a year ago", "from 7.9 percent a year ago"?"""
    if found.before(2 if found.before() == "a" else 1) in _COMPARES:
        return True
    before = {word.lower() for word in found.tokens.words[: found.match.start()]}
    return found.before() in _SUMS and not before.isdisjoint(_COMPARES - {"to", "on"})


_SUMS = {"percent", "%", "million", "billion", "points", "cents"}


RESOLVERS = {
    "quarter": quarter,
    "half": quarter,
    "leading_quarter": quarter,
    "quarter_number": quarter,
    "numbered_quarter": quarter,
    "months_of_quarter": months_of_quarter,
    "the_quarter": the_quarter,
    "quarter_ended": quarter_ended,
    "this_quarter": this_quarter,
    "months_ended": months_ended,
    "back_period": back_period,
}
