"""What is told from now means: last week, this year, the weekend, the year to come.

In come a rule's match and what is known, out comes a sense, or None when the words name no time
after all.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache, partial

from onix.reading.times.counts import since_then, value_of
from onix.reading.times.found import Found
from onix.reading.times.sense import (
    PARTS_OF_DAY,
    Known,
    Sense,
    moved,
    moved_from_last,
    phase,
    steps,
    tense_of,
)
from onix.reading.times.years import year_told
from onix.reading.words import sections, words_of

_around = partial(words_of, "around_dates")


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
    if unit == "Y" and part == "END" and (told := year_told(found, known)):
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
    "relative_unit": relative_unit,
    "whole_unit": whole_unit,
    "the_unit": the_unit,
    "bare_weekend": bare_weekend,
    "edge_of_unit": the_unit,
    "before_last": before_last,
}
