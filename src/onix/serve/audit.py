"""The log: who added, checked, removed what, and who came in.

In: what is about to be done, written down before it is. Out: the newest entries first. A resource
says what it was about with `note(request, "story.html")`; the entry itself is made by `rights.py`.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from fastapi import Request

from onix.serve.private import Private

# Where an entry is cut: thousands of documents may be added at once.
LONGEST = 2000


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that was done.

    Attributes:
        at: When, in UTC: "2025-05-06T12:34:56Z".
        who: "local", "owner", "token NAME", "somebody" before they are in.
        address: From where.
        did: The right that was used ("add"), or "log in", "log out", "wrong password".
        about: What it was done with.
    """

    number: int
    at: str
    who: str
    address: str | None
    did: str
    about: str


class Log:
    """What was done at the desk."""

    def __init__(self, private: Private, *, clock: Callable[[], float] = time.time) -> None:
        self._private = private
        self._clock = clock

    def write(self, who: str, did: str, about: str = "", *, address: str | None = None) -> int:
        """Write an entry; give its number."""
        return self._private.insert(
            "INSERT INTO log (at, who, address, did, about) VALUES (?, ?, ?, ?, ?)",
            *(self._clock(), who, address, did, about[:LONGEST]),
        )

    def write_on(self, number: int, about: str) -> None:
        """Say more in an entry that was written."""
        self._private.run(
            "UPDATE log SET about = substr(about || ' · ' || ?, 1, ?) WHERE number = ?",
            *(about, LONGEST, number),
        )

    def prune(self, before: float) -> int:
        """Forget the entries of before a moment, in seconds since 1970; give how many."""
        return self._private.run("DELETE FROM log WHERE at < ?", before)

    def entries(self, *, limit: int = 100, before: int | None = None) -> list[Entry]:
        """Give the newest entries, or those before one of them."""
        rows = self._private.rows(
            "SELECT * FROM log WHERE ? IS NULL OR number < ? ORDER BY number DESC LIMIT ?",
            *(before, before, limit),
        )
        return [
            Entry(
                number=row["number"],
                at=moment(row["at"]),
                who=row["who"],
                address=row["address"],
                did=row["did"],
                about=row["about"],
            )
            for row in rows
        ]


def note(request: Request, about: str) -> None:
    """Say in the log what a request that changes or checks something was about.

    For resources behind `needs("add")` and the like, whose entry stands already.
    """
    number: int | None = getattr(request.state, "entry", None)
    if number is not None:
        log: Any = request.app.state.door.log
        log.write_on(number, about)


def moment(seconds: float) -> str:
    """Give a moment in UTC as the log and the list of tokens show it."""
    return datetime.fromtimestamp(seconds, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
