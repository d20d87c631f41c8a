"""`onix search`: words and filters of a person come in, passages go out, best first."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from onix.errors import InputError
from onix.model import Hit, Turn
from onix.record import Query, Record

_PHRASE = re.compile(r'["“„«]([^"“”„«»]+)["”“»]')


def search(
    record: Record,
    words: str,
    *,
    limit: int = 10,
    outlets: Sequence[str] = (),
    since: str | None = None,
    until: str | None = None,
    as_of: str | None = None,
    documents: Sequence[str] = (),
) -> list[Hit]:
    """Give the passages that have these words; what stands in quotation marks must be there so.

    Args:
        documents: Ids, addresses, file names or titles to search in.

    Raises:
        InputError: No words, a date that is none, an outlet or a document that is not there.
    """
    phrases = tuple(_PHRASE.findall(words))
    if not any(letter.isalnum() for letter in words):
        raise InputError(f"Nothing to search for in {words!r}. Give at least one word.")
    if limit < 1:
        raise InputError(f"Cannot show {limit} results. Give --limit a number from 1 up.")
    record.check_outlets(outlets)
    return record.search(
        Query(
            words=words,
            limit=limit,
            outlets=tuple(outlets),
            since=since,
            until=until,
            as_of=as_of,
            documents=record.ids_of(documents),
            phrases=phrases,
        )
    )


def beyond_dates(record: Record, query: Query) -> str | None:
    """Say so where only documents that the dates of a query leave out have its words; else None."""
    without = replace(query, since=None, until=None, as_of=None, limit=1)
    if without == replace(query, limit=1) or not record.search(without):
        return None
    undated = record.undated(query.outlets)
    count = "1 document has" if undated == 1 else f"{undated} documents have"
    without_date = f" ({count} no date)" if undated else ""
    return f"Nothing within these dates{without_date} has these words"


def turns_of(record: Record, hit: Hit) -> list[Turn]:
    """Give what each speaker says in a passage; nothing where its own words say who speaks.

    The words of subtitles stand without the names of those who say them.
    """
    span = hit.passage.span
    document = record.document(span.document_id)
    found = []
    at = span.start
    for turn in document.turns:
        start, end = max(turn.span.start, span.start), min(turn.span.end, span.end)
        if start >= end:
            continue
        if document.text[at:start].strip():
            return []  # a label
        found.append(replace(turn, span=document.span(start, end)))
        at = end
    return found
