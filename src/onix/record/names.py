"""Which full names the record knows: in come words, out go names and how often they stand.

Kept in step with the documents inside the store's own transactions, so that a question can be
matched with names ("Brandt" → Ada Brandt) without opening a single document.
"""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Iterable
from typing import NamedTuple

from onix.model import Marks, MentionKind


class KnownName(NamedTuple):
    """A full name that the record knows, and in how many documents it stands."""

    name: str
    kind: MentionKind
    documents: int


class Names:
    """The tables of names behind a connection; the caller holds the transaction."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def insert(self, document: int, marks: Marks) -> None:
        """Note the names that stand in a document."""
        execute, many = self._connection.execute, self._connection.executemany
        names = {(each.name, each.kind) for each in marks.mentions if each.name is not None}
        keys = {
            (name, kind): key
            for key, name, kind in execute(
                "SELECT n.key, n.name, n.kind FROM json_each(?) asked JOIN names n"
                " ON n.name = asked.value ->> 0 AND n.kind = asked.value ->> 1",
                (json.dumps(sorted(names)),),
            )
        }
        for name, kind in sorted(names - keys.keys()):
            key = execute(
                "INSERT INTO names (name, kind, documents) VALUES (?, ?, 0)", (name, kind)
            ).lastrowid
            keys[name, kind] = key
            many(
                "INSERT OR IGNORE INTO name_words (word, name) VALUES (?, ?)",
                [(word, key) for word in name_words(name)],
            )
        many(
            "UPDATE names SET documents = documents + 1 WHERE key = ?",
            [(key,) for key in keys.values()],
        )
        many(
            "INSERT INTO name_documents (name, document) VALUES (?, ?)",
            [(key, document) for key in keys.values()],
        )

    def delete(self, document: int) -> None:
        """Forget that names stand in a document, and those that stand nowhere else.

        A look at every name: removals are rare, and an index for them would cost every record.
        """
        execute, many = self._connection.execute, self._connection.executemany
        links = execute("SELECT name FROM name_documents WHERE document = ?", (document,))
        many("UPDATE names SET documents = documents - 1 WHERE key = ?", links.fetchall())
        execute("DELETE FROM name_documents WHERE document = ?", (document,))
        gone = execute("DELETE FROM names WHERE documents = 0 RETURNING key, name").fetchall()
        for key, name in gone:
            many(
                "DELETE FROM name_words WHERE word = ? AND name = ?",
                [(word, key) for word in name_words(name)],
            )

    def known(self, words: Iterable[str], *, limit: int) -> list[KnownName]:
        """Give the names that hold any of the words, those with the most of them first."""
        asked = sorted({word for each in words for word in name_words(each)})
        return [
            KnownName(*row)
            for row in self._connection.execute(
                "SELECT n.name, n.kind, n.documents FROM name_words w JOIN names n"
                " ON n.key = w.name WHERE w.word IN (SELECT value FROM json_each(?))"
                " GROUP BY n.key ORDER BY count(*) DESC, n.documents DESC, n.name LIMIT ?",
                (json.dumps(asked), limit),
            )
        ]

    def words(self, beginning: str) -> list[str]:
        """Give the words of names, in lower case, that begin so."""
        return [
            row[0]
            for row in self._connection.execute(
                "SELECT DISTINCT word FROM name_words WHERE word >= ?1 AND word < ?1 || ?2",
                (beginning.casefold(), chr(0x10FFFF)),
            )
        ]

    def all(self, *, kind: MentionKind | None, limit: int | None) -> list[KnownName]:
        """Give every name, those that stand in most documents first."""
        return [
            KnownName(*row)
            for row in self._connection.execute(
                "SELECT name, kind, documents FROM names WHERE ?1 IS NULL OR kind = ?1"
                " ORDER BY documents DESC, name LIMIT ?2",
                (kind, -1 if limit is None else limit),
            )
        ]

    def naming(self, name: str, kind: str | None) -> list[str]:
        """Give the ids of the documents in which a full name stands."""
        return [
            row[0]
            for row in self._connection.execute(
                "SELECT DISTINCT d.id FROM names n JOIN name_documents l ON l.name = n.key"
                " JOIN documents d ON d.key = l.document"
                " WHERE n.name = ?1 AND (?2 IS NULL OR n.kind = ?2) ORDER BY d.key",
                (name, kind),
            )
        ]


def name_words(name: str) -> list[str]:
    """Give the words by which a name is found: lower case, without possessive and punctuation."""
    return [word for word in re.findall(r"\w+", name.casefold()) if word != "s"]
