"""What BM25 scores are multiplied by: newer is better, and so is what a question names.

In come a query and the places of passages in the index, out go factors. It is its own file so
that the few numbers of ranking stand together.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

from onix.record.query import Query, asked_day, outlet_number

if TYPE_CHECKING:
    import tantivy

OUTLET_BOOST = 1.3
DATES_BOOST = 1.3
FADES_IN = 14.0  # days: a score is multiplied by 1 + exp(-age / FADES_IN)


class Factors:
    """What BM25 scores are multiplied by, and the highest that can be."""

    def __init__(self, query: Query, newest: int | None) -> None:
        as_of = asked_day(query.as_of, "--as-of")
        self._now = (as_of if as_of is not None else newest) if query.recency else None
        self._outlets = frozenset(outlet_number(each) for each in query.boost_outlets)
        self._since = asked_day(query.boost_since, "the preferred dates")
        self._until = asked_day(query.boost_until, "the preferred dates")
        self._has_dates = self._since is not None or self._until is not None
        self.highest = (
            (2.0 if self._now is not None else 1.0)
            * (OUTLET_BOOST if self._outlets else 1.0)
            * (DATES_BOOST if self._has_dates else 1.0)
        )

    def of(self, searcher: tantivy.Searcher, addresses: list[Any]) -> list[float]:
        """Give the factor of each passage."""
        factors = [1.0] * len(addresses)
        if self._outlets:
            outlets = searcher.fast_field_values("outlet", addresses)
            factors = [OUTLET_BOOST if each in self._outlets else 1.0 for each in outlets]
        if self._now is not None or self._has_dates:
            days = searcher.fast_field_values("day", addresses)
            of_day = {day: 1.0 if day is None else self._of_day(int(day)) for day in set(days)}
            factors = [factor * of_day[day] for factor, day in zip(factors, days, strict=True)]
        return factors

    def _of_day(self, day: int) -> float:
        factor = 1.0
        if self._now is not None:
            factor += math.exp(-abs(self._now - day) / FADES_IN)
        if (
            self._has_dates
            and (self._since is None or day >= self._since)
            and (self._until is None or day <= self._until)
        ):
            factor *= DATES_BOOST
        return factor
