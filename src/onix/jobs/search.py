"""`onix search`: words and filters of a person come in, passages go out, best first."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onix.errors import InputError
from onix.model import Hit
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
