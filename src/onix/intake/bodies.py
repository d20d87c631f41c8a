"""The body of a reply: what a site sends comes in, its bytes go out unpacked, within a limit."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from onix.errors import FetchError

if TYPE_CHECKING:
    import httpx

_STEP = 1 << 16  # Bytes unpacked at a time: what a compressed bomb can do before it is noticed.


def read_body(address: str, response: httpx.Response, *, largest: int) -> bytes:
    """Give the unpacked body of what `address` answers.

    Raises:
        FetchError: It is over `largest` bytes, packed or not, or cannot be unpacked; reading
            stops there.
    """
    chunks = _at_most(response.iter_raw(), largest, address)
    coding = response.headers.get("Content-Encoding", "identity").strip().lower()
    if coding in ("gzip", "x-gzip", "deflate"):
        chunks = _at_most(_unpacked(chunks, address), largest, address)
    elif coding not in ("", "identity"):
        raise FetchError(
            f"Could not fetch {address}: the site packs it as {coding!r}, which was not asked "
            "for. Save the page from your browser and add the file."
        )
    return b"".join(chunks)


def _at_most(chunks: Iterable[bytes], largest: int, address: str) -> Iterator[bytes]:
    """Give the chunks on; raise once they are more than `largest` bytes together."""
    size = 0
    for chunk in chunks:
        size += len(chunk)
        if size > largest:
            raise FetchError(
                f"Could not fetch {address}: it is larger than {largest // 1_000_000} MB, unpacked "
                "or as sent. Save it to a file and add the file."
            )
        yield chunk


def _unpacked(chunks: Iterable[bytes], address: str) -> Iterator[bytes]:
    """Give the chunks unpacked, gzip or deflate, a small step at a time."""
    engine = None
    try:
        for chunk in chunks:
            rest = chunk
            while rest:
                if engine is None or engine.eof:
                    if engine is not None and rest[0] != 0x1F:
                        break  # Padding after the end; only gzip goes on with another member.
                    # gzip and zlib say so in the first bits; some servers send bare deflate.
                    packed = rest[0] == 0x1F or rest[0] & 0x0F == 8
                    engine = zlib.decompressobj(47 if packed else -15)
                yield engine.decompress(rest, _STEP)
                rest = engine.unused_data if engine.eof else engine.unconsumed_tail
    except zlib.error as problem:
        raise FetchError(
            f"Could not fetch {address}: what the site sent cannot be unpacked ({problem}). "
            "Try again later, or save the page from your browser and add the file."
        ) from problem
    if engine is not None and not engine.eof:
        raise FetchError(
            f"Could not fetch {address}: the page broke off before its end. Try again later."
        )
