"""Is another figure of the record the one that a draft's should be? An amount in, that one out.

Beside what `likeliest.py` says, it counts what else of both sentences agrees, how the two numbers
are written and told, and whether the draft has the other elsewhere.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from math import log

from onix.model import Span
from onix.verify.facts.amounts import amounts_of
from onix.verify.facts.comparables import Comparables, Told, may_count
from onix.verify.facts.likeliest import Place, Stand, better, is_sure, likeliest
from onix.verify.facts.lines import Line
from onix.verify.facts.measures import kind
from onix.verify.facts.moments import are_of_two_moments
from onix.verify.facts.parts import FOLD
from onix.verify.facts.quantities import Amount
from onix.verify.facts.shelf import Shelf
from onix.verify.facts.tellings import Tellings
from onix.verify.facts.whens import when

# What each sign is worth, for the odds, as a logarithm, that the draft's figure is wrong.
WEIGHTS: Mapping[str, float] = {
    "always": -3.16,
    "is slip": 1.23,
    "counts the same": 0.72,
    "only one changes": -1.31,
    "apart": -0.59,
    "has digits": 0.40,
    "few": -0.81,
    "bare": -1.08,
    "figures agree": 0.38,
    "days agree": 0.39,
    "ahead": 0.51,
    "is drafted": -1.06,
    "odds ahead": 0.64,
    "answers better": 0.78,
}
_APART = 20  # times one may be the other
_FEW = 3  # of something, which are found beside many things
_BOUND = re.compile(r"\b(?:to|and)\b|[-–]")
_UNIT = re.compile(r"\s((?!million|billion|trillion|thousand|crore|lakh)[^\W\d_]{3,})$")
_ROUNDED = 0.02  # of a value that is worked out
_MOST = 2  # of a sort that agree; more say no more


class Rivals:
    """The figures of the sources, each held against those of a draft.

    Args:
        told: The amounts of the sources with their lines.
        draft: The lines of the draft.

    Attributes:
        told: The amounts of the sources by what they count.
    """

    def __init__(
        self, shelf: Shelf, tellings: Tellings, told: Told, draft: Sequence[Line] = ()
    ) -> None:
        self._shelf, self._tellings, self.told = shelf, tellings, Comparables(told)
        self._drafted = {_written(each) for line in draft for each in amounts_of(line)}

    def against(self, line: Line, amount: Amount, beside: Sequence[Amount]) -> Place[Amount] | None:
        """Give the figure that the draft's should be, where it surely should.

        Args:
            beside: All amounts of the draft's line.
        """
        weighed = self.signs(line, amount, beside)
        return weighed[0] if weighed is not None and is_sure(weighed[1], WEIGHTS) else None

    def signs(
        self, line: Line, amount: Amount, beside: Sequence[Amount]
    ) -> tuple[Place[Amount], dict[str, float]] | None:
        """Give the likeliest other figure and all that speaks for and against it."""
        told = self._comparable(line, amount, beside)
        found = likeliest(self._shelf, self._tellings, line, amount.slot, told)
        if found is None:
            return None
        best, *others = found.others
        is_slip = amount.raw == best.told.raw
        if amount.unit != "%" and not is_slip and adds_up(amount, self.told) is not None:
            return None
        return best, {
            "always": 1.0,
            **_of_amounts(amount, best.told),
            **_of_lines(line, best.where),
            "ahead": min(3.0, best.surely - others[0].surely if others else 3.0),
            "is drafted": float(_written(best.told) in self._drafted),
            **better(line, amount.span, _asking(amount), found, lambda each: each.span),
        }

    def _comparable(
        self, line: Line, amount: Amount, beside: Sequence[Amount]
    ) -> Iterator[tuple[Line, Amount, Span, Stand]]:
        for where, amounts, other in self.told.of(amount):
            if _is_same(amount, other):
                yield where, other, other.slot, "same"
            elif _may_be_instead(amount, other, amounts, beside) and not are_of_two_moments(
                line, amount, where, other
            ):
                yield where, other, other.slot, "other"


def _written(amount: Amount) -> tuple[str, str | None]:
    return amount.raw, amount.unit or amount.head


def _is_same(amount: Amount, other: Amount) -> bool:
    """May both be one figure, whatever they are told of?"""
    if amount.is_comparable(other) or may_count_the_same(amount, other):
        return amount.agrees(other)
    return amount.is_same_number(other)


def _may_be_instead(
    amount: Amount, other: Amount, amounts: Sequence[Amount], beside: Sequence[Amount]
) -> bool:
    """May a figure of the record be what a draft's should be?"""
    is_other = amount.is_told_otherwise(other)
    if not (is_other or amount.is_comparable(other) or may_count_the_same(amount, other)):
        return False
    if any(each.unit == "%" and is_part(amount, each, other) for each in beside):
        return False
    if other.is_worked_out or any(is_fold(amount, each, other) for each in (*amounts, *beside)):
        return False
    if amount.of != other.of or any(_has_bounds(each) for each in (amount, other)):
        return False
    low, high = sorted((amount.value, other.value))
    if high > _APART * low and not is_other:
        return False
    return not any(
        each is not amount
        and (each.raw == other.raw or (each.is_comparable(other) and each.agrees(other)))
        for each in beside
    )


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
        if amount.is_comparable(other) or (amount.unit is None and _is_bare(other)):
            for at, one in parts[where.document.id]:
                if at is not where and _is_bare(other) and not _is_bare(amount):
                    continue  # "five were in favour, two against", of seven members
                if amount.value in (one.value + other.value, abs(one.value - other.value)):
                    return at, one.span
            parts[where.document.id].append((where, other))
    return None


def _is_bare(amount: Amount) -> bool:
    return amount.unit is None and amount.head is None


def _of_amounts(amount: Amount, other: Amount) -> dict[str, float]:
    low, high = sorted((amount.value, other.value))
    return {
        "is slip": float(amount.raw == other.raw),
        "counts the same": float(amount.is_comparable(other)),
        "only one changes": float(amount.is_change != other.is_change),
        "apart": min(4.0, log(high / low)) if low > 0 else 4.0,
        "has digits": float(amount.digits > 1),
        "few": float(amount.value <= _FEW),
        "bare": float(_is_bare(other)),
    }


def _of_lines(line: Line, where: Line) -> dict[str, float]:
    """Say what else of both sentences agrees: figures, days."""
    mine, theirs = amounts_of(line), amounts_of(where)
    figures = sum(any(one.is_comparable(two) and one.agrees(two) for two in theirs) for one in mine)
    days, others = ([one for each in it.times if (one := when(each))] for it in (line, where))
    times = any(one.is_like(two) and one.meets(two) for one in days for two in others)
    return {
        "figures agree": float(min(_MOST, figures)),
        "days agree": float(times),
    }


def _asking(amount: Amount) -> str:
    """Give what asks for an amount: "how long", "how much"."""
    if amount.unit == "day":
        return "how long"
    if amount.unit == "age":
        return "how old"
    if amount.unit == "%":
        return "how many percent"
    unit = _UNIT.search(amount.span.text) if amount.unit else None
    if unit is not None:
        return f"how many {unit[1]}"  # "18 millimetres", "74 billion shillings"
    return "how much" if kind(amount.unit) == "money" else "how many"
