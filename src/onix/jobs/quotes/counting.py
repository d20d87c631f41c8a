"""When things were said: quotations come in, how many there are of each period goes out.

The unit is chosen so that the bars of a chart stay few enough to be read, and many enough to tell.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import takewhile
from typing import Literal

Unit = Literal["day", "month", "year"]
_LETTERS: dict[Unit, int] = {"day": 10, "month": 7, "year": 4}
MOST_DAYS = 62
MOST_MONTHS = 60


@dataclass(frozen=True, slots=True)
class OverTime:
    """How many there are in each period, those with none among them.

    Attributes:
        periods: Each by its ISO date ("2025-05") with its count, the earliest first.
        undated: How many have no date, or one that does not say the period.
    """

    unit: Unit
    periods: tuple[tuple[str, int], ...] = ()
    undated: int = 0

    @property
    def most(self) -> int:
        """The largest count."""
        return max((count for _, count in self.periods), default=0)


def over_time(dates: Iterable[str | None], *, like: OverTime | None = None) -> OverTime:
    """Count dates by period.

    Args:
        dates: ISO dates of publication, whole or in part; None where there is none.
        like: Count in the periods of this one, so that charts can be compared.
    """
    given = list(dates)
    unit = _unit(given) if like is None else like.unit
    letters = _LETTERS[unit]
    counts = Counter(each[:letters] for each in given if each and len(each) >= letters)
    if like is not None:
        periods = tuple(each for each, _ in like.periods)
    else:
        periods = tuple(_between(min(counts), max(counts), unit)) if counts else ()
    found = tuple((each, counts[each]) for each in periods)
    return OverTime(unit, found, len(given) - sum(count for _, count in found))


def _unit(dates: Iterable[str | None]) -> Unit:
    whole = [each for each in dates if each]
    days = sorted(each[:10] for each in whole if len(each) >= 10)
    if days and len(days) == len(whole):
        span = date.fromisoformat(days[-1]) - date.fromisoformat(days[0])
        if span.days < MOST_DAYS:
            return "day"
    months = sorted(each[:7] for each in whole if len(each) >= 7)
    if months and _month(months[-1]) - _month(months[0]) < MOST_MONTHS:
        return "month"
    return "year"


def _between(first: str, last: str, unit: Unit) -> Iterable[str]:
    """Give every period from the first to the last, both included."""
    if unit == "day":
        start = date.fromisoformat(first)
        days = (str(start + timedelta(each)) for each in range(MOST_DAYS))
        return takewhile(lambda day: day <= last, days)
    if unit == "month":
        months = range(_month(first), _month(last) + 1)
        return (f"{each // 12:04}-{each % 12 + 1:02}" for each in months)
    return (f"{each:04}" for each in range(int(first), int(last) + 1))


def _month(text: str) -> int:
    return 12 * int(text[:4]) + int(text[5:7]) - 1
