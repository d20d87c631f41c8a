"""The rows of the record: in go documents with their marks, out they come as they went in.

SQLite is the truth: what stands here is kept, and the index can be made from it at any time.
Every change takes the next sequence number. Nothing is decided here (see placing.py) and
nothing is searched by words (see search.py).
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

from onix.model import Document, Marks, MentionKind, Passage
from onix.record import banding, packing
from onix.record.database import Database, Row
from onix.record.duplicates import Copy, credit, runs
from onix.record.hiding import file_name
from onix.record.names import KnownName, Names
from onix.record.query import UNKNOWN_DAY, Standing, day_number
from onix.record.schema import explained

DOCUMENT = (
    "d.key, d.id, d.chain, d.version, d.copies, d.sequence, d.kind, d.title, d.address, d.outlet,"
    " d.authors, d.published, d.fetched, d.language, d.raw_sha256, d.version_of, d.corrected,"
    " d.cut, d.unread, d.credit, d.words, d.text_sha256, d.day, d.appears, d.superseded,"
    " d.modified, d.kept"
)


@dataclass(frozen=True, slots=True)
class Change:
    """What the index is to be told of a document just kept."""

    sequence: int
    key: int
    document_id: str
    standing: Standing


class Store(Database):
    """The documents of the record in `folder`, with all that is kept of them.

    Args:
        paths: Say where on this machine a file lay; otherwise only its name is said.
    """

    def __init__(
        self, folder: Path, *, write: bool, create: bool = False, paths: bool = True
    ) -> None:
        super().__init__(folder, write=write, create=create)
        self._paths = paths
        self._names = Names(self._connection)
        self._layouts: dict[int, str] = {}
        self._layout: int | None = None

    def rolled_back(self) -> None:
        """Forget the number of a layout that was not kept after all."""
        self._layout = None

    # -- changes -------------------------------------------------------------------------------

    def sequence(self) -> int:
        """Give the number of the last change."""
        return self.number("SELECT value FROM meta WHERE name = 'sequence'")

    def next_change(self) -> int:
        """Take the next sequence number, inside a transaction."""
        return self.number(
            "UPDATE meta SET value = value + 1 WHERE name = 'sequence' RETURNING value"
        )

    def insert(
        self,
        marks: Marks,
        *,
        chain: str,
        previous: Row | None,
        passages: Sequence[Passage],
        text_runs: frozenset[str],
        groups: Iterable[int],
    ) -> Change:
        """Keep a document, as the version after `previous`, as a copy of those in `groups`."""
        document = marks.document
        appears = _appears(document, previous)
        if previous is not None:
            self._supersede(previous, appears)
        sequence = self.next_change()
        values: dict[str, object] = {
            "id": document.id,
            "chain": chain,
            "version": 1 if previous is None else previous["version"] + 1,
            "copies": 0,
            "sequence": sequence,
            "kind": document.kind,
            "title": document.title,
            "address": document.address,
            "outlet": document.outlet,
            "authors": json.dumps(document.authors, ensure_ascii=False),
            "published": document.published,
            "fetched": document.fetched,
            "language": document.language,
            "raw_sha256": document.raw_sha256,
            "version_of": document.version_of,
            "corrected": document.corrected,
            "cut": document.cut,
            "unread": marks.unread,
            "credit": credit(document),
            "words": len(document.text.split()),
            "text_sha256": text_sha256(document.text),
            "day": day_number(document.published),
            "appears": appears,
            "modified": document.modified,
            "kept": datetime.now(UTC).isoformat(timespec="seconds"),
        }
        names = ", ".join(values)
        marked = ", ".join("?" * len(values))
        key = self.number(
            f"INSERT INTO documents ({names}) VALUES ({marked}) RETURNING key", *values.values()
        )
        joined = sorted({*groups, *([previous["copies"]] if previous is not None else [])})
        first = joined[0] if joined else key
        self.run("UPDATE documents SET copies = ? WHERE key = ?", (first, key))
        for group in joined[1:]:
            self.run("UPDATE documents SET copies = ? WHERE copies = ?", (first, group))
        self.run(
            "INSERT INTO texts (document, text, turns, marks, layout) VALUES (?, ?, ?, ?, ?)",
            (
                key,
                document.text,
                packing.pack_turns(document),
                packing.pack(marks),
                self._layout_now(),
            ),
        )
        self.run_all(
            "INSERT INTO passages (document, number, start, end) VALUES (?, ?, ?, ?)",
            [(key, each.number, each.span.start, each.span.end) for each in passages],
        )
        banding.insert(self, key, text_runs)
        self._names.insert(key, marks)
        return Change(sequence, key, document.id, Standing(appears))

    def amend(self, row: Row, marks: Marks) -> None:
        """Keep the date and the outlet of a document of the same text, and its marks, anew."""
        document, key = marks.document, row["key"]
        before = self.row("SELECT * FROM documents WHERE id = ?", row["version_of"])
        appears = _appears(document, before)
        if before is not None:
            self._supersede(before, appears)
        self.run(
            "UPDATE documents SET published = ?, outlet = ?, credit = ?, day = ?, appears = ?,"
            " sequence = ? WHERE key = ?",
            (
                document.published, document.outlet, credit(document),
                day_number(document.published), appears, self.next_change(), key,
            ),
        )  # fmt: skip
        self.run(
            "UPDATE texts SET marks = ?, layout = ? WHERE document = ?",
            (packing.pack(marks), self._layout_now(), key),
        )
        self._names.delete(key)
        self._names.insert(key, marks)

    def _supersede(self, row: Row, day: int | None) -> None:
        """Say of a version from which day on a newer one was there."""
        self.run(
            "UPDATE documents SET superseded = ?, sequence = ? WHERE key = ?",
            (day or UNKNOWN_DAY, self.next_change(), row["key"]),
        )

    def _layout_now(self) -> int:
        """Give the number under which today's layout of marks is kept."""
        if self._layout is None:
            self._layout = self.number(
                "INSERT INTO layouts (fields) VALUES (?) ON CONFLICT"
                " DO UPDATE SET fields = fields RETURNING number",
                packing.layout(),
            )
        return self._layout

    def delete(self, row: Row) -> None:
        """Take a document out for good; its chain and group close up."""
        key = row["key"]
        self._names.delete(key)
        banding.delete(self, key, runs(self.text(key)))
        self.run("DELETE FROM documents WHERE key = ?", (key,))
        self.run(
            "UPDATE documents SET version_of = ?, sequence = ? WHERE chain = ? AND version_of = ?",
            (row["version_of"], self.next_change(), row["chain"], row["id"]),
        )
        self.run(
            "UPDATE documents SET superseded = ?, sequence = ? WHERE id = ?",
            (row["superseded"], self.next_change(), row["version_of"]),
        )
        self.run(
            "UPDATE documents SET copies = (SELECT min(key) FROM documents WHERE copies = ?1)"
            " WHERE copies = ?1",
            (row["copies"],),
        )

    # -- documents -----------------------------------------------------------------------------

    def documents(self, where: str, *values: object) -> list[Row]:
        """Give the rows of documents `d`, without their texts, that fit a condition."""
        return self.rows(f"SELECT {DOCUMENT} FROM documents d WHERE {where}", *values)

    def of_id(self, document_id: str) -> Row | None:
        """Give the row of a document, or None."""
        found = self.documents("d.id = ?", document_id)
        return found[0] if found else None

    def shown(self, address: str | None) -> str | None:
        """Give an address as it may be said: where paths are not, a file's as its name alone."""
        return address if self._paths else file_name(address)

    def text(self, key: int) -> str:
        """Give the text of a document, character for character."""
        row = self.row("SELECT text FROM texts WHERE document = ?", key)
        return "" if row is None else str(row["text"])

    def texts(self, keys: Iterable[int]) -> dict[int, str]:
        """Give the texts of documents by key."""
        rows = self.rows(
            "SELECT document, text FROM texts WHERE document IN (SELECT value FROM json_each(?))",
            json.dumps(sorted(keys)),
        )
        return {row["document"]: row["text"] for row in rows}

    def document(self, row: Row) -> Document:
        """Give the document of a row."""
        found = self.row("SELECT text, turns, layout FROM texts WHERE document = ?", row["key"])
        assert found is not None  # noqa: S101 - a foreign key keeps them together
        document = Document(
            id=row["id"],
            kind=row["kind"],
            text=found["text"],
            title=row["title"],
            address=self.shown(row["address"]),
            outlet=row["outlet"],
            authors=tuple(json.loads(row["authors"])),
            published=row["published"],
            fetched=row["fetched"],
            language=row["language"],
            raw_sha256=row["raw_sha256"],
            version_of=row["version_of"],
            corrected=bool(row["corrected"]),
            cut=bool(row["cut"]),
            modified=row["modified"],
        )
        if found["turns"] is None:
            return document
        layout = self._layout_of(found["layout"])
        return packing.unpack_turns(found["turns"], document, layout)

    def marks(self, row: Row, *, only: frozenset[str] | None = None) -> Marks:
        """Give the document of a row with its marks, or only some kinds of them."""
        found = self.row("SELECT marks, layout FROM texts WHERE document = ?", row["key"])
        assert found is not None  # noqa: S101 - a foreign key keeps them together
        layout = self._layout_of(found["layout"])
        marks = packing.unpack(found["marks"], self.document(row), layout, only=only)
        return replace(marks, unread=row["unread"])

    def _layout_of(self, number: int) -> str:
        if number not in self._layouts:
            row = self.row("SELECT fields FROM layouts WHERE number = ?", number)
            self._layouts[number] = packing.layout() if row is None else row["fields"]
        return self._layouts[number]

    def passages(self, document: Document, key: int) -> list[Passage]:
        """Give the passages of a document, in order."""
        return [
            Passage(document.span(row["start"], row["end"]), row["number"])
            for row in self.rows(
                "SELECT number, start, end FROM passages WHERE document = ? ORDER BY number", key
            )
        ]

    def changes(self, since: int) -> Iterator[Row]:
        """Give the documents that changed after a sequence number, in that order."""
        keys = self.rows("SELECT key FROM documents WHERE sequence > ? ORDER BY sequence", since)
        for key in keys:
            yield from self.documents("d.key = ?", key["key"])

    def copies(self, groups: Iterable[int]) -> dict[int, list[tuple[str, Copy]]]:
        """Give, for each group of near-copies, its chains and what an origin is told from."""
        found: dict[int, list[tuple[str, Copy]]] = {}
        for row in self.rows(
            "SELECT copies, chain, outlet, credit, day FROM documents"
            " WHERE copies IN (SELECT value FROM json_each(?)) ORDER BY key",
            json.dumps(sorted(set(groups))),
        ):
            copy = Copy(row["outlet"], row["credit"], row["day"])
            found.setdefault(row["copies"], []).append((row["chain"], copy))
        return found

    def last_corrected(self, chains: Iterable[str]) -> dict[str, Row]:
        """Give, for each chain that has one, its last version with a correction."""
        rows = self.documents(
            "d.corrected AND d.chain IN (SELECT value FROM json_each(?)) ORDER BY d.version",
            json.dumps(sorted(set(chains))),
        )
        return {row["chain"]: row for row in rows}

    def names(self, words: Iterable[str], *, limit: int) -> list[KnownName]:
        """Give the known names that hold any of the words, those with the most of them first."""
        with explained(self.folder):
            return self._names.known(words, limit=limit)

    def name_words(self, beginning: str) -> list[str]:
        """Give the words of names, in lower case, that begin so."""
        with explained(self.folder):
            return self._names.words(beginning)

    def all_names(self, *, kind: MentionKind | None, limit: int | None) -> list[KnownName]:
        """Give every known name, those that stand in most documents first."""
        with explained(self.folder):
            return self._names.all(kind=kind, limit=limit)

    def naming(self, name: str, kind: str | None) -> list[str]:
        """Give the ids of the documents in which a full name stands."""
        with explained(self.folder):
            return self._names.naming(name, kind)


def _appears(document: Document, previous: Row | None) -> int | None:
    """Give the day from which on a text was there, in place of the version before if there is one.

    Pages are saved anew for many reasons, so one that was changed counts from its publication on;
    but the words of a corrected one are those of the correction.
    """
    day, modified = day_number(document.published), day_number(document.modified)
    if previous is None:
        return max(day or 0, modified) if modified and document.corrected else day
    if day is not None and (previous["day"] is None or day > previous["day"]):
        return day
    # The page kept its date when it changed: this text was there when it was changed or fetched.
    if modified is not None and modified > (previous["appears"] or 0):
        return modified
    return day_number(document.fetched) or day


def text_sha256(text: str) -> bytes:
    """Give the SHA-256 of a text in UTF-8."""
    return sha256(text.encode()).digest()
