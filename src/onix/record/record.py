"""The record, open: documents go in for good, and come out by id, by name and by words.

`Record` holds the store (the truth) and its index (derived) together: what the store has and the
index has not yet is replayed before anything is searched, an index that cannot be used is made
anew, and what the user should hear of that stands in `notices`.
"""

from __future__ import annotations

import json
import time
import zlib
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from onix.errors import InputError, RecordError
from onix.model import Citation, Document, DocumentKind, Hit, Marks, MentionKind
from onix.record import (
    banding,
    citing,
    finding,
    missing,
    sources,
    tombstones,
    verification,
    watched,
)
from onix.record import contents as shown
from onix.record.database import Row
from onix.record.following import Follower
from onix.record.keeping import Kept, keep
from onix.record.lock import WriterLock
from onix.record.names import KnownName
from onix.record.overview import Overviews
from onix.record.parts import Part, part
from onix.record.passing import passing, undated
from onix.record.placing import Placed, place
from onix.record.query import Query
from onix.record.search import IndexDamagedError
from onix.record.sources import Source
from onix.record.store import Store
from onix.record.tombstones import Tombstone
from onix.record.watched import WatchedCheck

# An index commit costs tens of milliseconds, and what it lacks is replayed when opened.
INDEX_EVERY = 5.0  # seconds between index commits while documents are kept
MOST_NAMES = 200


