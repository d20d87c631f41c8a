"""Is another figure of the record the one that a draft's should be? An amount in, that one out.

Beside what `likeliest.py` says, it counts what both numbers are of, how they are written and told,
and whether the draft has the other elsewhere.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from onix.model import Span
from onix.verify.facts.amounts import amounts_of
from onix.verify.facts.comparables import Comparables, Told
from onix.verify.facts.figure_pairs import (
    adds_up,
    are_swapped,
    bears_out,
    can_differ,
    is_bare,
    is_change_of,
    is_of_others,
    is_slip_of,
    now_beside,
)
from onix.verify.facts.likeliest import Likeliest, Place, Stand, places, surest, weighed
from onix.verify.facts.lines import Line
from onix.verify.facts.moments import are_of_two_moments, share_numbers
from onix.verify.facts.quantities import Amount
from onix.verify.facts.shelf import Shelf
from onix.verify.facts.tables import shape, tables_in
from onix.verify.facts.tellings import Tellings

# What each sign is worth, for the odds, as a logarithm, that the draft's figure is wrong.
WEIGHTS: Mapping[str, float] = {
    "always": -2.454,
    "likely": 0.170,
    "ahead": 0.188,
    "nearest": 0.660,
    "contradicted": 0.161,
    "borne out": -0.075,
    "in another unit": 2.086,
    "counts the same": 0.450,
    "only one changes": -0.888,
    "roughly": -0.867,
    "few": -0.749,
    "bare": -0.693,
    "is slip": 0.835,
    "adds up": -1.226,
    "is drafted": -0.448,
}
_FEW = 3  # of something, which are found beside many things
# What it counts against a figure of a text that was looked up, that both sentences have no other
# number in common: of 56 false contradictions in 120 articles 20 go, and of 43 true ones 4.
_ALONE = 0.5


class Rivals:
    """The figures of the sources, each held against those of a draft.

    Args:
        told: The amounts of the sources with their lines.
        draft: The lines of the draft.
    """

    def __init__(
        self, shelf: Shelf, tellings: Tellings, told: Told, draft: Sequence[Line] = ()
    ) -> None:
        self._shelf, self._tellings, self._told = shelf, tellings, Comparables(told)
        self._drafted = {_written(each) for line in draft for each in amounts_of(line)}
        self._of_tables = tables_in(draft)

    def beside(
        self,
        line: Line,
        amount: Amount,
        beside: Sequence[Amount],
        of_its_day: Collection[Line] = (),
    ) -> Likeliest[Amount]:
        """Give the figures that bear a draft's out, and those that may be it instead.

        Args:
            beside: All amounts of the draft's line.
            of_its_day: Lines of the sources that tell what it tells, and of another day than it
                only as its own is wrong.
        """
        told = self._comparable(line, amount, beside, of_its_day)
        return places(self._shelf, self._tellings, line, amount.slot, told)

    def against(
        self, line: Line, amount: Amount, beside: Sequence[Amount], found: Likeliest[Amount]
    ) -> Place[Amount] | None:
        """Give the figure that the draft's should be, where it surely should."""
        if self.is_of_table(line):
            return None
        signs = self.signs(line, amount, beside, found)
        if signs is None:
            return None
        best, weighed_up = signs
        doubt = self._shelf.doubt(best.where)
        is_slip = weighed_up["is slip"] or weighed_up["in another unit"]
        if self._shelf.is_looked_up(best.where) and not (
            is_slip or share_numbers(line, best.where)
        ):
            doubt += _ALONE
        return surest(best, weighed_up, WEIGHTS, doubt)

    def is_of_table(self, line: Line) -> bool:
        """Does the draft have the same words beside other figures, so that none tells which?"""
        return shape(line) in self._of_tables

    def signs(
        self, line: Line, amount: Amount, beside: Sequence[Amount], found: Likeliest[Amount]
    ) -> tuple[Place[Amount], dict[str, float]] | None:
        """Give the likeliest other figure and all that speaks for and against it."""
        known = weighed(
            self._shelf, self._tellings, line, amount.span, "figure", found, lambda each: each.span
        )
        if known is None:
            return None
        best, signs = known
        is_sum = amount.unit != "%" and adds_up(amount, self._told) is not None
        return best, {
            **signs,
            **of_both(amount, best.told),
            "is slip": float(_is_slip(amount, best, beside)),
            "adds up": float(is_sum),  # shares are of many wholes
            "is drafted": float(_written(best.told) in self._drafted),
        }

    def _comparable(
        self,
        line: Line,
        amount: Amount,
        beside: Sequence[Amount],
        of_its_day: Collection[Line],
    ) -> Iterator[tuple[Line, Amount, Span, Stand]]:
        for where, amounts, other in self._told.of(amount):
            if bears_out(amount, other, amounts) and not is_change_of(line, amount, other):
                now = now_beside(line, where, other, amounts, beside)
                yield (
                    (where, other, other.slot, "same")
                    if now is None
                    else (
                        where,
                        now,
                        now.slot,
                        "other",
                    )
                )
            elif can_differ(amount, other, amounts, beside) and (
                where in of_its_day
                or not are_of_two_moments(
                    line, amount, where, other, is_looked_up=self._shelf.is_looked_up(where)
                )
            ):
                yield where, other, other.slot, "other"


def _is_slip(amount: Amount, best: Place[Amount], beside: Sequence[Amount]) -> bool:
    """Is one easily written for the other, or the number of something else beside it?"""
    amounts = amounts_of(best.where)
    return (
        is_slip_of(amount, best.told)
        or is_of_others(amount, amounts)
        or are_swapped(amount, best.told, amounts, beside)
    )


def _written(amount: Amount) -> tuple[str, str | None]:
    return amount.raw, amount.unit or amount.head


def _are_of_as_many(amount: Amount, other: Amount) -> bool:
    """Are both told as so many of a number: "eight in ten" is no rough "nine in ten"?"""
    words = [each.span.text.lower().split() for each in (amount, other)]
    return words[0][1:] == words[1][1:] != []


def of_both(amount: Amount, other: Amount) -> dict[str, float]:
    """Give the signs that two amounts are by themselves."""
    # "More than 150" is no rough "more than 130"; "at least" is of a toll that rises.
    are_bounds = amount.meant == other.meant and amount.meant in ("more", "nearly")
    return {
        "in another unit": float(amount.is_told_otherwise(other)),
        "counts the same": float(amount.is_comparable(other)),
        "only one changes": float(amount.is_change != other.is_change),
        "roughly": float(
            amount.meant != ""
            and amount.raw != other.raw
            and not (are_bounds or _are_of_as_many(amount, other))
        ),
        "few": float(amount.value <= _FEW),
        "bare": float(is_bare(amount)),
    }
