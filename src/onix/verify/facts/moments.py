"""Do two sentences tell of two things, or of one at two moments? Places in them in, yes or no out.

A price is of the day that its sentence names, a toll of the day on which it stood so: another one
of another day is another figure, and no contradiction. And what names quite other people and places
is of something else.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import timedelta
from functools import lru_cache

from onix.model import Span, TimeExpression
from onix.reading.names.identities import words_of as words_of_name
from onix.verify.facts.figure_pairs import is_slip_of
from onix.verify.facts.lines import Line
from onix.verify.facts.measures import kind
from onix.verify.facts.names import plain
from onix.verify.facts.parts import NTH
from onix.verify.facts.quantities import Amount
from onix.verify.facts.whens import When, when

_A_WEEK = timedelta(days=7)
_SCORE = re.compile(r"(?<![\w.,-])(\d{1,3})[-–](\d{1,3})(?![\w-]|[.,]\d)")
_OWNS = ("'s", "’s")
_FEW = 2  # of something, which are found beside many things
_SCORED = 5  # characters of the other number
_ROW = re.compile(r"\b(?:straight|consecutive|successive|in\sa\srow|running)\b")
# What is told as it stands on the day: "has so far killed", "the fifth straight day".
_STANDS = re.compile(
    r"\b(?:now|so\sfar|as\sof|to\sdate|currently|at\spresent|straight|in\sa\srow"
    r"|(?:has|have)(?:\s(?:already|since|now|been|also))*\s\w+(?:ed|en|n|d|t))\b",
    re.IGNORECASE,
)


def tell_of_others(line: Line, span: Span, where: Line, place: Span) -> bool:
    """Do both sentences have names beside what is compared in them, and none in common?

    Or what is of somebody in one, and of somebody else in the other: "Argentina's first win since".
    Asked of what was looked up alone: what was given for the draft is of its story, whomever its
    sentences name.
    """
    mine, theirs = _named(line, span), _named(where, place)
    if not (mine and theirs):
        return False
    owners, others = _owning(line, span), _owning(where, place)
    is_of_two = bool(owners and others) and owners.isdisjoint(theirs) and others.isdisjoint(mine)
    return is_of_two or mine.isdisjoint(theirs)


def share_numbers(line: Line, where: Line) -> bool:
    """Do two sentences have a number in common that is not found beside many things?"""
    mine, theirs = (
        {word.stem for word in each.words if word.stem[0] == "#" and float(word.stem[1:]) > _FEW}
        for each in (line, where)
    )
    return not mine.isdisjoint(theirs)


@lru_cache(maxsize=4096)
def _words(name: Span) -> frozenset[str]:
    return frozenset(word for word in words_of_name(plain(name.text)) if len(word) > 1)


def _named(line: Line, without: Span) -> frozenset[str]:
    names = (_words(each) for each in line.names if not each.overlaps(without))
    return frozenset[str]().union(*names)


def _owning(line: Line, without: Span) -> frozenset[str]:
    """Give the words of the names that own something in a sentence."""
    owning = (
        _words(each)
        for each in line.names
        if not each.overlaps(without)
        and (each.text.endswith(_OWNS) or line.behind(each.end, 2).startswith(_OWNS))
    )
    return frozenset[str]().union(*owning)


def are_of_two_moments(
    line: Line, amount: Amount, where: Line, other: Amount, *, is_looked_up: bool = False
) -> bool:
    """Is a figure of another day than the other, so that both may be right?

    Both sentences name their days, and none in common; a price is of the day last named before it.
    Or one is told how it stands, in texts more than a week apart; or both are, the later one has
    more, and nobody gave the other text for the draft. A figure that is written as the other is of
    the same day.
    """
    if amount.raw == other.raw:
        return False
    if _are_two_scores(line, amount, where, other):
        return True
    if _stands_by_day(amount) and _stands_by_day(other):
        mine, theirs = _days(line.latest), _days(where.latest)
    else:
        mine, theirs = _days(line.times), _days(where.times)
    if mine and theirs:
        return not any(one.meets(two) for one in mine for two in theirs)
    today, then = line.document.day, where.document.day
    if today is None or then is None or today == then:
        return False
    stand = list(map(_stands, (line, where), (amount, other)))
    if abs(today - then) >= _A_WEEK:
        return any(stand)
    has_risen = (amount.value > other.value) == (today > then)
    return is_looked_up and all(stand) and has_risen and not is_slip_of(amount, other)


def _days(times: Sequence[TimeExpression]) -> list[When]:
    found = map(when, times)
    return [one for one in found if one is not None and one.has_day and one.length == "day"]


def _stands(line: Line, amount: Amount) -> bool:
    """Is a figure told as it stands on the day of the text: a count so far, a price, a row?"""
    if amount.meant == "at_least":
        return True  # a toll that rises
    return _stands_by_day(amount) or _STANDS.search(line.span.text) is not None


def _stands_by_day(amount: Amount) -> bool:
    """Is it a price for a piece, or "the fifth straight day": of the day last told of?"""
    in_a_row = amount.unit == NTH or _ROW.search(amount.span.text) is not None
    return in_a_row or (amount.per is not None and kind(amount.unit) == "money")


def _are_two_scores(line: Line, amount: Amount, where: Line, other: Amount) -> bool:
    """Is a figure of a score or a vote, and the other of none or of one with neither number?"""
    mine, theirs = _score(line, amount.span), _score(where, other.span)
    return mine is not None and (theirs is None or mine.isdisjoint(theirs))


def _score(line: Line, span: Span) -> frozenset[str] | None:
    start = max(line.span.start, span.start - _SCORED)
    for each in _SCORE.finditer(line.document.text, start, min(line.span.end, span.end + _SCORED)):
        if each.start() <= span.start < each.end():
            return frozenset(each.groups())
    return None
