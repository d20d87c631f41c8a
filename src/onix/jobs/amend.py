"""`onix record amend`: what became known of a document later, its date or its outlet, is kept.

The text stays; what is read in it is read anew, as "on Monday" is another day for another date.
"""

from __future__ import annotations

from dataclasses import replace

from onix.errors import InputError
from onix.intake.dates import iso_date
from onix.jobs.readers import ReaderFactory, news_reader, read_here
from onix.jobs.report import Added, unreadable
from onix.model import Marks
from onix.record import Record


def amend(
    record: Record,
    document: str,
    *,
    published: str | None = None,
    outlet: str | None = None,
    reader: ReaderFactory = news_reader,
) -> Added:
    """Keep another date or outlet of a document; give what became of it once that is durable.

    Args:
        document: Its id, address, file name or title.
        published: A date in any of the usual forms. What is not given stays as it is.
        reader: Makes the reader.

    Raises:
        InputError: None or several fit, it has a newer version, or nothing is given for it.
    """
    known = record.find(document)
    date, name = (published or "").strip(), (outlet or "").strip()
    if not date and not name:
        raise InputError("Nothing to change. Give a date with --published, or --outlet.")
    newest = record.versions(known.id)[-1]
    if newest != known.id:
        raise InputError(f"{known.id} has a newer version. Change that one: {newest}")
    amended = replace(
        known, published=_day(date) if date else known.published, outlet=name or known.outlet
    )
    address, words = known.address or known.id, len(known.text.split())
    if amended == known:
        return Added(address, "already kept", known.id, why="It says so already.", words=words)
    (marks,) = read_here(reader(), [amended])
    if not isinstance(marks, Marks):
        return unreadable(str(marks), address, words)
    record.amend(marks)
    told = [
        f"{what} {now}, not {before}" if before else f"{what} {now}"
        for what, now, before in (
            ("date", amended.published, known.published),
            ("outlet", amended.outlet, known.outlet),
        )
        if now != before
    ]
    why = f"It has the {' and the '.join(told)}."
    return Added(address, "amended", known.id, why=why, words=words)


def _day(text: str) -> str:
    day = iso_date(text)
    if day is None:
        raise InputError(f'"{text}" is no date. Write it as 2025-11-26.')
    return day
