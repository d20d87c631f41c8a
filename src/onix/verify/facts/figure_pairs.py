"""What a figure of the record is to one of a draft, by the figures beside both: two amounts in.

It may bear the draft's out, or stand against it; it may be what the draft's is a slip of, be of all
of which the draft's are some, or have changed places with another. How likely both are of the same
thing is not asked here.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from math import isclose

from onix.model import Span
from onix.reading.grammar import lexicon
from onix.verify.facts.changes import is_level
from onix.verify.facts.comparables import Comparables, may_count
from onix.verify.facts.lines import Line
from onix.verify.facts.parts import FOLD
from onix.verify.facts.quantities import Amount
from onix.verify.facts.slips import is_slip_of_digits

_EXACT = 1e-9  # of a number: 25 less 23.40 is not 1.60 to the last bit
_SCALES = (1.0, 10.0, 1e3, 1e6)  # the same, but "more than"; a nought; thousand, million
_ONE_DIGIT = 12  # times as much is what has a digit more, at most
_EARLIER = re.compile(r"\s\((?:\d{4}:\s|last\syear:?\s|previously:?\s)?")
_COMPARES = re.compile(
    r"\b(?:from|than|against|compared|earlier|before|ago|last|previous|previously|prior|was|were)\b"
)
_BOUND = re.compile(r"\b(?:to|and)\b|[-–]")
_ROUNDED = 0.02  # of a value that is worked out
_APART = 20  # times one may be the other, or they are not of the same thing
_FEW = 10  # a smaller number is found beside many things


def bears_out(amount: Amount, other: Amount, amounts: Sequence[Amount]) -> bool:
    """May a figure of the record be the one of the draft?"""
    if amount.is_comparable(other) and amount.agrees(other):
        return not _is_of_a_sort(amount, other, amounts)
    # "38,000 sailings" is not borne out by 38,000 passengers beside 316 sailings.
    return amount.is_same_number(other) and not (
        (amount.head and other.head)
        and any(each is not other and each.is_comparable(amount) for each in amounts)
    )


def can_differ(
    amount: Amount, other: Amount, amounts: Sequence[Amount], beside: Sequence[Amount]
) -> bool:
    """May a figure of the record stand against the one of the draft?"""
    if are_swapped(amount, other, amounts, beside):
        return True
    is_other = amount.is_told_otherwise(other)
    if not (is_other or amount.is_comparable(other) or may_count_the_same(amount, other)):
        return False
    if amount.way and not other.is_change:
        return False  # "five less than in May" is no level
    if amount.of != other.of or _has_bounds(amount) or _has_bounds(other):
        return False
    if any(
        each is not amount
        and (each.raw == other.raw or (each.is_comparable(other) and each.agrees(other)))
        for each in beside
    ):
        return False  # it is another figure of the same sentence
    if any(each.unit == "%" and is_part(amount, each, other) for each in beside):
        return False
    if any(is_fold(amount, each, other) for each in (*amounts, *beside)):
        return False
    low, high = sorted((amount.value, other.value))
    is_near = is_other or high <= _APART * max(low, 1e-9)
    return is_near or is_slip_of(amount, other) or is_of_others(amount, amounts)


def _has_bounds(amount: Amount) -> bool:
    return amount.is_range or (amount.told_in is not None and bool(_BOUND.search(amount.span.text)))


def may_count_the_same(amount: Amount, other: Amount) -> bool:
    """Is it only not said of one of two what it counts, and is it more than one?"""
    return min(amount.value, other.value) > 1 and may_count(amount, other)


def is_part(amount: Amount, share: Amount, whole: Amount) -> bool:
    """Is it the share of the whole: a quarter of $212 for $53?"""
    return abs(share.value / 100 * whole.value - amount.value) <= _ROUNDED * amount.value


def is_fold(amount: Amount, times: Amount, other: Amount) -> bool:
    """Is one so many times the other as is said: 180 for 90 and "twice as many"?"""
    one, two = amount.value, other.value
    most = max(one, two)
    return times.unit == FOLD and abs(times.value * min(one, two) - most) <= _ROUNDED * most


def adds_up(amount: Amount, told: Comparables) -> tuple[Line, Span] | None:
    """Give where the first of two figures of one document stands that make this one together."""
    parts: dict[str, list[tuple[Line, Amount]]] = defaultdict(list)
    for where, _, other in told.of(amount):
        if amount.is_comparable(other) or (amount.unit is None and is_bare(other)):
            for at, one in parts[where.document.id]:
                if at is not where and is_bare(other) and not is_bare(amount):
                    continue  # "five were in favour, two against", of seven members
                both = one.value + other.value, abs(one.value - other.value)
                if any(isclose(amount.value, each, rel_tol=_EXACT) for each in both):
                    return at, one.span
            parts[where.document.id].append((where, other))
    return None


def is_bare(amount: Amount) -> bool:
    """Is it not said what it counts?"""
    return amount.unit is None and amount.head is None


def is_slip_of(amount: Amount, other: Amount) -> bool:
    """Is one easily written for the other: billion for million, miles for kilometres, 31 for 13?"""
    if amount.is_told_otherwise(other):
        return True
    low, high = sorted((amount.value, other.value))
    if amount.raw == other.raw:
        return low > 0 and any(abs(high / low - each) < 1e-6 * each for each in _SCALES)
    is_near = high <= _ONE_DIGIT * low  # "$21.7 billion" is no slip for "$210 million"
    return (
        is_near
        and amount.in_digits
        and other.in_digits
        and is_slip_of_digits(amount.raw, other.raw)
    )


def are_swapped(
    amount: Amount, other: Amount, amounts: Sequence[Amount], beside: Sequence[Amount]
) -> bool:
    """Have two things each the other's number: "six goals and seven assists"?"""
    return (
        None not in (amount.head, other.head)
        and amount.is_comparable(other)
        and amount.value != other.value
        and any(
            mine.value == other.value
            and theirs.value == amount.value
            and mine.head is not None
            and mine.is_comparable(theirs)
            and not mine.is_comparable(amount)
            for mine in beside
            for theirs in amounts
        )
    )


