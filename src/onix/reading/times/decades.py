"""What decades and centuries mean: the 1990s, the '80s, the 20th century, the turn of the century.

In come a rule's match and what is known, out comes a sense, as in periods.py.
"""

from __future__ import annotations

import re
from datetime import date

from onix.reading.times.found import Found
from onix.reading.times.sense import Known, Sense, phase, tense_of
from onix.reading.times.tokens import meaning


def decade(found: Found, known: Known) -> Sense | None:
    """The 1990s, the '80s, the nineties."""
    text, short, word = found.text("year"), found.text("short"), found.text("word")
    if text and (not text.endswith("0") or found.after().isalpha()):
        return None
    behind = "".join(found.tokens.words[found.match.end() : found.match.end() + 2])
    if text and behind[:1] == " " and behind[1:] in _QUOTES and "'" in _plain(found.words_of()):
        return None  # "1950's “The Yard”" is of a year
    if short and not short.endswith("0"):
        return None
    if word and not found.text("phase") and not found.words_of().startswith("the "):
        return None  # "in her nineties" is an age
    value = text[:3] or ("19" + short[0] if short else meaning(word))
    return Sense("DATE", value, "a decade as it is written", phase(found))


# "The 1970s and 80s", "the '70s and into the 80s"; but "in their 70s and 80s"
_DECADE_BEFORE = re.compile(
    r"(?:\b(?P<century>\d\d)|['’‘])\d0['’]?s,? (?:(?:and|or|to|through)(?: into)?|into) "
    r"(?:the )?(?:(?:early|late|mid)[ -])?$"
)


def further_decade(found: Found, known: Known) -> Sense | None:
    """The 80s of "the 1970s and 80s"."""
    begins = found.match.start()
    before = _DECADE_BEFORE.search("".join(found.tokens.words[max(0, begins - 14) : begins]))
    if before is None or not re.fullmatch(r"\d0", found.text("short")):
        return None
    value = (before["century"] or "19") + found.text("short")[0]
    return Sense("DATE", value, "a decade of the century written before it")


_QUOTES = {'"', "“", "‘", "'"}


def _plain(words: str) -> str:
    return words.replace("’", "'")


def century(found: Found, known: Known) -> Sense | None:
    """The 20th century; "20th Century Fox" is a firm."""
    if found.in_name("unit", before_another=True):
        return None
    nth = found.number("nth") or int(found.value("nth") or 0)
    if found.value("unit") != "100Y" or not 1 <= nth <= 22 or found.is_before_christ:
        return None
    return Sense("DATE", f"{nth - 1:02}", "a century as it is written", phase(found))


def turn(found: Found, known: Known) -> Sense | None:
    """The turn of the century: the nearest one, or the last where a clause tells of the past."""
    if found.value("unit") == "Y" and not found.plural:
        return _turn_of_year(found, known)
    if found.value("unit") != "100Y" or known.anchor is None:
        return None
    clause = tense_of(found)
    year = round(known.anchor.year, -2)
    if year > known.anchor.year and clause.tense == "past":
        year -= 100
    days = date(year - _AROUND, 1, 1), date(year + _AROUND, 12, 31)
    basis = known.against(f"{clause.says}, so about {year}")
    return Sense("DATE", f"{year // 100:02}", basis, "START", days)


def _turn_of_year(found: Found, known: Known) -> Sense | None:
    """The turn of the year: the last one, or the next where the clause looks ahead."""
    if known.anchor is None:
        return None
    clause = tense_of(found)
    is_ahead = clause.tense == "future" or found.before() in {"by", "until", "before"}
    is_near = clause.tense != "past" and known.anchor.month >= _AUTUMN
    year = known.anchor.year + (is_near or (is_ahead and known.anchor.month > _SPRING))
    basis = known.against(f"{clause.says}, so when {year} began")
    days = date(year - 1, 12, 31 - _DAYS_AROUND), date(year, 1, 1 + _DAYS_AROUND)
    return Sense("DATE", f"{year:04}", basis, "START", days)


_SPRING = 3  # the last month in which the year has only just turned
_AUTUMN = 10  # the first in which it is about to turn, unless the clause tells of the past
_DAYS_AROUND = 14
_AROUND = 5  # years before and after a century begins that are still at its turn


RESOLVERS = {
    "decade": decade,
    "further_decade": further_decade,
    "turn": turn,
    "century": century,
    "leading_century": century,
}
