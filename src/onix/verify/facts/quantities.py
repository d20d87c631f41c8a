"""What an amount is, and when two may be told for one another: two amounts in, yes or no out.

It is its own file because `amounts.py` reads words, and here numbers are held against numbers. Two
agree where one may be told for the other; only what nobody would tell so is another figure.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from onix.model import Span
from onix.reading.grammar import lexicon
from onix.reading.words import words_of
from onix.verify.facts.measures import dollars, factor, kind

Meant = Literal["", "about", "nearly", "more", "less", "at_least", "at_most", "limit"]
_ROUGH = 0.1  # of the value, which "about" leaves open
_ABOVE = 0.25  # of the value, by which more is still told as "more than"
_CALENDAR = 0.09  # of the value, by which "a month" is "four weeks" or "30 days",
_LOOSELY = 0.045  # and a year so many months and some days
_BOUND = re.compile(r"\b(?:to|and|or)\b|[-–]\s?\d")


@dataclass(frozen=True, slots=True)
class Amount:
    """A number with what it says.

    Attributes:
        unit: "%", "USD", "km", "point", "day" for spans of time, "age", "rank longest"; None where
            things are counted.
        head: The noun counted, in lower case; None where it is not clear.
        digits: Significant digits it is told with; `raw` has them.
        per: "week" for what is told by the week; None where nothing of the sort is said.
        is_change: It says by how much something is more or less, and not how much there is.
        told_in: "M" for a span of time that is told in months; None for others.
        of: Whether it counts others beside some, and whether all of which some are told, or how
            far it is from something else; what differs in that is no contradiction.
        first: The slot of a number that is told in two: "four years" of "four years and a month".
        way: 1 where it says how much more there is than of something else, -1 for less.
        whole: The words that say of what a share is one.
        is_worked_out: It is a share that two numbers make, and is not told as one.
    """

    span: Span
    value: float
    meant: Meant
    unit: str | None
    head: str | None
    digits: int
    raw: str = ""
    per: str | None = None
    is_change: bool = False
    told_in: str | None = None
    first: Span | None = None
    of: tuple[bool, bool, bool] = (False, False, False)
    whole: tuple[str, ...] = ()
    is_worked_out: bool = False
    way: int = 0

    @property
    def is_range(self) -> bool:
        """Is it a span of time that has two ends: "four to six days"?"""
        return (
            self.told_in is not None and self.first is None and bool(_BOUND.search(self.span.text))
        )

    @property
    def slot(self) -> Span:
        """The place of its line that is compared with others."""
        return self.first or self.span

    @property
    def in_digits(self) -> bool:
        """Is it written in digits?"""
        return any(letter.isdigit() for letter in self.span.text)

    def is_comparable(self, other: Amount) -> bool:
        """Do both count or measure the same kind of thing?"""
        if self.unit is not None or other.unit is not None:
            return self.converted(other) is not None
        if self.head is None or other.head is None:
            return self.head is other.head
        return lexicon.match(self.head, other.head) > 0

    def _is_by_another(self, other: Amount) -> bool:
        """Is it told by the week, say, and the other by the month? One by the head may be both."""
        if not (self.per and other.per):
            return False
        pieces = words_of("facts", "per_piece")
        return self.per != other.per and (self.per in pieces) == (other.per in pieces)

    def is_told_otherwise(self, other: Amount) -> bool:
        """Is it the same number in another unit of the same kind: miles for kilometres?"""
        if self.raw != other.raw:
            return False
        if self._is_by_another(other):
            return self.unit == other.unit  # "$76 a week", "$76 a month"
        if self.unit is not None and self.unit == other.unit:
            return _written(self) == _written(other) and not _close(self.value, other.value)
        if _is_share_for_count(self, other) or _is_share_for_count(other, self):
            return True
        if any(_is_weight_for_money(*pair) for pair in ((self, other), (other, self))):
            return True
        if _may_be_one_dollar(self, other):
            return False
        kinds = (kind(self.unit), kind(other.unit))
        is_open = "°" in (self.unit, other.unit)  # of which scale they are is not said
        return (
            kinds[0] is not None
            and kinds[0] == kinds[1]
            and not is_open
            and self.unit != other.unit
        )

    def is_same_number(self, other: Amount) -> bool:
        """Are both the same number, whatever the words after it: "41", "41 people"?"""
        loose = self.unit is None or other.unit is None or self.unit == other.unit
        if self.is_told_otherwise(other) or self.way * other.way < 0:
            return False
        if self._is_by_another(other):
            return False
        return (
            loose
            and self.raw == other.raw
            and _agree_as_meant(self, other, other.value)
            and (_close(self.value, other.value) or "day" in (self.unit, other.unit))
        )

    def converted(self, other: Amount) -> float | None:
        """Give the other's value in this one's unit; None where there is none."""
        if self.unit == other.unit or _may_be_one_dollar(self, other):
            return other.value
        if self.unit is None or other.unit is None:
            return None
        there, back = factor(other.unit, self.unit), factor(self.unit, other.unit)
        if there is not None:
            return other.value * there
        return other.value / back if back is not None else None

    def agrees(self, other: Amount) -> bool:
        """May this be told where the source has the other?"""
        if self._is_by_another(other):
            return False
        if self.way * other.way < 0:
            return False
        value = self.converted(other)
        if value is None:
            value = other.value
        if not _agree_as_meant(self, other, value):
            return False
        if _close(self.value, value):
            return True
        loose = self.meant == "about" or other.meant == "about" or self.unit != other.unit
        if loose and abs(self.value - value) <= _ROUGH * abs(value):
            return True
        if abs(self.value - value) <= self._slack(other) * abs(value):
            return True
        if self.meant in ("more", "at_least"):
            return self.value <= value <= (1 + _ABOVE) * self.value
        if self.meant in ("nearly", "less", "at_most"):
            return (1 - _ABOVE) * self.value <= value <= self.value
        if self.meant == "limit" and abs(self.value - value) <= _ABOVE * self.value:
            return True
        return self._rounds(value, other.digits)

    def _slack(self, other: Amount) -> float:
        """Say by what part a span of time may be off that is told in another unit."""
        told = {self.told_in, other.told_in}
        if None in told or len(told) == 1:
            return 0.0
        return _CALENDAR if "M" in told and told & {"W", "D"} else _LOOSELY

    def _rounds(self, value: float, digits: int) -> bool:
        """Is this the source's value, told less finely, or the other way round?"""
        few = min(self.digits, digits)
        if self.digits == digits or few < 1 or (few < 2 and self.meant == ""):
            return False
        return _close(_rounded(self.value, few), _rounded(value, few))


