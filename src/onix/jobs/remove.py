"""`onix remove`: a document is taken out for good, and what is left says when and why."""

from __future__ import annotations

from onix.errors import InputError
from onix.record import Record, Tombstone


def remove(
    record: Record, document: str, *, why: str, only_this_version: bool = False
) -> list[Tombstone]:
    """Take a document out for good, every version of it unless only one is meant.

    Args:
        document: Its id, address, file name or title.
        why: Kept on the tombstone, for whoever misses the document.

    Raises:
        InputError: None or several fit, or no reason is given.
    """
    if not why.strip():
        raise InputError(
            f"Did not remove {document}: the record keeps why. Give a reason with --why."
        )
    found = record.find(document).id
    versions = (found,) if only_this_version else record.versions(found)
    return record.remove_all(versions, why=why.strip())
