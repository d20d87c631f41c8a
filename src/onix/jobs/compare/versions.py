"""The versions to compare: what a user names in, documents out.

A name is a file, "-" for standard input, or a document of the record (id, address, file name or
title). What a file holds is taken for a plan, so that "Section 3:" is nobody who speaks.
"""

from __future__ import annotations

from pathlib import Path
from typing import BinaryIO

from onix.errors import InputError
from onix.intake import LeftOut, Raw, read_documents
from onix.intake.raw import from_path, from_stream
from onix.model import Document
from onix.record import Record


def read_version(given: str, *, record: Record | None, stdin: BinaryIO | None = None) -> Document:
    """Give the document that a user names.

    Raises:
        InputError: It is no file that can be read, and no document of the record.
    """
    if given == "-":
        if stdin is None:
            raise InputError("There is no standard input to read. Name a file in place of -.")
        return _only(from_stream(stdin), "standard input")
    if Path(given).exists() or record is None:
        return _only(from_path(Path(given)), given)
    return record.find(given)


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
