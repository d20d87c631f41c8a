"""Does what a draft works out come out so? An amount beside others in, the record's figure out.

"Rose by 4 points to 54", "11 are missing, up from five", "more than half of it": two figures that
one sentence of the record has make a third, which stands nowhere in it. It is its own file because
here numbers are reckoned with, and everywhere else they are only held against one another.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import isclose

from onix.model import Span
from onix.verify.facts.amounts import amounts_of
from onix.verify.facts.figure_pairs import is_bare
from onix.verify.facts.likeliest import Place
from onix.verify.facts.lines import Line
from onix.verify.facts.quantities import Amount

_SURELY = -2.5  # odds from which on the other figure is told of the same there
_NEAR = 60  # characters between the two figures of the draft
_ROUNDED, _ROUGH = 0.03, 0.1  # of the value
_FROM = re.compile(r"\b(?:up|down|(?:rose|risen|fell|fallen|grown|grew)(?:\s[a-z]+)?)\sfrom\s$")
_MORE = re.compile(r"\s(?:\w+\s)?(?:more|higher|up|longer|larger)\b")
_LESS = re.compile(r"\s(?:\w+\s)?(?:less|fewer|lower|down|shorter|smaller)\b")
_OF_IT = re.compile(r"\s(?:of\s)?(?:it|that|this|them|which)\b")
_OF_WHICH = re.compile(
    r"(?:\s[\w-]+){0,2},?\s(?:of|out\sof)\s(?:which|whom|these|those|them)\s(?:\w+\s)?"
)
_OF_WHOLE = re.compile(r"(?:\s[\w-]+)?\s(?:out\s)?of\s(?:the|its|his|her|their|our|my)\s")
_AGO = re.compile(
    r"\b(?:years?|months?|weeks?|quarters?|decades?|spring|summer|autumn|winter|round)\b"
)
_REACH = 50  # characters in which that stands

Borne = Sequence[tuple[Amount, Place[Amount]]]


@dataclass(frozen=True, slots=True)
class Reckoned:
    """What a figure of a draft comes to: by which of the record, and whether it does."""

    where: Line
    source: Span
    is_right: bool


def worked_out(line: Line, amount: Amount, borne: Borne) -> Reckoned | None:
    """Give what one figure of a draft should come to by another, where the record says so.

    Args:
        borne: The draft's other figures of the line, each with where the record has it.
    """
    for other, place in borne:
        if place.odds < _SURELY or not _is_near(line, amount, other):
            continue
        for right, told in _right(line, amount, place):
            is_right = _may_be(amount, right)
            if is_right or _of_one_time(line, amount, place.where, told):
                return Reckoned(place.where, told.span, is_right)
    return None


def is_sum(amount: Amount, amounts: Sequence[Amount]) -> bool:
    """Is it what two figures of one sentence of the record make together: 610 and 130 for 740?

    Both of the same: X-rays and scans make no X-rays.
    """
    alike = [each for each in amounts if each.unit == amount.unit and not each.is_change]
    return (
        not amount.is_change
        and amount.unit not in ("%", "age", "day")
        and amount.digits > 1
        and any(
            one.is_comparable(other)
            and isclose(amount.value, one.value + other.value, rel_tol=1e-6)
            for one, other in combinations(alike, 2)
        )
    )


def is_rest(amount: Amount, beside: Sequence[Amount], where: Line) -> bool:
    """Is it what the record leaves of a whole: 75 of 215, where 140 of the 215 were lost?

    The draft's own sentence has to name the whole, too.
    """
    text, told = where.document.text, amounts_of(where)
    return any(
        _OF_WHOLE.fullmatch(text[part.span.end : whole.span.start])
        and isclose(amount.value, whole.value - part.value, rel_tol=1e-6)
        and any(isclose(each.value, whole.value) for each in beside)
        for part, whole in combinations(told, 2)
    )


def _right(line: Line, amount: Amount, place: Place[Amount]) -> Iterator[tuple[float, Amount]]:
    """Give what it should come to, with the figure that says so, where but one does."""
    where, whole = place.where, place.told
    beside = [each for each in amounts_of(where) if each.span != whole.span]
    alike = [each for each in beside if each.is_comparable(whole) or is_bare(each)]
    levels = [each for each in alike if not each.is_change]
    changes = [each for each in alike if each.is_change]
    text = where.document.text
    if amount.unit == "%" and _OF_IT.match(line.behind(amount.span.end)):
        for each in levels:
            if _OF_WHICH.fullmatch(text[whole.span.end : each.span.start]) and whole.value:
                yield 100 * each.value / whole.value, each
    elif amount.is_change and _measures(amount, whole) and len(levels) == 1 and not changes:
        yield abs(whole.value - levels[0].value), levels[0]
    elif _FROM.search(line.before(amount.span.start)) and len(changes) == 1 and not levels:
        behind = where.behind(changes[0].span.end)
        way = -1 if _MORE.match(behind) else 1 if _LESS.match(behind) else 0
        if way:
            yield whole.value + way * changes[0].value, changes[0]


def _measures(amount: Amount, whole: Amount) -> bool:
    """Can one be the difference of two like the other: points of shares, pounds of pounds?"""
    if whole.unit == "%":
        return amount.unit == "point"
    return amount.unit == whole.unit and (amount.head is None or amount.is_comparable(whole))


def _is_near(line: Line, amount: Amount, other: Amount) -> bool:
    first, last = sorted((amount.span, other.span), key=lambda each: each.start)
    gap = line.document.text[first.end : last.start]
    return len(gap) <= _NEAR and ";" not in gap


def _may_be(amount: Amount, right: float) -> bool:
    if amount.meant in ("more", "at_least"):
        return right >= amount.value
    if amount.meant in ("less", "nearly", "at_most"):
        return right <= amount.value
    rough = _ROUGH if amount.meant == "about" else _ROUNDED
    return abs(amount.value - right) <= rough * max(abs(right), 1e-9)


def _of_one_time(line: Line, amount: Amount, where: Line, told: Amount) -> bool:
    """Is both reckoned from one time, as far as they say: not from a year ago and a decade ago?"""
    mine = _AGO.search(line.behind(amount.span.end, _REACH))
    theirs = _AGO.search(where.behind(told.span.end, _REACH))
    if mine is None or theirs is None:
        return True
    return mine.group().removesuffix("s") == theirs.group().removesuffix("s")
