"""A long list in parts: where the last part ended comes in, the next one goes out.

A part begins after a document and not at a number, so that what is added or removed meanwhile
moves nothing over its edge.
"""

from __future__ import annotations

from collections.abc import Sequence

from onix.errors import InputError
from onix.record import Listed

_BREAK = "~"


def part_of(
    documents: Sequence[Listed], *, after: str | None, limit: int
) -> tuple[list[Listed], str | None]:
    """Give a part of a list, the newest first, and the `after` of the next; None at the end.

    Raises:
        InputError: `after` is none that was given.
    """
    found = sorted(documents, key=lambda each: each.id)
    found.sort(key=lambda each: each.published or "", reverse=True)
    if after is not None:
        published, is_one, id = after.partition(_BREAK)
        if not is_one:
            raise InputError(f"{after!r} is no place in a list. Send `next` of the part before.")
        found = [each for each in found if _follows(each, published, id)]
    part = found[:limit]
    if len(found) <= limit:
        return part, None
    return part, f"{part[-1].published or ''}{_BREAK}{part[-1].id}"


def _follows(listed: Listed, published: str, id: str) -> bool:
    its = listed.published or ""
    return its < published or (its == published and listed.id > id)
