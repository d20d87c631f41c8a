"""Spring to winter: last summer, the summer of 2024, that autumn, the following spring.

In come a rule's match and what is known, out comes a sense, as in periods.py. It is its own file
because seasons are told from other words ("the fall of the wall"), and winter has two years.
"""

from __future__ import annotations

from functools import partial

from onix.reading.times import values as calendar
from onix.reading.times.counts import count_of
from onix.reading.times.found import Found
from onix.reading.times.sense import Known, Sense, phase, steps, tense_of, year_of
from onix.reading.words import words_of

_around = partial(words_of, "around_dates")

WINTER_ENDS = 3  # the month
_LONG_GONE, _FAR_AHEAD = 45, 215  # days
_JUST_BEGUN = 14
_YEAR_ALONE = 4  # figures


def season(found: Found, known: Known) -> Sense | None:
    """Last summer, the summer of 2024, this fall."""
    rel, name = found.text("rel"), found.text("season")
    year, code = year_of(found, known), found.value("season")
    if not year and found.in_name("season", before_another=True):
        return None  # "the Winter Olympics"
    if year and found.text("which") in _FROM_THERE and known.day is not None:
        value = f"{known.day.year + steps(found):04}-{code}"
        why = known.against_last(f'"{found.text("which")}" year')
        return Sense("DATE", value, why, phase(found))
    if year:
        return Sense("DATE", f"{year}-{code}", "a season of the year named", phase(found))
    the = "the " in found.words_of()
    if rel in _FROM_THERE:
        return _season_there(found, known, code)
    bare = not rel and not the and found.before() not in _around("takes_season")
    if bare or (name in {"fall", "spring"} and not rel and not _is_season(found)):
        return None
    clause = tense_of(found)
    each = not rel and not the and found.before() in _around("each_season")
    habit = {"every", "each"} & {word.lower() for word in found.tokens.words}
    if each and (clause.tense == "unclear" or (habit and clause.tense == "future")):
        return Sense("SET", f"XXXX-{code}", "each of them")
    if known.anchor is None:
        return Sense("DATE", f"XXXX-{code}", known.against("no year is given"), phase(found))
    number = known.anchor.year
    there = calendar.days(f"{number:04}-{code}")
    begun = there is not None and there[0] <= known.anchor
    if begun and there and code == "WI" and clause.tense == "past" and found.before() == "over":
        begun = (known.anchor - there[0]).days > _JUST_BEGUN  # told early in December
    over = there is not None and there[1] < known.anchor
    if (steps(found, "rel") < 0 and not over) or (not rel and clause.tense == "past" and not begun):
        number -= 1
    elif (steps(found, "rel") > 0 and begun) or (not rel and clause.tense == "future" and over):
        number += 1
    if rel == "this" and there and code != "WI":
        # in December "this spring" to come is the next one, in January "this fall" was the last
        is_later = clause.tense == "future" or found.text("phase").startswith("later")
        number += is_later and (known.anchor - there[1]).days > _LONG_GONE
        number -= clause.tense == "past" and (there[0] - known.anchor).days > _FAR_AHEAD
    if code == "WI" and rel == "this" and known.anchor.month <= WINTER_ENDS:
        number -= 1  # in February the winter is that which began in December
    why = f'"{rel}"' if rel else f"no year given, {clause.says}"
    return Sense("DATE", f"{number:04}-{code}", known.against(why), phase(found))


def sports_season(found: Found, known: Known) -> Sense | None:
    """This season, last season: of a sport or a stage, whose days no calendar tells."""
    which = found.text("which")
    the = found.words_of().startswith("the ") or found.before() == "the"
    if which not in _PLAYED or (the and which not in _WITH_THE):
        return None  # "the last season of the show"
    value, why = _PLAYED[which]
    return Sense("DATE", value, f"{why}, and when it begins is not said")


_NOW, _GONE, _AHEAD = (
    ("PRESENT_REF", "the season it is written in"),
    ("PAST_REF", "the season before it was written"),
    ("FUTURE_REF", "the season after it was written"),
)
_PLAYED = {"this": _NOW, "current": _NOW, "last": _GONE, "past": _GONE}
_PLAYED |= {"next": _AHEAD, "coming": _AHEAD, "upcoming": _AHEAD}
_WITH_THE = {"current", "past", "coming", "upcoming"}


_FROM_THERE = {"following", "previous", "preceding", "prior", "that", "same"}
_BEFORE_THAT = {"", "in", "by", "until", "since", "later", "and", ",", "during", "early", "late"}


def _season_there(found: Found, known: Known, code: str) -> Sense | None:
    """That autumn, the following spring: read against the date last mentioned."""
    rel = found.text("rel")
    is_verb = found.text("season") in {"fall", "spring"} and found.before() not in _BEFORE_THAT
    if rel == "that" and is_verb:
        return None  # "storms that spring up"
    if known.day is None or known.last is None:
        return Sense("DATE", f"XXXX-{code}", "no date before it that it could mean", phase(found))
    years = range(known.day.year - 2, known.day.year + 3)
    begun = [(n, there[0]) for n in years if (there := calendar.days(f"{n:04}-{code}"))]
    if rel in {"that", "same"}:  # "In May … that autumn", "In January … that winter"
        late = code == "WI" and known.day.month <= WINTER_ENDS and len(known.last) > 4
        number = known.day.year - late
    elif rel == "following":
        number = next(n for n, first in begun if first > known.day)
        number += len(known.last) == _YEAR_ALONE  # "In 2018 … the following summer"
    else:
        number = next(n for n, first in reversed(begun) if first < known.day)
    why = f'"{rel}" {found.text("season")}'
    return Sense("DATE", f"{number:04}-{code}", known.against_last(why), phase(found))


def seasons_ago(found: Found, known: Known) -> Sense | None:
    """Two summers ago: the one before the last that is over."""
    count, code = count_of(found)[0], found.value("season")
    if count is None or count != round(count) or count < 1 or known.anchor is None:
        return None
    year = known.anchor.year
    there = calendar.days(f"{year:04}-{code}")
    over = there is not None and there[1] < known.anchor
    value = f"{year + over - round(count):04}-{code}"
    return Sense("DATE", value, known.against(f'"{found.words_of()}"'))


def _is_season(found: Found) -> bool:
    """Is "the fall", "the spring" the season ("in the fall"), not "the fall of the wall"?

    So it is in "Come spring, the lake will be drained".
    """
    if found.before() == "come":
        return True
    led = _around("each_season" if found.text("season") == "fall" else "takes_the_season")
    alone = found.words_of().startswith("the ") and found.before() in led
    return alone and found.next_word() not in {"of", "in", "from"}


RESOLVERS = {"season": season, "seasons_ago": seasons_ago, "sports_season": sports_season}
