"""`onix search`: words and filters of a person come in, passages go out, best first."""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import get_close_matches

from onix.errors import InputError
from onix.model import Hit
from onix.record import Query, Record
from onix.record.query import outlet_number

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
    known = record.outlets() if outlets else ()
    for outlet in outlets:
        _check_outlet(record, outlet, known)
    return record.search(
        Query(
            words=words,
            limit=limit,
            outlets=tuple(outlets),
            since=since,
            until=until,
            as_of=as_of,
            documents=tuple(record.find(each).id for each in documents),
            phrases=phrases,
        )
    )


def _check_outlet(record: Record, outlet: str, known: Sequence[str]) -> None:
    numbers = {outlet_number(each) for each in known}
    if outlet_number(outlet) not in numbers:
        near = get_close_matches(outlet, known, n=3, cutoff=0.4) or known[:5]
        raise InputError(
            f"No outlet {outlet!r} in {record.path}. It has: {', '.join(near) or 'none'}. "
            "See all with: onix record"
        )
