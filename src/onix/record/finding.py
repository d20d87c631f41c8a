"""What a user means: in comes what they typed, out the document or outlet of that name.

Where nothing fits, or several do, the error names what comes nearest.
"""

from __future__ import annotations

import json
import posixpath
from collections.abc import Iterator, Sequence
from difflib import get_close_matches
from pathlib import Path

from onix.errors import InputError
from onix.record.database import Row
from onix.record.hiding import file_name
from onix.record.query import outlet_number
from onix.record.store import Store

MOST = 5  # candidates that a message names
LOOKED_AT = 20_000  # documents, the newest, whose names are compared with one that fits none


def document(store: Store, text: str, path: Path) -> Row:
    """Give the row of the document that is meant by an id, an address, a file name or a title.

    A part of a title or of a file's name is enough where only one document has it.

    Args:
        path: The record, to be named in a message.

    Raises:
        InputError: None or several fit.
    """
    wanted = text.strip()
    candidates = next(filter(None, _candidates(store, wanted)), []) if wanted else []
    if len(candidates) == 1:
        return candidates[0]
    if not candidates:
        raise InputError(
            f"No document {text!r} in {path}: no id, address or title fits."
            f"{_near(store, wanted)} See what there is with: onix record list"
        )
    named = "; ".join(f"{row['id']} ({_told(store, row)})" for row in candidates[:MOST])
    more = "; and others" if len(candidates) > MOST else ""
    raise InputError(
        f"{text!r} fits several documents: {named}{more}. "
        f"Type the id of the one you mean, such as: {candidates[0]['id']}"
    )


def ids_of(store: Store, names: Sequence[str], path: Path) -> tuple[str, ...]:
    """Give the ids of many documents, most of which are named by them; raises as `document`."""
    rows = store.rows(
        "SELECT id FROM documents WHERE id IN (SELECT value FROM json_each(?))", json.dumps(names)
    )
    known = {row["id"] for row in rows}
    return tuple(each if each in known else document(store, each, path)["id"] for each in names)


def _candidates(store: Store, wanted: str) -> Iterator[list[Row]]:
    """Give the documents that a name fits, each time by a looser rule."""
    newest = "d.superseded IS NULL"
    like = wanted.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
    plain = posixpath.normpath(wanted)  # "./call.vtt"
    for condition, value in (
        ("d.id = ?", wanted),
        (f"{newest} AND d.address = ?", wanted),
        (f"{newest} AND d.address = ?", plain),
        (f"{newest} AND d.title = ? COLLATE NOCASE", wanted),
        (f"{newest} AND d.address LIKE ? ESCAPE '\\'", f"%/{like}"),
        # The whole path of a file that was added from its folder.
        (f"{newest} AND '/' || d.address = substr(?, -length(d.address) - 1)", plain),
        (f"{newest} AND d.title LIKE ? ESCAPE '\\'", f"%{like}%"),
    ):
        yield store.documents(f"{condition} ORDER BY d.key LIMIT {MOST + 1}", value)
    found = store.documents(f"{newest} AND d.address LIKE ? ESCAPE '\\' ORDER BY d.key "
                            f"LIMIT {LOOKED_AT}", f"%{like}%")  # fmt: skip
    # The folders of this machine tell nobody which document is meant.
    yield [
        row for row in found if wanted.casefold() in (file_name(row["address"]) or "").casefold()
    ]


def _told(store: Store, row: Row) -> str:
    """Give what tells a document from another: its title, outlet, day and where it lies."""
    day = (row["published"] or "")[:10]
    return ", ".join(filter(None, (row["title"], row["outlet"], day, store.shown(row["address"]))))


def _near(store: Store, wanted: str) -> str:
    """Say which documents have a file name or title much like this, else which are the newest."""
    rows = store.rows(
        "SELECT title, address FROM documents WHERE superseded IS NULL ORDER BY key DESC LIMIT ?",
        LOOKED_AT,
    )
    names = {name for row in rows for name in (row["title"], file_name(row["address"])) if name}
    plain = {name.casefold(): name for name in sorted(names)}
    near = get_close_matches(wanted.casefold(), plain, n=3, cutoff=0.7)
    if near:
        return f" Did you mean {' or '.join(repr(plain[each]) for each in near)}?"
    newest = list(dict.fromkeys(file_name(row["address"]) or row["title"] for row in rows))
    some = ", ".join(repr(each) for each in newest[:3] if each)
    return f" The newest there are: {some}." if some else ""


def check_outlets(outlets: Sequence[str], known: Sequence[str], path: Path) -> None:
    """See that each of these is an outlet that the record knows. Raises InputError."""
    numbers = {outlet_number(each) for each in known}
    for outlet in outlets:
        if outlet_number(outlet) not in numbers:
            near = get_close_matches(outlet, known, n=3, cutoff=0.4) or known[:MOST]
            raise InputError(
                f"No outlet {outlet!r} in {path}. It has: {', '.join(near) or 'none'}. "
                "See all with: onix record"
            )
