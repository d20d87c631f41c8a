"""Is a date of a draft the record's? A time of a line in, what the calendar and the record say out.

A day of the week is held against its date without any record. Two dates contradict one another
where nothing is in both and the words around them are of the same event, or where the record's
answers when that was and none that is the draft's does.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from onix.verify.facts.asked import answers
from onix.verify.facts.findings import Found, disputed
from onix.verify.facts.lines import Line
from onix.verify.facts.moments import tell_of_others
from onix.verify.facts.other_days import OtherDays, Told, has_day
from onix.verify.facts.shelf import Shelf, key_of
from onix.verify.facts.tellings import Tellings
from onix.verify.facts.whens import When, other_weekday, when

# Odds, as logarithms, that two dates are of the same event, from which on they
_AGREE = -4.5  # bear one another out, where they are the same,
_DIFFER = -1.0  # contradict one another,
_SLIP = -2.5  # or do so where they differ in one part,
_OF_PEN = -4.0  # or in digits alone, in the same words;
_CLOSELY = -2.8  # and where the sentences tell of the same thing;
_CLOSE = 6.5  # from which on they do
_PLAUSIBLE = 6.4  # how likely the sources have to tell of the same at all,
_SURER = 1.5  # and how much better they have to be than those of the same date elsewhere.
_ASKED = 4.5  # how likely two sentences tell of the same thing, for one to be asked for a date,
_SHARED = 0.2  # of the weight of the words of the draft it has to have,
_ASKED_OF = 20  # in so many places at most of each kind,
_ANSWERS = 3.0  # how well a date then has to answer when that was,
_BETTER = 5.0  # and how much better than any that is the draft's;
_NEAR = 3.5  # how likely a sentence tells of the same thing, for its dates to be asked at all
_ANSWERS_ALONE = 2.0  # where the draft's date stands in none of them,
_HARDLY = 4.0  # or how likely such a date has to be told of the same
_LIKELY, _LIKELIER = 6.0, 1.0  # how much likelier, where the draft's date stands elsewhere
_RATHER = 1.0  # how much likelier it has to be another date's
_MAYBE, _BESIDE = -2.0, 3.0  # less will do where both stand in one sentence,
_NEARER = 0.5  # and the words around the other are surely more alike
_NOTHING = -10.0
_DATELINE = re.compile(r"[A-Z][A-Z\s/.,’'-]{2,}$")
_OF_SAME = re.compile(r"\s(?:of|in)\s(?:that|the\ssame)\s(?:year|month|week)\b")
_FROM_TODAY = re.compile(r"(?:yesterday|today|tomorrow)", re.IGNORECASE)
_APPOSED = re.compile(r",\s(?:on\s)?|\s\(|,\s(?:[A-Z][a-z]+day),?\s")
_IN_FULL = re.compile(r"[A-Za-z]{3}.*\d|\d.*[A-Za-z]{3}")
_AGENCY = re.compile(r"\s\([A-Z]{2,}\)\s[-–—]")  # "Sept. 14 (AP) -"


def dates_told(lines: Iterable[Line]) -> Told:
    """Give the lines that have times on the calendar, with them."""
    found = ((line, [one for each in line.times if (one := when(each))]) for line in lines)
    return [(line, times) for line, times in found if times]


def verify_dates(
    shelf: Shelf, tellings: Tellings, told: Told, days: OtherDays, line: Line
) -> Iterator[Found]:
    """Give what calendar and record say of each date of a line that is no part of a quotation."""
    times = [(time, one) for time in line.times if (one := when(time)) is not None]
    for time, one in times:
        is_dateline = _DATELINE.match(line.before(time.span.start)) or _AGENCY.match(
            line.behind(time.span.end)
        )
        if line.is_quoted(time.span) or is_dateline or _is_own(line, one):
            continue
        other = _explained(line, one, [each for _, each in times])
        if other is not None:
            span = line.document.span(one.span.start, other.span.end)
            compared = f"{one.told} and {other.told} are not the same day"
            yield Found("date", span, "contradicted", what="date", compared=compared)
            continue
        day = other_weekday(time, line.document.day)
        if day is not None:
            yield Found("date", time.span, "contradicted", what="date", weekday=day)
        else:
            yield _verify(shelf, tellings, told, days, line, one, [each for _, each in times])


def _explained(line: Line, one: When, times: Sequence[When]) -> When | None:
    """Give the date that says which day is meant, where it is another: "tomorrow, Nov. 22"."""
    if _FROM_TODAY.fullmatch(one.span.text) is None:
        return None
    return next(
        (
            each
            for each in times
            if each.length == "day"
            and _IN_FULL.search(each.span.text)
            and _APPOSED.fullmatch(line.document.text[one.span.end : each.span.start])
            and not one.meets(each)
        ),
        None,
    )


def _is_own(line: Line, one: When) -> bool:
    """Is it the day of the draft itself, on a line of its header: "By our staff, 6 March 2026"?"""
    is_sentence = line.span.text.rstrip("\"'”’)").endswith((".", "!", "?"))
    return one.has_day and one.first == line.document.day and not is_sentence


def _needed(one: When, other: When, *, is_close: bool) -> float:
    """Give the odds that two dates need to contradict one another."""
    if one.is_slip_of_pen(other):
        return _OF_PEN
    if is_close and one.length == other.length:
        return _CLOSELY
    return _SLIP if one.is_slip(other) else _DIFFER


def _is_slip_beside(one: When, other: When, beside: Sequence[When], times: Sequence[When]) -> bool:
    """Is one part of a date another, and a date beside both the same: "from May 2021 to June"?"""
    return one.is_slip(other) and any(
        mine is not one and theirs is not other and mine.is_like(theirs) and mine.meets(theirs)
        for mine in beside
        for theirs in times
    )


def _is_counted(other: When, where: Line) -> bool:
    """Is it counted from another time of the text: "the following summer", "May of that year"?"""
    return other.is_counted or bool(_OF_SAME.match(where.behind(other.span.end)))


def _has(where: Line, times: Sequence[When], one: When) -> bool:
    """Does a sentence have a date, be it in short: "from the evening of 6 May to the 9th"?

    What else it has is then of something else.
    """
    if any(
        each.meets(one)
        and not one.is_finer(each)
        and (each.is_like(one) or not (one.is_bare or each.is_bare))
        for each in times
    ):
        return True
    return has_day(where, one)


def _is_of_another(
    shelf: Shelf, line: Line, one: When, beside: Sequence[When], place: _Told
) -> bool:
    """Is a place of the record rather what another date of the sentence is told of?"""
    odds, where, other = place
    return any(
        each is not one
        and each.has_day == other.has_day
        and shelf.odds(line, each.span, where, other.span) > odds + _RATHER
        for each in beside
    )


def _is_of_report(one: When, line: Line) -> bool:
    """Is it the day of the report, so that "by Tuesday" may be said of what stands in it?"""
    day = line.document.day
    return day is not None and one.first <= day <= one.last


def _verify(
    shelf: Shelf,
    tellings: Tellings,
    told: Told,
    days: OtherDays,
    line: Line,
    one: When,
    beside: Sequence[When],
) -> Found:
    agreeing: list[_Told] = []
    differing: list[_Told] = []
    others: list[_Told] = []
    within: list[_Told] = []
    is_alone = not any(each is not one and each.is_like(one) for each in beside)
    loose: list[_Told] = []
    is_near_told = False
    nearest = tellings.nearest(line)
    near = {key_of(where) for score, where in nearest if score >= _NEAR}
    close = {key_of(where) for score, where in nearest[:1] if score >= _CLOSE}
    asked = {
        key_of(where)
        for score, where in nearest
        if score >= _ASKED and shelf.shared(line.span.text, where.span.text) >= _SHARED
    }
    for where, times in told:
        is_asked = key_of(where) in near or key_of(where) in asked
        placed = ((shelf.odds(line, one.span, where, each.span), each) for each in times)
        likely = [(odds, each) for odds, each in placed if is_asked or odds >= _AGREE]
        has_own = bool(likely) and _has(where, times, one)
        for odds, other in likely:
            if one.meets(other):
                if odds >= _AGREE and not one.is_finer(other):
                    agreeing.append((odds, where, other))
                is_near_told |= key_of(where) in near and not one.is_finer(other)
            elif (
                not one.is_counted
                and not _is_counted(other, where)
                and not _is_of_report(one, where)
                and not one.is_of_another_week(other)
                and not tell_of_others(line, one.span, where, other.span, shelf.looked_up)
                and not any(each.is_like(other) and each.meets(other) for each in beside)
            ):
                if not one.is_like(other):
                    if _is_of_another(shelf, line, one, beside, (odds, where, other)):
                        continue
                    is_told = any(each.is_like(one) and each.meets(one) for each in times)
                    if not is_told and one.is_wide_of(other) and key_of(where) in asked:
                        others.append((odds, where, other))
                    continue
                if has_own:
                    if is_alone:
                        within.append((odds, where, other))
                    continue
                if _is_of_another(shelf, line, one, beside, (odds, where, other)):
                    continue
                if key_of(where) in near:
                    loose.append((odds, where, other))
                if (odds >= _AGREE and _is_slip_beside(one, other, beside, times)) or (
                    tellings.likely(line, one.span, where, other.span) >= _PLAUSIBLE
                    and odds >= _needed(one, other, is_close=key_of(where) in close)
                ):
                    differing.append((odds, where, other))
                elif key_of(where) in asked:
                    others.append((odds, where, other))
    agreeing.sort(key=lambda each: -each[0])
    differing.sort(key=lambda each: (not one.is_slip(each[2]), -each[0]))
    if differing and not agreeing:
        _, where, other = differing[0]
        return _contradicted(one, where, other)
    answer = _answered(line, one, agreeing, differing, others, within)
    if answer is None and agreeing:
        answer = _likelier(tellings, line, one, agreeing, loose)
    elif answer is None and not is_near_told:
        answer = _only(tellings, line, one, loose)
    if answer is not None:
        return _contradicted(one, answer[1], answer[2])
    if (rival := days.against(line, one, beside)) is not None:
        return _contradicted(one, rival.where, rival.told)
    if agreeing and all(one.is_other_weekday(each) for _, _, each in agreeing):
        _, where, other = agreeing[0]
        return _contradicted(one, where, other)
    if agreeing:
        _, where, other = agreeing[0]
        found = [(at, each.span) for odds, at, each in differing if odds >= agreeing[0][0]]
        return disputed("date", one.span, where, other.span, found)
    return Found("date", one.span, "not_in_record")


def _likelier(
    tellings: Tellings, line: Line, one: When, agreeing: Sequence[_Told], loose: Sequence[_Told]
) -> _Told | None:
    """Give the date told in a sentence that is surely likelier to be of the same event.

    Args:
        loose: What the few sentences nearest to the draft's have instead.
    """
    own = max(tellings.likely(line, one.span, where, each.span) for _, where, each in agreeing)
    for odds, where, other in sorted(loose, key=lambda each: -each[0]):
        if odds < agreeing[0][0] + _SURER:
            break
        likely = tellings.likely(line, one.span, where, other.span)
        if likely >= max(_LIKELY, own + _LIKELIER):
            return odds, where, other
    return None


def _only(tellings: Tellings, line: Line, one: When, loose: Sequence[_Told]) -> _Told | None:
    """Give the date that stands where the draft's might, where the draft's stands nowhere near."""
    best = max(loose, key=lambda each: each[0], default=None)
    if best is None:
        return None
    odds, where, other = best
    if odds >= _SLIP and tellings.likely(line, one.span, where, other.span) >= _HARDLY:
        return best
    weights = answers(line, one.span, "when", [(at, each.span) for _, at, each in loose])
    weight, at = max((weight, at) for at, weight in enumerate(weights))
    return loose[at] if weight >= _ANSWERS_ALONE else None


def _contradicted(one: When, where: Line, other: When) -> Found:
    compared = f"{one.told} here, {other.told} in the record"
    return Found("date", one.span, "contradicted", where, other.span, compared=compared)


_Told = tuple[float, Line, When]


def _few(told: Sequence[_Told]) -> Sequence[_Told]:
    """Give the likeliest of many places, in their order."""
    if len(told) <= _ASKED_OF:
        return told
    least = sorted((odds for odds, _, _ in told), reverse=True)[_ASKED_OF - 1]
    return [each for each in told if each[0] >= least][:_ASKED_OF]


def _answered(
    line: Line,
    one: When,
    agreeing: Sequence[_Told],
    differing: Sequence[_Told],
    others: Sequence[_Told],
    within: Sequence[_Told],
) -> _Told | None:
    """Give the date that answers when something was, where none that is the draft's does so well.

    Args:
        differing: Likely of the same event by the words around them, `others` less so.
        within: In a sentence that has the draft's date, too, and so most often of something else.
    """
    # Few are asked, as each is read for it: of a long list the rest are told of something else.
    within, differing, others, agreeing = map(_few, (within, differing, others, agreeing))
    all_told = [*within, *differing, *others, *agreeing]
    found = answers(line, one.span, "when", [(where, each.span) for _, where, each in all_told])
    weights = dict(zip(map(id, all_told), found, strict=True))
    against = [*differing, *others]
    best = max(against, key=lambda each: weights[id(each)], default=None)
    own = max((weights[id(each)] for each in agreeing), default=_NOTHING)
    if best is not None and weights[id(best)] >= max(_ANSWERS, own + _BETTER):
        return best
    if not agreeing:
        return None
    # Of two that the words around them leave open, the one that answers better.
    needed = _SURER if one.is_bare else 2 * _SURER  # a date in full is not found by chance
    if differing and differing[0][0] > agreeing[0][0] + needed and weights[id(differing[0])] > own:
        return differing[0]
    beside = (
        each
        for each in within
        if each[1] is agreeing[0][1]
        and each[0] > agreeing[0][0] + _NEARER
        and own <= 0
        and weights[id(each)] > max(_MAYBE, own + _BESIDE)
    )
    return next(beside, None)
