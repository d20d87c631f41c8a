"""Is the record still what was put in? In come the store and its index, out go the damaged ones.

Every text is hashed again, every offset is tried, and the index is held against the store.
"""

from __future__ import annotations

import zlib
from dataclasses import dataclass

from onix.errors import RecordError
from onix.record.database import Row
from onix.record.search import IndexDamagedError, Search
from onix.record.store import Store, text_sha256


@dataclass(frozen=True, slots=True)
class Damage:
    """A document that is not what was kept, and what is wrong with it."""

    document_id: str
    why: str


@dataclass(frozen=True, slots=True)
class Verification:
    """What was looked at and what was found; `remedy` is a sentence when anything was."""

    documents: int
    passages: int
    damaged: tuple[Damage, ...]
    index: tuple[Damage, ...]
    remedy: str | None = None

    @property
    def is_sound(self) -> bool:
        """Is everything as it was kept, and found by the index?"""
        return not self.damaged and not self.index


def verify(store: Store, index: Search | None) -> Verification:
    """Look at every document and every entry of the index; None for an index that has no sense."""
    damaged: list[Damage] = []
    unindexed: list[Damage] = []
    passages = documents = 0
    for problem in store.rows("PRAGMA quick_check(5)"):
        if problem[0] != "ok":
            damaged.append(Damage("record.sqlite", str(problem[0])))
    for key in store.rows("SELECT key FROM documents ORDER BY key"):
        row = store.documents("d.key = ?", key["key"])[0]
        documents += 1
        damaged += [Damage(row["id"], why) for why in _wrong(store, row)]
        numbers = [
            each["number"]
            for each in store.rows(
                "SELECT number FROM passages WHERE document = ? ORDER BY number", row["key"]
            )
        ]
        passages += len(numbers)
        if index is not None and (why := _wrong_in_index(index, row["id"], numbers)):
            unindexed.append(Damage(row["id"], why))
    if index is not None and not unindexed and index.size() != passages:
        unindexed.append(
            Damage("index", f"It holds {index.size()} passages, the record {passages}.")
        )
    return Verification(
        documents, passages, tuple(damaged), tuple(unindexed), _remedy(damaged, unindexed)
    )


def _wrong(store: Store, row: Row) -> list[str]:
    found = []
    text = store.text(row["key"])
    if text_sha256(text) != row["text_sha256"]:
        found.append("Its text is not the one that was kept: the SHA-256 differs.")
    try:
        store.marks(row)
    except (ValueError, KeyError, IndexError, StopIteration, TypeError, zlib.error) as problem:
        found.append(f"Its marks cannot be read: {problem or type(problem).__name__}.")
    for passage in store.rows(
        "SELECT number, start, end FROM passages WHERE document = ?", row["key"]
    ):
        if not 0 <= passage["start"] < passage["end"] <= len(text):
            found.append(f"Its passage {passage['number']} does not lie inside its text.")
    return found


def _wrong_in_index(index: Search, document_id: str, numbers: list[int]) -> str | None:
    try:
        held = index.numbers(document_id, expected=len(numbers))
    except IndexDamagedError as problem:
        return f"The index cannot be read: {problem}."
    if held == numbers:
        return None
    return f"The index holds {len(held)} of its {len(numbers)} passages."


def _remedy(damaged: list[Damage], unindexed: list[Damage]) -> str | None:
    if damaged:
        return (
            "Put back a copy of the record, or take the damaged documents out with onix remove "
            "and add them again."
        )
    if unindexed:
        return "Make the index anew with: onix record rebuild"
    return None


def unsound(document_id: str, problem: Exception) -> RecordError:
    """Give the error for a document whose marks cannot be read back."""
    return RecordError(
        f"The marks of {document_id} in the record are damaged ({problem}). "
        "See what else is with: onix record verify"
    )
