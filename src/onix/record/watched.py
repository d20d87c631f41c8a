"""The checks that are watched: rows of the record, which know nothing of what was checked."""

from __future__ import annotations

import json
from dataclasses import dataclass

from onix.record.store import Store


@dataclass(frozen=True, slots=True)
class WatchedCheck:
    """A check that is run again when a document that it cites gets a new version.

    Attributes:
        added: ISO date-time in UTC.
        about: What was checked, as JSON (`onix.jobs.watch`).
        seen: The newest versions of what it cites when they were last reported.
    """

    name: str
    added: str
    about: str
    seen: tuple[str, ...] = ()


def checks(store: Store) -> list[WatchedCheck]:
    """Give the checks that are watched, by name."""
    return [
        WatchedCheck(row["name"], row["added"], row["about"], tuple(json.loads(row["seen"])))
        for row in store.rows("SELECT * FROM checks ORDER BY name")
    ]


def watch(store: Store, check: WatchedCheck) -> None:
    """Keep a check, in place of what was kept under its name; inside a transaction."""
    store.run(
        "INSERT OR REPLACE INTO checks (name, added, about, seen) VALUES (?, ?, ?, ?)",
        (check.name, check.added, check.about, json.dumps(check.seen)),
    )


def unwatch(store: Store, name: str) -> bool:
    """Keep a check no more, inside a transaction. False when it was not kept."""
    return bool(store.rows("DELETE FROM checks WHERE name = ? RETURNING 1", name))
