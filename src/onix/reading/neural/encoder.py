"""Words in, vectors out: the part of a network that knows words and what stands around them.

A word's numbers lead to a vector of its own; four windows of three words then let it take in what
stands around it. Both the names and the trees are found with such vectors, each with its own.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.lib.stride_tricks import as_strided
from numpy.typing import NDArray

from onix.reading.neural.lexemes import Lexemes, Numbers, spread
from onix.reading.neural.weights import Floats, Nodes, UnexpectedModelError

if TYPE_CHECKING:
    from threadpoolctl import ThreadpoolController

PAD = 4  # empty tokens between two texts, as spaCy has: no token sees over a text's end
BLOCK = 768  # tokens a matrix product; what a core's own cache holds
LONGEST_WORD = 300  # characters

# A word as the network sees it: text, norm if it is a given one, does a space follow.
SeenWord = tuple[str, str | None, bool]
_NO_WORD: SeenWord = ("", None, False)


@dataclass(frozen=True, slots=True)
class _Maxout:
    """Weights (inputs × 3 pieces of outputs), and how the result is brought to scale."""

    weights: Floats
    bias: Floats
    scale: Floats
    shift: Floats

    def apply(self, inputs: Floats, pieces: Floats, out: Floats) -> None:
        """Write each row's greatest piece, brought to scale, to `out`; `pieces` is room for it."""
        width = out.shape[1]
        np.matmul(inputs, self.weights, out=pieces)
        pieces += self.bias
        np.maximum(pieces[:, :width], pieces[:, width : 2 * width], out=out)
        np.maximum(out, pieces[:, 2 * width :], out=out)
        average = np.full(width, 1 / width, dtype=np.float32)  # a product is faster than a mean
        out -= (out @ average)[:, None]
        variance = np.einsum("ij,ij->i", out, out) / np.float32(width)
        out /= np.sqrt(variance + np.float32(1e-8))[:, None]
        out *= self.scale
        out += self.shift


class Encoder:
    """The `tok2vec` layers of a model.

    Attributes:
        attributes: The numbers that a word's vector is made of (see `Lexemes`).
        width: Numbers in a vector.

    Raises:
        UnexpectedModelError: It is built otherwise than `en_core_web_sm` 3.8 is.
    """

    def __init__(self, nodes: Nodes) -> None:
        (self.attributes,) = nodes.attribute("extract_features", "columns")
        seeds = nodes.attribute("hashembed", "seed")
        columns = nodes.attribute("hashembed", "column")
        tables = [each["E"] for each in nodes.named("hashembed")]
        self._tables: list[tuple[int, Floats]] = list(zip(seeds, tables, strict=True))
        self._mix, *self._windows = (
            _maxout(maxout["W"], maxout["b"], norm["G"], norm["b"])
            for maxout, norm in zip(nodes.named("maxout"), nodes.named("layernorm"), strict=True)
        )
        self.width = len(self._mix.scale)
        wide = [each.weights.shape[0] for each in self._windows]
        if columns != list(range(len(self.attributes))) or wide != [3 * self.width] * PAD:
            raise UnexpectedModelError("its word vectors are built otherwise")

    def embed(self, numbers: Numbers) -> Floats:
        """Give the vector of each row of a word's numbers, out of context."""
        count, width = len(numbers), self.width
        together = np.empty((count, width * len(self._tables)), dtype=np.float32)
        for column, (seed, table) in enumerate(self._tables):
            rows = spread(numbers[:, column], seed) % np.uint32(len(table))
            together[:, column * width : (column + 1) * width] = table[rows].sum(axis=1)
        vectors = np.empty((count, width), dtype=np.float32)
        self._mix.apply(together, np.empty((count, 3 * width), dtype=np.float32), vectors)
        return vectors

    def encode(self, vectors: Floats) -> Floats:
        """Give each token's vector in its context; texts stand `PAD` zero rows apart and in."""
        count, width = vectors.shape
        held = np.zeros((count + 2, width), dtype=np.float32)
        held[1:-1] = vectors
        # Every row together with the one before and the one after, without a copy.
        windows = as_strided(held, (count, 3 * width), held.strides)
        block = min(BLOCK, count)
        window = np.empty((block, 3 * width), dtype=np.float32)
        pieces = np.empty((block, 3 * width), dtype=np.float32)
        after = np.empty((count, width), dtype=np.float32)
        for layer in self._windows:
            for start in range(0, count, BLOCK):
                end = min(start + BLOCK, count)
                there = window[: end - start]
                np.copyto(there, windows[start:end])
                layer.apply(there, pieces[: end - start], after[start:end])
            held[1:-1] += after
        return held[1:-1]


class WordVectors:
    """The vectors of words out of context, each computed once: a table that grows.

    Row 0 is no word; so is what is too long to be one.
    """

    def __init__(self, lexemes: Lexemes, encoder: Encoder) -> None:
        self._lexemes = lexemes
        self._encoder = encoder
        self.forget()

    def __len__(self) -> int:
        return self._used

    def __getitem__(self, rows: NDArray[np.intp]) -> Floats:
        """Give the vectors in these rows."""
        found: Floats = self._vectors[rows]
        return found

    def forget(self) -> None:
        """Start anew: all rows that were given are void."""
        self._rows: dict[SeenWord, int] = {_NO_WORD: 0}
        self._vectors = np.zeros((1024, self._encoder.width), dtype=np.float32)
        self._used = 1

    def rows(self, words: Sequence[SeenWord]) -> list[int]:
        """Give the rows of words."""
        words = [word if len(word[0]) <= LONGEST_WORD else _NO_WORD for word in words]
        new = [word for word in dict.fromkeys(words) if word not in self._rows]
        if new:
            end = self._used + len(new)
            if end > len(self._vectors):
                larger = np.zeros(
                    (max(end, 2 * len(self._vectors)), self._encoder.width), dtype=np.float32
                )
                larger[: self._used] = self._vectors[: self._used]
                self._vectors = larger
            numbers = np.array([self._lexemes.numbers(*word) for word in new], dtype=np.uint64)
            self._vectors[self._used : end] = self._encoder.embed(numbers)
            self._rows.update(zip(new, range(self._used, end), strict=True))
            self._used = end
        return [self._rows[word] for word in words]


def one_thread() -> AbstractContextManager[Any]:
    """Keep the matrix products to one thread: the work is split over processes, not inside."""
    limited: AbstractContextManager[Any] = _threads().limit(limits=1, user_api="blas")
    return limited


@cache
def _threads() -> ThreadpoolController:
    from threadpoolctl import ThreadpoolController

    return ThreadpoolController()


def _maxout(weights: Floats, bias: Floats, scale: Floats, shift: Floats) -> _Maxout:
    if weights.ndim != 3 or weights.shape[1] != 3:
        raise UnexpectedModelError("a layer has other pieces")
    # The pieces of every output lie side by side; we want them in three parts.
    parted: NDArray[np.float32] = weights.transpose(1, 0, 2).reshape(-1, weights.shape[2])
    return _Maxout(np.ascontiguousarray(parted.T), bias.T.reshape(-1).copy(), scale, shift)
