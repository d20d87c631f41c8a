"""What was found is opened: documents come out, each with what the report calls it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from onix.intake import LeftOut, read_documents
from onix.intake.feed import Entry
from onix.intake.identity import host_of
from onix.jobs.gather import Found
from onix.model import Document

STDIN = "standard input"


@dataclass(frozen=True, slots=True)
class Options:
    """What the user says of every document, whatever it says itself."""

    outlet: str | None = None
    published: str | None = None
    format: str | None = None


def documents_in(found: Found, options: Options) -> Iterator[tuple[Document | LeftOut, str]]:
    """Give each document with a name for the report, lazily.

    The only document of a file goes by the file's name, and so does a mail that others hang on;
    any other of many by its own address or id.
    """
    name = found.raw.address
    outlet = options.outlet or (found.source.outlet if found.source else None)
    documents = read_documents(
        found.raw, outlet=outlet, published=options.published, format=options.format
    )
    waiting: Document | LeftOut | None = None
    is_only = True
    for each in documents:
        if waiting is not None:
            own_name = _own_name(waiting, name)
            is_first = is_only and name is not None and waiting.address == name
            is_only = False
            yield _filled(waiting, found.entry), name if is_first and name else own_name
        waiting = each
    if waiting is not None:
        own_name = name or waiting.address or STDIN if is_only else _own_name(waiting, name)
        yield _filled(waiting, found.entry), own_name


def _own_name(document: Document | LeftOut, within: str | None) -> str:
    if document.address and document.address != within:
        return document.address
    return document.id if isinstance(document, Document) else str(within)


def _filled(document: Document | LeftOut, entry: Entry | None) -> Document | LeftOut:
    """Give the document with what the feed says of it where the page itself says nothing."""
    if entry is None or isinstance(document, LeftOut):
        return document
    # A host stands in for an outlet that nobody names; a news sitemap names it.
    outlet = None if document.outlet == host_of(document.address) else document.outlet
    return replace(
        document,
        title=document.title or entry.title,
        published=document.published or entry.published,
        outlet=outlet or entry.outlet or document.outlet,
    )
