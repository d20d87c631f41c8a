"""The network that finds names, computed in numpy: token vectors in, named spans out.

It has the weights of spaCy's `ner` component and gives the same spans, some ten times faster:
matrix products go to numpy's BLAS in large blocks; and as every step of the transition system
takes exactly one token, the step outside a name depends on its token alone, so all of them are
taken at once, and only the tokens after a name's beginning are walked.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.lib.stride_tricks import as_strided
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Rows = NDArray[np.intp]
Flags = NDArray[np.bool_]

PAD = 4  # empty tokens between two texts, as spaCy has: no token sees over a text's end
BLOCK = 768  # tokens a matrix product; what a core's own cache holds
LONGEST_NAME = 64  # tokens; nothing longer is a name


class UnexpectedModelError(Exception):
    """The model is not built as this file expects; spaCy itself has to run it."""


@dataclass(frozen=True, slots=True)
class _Layer:
    """One window of three tokens: weights (inputs × 3 pieces of outputs), scale and shift."""

    weights: Floats
    bias: Floats
    scale: Floats
    shift: Floats


class NameNetwork:
    """The layers of one `ner` component.

    Raises:
        UnexpectedModelError: It is built otherwise than `en_core_web_sm` 3.8 is.
    """

    def __init__(self, ner: Any) -> None:
        try:
            self._take_apart(ner)
        except (AttributeError, IndexError, KeyError, TypeError, ValueError) as error:
            raise UnexpectedModelError(str(error)) from error

    def _take_apart(self, ner: Any) -> None:
        vectors, lower, upper = ner.model.layers
        token_vectors, _, narrow = vectors.layers
        embed = token_vectors.get_ref("embed")
        encode = token_vectors.get_ref("encode")
        self.attributes: tuple[str, ...] = tuple(embed.layers[0].attrs["columns"])
        self._embed_layers = embed.layers[2:4]
        self._layers = [_window_layer(each) for each in encode.layers[0].layers]
        self.width: int = encode.get_dim("nO")
        self._take_transitions(lower, upper, narrow)
        self._take_moves([ner.moves.get_class_name(i) for i in range(ner.moves.n_moves)])
        _expect(ner.cfg["beam_width"] == 1, "it searches with a beam")
        _expect(not ner.model.attrs["unseen_classes"], "it has labels that it never saw")
        _expect(encode.attrs["pad"] == PAD, "its padding is of another width")
        _expect(all(each.weights.shape == (3 * self.width,) * 2 for each in self._layers), "shape")

    def _take_transitions(self, lower: Any, upper: Any, narrow: Any) -> None:
        weights, padding = lower.get_param("W"), lower.get_param("pad")[0]
        _expect(weights.shape[0] == 3, "a state has another number of features")
        _expect(weights.shape[2] == padding.shape[2] == 2, "a state has other pieces")
        features, hidden = weights.shape[0], weights.shape[1]
        # The two pieces of every hidden unit lie side by side; we want them in two halves.
        halves = weights.transpose(0, 2, 1, 3).reshape(features, 2 * hidden, -1)
        pads = padding.transpose(0, 2, 1).reshape(features, 2 * hidden)
        bias = lower.get_param("b").T.reshape(2 * hidden)
        # The linear layer in front of them is folded in.
        self._state = [np.ascontiguousarray((each @ narrow.get_param("W")).T) for each in halves]
        constants = [each @ narrow.get_param("b") for each in halves]
        self._outside_bias = constants[0] + pads[1] + pads[2] + bias
        self._inside_bias = sum(constants) + bias
        self._scores = np.ascontiguousarray(upper.get_param("W").T)
        self._score_bias = upper.get_param("b").copy()

    def _take_moves(self, moves: list[str]) -> None:
        outside = [i for i, move in enumerate(moves) if move[:2] in ("B-", "U-", "O") and move[2:]]
        outside = sorted([*outside, moves.index("O")])
        self._outside_moves = np.array(outside)
        self._moves = [moves[i] for i in outside]
        self._out = self._moves.index("O")
        self._begins = np.array([move.startswith("B-") for move in self._moves])
        missing = len(moves)
        self._continue = np.full(len(outside), missing)
        self._finish = np.full(len(outside), missing)
        for i, move in enumerate(self._moves):
            if move.startswith("B-"):
                self._continue[i] = moves.index("I-" + move[2:])
                self._finish[i] = moves.index("L-" + move[2:])

    def embed(self, attributes: NDArray[np.uint64]) -> Floats:
        """Give the context-free vector of each row of lexical attributes."""
        from thinc.types import Ragged

        lengths: Any = np.array([len(attributes)], dtype="i")
        together: Any = attributes
        ragged = Ragged(together, lengths)
        for layer in self._embed_layers:
            ragged = layer.predict(ragged)
        vectors: Any = ragged.dataXd
        return np.asarray(vectors, dtype=np.float32)

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
        average = np.full(width, 1 / width, dtype=np.float32)  # a product is faster than a mean
        for layer in self._layers:
            for start in range(0, count, BLOCK):
                end = min(start + BLOCK, count)
                there, three, out = window[: end - start], pieces[: end - start], after[start:end]
                np.copyto(there, windows[start:end])
                np.matmul(there, layer.weights, out=three)
                three += layer.bias
                np.maximum(three[:, :width], three[:, width : 2 * width], out=out)
                np.maximum(out, three[:, 2 * width :], out=out)
                out -= (out @ average)[:, None]
                variance = np.einsum("ij,ij->i", out, out) / np.float32(width)
                out /= np.sqrt(variance + np.float32(1e-8))[:, None]
                out *= layer.scale
                out += layer.shift
            held[1:-1] += after
        return held[1:-1]

    def spans(self, vectors: Floats, *, blank: Flags, last: Flags) -> list[tuple[int, int, str]]:
        """Give the names as (first token, token after the last, label), in order.

        Args:
            vectors: One row a token, as `encode` gives them.
            blank: The token is white space: no name begins there.
            last: The token is the last of its sentence: no name goes on behind it.
        """
        # 1. Outside a name, every token on its own.
        state = vectors @ self._state[0]
        state += self._outside_bias
        scores = self._score(state) @ self._scores[:, self._outside_moves]
        scores += self._score_bias[self._outside_moves]
        lowest = scores.min() - 1 if len(scores) else 0
        scores[np.ix_(last, self._begins)] = lowest
        choices = scores.argmax(axis=1)
        choices[blank] = self._out
        starts = np.flatnonzero(choices != self._out)
        begun = starts[self._begins[choices[starts]]]
        # 2. Inside a name, from every beginning to its end.
        ends = self._follow(vectors, begun, choices[begun], last)
        # 3. A beginning inside a name already begun was never reached.
        found: list[tuple[int, int, str]] = []
        free = 0
        for start in starts.tolist():
            if start < free:
                continue
            end = ends.get(start, start + 1)
            if end > start:
                found.append((start, end, self._moves[choices[start]][2:]))
                free = end
        return found

    def _follow(self, vectors: Floats, begun: Rows, choices: Rows, last: Flags) -> dict[int, int]:
        """Give the end of each name begun; one that does not end ends where it begins."""
        ends = dict.fromkeys(begun.tolist(), 0)
        fixed = vectors[begun] @ self._state[1] + self._inside_bias
        at = begun + 1
        for _ in range(LONGEST_NAME):
            if not len(begun):
                break
            state = vectors[at] @ self._state[0] + vectors[at - 1] @ self._state[2] + fixed
            hidden = self._score(state)
            on, off = self._continue[choices], self._finish[choices]
            goes_on = np.einsum("ij,ji->i", hidden, self._scores[:, on]) + self._score_bias[on]
            stops = np.einsum("ij,ji->i", hidden, self._scores[:, off]) + self._score_bias[off]
            closed = (stops > goes_on) | last[at]
            for start, end in zip(begun[closed].tolist(), at[closed].tolist(), strict=True):
                ends[start] = end + 1
            keep = ~closed
            begun, at, choices, fixed = begun[keep], at[keep] + 1, choices[keep], fixed[keep]
        return ends

    @staticmethod
    def _score(state: Floats) -> Floats:
        half = state.shape[1] // 2
        hidden: Floats = np.maximum(state[:, :half], state[:, half:])
        return hidden


def _window_layer(residual: Any) -> _Layer:
    expand, rest = residual.layers[0].layers[0], list(residual.layers[0].walk())
    _expect(expand.name == "expand_window" and expand.attrs["window_size"] == 1, "window")
    maxout = next(each for each in rest if each.name == "maxout")
    norm = next(each for each in rest if each.name == "layernorm")
    weights, bias = maxout.get_param("W"), maxout.get_param("b")
    _expect(weights.shape[1] == 3, "a layer has other pieces")
    return _Layer(
        weights=np.ascontiguousarray(weights.transpose(1, 0, 2).reshape(-1, weights.shape[2]).T),
        bias=bias.T.reshape(-1).copy(),
        scale=norm.get_param("G").copy(),
        shift=norm.get_param("b").copy(),
    )


def _expect(true: bool, what: str) -> None:
    if not true:
        raise UnexpectedModelError(what)
