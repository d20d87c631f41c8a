"""A part of the record: names of outlets, domains and documents come in, what they hold goes out.

For whatever may answer from some documents alone. What is asked of a part is asked of its ids; how
often its texts were copied, and what they go back to, is told from its own documents, too.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import get_args
from urllib.parse import urlsplit

from onix.model import DocumentKind
from onix.record.database import Row
from onix.record.passing import passing
from onix.record.query import Query, outlet_number
from onix.record.store import Store

# A draft was published by nobody, whatever outlet it names.
PUBLISHED = frozenset(get_args(DocumentKind)) - {"draft"}


@dataclass(frozen=True, slots=True)
class Part:
    """Documents of a record, each in the version of a day.

    Attributes:
        chains: By which all versions of each are known.
        outlets: Whose documents these are, and no others, so that the index need not go by ids;
            empty where that cannot be said.
        newest: When the last of them was published (ISO), as far as that is known.
        updated: When the last of them came in (ISO date-time, UTC).
        missing: Names for which there is nothing.
    """

    ids: tuple[str, ...]
    chains: frozenset[str] = frozenset()
    outlets: tuple[str, ...] = ()
    newest: str | None = None
    updated: str | None = None
    missing: tuple[str, ...] = ()


def part(
    store: Store, *, outlets: Sequence[str], documents: Sequence[str], as_of: str | None = None
) -> Part:
    """Give what is of these outlets, or at these domains, or is one of these documents.

    Args:
        outlets: Names of outlets, or domains: "paper.example" takes "www.paper.example" along.
        documents: Ids of any version, or whole addresses. A title is no name here: the next
            document might have the same.
        as_of: What was published by then (ISO date), in the version of that day.
    """
    numbers = {outlet_number(each): each for each in outlets}
    domains = {each.lower(): each for each in outlets}
    chains: dict[str, list[str]] = {}
    for row in store.documents("d.id IN (SELECT value FROM json_each(?))", json.dumps(documents)):
        chains.setdefault(row["chain"], []).append(row["id"])

    def names(row: Row) -> Iterator[str]:
        """Give the names by which a document belongs to the part."""
        if row["outlet"] and (number := outlet_number(row["outlet"])) in numbers:
            yield numbers[number]
        yield from (domains[each] for each in _domains(row["address"]) if each in domains)
        yield from chains.get(row["chain"], ())
        yield from (each for each in documents if each == row["address"])

    found: list[Row] = []
    others: list[Row] = []
    missing = dict.fromkeys((*outlets, *documents))
    for row in passing(store, Query("", as_of=as_of)):
        of = list(names(row)) if row["kind"] in PUBLISHED else []
        (found if of else others).append(row)
        for each in of:
            missing.pop(each, None)
    dated = [row for row in found if row["day"] is not None]
    return Part(
        ids=tuple(row["id"] for row in found),
        chains=frozenset(row["chain"] for row in found),
        outlets=_whole_outlets(found, others),
        newest=max(dated, key=lambda row: row["day"])["published"] if dated else None,
        updated=max((row["fetched"] for row in found if row["fetched"]), default=None),
        missing=tuple(missing),
    )


def _whole_outlets(found: Sequence[Row], others: Sequence[Row]) -> tuple[str, ...]:
    """Give the outlets of what was found, if all of it has one and nothing else has any of them."""
    names = {outlet_number(row["outlet"]): row["outlet"] for row in found if row["outlet"]}
    mixed = any(row["outlet"] and outlet_number(row["outlet"]) in names for row in others)
    return () if mixed or not all(row["outlet"] for row in found) else tuple(names.values())


def _domains(address: str | None) -> Iterator[str]:
    """Give the name of the machine an address leads to, and every name above it."""
    try:
        host = urlsplit(address or "").hostname
    except ValueError:  # a document may say anything of where it was
        host = None
    while host:
        yield host
        host = host.partition(".")[2]