def is_of_others(amount: Amount, amounts: Sequence[Amount]) -> bool:
    """Is it the number of something else in the same sentence of the record?"""
    return amount.value >= _FEW and any(
        each.value == amount.value
        and each.head
        and (not each.is_comparable(amount) or _is_of_a_sort(amount, each, amounts))
        for each in amounts
    )


def _is_of_a_sort(amount: Amount, other: Amount, amounts: Sequence[Amount]) -> bool:
    """Does it count all of a sort, beside those the draft counts: 90 vehicles, 12 of them lorries?

    The draft's noun stands there with another number, and the number with another noun.
    """
    own, theirs = (each.head and lexicon.stem(each.head) for each in (amount, other))
    return (
        own is not None
        and theirs is not None
        and own != theirs
        and any(
            each.head is not None
            and lexicon.stem(each.head) == own
            and each.span.start > other.span.end
            and each.value < other.value
            and not (each.is_worked_out or each.is_change or amount.agrees(each))
            for each in amounts
        )
    )


def now_beside(
    line: Line, where: Line, other: Amount, amounts: Sequence[Amount], beside: Sequence[Amount]
) -> Amount | None:
    """Give what is told where an earlier one stands in brackets: "Net profit: $38m ($97m)".

    A draft that compares the two, or has both, may well have the earlier one.
    """
    if _COMPARES.search(line.span.text) or not where.behind(other.span.end, 1).startswith(")"):
        return None
    text = where.document.text
    return next(
        (
            each
            for each in amounts
            if each.unit == other.unit
            and each.span.end <= other.span.start
            and _EARLIER.fullmatch(text[each.span.end : other.span.start])
            and not any(each.agrees(mine) for mine in beside)
        ),
        None,
    )


def is_change_of(line: Line, amount: Amount, other: Amount) -> bool:
    """Does the record say by how much it is less, and the draft how much it is: "down to 11"?"""
    return other.is_change and other.unit != "%" and is_level(line, amount.span)
