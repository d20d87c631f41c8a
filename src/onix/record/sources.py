"""The feeds and pages to fetch again: rows of the record, which know nothing of the network."""

from __future__ import annotations

from dataclasses import astuple, dataclass
from typing import Literal

from onix.record.store import Store

SourceKind = Literal["feed", "page"]


@dataclass(frozen=True, slots=True)
class Source:
    """A feed or page to fetch again, with what a conditional request needs."""

    address: str
    kind: SourceKind = "feed"
    outlet: str | None = None
    etag: str | None = None
    last_modified: str | None = None
    fetched: str | None = None


def sources(store: Store) -> list[Source]:
    """Give the feeds and pages to fetch again, by address."""
    return [
        Source(**{**dict(row), "address": store.shown(row["address"])})
        for row in store.rows(
            "SELECT address, kind, outlet, etag, last_modified, fetched FROM sources"
            " ORDER BY address"
        )
    ]


def remember(store: Store, source: Source) -> None:
    """Keep a source, in place of what was kept of its address; inside a transaction."""
    store.run(
        "INSERT OR REPLACE INTO sources"
        " (address, kind, outlet, etag, last_modified, fetched) VALUES (?, ?, ?, ?, ?, ?)",
        astuple(source),
    )


def forget(store: Store, address: str) -> bool:
    """Keep a source no more, inside a transaction. False when it was not kept."""
    return bool(store.rows("DELETE FROM sources WHERE address = ? RETURNING 1", address))
