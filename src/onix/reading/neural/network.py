"""The network that finds names, computed in numpy: token vectors in, named spans out.

It has the weights of spaCy's `ner` component and gives the same spans, some ten times faster:
matrix products go to numpy's BLAS in large blocks; and as every step of the transition system
takes exactly one token, the step outside a name depends on its token alone, so all of them are
taken at once, and only the tokens after a name's beginning are walked.
"""

from __future__ import annotations

import json
from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from onix.reading.neural.encoder import Encoder
from onix.reading.neural.weights import Floats, ModelFiles, Nodes, UnexpectedModelError

Rows = NDArray[np.intp]
Flags = NDArray[np.bool_]

LONGEST_NAME = 64  # tokens; nothing longer is a name

_LETTERS = "MBILUO"  # spaCy's kinds of moves in order: begin, in, last, unit, out of a name


class NameNetwork:
    """The layers of one `ner` component.

    Attributes:
        encoder: Its own word vectors.

    Raises:
        UnexpectedModelError: It is built otherwise than `en_core_web_sm` 3.8 is.
    """

    def __init__(self, files: ModelFiles) -> None:
        nodes = files.nodes("ner/model")
        self.encoder = Encoder(nodes)
        self._take_transitions(nodes)
        self._take_moves(_names(json.loads(files.read("ner/moves")["moves"])))

    def _take_transitions(self, nodes: Nodes) -> None:
        lower, upper = nodes.referred("lower"), nodes.referred("upper")
        (narrow,) = (each for each in nodes.named("linear") if each["W"] is not upper["W"])
        weights, padding = lower["W"], lower["pad"][0]
        if (weights.shape[0], weights.shape[2]) != (3, 2):
            raise UnexpectedModelError("its names are found otherwise")
        features, hidden = weights.shape[0], weights.shape[1]
        # The two pieces of every hidden unit lie side by side; we want them in two halves.
        halves = weights.transpose(0, 2, 1, 3).reshape(features, 2 * hidden, -1)
        pads = padding.transpose(0, 2, 1).reshape(features, 2 * hidden)
        bias = lower["b"].T.reshape(2 * hidden)
        # The linear layer in front of them is folded in.
        self._state = [np.ascontiguousarray((each @ narrow["W"]).T) for each in halves]
        constants = [each @ narrow["b"] for each in halves]
        self._outside_bias = constants[0] + pads[1] + pads[2] + bias
        self._inside_bias = sum(constants) + bias
        self._scores = np.ascontiguousarray(upper["W"].T)
        self._score_bias = upper["b"].copy()

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


def _names(moves: Mapping[str, Mapping[str, int]]) -> list[str]:
    """Give the names of all moves ("B-PERSON") as spaCy numbers them, frequent labels first."""
    return [
        f"{_LETTERS[int(kind)]}-{label}" if label else _LETTERS[int(kind)]
        for kind, labels in sorted(moves.items())
        for _, label in sorted(((seen, label) for label, seen in labels.items()), reverse=True)
    ]
