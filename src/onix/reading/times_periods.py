"""What weeks, quarters, seasons, years and longer mean: last week, Q3, summer 2024, the 1990s.

In come a rule's match and what is known, out comes a sense, or None when the words name no time
after all.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import partial

from onix.reading import times_values as calendar
from onix.reading.numbers import number
from onix.reading.times_counts import since_then
from onix.reading.times_sense import (
    NO_DATE,
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
from onix.reading.times_tokens import meaning
from onix.reading.words import words_of

_around = partial(words_of, "around_dates")


def quarter(found: Found, known: Known) -> Sense | None:
    """The third quarter, Q3 2024, last year's first half."""
    letter = "H" if found.text("name") == "half" else "Q"
    nth = found.number("nth") or int(found.value("nth") or 0)
    if not 1 <= nth <= (2 if letter == "H" else 4):
        return None
    year = year_of(found, known)
    if year:
        written = bool(found.text("year") or found.text("before"))
        basis = "a year as it is written" if written else known.against("its year is named")
        return Sense("DATE", f"{year}-{letter}{nth}", basis)
    if known.published is None:
        return Sense("DATE", f"XXXX-{letter}{nth}", known.against("no year is given"))
    clause = tense_of(found)
    start = date(known.published.year, nth * 3 - 2, 1)
    if found.text("back"):
        year_of_it = known.published.year - (start > known.published) - 1
        value = f"{year_of_it:04}-{letter}{nth}"
        return Sense("DATE", value, known.against("a year before it"), compared=True)
    if clause.tense == "future":
        over = int(calendar.at(known.published, "Q")[-1]) - nth
        number, why = known.published.year + (over > 1), f"{clause.says}, so the next one"
    else:
        number, why = known.published.year - (start > known.published), "the last one begun"
    return Sense("DATE", f"{number:04}-{letter}{nth}", known.against(why))


def the_quarter(found: Found, known: Known) -> Sense | None:
    """The quarter: the one last spoken of, else the last that ended."""
    year = found.text("year")
    if known.quarter:
        value = f"{year}{known.quarter[4:]}" if year else known.quarter
        return Sense(
            "DATE",
            value,
            known.against(f"the quarter spoken of, {known.quarter}"),
            compared=bool(year),
        )
    if year:
        return Sense("DATE", f"{year}-QX", "a quarter of the year as it is written")
    return moved(known, "Q", -1, "the last quarter that ended")


def this_quarter(found: Found, known: Known) -> Sense | None:
    """This quarter, the latest quarter."""
    if found.text("name") == "period" and found.text("which") != "latest":
        return None
    if found.text("name") == "quarters":
        return Sense("DURATION", "PXQ", "how many is not said")
    if found.text("which") == "latest" and known.quarter:
        return Sense("DATE", known.quarter, known.against("the quarter spoken of"))
    return moved(known, "Q", steps(found), f'"{found.text("which")}"')


def back_period(found: Found, known: Known) -> Sense | None:
    """A year ago, the year-earlier quarter: of the quarter spoken of, where there is one."""
    words = found.words_of()
    if "year" not in words:
        return None
    if known.quarter:
        value = f"{int(known.quarter[:4]) - 1:04}{known.quarter[4:]}"
        basis = known.against(f"a year before the quarter spoken of, {known.quarter}")
        return Sense("DATE", value, basis, compared=True)
    if found.text("name") == "quarter":
        why = "the last quarter that ended, a year before"
        return replace(moved(known, "Q", -5, why), compared=True)
    if "year earlier" in words and (sense := moved_from_last(known, "Y", -1, "a year before")):
        return replace(sense, compared=True)
    return replace(moved(known, "Y", -1, "a year before it"), compared=True)


def season(found: Found, known: Known) -> Sense | None:
    """Last summer, the summer of 2024, this fall."""
    rel, name = found.text("rel"), found.text("season")
    year, code = year_of(found, known), found.value("season")
    if year:
        return Sense("DATE", f"{year}-{code}", "a season of the year named", phase(found))
    bare = not rel and found.before() not in _around("takes_season")
    if bare or (name in {"fall", "spring"} and not rel):
        return None
    if known.published is None:
        return Sense("DATE", f"XXXX-{code}", known.against("no year is given"), phase(found))
    clause = tense_of(found)
    number = known.published.year
    there = calendar.days(f"{number:04}-{code}")
    begun = there is not None and there[0] <= known.published
    over = there is not None and there[1] < known.published
    if (steps(found, "rel") < 0 and not over) or (not rel and clause.tense == "past" and not begun):
        number -= 1
    elif (steps(found, "rel") > 0 and begun) or (not rel and clause.tense == "future" and over):
        number += 1
    why = f'"{rel}"' if rel else f"no year given, {clause.says}"
    return Sense("DATE", f"{number:04}-{code}", known.against(why), phase(found))


def year(found: Found, known: Known) -> Sense | None:
    """2024, early 2024, fiscal 1989, 2024-25."""
    text = found.text("year")
    before, codes = found.before(), found.tokens.codes
    around = codes[found.match.start() - 1 : found.match.start()], codes[found.match.end() :][:1]
    if "-" in around or "/" in around or around[0] in {".", ":", "$"} or around[1] == "%":
        return None
    next_word = "".join(found.tokens.words[found.match.end() + 1 : found.match.end() + 2])
    if next_word in _around("counted") or before in _around("takes_count"):
        return None
    if not 1900 <= int(text) <= 2100 and before not in _around("takes_year"):
        return None
    return Sense("DATE", text, "a year as it is written", phase(found))


