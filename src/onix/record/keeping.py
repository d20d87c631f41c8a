"""Keeping a document that was read: its place, its version, its copies and its passages.

In come a document's marks, inside a transaction of the store; out goes what became of it.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, replace

from onix.model import Document, Marks
from onix.record import banding, packing
from onix.record.database import Row
from onix.record.duplicates import are_near_copies, could_be_copies, runs
from onix.record.hiding import file_name
from onix.record.placing import Outcome, newest_version, place, site
from onix.record.store import Store

MOST_COMPARED = 8  # documents whose whole text is compared with a new one


@dataclass(frozen=True, slots=True)
class Kept:
    """What became of a document: under which id it stands in the record, and why."""

    document_id: str
    outcome: Outcome
    of: str | None = None
    why: str | None = None


def keep(store: Store, marks: Marks, *, again: bool) -> Kept:
    """Keep a document, or say why not; `again` keeps one that was taken out before."""
    from onix.reading.passages import passages

    placed = place(store, marks.document, again=again)
    document = placed.document
    if placed.outcome == "amended":
        row = store.of_id(document.id)
        assert row is not None  # noqa: S101 - `place` found it in this transaction
        store.amend(row, replace(marks, document=document))
        return Kept(document.id, placed.outcome, why=placed.why)
    if not placed.is_wanted:
        where = document.id if placed.outcome == "left out" else placed.of or document.id
        return Kept(where, placed.outcome, placed.of, placed.why)
    if document.id != marks.document.id:  # another writer was faster; spans carry the id
        marks = packing.unpack(packing.pack(marks), document)
    marks = replace(marks, document=document)
    text_runs = runs(document.text)
    copies = _copies_of(store, document, text_runs)
    previous = newest_version(store, document)
    sentences = marks.sentences or (document.span(0, len(document.text)),)
    store.insert(
        marks,
        chain=document.id if previous is None else previous["chain"],
        previous=previous,
        passages=passages(document, sentences),
        text_runs=text_runs,
        groups=[row["copies"] for row in copies],
    )
    if placed.outcome == "kept" and copies:
        first = store.documents("d.key = ?", min(row["copies"] for row in copies))[0]
        where = first["outlet"] or file_name(first["address"]) or first["id"]
        why = f"Most of its text stands in {where}, too: {first['title'] or first['id']}."
        return Kept(document.id, "near-duplicate", first["id"], why)
    return Kept(document.id, placed.outcome, placed.of, placed.why)


def _copies_of(store: Store, document: Document, text_runs: frozenset[str]) -> list[Row]:
    """Give the kept documents of which this one is a near-copy, the first kept one first."""
    found = []
    here = site(document.outlet, document.address)
    keys = json.dumps(banding.sharing(store, text_runs, most=MOST_COMPARED))
    for row in store.documents("d.key IN (SELECT value FROM json_each(?)) ORDER BY d.key", keys):
        other = store.document(row)
        if could_be_copies(document, other) and are_near_copies(
            text_runs,
            runs(other.text),
            is_transcript=document.kind != "article",
            is_same_outlet=bool(here) and here == site(other.outlet, other.address),
        ):
            found.append(row)
    return found
