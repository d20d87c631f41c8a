"""How often, and when without a day: every Tuesday, twice a year, recently, soon.

In come a rule's match and what is known, out comes a sense that has a value and no calendar date.
"""

from __future__ import annotations

from functools import partial

from onix.reading.times.counts import count_of, value_of
from onix.reading.times.found import Found
from onix.reading.times.sense import (
    EACH,
    PARTS_OF_DAY,
    Known,
    Sense,
    tense_of,
)
from onix.reading.times.tokens import meaning
from onix.reading.words import words_of

_around = partial(words_of, "around_dates")


# Sets --------------------------------------------------------------------------------------------


def every_weekday(found: Found, known: Known) -> Sense | None:
    """Every Tuesday, every second Tuesday, Tuesdays."""
    number_ = found.value("one") or found.value("several")
    if found.next_word() == "ago":
        return None  # "two Sundays ago"
    return Sense("SET", f"XXXX-WXX-{number_}", EACH)


def every_month(found: Found, known: Known) -> Sense | None:
    """Each July."""
    return Sense("SET", f"XXXX-{int(found.value('month')):02}", "each of them")


def every_unit(found: Found, known: Known) -> Sense | None:
    """Every day, every two weeks, every other month, each summer."""
    unit = found.value("unit")
    if unit in {"SU", "WI", "FA", "SP"}:
        return Sense("SET", f"XXXX-{unit}", "each of them")
    if nth := found.value("nth"):  # "every second week", but not "every first week"
        whole = unit not in PARTS_OF_DAY and not found.plural and int(nth) > 1
        return Sense("SET", value_of(int(nth), unit), "again and again") if whole else None
    if unit in PARTS_OF_DAY:
        return Sense("SET", f"XXXX-XX-XXT{unit}", "each of them")
    if unit == "WE":
        return Sense("SET", "XXXX-WXX-WE", "each of them")
    if found.plural and not found.text("count"):
        return None
    count = 2.0 if found.text("count") == "other" else 1.0
    if found.text("count") not in {"", "other"}:  # of "every few days" how many is not said
        return Sense("SET", value_of(count_of(found)[0], unit), "again and again")
    return Sense("SET", value_of(count, unit), "again and again")


def so_often(found: Found, known: Known) -> Sense | None:
    """Twice a year, three times per week."""
    return Sense("SET", value_of(1, found.value("unit")), "so many times in each of them")


def regular(found: Found, known: Known) -> Sense | None:
    """Daily, annual, twice daily: but not The Daily Something."""
    [word] = found.words("word")
    following = "".join(found.tokens.words[found.match.end() : found.match.end() + 2])
    if not word.islower() or (following[:1] == " " and following[1:2].isupper()):
        return None  # "the party daily Granma" is a newspaper
    return Sense("SET", meaning(word), "again and again")


# Vague words -------------------------------------------------------------------------------------


def now(found: Found, known: Known) -> Sense | None:
    """Now, currently, these days, the current …; but "at the moment of impact" is another."""
    if found.words_of().endswith("moment") and found.after() == " ":
        following = found.tokens.words[found.match.end() + 1]
        if following[0].isupper() or following in _around("of_moment"):
            return None
    if "word" in found.match.groupdict() and found.in_name("word"):
        return None  # "Tarn News Now" is a broadcast
    return Sense("DATE", "PRESENT_REF", "the time of writing, no day is said")


def these_days(found: Found, known: Known) -> Sense | None:
    """These days; but "all these years"."""
    return now(found, known) if found.words_of() == "these days" else None


def current(found: Found, known: Known) -> Sense | None:
    """Current, as an adjective."""
    is_word = found.text("word") == "current" and not found.in_name("word")
    is_noun = found.after() in _STOPS and found.before() not in _WHOSE
    if is_noun or found.after() in {".", ")"} or found.next_word() == "of":
        return None  # "against the strong current, they rowed on"; but "the current, third plan"
    return now(found, known) if is_word else None  # "Current TV" is a station


_STOPS = {",", ";", ":", "!", "?"}
_WHOSE = {"the", "its", "his", "her", "their", "our", "a"}


def past(found: Found, known: Known) -> Sense | None:
    """Recently, formerly, recent."""
    if found.tokens.words[found.match.start()].isupper() or found.before() == "as":
        return None  # "as recently as 2018"
    return Sense("DATE", "PAST_REF", "some time before the time of writing, no day is said")


def the_past(found: Found, known: Known) -> Sense | None:
    """The past."""
    following = found.tokens.codes[found.match.end() : found.match.end() + 2]
    of_something = following.startswith("-") or (following == " x" and found.before() != "in")
    if not found.words_of().endswith("past") or of_something or found.next_word() == "tense":
        return None
    spoken = found.before() == "in" and found.next_word() in _around("after_the_past")
    if len(following) == 2 and following[0] == " " and following[1] not in "x(" and not spoken:
        return None  # "the past two" of something
    return past(found, known)


def other_day(found: Found, known: Known) -> Sense | None:
    """The other day: not long ago; but "the other day of the fair" is one of two."""
    is_part = found.value("unit") in PARTS_OF_DAY | {"D"}
    is_one_of_two = found.next_word() in {"of", "is", "was", "will"}
    return past(found, known) if is_part and not found.plural and not is_one_of_two else None


def formerly(found: Found, known: Known) -> Sense | None:
    """Previously, at the head of its sentence: "the previously announced plan" says no when."""
    return past(found, known) if found.match.start() == 0 else None


def future(found: Found, known: Known) -> Sense | None:
    """The future; but "for the foreseeable future" says how long, and no end of it."""
    if "foreseeable" in found.words_of():
        return None
    return Sense("DATE", "FUTURE_REF", "some time after the time of writing, no day is said")


def soon(found: Found, known: Known) -> Sense | None:
    """Soon; but not "as soon as", "too soon", "shortly after"."""
    after_it = {"after", "before", "thereafter", "afterward", "afterwards"}
    if found.before() in {"as", "too", "so", "very"} or found.next_word() in after_it:
        return None
    return future(found, known)


_LATER = {"date", "time", "stage", "point"}


def later_date(found: Found, known: Known) -> Sense | None:
    """A later date, a later stage: some time to come, unless the clause tells of the past."""
    is_one = found.tokens.words[found.match.end() - 1].lower() in _LATER
    if not is_one or found.before() not in {"at", "on", "to", "until", "for"}:
        return None
    return None if tense_of(found).tense == "past" else future(found, known)


RESOLVERS = {
    "every_weekday": every_weekday,
    "every_month": every_month,
    "every_unit": every_unit,
    "so_often": so_often,
    "regular": regular,
    "now": now,
    "these_days": these_days,
    "current": current,
    "recently": past,
    "other_day": other_day,
    "formerly": formerly,
    "the_past": the_past,
    "soon": soon,
    "later_date": later_date,
    "future": future,
}
