"""What comes in before anything is read out of it, and what is said of it when nothing can be.

In: a path or a stream. Out: `Raw` bytes with where they come from, or `LeftOut` with the reason.
Its own file because fetching, feeds and every format stand on it.
"""

from __future__ import annotations

import os
import stat
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO

from onix.errors import InputError
from onix.intake.decoding import one_line

LARGEST_INPUT = 200_000_000
"""Bytes of one file, page or stream; an archive of many documents may be as large."""

LARGEST_DOCUMENT = 20_000_000
"""Bytes of one document: some three million words, thirty times a long book of reporting."""


@dataclass(frozen=True, slots=True)
class Raw:
    """Bytes as they came in; `address` is the path or URL.

    Attributes:
        fetched: ISO date-time (UTC); None for a file.
        modified: The same of when a file was written, as the disk has it.
    """

    address: str | None
    data: bytes
    media_type: str | None = None
    fetched: str | None = None
    modified: str | None = None


@dataclass(frozen=True, slots=True)
class LeftOut:
    """What was not taken in, and a sentence that says what, where and what to do."""

    address: str
    why: str


def name_of(address: str | None) -> str:
    """Give the address as a message can show it: on one line, "standard input" where none is."""
    return one_line(address) or "standard input"


def left_out(address: str | None, why: InputError | str) -> LeftOut:
    """Give the whole sentence for something that could not be read."""
    return LeftOut(name_of(address), f"Could not read {name_of(address)}: {why}")


def from_path(path: Path) -> Raw | LeftOut:
    """Give the bytes of a file; never more than the limit is read into memory."""
    address = str(path)
    try:
        about = path.stat()
        if stat.S_ISDIR(about.st_mode):
            with os.scandir(path):  # fails where the folder may not be looked into
                pass
            return left_out(address, "it is a folder. Name the files in it, or the folder to add.")
        if not stat.S_ISREG(about.st_mode):
            return left_out(address, "it is not a plain file. Save what it holds to a file first.")
        if about.st_size > LARGEST_INPUT:
            return left_out(address, _too_large(about.st_size))
        with path.open("rb") as stream:
            found = from_stream(stream, address=address)
        if isinstance(found, LeftOut):
            return found
        written = datetime.fromtimestamp(about.st_mtime, UTC).isoformat(timespec="seconds")
        return replace(found, modified=written)
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name, a time out of range
        reason = getattr(error, "strerror", None) or str(error)
        return left_out(address, f"{reason}. Check the name and that you may read it.")


def from_stream(stream: BinaryIO, *, address: str | None = None) -> Raw | LeftOut:
    """Give the bytes of a stream (standard input); more than the limit is left out."""
    data = stream.read(LARGEST_INPUT + 1)
    if len(data) > LARGEST_INPUT:
        return left_out(address, _too_large(None))
    return Raw(address, data)


def _too_large(size: int | None) -> str:
    limit = LARGEST_INPUT // 1_000_000
    found = f"it has over {limit} MB" if size is None else f"it has {size / 1e6:,.0f} MB"
    return f"{found}, and at most {limit} MB are read at once. Split it into smaller files."
