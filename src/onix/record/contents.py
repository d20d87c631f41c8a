"""What is in the record, as `onix record` shows it: counts, dates, and lists that lead somewhere.

In comes the store, out goes one value; everything in it is asked of SQLite in a few queries.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from onix.model import DocumentKind
from onix.record.database import Row
from onix.record.missing import Missing, missing
from onix.record.sources import Source, sources
from onix.record.store import Store
from onix.record.tombstones import Tombstone, tombstones


@dataclass(frozen=True, slots=True)
class Listed:
    """A document in a list: enough to name it and to go there; `why` says why it is listed."""

    id: str
    title: str | None
    address: str | None
    outlet: str | None
    published: str | None
    kind: DocumentKind
    why: str | None = None


@dataclass(frozen=True, slots=True)
class State:
    """A version of a document, and since when it is known to have been there.

    Attributes:
        fetched: ISO date-time (UTC); None for a file.
        kept: The same of when it was added; None in what was kept before Onix wrote that down.
    """

    id: str
    published: str | None
    fetched: str | None
    kept: str | None


@dataclass(frozen=True, slots=True)
class Contents:
    """What the record holds. Older versions count as documents, too.

    Attributes:
        outlets: Outlet (None: unknown) and its documents, the largest first.
        first: Day of the earliest dated document; `last` of the latest.
        groups: Near-copies that stand under one origin, a tuple of ids each.
        size: Bytes on disk, index included.
    """

    documents: int
    versions: int
    passages: int
    words: int
    outlets: tuple[tuple[str | None, int], ...]
    kinds: tuple[tuple[str, int], ...]
    first: str | None
    last: str | None
    undated: tuple[Listed, ...]
    unread: tuple[Listed, ...]
    cut: tuple[Listed, ...]
    corrected: tuple[Listed, ...]
    groups: tuple[tuple[str, ...], ...]
    sources: tuple[Source, ...]
    removed: tuple[Tombstone, ...]
    left_out: tuple[Missing, ...]
    size: int


def contents(store: Store) -> Contents:
    """Give what the record holds."""
    totals = store.rows(
        "SELECT count(*) AS documents, count(superseded) AS versions,"
        " coalesce(sum(words), 0) AS words, min(substr(published, 1, 10)) AS first,"
        " max(substr(published, 1, 10)) AS last FROM documents"
    )[0]
    groups: dict[int, list[str]] = {}
    for row in store.rows(
        "SELECT copies, id FROM documents WHERE superseded IS NULL AND copies IN (SELECT copies"
        " FROM documents GROUP BY copies HAVING count(DISTINCT chain) > 1) ORDER BY copies, key"
    ):
        groups.setdefault(row["copies"], []).append(row["id"])
    return Contents(
        documents=totals["documents"],
        versions=totals["versions"],
        passages=store.number("SELECT count(*) FROM passages"),
        words=totals["words"],
        outlets=_counts(store, "outlet"),
        kinds=tuple((kind or "", count) for kind, count in _counts(store, "kind")),
        first=totals["first"],
        last=totals["last"],
        undated=_listed(store, "d.day IS NULL"),
        unread=_listed(store, "d.unread IS NOT NULL"),
        cut=_listed(store, "d.cut"),
        corrected=_listed(store, "d.corrected"),
        groups=tuple(tuple(ids) for ids in groups.values()),
        sources=tuple(sources(store)),
        removed=tuple(tombstones(store)),
        left_out=tuple(missing(store)),
        size=_size(store.folder),
    )


def states(store: Store, row: Row) -> tuple[State, ...]:
    """Give all versions of a document, the oldest first."""
    return tuple(
        State(each["id"], each["published"], each["fetched"], each["kept"])
        for each in store.documents("d.chain = ? ORDER BY d.version", row["chain"])
    )


def near_copies(store: Store, row: Row) -> tuple[str, ...]:
    """Give the ids of the other documents that carry most of the same text."""
    others = store.documents(
        "d.copies = ? AND d.chain != ? ORDER BY d.key", row["copies"], row["chain"]
    )
    return tuple(each["id"] for each in others)


def _counts(store: Store, column: str) -> tuple[tuple[str | None, int], ...]:
    return tuple(
        (row[column], row["count"])
        for row in store.rows(
            f"SELECT {column}, count(*) AS count FROM documents"
            f" GROUP BY {column} ORDER BY count DESC, {column}"
        )
    )


def _listed(store: Store, condition: str) -> tuple[Listed, ...]:
    return tuple(listed(store, row) for row in store.documents(f"{condition} ORDER BY d.key"))


def listed(store: Store, row: Row) -> Listed:
    """Give a document's row as an entry of a list."""
    return Listed(
        id=row["id"],
        title=row["title"],
        address=store.shown(row["address"]),
        outlet=row["outlet"],
        published=row["published"],
        kind=row["kind"],
        why=row["unread"],
    )


def _size(folder: Path) -> int:
    total = 0
    for path in folder.rglob("*"):
        with suppress(FileNotFoundError):  # the index tidies up while we look
            total += path.stat().st_size
    return total
