"""What BM25 scores are multiplied by: newer is better, and so is what a question names.

In come a query and the places of passages in the index, out go factors. It is its own file so
that the few numbers of ranking stand together.
"""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING, Any

from onix.record.query import Query, asked_day, outlet_number

if TYPE_CHECKING:
    import tantivy

OUTLET_BOOST = 1.3
DATES_BOOST = 1.3
FADES_IN = 14.0  # days: a score is multiplied by 1 + exp(-age / FADES_IN)
# A question about a number is answered where numbers stand, any other more often where names do.
# On the half of the news questions that this was fitted on, answers that stand in the first ten
# passages rose from .539 to .551, on the other half from .560 to .571.
FIGURES_LIFT = 0.06  # a score is multiplied by exp(lift * figures), at most MOST_FIGURES
NAMES_LIFT = 0.008
MOST_FIGURES = 10
MOST_NAMES = 20
_FIGURE = re.compile(r"\b\d")
_NAME = re.compile(r"[a-z,;] [“\"‘']?[A-Z]")
_ASKS = re.compile(r"\?|\b(?:who|whom|whose|which|what|where|when|why|how)\b", re.IGNORECASE)
_ASKS_FIGURE = re.compile(
    r"\bhow (?:many|much|long|old|far|big|large|tall|high|strong|fast|often)\b"
    r"|\b(?:what|which) (?:year|date|age|number|amount|rate)\b"
    r"|\b(?:percentage|percent|per cent)\b",
    re.IGNORECASE,
)


def richness(text: str) -> tuple[int, int]:
    """Give how many names (capitals inside a sentence) and how many figures a passage has."""
    names, figures = len(_NAME.findall(text)), len(_FIGURE.findall(text))
    return min(names, MOST_NAMES), min(figures, MOST_FIGURES)


class Factors:
    """What BM25 scores are multiplied by for one query; `change_order` where by anything at all."""

    def __init__(self, words: str, query: Query, newest: int | None) -> None:
        as_of = asked_day(query.as_of, "--as-of")
        self._now = (as_of if as_of is not None else newest) if query.recency else None
        self._outlets = frozenset(outlet_number(each) for each in query.boost_outlets)
        self._since = asked_day(query.boost_since, "the preferred dates")
        self._until = asked_day(query.boost_until, "the preferred dates")
        self._has_dates = self._since is not None or self._until is not None
        self._rich, lift, most = "", 0.0, 0
        if _ASKS_FIGURE.search(words):
            self._rich, lift, most = "figures", FIGURES_LIFT, MOST_FIGURES
        elif _ASKS.search(words):
            self._rich, lift, most = "names", NAMES_LIFT, MOST_NAMES
        self._lifts = [math.exp(lift * count) for count in range(most + 1)]
        self.change_order = bool(
            self._now is not None or self._outlets or self._has_dates or self._rich
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
        if self._rich:
            counts = searcher.fast_field_values(self._rich, addresses)
            lifts = [self._lifts[int(count or 0)] for count in counts]
            factors = [factor * lift for factor, lift in zip(factors, lifts, strict=True)]
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
