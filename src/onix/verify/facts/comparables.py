"""Which amounts of the sources one of a draft can be held against at all: an amount in, those out.

By what is counted and by the digits, looked up once for all amounts of a draft. Whether two are
held against one another is decided where they are compared; here nothing is left out that may be.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from onix.verify.facts.lines import Line
from onix.verify.facts.measures import kind
from onix.verify.facts.quantities import Amount

Told = Sequence[tuple[Line, Sequence[Amount]]]
LONG = 4  # digits that stand in another order are those of another number by a slip alone

_What = tuple[str | None, str | None]


class Comparables:
    """The amounts of the sources, by what they count and by their digits."""

    def __init__(self, told: Told) -> None:
        self._all = [(line, amounts, each) for line, amounts in told for each in amounts]
        self._counting: dict[_What, list[int]] = defaultdict(list)
        self._written: dict[str, list[int]] = defaultdict(list)
        self._slips: dict[str, list[int]] = defaultdict(list)
        self._first: dict[_What, Amount] = {}
        for at, (_, _, each) in enumerate(self._all):
            self._counting[each.unit, each.head].append(at)
            self._first.setdefault((each.unit, each.head), each)
            self._written[each.raw].append(at)
            for digits in _nearly(each.raw):
                self._slips[digits].append(at)
        self._known: dict[_What, list[int]] = {}

    def of(self, amount: Amount) -> Iterator[tuple[Line, Sequence[Amount], Amount]]:
        """Give what counts or measures the same, or may, and what is written nearly so.

        Each with its line and all amounts of that, in the order of the sources.
        """
        found = {*self._of_kind(amount), *self._written.get(amount.raw, ())}
        for digits in _nearly(amount.raw):
            found.update(self._slips.get(digits, ()))
        return (self._all[at] for at in sorted(found))

    def _of_kind(self, amount: Amount) -> list[int]:
        what = amount.unit, amount.head
        if what not in self._known:
            self._known[what] = [
                at
                for other, first in self._first.items()
                if amount.is_comparable(first) or may_count(amount, first)
                for at in self._counting[other]
            ]
        return self._known[what]


def may_count(amount: Amount, other: Amount) -> bool:
    """Is it only not said of one of two what it counts: "seven were hurt", "eight people"?

    Or of which money it is: "by six million", "6 billion crowns".
    """
    one, two = (amount.unit or amount.head), (other.unit or other.head)
    if (one is None) == (two is None):
        return False
    return "money" in (kind(amount.unit), kind(other.unit)) or amount.unit is other.unit is None


def _nearly(raw: str) -> set[str]:
    """Give the digits of a long number in order, and those with one left out."""
    if len(raw) < LONG:
        return set()
    ordered = "".join(sorted(raw))
    return {ordered, *(ordered[:at] + ordered[at + 1 :] for at in range(len(ordered)))}
