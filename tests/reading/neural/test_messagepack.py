"""What a model's file says, read without the library that wrote it."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
import srsly  # type: ignore[import-untyped]  # it brings no types
from hypothesis import example, given
from hypothesis import strategies as st

from onix.reading.neural.messagepack import unpack

_VALUES = st.recursive(
    st.one_of(
        st.none(),
        st.booleans(),
        st.integers(-(2**63), 2**64 - 1),
        st.floats(allow_nan=False),
        st.text(),
    ),
    lambda inner: st.one_of(
        st.lists(inner, max_size=20), st.dictionaries(st.text(), inner, max_size=20)
    ),
    max_leaves=40,
)


@given(_VALUES)
def test_any_value_is_unpacked_as_it_was_packed(value: Any) -> None:
    """What MessagePack holds comes out as it was put in."""
    assert unpack(srsly.msgpack_dumps(value)) == value


@pytest.mark.parametrize("size", [0, 15, 16, 31, 32, 255, 256, 70_000])
def test_long_values_are_unpacked(size: int) -> None:
    """Texts, bytes, lists, maps and arrays come out whole, however their length is written."""
    array = np.arange(size, dtype=np.float32)
    value: dict[str, Any] = {
        "text": "x" * size,
        "list": [7] * size,
        "map": {str(number): number for number in range(size)},
        "bytes": b"y" * size,
        "array": array,
    }
    found = unpack(srsly.msgpack_dumps(value))
    assert np.array_equal(found.pop("array"), value.pop("array"))
    assert bytes(found.pop("bytes")) == value.pop("bytes")
    assert found == value


@given(_VALUES, st.data())
def test_what_is_cut_off_is_refused(value: Any, data: st.DataObject) -> None:
    """A file that ends too early is not taken for a shorter one."""
    packed = srsly.msgpack_dumps(value)
    with pytest.raises(ValueError, match="MessagePack"):
        unpack(packed[: data.draw(st.integers(0, len(packed) - 1))])


@given(st.binary(max_size=40))
@example(b"\xdf\xff\xff\xff\xff")
@example(b"\x91" * 40)
@example(b"\x81\x90\x90")
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    """What is no MessagePack is said to be none, whatever is wrong with it."""
    try:
        unpack(data)
    except ValueError as error:
        assert "MessagePack" in str(error)