class Record:
    """What was published and what was said, kept word for word. Open it with `open_record`."""

    def __init__(self, path: Path, lock: WriterLock, store: Store) -> None:
        self.path = path
        self._lock = lock
        self._store = store
        self._follower = Follower(store, lock)
        self._followed = time.monotonic()
        self._overviews = Overviews(store)
        self._is_open = True

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        problem: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if kind is None:
            self.close()
        else:
            with suppress(RecordError):
                self.close()

    def close(self) -> None:
        """Bring the index level and let the next writer in. Closing twice does no harm."""
        if self._is_open:
            self._is_open = False
            try:
                self._follower.close()
            finally:
                self._store.close()
                self._lock.release()

    @property
    def sequence(self) -> int:
        """The number of the last change: as long as it is the same, so is the record."""
        return self._store.sequence()

    @property
    def notices(self) -> tuple[str, ...]:
        """What the user should hear: an index that was damaged and has been made anew."""
        return tuple(self._follower.notices)

    # -- in ------------------------------------------------------------------------------------

    def place(
        self,
        document: Document,
        *,
        again: bool = False,
        is_as_now: bool = False,
        written: str | None = None,
    ) -> Placed:
        """Say what a document is to the record, and give it with its final id; see `placing`."""
        return place(self._store, document, again=again, is_as_now=is_as_now, written=written)

    def keep(self, batch: Sequence[Marks], *, again: bool = False) -> list[Kept]:
        """Keep documents with their marks. When this returns they are durable.

        Returns:
            What became of each, in order. Their text is found by `search` from now on.
        """
        self._must_write()
        with self._store.transaction():
            banding.level(self._store)
            kept = [keep(self._store, marks, again=again) for marks in batch]
        if time.monotonic() - self._followed >= INDEX_EVERY:
            # An index that fails here is tried again by `close`, which says so.
            with suppress(RecordError):
                self._follower.level()
            self._followed = time.monotonic()
        return kept

    def amend(self, marks: Marks) -> None:
        """Keep what is known of a document now, with what was read in view of it.

        Args:
            marks: Of a document that the record holds in its newest version, under its id.
        """
        self._must_write()
        with self._store.transaction():
            self._store.amend(self._row(marks.document.id), marks)

    def remember_missing(self, left_out: Mapping[str, str], there: Collection[str] = ()) -> None:
        """Keep why each of these addresses was left out; forget it of those that are there now."""
        if not left_out and not missing.is_any(self._store):
            return
        self._must_write()
        tried = datetime.now(UTC).isoformat(timespec="seconds")
        with self._store.transaction():
            missing.remember(self._store, left_out, there, tried=tried)

    def remember_source(self, source: Source) -> None:
        """Keep a feed or page to fetch again, in place of what was known of its address."""
        self._must_write()
        with self._store.transaction():
            sources.remember(self._store, source)

    def forget_source(self, address: str) -> bool:
        """Fetch this feed or page no more. False when it was not kept."""
        self._must_write()
        with self._store.transaction():
            return sources.forget(self._store, address)

    def watch(self, *checks: WatchedCheck) -> None:
        """Keep checks to run again, in place of those of the same names; durable on return."""
        self._must_write()
        with self._store.transaction():
            for each in checks:
                watched.watch(self._store, each)

    def unwatch(self, name: str) -> bool:
        """Run this check no more. False when it was not kept."""
        self._must_write()
        with self._store.transaction():
            return watched.unwatch(self._store, name)

    def remove(self, document_id: str, *, why: str) -> Tombstone:
        """Take a document out for good, text, marks and names, and leave a tombstone."""
        return self.remove_all([document_id], why=why)[0]

    def remove_all(self, document_ids: Iterable[str], *, why: str) -> list[Tombstone]:
        """Take documents out for good: all of them, or none when one is not there."""
        self._must_write()
        with self._store.transaction():
            stones = tombstones.bury(self._store, map(self._row, document_ids), why=why)
        self._store.fold_log()
        self._follower.level()  # a removal makes the index anew, so that its files lose the words
        return stones

    def _must_write(self) -> None:
        if not self._lock.is_held:
            raise RecordError(
                f"The record {self.path} was opened for reading only. "
                "Open it with open_record(path, write=True)."
            )

    # -- out -----------------------------------------------------------------------------------

    def __len__(self) -> int:
        return self._store.number("SELECT count(*) FROM documents")

    def ids(self) -> Iterator[str]:
        """Give the ids of all documents, in the order they were kept."""
        for row in self._store.rows("SELECT id FROM documents ORDER BY key"):
            yield row["id"]

    def superseded(self) -> frozenset[str]:
        """Give the ids of the documents that have a newer version."""
        rows = self._store.documents("d.superseded IS NOT NULL")
        return frozenset(row["id"] for row in rows)

    def with_text(self, text_sha256: str) -> tuple[str, ...]:
        """Give the ids of the documents whose text has this SHA-256 (hexadecimal)."""
        rows = self._store.documents("d.text_sha256 = ? ORDER BY d.key", bytes.fromhex(text_sha256))
        return tuple(row["id"] for row in rows)

    def document(self, document_id: str) -> Document:
        """Give a document as it was kept. Raises InputError when there is none of this id."""
        return self._store.document(self._row(document_id))

    def marks(self, document_id: str, *, only: Iterable[str] | None = None) -> Marks:
        """Give a document with everything read in it. Raises InputError as `document` does.

        Args:
            only: Fields of the marks ("quotes"); the others are left empty, which is faster.
        """
        wanted = None if only is None else frozenset(only)
        try:
            return self._store.marks(self._row(document_id), only=wanted)
        except (ValueError, IndexError, StopIteration, zlib.error) as problem:
            raise verification.unsound(document_id, problem) from problem

    def _row(self, document_id: str) -> Row:
        row = self._store.of_id(document_id)
        if row is None:
            raise InputError(
                f"No document {document_id} in {self.path}. See what there is with: onix record"
            )
        return row

    def find(self, text: str) -> Document:
        """Give the document that a user means by an id, an address, a file name or a title.

        Raises:
            InputError: None or several fit; the message names the candidates.
        """
        return self._store.document(finding.document(self._store, text, self.path))

    def ids_of(self, names: Sequence[str]) -> tuple[str, ...]:
        """Give the ids of many documents that a user names; raises InputError as `find` does."""
        return finding.ids_of(self._store, names, self.path)

    def part(
        self, *, outlets: Sequence[str] = (), documents: Sequence[str] = (), as_of: str | None
    ) -> Part:
        """Give the part that is of these outlets or domains, or one of these documents.

        Args:
            documents: Ids or whole addresses.
            as_of: Only what was published by then (ISO date), in the version of that day.
        """
        return part(self._store, outlets=outlets, documents=documents, as_of=as_of)

    def names(self, words: Iterable[str], *, limit: int = MOST_NAMES) -> list[KnownName]:
        """Give the full names that hold any of these words, those that hold most of them first."""
        return self._store.names(words, limit=limit)

    def naming(self, name: str, kind: str | None = None) -> list[str]:
        """Give the ids of the documents in which a mention stands for this full name."""
        return self._store.naming(name, kind)

    def name_words(self, beginning: str) -> list[str]:
        """Give the words of the names that the record knows, in lower case, that begin so."""
        return self._store.name_words(beginning)

    def all_names(
        self, *, kind: MentionKind | None = None, limit: int | None = None
    ) -> list[KnownName]:
        """Give every full name that the record knows, those in most documents first.

        Args:
            kind: Only those of a kind.
            limit: Only so many; None for all.
        """
        return self._store.all_names(kind=kind, limit=limit)

    def passing(self, query: Query, *, kinds: Sequence[DocumentKind] = ()) -> list[str]:
        """Give the ids of the documents that pass the filters of a query, in order of keeping.

        Raises:
            InputError: A date of the query is none.
        """
        return [row["id"] for row in passing(self._store, query, kinds)]

    def keys(self, *, kinds: Sequence[DocumentKind]) -> tuple[int, ...]:
        """Give the numbers of the documents of these kinds, older versions left out.

        What came back under an id has another number, so that as long as these are the same, so
        are the documents.
        """
        return tuple(row["key"] for row in passing(self._store, Query(""), kinds))

    def listed(self, query: Query, *, kinds: Sequence[DocumentKind] = ()) -> list[shown.Listed]:
        """Give the documents that pass the filters of a query, in order of keeping, for a list.

        Raises:
            InputError: A date of the query is none.
        """
        return [shown.listed(self._store, row) for row in passing(self._store, query, kinds)]

    def outlets(self) -> tuple[str, ...]:
        """Give the outlets of the record, those with the most documents first."""
        return self._overviews.now().outlets

    def check_outlets(self, outlets: Sequence[str]) -> None:
        """See that each is an outlet of the record. Raises InputError naming the nearest."""
        if outlets:
            finding.check_outlets(outlets, self.outlets(), self.path)

    def undated(self, outlets: Sequence[str] = ()) -> int:
        """Give the number of documents that every date filter leaves out for want of a date."""
        return undated(self._store, outlets)

    def near_copies(self, document_id: str) -> tuple[str, ...]:
        """Give the ids of the other documents that carry most of the same text."""
        return shown.near_copies(self._store, self._row(document_id))

    def versions(self, document_id: str) -> tuple[str, ...]:
        """Give the ids of all versions of a document, the oldest first."""
        return tuple(each.id for each in self.states(document_id))

    def states(self, document_id: str) -> tuple[shown.State, ...]:
        """Give all versions of a document, the oldest first, with when each was seen."""
        return shown.states(self._store, self._row(document_id))

    def sources(self) -> list[Source]:
        """Give the feeds and pages to fetch again."""
        return sources.sources(self._store)

    def watched(self) -> list[WatchedCheck]:
        """Give the checks to run again."""
        return watched.checks(self._store)

    def tombstones(self) -> list[Tombstone]:
        """Give what is left of the documents that were taken out."""
        return tombstones.tombstones(self._store)

    def contents(self) -> shown.Contents:
        """Give what the record holds, as `onix record` shows it."""
        return shown.contents(self._store)

    # -- search --------------------------------------------------------------------------------

    def search(self, query: Query) -> list[Hit]:
        """Give the passages that fit a query, best first, near-copies among them.

        Raises:
            InputError: A date of the query is none.
        """
        newest = self._overviews.now().newest if query.recency and not query.as_of else None
        try:
            index = self._follower.level()
            found = index.search(query.words, limit=query.limit, query=query, newest=newest)
        except IndexDamagedError:
            index = self._follower.anew("was damaged")
            found = index.search(query.words, limit=query.limit, query=query, newest=newest)
        return citing.hits(self._store, found)

    def around(self, hits: Sequence[Hit]) -> list[Hit]:
        """Give each passage found with those before and behind it in its document put to it."""
        return citing.around(self._store, hits)

    def citation(self, document_id: str, start: int, end: int) -> Citation:
        """Give a stretch of a document with where to look."""
        row = self._row(document_id)
        span = self._store.document(row).span(start, end)
        return replace(citing.citations(self._store, [row])[row["id"]], span=span)

    def citations(
        self, document_ids: Iterable[str], *, among: Part | None = None
    ) -> dict[str, Citation]:
        """Give where to look for each of many documents, by id, with no words of it yet.

        Args:
            among: Copies, and what they go back to, are told from the documents of this part.
        """
        asked = json.dumps(sorted(set(document_ids)))
        rows = self._store.documents("d.id IN (SELECT value FROM json_each(?))", asked)
        return citing.citations(self._store, rows, among=among)

    # -- upkeep --------------------------------------------------------------------------------

    def verify(self) -> verification.Verification:
        """Hash every document again, try every offset, and hold the index against the store."""
        return verification.verify(self._store, self._follower.level())

    def rebuild(self) -> int:
        """Make the index anew from the store. Returns the number of passages in it."""
        self._must_write()
        return self._follower.anew(None).size()