def _written(amount: Amount) -> str:
    """Give the digits of an amount as they are written: "8,340" of lakh and of crore."""
    return "".join(letter for letter in amount.span.text if letter.isdigit() or letter == ".")


def _may_be_one_dollar(one: Amount, other: Amount) -> bool:
    """Is it only not said of one of two which dollars it is: "2.3 million dollars", "NZ$2.3m"?"""
    if one.unit == other.unit or not {one.unit, other.unit} <= dollars():
        return False
    return any(
        each.unit == "USD" and not each.span.text.lower().startswith("us") for each in (one, other)
    )


def _is_share_for_count(one: Amount, other: Amount) -> bool:
    """Is it so many percent of what the other counts: "12 percent of the schools", "12 schools"?"""
    return (
        one.unit == "%"
        and other.unit is None
        and other.head is not None
        and any(lexicon.match(other.head, each) > 0 for each in one.whole)
    )


def _is_weight_for_money(one: Amount, other: Amount) -> bool:
    """May the pounds of one be no money but a weight, as the other is: "500 pounds", "500 kg"?"""
    is_open = one.unit == "GBP" and "pound" in one.span.text
    return is_open and kind(other.unit) == kind("kg")


def _agree_as_meant(one: Amount, other: Amount, value: float) -> bool:
    """Is the way a number is meant borne out, where the numbers are the same?"""
    if not _close(one.value, value):
        return True
    low, high = {"more", "at_least"}, {"less", "nearly", "at_most"}
    if (one.meant in low and other.meant in high) or (one.meant in high and other.meant in low):
        return False
    if one.told_in and re.match(r"over\b", one.span.text, re.IGNORECASE):
        return True  # "over two years" they called twice: in these two years
    return not (one.meant == "more" and other.meant in ("", "about", "at_least"))


def _close(one: float, other: float) -> bool:
    return abs(one - other) <= 1e-3 * max(1.0, abs(one), abs(other))


def _rounded(value: float, digits: int) -> float:
    return float(f"{value:.{digits - 1}e}")
