"""The documents of a record as a list: filters come in, entries go out, the newest first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, get_args

from onix.errors import InputError
from onix.model import DocumentKind
from onix.record import Contents, Listed, Query, Record, State


@dataclass(frozen=True, slots=True)
class WithVersions:
    """A document of a list with all its versions, the oldest first, itself the last."""

    document: Listed
    versions: tuple[State, ...]


Only = Literal["undated", "unread", "cut", "corrected"]


def listing(
    record: Record,
    *,
    title: str | None = None,
    outlets: Sequence[str] = (),
    since: str | None = None,
    until: str | None = None,
    kind: str | None = None,
    only: Only | None = None,
    contents: Contents | None = None,
) -> list[Listed]:
    """Give the documents that pass, without older versions; those without a date come last.

    Args:
        title: Words that all stand in its title or its address.
        only: Those that `onix record` lists for a reason.
        contents: Of the record, where they are at hand; else they are looked up for `only`.

    Raises:
        InputError: A date, a kind or an outlet is none.
    """
    record.check_outlets(outlets)
    kinds: dict[str, DocumentKind] = {each: each for each in get_args(DocumentKind)}
    if kind is not None and kind not in kinds:
        raise InputError(f"No kind of document {kind!r}. Use one of: {', '.join(kinds)}.")
    found = record.listed(
        Query("", outlets=tuple(outlets), since=since, until=until),
        kinds=() if kind is None else (kinds[kind],),
    )
    words = (title or "").casefold().split()
    if words:
        found = [each for each in found if _has(each, words)]
    if only is not None:
        listed: tuple[Listed, ...] = getattr(contents or record.contents(), only)
        ids = {each.id for each in listed}
        found = [each for each in found if each.id in ids]
    found.sort(key=lambda each: each.published or "", reverse=True)
    return found


def with_versions(record: Record, documents: Sequence[Listed]) -> list[WithVersions]:
    """Give documents with their versions."""
    return [WithVersions(each, record.states(each.id)) for each in documents]


def _has(document: Listed, words: Sequence[str]) -> bool:
    named = f"{document.title or ''} {document.address or ''}".casefold()
    return all(each in named for each in words)
