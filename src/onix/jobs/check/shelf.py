"""Transcripts to check against, made ready: files and records in, tapes out.

They lie in a folder that is there as long as they are needed, and are mapped from it.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, NoReturn

from onix.errors import InputError
from onix.intake import LeftOut, read_documents
from onix.jobs.gather import Found, from_inputs
from onix.model import Document
from onix.verify.tapes import Tapes


@contextmanager
def shelf(documents: Iterable[Document]) -> Iterator[Tapes]:
    """Give tapes of the documents, for as long as the block runs."""
    with tempfile.TemporaryDirectory(prefix="onix-check-") as folder:
        yield Tapes.build(documents, Path(folder))


def transcripts(
    inputs: Sequence[str], left_out: list[LeftOut], stdin: BinaryIO | None = None
) -> Iterator[Document]:
    """Give the documents of files, folders and globs, one at a time.

    Args:
        left_out: Is filled with what could not be read.
        stdin: What "-" stands for.
    """
    for each in from_inputs(inputs, stdin=stdin, fetcher=_no_fetcher):
        if isinstance(each, LeftOut):
            left_out.append(each)
        elif isinstance(each, Found):
            for document in read_documents(each.raw):
                if isinstance(document, Document):
                    yield document
                else:
                    left_out.append(document)


def _no_fetcher() -> NoReturn:
    raise InputError(
        "onix check reads files, and nothing from the web. Save the page and name the file, "
        "or keep it in a record with: onix add ADDRESS"
    )
