"""Gzip, without being blown up by it.

In: packed bytes. Out: the bytes inside, all at once or line by line. What grows over a hundredfold
or beyond the limit is a bomb or a mistake, and reading stops there.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator

from onix.errors import InputError
from onix.intake.raw import LARGEST_DOCUMENT, LARGEST_INPUT

MAGIC = b"\x1f\x8b"
LARGEST_UNPACKED = 10 * LARGEST_INPUT
"""Bytes of an archive that is read line by line; a thing read as a whole has LARGEST_INPUT."""

_LARGEST_RATIO = 100
_NOT_SUSPICIOUS = 10_000_000
_CHUNK = 1 << 16
_LONGEST_LINE = 2 * LARGEST_DOCUMENT


def is_packed(data: bytes) -> bool:
    """Do the bytes begin as gzip does?"""
    return data.startswith(MAGIC)


def unpack(data: bytes) -> bytes:
    """Give all that is packed in `data`.

    Raises:
        InputError: It is damaged, or far larger than it looks.
    """
    return b"".join(_chunks(data, limit=LARGEST_INPUT))


def peek(data: bytes, size: int = 8192) -> bytes:
    """Give the first bytes of what is packed, to see which format it is."""
    found = b""
    for chunk in _chunks(data, limit=LARGEST_UNPACKED):
        found += chunk
        if len(found) >= size:
            break
    return found[:size]


def unpack_lines(data: bytes) -> Iterator[bytes]:
    """Give the lines packed in `data`, holding one chunk at a time.

    Raises:
        InputError: As `unpack`, when reading gets there; what came before it is good.
    """
    rest: list[bytes] = []
    length = 0
    for chunk in _chunks(data, limit=LARGEST_UNPACKED):
        *whole, last = chunk.split(b"\n")
        for line in whole:
            yield b"".join((*rest, line))
            rest, length = [], 0
        rest.append(last)
        length += len(last)
        if length > _LONGEST_LINE:
            raise InputError("a line in it is too long for one document. Split its text.")
    if length:
        yield b"".join(rest)


def lines_of(data: bytes) -> Iterator[bytes]:
    """Give the lines of plain bytes, without a second copy of them all."""
    start = 0
    while start < len(data):
        stop = data.find(b"\n", start)
        stop = len(data) if stop < 0 else stop
        yield data[start:stop]
        start = stop + 1


def _chunks(data: bytes, *, limit: int) -> Iterator[bytes]:
    view = memoryview(data)
    position, size = 0, 0
    while position < len(data):
        if not data.startswith(MAGIC, position):
            return  # padding after the last member, as gzip itself allows
        inflater = zlib.decompressobj(wbits=zlib.MAX_WBITS | 16)
        pending = b""
        while not inflater.eof:
            if not pending:
                pending = bytes(view[position : position + _CHUNK])
                position += len(pending)
                if not pending:
                    raise InputError("it ends too early: a part is missing. Get it again.")
            try:
                chunk = inflater.decompress(pending, _CHUNK * 16)
            except zlib.error as error:
                raise InputError(f"it is damaged ({error}). Get it again.") from None
            pending = inflater.unconsumed_tail
            size += len(chunk)
            _check(size, len(data), limit)
            if chunk:
                yield chunk
        position -= len(inflater.unused_data)


def _check(size: int, packed: int, limit: int) -> None:
    if size > limit or (size > _NOT_SUSPICIOUS and size > packed * _LARGEST_RATIO):
        raise InputError(
            f"it grows to over {size // 1_000_000} MB when unpacked, and Onix stops there. "
            "Unpack it yourself and add it in parts, if you trust it."
        )
