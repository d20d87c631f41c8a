"""What a user means: in comes what they typed, out the document or outlet of that name.

Where nothing fits, or several do, the error names what comes nearest.
"""

from __future__ import annotations

from collections.abc import Sequence
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

    Args:
        path: The record, to be named in a message.

    Raises:
        InputError: None or several fit.
    """
    wanted = text.strip()
    newest = "d.superseded IS NULL"
    like = wanted.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
    candidates: list[Row] = []
    for condition, value in (
        ("d.id = ?", wanted),
        (f"{newest} AND d.address = ?", wanted),
        (f"{newest} AND d.title = ? COLLATE NOCASE", wanted),
        (f"{newest} AND d.address LIKE ? ESCAPE '\\'", f"%/{like}"),
        (f"{newest} AND d.title LIKE ? ESCAPE '\\'", f"%{like}%"),
    ):
        candidates = store.documents(f"{condition} ORDER BY d.key LIMIT {MOST + 1}", value)
        if candidates or not wanted:
            break
    if len(candidates) == 1:
        return candidates[0]
    if not wanted or not candidates:
        raise InputError(
            f"No document {text!r} in {path}: no id, address or title fits."
            f"{_near(store, wanted)} See what there is with: onix record"
        )
    named = "; ".join(
        f"{row['id']} ({row['title'] or store.shown(row['address'])})" for row in candidates
    )
    more = " and others" if len(candidates) > MOST else ""
    raise InputError(f"{text!r} fits several documents: {named}{more}. Give the id of one.")


def _near(store: Store, wanted: str) -> str:
    """Say which document has a file name or title much like this, perhaps misspelt."""
    rows = store.rows(
        "SELECT title, address FROM documents WHERE superseded IS NULL ORDER BY key DESC LIMIT ?",
        LOOKED_AT,
    )
    names = {name for row in rows for name in (row["title"], file_name(row["address"])) if name}
    plain = {name.casefold(): name for name in sorted(names)}
    near = get_close_matches(wanted.casefold(), plain, n=1, cutoff=0.7)
    return f" Did you mean {plain[near[0]]!r}?" if near else ""


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