def year_end(found: Found, known: Known) -> Sense | None:
    """Year's end."""
    if not found.tokens.words[found.match.start()].lower().startswith("year"):
        return None
    return replace(moved(known, "Y", 0, "the end of its year"), mod="END")


def spoken_year(found: Found, known: Known) -> Sense | None:
    """Nineteen ninety-six."""
    century = number([found.text("century")])
    rest = [number([found.text(group)]) or 0 for group in ("tens", "ones")]
    if century not in {17, 18, 19, 20} or not 10 <= sum(rest) <= 99:
        return None
    if century == 20 and found.before() not in _around("takes_year"):
        return None  # "twenty thirty-somethings"
    return Sense("DATE", f"{int(century):02}{int(sum(rest)):02}", "a year in words")


def decade(found: Found, known: Known) -> Sense | None:
    """The 1990s, the '80s, the nineties."""
    text, short, word = found.text("year"), found.text("short"), found.text("word")
    if text and (not text.endswith("0") or found.after().isalpha()):
        return None
    if short and not short.endswith("0"):
        return None
    if word and not found.text("phase") and not found.words_of().startswith("the "):
        return None  # "in her nineties" is an age
    value = text[:3] or "19" + (short[0] if short else meaning(word))
    return Sense("DATE", value, "a decade as it is written", phase(found))


def century(found: Found, known: Known) -> Sense | None:
    """The 20th century."""
    nth = found.number("nth") or int(found.value("nth") or 0)
    if found.value("unit") != "100Y" or not 1 <= nth <= 22:
        return None
    return Sense("DATE", f"{nth - 1:02}", "a century as it is written", phase(found))


def relative_unit(found: Found, known: Known) -> Sense | None:
    """Last week, this year, early next month; recent weeks, the past year."""
    which, unit = found.text("which"), found.value("unit")
    if unit.startswith("T") or which in {"following", "preceding", "previous"}:
        return None
    if found.is_title("unit"):
        return None  # "This Week" is a programme
    if found.plural:
        if which in {"these", "this"}:
            return None
        why = "how many is not said"
        return Sense("DURATION", f"PX{unit.lstrip('0123456789')}", why)
    if unit == "D" or which in {"recent", "these", "latest"}:
        return None
    if which == "past":
        return since_then(known, 1, unit, -1)
    sense = moved(known, unit, steps(found), f'"{which} {found.text("unit")}"')
    return replace(sense, mod=phase(found))


def the_unit(found: Found, known: Known) -> Sense | None:
    """The weekend; earlier in the year; the end of the month."""
    unit, part = found.value("unit"), phase(found)
    if found.plural or unit.startswith("T"):
        return None
    if unit == "WE":
        clause = tense_of(found)
        ahead = (
            clause.tense == "future" or known.published is None or known.published.isoweekday() > 5
        )
        return moved(known, "WE", 0 if ahead else -1, clause.says)
    if part is None or unit == "D":
        return None
    return replace(moved(known, unit, 0, f"the {found.text('unit')} it is in"), mod=part)


def whole_unit(found: Found, known: Known) -> Sense | None:
    """For the year, the full year, the week; "the year ended June 30" says how long."""
    unit = found.value("unit")
    if found.plural or unit not in {"Y", "M", "W"}:
        return None
    if found.next_word() in {"ended", "ending", "that"}:
        return Sense("DURATION", f"P1{unit}", "how long, up to a day that is named")
    bare = found.words_of().count(" ") == 1
    if bare and found.before() not in {"for", "during", "throughout"}:
        return None
    return moved(known, unit, 0, f"the {found.text('unit')} it is in")


def anaphor(found: Found, known: Known) -> Sense | None:
    """The same day, that year, the following week: read against the last date mentioned."""
    which, unit = found.text("which"), found.value("unit")
    if found.plural or unit.startswith("T") or which in {"past", "latest"}:
        return None
    if which in {"last", "next", "coming", "upcoming"} and unit != "D":
        return None
    count = 0 if which in {"same", "that"} else steps(found)
    if unit in {"MO", "MI", "AF", "EV", "NI"}:
        sense = moved_from_last(known, "D", count, "that day")
        return replace(sense, type="TIME", value=f"{sense.value}T{unit}") if sense else None
    same = f"the {found.text('unit')} it names" if count == 0 else "one unit away from it"
    sense = moved_from_last(known, unit, count, same)
    if sense is None:
        basis = "no date before it that it could mean"
        sense = Sense("DATE", NO_DATE[unit], basis)
    return replace(sense, mod=phase(found))


RESOLVERS = {
    "quarter": quarter,
    "half": quarter,
    "quarter_number": quarter,
    "the_quarter": the_quarter,
    "this_quarter": this_quarter,
    "back_period": back_period,
    "season": season,
    "year": year,
    "year_end": year_end,
    "spoken_year": spoken_year,
    "decade": decade,
    "century": century,
    "relative_unit": relative_unit,
    "whole_unit": whole_unit,
    "the_unit": the_unit,
    "edge_of_unit": the_unit,
    "anaphor": anaphor,
}
