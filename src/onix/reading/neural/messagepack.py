"""Bytes in MessagePack in, their value out, with arrays as `msgpack-numpy` writes them.

The model's files are few and of a known form; reading them here spares a tenth of a second that the
library they were written with takes to import.
"""

from __future__ import annotations

from struct import Struct
from typing import Any

import numpy as np


def unpack(data: bytes) -> Any:
    """Give the value that is written.

    Raises:
        ValueError: It is cut off, or is no MessagePack.
    """
    try:
        value, end = _unpack(data, 0)
    except (IndexError, KeyError, TypeError, ValueError, RecursionError) as error:
        raise ValueError(f"no MessagePack: {error!r}") from error
    # A piece that is cut off is shorter than its length says, and the end lies behind the data's.
    if end > len(data):
        raise ValueError("MessagePack that is cut off")
    return value


def _unpack(data: bytes, at: int) -> tuple[Any, int]:
    """Give the value that begins at a place, and where it ends."""
    first = data[at]
    at += 1
    if first < 0x80:
        return first, at
    if 0xA0 <= first < 0xC0:
        end = at + first - 0xA0
        return data[at:end].decode("utf-8"), end
    if first < 0x90:
        return _map(data, at, first - 0x80)
    if first < 0xA0:
        return _list(data, at, first - 0x90)
    if first >= 0xE0:
        return first - 0x100, at
    if first in _CONSTANTS:
        return _CONSTANTS[first], at
    kind, number = _NUMBERS[first]
    end = at + number.size
    (value,) = number.unpack(data[at:end].ljust(number.size))
    if kind == "number":
        return value, end
    if kind == "map":
        return _map(data, end, value)
    if kind == "list":
        return _list(data, end, value)
    piece = data[end : end + value]
    return (piece.decode("utf-8") if kind == "text" else piece), end + value


def _list(data: bytes, at: int, length: int) -> tuple[list[Any], int]:
    values = []
    for _ in range(length):
        value, at = _unpack(data, at)
        values.append(value)
    return values, at


def _map(data: bytes, at: int, length: int) -> tuple[Any, int]:
    values = {}
    for _ in range(length):
        key, at = _unpack(data, at)
        values[key], at = _unpack(data, at)
    if b"nd" in values:
        array = np.frombuffer(values[b"data"], dtype=values[b"type"])
        return array.reshape(values[b"shape"]), at
    return values, at


_CONSTANTS = {0xC0: None, 0xC2: False, 0xC3: True}
_NUMBERS = {
    first: (kind, Struct(f">{size}"))
    for first, kind, size in [
        (0xC4, "bytes", "B"), (0xC5, "bytes", "H"), (0xC6, "bytes", "I"),
        (0xCA, "number", "f"), (0xCB, "number", "d"),
        (0xCC, "number", "B"), (0xCD, "number", "H"), (0xCE, "number", "I"), (0xCF, "number", "Q"),
        (0xD0, "number", "b"), (0xD1, "number", "h"), (0xD2, "number", "i"), (0xD3, "number", "q"),
        (0xD9, "text", "B"), (0xDA, "text", "H"), (0xDB, "text", "I"),
        (0xDC, "list", "H"), (0xDD, "list", "I"), (0xDE, "map", "H"), (0xDF, "map", "I"),
    ]
}  # fmt: skip
