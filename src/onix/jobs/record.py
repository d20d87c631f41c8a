"""`onix record`: what is in it, whether it is sound, and its index made anew."""

from __future__ import annotations

from onix.record import Contents, Record, Verification


def contents(record: Record) -> Contents:
    """Give what the record holds: documents, outlets, dates, and lists of what needs a look."""
    return record.contents()


def verify(record: Record) -> Verification:
    """Give what is damaged: every document is hashed again, the index is held against them."""
    return record.verify()


def rebuild(record: Record) -> int:
    """Make the index anew from the record. Gives the number of passages in it."""
    return record.rebuild()
