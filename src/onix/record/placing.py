"""What a document is to the record before it is kept: new, known, a new version, not wanted.

In comes a document, out goes it with its final id and the reason. It is asked twice, once before
reading (so that nothing known is read again) and once inside the transaction that keeps it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal
from urllib.parse import urlsplit

from onix.model import Document, Span
from onix.record.database import Row
from onix.record.hiding import file_name
from onix.record.store import Store, text_sha256
from onix.record.tombstones import tombstone_of

Outcome = Literal["kept", "already kept", "amended", "new version", "near-duplicate", "left out"]

LONGEST_ID = 2_000  # characters; longer ones are no names of anything


@dataclass(frozen=True, slots=True)
class Placed:
    """The document as it would be kept; it need not be read when `is_wanted` is false."""

    document: Document
    outcome: Outcome
    of: str | None = None
    why: str | None = None

    @property
    def is_wanted(self) -> bool:
        """Is it to be read and kept?"""
        return self.outcome in ("kept", "amended", "new version", "near-duplicate")


def place(
    store: Store,
    document: Document,
    *,
    again: bool = False,
    is_as_now: bool = False,
    written: str | None = None,
) -> Placed:
    """Say what a document is to the record; `again` keeps one that was removed before.

    1. What cannot be kept, or was taken out, is left out.
    2. The same address or id: the same text is known, or its date or outlet is new; another text
       is a new version.
    3. The same text elsewhere is known, unless another outlet or another story carries it.

    Args:
        is_as_now: Its address says where it lies and so reads now, as of a file. A text of before
            is then a change back; else it may be an older copy that is added once more.
        written: When its file was written (ISO date-time, UTC). A page that was saved after its
            newest version was kept has gone back, too, in whatever file it was saved.
    """
    # 1. Not to be kept
    if why := _unfit(document):
        return Placed(document, "left out", why=why)
    digest = text_sha256(document.text)
    newest = newest_version(store, document)
    is_here = newest is not None and newest["text_sha256"] == digest  # removed, and kept again
    if not again and not is_here and (stone := tombstone_of(store, document)):
        return Placed(
            document,
            "left out",
            of=stone.id,
            why=f"It was taken out of the record on {stone.removed[:10]} ({stone.why}). "
            "To keep it all the same, add it with --again.",
        )
    # 2. Known under this address or id
    if newest is not None:
        if is_here:
            return _same_text(store, document, newest)
        older = store.documents(
            "d.chain = ? AND d.text_sha256 = ? ORDER BY d.version", newest["chain"], digest
        )
        is_back = (
            _is_later(document.fetched, newest["fetched"])
            or _is_later(written, newest["kept"])
            or (is_as_now and document.address and document.address == newest["address"])
        )
        is_placed = document.version_of == newest["id"]  # behind it, a moment ago
        if older and not is_back and not is_placed:
            return Placed(
                document,
                "already kept",
                older[-1]["id"],
                f"The text is that of an older version; the newest is {newest['id']}.",
            )
        why = "The text is another than before; the older version stays."
        if older:
            why = f"The text is that of {older[-1]['id']} again; the version between them stays."
        return Placed(_renamed(document, store, newest), "new version", newest["id"], why)
    # 3. Known under another name
    for row in store.documents("d.text_sha256 = ? ORDER BY d.key", digest):
        if not _is_other_story(document, row):
            where = file_name(row["address"]) or row["title"] or "another input"
            return Placed(document, "already kept", row["id"], f"The same text is kept as {where}.")
    return Placed(document, "kept")


def _same_text(store: Store, document: Document, kept: Row) -> Placed:
    """Say of a text that is kept whether its date or outlet, which nobody knew, is known now."""
    learnt = {
        name: given
        for name in ("published", "outlet")
        if (given := getattr(document, name)) and not kept[name]
    }
    if not learnt:
        where, here = file_name(kept["address"]), file_name(document.address)
        elsewhere = where is not None and here is not None and where != here
        why = f"The same text is kept as {where}." if elsewhere else "The text has not changed."
        return Placed(document, "already kept", kept["id"], why)
    told = " and ".join(_CALLED[each] + learnt[each] for each in learnt)
    why = f"Its {told} {'was' if len(learnt) == 1 else 'were'} not known."
    amended = replace(store.document(kept), **learnt)
    return Placed(amended, "amended", kept["id"], why)


_CALLED = {"published": "date ", "outlet": "outlet "}


def newest_version(store: Store, document: Document) -> Row | None:
    """Give the newest version of what has this document's id or address, or None."""
    rows = store.documents(
        "d.chain = coalesce((SELECT chain FROM documents WHERE id IN (?1, ?2)),"
        " (SELECT chain FROM documents WHERE address = ?3)) ORDER BY d.version DESC LIMIT 1",
        document.version_of,
        document.id,
        document.address,
    )
    return rows[0] if rows else None


def _unfit(document: Document) -> str | None:
    if not document.text.strip():
        return "It has no text. Check that the file is what it should be."
    if len(document.id) > LONGEST_ID:
        return f"Its id is longer than {LONGEST_ID} characters. Give it a shorter doc_id."
    try:
        for value in (document.text, document.id, document.title or "", document.address or ""):
            value.encode()
    except UnicodeEncodeError as problem:
        return (
            f"Character {problem.start} of {value[:40]!a} is half of a surrogate pair, which no "
            "file can hold. Read the input again as UTF-8."
        )
    return None


def _renamed(document: Document, store: Store, newest: Row) -> Document:
    """Give the document as the version after `newest`, all its spans standing under the new id.

    A page that is fetched again and names no date, as its feed did, keeps the one known.
    """
    number = newest["version"] + 1
    while store.number(
        "SELECT count(*) FROM documents WHERE id = ?", f"{newest['chain']}@{number}"
    ):
        number += 1
    new_id = f"{newest['chain']}@{number}"
    turns = tuple(replace(each, span=_moved(each.span, new_id)) for each in document.turns)
    heard = tuple(replace(each, span=_moved(each.span, new_id)) for each in document.heard)
    published = document.published or (newest["published"] if document.fetched else None)
    return replace(
        document,
        id=new_id,
        version_of=newest["id"],
        published=published,
        turns=turns,
        heard=heard,
    )


def _moved(span: Span, new_id: str) -> Span:
    return Span(new_id, span.start, span.end, span.text)


def _is_later(fetched: str | None, than: str | None) -> bool:
    """Was a page seen to go back to an older text? Files do not say when they were as they are."""
    return fetched is not None and than is not None and fetched > than


def site(outlet: str | None, address: str | None) -> str | None:
    """Give what tells one publisher from another: the outlet, else the host of the address."""
    if outlet:
        return " ".join(outlet.casefold().split()).removeprefix("the ")
    return urlsplit(address or "").hostname


def _is_other_story(document: Document, row: Row) -> bool:
    """Does the same text stand here for something else: another outlet's print of it, or another
    story of which only boilerplate could be read?"""
    here, there = (
        site(document.outlet, document.address),
        site(row["outlet"], row["address"]),
    )
    if here and there and here != there:
        return True
    titles = {" ".join(each.casefold().split()) for each in (document.title, row["title"]) if each}
    return len(titles) == 2 and bool(here) and here == there
