"""The MinHash bands of the kept texts: by what they share, a near-copy is found.

In go the runs of words of a text (`duplicates.runs`), out come the documents that share most bands
with it. A copy of what the texts say: made anew when MinHash itself changes.
"""

from __future__ import annotations

import json

from onix.record.database import Database
from onix.record.duplicates import bands, bands_version, runs


def insert(database: Database, key: int, text_runs: frozenset[str]) -> None:
    """Note the bands of a document, inside a transaction."""
    database.run_all(
        "INSERT OR IGNORE INTO bands (band, document) VALUES (?, ?)",
        [(band, key) for band in bands(text_runs)],
    )


def delete(database: Database, key: int, text_runs: frozenset[str]) -> None:
    """Forget the bands of a document, inside a transaction."""
    database.run_all(
        "DELETE FROM bands WHERE band = ? AND document = ?",
        [(band, key) for band in bands(text_runs)],
    )


def sharing(database: Database, text_runs: frozenset[str], *, most: int) -> list[int]:
    """Give the keys of the documents that share the most bands with a text."""
    rows = database.rows(
        "SELECT document FROM bands WHERE band IN (SELECT value FROM json_each(?))"
        " GROUP BY document ORDER BY count(*) DESC, document LIMIT ?",
        json.dumps(bands(text_runs)),
        most,
    )
    return [row["document"] for row in rows]


def level(database: Database) -> None:
    """Make all bands anew if they are of another version of MinHash than the one installed."""
    version = database.number("SELECT value FROM meta WHERE name = 'bands'")
    if version == bands_version():
        return
    database.run("INSERT OR REPLACE INTO meta VALUES ('bands', ?)", (bands_version(),))
    database.run("DELETE FROM bands")
    for row in database.rows("SELECT document FROM texts"):
        text = database.row("SELECT text FROM texts WHERE document = ?", row["document"])
        insert(database, row["document"], runs("" if text is None else text["text"]))
