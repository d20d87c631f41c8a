"""Whether two readings cannot both be right: in come readings as they are told, out a yes or no.

Only values of one kind are held against one another, told of one thing: two numbers, two days, two
names, two places, a claim and its denial. What may be the same in other words, a part of the other,
or an earlier state of it, is no difference: a false dispute is worse than one not shown.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import Final

from onix.jobs.ask.kinds.fates import fates_of
from onix.jobs.ask.versions.told import Told
from onix.model import TimeExpression
from onix.reading.grammar import lexicon
from onix.reading.grammar.matcher import Matcher, words_of
from onix.reading.times.sense import WEEKDAYS
from onix.reading.words import words_of as listed
from onix.verify.facts.amounts import amounts_of
from onix.verify.facts.measures import kind
from onix.verify.facts.quantities import Amount

_MEASURES: Final = frozenset({"how many", "how much", "how long", "how far", "how old"})
_BORNE_OUT: Final = 0.5  # of the question, in the sentence of either
_REPLIED: Final = 0.35  # in a reply and all around it, which speaks of "they" and "the plan"
_AROUND: Final = 0.7  # for a yes/no question, in the sentences that were read
_NAMED: Final = 0.65  # where names are held against one another, of which each may be right
_MOSTLY: Final = 0.8  # of the words outside both answers
_SAYING_WHICH: Final = 3  # nouns of a question: "the theatre", "the builder", "of its roof"
_FRAME: Final = 5  # such words; of fewer too many sentences are made
_SURELY: Final = 0.85  # where the days are so far apart that it may be another event
_WHILE: Final = 31  # days within which it is one event of which two days are told
_WEEK: Final = 7
_FOR: Final = re.compile(r"\sfor\s(?P<whom>\w[^,.;:]*)")
_AMONG: Final = re.compile(
    r"(?:\b(?:including|among\sthem)\s|\bamong\s(?:the|those|its|their)\b[^.;]*\b(?:are|were|is|was)\s)$",
    re.IGNORECASE,
)
_LOW: Final = {"more", "at_least"}
_HIGH: Final = {"less", "nearly", "at_most"}


def differ(one: Told, other: Told) -> bool:
    """Do two readings of one question contradict each other?"""
    if one.question.kind == "yes/no":
        sides = {each.reading.stance or each.reading.claim for each in (one, other)}
        apart = sides == {"yes", "no"}
        return apart and min(one.share_around, other.share_around) >= _AROUND
    if _is_denied_by_whom(one, other) or _is_denied_by_whom(other, one):
        return True
    if not _are_on_one_matter(one, other) or not _tell_one_thing(one, other):
        return False
    kind = one.question.kind
    if kind in _MEASURES or kind == "what":
        return _numbers_differ(one, other)
    if kind == "when":
        return _days_differ(one, other)
    if kind == "where" or one.is_place or other.is_place:
        return _places_differ(one, other)
    return _names_differ(one, other)


def _is_denied_by_whom(one: Told, other: Told) -> bool:
    """Does he whom one names say that it was not he: "I did not ask for the call"?"""
    names = one.names(beside=False)
    return other.is_denied and other.share >= _BORNE_OUT and not names.isdisjoint(other.speakers)


def _are_on_one_matter(one: Told, other: Told) -> bool:
    """Do both documents name somebody or some place alike, where the question names nothing?

    "How many were held over the leak" may be asked of as many leaks as a record knows.
    """
    terms = one.question.terms
    nouns = sum(term.sort == "noun" and term.weight > 1.0 for term in terms)
    if nouns >= _SAYING_WHICH or any(term.sort in {"name", "number"} for term in terms):
        return True
    mine, theirs = (
        {word for each in told.marks.mentions for word in words_of(each.name or each.span.text)}
        for told in (one, other)
    )
    return not mine or not theirs or not mine.isdisjoint(theirs)


def _tell_one_thing(one: Told, other: Told) -> bool:
    if one.ranks and other.ranks and one.ranks.isdisjoint(other.ranks):
        return False
    if _is_same_frame(one, other):
        return True
    if other.reading.is_reply:
        return other.share >= _REPLIED
    kind = one.question.kind
    if kind in {"which", "what"} and _may_both_be(one, other):
        return False
    least = _NAMED if kind in {"who", "where", "which"} else _BORNE_OUT
    return (
        one.is_of_it
        and other.is_of_it
        and (kind not in _MEASURES or (one.is_for_it and other.is_for_it))
        and min(one.share, other.share) >= least
        and {one.claim, other.claim} != {"announced", "happened"}
        and one.is_only_ready == other.is_only_ready
        and (kind == "when" or not _are_of_other_times(one, other))
    )


def _is_same_frame(one: Told, other: Told) -> bool:
    """Do two sentences say the same, word for word, but for the answer?"""
    if one.is_of_it != other.is_of_it:
        return False  # "killed" and "injured" are but one word, too
    mine, theirs = (_words(each) - each.answer_words for each in (one, other))
    return len(mine) >= _FRAME and len(mine & theirs) >= _MOSTLY * len(mine | theirs)


def _are_of_other_times(one: Told, other: Told) -> bool:
    """Do both give a day, and are these too far from one another for one event?"""
    return bool(one.days and other.days) and all(
        _apart(a, b) > _WHILE for a in one.days for b in other.days
    )


def _may_both_be(one: Told, other: Told) -> bool:
    """May the answer be another on another day: "which minister came", "what is the price"?"""
    if one.days and other.days and all(_exclude(a, b) for a in one.days for b in other.days):
        return True
    days = [each for each in map(_day, (one, other)) if each]
    apart = abs((date.fromisoformat(days[0]) - date.fromisoformat(days[-1])).days) if days else 0
    return apart > _WHILE and {one.claim, other.claim} != {"happened"}


def count_otherwise(one: Told, other: Told) -> bool:
    """Are the answers of two readings two numbers of one kind that cannot both be right?"""
    both = _two_counts(one, other)
    if both is None:
        return False
    mine, theirs = both
    return not (mine.agrees(theirs) or theirs.agrees(mine) or _leaves_open(mine, theirs))


def count_anew(one: Told, other: Told) -> bool:
    """Are they two numbers of one kind, be it that one leaves the other open: "at least 4", 11?"""
    both = _two_counts(one, other)
    return both is not None and not both[0].is_same_number(both[1])


def _two_counts(one: Told, other: Told) -> tuple[Amount, Amount] | None:
    """Give the numbers that two readings answer with, if each has one and both are of one kind."""
    a, b = _amounts(one, asked=True), _amounts(other, asked=True)
    if len(a) != 1 or len(b) != 1 or _is_of_some(one) != _is_of_some(other):
        return None
    is_change = a[0].is_change or b[0].is_change
    return None if is_change or not _is_comparable(a[0], b[0]) else (a[0], b[0])


def _numbers_differ(one: Told, other: Told) -> bool:
    if not count_otherwise(one, other):
        return False
    mine, theirs = (_amounts(each, asked=True)[0] for each in (one, other))
    # "14 instead of nine", "nine, four of them guides": the other number is known there.
    if any(each.is_same_number(mine) for each in _amounts(other)) or any(
        each.is_same_number(theirs) for each in _amounts(one)
    ):
        return False
    # The dead and the missing are counted anew every day.
    is_of_fate = any(any(fates_of(each.text)) for each in one.question.tree.words)
    later = max(one, other, key=_day)
    return not (_day(one) != _day(other) and (later.moves or is_of_fate))


def _amounts(told: Told, *, asked: bool = False) -> Sequence[Amount]:
    """Give the numbers of a sentence, or of the answer words alone."""
    span = told.reading.span
    if told.line is None or span is None:
        return ()
    return [each for each in amounts_of(told.line) if not asked or each.span.overlaps(span)]


def _is_of_some(told: Told) -> bool:
    """Is the number one for somebody or a part that was not asked about: "12 crowns for children"?

    So are the two of "among the dead are two boys", and "17, including two boys".
    "£48m for the shipyard" is of what was asked, "£48m for polluting it" says why.
    """
    end = 0 if told.reading.span is None else told.reading.span.end - told.reading.sentence.start
    text = told.reading.sentence.text
    start = end - len(told.reading.span.text) if told.reading.span is not None else 0
    if _AMONG.search(text[:start]):
        return True
    found = _FOR.match(text, end)
    if found is None:
        return False
    words = words_of(found["whom"])
    asked = [term.word for term in told.question.terms]
    return not words[0].endswith("ing") and max(Matcher(words).strengths(asked)) == 0.0


def _is_comparable(one: Amount, other: Amount) -> bool:
    if one.unit is None and other.unit is None and None in (one.head, other.head):
        return True  # "Nine died": whom is left out
    if (one.unit is None) != (other.unit is None):
        bare, sum_ = (one, other) if one.unit is None else (other, one)
        if bare.head is None and kind(sum_.unit) == "money":
            return True  # "9 million crowns" and "12 million"
    return one.is_comparable(other)


def _leaves_open(one: Amount, other: Amount) -> bool:
    """May "at least 60" be 74?"""
    low, high = sorted((one, other), key=lambda each: each.value)
    return low.meant in _LOW or high.meant in _HIGH


def _day(told: Told) -> str:
    return (told.reading.window.citation.published or "")[:10]


def _days_differ(one: Told, other: Told) -> bool:
    mine, theirs = _times(one), _times(other)
    if not mine or not theirs:
        return False
    far = _apart(mine[0], theirs[0]) > _WHILE
    if far and min(one.share, other.share) < _SURELY and not _is_same_frame(one, other):
        return False
    return all(_exclude(a, b) for a in mine for b in theirs)


def _times(told: Told) -> list[TimeExpression]:
    """Give the days in the answer words."""
    span = told.reading.span
    if told.line is None or span is None:
        return []
    return [
        each
        for each in told.line.times
        if each.type in {"DATE", "TIME"} and each.span.overlaps(span)
    ]


def _apart(one: TimeExpression, other: TimeExpression) -> int:
    """Give how many days lie between two times; 0 where they overlap or have no calendar day."""
    first, second = sorted((one, other), key=lambda each: each.earliest or "")
    if not first.latest or not second.earliest:
        return 0
    return max(0, (date.fromisoformat(second.earliest) - date.fromisoformat(first.latest)).days)


def _exclude(one: TimeExpression, other: TimeExpression) -> bool:
    """Is the one over before the other begins, or is it another day of the week?"""
    if not one.earliest or not other.earliest:  # of a text that nobody dated
        names = [each.span.text.rpartition(" ")[2] for each in (one, other)]
        return names[0] != names[1] and set(names) <= set(WEEKDAYS)
    # "Tuesday", read of the one before and of the next
    is_same = one.span.text == other.span.text and _apart(one, other) == _WEEK
    return _apart(one, other) > 0 and not is_same


def _names_differ(one: Told, other: Told) -> bool:
    mine, theirs = one.names(beside=False), other.names(beside=False)
    if not mine or not theirs or _is_short(mine, theirs):
        return False
    if not one.names(beside=True).isdisjoint(other.names(beside=True)):
        return False
    return mine.isdisjoint(_words(other)) and theirs.isdisjoint(_words(one))


def _is_short(one: frozenset[str], other: frozenset[str]) -> bool:
    """Is one name made of the first letters of the other: "FBI"?"""
    return any(
        len(short) == 1 and sorted(*short) == sorted(word[0] for word in long if word[0].isalpha())
        for short, long in ((one, other), (other, one))
    )


def _words(told: Told) -> frozenset[str]:
    return frozenset(words_of(told.reading.sentence.text))


def _places_differ(one: Told, other: Told) -> bool:
    """Are it two places, neither of which may lie in the other?"""
    mine, theirs = one.names(beside=False), other.names(beside=False)
    if mine and theirs and mine.isdisjoint(theirs):
        # Of Paris and France, one text or the other names both.
        texts = (set(words_of(each.marks.document.text)) for each in (other, one))
        return all(map(frozenset.isdisjoint, (mine, theirs), texts))
    points = [_point(each) for each in (one, other)]
    return None not in points and lexicon.match(*map(str, points)) == 0


def _point(told: Told) -> str | None:
    """Give what an answer places somebody by, where not within it: "|at| the |weir| in Dalby"."""
    span, start = told.reading.span, told.reading.sentence.start
    if span is None:
        return None
    words = told.tree.words
    for number, word in enumerate(words):
        if span.start - start <= word.start < span.end - start and word.text.lower() in listed(
            "facts", "points"
        ):
            inside = [n for n in told.tree.children[number] if words[n].text.islower()]
            return words[inside[0]].text.lower() if inside else None
    return None
