"""What is searched for: a query with its filters and boosts, and how dates and outlets compare.

Values only; nothing here knows of an index. Days are proleptic ordinals (`date.toordinal`).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from hashlib import blake2b

from onix.errors import InputError

UNKNOWN_DAY = date.max.toordinal()


@dataclass(frozen=True, slots=True)
class Query:
    """What to search for. Dates are ISO, both ends included, and leave undated documents out;
    only `as_of` today, or later, keeps them.

    Attributes:
        words: Any text; it is never parsed as a query language.
        phrases: Word sequences that must stand in the passage.
        as_of: Only what was published by that day, in the version of that day.
        documents: Ids; older versions named here are searched too.
        recency: Newer is better; age counts to `as_of`, else to the newest document.
        boost_since: With `boost_until`, dates that are preferred but not required.
    """

    words: str
    limit: int = 10
    outlets: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None
    as_of: str | None = None
    documents: tuple[str, ...] = ()
    recency: bool = True
    boost_outlets: tuple[str, ...] = ()
    boost_since: str | None = None
    boost_until: str | None = None

    def days(self) -> tuple[int | None, int | None, int | None]:
        """Give the days of `since`, `until` and `as_of`. Raises InputError where one is no date."""
        return (
            asked_day(self.since, "--since"),
            asked_day(self.until, "--until"),
            asked_day(self.as_of, "--as-of"),
        )

    @property
    def holds_undated(self) -> bool:
        """May a document without a date be found? What the record holds today was there today."""
        as_of = asked_day(self.as_of, "--as-of")
        return as_of is None or as_of >= date.today().toordinal()

    phrases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Standing:
    """From which day a document's version was there, and from which day a newer one was."""

    appears: int | None = None
    superseded: int | None = None


def day_number(value: str | None) -> int | None:
    """Give the day of an ISO date or date-time as an ordinal; None when it names no full day."""
    if not value:
        return None
    try:
        return date.fromisoformat(value[:10]).toordinal()
    except ValueError:
        return None


def asked_day(value: str | None, option: str) -> int | None:
    """Give the day a user asked for. Raises InputError naming the option."""
    day = day_number(value)
    if value and day is None:
        raise InputError(f"Could not read the date {value!r} of {option}. Write it as 2025-11-26.")
    return day


def outlet_number(outlet: str) -> int:
    """Give one number for an outlet however its name is written: "The BBC" is "bbc"."""
    name = " ".join(outlet.casefold().split()).removeprefix("the ")
    return int.from_bytes(blake2b(name.encode(), digest_size=8).digest(), "little", signed=True)
