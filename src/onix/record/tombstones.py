"""What is left of the documents that were taken out: when, why, and the hash of the text.

No word of a document stands here but its title. A text that was taken out is known by its hash or
its address when it comes back.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from onix.model import Document
from onix.record.database import Row
from onix.record.store import Store, text_sha256


@dataclass(frozen=True, slots=True)
class Tombstone:
    """What is left of a document that was taken out: `removed` is an ISO date-time in UTC."""

    id: str
    title: str | None
    address: str | None
    text_sha256: str
    removed: str
    why: str


def bury(store: Store, rows: Iterable[Row], *, why: str) -> list[Tombstone]:
    """Take documents out and keep what is left of them, inside one transaction of the caller."""
    removed = datetime.now(UTC).isoformat(timespec="seconds")
    return [_bury(store, row, removed, why) for row in rows]


def _bury(store: Store, row: Row, removed: str, why: str) -> Tombstone:
    store.delete(row)
    store.run(
        "INSERT INTO tombstones (sequence, id, title, address, text_sha256, removed, why)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)",
        (
            store.next_change(), row["id"], row["title"], row["address"], row["text_sha256"],
            removed, why,
        ),
    )  # fmt: skip
    digest = row["text_sha256"].hex()
    return Tombstone(row["id"], row["title"], row["address"], digest, removed, why)


def tombstones(store: Store) -> list[Tombstone]:
    """Give what is left of the documents that were taken out, the oldest first."""
    stones = map(_tombstone, store.rows("SELECT * FROM tombstones ORDER BY sequence"))
    return [replace(each, address=store.shown(each.address)) for each in stones]


def tombstone_of(store: Store, document: Document) -> Tombstone | None:
    """Give the tombstone of this text or this address, the newest if there are more."""
    row = store.row(
        "SELECT * FROM tombstones WHERE text_sha256 = ? OR address = ?"
        " ORDER BY sequence DESC LIMIT 1",
        text_sha256(document.text),
        document.address,
    )
    return None if row is None else _tombstone(row)


def _tombstone(row: Row) -> Tombstone:
    return Tombstone(
        id=row["id"],
        title=row["title"],
        address=row["address"],
        text_sha256=row["text_sha256"].hex(),
        removed=row["removed"],
        why=row["why"],
    )
