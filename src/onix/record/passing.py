"""Which documents pass the filters of a query: for jobs that read documents and not passages.

The filters mean what they mean in querying.py; the words of the query play no part.
"""

from __future__ import annotations

import json
from collections.abc import Sequence

from onix.model import DocumentKind
from onix.record.database import Row
from onix.record.query import Query, outlet_number
from onix.record.store import Store


def passing(store: Store, query: Query, kinds: Sequence[DocumentKind] = ()) -> list[Row]:
    """Give the rows of the documents that pass, in the order they were kept.

    Args:
        kinds: Only documents of these kinds; none stands for all.

    Raises:
        InputError: A date of the query is none.
    """
    conditions: list[str] = []
    values: list[object] = []

    def must(condition: str, *given: object) -> None:
        conditions.append(condition)
        values.extend(given)

    since, until, as_of = query.days()
    if since is not None:
        must("d.day >= ?", since)
    if until is not None:
        must("d.day <= ?", until)
    if as_of is not None:
        undated = " OR d.appears IS NULL" if query.holds_undated else ""
        must(f"(d.appears <= ?{undated})", as_of)
    if query.documents:
        must("d.id IN (SELECT value FROM json_each(?))", json.dumps(query.documents))
    elif as_of is None:
        must("d.superseded IS NULL")
    else:
        must("(d.superseded IS NULL OR d.superseded > ?)", as_of)
    if kinds:
        must("d.kind IN (SELECT value FROM json_each(?))", json.dumps(kinds))
    rows = store.documents(f"{' AND '.join(conditions) or 'TRUE'} ORDER BY d.key", *values)
    numbers = {outlet_number(each) for each in query.outlets}
    return [
        row
        for row in rows
        if not numbers or (row["outlet"] and outlet_number(row["outlet"]) in numbers)
    ]


def undated(store: Store, outlets: Sequence[str] = ()) -> int:
    """Give the number of documents that every date filter leaves out for want of a date."""
    named = {outlet_number(outlet) for outlet in outlets}
    return sum(
        not named or outlet_number(row["outlet"] or "") in named
        for row in store.documents("d.day IS NULL AND d.superseded IS NULL")
    )
