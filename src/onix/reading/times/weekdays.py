"""Days named by what they are to another day: Tuesday, last Friday, yesterday, the day after.

In come a rule's match and what is known, out comes a sense, as in days.py. Which day it is
hangs on the tense of the clause, on the words before it, or on the day last mentioned.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta
from functools import partial

from onix.reading.times import values as calendar
from onix.reading.times.found import Found
from onix.reading.times.patterns import PARTS
from onix.reading.times.sense import (
    PARTS_OF_DAY,
    UPDATED,
    WEEKDAYS,
    Known,
    Sense,
    is_caption,
    moved,
    moved_from_last,
    phase,
    steps,
    tense_of,
)
from onix.reading.times.tokens import compiled, meaning
from onix.reading.words import words_of

_around = partial(words_of, "around_dates")


# Days ago: a weekday so near behind is the one meant, unless the words plainly look ahead.
JUST_GONE = 2
# Days back: a page of the web that names such a day by its weekday alone was mostly brought up to
# date on the day after its own. Of some 80 such weekdays looked at, two were of six days before.
NEXT_DAY = 6
COMING_UP = 3  # days ahead: what is "before Tuesday" is before the next one so near

# Between two days of which the first comes first.
ONWARD = re.compile(r" ?(?:-|–|—|to|until|till|through|and|or|and through) ?(?:on )?")
# "Saturday Night Live", "Saturday Night's All Right"
_PROGRAMME = re.compile(r" (?:Night|Morning|Afternoon|Evening)(?:['’]s)? [A-Z]")
_LISTS, _NEAR = re.compile(r"\b(?:and|or)\b"), timedelta(days=3)
LISTED = {" and ", " or ", ", ", ", and ", ", or "}
AGAIN = {", ", " (", ", on ", ","}  # before a day that is named once more


def weekday(found: Found, known: Known) -> Sense | None:
    """Tuesday, last Friday, next Monday."""
    number, which = int(found.value("weekday")), found.text("which")
    name = WEEKDAYS[number - 1]
    before = found.before()
    is_the = found.words_of().startswith("the ")
    if which == "following" and not is_the and before not in {"that", "on"}:
        return None  # "following Tuesday's vote" comes after it
    if before in _around("named_day") or _is_paper(found) or found.next_word() == "school":
        return None  # "Super Tuesday"
    if which == "that" and before not in _around("takes_that") and found.match.start():
        return None  # "said that Tuesday's vote"
    if _PROGRAMME.match("".join(found.tokens.words[found.match.end() : found.match.end() + 6])):
        return None
    if which == "that" or is_the or which in _FROM_THERE:
        if sense := _from_last(known, number, which):
            return sense
        if which == "that":
            return Sense("DATE", f"XXXX-WXX-{number}", "no date before it that it could mean")
    any_one = before == "a" and (
        found.before(2) in _around("any_day") or found.after() not in {" ", "'", "’", "-"}
    )  # "It was on May 20, a Saturday"
    if before in _around("nth"):
        return Sense("DATE", f"XXXX-WXX-{number}", f"one {name} of several, counted")
    any_one = any_one or (before == "one" and found.before(2) != "the")  # "one Sunday in May"
    if any_one or (before == "the" and found.next_word() in {"before", "after"}):
        return Sense("DATE", f"XXXX-WXX-{number}", f"which {name} is not said")
    if _is_of_each_week(found):
        return Sense("SET", f"XXXX-WXX-{number}", "each of them, by the hours")
    if known.anchor is None:
        return Sense("DATE", f"XXXX-WXX-{number}", known.against("a weekday"), phase(found))
    if known.heading and known.heading.isoweekday() == number and not found.before().isalnum():
        why = known.against("it heads what is to come")
        return Sense("DATE", str(known.heading), why, weekday=True)
    if week := _WEEK_FOLLOWS.match(found.tokens.codes, found.match.end()):
        relative = Found(found.tokens, week)
        if relative.value("unit") == "W" and not relative.plural:
            is_just_gone = known.ends_the_week and relative.text("which") == "last"
            days = 7 * (steps(relative) + is_just_gone) + number - known.anchor.isoweekday()
            day = calendar.shift_days(known.anchor, days)
            why = known.against(f'"{relative.text("which")} week" follows')
            return Sense("DATE", day.isoformat(), why, phase(found)) if day else None
    back = (known.anchor.isoweekday() - number) % 7
    ahead = (number - known.anchor.isoweekday()) % 7
    if which:
        looks_ahead = back > 3 or (back > 0 and tense_of(found).tense == "future")
        count = {-1: -(back or 7), 0: ahead if looks_ahead else -back, 1: ahead or 7}[steps(found)]
        if which in {"last", "next"} and abs(count) <= JUST_GONE:
            count += 7 * steps(found)  # said on a Wednesday, "last Tuesday" was not yesterday
        why = f'"{which}", so the {name} {"before" if count < 0 else "on or after"} it'
    else:
        clause = tense_of(found)
        # "summoned for Tuesday", "will be off come Tuesday", "on Tuesday next"
        is_next = bool(found.text("then"))
        looks_ahead = clause.tense == "future" or before in {"for", "come"} or is_next
        looks_ahead = looks_ahead and before != "following"
        as_soon_as = before == "as" and found.before(2) in {"soon", "early"}
        # "He could win on Sunday", which is to come; but "It was planned for Tuesday" that was.
        known_to_come = number in known.to_come and not clause.cue.endswith("ed")
        plain = clause.plain or as_soon_as or known_to_come or before == "come" or is_next
        if 0 < back <= JUST_GONE and not plain:
            looks_ahead = False  # on a Wednesday: "She was due to speak on Tuesday"
        if before == "of" and found.before(2) == "as" and clause.cue.lower() not in _WILL:
            looks_ahead = False  # "has none as of Thursday"
        is_bound = before == "by" or _has_hour(found) or _is_forecast(found)
        bound = clause.tense == "unclear" and is_bound
        if as_soon_as or bound or (clause.tense == "unclear" and number in known.to_come):
            looks_ahead = True  # "Leeds at Hull, Sunday, 1 p.m."
        if _is_term(found) and not 0 < back <= JUST_GONE:
            looks_ahead = True  # "They were given until Friday to leave"
        if before == "before" and 0 < ahead <= COMING_UP:
            looks_ahead = True  # on a Sunday: "They hoped to meet before Tuesday's vote"
        if found.next_word() == "s" and before not in _around("takes_coming"):
            # "Ways to get around Wednesday's ruling"; but "after Friday's show", which is on Friday
            looks_ahead = _is_held(found, ahead=looks_ahead) or (
                looks_ahead and known_to_come and clause.tense == "future"
            )
        if (
            looks_ahead
            and clause.cue.lower() not in _WILL
            and _SCORED.search(
                "".join(found.tokens.words[max(0, found.match.start() - 24) : found.match.start()])
            )
        ):
            looks_ahead = False  # "kept hopes alive with a 2-0 win against Wales on Friday"
        is_bidden = clause.tense == "unclear" and found.tokens.words[0].lower() in _BIDS
        if is_bidden or _is_called_off(found):
            looks_ahead = True
        goes_on = clause.tense == "unclear" and found.next_word() != "s" and known.looks_ahead
        if (before in _UP_TO or goes_on) and known.last_in == known.sentence and known.day:
            onward = (number - known.day.isoweekday()) % 7
            there = calendar.shift_days(known.day, onward) if 0 < onward <= COMING_UP else None
            if there and len(known.last or "") == 10 and there > known.anchor:
                # "was possible on Friday, and frost through Saturday", "and a frost on Saturday"
                looks_ahead = True
        if looks_ahead and is_caption(found):
            looks_ahead = False  # "Ada Brandt, left, arrives in Halden, Friday"
        if looks_ahead and clause.plain:
            known.to_come.add(number)
        is_later = back == NEXT_DAY and not looks_ahead and known.is_page
        is_later = is_later and known.anchor_is == "publication"
        count = ahead if looks_ahead or is_later else -back
        if before == "since" and count == 0 and found.next_word() not in _SO_IT:
            count = -7  # said on a Friday, "since Friday" is not since the morning
        tense = clause.says if looks_ahead == (clause.tense == "future") else "by its own words"
        why = f"{tense}, so the {name} {'after' if looks_ahead else 'before'} or on it"
        if is_later:
            why = f"{tense}, but no {name} of six days before it, {UPDATED}"
    day = calendar.shift_days(known.anchor, count)
    sense = Sense("DATE", day.isoformat(), known.against(why), phase(found)) if day else None
    return replace(sense, weekday=True) if sense else None


_RANGE_AFTER = compiled(r"(?: ?- ?| {to} | {through} ){weekday}", {})
_ANY_RANGE = compiled(r"{weekday}(?: ?- ?| {to} | {through} ){weekday}", {})
_FAR = 80  # pieces that the hours of a week may take
_JOINED_AFTER = compiled(r"-(?:{to}|{through})-{weekday}", {})
_JOINED_BEFORE = compiled(r".*{weekday}-(?:{to}|{through})-", {})
_RANGE_BEFORE = compiled(r".*{weekday}(?: ?- ?| {to} | {through} )", {})
_OPENS = {"open", "hours", "available"}


def _is_of_each_week(found: Found) -> bool:
    """Is it a day of "open Tuesday to Friday, 10 a.m. to 5 p.m.", of a "Monday-to-Friday" rota?"""
    begins, codes = found.match.start(), found.tokens.codes
    before = codes[max(0, begins - 6) : begins]
    if _JOINED_AFTER.match(codes, found.match.end()) or _JOINED_BEFORE.fullmatch(before):
        return True
    ranges = _RANGE_AFTER.match(codes, found.match.end()) or _RANGE_BEFORE.fullmatch(before)
    words = [word.lower() for word in found.tokens.words]
    told = ranges and not _OPENS.isdisjoint(words[max(0, begins - 30) : begins])
    if not told and "hours" in words[max(0, begins - _FAR) : begins]:
        # "Hours: Monday to Friday, 9 a.m. to 5 p.m.; noon to 5 p.m. on Saturday; closed on Sunday"
        spread = max(0, begins - _FAR), found.match.end() + _FAR
        told = _ANY_RANGE.search(codes, *spread) is not None
        if told and "closed" in words[max(0, begins - 4) : begins]:
            return True
    beside = words[max(0, begins - 16) : found.match.end() + 16]
    has_hours = not {"a", "p", "am", "pm"}.isdisjoint(beside)
    return bool(told and has_hours and _WILL.isdisjoint(words[:begins]))


_WILL = {"will", "ll", "shall"}
_HOUR_BEFORE = re.compile(r"\b[ap]\.?m\.?(?: [A-Z]{2,3})? (?:on )?$")
_HOUR_AFTER = re.compile(r",? (?:at )?\d{1,2}(?:[:.]\d\d)? ?[ap]\.?m\b")


def _has_hour(found: Found) -> bool:
    """Is it a day with its hour, as a line of a programme has it?"""
    words, (begins, end) = found.tokens.words, found.match.span()
    before = "".join(words[max(0, begins - 10) : begins])
    return bool(_HOUR_AFTER.match("".join(words[end : end + 10])) or _HOUR_BEFORE.search(before))


def _is_forecast(found: Found) -> bool:
    """Is it a day of a forecast without a verb: "Highs Thursday near 60"?"""
    words = {word.lower() for word in found.tokens.words}
    return not words.isdisjoint(_around("of_weather"))


# A match that has its score is over.
_SCORED = re.compile(
    r"\b\d{1,3}[-–]\d{1,3} (?:\w+ ){0,2}(?:win|victory|defeat|loss|draw|rout|thrashing|triumph)"
    r"\b[^.;:,]*$"
)
_IS = re.compile(
    r"['’]s (?:[A-Z]\w+ ){0,3}(?P<held>\w+) (?:is|are|will|promises|marks|features|pits|brings)\b"
)


_SO_IT = {"is", "was", "will", "has"}  # "since Monday is a holiday"
_UP_TO = {"through", "until", "till", "into"}
_TERM = re.compile(
    r"\bg[ia]ve[ns]?(?: (?!an?\b)\w+(?: \w+){0,3}?)? until"
    r"(?: (?:noon|midnight|\d{1,2}(?:[:.]\d\d)? ?[ap]\.?m\.?))?(?: on)? $"
)


def _is_term(found: Found) -> bool:
    """Is it the day up to which somebody was given time?"""
    begin = found.match.start()
    return _TERM.search("".join(found.tokens.words[max(0, begin - 24) : begin])) is not None


_BIDS = {
    "follow",
    "join",
    "register",
    "find",
    "get",
    "turn",
    "tune",
}  # "Follow Friday's debate here"
_CALLED_OFF = re.compile(
    r"(?:['’]s(?: \w+){1,4}?)? (?:has been|have been|is|are) (?:now )?"
    r"(?:cancell?ed|postponed|called off|put off|scrapped)\b"
)


def _is_called_off(found: Found) -> bool:
    """Is it the day of what will not be: "Monday's classes have been cancelled"?"""
    end = found.match.end()
    return bool(_CALLED_OFF.match("".join(found.tokens.words[end : end + 18])))


_PHRASE = 14  # pieces
_PROGRAMME_OF = re.compile(r"['’]s (?:fixtures|schedule|forecast)\b")


def _is_held(found: Found, *, ahead: bool) -> bool:
    """Is it the day of what is spoken of as to come: "Saturday's vote is a test"?

    Args:
        ahead: The clause looks ahead, which may be to what it says of a thing that was.
    """
    following = "".join(found.tokens.words[found.match.end() : found.match.end() + 7])
    held = _around("held_ahead") | _around("played")
    if ahead and not held.isdisjoint(re.findall(r"\w+", following.lower())):
        return True  # "what you should know about Sunday's race"
    if _PROGRAMME_OF.match(following):
        return True  # "Tuesday's fixtures"
    told = _IS.match("".join(found.tokens.words[found.match.end() : found.match.end() + _PHRASE]))
    return told is not None and told["held"].lower() in held


def _is_paper(found: Found) -> bool:
    """Is it the day of "The Sunday Times" or "The Mail on Sunday"?"""
    words, (begins, ends) = found.tokens.words, found.match.span()
    if found.value("weekday") == "7" and found.before() == "on" and begins >= 4:
        return words[begins - 4] in _around("paper_on")
    return "".join(words[ends + 1 : ends + 2]) in _around("paper_of_day")


# "Tuesday of last week".
_WEEK_FOLLOWS = compiled(r" (?:{of} )?(?P<which>{last|this|next}) (?P<unit>{unit})", PARTS)
_FROM_THERE = {"following", "preceding", "previous", "prior"}


def _from_last(known: Known, number: int, which: str) -> Sense | None:
    """Give "the following Friday", "on that Friday": counted from the last day mentioned."""
    if known.day is None or known.last is None or len(known.last) < 10:
        return None
    back, ahead = (known.day.isoweekday() - number) % 7, (number - known.day.isoweekday()) % 7
    count = {"that": ahead, "last": -(back or 7), "past": -(back or 7), "latest": None}.get(which)
    if which in _FROM_THERE | {"next"}:
        count = (ahead or 7) if which in {"following", "next"} else -(back or 7)
    day = calendar.shift_days(known.day, count) if count is not None else None
    name = WEEKDAYS[number - 1]
    why = f"the {name} {'before' if count and count < 0 else 'on or after'} it"
    return Sense("DATE", day.isoformat(), known.against_last(why)) if day else None


def later_weekday(first: Sense, second: Sense, between: str) -> Sense:
    """Give the second of "today and Wednesday", "Tuesday to Thursday": not before the first."""
    is_first = first.weekday or first.day_word
    if not is_first or not second.weekday or second.value[:10] >= first.value[:10]:
        return second
    begins, ends = (date.fromisoformat(each.value[:10]) for each in (first, second))
    day = calendar.shift_days(ends, 7)
    if day is None or (_LISTS.search(between) and day - begins > _NEAR):
        return second  # "on Friday and Thursday" goes back
    return replace(second, value=day.isoformat() + second.value[10:])


def each_of_them(first: Sense, second: Sense) -> Sense:
    """Give the second of "every Tuesday and Thursday" as each of them, too."""
    if not re.fullmatch(r"XXXX-WXX-\d", first.value):
        return second
    number = date.fromisoformat(second.value[:10]).isoweekday()
    return Sense("SET", f"XXXX-WXX-{number}", first.basis)


def named_again(first: Sense, second: Sense) -> tuple[Sense, Sense]:
    """Let "Thursday (Aug. 5)" and "next Tuesday, March 3" name one day where they can.

    A date of the calendar says which Thursday it is; a weekday, of which year the date is.
    """
    ours, theirs = calendar.days(first.value), calendar.days(second.value)
    if not first.weekday or second.weekday or not ours or not theirs or theirs[0] != theirs[1]:
        return first, second
    if first.value[5:] == second.value[5:10]:
        return first, replace(second, value=first.value + second.value[10:])
    if ours[0].isoweekday() == theirs[0].isoweekday():
        why = f"{first.basis}; the date after it says which"
        return replace(first, value=second.value[:10] + first.value[10:], basis=why), second
    return first, second


def day_word(found: Found, known: Known) -> Sense | None:
    """Today, yesterday, tonight."""
    word = found.text("word")
    programme = found.words("word")[0].istitle() and found.next_word() in {"show", "anchor"}
    if found.in_name("word") or programme:
        return None  # "USA Today"; "Today show hosts"
    sense = moved(known, "D", int(meaning(word)), f'"{word}"')
    if word == "tonight":
        return replace(sense, type="TIME", value=sense.value + "TNI")
    return replace(sense, mod=phase(found), day_word=bool(known.anchor))


def the_day_before(found: Found, known: Known) -> Sense | None:
    """The day before yesterday; the year after; the night before."""
    count, unit = (-1 if found.text("way") == "before" else 1), found.value("unit")
    if unit in PARTS_OF_DAY and found.text("word"):
        return None
    if word := found.text("word"):
        return moved(known, "D", count + int(meaning(word)), f'"{word}"')
    on_it = found.tokens.codes[found.match.end() : found.match.end() + 2].strip(" ,.;:)")
    hangs = on_it and found.next_word() not in _GOES_ON
    if found.plural or (hangs and not found.words_of().endswith("that")):
        return None  # "the day before the vote" hangs on the vote
    if unit in PARTS_OF_DAY:
        day = moved_from_last(known, "D", count, "one day away from it")
        value = f"{day.value}T{unit}" if day else ""
        return replace(day, type="TIME", value=value, compared=True) if day else None
    return moved_from_last(known, unit, count, "one unit away from it")


_GOES_ON = {"in"}  # "the storm the week before in Tarn"


RESOLVERS = {
    "weekday": weekday,
    "day_word": day_word,
    "the_day_before": the_day_before,
}
