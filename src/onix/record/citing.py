"""From rows to citations: in comes what search found, out go passages that say where they stand.

All hits are looked up together, a few queries for the lot.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import replace

from onix.model import Citation, Hit, Origins, Passage, Span
from onix.record.database import Row
from onix.record.duplicates import origin
from onix.record.parts import Part
from onix.record.store import DOCUMENT, Store


def hits(store: Store, found: list[tuple[str, int, float]]) -> list[Hit]:
    """Give a hit for each (document id, passage number, score), in order."""
    asked = json.dumps([(document_id, number) for document_id, number, _ in found])
    rows = {
        (row["id"], row["number"]): row
        for row in store.rows(
            f"SELECT {DOCUMENT}, p.number, p.start, p.end FROM json_each(?) asked"
            " JOIN documents d ON d.id = asked.value ->> 0"
            " JOIN passages p ON p.document = d.key AND p.number = asked.value ->> 1",
            asked,
        )
    }
    texts = store.texts({row["key"] for row in rows.values()})
    cited = citations(store, rows.values())
    given = []
    for document_id, number, score in found:
        row = rows.get((document_id, number))
        if row is None or row["key"] not in texts:  # removed a moment ago
            continue
        text = texts[row["key"]][row["start"] : row["end"]]
        span = Span(document_id, row["start"], row["end"], text)
        given.append(Hit(Passage(span, number), score, replace(cited[document_id], span=span)))
    return given


def around(store: Store, found: Sequence[Hit]) -> list[Hit]:
    """Give each hit with the passages before and behind it in its document put to it.

    Search gives none that overlap, so that what stands between two of them would be lost.
    """
    asked = json.dumps([(each.passage.span.document_id, each.passage.number) for each in found])
    rows = {
        row["place"]: row
        for row in store.rows(
            "SELECT asked.key AS place, d.key, MIN(p.start) AS start, MAX(p.end) AS end"
            " FROM json_each(?) asked JOIN documents d ON d.id = asked.value ->> 0"
            " JOIN passages p ON p.document = d.key"
            " AND p.number BETWEEN (asked.value ->> 1) - 1 AND (asked.value ->> 1) + 1"
            " GROUP BY asked.key",
            asked,
        )
    }
    texts = store.texts({row["key"] for row in rows.values()})
    given = []
    for place, hit in enumerate(found):
        row = rows.get(place)
        if row is None or row["key"] not in texts:  # removed a moment ago
            given.append(hit)
            continue
        text = texts[row["key"]][row["start"] : row["end"]]
        span = Span(hit.passage.span.document_id, row["start"], row["end"], text)
        passage = Passage(span, hit.passage.number)
        given.append(replace(hit, passage=passage, citation=replace(hit.citation, span=span)))
    return given


def citations(
    store: Store, rows: Iterable[Row], *, among: Part | None = None
) -> dict[str, Citation]:
    """Give the citation of each row's document by its id, the span left empty.

    Args:
        among: Only copies of this part are counted.
    """
    documents = {row["id"]: row for row in rows}
    groups = store.copies(row["copies"] for row in documents.values())
    corrected = store.last_corrected(row["chain"] for row in documents.values())
    corrections = {chain: _correction(store, row) for chain, row in corrected.items()}
    given = {}
    for document_id, row in documents.items():
        group = [
            each
            for each in groups.get(row["copies"], [])
            if among is None or each[0] in among.chains
        ]
        copies = len({chain for chain, _ in group})
        last = corrected.get(row["chain"])
        is_corrected = last is not None and row["version"] <= last["version"]
        given[document_id] = Citation(
            span=Span(document_id, 0, 0, ""),
            title=row["title"],
            outlet=row["outlet"],
            published=row["published"],
            address=store.shown(row["address"]),
            version_of=row["version_of"],
            corrected=is_corrected,
            copies=max(copies, 1),
            origin=origin(copy for _, copy in group) if copies > 1 else row["credit"],
            copy_of=group[0][0] if copies > 1 else None,
            modified=row["modified"],
            correction=corrections[row["chain"]] if is_corrected else None,
        )
    return given


def _correction(store: Store, row: Row) -> Span | None:
    from onix.intake import notes  # with all its readers; corrected articles are rare

    text = store.text(row["key"])
    place = notes.correction_in(text)
    return Span(row["id"], *place, text[slice(*place)]) if place else None


def origins(cited: Iterable[Citation]) -> Origins:
    """Give how many outlets these are of, and to how many origins they go back.

    Near-copies go back to one, named where it is known; what is nobody's copy to its outlet.
    """
    cited = list(cited)
    outlets = {each.outlet for each in cited if each.outlet}
    known = {each.origin or (each.outlet if each.copy_of is None else None) for each in cited}
    apart = {each.origin or each.copy_of or each.outlet or each.span.document_id for each in cited}
    return Origins(len(outlets), len(apart), tuple(sorted(name for name in known if name)))
