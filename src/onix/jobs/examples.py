"""Questions to begin with: the people whom the record names most come in, a few questions go out.

They are made of names alone; what the record says to them, if anything, it is asked like any other.
"""

from __future__ import annotations

from onix.record import Record

FORMS = ("Who is {}?", "What did {} say?", "What did {} say?")


def examples(record: Record) -> list[str]:
    """Give a few questions about those whom the record names most; none where it names nobody."""
    people = record.all_names(kind="person", limit=4 * len(FORMS))
    # A name of one word is often no name, or that of a whole family.
    full = [each.name for each in people if len(each.name.split()) > 1]
    return [form.format(name) for form, name in zip(FORMS, full, strict=False)]
