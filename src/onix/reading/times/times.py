"""When: every time expression of a document, with its TIMEX3 value and the days it can mean.

In come a document and its sentences, out come the time expressions in the order they stand, each
with its basis: what it was read against, and why. Sentence by sentence: words become codes
(tokens), rules find candidates (patterns, candidates), resolvers say what they mean (one file for
each kind: days to clock); times next to their day join it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from onix.model import Document, Span, TimeExpression
from onix.reading.times import (
    agenda,
    chronicle,
    clock,
    counted,
    counts,
    days,
    decades,
    digits,
    distances,
    holidays,
    mentioned,
    nights,
    numbered,
    often,
    periods,
    quarters,
    quoted,
    ranges,
    rows,
    seasons,
    weekdays,
    weeks,
    years,
)
from onix.reading.times import values as calendar
from onix.reading.times.candidates import candidates, next_place
from onix.reading.times.dateline import LATE, find_dateline
from onix.reading.times.entries import Entry, entries, stamps
from onix.reading.times.found import Found
from onix.reading.times.sense import WRITTEN, Known, Resolver, Sense
from onix.reading.times.tense import tense_at
from onix.reading.times.tokens import Tokens, compiled, tokens

_RESOLVERS: dict[str, Resolver] = {
    **days.RESOLVERS,
    **digits.RESOLVERS,
    **counted.RESOLVERS,
    **weekdays.RESOLVERS,
    **weeks.RESOLVERS,
    **years.RESOLVERS,
    **numbered.RESOLVERS,
    **holidays.RESOLVERS,
    **periods.RESOLVERS,
    **decades.RESOLVERS,
    **seasons.RESOLVERS,
    **quarters.RESOLVERS,
    **mentioned.RESOLVERS,
    **counts.RESOLVERS,
    **distances.RESOLVERS,
    **rows.RESOLVERS,
    **often.RESOLVERS,
    **clock.RESOLVERS,
    **nights.RESOLVERS,
}


_NO_WORD = "·"
HEAD = 4  # pieces, spaces counted, that may stand before what heads a sentence: "But in 2008"


@dataclass(frozen=True, slots=True)
class Place:
    """A sense and the pieces of the sentence it stands in, from `begins` to before `ends`."""

    begins: int
    ends: int
    sense: Sense


def find_times(document: Document, sentences: Sequence[Span]) -> tuple[TimeExpression, ...]:
    """Give the time expressions of a document.

    Relative ones are read against `document.published`, from the dateline on against its date, or
    against the last date mentioned where the words say so ("two days later"). With neither a
    publication date nor a dateline they get no calendar date, and their basis says so.
    """
    known = Known(
        document.day,
        of_a_match=quarters.of_a_match(document.text),
        is_page=(document.address or "").startswith("http"),
    )
    heads = entries(document.text)
    dateline = find_dateline(document.text)
    found: list[TimeExpression] = []
    ends = 0
    for known.sentence, sentence in enumerate(sentences):
        own = [each for each in heads if sentence.start <= each.start < sentence.end]
        pieces = tokens(_without_hours(sentence, own) if known.anchor else sentence.text)
        between = document.text[ends : sentence.start]
        if "\n\n" in between:
            known.paragraph = known.sentence
        if "\n" in between:
            known.line = known.sentence
        ends = sentence.end
        line = None
        _begin_entry(document, sentence, known)
        _stand_below(document, sentence, known)
        if own:
            known.stand_at_anchor("the hour of its entry")
        if dateline and sentence.start <= dateline[0] < sentence.end:
            line = _take_dateline(dateline[0] - sentence.start, pieces, known)
        for place in _of_sentence(pieces, known):
            if line and place.begins == line.begins:
                place = replace(place, sense=line.sense)
            start = sentence.start + pieces.starts[place.begins]
            end = sentence.start + pieces.starts[place.ends]
            found.append(_expression(document.span(start, end), place.sense))
    return _with_entries(document, known, heads, found)


def _without_hours(sentence: Span, hours: Sequence[Entry]) -> str:
    """Give a sentence in which the hour of an entry is no part of what it tells.

    Else "12:15 Yesterday they met" would be a quarter past twelve of the day before.
    """
    text = sentence.text
    for each in hours:
        start, end = each.start - sentence.start, each.end - sentence.start
        text = text[:start] + _NO_WORD * (end - start) + text[end:]
    return text


def _begin_entry(document: Document, sentence: Span, known: Known) -> None:
    """Let what stands in an entry of a live blog be read against the day of the entry."""
    for each in stamps(document.text, document.day):
        if sentence.start <= each.start < sentence.end:
            known.anchor, known.anchor_is = each.day, "the day of its entry"
            known.stand_at_anchor("the day of its entry")


def _stand_below(document: Document, sentence: Span, known: Known) -> None:
    """Let what stands below a day of an agenda, or in a chronicle, be read against its heading."""
    known.heading = None
    known.entry = chronicle.entry_at(document.text, document.day, sentence.end - 1)
    if head := agenda.heading_at(document.text, document.day, sentence.end - 1):
        words = document.text[head.start : head.end].strip()
        known.stand_at(head.day, words, heads=sentence.start <= head.start)


def _with_entries(
    document: Document, known: Known, hours: Sequence[Entry], found: Sequence[TimeExpression]
) -> tuple[TimeExpression, ...]:
    """Give the times, with the hours that head the entries of a live blog."""
    basis = f"the hour of an entry, on the day of {known.anchor_is}"
    more = [
        _expression(span, Sense("TIME", f"{known.anchor}T{each.clock}", basis))
        for each in (hours if known.anchor else [])
        for span in [document.span(each.start, each.end)]
        if not any(other.span.overlaps(span) for other in found)
    ]
    return tuple(sorted((*found, *more), key=lambda each: each.span.start))


def _take_dateline(start: int, pieces: Tokens, known: Known) -> Place | None:
    """Take the date of the dateline for the day the words were written, where it can be."""
    begins = next((n for n, each in enumerate(pieces.starts) if each == start), None)
    place = None if begins is None else next(_candidates(pieces, known, begins), None)
    covered = calendar.days(place.sense.value) if place else None
    if covered is None or covered[0] != covered[1]:
        return place
    if known.anchor is None or 0 < (known.anchor - covered[0]).days <= LATE:
        known.anchor, known.anchor_is = covered[0], "the dateline"
    return place


def _expression(span: Span, sense: Sense) -> TimeExpression:
    covered = sense.days
    if covered is None and sense.type in {"DATE", "TIME"}:
        covered = calendar.days(sense.value, sense.mod)
    earliest, latest = (day.isoformat() for day in covered) if covered else (None, None)
    return TimeExpression(
        span, sense.type, sense.value, sense.mod, earliest, latest, sense.basis or None
    )


def _of_sentence(pieces: Tokens, known: Known) -> list[Place]:
    """Give the time expressions of a sentence, each time joined with its day."""
    places: list[Place] = []
    for place in _candidates(pieces, known):
        last = places[-1] if places else None
        between = "".join(pieces.words[last.ends : place.begins]) if last else ""
        place = _after_the_last(pieces, last, place) if last else place
        if last and len(between) <= ranges.LONGEST:
            first, second = ranges.in_order(last.sense, place.sense, between, known.anchor)
            places[-1], place = replace(last, sense=first), replace(place, sense=second)
            last = places[-1]
        if last and between in weekdays.AGAIN:
            first, second = weekdays.named_again(last.sense, place.sense)
            places[-1], place = replace(last, sense=first), replace(place, sense=second)
        if last and (both := _join(pieces, last, place)):
            places[-1] = _after_the_last(pieces, places[-2], both) if places[1:] else both
        else:
            places.append(place)
        dated = place.sense
        if dated.basis == WRITTEN and len(dated.value) >= 10:
            # "It was signed on 3 May 2017" is told of, "its rule of 3 May 2017 says" is not
            dated = replace(dated, told=_is_told(pieces, place))
        if _HELD_AGAINST.search("".join(pieces.words[max(0, place.begins - 12) : place.begins])):
            dated = replace(dated, compared=True)
        known.mention(dated, _words(pieces, place), heads=place.begins <= HEAD)
    settled: list[Place] = []
    for number, place in enumerate(places):
        sense: Sense | None = place.sense
        ahead = places[number + 1] if number + 1 < len(places) else place
        night = nights.into(
            place.sense, ahead.sense, "".join(pieces.words[place.ends : ahead.begins])
        )
        if night:
            sense = night
        elif place.sense.basis in {nights.BEFORE, nights.BEHIND}:
            sense = nights.alone(place.sense, known, [each.sense.value for each in places[:number]])
        elif place.sense.part and _is_of_each_day(places):
            sense = clock.of_each_day(place.sense)
        elif place.sense.part:
            there = _known_there(pieces, places, number, known)
            sense = clock.alone(place.sense, there, is_over=_is_told(pieces, place))
        if sense is None and settled:
            between = "".join(pieces.words[settled[-1].ends : place.begins])
            sense = clock.further_part(settled[-1].sense, place.sense, between)
        if sense and place.sense.part and settled:
            between = "".join(pieces.words[settled[-1].ends : place.begins])
            is_between = (
                between == clock.BETWEEN_AND
                and "".join(pieces.words[max(0, settled[-1].begins - 2) :][:1]) == "between"
            )
            if is_between or clock.UNTIL.fullmatch(between):
                sense = clock.overnight(settled[-1].sense, sense)
        if sense:
            settled.append(Place(place.begins, place.ends, sense))
    said = quoted.said_on(
        pieces.words, [(each.begins, each.ends, each.sense) for each in settled], known.anchor
    )
    return [replace(each, sense=sense) for each, sense in zip(settled, said, strict=True)]


# "Up from 0.1 percent in March", "the same as in March": the figures are not of March.
_HELD_AGAINST = re.compile(
    r"\b(?:(?:from|than|with|against|versus)(?: an?)? [^\s,;]*\d[^\s,;]*"
    r"(?: percent|%| million| billion| points)?|as|than) (?:in|for) $"
)


def _is_told(pieces: Tokens, place: Place) -> bool:
    return tense_at(pieces.words, place.begins, place.ends).tense == "past"


def _is_of_each_day(places: Sequence[Place]) -> bool:
    """Does a sentence tell of no day but of each ("open daily from 10 a.m. to 5 p.m.")?"""
    each = any(one.sense.type == "SET" and _EACH_DAY.fullmatch(one.sense.value) for one in places)
    return each and not any(_DAY.match(one.sense.value) for one in places)


_EACH_DAY = re.compile(r"P1D|XXXX-WXX-(?:\d(?:T[\w:]+)?|WE)|XXXX-XX-XXT\w\w")


def _known_there(pieces: Tokens, places: Sequence[Place], number: int, known: Known) -> Known:
    """Give what is known where a clock time stands alone: the day in its sentence that it is of.

    That is the day it leads up to ("9 a.m. to 5 p.m. Monday"), else the last before it, else the
    first behind it.
    """
    place = places[number]
    beside = [(n, each) for n, each in enumerate(places) if _DAY.match(each.sense.value)]
    between = "".join(pieces.words[place.ends :][:3])
    leads_up = [each for n, each in beside if n == number + 1 and clock.UNTIL.match(between)]
    behind = [each for n, each in beside if n < number]
    ahead = [each for n, each in beside if n > number]
    if not beside:
        return known.on_its_side(tense_at(pieces.words, place.begins, place.ends))
    day = (leads_up or behind[-1:] or ahead)[0]
    return replace(known, last=day.sense.value[:10], last_words=_words(pieces, day))


_DAY = re.compile(r"\d{4}-\d\d-\d\d")


def _after_the_last(pieces: Tokens, last: Place, place: Place) -> Place:
    """Give the second of two days of the week that a sentence joins, in their order."""
    between = "".join(pieces.words[last.ends : place.begins])
    if last.sense.type == "SET" and place.sense.weekday and between in weekdays.LISTED:
        return replace(place, sense=weekdays.each_of_them(last.sense, place.sense))
    if not weekdays.ONWARD.fullmatch(between):
        return place
    return replace(place, sense=weekdays.later_weekday(last.sense, place.sense, between))


def _words(pieces: Tokens, place: Place) -> str:
    return " ".join("".join(pieces.words[place.begins : place.ends]).split())


def _join(pieces: Tokens, one: Place, other: Place) -> Place | None:
    between = "".join(pieces.words[one.ends : other.begins])
    parted = between == clock.OF and one.sense.part and not one.sense.value[1].isdigit()
    if not parted and not clock.BETWEEN.fullmatch(between):
        return None
    sense = clock.joined(one.sense, other.sense)
    return Place(one.begins, other.ends, sense) if sense else None


def _candidates(pieces: Tokens, known: Known, position: int | None = 0) -> Iterator[Place]:
    while (position := next_place(pieces.codes, position or 0)) is not None:
        for rule, match in candidates(pieces.codes, position):
            if _cuts_a_word(pieces, *match.span()):
                continue
            if sense := _RESOLVERS[rule](Found(pieces, match), known):
                yield Place(*match.span(), sense)
                position = match.end()
                if rule in {"month_day", "day_month"}:
                    yield from (also := _further_days(pieces, position, sense))
                    position = also[-1].ends if also else position
                break
        else:
            position += 1


def _cuts_a_word(pieces: Tokens, begins: int, ends: int) -> bool:
    """Does a letter or digit stand right before or after ("2000m", "B1990")?"""
    before = begins > 0 and pieces.words[begins - 1][-1].isalnum()
    return before or (ends < len(pieces.words) and pieces.words[ends][0].isalnum())


_MORE_DAYS = compiled(
    r"(?: ?- ?| {and} | {to} | {or} | {through} )(?P<day>{day})"
    r"(?=$|[.,;:)]| {in|at|to|and|of|on|from})"
    r"|-(?P<last>{day})(?= )",  # "its July 28-29 meeting"
    {},
)


def _further_days(pieces: Tokens, position: int, first: Sense) -> list[Place]:
    """Give the second day of "Oct. 24 and 25" or "Nov. 26-28", in the month of the first."""
    match = _MORE_DAYS.match(pieces.codes, position)
    if match is None:
        return []
    begins, ends = match.span("day" if match["day"] else "last")
    value = f"{first.value[:7]}-{int(pieces.words[begins]):02}"
    if value[:4].isdigit() and calendar.days(value) is None:
        return []
    return [
        Place(begins, ends, Sense("DATE", value, f"the month of the day before it; {first.basis}"))
    ]
