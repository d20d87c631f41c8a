"""What every question needs of all documents at once: the outlets, and the newest day.

In comes the store, out come both, found anew only after a change.
"""

from __future__ import annotations

from dataclasses import dataclass

from onix.record.query import UNKNOWN_DAY, day_number
from onix.record.store import Store


@dataclass(frozen=True, slots=True)
class Overview:
    """What the record holds as of a change.

    Attributes:
        outlets: Those with the most documents first.
        newest: The day to which age counts; a date after all fetching is a mistake of its page.
    """

    sequence: int
    outlets: tuple[str, ...]
    newest: int | None


class Overviews:
    """Keeps the overview of a store as long as nothing changes in it."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._last: Overview | None = None

    def now(self) -> Overview:
        """Give the overview of the store as it is."""
        sequence = self._store.sequence()
        if self._last is None or self._last.sequence != sequence:
            self._last = Overview(sequence, self._outlets(), self._newest())
        return self._last

    def _outlets(self) -> tuple[str, ...]:
        return tuple(
            row["outlet"]
            for row in self._store.rows(
                "SELECT outlet FROM documents WHERE outlet IS NOT NULL"
                " GROUP BY outlet ORDER BY count(*) DESC, outlet"
            )
        )

    def _newest(self) -> int | None:
        row = self._store.row("SELECT max(fetched) AS fetched FROM documents")
        until = day_number(row["fetched"]) if row is not None else None
        day = "SELECT max(day) FROM documents WHERE day <= ?"
        return self._store.number(day, until or UNKNOWN_DAY) or None
