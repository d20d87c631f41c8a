"""The versions to compare: what a user names in, documents out.

A name is a file, "-" for standard input, or a document of the record (id, address, file name or
title). What a file holds is taken for a plan, so that "Section 3:" is nobody who speaks. What a
version says of its own day in the lines above its points counts ("Draft 1, 20 September 2031"): by
that an article speaks of the draft that was there when it came out.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import BinaryIO, Final

from onix.errors import InputError
from onix.intake import LeftOut, Raw, read_documents
from onix.intake.dates import date_in
from onix.intake.raw import from_path, from_stream
from onix.jobs.compare.points import find_points
from onix.model import Document
from onix.record import Record

DATED: Final = 8  # words at most of a line that says of which day a version is


def read_version(given: str, *, record: Record | None, stdin: BinaryIO | None = None) -> Document:
    """Give the document that a user names.

    Raises:
        InputError: It is no file that can be read, and no document of the record.
    """
    if given == "-":
        if stdin is None:
            raise InputError("There is no standard input to read. Name a file in place of -.")
        return _dated(_only(from_stream(stdin), "standard input"))
    if Path(given).exists() or record is None:
        return _dated(_only(from_path(Path(given)), given))
    return _dated(record.find(given))


def _dated(version: Document) -> Document:
    """Give a version with the day that a short line above its points says, if it has no other."""
    if version.published is not None:
        return version
    plan = find_points(version)
    first = min((each.span.start for each in plan.points), default=0)
    above = version.text[:first].splitlines()
    days = {date_in(line) for line in above if len(line.split()) <= DATED} - {None}
    return replace(version, published=days.pop()) if len(days) == 1 else version


def _only(raw: Raw | LeftOut, name: str) -> Document:
    if isinstance(raw, LeftOut):
        raise InputError(raw.why)
    found = list(read_documents(raw, format="plan"))
    for each in found:
        if isinstance(each, LeftOut):
            raise InputError(each.why)
    documents = [each for each in found if isinstance(each, Document)]
    if len(documents) != 1:
        raise InputError(
            f"{name} holds {len(documents)} documents, and a version is one. Name a file for each."
        )
    return documents[0]
