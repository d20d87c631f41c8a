"""Is another date of the record the one that a draft's should be? A time in, that one out.

As with figures (`rivals.py`) the likeliest of all dates that may stand for it is taken, and signs
are weighed: how well it answers when that was, how much likelier it is than where the record has
the draft's date, how far apart both are. What the signs are worth was fitted
(evaluation/fit_figures.py).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import log

from onix.verify.facts.asked import answers
from onix.verify.facts.lines import Line
from onix.verify.facts.shelf import Shelf
from onix.verify.facts.tellings import Tellings
from onix.verify.facts.whens import When

Told = Sequence[tuple[Line, Sequence[When]]]

# What each sign is worth, for the odds, as a logarithm, that the draft's date is wrong.
WEIGHTS: Mapping[str, float] = {
    "always": -1.63,
    "clock": -0.72,
    "apart": -0.24,
    "odds ahead": 0.63,
    "likelier": 0.72,
    "answers better": 0.35,
}
SURE = 1.0  # from which on it is
_LEAST = -3.2  # how likely the likeliest has to be of the same thing, to be weighed at all,
_PLAUSIBLE = 6.2  # and the sources, and the clause, to tell of the same at all
_CLAUSES, _EVEN = 0.35, 6.4  # by the odds and by the clauses
_DIGIT = re.compile(r"\d")
_SAME = 6  # places at most that bear the draft out are asked


@dataclass(frozen=True, slots=True)
class OtherDay:
    """A date of the record beside one of a draft, with how likely both are of the same event."""

    where: Line
    time: When
    odds: float
    likely: float

    @property
    def surely(self) -> float:
        """How likely both are of the same event, by the odds and by the clauses."""
        return self.odds + _CLAUSES * (self.likely - _EVEN)


class OtherDays:
    """The dates of the sources, each held against those of a draft.

    Args:
        told: The times of the sources with their lines.
    """

    def __init__(self, shelf: Shelf, tellings: Tellings, told: Told) -> None:
        self._shelf, self._tellings, self._told = shelf, tellings, told

    def against(self, line: Line, one: When, beside: Sequence[When]) -> OtherDay | None:
        """Give the date that the draft's should be, where it surely should.

        Args:
            beside: All times of the draft's line.
        """
        weighed = self.signs(line, one, beside)
        if weighed is None:
            return None
        rival, signs = weighed
        weight = sum(WEIGHTS.get(name, 0.0) * sign for name, sign in signs.items())
        return rival if weight >= SURE else None

    def signs(
        self, line: Line, one: When, beside: Sequence[When]
    ) -> tuple[OtherDay, dict[str, float]] | None:
        """Give the likeliest other date and all that speaks for and against it."""
        nearest = self._tellings.nearest(line)
        if one.is_counted or not nearest or nearest[0][0] < _PLAUSIBLE:
            return None
        others: list[OtherDay] = []
        own: list[OtherDay] = []
        for where, times in self._told:
            for other in times:
                is_same = one.meets(other) and not one.is_finer(other)
                if is_same or _may_be_instead(one, other, beside):
                    found = OtherDay(
                        where,
                        other,
                        self._shelf.odds(line, one.span, where, other.span),
                        self._tellings.likely(line, one.span, where, other.span),
                    )
                    (own if is_same else others).append(found)
        others.sort(key=lambda each: -each.surely)
        own.sort(key=lambda each: -each.surely)
        if not others or others[0].surely < _LEAST or others[0].likely < _PLAUSIBLE:
            return None
        best = others[0]
        days = abs((one.first - best.time.first).days)
        return best, {
            "always": 1.0,
            "clock": float(one.minutes is not None),
            "apart": log(1 + days) / 3,
            **self._of_places(line, one, best, own),
        }

    def _of_places(
        self, line: Line, one: When, best: OtherDay, own: Sequence[OtherDay]
    ) -> dict[str, float]:
        places = [(each.where, each.time.span) for each in (best, *own[:_SAME])]
        answer, *rest = answers(line, one.span, "when", places)
        ahead = answer - max(rest) if rest else 6.0
        first = own[0] if own else None
        return {
            "odds ahead": min(4.0, best.odds - first.odds) if first else 2.0,
            "likelier": min(2.0, (best.likely - first.likely) / 3) if first else 1.0,
            "answers better": max(-8.0, min(12.0, ahead)) / 4,
        }


def _may_be_instead(one: When, other: When, beside: Sequence[When]) -> bool:
    """May a date of the record be what a draft's should be?"""
    if one.meets(other) or other.is_counted or "week" in (one.length, other.length):
        return False
    is_in_full = other.length == "day" and bool(_DIGIT.search(other.span.text))
    if not one.is_like(other) and not (one.is_wide_of(other) and is_in_full):
        return False
    return not any(each is not one and each.is_like(other) and each.meets(other) for each in beside)
